/* backup.c - sopap backup: copy all of the office while it is in use. */
#include <stdio.h>

#include "archive/archive_backup.h"
#include "base/conf.h"
#include "tool/tool.h"

static void
say_made(const struct archive_backup *b)
{
	printf("%s: %lld kejadian dan %lld berkas (%zu baru) dicadangkan, "
	    "dibaca kembali dan diperiksa, %d kesalahan\n", b->dir,
	    (long long)b->in.events, (long long)b->in.files, b->added,
	    b->in.faults);
}

int
tool_backup(const struct tool *t, int argc, char **argv)
{
	struct archive_backup b = { .data = t->data, .now = t->now,
		.in = { .fault = tool_line, .note = tool_line,
		    .progress = tool_progress } };

	if (argc != 2)
		return tool_usage("backup FOLDER");
	b.dir = argv[1];
	if (t->conf != NULL) {
		b.conf = conf_path();
		b.letters = t->conf->letters;
	}
	switch (archive_backup(t->o, &b)) {
	case ARCHIVE_DONE:
		say_made(&b);
		return 0;
	case ARCHIVE_FAULTY:
		say_made(&b);
		return 1;
	case ARCHIVE_KEPT:
	case ARCHIVE_FAILED:
		break;
	}
	return tool_fail("backup: %s", b.why);
}
