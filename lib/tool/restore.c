/* restore.c - sopap restore: put an office back out of a backup. */
#include <stdio.h>
#include <string.h>

#include "archive/archive_file.h"
#include "archive/archive_restore.h"
#include "base/conf.h"
#include "page/terminal.h"
#include "store/migrate.h"
#include "tool/tool.h"

static void
print_row(const char *name, const char *text)
{
	printf("%-18s%s\n", terminal_word(name), terminal_word(text));
}

static void
print_number(const char *name, int64_t n)
{
	printf("%-18s%lld\n", terminal_word(name), (long long)n);
}

/* The configuration is not the office's to write: it is compared, and named
 * where it differs. */
static void
print_conf(const struct archive_restore *r)
{
	char kept[4096], text[4200], now[FILES_HASH_SIZE],
	    then[FILES_HASH_SIZE];

	snprintf(kept, sizeof(kept), "%s/%s/sopap.conf", r->dir, r->stamp);
	if (archive_file_hash(kept, then) != 0)
		snprintf(text, sizeof(text), "tidak ada dalam cadangan");
	else if (archive_file_hash(conf_path(), now) == 0 &&
	    strcmp(now, then) == 0)
		snprintf(text, sizeof(text), "sama dengan %s", conf_path());
	else
		snprintf(text, sizeof(text), "%s, bila perlu disalin ke %s",
		    kept, conf_path());
	print_row("Konfigurasi", text);
	snprintf(kept, sizeof(kept), "%s/%s/letters", r->dir, r->stamp);
	print_row("Naskah surat", archive_file_exists(kept) ? kept :
	    "tidak ada dalam cadangan");
}

static void
print_table(const struct archive_restore *r)
{
	const struct archive_content *c = &r->content;
	char text[128];

	print_row("Cadangan dari", r->stamp);
	print_number("Berkas", c->cases);
	print_number("Kejadian", c->events);
	print_number("Dokumen", c->documents);
	print_number("Orang", c->people);
	snprintf(text, sizeof(text), "%04d-%02d-%02d %02d:%02d",
	    c->local.year, c->local.month, c->local.day, c->local.hour,
	    c->local.minute);
	print_row("Kejadian terbaru", c->newest != 0 ? text : "tidak ada");
	snprintf(text, sizeof(text), "%d%s%s%s", c->schema, c->release[0] !=
	    '\0' ? ", sopap " : "", c->release, c->schema < db_schema_count ?
	    "; lebih lama daripada program, jalankan \"sopap upgrade\"" : "");
	print_row("Skema", text);
	print_row("Kunci", c->key ? "cocok" : "tidak cocok");
	print_conf(r);
	snprintf(text, sizeof(text), "%d", r->in.faults);
	print_row("Kesalahan", text);
	if (!r->dry)
		print_row("Kantor lama", r->aside[0] != '\0' ? r->aside :
		    "tidak ada");
}

int
tool_restore(const struct tool *t, int argc, char **argv)
{
	struct archive_restore r = { .data = t->data, .now = t->now,
		.in = { .fault = tool_line, .note = tool_line,
		    .progress = tool_progress } };
	enum archive_result result;

	r.dry = tool_option(&argc, argv, "--dry-run", 0) != NULL;
	if (argc != 2)
		return tool_usage("restore [--dry-run] FOLDER");
	if (t->data == NULL)
		return tool_fail("%s", t->trouble);
	if (!r.dry && tool_owner(t) != 0)
		return 1;
	r.dir = argv[1];
	result = archive_restore(&r);
	if (result == ARCHIVE_KEPT || result == ARCHIVE_FAILED)
		return tool_fail("restore: %s", r.why);
	print_table(&r);
	tool_say("%s\n", r.dry ? "Tidak ada yang diubah." :
	    "Kantor sudah dipulihkan.");
	if (!r.dry && t->database[0] != '\0')
		tool_say("Basis datanya file %s/office.db; pindahkan ke server "
		    "dengan \"sopap copy\".\n", t->data);
	return result == ARCHIVE_FAULTY;
}
