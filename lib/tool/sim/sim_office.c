/* sim_office.c - founding the office of a simulation. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/calendar.h"
#include "month/target.h"
#include "tool/sim/sim.h"
#include "tool/tool.h"

static int
publish_path(const char *path, void *arg)
{
	struct sim *s = arg;
	struct change ch = { .now = s->now };
	const char *base = strrchr(path, '/') + 1;
	char *text;
	size_t len;
	int64_t id;
	int rc = 0;

	if (strcmp(base, "peran.yaml") == 0)
		return 0;
	if ((text = tool_read(path, &len)) == NULL)
		return 1;
	if (office_publish(s->o, &ch, base, text, len, &id) != CASE_OK)
		rc = tool_why(s->o, base);
	free(text);
	return rc;
}

/* The office's target, from the beginning of the history on. */
static int
set_target(struct sim *s, int64_t from)
{
	struct change ch = { .now = from };
	struct target t = { .percent = 90, .valid_from = from,
	    .decree = "Keputusan Kepala Kantor Wilayah (contoh)" };

	return target_set(s->o, &ch, &t) == CASE_OK ? 0 :
	    tool_why(s->o, "target");
}

int
sim_found(const struct tool *t, struct sim *s, int64_t until, int months)
{
	struct cal_local l;
	char path[4096];
	int64_t from;

	snprintf(path, sizeof(path), "%s/sop", t->share);
	if ((s->o = tool_office(t, DB_CREATE)) == NULL)
		return 1;
	if (office_unit(s->o) != 0)
		return tool_fail("simulate: hanya untuk kantor baru");
	db_bulk(office_db(s->o), 1);
	/* Zone and months are the calendar's; it is set up a little before. */
	from = until - (int64_t)(months + 2) * 31 * 86400;
	if (tool_setup(t, s->o, from) != 0)
		return 1;
	calendar_local(office_calendar(s->o), until, &l);
	from = calendar_month(office_calendar(s->o), l.year - 1 - months / 12,
	    l.month + 12 - months % 12);
	s->now = s->began = from;
	if (tool_each(path, ".yaml", publish_path, s) != 0 ||
	    sim_people_add(s->o, SIM_PASSWORD, from) != 0 ||
	    set_target(s, from) != 0 || sim_people_load(s) != 0 ||
	    sim_letter(s) != 0)
		return 1;
	return 0;
}
