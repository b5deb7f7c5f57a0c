/* backup.c - sopap backup: copy the database while it is in use. */
#include "tool/tool.h"

int
tool_backup(const struct tool *t, int argc, char **argv)
{
	struct office *o;
	int rc;

	if (argc != 2)
		return tool_fail("backup BERKAS");
	if ((o = tool_office(t, DB_READ)) == NULL)
		return 1;
	if ((rc = db_backup(office_db(o), argv[1])) != 0)
		tool_fail("backup: %s", db_error(office_db(o)));
	office_close(o);
	return rc != 0;
}
