/*
 * adapter_send.c - a message as a request, and what the answer to it means.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conf/adapterraw.h"

#define TIMES 8			/* usual tries: over four hours in all */
#define FIRST 60
#define LONGEST 3600
#define TIMEOUT 20

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

/* -- numbers ------------------------------------------------------------ */

void
adapter_phone(const char *format, const char *e164, char *buf, size_t size)
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
template_of(const struct making *k)
{
	json_t *names = adapter_at(k->a->root, "templates");
	const char *name = json_string_value(json_object_get(names,
	    k->m->kind));

	return name != NULL ? name :
	    json_string_value(json_object_get(names, "*"));
}

/* What a word stands for; NULL when nobody knows it.  *ours: it is the
 * office's own and taken as it is. */
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
		return template_of(k) != NULL ? template_of(k) : "";
	if (strncmp(word, "secret.", 7) == 0) {
		value = json_string_value(json_object_get(k->a->secret,
		    word + 7));
		return value != NULL && k->hide ? "***" : value;
	}
	*ours = 1;
	return json_string_value(json_object_get(adapter_at(k->a->root,
	    "settings"), word));
}

/* A text with its words in braces replaced; NULL with why.  Given. */
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

/* The fields with every text in them replaced. */
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

static char *
form_of(json_t *fields)
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

static int
make_body(struct making *k, struct adapter_request *r)
{
	int form = strcmp(adapter_text(k->a, "send.body"), "form") == 0;
	json_t *fields = template_of(k) == NULL ? NULL :
	    adapter_at(k->a->root, "send.template_fields");
	json_t *filled;

	if (fields == NULL)
		fields = adapter_at(k->a->root, "send.fields");
	if ((filled = fill(k, fields)) == NULL)
		return -1;
	r->body = form ? form_of(filled) : json_dumps(filled, JSON_COMPACT);
	json_decref(filled);
	r->header[r->nheader++] = strdup(form ?
	    "Content-Type: application/x-www-form-urlencoded" :
	    "Content-Type: application/json");
	return r->body != NULL ? 0 : -1;
}

/* -- requests ----------------------------------------------------------- */

/* A header line; a value cannot begin another. */
static int
add_header(struct making *k, struct adapter_request *r, const char *name,
    const char *value)
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
	adapter_phone(adapter_text(a, "number"), m->to, k.phone,
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
adapter_health(const struct adapter *a, struct adapter_request *r)
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

/* -- answers ------------------------------------------------------------ */

/* Does the body say what it has to? */
static int
says(const struct adapter *a, const char *part, json_t *body)
{
	char path[64], word[128];
	const char *want, *at;

	snprintf(path, sizeof(path), "%s.path", part);
	at = adapter_text(a, path);
	snprintf(path, sizeof(path), "%s.equals", part);
	want = adapter_text(a, path);
	if (*at == '\0')
		return 1;
	adapter_word(adapter_at(body, at), word, sizeof(word));
	return *want == '\0' ? *word != '\0' : strcmp(word, want) == 0;
}

/* Whose fault: ours (a bad key), the provider's, or the message's?  Only the
 * last is for good; the first two pass when somebody mends them. */
static enum adapter_result
by_status(long status)
{
	if (status >= 200 && status < 300)
		return ADAPTER_SENT;
	if (status == 0 || status == 401 || status == 403 || status == 408 ||
	    status == 429 || status >= 500 || status < 400)
		return ADAPTER_LATER;
	return ADAPTER_REFUSED;
}

/* Does the reason tell of the provider's trouble, not of the message's? */
static int
passes(const struct adapter *a, const char *reason)
{
	json_t *later = adapter_at(a->root, "answer.later"), *word;
	size_t i;

	json_array_foreach(later, i, word)
		if (strcasestr(reason, json_string_value(word)) != NULL)
			return 1;
	return json_is_string(later) &&
	    strcasestr(reason, json_string_value(later)) != NULL;
}

enum adapter_result
adapter_answer(const struct adapter *a, long status, const char *body,
    size_t len, struct adapter_answer *answer)
{
	enum adapter_result result = by_status(status);
	json_t *j = len > 0 ? json_loadb(body, len, 0, NULL) : NULL;

	memset(answer, 0, sizeof(*answer));
	if (result == ADAPTER_SENT && !says(a, "answer", j))
		result = ADAPTER_REFUSED;
	if (result == ADAPTER_SENT)
		adapter_first(j, adapter_at(a->root, "answer.id"), answer->id,
		    sizeof(answer->id));
	else
		adapter_first(j, adapter_at(a->root, "answer.reason"),
		    answer->reason, sizeof(answer->reason));
	if (result == ADAPTER_REFUSED && passes(a, answer->reason))
		result = ADAPTER_LATER;
	if (result != ADAPTER_SENT && answer->reason[0] == '\0' && status != 0)
		snprintf(answer->reason, sizeof(answer->reason), "HTTP %ld",
		    status);
	json_decref(j);
	return result;
}

int
adapter_well(const struct adapter *a, long status, const char *body,
    size_t len)
{
	json_t *j = len > 0 ? json_loadb(body, len, 0, NULL) : NULL;
	int well = by_status(status) == ADAPTER_SENT && says(a, "health", j);

	json_decref(j);
	return well;
}

int64_t
adapter_pause(const struct adapter *a, int64_t tries)
{
	int64_t times = TIMES, pause = FIRST, longest = LONGEST;

	if (a != NULL) {
		times = adapter_number(a, "retry.times", times);
		pause = adapter_number(a, "retry.first", pause);
		longest = adapter_number(a, "retry.longest", longest);
	}
	if (tries >= times)
		return -1;
	while (--tries > 0 && pause < longest)
		pause *= 2;
	return pause < longest ? pause : longest;
}

void
adapter_rate(const struct adapter *a, int64_t *messages, int64_t *seconds)
{
	*messages = adapter_number(a, "rate.messages", INT64_MAX);
	*seconds = adapter_number(a, "rate.seconds", 60);
}

int
adapter_knows_repeats(const struct adapter *a)
{
	return strcmp(adapter_text(a, "repeats"), "known") == 0;
}

int64_t
adapter_settle(const struct adapter *a)
{
	return adapter_number(a, "settle", 0);
}
