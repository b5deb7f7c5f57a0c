/*
 * adapter_request.c - a message as a request, its placeholders replaced by
 * what the message is made of.
 */
#include "message/adapter_request.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/urlcode.h"
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
	struct arena			*arena;	/* of the request */
	int				 hide;
	char				 phone[64];
	const char			*line;	/* the text on one line */
	char				*why;
	size_t				 whysize;
};

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
	if (strcmp(word, "template") == 0) {
		value = adapter_template(k->a, k->m->kind);
		return value != NULL ? value : "";
	}
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
 * with why. */
static const char *
expand(const struct making *k, const char *from, int encode)
{
	const char *out = "", *open, *value, *word;
	size_t len;
	int ours;

	for (; (open = strchr(from, '{')) != NULL;
	    from = open + 1 + len + (open[1 + len] == '}')) {
		len = strcspn(open, "}") - 1;
		word = arena_strndup(k->arena, open + 1, len);
		if ((value = meaning(k, word, &ours)) == NULL) {
			snprintf(k->why, k->whysize, "nothing is called {%s}",
			    word);
			return NULL;
		}
		if (encode && !ours)
			value = urlcode_encode(k->arena, value);
		arena_append(k->arena, &out, "%.*s%s", (int)(open - from), from,
		    value);
	}
	return arena_printf(k->arena, "%s%s", out, from);
}

/* -- bodies ------------------------------------------------------------- */

/* A copy of the fields with every text in them replaced; given, NULL on
 * failure. */
static json_t *
fill(const struct making *k, json_t *from)
{
	json_t *to, *value, *filled;
	const char *name;
	size_t i;

	/* No text makes no JSON. */
	if (json_is_string(from))
		return json_string(expand(k, json_string_value(from), 0));
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

/* The fields as the body of a form. */
static const char *
form(struct arena *arena, json_t *fields)
{
	const char *out = "", *name;
	char word[8192];
	json_t *value;

	json_object_foreach(fields, name, value)
		arena_append(arena, &out, "%s%s=%s", *out != '\0' ? "&" : "",
		    urlcode_encode(arena, name), urlcode_encode(arena,
		    adapter_word(value, word, sizeof(word))));
	return out;
}

/* -- requests ----------------------------------------------------------- */

static int
make_body(const struct making *k, struct adapter_request *r)
{
	int is_form = strcmp(adapter_text(k->a, "send.body"), "form") == 0;
	json_t *fields = adapter_template(k->a, k->m->kind) == NULL ? NULL :
	    adapter_at(k->a->root, "send.template_fields");
	json_t *filled;
	char *text;

	if (fields == NULL)
		fields = adapter_at(k->a->root, "send.fields");
	if ((filled = fill(k, fields)) == NULL)
		return -1;
	if (is_form) {
		r->body = form(k->arena, filled);
	} else {
		r->body = text = json_dumps(filled, JSON_COMPACT);
		arena_adopt(k->arena, text);
	}
	json_decref(filled);
	r->header[r->nheader++] = is_form ?
	    "Content-Type: application/x-www-form-urlencoded" :
	    "Content-Type: application/json";
	return r->body != NULL ? 0 : -1;
}

/* A header line; a value cannot begin another. */
static int
add_header(const struct making *k, struct adapter_request *r,
    const char *name, const char *value)
{
	const char *text = expand(k, value, 0);

	if (text == NULL)
		return -1;
	r->header[r->nheader++] = arena_printf(k->arena, "%s: %.*s", name,
	    (int)strcspn(text, "\r\n"), text);
	return 0;
}

static int
make_head(const struct making *k, const char *part, struct adapter_request *r)
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
static const char *
on_one_line(struct arena *arena, const char *text)
{
	char *line = arena_strdup(arena, text), *s, *to = line;

	for (s = line; *s != '\0'; s++)
		if (!strchr("\r\n\t", *s))
			*to++ = *s;
		else if (to > line && to[-1] != ' ')
			*to++ = ' ';
	*to = '\0';
	return line;
}

/* Make the parts of a request; free it when one cannot be made. */
static int
make(struct making *k, const char *part, struct adapter_request *r)
{
	memset(r, 0, sizeof(*r));
	r->arena = k->arena = arena_new();
	k->line = on_one_line(k->arena, k->m->text);
	if (make_head(k, part, r) == 0 && (strcmp(part, "send") != 0 ||
	    strcmp(r->method, "GET") == 0 || make_body(k, r) == 0))
		return 0;
	adapter_request_free(r);
	return -1;
}

int
adapter_request(const struct adapter *a, const struct adapter_message *m,
    int hide, struct adapter_request *r, char *why, size_t whysize)
{
	struct making k = { .a = a, .m = m, .hide = hide, .why = why,
	    .whysize = whysize };

	snprintf(why, whysize, "out of memory");
	adapter_request_phone(adapter_text(a, "number"), m->to, k.phone,
	    sizeof(k.phone));
	return make(&k, "send", r);
}

int
adapter_request_health(const struct adapter *a, struct adapter_request *r)
{
	static const struct adapter_message nothing = { "", "", "", "", "",
	    "", "" };
	char why[256];
	struct making k = { .a = a, .m = &nothing, .why = why,
	    .whysize = sizeof(why) };

	return adapter_at(a->root, "health") != NULL ?
	    make(&k, "health", r) : -1;
}

void
adapter_request_free(struct adapter_request *r)
{
	arena_free(r->arena);
	memset(r, 0, sizeof(*r));
}
