/*
 * adapter_request.c - a message as a request, its placeholders replaced by
 * what the message is made of.
 */
#include "message/adapter_request.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message/adapter.h"

#define TIMEOUT 20

/* -- numbers ------------------------------------------------------------ */

void
adapter_request_phone(const char *format, const char *e164, char *buf,
    size_t size)
{
	const char *digits = e164 + (*e164 == '+');

	if (strcmp(format, "+62") == 0)
		snprintf(buf, size, "+%s", digits);
	else if (strcmp(format, "08") == 0 && strncmp(digits, "62", 2) == 0)
		snprintf(buf, size, "0%s", digits + 2);
	else
		snprintf(buf, size, "%s%s", digits,
		    strcmp(format, "62@c.us") == 0 ? "@c.us" : "");
}

/* -- placeholders ------------------------------------------------------- */

/* One request in the making. */
struct making {
	const struct adapter		*a;
	const struct adapter_message	*m;
	int				 hide;
	char				 phone[64];
	char				*line;	/* the text on one line */
	char				*why;
	size_t				 whysize;
};

/* A text that grows. */
struct text {
	char	*s;
	size_t	 len, size;
	int	 failed;
};

static void
add(struct text *t, const char *s, size_t len)
{
	char *grown;

	if (!t->failed && t->len + len + 1 > t->size) {
		grown = realloc(t->s, 2 * (t->len + len + 1));
		t->failed = grown == NULL;
		if (grown != NULL) {
			t->s = grown;
			t->size = 2 * (t->len + len + 1);
		}
	}
	if (t->failed)
		return;
	memcpy(t->s + t->len, s, len);
	t->len += len;
	t->s[t->len] = '\0';
}

/* Everything but letters, digits and "-._~" as %XX. */
static void
add_encoded(struct text *t, const char *s)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-._~";
	char hex[4];

	for (; *s != '\0'; s++) {
		if (strchr(plain, *s) != NULL)
			add(t, s, 1);
		else {
			snprintf(hex, sizeof(hex), "%%%02X",
			    (unsigned char)*s);
			add(t, hex, 3);
		}
	}
}

/* The template of the kind of message, or of any; NULL: there is none. */
static const char *
template(const struct making *k)
{
	json_t *names = adapter_at(k->a->root, "templates");
	const char *name = json_string_value(json_object_get(names,
	    k->m->kind));

	return name != NULL ? name :
	    json_string_value(json_object_get(names, "*"));
}

/* The value a word in braces stands for; NULL when nobody knows it.  *ours: it
 * is the office's own and taken as it is. */
static const char *
meaning(const struct making *k, const char *word, int *ours)
{
	const struct adapter_message *m = k->m;
	const struct {
		const char	*word, *value;
	} words[] = {
		{ "id", m->id }, { "to", k->phone }, { "text", m->text },
		{ "line", k->line }, { "subject", m->subject },
		{ "kind", m->kind }, { "number", m->number },
		{ "language", m->language },
	};
	const char *value;
	size_t i;

	*ours = 0;
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].word, word) == 0)
			return words[i].value;
	if (strcmp(word, "template") == 0)
		return template(k) != NULL ? template(k) : "";
	if (strncmp(word, "secret.", 7) == 0) {
		value = json_string_value(json_object_get(k->a->secret,
		    word + 7));
		return value != NULL && k->hide ? "***" : value;
	}
	*ours = 1;
	return json_string_value(json_object_get(adapter_at(k->a->root,
	    "settings"), word));
}

/* A text with its words in braces replaced, %-encoded in an address; NULL
 * with why.  Given. */
static char *
expand(struct making *k, const char *from, int encode)
{
	struct text t = { NULL, 0, 0, 0 };
	const char *open, *value;
	char word[64];
	size_t len;
	int ours;

	add(&t, "", 0);
	while ((open = strchr(from, '{')) != NULL) {
		len = strcspn(open, "}") - 1;
		add(&t, from, (size_t)(open - from));
		snprintf(word, sizeof(word), "%.*s", (int)len, open + 1);
		if ((value = meaning(k, word, &ours)) == NULL) {
			snprintf(k->why, k->whysize, "nothing is called {%s}",
			    word);
			free(t.s);
			return NULL;
		}
		if (encode && !ours)
			add_encoded(&t, value);
		else
			add(&t, value, strlen(value));
		from = open + 1 + len + (open[1 + len] == '}');
	}
	add(&t, from, strlen(from));
	if (t.failed) {
		free(t.s);
		return NULL;
	}
	return t.s;
}

/* -- bodies ------------------------------------------------------------- */

/* A copy of the fields with every text in them replaced; given, NULL on
 * failure. */
static json_t *
fill(struct making *k, json_t *from)
{
	json_t *to, *value, *filled;
	const char *name;
	size_t i;
	char *text;

	if (json_is_string(from)) {
		text = expand(k, json_string_value(from), 0);
		to = text != NULL ? json_string(text) : NULL;
		free(text);
		return to;
	}
	if (json_is_object(from)) {
		to = json_object();
		json_object_foreach(from, name, value)
			if ((filled = fill(k, value)) == NULL ||
			    json_object_set_new(to, name, filled) == -1)
				goto fail;
		return to;
	}
	if (!json_is_array(from))
		return json_incref(from);
	to = json_array();
	json_array_foreach(from, i, value)
		if ((filled = fill(k, value)) == NULL ||
		    json_array_append_new(to, filled) == -1)
			goto fail;
	return to;
fail:
	json_decref(to);
	return NULL;
}

/* The fields as the body of a form; given. */
static char *
form(json_t *fields)
{
	struct text t = { NULL, 0, 0, 0 };
	char word[8192];
	const char *name;
	json_t *value;

	add(&t, "", 0);
	json_object_foreach(fields, name, value) {
		add(&t, "&", t.len > 0);
		add_encoded(&t, name);
		add(&t, "=", 1);
		add_encoded(&t, adapter_word(value, word, sizeof(word)));
	}
	return t.s;
}

/* -- requests ----------------------------------------------------------- */

static int
make_body(struct making *k, struct adapter_request *r)
{
	int is_form = strcmp(adapter_text(k->a, "send.body"), "form") == 0;
	json_t *fields = template(k) == NULL ? NULL :
	    adapter_at(k->a->root, "send.template_fields");
	json_t *filled;

	if (fields == NULL)
		fields = adapter_at(k->a->root, "send.fields");
	if ((filled = fill(k, fields)) == NULL)
		return -1;
	r->body = is_form ? form(filled) : json_dumps(filled,
	    JSON_COMPACT);
	json_decref(filled);
	r->header[r->nheader++] = strdup(is_form ?
	    "Content-Type: application/x-www-form-urlencoded" :
	    "Content-Type: application/json");
	return r->body != NULL ? 0 : -1;
}

/* A header line; a value cannot begin another. */
static int
add_header(struct making *k, struct adapter_request *r,
    const char *name, const char *value)
{
	char *text = expand(k, value, 0), *line;
	size_t size;

	if (text == NULL)
		return -1;
	text[strcspn(text, "\r\n")] = '\0';
	size = strlen(name) + strlen(text) + 3;
	if ((line = malloc(size)) != NULL)
		snprintf(line, size, "%s: %s", name, text);
	free(text);
	r->header[r->nheader++] = line;
	return line != NULL ? 0 : -1;
}

static int
make_head(struct making *k, const char *part, struct adapter_request *r)
{
	char path[64];
	const char *name;
	json_t *value;

	snprintf(path, sizeof(path), "%s.method", part);
	r->method = adapter_text(k->a, path);
	r->timeout = adapter_number(k->a, "send.timeout", TIMEOUT);
	snprintf(path, sizeof(path), "%s.url", part);
	if ((r->url = expand(k, adapter_text(k->a, path), 1)) == NULL)
		return -1;
	if (strncmp(r->url, "http://", 7) != 0 &&
	    strncmp(r->url, "https://", 8) != 0) {
		snprintf(k->why, k->whysize, "url is no http(s) address");
		return -1;
	}
	snprintf(path, sizeof(path), "%s.headers", part);
	json_object_foreach(adapter_at(k->a->root, path), name, value) {
		if (r->nheader == ADAPTER_HEADERS - 1 ||
		    !json_is_string(value)) {
			snprintf(k->why, k->whysize, "headers: %s", name);
			return -1;
		}
		if (add_header(k, r, name, json_string_value(value)) == -1)
			return -1;
	}
	return 0;
}

/* A template's value cannot hold a line break. */
static char *
on_one_line(const char *text)
{
	char *line = strdup(text), *s, *to = line;

	for (s = line; s != NULL && *s != '\0'; s++)
		if (!strchr("\r\n\t", *s))
			*to++ = *s;
		else if (to > line && to[-1] != ' ')
			*to++ = ' ';
	if (to != NULL)
		*to = '\0';
	return line;
}

int
adapter_request(const struct adapter *a, const struct adapter_message *m,
    int hide, struct adapter_request *r, char *why, size_t whysize)
{
	struct making k = { .a = a, .m = m, .hide = hide, .why = why,
	    .whysize = whysize };
	int rc;

	memset(r, 0, sizeof(*r));
	snprintf(why, whysize, "out of memory");
	adapter_request_phone(adapter_text(a, "number"), m->to, k.phone,
	    sizeof(k.phone));
	if ((k.line = on_one_line(m->text)) == NULL)
		return -1;
	rc = make_head(&k, "send", r);
	if (rc == 0 && strcmp(r->method, "GET") != 0)
		rc = make_body(&k, r);
	free(k.line);
	if (rc == -1)
		adapter_request_free(r);
	return rc;
}

int
adapter_request_health(const struct adapter *a, struct adapter_request *r)
{
	static const struct adapter_message nothing = { "", "", "", "", "",
	    "", "" };
	char why[256];
	struct making k = { .a = a, .m = &nothing, .why = why,
	    .whysize = sizeof(why) };
	char empty[1] = "";

	memset(r, 0, sizeof(*r));
	k.line = empty;
	if (adapter_at(a->root, "health") == NULL)
		return -1;
	if (make_head(&k, "health", r) == 0)
		return 0;
	adapter_request_free(r);
	return -1;
}

void
adapter_request_free(struct adapter_request *r)
{
	size_t i;

	for (i = 0; i < r->nheader; i++)
		free(r->header[i]);
	free(r->url);
	free(r->body);
	memset(r, 0, sizeof(*r));
}
