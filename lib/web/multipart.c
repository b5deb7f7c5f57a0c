/*
 * multipart.c - the parser of multipart/form-data.
 *
 * A window of the body lies in a buffer: [at, len).  A CRLF is put before the
 * body, so that the first boundary looks like every other: CRLF "--" boundary,
 * then CRLF (a part follows) or "--" (the end).  The same bytes followed by
 * anything else are data.  It takes delim_len + 2
 * bytes to see whether a boundary begins at a byte; the window is refilled
 * until they are there.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "web/multipart.h"

#define WINDOW 65536

struct parser {
	multipart_reader *read;
	void		*arg;
	const struct multipart_sink *sink;
	char		 delim[MULTIPART_BOUNDARY_MAX + 5];
	size_t		 delim_len;
	size_t		 at, len;	/* the window not yet consumed */
	int		 ended;		/* the reader gave 0 */
	char		 head[MULTIPART_HEAD_MAX];
	char		 name[MULTIPART_HEAD_MAX];
	char		 filename[MULTIPART_HEAD_MAX];
	char		 buf[WINDOW];
};

/*
 * Have at least `want` bytes in the window: 1; 0 when the body ends before;
 * -1 when it broke off.
 */
static int
fill(struct parser *ps, size_t want)
{
	ssize_t n;

	if (ps->len - ps->at >= want)
		return 1;
	memmove(ps->buf, ps->buf + ps->at, ps->len - ps->at);
	ps->len -= ps->at;
	ps->at = 0;
	while (ps->len < want && !ps->ended) {
		n = ps->read(ps->arg, ps->buf + ps->len, WINDOW - ps->len);
		if (n < 0)
			return -1;
		ps->ended = n == 0;
		ps->len += (size_t)n;
	}
	return ps->len >= want;
}

/*
 * Bytes of the window before the next boundary, or before the first byte
 * where one may still begin; *found says which.
 */
static size_t
data_before_delim(const struct parser *ps, int *found)
{
	const char *from = ps->buf + ps->at, *s = from;
	const char *end = ps->buf + ps->len, *after;

	*found = 0;
	while ((s = memmem(s, (size_t)(end - s), ps->delim, ps->delim_len))) {
		after = s + ps->delim_len;
		if (end - after < 2)
			return (size_t)(s - from);
		*found = memcmp(after, "\r\n", 2) == 0 ||
		    memcmp(after, "--", 2) == 0;
		if (*found)
			return (size_t)(s - from);
		s++;
	}
	return (size_t)(end - from) > ps->delim_len ?
	    (size_t)(end - from) - ps->delim_len : 0;
}

/* Hand on the data of one part, up to and without its closing boundary. */
static enum multipart_err
read_data(struct parser *ps, int skip)
{
	size_t n;
	int found;

	do {
		if (fill(ps, ps->delim_len + 2) != 1)
			return MULTIPART_CUT;
		n = data_before_delim(ps, &found);
		if (n > 0 && !skip &&
		    ps->sink->data(ps->sink->arg, ps->buf + ps->at, n) != 0)
			return MULTIPART_STOPPED;
		ps->at += n;
	} while (!found);
	if (!skip && ps->sink->end(ps->sink->arg) != 0)
		return MULTIPART_STOPPED;
	return MULTIPART_OK;
}

static int
is_token(unsigned char c)
{
	return c > 0x20 && c < 0x7f && strchr("()<>@,;:\\\"/[]?={}", c) == NULL;
}

/*
 * Copy the value of a parameter (`form-data; name="a b"; filename=c`) to out,
 * which has room for a whole head: 1; 0 when it is absent; -1 when the header
 * is malformed.  A quoted value ends at the next quote, as browsers have it:
 * they write a quote inside as %22, and a backslash stands for itself.
 */
static int
parameter(const char *header, const char *name, char *out)
{
	const char *s = header + strcspn(header, ";"), *key, *value;
	size_t keylen, len;

	while (*s == ';') {
		key = s + 1 + strspn(s + 1, " \t");
		keylen = strcspn(key, "=;");
		if (key[keylen] != '=')
			return -1;
		value = key + keylen + 1;
		if (*value == '"') {
			value++;
			len = strcspn(value, "\"");
			if (value[len] != '"')
				return -1;
			s = value + len + 1;
			s += strspn(s, " \t");
		} else {
			len = strcspn(value, "; \t");
			s = value + len + strspn(value + len, " \t");
		}
		if (*s != ';' && *s != '\0')
			return -1;
		if (keylen == strlen(name) &&
		    strncasecmp(key, name, keylen) == 0) {
			memcpy(out, value, len);
			out[len] = '\0';
			return 1;
		}
	}
	return 0;
}

/* %22 back into a quote, in place; all else is as the sender has it. */
static char *
unquote(char *text)
{
	char *s, *to = text;

	for (s = text; *s != '\0'; s++) {
		if (strncmp(s, "%22", 3) == 0) {
			*to++ = '"';
			s += 2;
		} else
			*to++ = *s;
	}
	*to = '\0';
	return text;
}

/* A file's name without the folders some clients put before it. */
static const char *
base_name(const char *path)
{
	const char *base = path;

	for (; *path != '\0'; path++)
		if (*path == '/' || *path == '\\')
			base = path + 1;
	return base;
}

/* One header line; those that are none of ours need only be well-formed. */
static int
read_header(struct parser *ps, const char *line, struct multipart_part *part)
{
	size_t name = 0;
	int has;

	while (is_token((unsigned char)line[name]))
		name++;
	if (name == 0 || line[name] != ':')
		return -1;
	if (name != strlen("Content-Disposition") ||
	    strncasecmp(line, "Content-Disposition", name) != 0)
		return 0;
	line += name + 1;
	line += strspn(line, " \t");
	if (strncasecmp(line, "form-data", strlen("form-data")) != 0)
		return 0;
	if ((has = parameter(line, "name", ps->name)) == -1)
		return -1;
	if (has)
		part->name = unquote(ps->name);
	if ((has = parameter(line, "filename", ps->filename)) == -1)
		return -1;
	if (has)
		part->filename = base_name(unquote(ps->filename));
	return 0;
}

/* Read the lines of a head; each ends with CRLF, the text with a NUL. */
static int
read_headers(struct parser *ps, char *head, struct multipart_part *part)
{
	char *end, *s;

	for (; *head != '\0'; head = end + 2) {
		/* A line that begins with a blank continues the last one. */
		end = strstr(head, "\r\n");
		while (end[2] == ' ' || end[2] == '\t') {
			end[0] = end[1] = ' ';
			end = strstr(end, "\r\n");
		}
		*end = '\0';
		for (s = head; *s != '\0'; s++)
			if ((unsigned char)*s < 0x20 && *s != '\t')
				return -1;
		if (read_header(ps, head, part) == -1)
			return -1;
	}
	return 0;
}

/*
 * Read the head of a part: the window stands at the CRLF behind the boundary,
 * and afterwards at the part's data.
 */
static enum multipart_err
read_head(struct parser *ps, struct multipart_part *part)
{
	char *end;
	size_t len, have = 4;

	for (;;) {
		if (fill(ps, have) != 1)
			return MULTIPART_CUT;
		end = memmem(ps->buf + ps->at, ps->len - ps->at, "\r\n\r\n", 4);
		if (end != NULL)
			break;
		have = ps->len - ps->at + 1;
		if (have > MULTIPART_HEAD_MAX)
			return MULTIPART_MANY;
	}
	/* From behind the first CRLF up to the last one, which ends a line. */
	len = (size_t)(end - (ps->buf + ps->at));
	if (len > MULTIPART_HEAD_MAX - 4)
		return MULTIPART_MANY;
	memcpy(ps->head, ps->buf + ps->at + 2, len);
	ps->head[len] = '\0';
	ps->at += len + 4;
	if (memchr(ps->head, '\0', len) != NULL)
		return MULTIPART_MALFORMED;
	return read_headers(ps, ps->head, part) == 0 ? MULTIPART_OK :
	    MULTIPART_MALFORMED;
}

/* Go to the first boundary; nothing but empty lines may come before it. */
static enum multipart_err
read_start(struct parser *ps)
{
	int found;

	while (fill(ps, 4) == 1 &&
	    memcmp(ps->buf + ps->at, "\r\n\r\n", 4) == 0)
		ps->at += 2;
	if (fill(ps, ps->delim_len + 2) != 1)
		return MULTIPART_CUT;
	return data_before_delim(ps, &found) == 0 && found ? MULTIPART_OK :
	    MULTIPART_MALFORMED;
}

static enum multipart_err
read_part(struct parser *ps)
{
	struct multipart_part part = { NULL, NULL };
	enum multipart_err err = read_head(ps, &part);

	if (err != MULTIPART_OK)
		return err;
	if (part.name != NULL && ps->sink->begin(ps->sink->arg, &part) != 0)
		return MULTIPART_STOPPED;
	return read_data(ps, part.name == NULL);
}

/* The parts, each behind a boundary, then what follows the closing one. */
static enum multipart_err
read_parts(struct parser *ps, size_t parts)
{
	enum multipart_err err;
	ssize_t n;

	for (err = read_start(ps); err == MULTIPART_OK; err = read_part(ps)) {
		ps->at += ps->delim_len;
		if (ps->buf[ps->at] == '-')
			break;
		if (parts-- == 0)
			return MULTIPART_MANY;
	}
	if (err != MULTIPART_OK)
		return err;
	while (!ps->ended) {
		if ((n = ps->read(ps->arg, ps->buf, WINDOW)) < 0)
			return MULTIPART_CUT;
		ps->ended = n == 0;
	}
	return MULTIPART_OK;
}

enum multipart_err
multipart_parse(const char *boundary, size_t parts, multipart_reader *reader,
    void *reader_arg, const struct multipart_sink *sink)
{
	struct parser *ps = calloc(1, sizeof(*ps));
	enum multipart_err err;

	if (ps == NULL)
		return MULTIPART_STOPPED;
	ps->read = reader;
	ps->arg = reader_arg;
	ps->sink = sink;
	ps->delim_len = (size_t)snprintf(ps->delim, sizeof(ps->delim),
	    "\r\n--%.*s", MULTIPART_BOUNDARY_MAX, boundary);
	memcpy(ps->buf, "\r\n", 2);
	ps->len = 2;
	err = read_parts(ps, parts);
	free(ps);
	return err;
}

int
multipart_boundary(const char *content_type,
    char boundary[MULTIPART_BOUNDARY_MAX + 1])
{
	static const char type[] = "multipart/form-data";
	char value[512];
	size_t len;

	if (strncasecmp(content_type, type, strlen(type)) != 0 ||
	    strchr("; \t", content_type[strlen(type)]) == NULL ||
	    strlen(content_type) >= sizeof(value) ||
	    parameter(content_type, "boundary", value) != 1)
		return -1;
	len = strlen(value);
	if (len == 0 || len > MULTIPART_BOUNDARY_MAX)
		return -1;
	for (size_t i = 0; i < len; i++)
		if (value[i] < 0x20 || value[i] > 0x7e)
			return -1;
	memcpy(boundary, value, len + 1);
	return 0;
}
