/* backup.c - sopap backup: copy all of the office while it is in use. */
#include <stdio.h>

#include "archive/archive_backup.h"
#include "base/conf.h"
#include "office/last_run.h"
#include "tool/tool.h"

static void
say_made(const struct archive_backup *b)
{
	tool_say("%s: %lld kejadian dan %lld dokumen (%zu baru) dicadangkan, "
	    "dibaca kembali dan diperiksa, %d kesalahan\n", b->dir,
	    (long long)b->in.events, (long long)b->in.files, b->added,
	    b->in.faults);
}

/* Write down how it ended.  An office of another schema cannot; that is no
 * fault of the backup. */
static void
note(const struct tool *t, const char *fault)
{
	char why[512];
	struct office *o = office_open_at(t->data, t->database, t->files,
	    DB_WRITE, why, sizeof(why));

	if (o != NULL && last_run_note(o, LAST_RUN_BACKUP, fault, t->now) !=
	    CASE_OK)
		tool_why(o, "backup");
	office_close(o);
}

void
tool_backup_of(const struct tool *t, const char *dir, struct archive_backup *b)
{
	*b = (struct archive_backup){ .dir = dir, .data = t->data,
		.database = t->database, .now = t->now,
		.in = { .fault = tool_line, .note = tool_line,
		    .progress = tool_progress } };
	if (t->conf != NULL) {
		b->conf = conf_path();
		b->letters = t->conf->letters;
	}
}

int
tool_backup(const struct tool *t, int argc, char **argv)
{
	struct archive_backup b;

	if (argc != 2)
		return tool_usage("backup FOLDER");
	tool_backup_of(t, argv[1], &b);
	switch (archive_backup(t->o, &b)) {
	case ARCHIVE_DONE:
		say_made(&b);
		note(t, "");
		return 0;
	case ARCHIVE_FAULTY:
		say_made(&b);
		note(t, "cadangan dibuat, tetapi ada yang salah di dalamnya; "
		    "jalankan sopap verify --files");
		return 1;
	case ARCHIVE_KEPT:
	case ARCHIVE_FAILED:
		break;
	}
	note(t, b.why);
	return tool_fail("backup: %s", b.why);
}
