/* copy.c - sopap copy: an office's database copied into another. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "archive/archive_copy.h"
#include "page/terminal.h"
#include "tool/tool.h"

/* On a terminal one line for each table is enough. */
static void
say_rows(void *arg, const char *table, int64_t done, int64_t all)
{
	(void)arg;
	terminal_say(stderr, "%s: %lld dari %lld baris%s", table,
	    (long long)done, (long long)all,
	    isatty(STDERR_FILENO) && done != all ? "\r" : "\n");
}

int
tool_copy(const struct tool *t, int argc, char **argv)
{
	struct archive_copy c = { .progress = say_rows, .data = t->data,
		.files_stay = strcmp(t->files, "folder") == 0 };

	if (argc != 3)
		return tool_usage("copy DARI KE");
	c.from = argv[1];
	c.to = argv[2];
	if (archive_copy(&c) != 0)
		return tool_fail("copy: %s", c.why);
	tool_say("%d tabel dengan %lld baris (%lld baru) disalin, dibaca "
	    "kembali dan dibandingkan: sama\n", c.tables, (long long)c.rows,
	    (long long)c.added);
	tool_say(db_is_server(c.from) || db_is_server(c.to) ?
	    "%lld dokumen disalin. Kunci tetap di folder data.\n" :
	    "Dokumen dan kunci tetap di folder data.\n",
	    (long long)c.documents);
	return c.lost == 0 ? 0 : tool_fail("copy: %lld dokumen tidak ada "
	    "atau berubah di kantor ini, dan tidak disalin",
	    (long long)c.lost);
}
