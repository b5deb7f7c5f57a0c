/* calendar_export.c - sopap calendar export: days off as iCalendar. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/built.h"
#include "calendar/ics.h"
#include "tool/tool.h"

int
tool_calendar_export(const struct tool_calendar_call *c)
{
	int years[2] = { CAL_FIRST_YEAR, CAL_LAST_YEAR }, i, rc = 0;
	char *text;

	if (!built_ical)
		return tool_fail("iCalendar tidak dapat ditulis di sini: sopap "
		    "ini dipasang tanpa libical");
	for (i = 0; i < c->argc; i++)
		if (tool_calendar_year(c->argv[i], &years[i]) != 0)
			return 1;
	if (c->argc == 1)
		years[1] = years[0];
	if (years[1] < years[0])
		return tool_fail("tahun %d sesudah %d", years[0], years[1]);
	text = ics_write(c->cal, years[0], years[1], c->now);
	if (text == NULL)
		return tool_fail("memori habis");
	if (fputs(text, stdout) == EOF || fflush(stdout) != 0)
		rc = tool_fail("keluaran: %s", strerror(errno));
	free(text);
	return rc;
}
