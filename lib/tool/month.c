/* month.c - sopap month and target: close a month, set the share on time. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/month.h"
#include "case/role.h"
#include "case/target.h"
#include "tool/tool.h"

int
cmd_month(const struct tool *t, int argc, char **argv)
{
	struct office *o;
	enum case_err err;
	int year, month, end = 0;

	if (argc != 3 || strcmp(argv[1], "close") != 0 ||
	    sscanf(argv[2], "%4d-%2d%n", &year, &month, &end) != 2 ||
	    argv[2][end] != '\0')
		return tool_fail("month close YYYY-MM");
	if ((o = tool_office(t, DB_WRITE)) == NULL)
		return 1;
	err = month_close(o, 0, year, month, t->now);
	if (err == CASE_REPEATED)
		printf("%s sudah disahkan\n", argv[2]);
	else if (err != CASE_OK)
		tool_why(o, argv[2]);
	office_close(o);
	return err != CASE_OK && err != CASE_REPEATED;
}

/* target PERCENT DECREE [ROLE]: from now on. */
int
cmd_target(const struct tool *t, int argc, char **argv)
{
	struct change ch = { .now = t->now };
	struct target g = { .valid_from = t->now };
	struct role_row r = { 0 };
	struct office *o;
	char *end = NULL;
	int rc = 0;

	if (argc != 3 && argc != 4)
		return tool_fail("target PERSEN DASAR [PERAN]");
	g.percent = strtoll(argv[1], &end, 10);
	if (end == argv[1] || *end != '\0')
		return tool_fail("target: %s bukan angka", argv[1]);
	snprintf(g.decree, sizeof(g.decree), "%s", argv[2]);
	if ((o = tool_office(t, DB_WRITE)) == NULL)
		return 1;
	if (argc == 4 && role_by_slug(o, argv[3], &r) != CASE_OK)
		rc = tool_why(o, argv[3]);
	g.role_id = r.id;
	if (rc == 0 && target_set(o, &ch, &g) != CASE_OK)
		rc = tool_why(o, "target");
	office_close(o);
	return rc;
}
