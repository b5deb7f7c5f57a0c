/* target.c - sopap target: set the share of tasks that is to be on time. */
#include <stdio.h>
#include <stdlib.h>

#include "month/target.h"
#include "people/role.h"
#include "tool/tool.h"

/* target PERCENT DECREE [ROLE]: from now on. */
int
tool_target(const struct tool *t, int argc, char **argv)
{
	struct change ch = { .now = t->now };
	struct target g = { .valid_from = t->now };
	struct role_row r = { 0 };
	char *end = NULL;

	if (argc != 3 && argc != 4)
		return tool_usage("target PERSEN DASAR [PERAN]");
	g.percent = strtoll(argv[1], &end, 10);
	if (end == argv[1] || *end != '\0')
		return tool_fail("target: %s bukan angka", argv[1]);
	snprintf(g.decree, sizeof(g.decree), "%s", argv[2]);
	if (argc == 4 && role_by_slug(t->o, argv[3], &r) != CASE_OK)
		return tool_why(t->o, argv[3]);
	g.role_id = r.id;
	if (target_set(t->o, &ch, &g) != CASE_OK)
		return tool_why(t->o, "target");
	return 0;
}
