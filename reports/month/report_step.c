/* report_step.c - the row of an SOP that figures are of. */
#include "reports/month/report_step.h"

#include <stdio.h>

#include "clock/calendar.h"
#include "reports/month/report.h"
#include "sop/sop.h"

#define NBSP "\xc2\xa0"

const struct sop_row *
report_step(const struct report *r, const struct month_part *p)
{
	const struct sop *sop = office_sop(r->office, p->version_id);

	return sop != NULL ? sop_row_at(sop, (int)p->pos) : NULL;
}

char *
report_step_name(const struct report *r, const struct month_part *p, char *buf,
    size_t size)
{
	if (r->scope != NULL)
		snprintf(buf, size, "Langkah" NBSP "%s", p->no);
	else
		snprintf(buf, size, "%s, langkah" NBSP "%s", p->name, p->no);
	return buf;
}

const char *
report_step_activity(const struct report *r, const struct month_part *p)
{
	const struct sop_row *step = report_step(r, p);

	if (step == NULL)
		return "";
	return step->activity_fixed != NULL ? step->activity_fixed :
	    step->activity;
}

void
report_step_measure(const struct report *r, const struct month_part *p,
    const struct sop_row *step, struct report_step_measure *m)
{
	const int work = step->standard.measure == MEASURE_WORK;

	m->day = step->standard.measure == MEASURE_ELAPSED ? 24 * 3600 :
	    calendar_day_length(r->cal, r->f->to - 1);
	m->median = work ? p->own_median : p->turn_median;
	m->p90 = work ? p->own_p90 : p->turn_p90;
	m->limit = standard_seconds(&step->standard, step->standard.max,
	    m->day);
}

int64_t
report_step_day(const struct report *r, const struct month_part *p)
{
	return p->external || p->system ? 24 * 3600 :
	    calendar_day_length(r->cal, r->f->to - 1);
}
