/* log-t.c - the log's lines are JSON, also with quotes and controls in them. */
#include <fcntl.h>
#include <unistd.h>

#include <jansson.h>

#include "base/log.h"
#include "tests/tap.h"

/* The JSON of one line, logged through a pipe in place of standard error. */
static json_t *
logged_at(enum log_level level, const char *text)
{
	static char buf[32 * 1024];
	int fd[2], saved = dup(STDERR_FILENO);
	ssize_t len;

	if (pipe(fd) == -1 || dup2(fd[1], STDERR_FILENO) == -1)
		bail("no pipe");
	log_line(level, "%s", text);
	dup2(saved, STDERR_FILENO);
	close(saved);
	close(fd[1]);
	len = read(fd[0], buf, sizeof(buf) - 1);
	close(fd[0]);
	if (len < 1 || buf[len - 1] != '\n')
		return NULL;
	buf[len - 1] = '\0';
	return strchr(buf, '\n') == NULL ? json_loads(buf, 0, NULL) : NULL;
}

static json_t *
logged(const char *text)
{
	return logged_at(LOG_WARN, text);
}

static const char *
member(json_t *line, const char *name)
{
	return json_string_value(json_object_get(line, name));
}

static void
writes_context(void)
{
	json_t *line;

	log_open("inbox");
	log_context("q7x", "K-2026-0412");
	line = logged("a \"b\"\\\n\x01 \xC3\xA9");
	is_string("a \"b\"\\\n\x01 \xC3\xA9", member(line, "text"),
	    "text is escaped and comes back");
	is_string("warn", member(line, "level"), "level");
	is_string("inbox", member(line, "program"), "program");
	is_string("q7x", member(line, "request"), "request");
	is_string("K-2026-0412", member(line, "case"), "case");
	json_decref(line);
	log_context(NULL, NULL);
	line = logged("x");
	is_string(NULL, member(line, "request"), "the context can be cleared");
	json_decref(line);
}

static void
stays_json(void)
{
	static char longest[8192];
	json_t *line;

	line = logged("\xff\xfe");
	is_string("\xC3\xBF\xC3\xBE", member(line, "text"),
	    "bytes that are no UTF-8 are escaped");
	json_decref(line);
	memset(longest, '\x01', sizeof(longest) - 1);
	line = logged(longest);
	is_int(2047, line ? (int64_t)strlen(member(line, "text")) : -1,
	    "a long text is cut, the line still whole");
	json_decref(line);
}

/* Is a line of each level written, "error", "warn", "info", one bit each? */
static int
written(const char *limit)
{
	json_t *line;
	int bits = 0;

	log_limit(limit);
	for (int level = LOG_ERROR; level <= LOG_INFO; level++) {
		if ((line = logged_at((enum log_level)level, "x")) != NULL)
			bits |= 1 << level;
		json_decref(line);
	}
	log_limit("info");
	return bits;
}

static void
writes_what_its_level_allows(void)
{
	is_int(1, written("error"), "log = error: errors alone");
	is_int(3, written("warning"), "log = warning: warnings, too");
	is_int(7, written("info"), "log = info: all");
}

int
main(void)
{
	writes_context();
	stays_json();
	writes_what_its_level_allows();
	return tap_done();
}
