/* rebuild.c - sopap rebuild: derive the cases again from their events. */
#include <stdio.h>
#include <string.h>

#include "case/rebuild.h"
#include "tool/tool.h"

static void
print_difference(void *arg, int64_t id, const char *what)
{
	tool_say("berkas %lld: %s\n", (long long)id, what);
}

int
tool_rebuild(const struct tool *t, int argc, char **argv)
{
	int check = argc == 2 && strcmp(argv[1], "--check") == 0, faults;
	struct office *o;
	int64_t cases = 0;

	if (argc != 1 && !check)
		return tool_usage("rebuild [--check]");
	if ((o = tool_office(t, check ? DB_READ : DB_WRITE)) == NULL)
		return 1;
	faults = rebuild(o, !check, print_difference, NULL, &cases);
	if (faults < 0)
		tool_fail("rebuild: %s", db_error(office_db(o)));
	else
		tool_say("%lld berkas diturunkan, %d perbedaan%s\n",
		    (long long)cases, faults, check || faults == 0 ? "" :
		    ", diperbaiki");
	office_close(o);
	return check ? faults != 0 : faults < 0;
}
