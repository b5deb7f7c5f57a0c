/* verify.c - sopap verify: is the office as it was written? */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "archive/integrity.h"
#include "month/root.h"
#include "page/terminal.h"
#include "tool/tool.h"

#define STEP 1000		/* files between two lines of progress */

void
tool_line(void *arg, const char *line)
{
	(void)arg;
	tool_say("%s\n", line);
}

static void
print_root_fault(void *arg, const char *month, int64_t stream,
    const char *what)
{
	(void)arg;
	if (stream != 0)
		tool_say("bulan %s, aliran %lld: %s\n", month,
		    (long long)stream, what);
	else
		tool_say("bulan %s: %s\n", month, what);
}

void
tool_progress(void *arg, size_t done, size_t all)
{
	(void)arg;
	if (done % STEP != 0 && done != all)
		return;
	/* On a terminal one line is enough. */
	terminal_say(stderr, "%zu dari %zu dokumen%s", done, all,
	    isatty(STDERR_FILENO) && done != all ? "\r" : "\n");
}

/* Check all of the office; returns the exit code. */
static int
verify_all(struct office *o, int files)
{
	struct integrity in = { .fault = tool_line, .note = tool_line,
		.progress = tool_progress };

	integrity_database(o, &in);
	integrity_end(o, &in);
	if (!files) {
		tool_say("%lld kejadian dan %lld bulan diperiksa, "
		    "%d kesalahan\n", (long long)in.events,
		    (long long)in.months, in.faults);
		return in.faults != 0;
	}
	integrity_files(o, &in);
	tool_say("%lld kejadian, %lld bulan dan %lld dokumen diperiksa, "
	    "%d kesalahan\n", (long long)in.events, (long long)in.months,
	    (long long)in.files, in.faults);
	return in.faults != 0;
}

/* Check the history up to a root that somebody kept; returns the exit code. */
static int
verify_root(struct office *o, const char *kept)
{
	struct root_row r;
	int64_t months;
	int faults;

	if (root_find(o, kept, &r) != CASE_OK)
		return tool_why(o, "verify");
	faults = root_verify(o, r.n, print_root_fault, NULL, &months);
	if (faults < 0)
		return tool_fail("verify: %s", db_error(office_db(o)));
	tool_say("akar bulan %04d-%02d: %lld bulan diperiksa, %d kesalahan\n",
	    r.year, r.month, (long long)months, faults);
	return faults != 0;
}

int
tool_verify(const struct tool *t, int argc, char **argv)
{
	const int kept = argc == 3 && strcmp(argv[1], "--root") == 0;
	const int files = argc == 2 && strcmp(argv[1], "--files") == 0;

	if (argc != 1 && !kept && !files)
		return tool_usage("verify [--files | --root AKAR]");
	return kept ? verify_root(t->o, argv[2]) : verify_all(t->o, files);
}
