/* log.c - writes the log's lines, each by one write(2). */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"

static const char *program = "sopap";
static enum log_level limit = LOG_INFO;
static char request_id[40], case_no[64];

static const char *const level_name[] = {
	[LOG_ERROR] = "error",
	[LOG_WARN] = "warn",
	[LOG_INFO] = "info",
};

/* A line being built.  Room for the longest texts, each byte of them an
 * escape of six. */
struct line {
	char	buf[16 * 1024];
	size_t	len;
};

#define TEXT_MAX 2048

static void
add(struct line *ln, const char *s, size_t n)
{
	if (n > sizeof(ln->buf) - ln->len)
		return;
	memcpy(ln->buf + ln->len, s, n);
	ln->len += n;
}

/*
 * JSON string contents.  Bytes outside ASCII are written as they are when the
 * text is UTF-8, and as one escape each when `ascii` says it is not, so that
 * every line can be read back whatever a client sent.
 */
static void
add_text(struct line *ln, const char *s, int ascii)
{
	char esc[8];

	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '"' || c == '\\')
			snprintf(esc, sizeof(esc), "\\%c", c);
		else if (c < 0x20 || c == 0x7f || (ascii && c > 0x7f))
			snprintf(esc, sizeof(esc), "\\u%04x", c);
		else
			snprintf(esc, sizeof(esc), "%c", c);
		add(ln, esc, strlen(esc));
	}
}

/* Bytes of the UTF-8 character at s, 0 when there is none. */
static size_t
character(const unsigned char *s)
{
	size_t n = s[0] < 0x80 ? 1 : s[0] >= 0xc2 && s[0] < 0xe0 ? 2 :
	    (s[0] & 0xf0) == 0xe0 ? 3 : s[0] >= 0xf0 && s[0] < 0xf5 ? 4 : 0;

	for (size_t i = 1; i < n; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	return n;
}

static int
is_text(const char *s)
{
	size_t n;

	for (; *s != '\0'; s += n)
		if ((n = character((const unsigned char *)s)) == 0)
			return 0;
	return 1;
}

static void
add_member(struct line *ln, const char *name, const char *value)
{
	char head[32];
	int n = snprintf(head, sizeof(head), "%s\"%s\":\"",
	    ln->len ? "," : "{", name);

	add(ln, head, (size_t)n);
	add_text(ln, value, !is_text(value));
	add(ln, "\"", 1);
}

void
log_open(const char *name)
{
	program = name;
}

void
log_limit(const char *level)
{
	limit = strcmp(level, "error") == 0 ? LOG_ERROR :
	    strcmp(level, "warning") == 0 ? LOG_WARN : LOG_INFO;
}

void
log_context(const char *request, const char *case_number)
{
	snprintf(request_id, sizeof(request_id), "%s", request ? request : "");
	snprintf(case_no, sizeof(case_no), "%s",
	    case_number ? case_number : "");
}

const char *
log_program(void)
{
	return program;
}

const char *
log_request(void)
{
	return request_id;
}

/* The members that every line begins with. */
static void
begin(struct line *ln, const char *level)
{
	char when[32];
	time_t now = time(NULL);
	struct tm tm;

	gmtime_r(&now, &tm);
	strftime(when, sizeof(when), "%Y-%m-%dT%H:%M:%SZ", &tm);
	add_member(ln, "time", when);
	add_member(ln, "level", level);
	add_member(ln, "program", program);
	if (request_id[0] != '\0')
		add_member(ln, "request", request_id);
	if (case_no[0] != '\0')
		add_member(ln, "case", case_no);
}

static void
end(struct line *ln)
{
	add(ln, "}\n", 2);
	if (write(STDERR_FILENO, ln->buf, ln->len) == -1)
		return;	/* there is nowhere left to complain */
}

void
log_line(enum log_level level, const char *fmt, ...)
{
	struct line ln = { .len = 0 };
	char text[TEXT_MAX];
	va_list ap;

	if (level > limit)
		return;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	begin(&ln, level_name[level]);
	add_member(&ln, "text", text);
	end(&ln);
}

void
log_members(const char *const *pair)
{
	struct line ln = { .len = 0 };

	begin(&ln, "audit");
	for (; *pair != NULL; pair += 2)
		add_member(&ln, pair[0], pair[1]);
	end(&ln);
}
