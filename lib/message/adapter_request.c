/*
 * adapter_request.c - a message as a request.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message/adapterraw.h"

#define TIMEOUT 20

/* -- numbers ------------------------------------------------------------ */

void
adapter_request_phone(const char *format, const char *e164, char *buf, size_t size)
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

/* -- requests ----------------------------------------------------------- */

static int
make_body(struct adapter_making *k, struct adapter_request *r)
{
	int form = strcmp(adapter_text(k->a, "send.body"), "form") == 0;
	json_t *fields = adapter_template(k) == NULL ? NULL :
	    adapter_at(k->a->root, "send.template_fields");
	json_t *filled;

	if (fields == NULL)
		fields = adapter_at(k->a->root, "send.fields");
	if ((filled = adapter_fill(k, fields)) == NULL)
		return -1;
	r->body = form ? adapter_form(filled) : json_dumps(filled,
	    JSON_COMPACT);
	json_decref(filled);
	r->header[r->nheader++] = strdup(form ?
	    "Content-Type: application/x-www-form-urlencoded" :
	    "Content-Type: application/json");
	return r->body != NULL ? 0 : -1;
}

/* A header line; a value cannot begin another. */
static int
add_header(struct adapter_making *k, struct adapter_request *r,
    const char *name, const char *value)
{
	char *text = adapter_expand(k, value, 0), *line;
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
make_head(struct adapter_making *k, const char *part, struct adapter_request *r)
{
	char path[64];
	const char *name;
	json_t *value;

	snprintf(path, sizeof(path), "%s.method", part);
	r->method = adapter_text(k->a, path);
	r->timeout = adapter_number(k->a, "send.timeout", TIMEOUT);
	snprintf(path, sizeof(path), "%s.url", part);
	if ((r->url = adapter_expand(k, adapter_text(k->a, path), 1)) == NULL)
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
	struct adapter_making k = { .a = a, .m = m, .hide = hide, .why = why,
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
	struct adapter_making k = { .a = a, .m = &nothing, .why = why,
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
