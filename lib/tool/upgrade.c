/* upgrade.c - sopap upgrade: bring an office to the schema of this program. */
#include <stdio.h>
#include <string.h>

#include "archive/archive_upgrade.h"
#include "page/terminal.h"
#include "store/migrate.h"
#include "tool/tool.h"

static void
say_step(void *arg, const char *name)
{
	(void)arg;
	tool_say("%s: selesai\n", name);
}

/* The folder of the backup, asked for: NULL when none was given. */
static const char *
ask_folder(char *buf, size_t size)
{
	terminal_say(stderr, "Folder untuk cadangan: ");
	if (fgets(buf, (int)size, stdin) == NULL)
		return NULL;
	buf[strcspn(buf, "\n")] = '\0';
	return buf[0] != '\0' ? buf : NULL;
}

/* Tell what came of it; returns the exit code. */
static int
say_done(const struct archive_upgrade *u, enum archive_result result)
{
	const struct archive_backup *b = &u->backup;

	if (result == ARCHIVE_KEPT || result == ARCHIVE_FAILED)
		return tool_fail("upgrade: %s", u->why);
	tool_say("Kantor sudah ditingkatkan ke skema %d. %lld kejadian dan "
	    "%lld berkas diperiksa, %d kesalahan. Cadangan sebelumnya: "
	    "%s/%s\n", db_schema_count, (long long)u->in.events,
	    (long long)u->cases, u->in.faults, b->dir, b->stamp);
	if (u->in.faults > u->before)
		return tool_fail("upgrade: sebelumnya ada %d kesalahan. "
		    "Pasang lagi sopap yang lama, lalu jalankan \"sopap "
		    "restore %s\"", u->before, b->dir);
	return result == ARCHIVE_FAULTY;
}

static int
upgrade(const struct tool *t, struct office *o, const char *dir)
{
	struct archive_upgrade u = { .step = say_step,
		.in = { .fault = tool_line, .note = tool_line } };
	char asked[4096];
	int version = db_version(office_db(o));

	if (version == db_schema_count) {
		tool_say("Skema kantor ini sudah yang terbaru (%d).\n",
		    version);
		return 0;
	}
	if (dir == NULL && (dir = ask_folder(asked, sizeof(asked))) == NULL)
		return tool_fail("upgrade: kantor ini dicadangkan dahulu; "
		    "sebutkan foldernya dengan --backup FOLDER");
	tool_backup_of(t, dir, &u.backup);
	return say_done(&u, archive_upgrade(o, &u));
}

int
tool_upgrade(const struct tool *t, int argc, char **argv)
{
	const char *dir = tool_option(&argc, argv, "--backup", 1);
	struct office *o;
	int rc;

	if (argc != 1)
		return tool_usage("upgrade [--backup FOLDER]");
	if (t->data == NULL)
		return tool_fail("%s", t->trouble);
	if (tool_owner(t) != 0 || (o = tool_office(t, DB_UPGRADE)) == NULL)
		return 1;
	rc = upgrade(t, o, dir);
	office_close(o);
	return rc;
}
