/*
 * notify.c - sopap notify: a unit of systemd has failed, and the administrators
 * are told.
 */
#include <stdio.h>
#include <string.h>

#include "base/conf.h"
#include "message/alarm.h"
#include "tool/tool.h"

static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-@.";

int
tool_notify(const struct tool *t, int argc, char **argv)
{
	const char *name = argv[1];
	char page[1024];

	if (argc != 2 || strspn(name, letters) != strlen(name))
		return tool_usage("notify UNIT");
	if (strncmp(name, "sopap-", 6) == 0)
		name += 6;
	snprintf(page, sizeof(page), "%s/admin/sistem", t->conf != NULL ?
	    t->conf->site : "");
	if (alarm_tell(t->o, name, "berhenti sebelum selesai", page, t->now) !=
	    CASE_OK)
		return tool_why(t->o, "notify");
	return 0;
}
