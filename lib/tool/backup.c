/* backup.c - sopap backup: copy the database while it is in use. */
#include "tool/tool.h"

int
tool_backup(const struct tool *t, int argc, char **argv)
{
	struct db *db = office_db(t->o);

	if (argc != 2)
		return tool_fail("backup BERKAS");
	if (db_backup(db, argv[1]) != 0)
		return tool_fail("backup: %s", db_error(db));
	return 0;
}
