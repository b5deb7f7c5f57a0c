/* report_step.c - the row of an SOP that figures are of. */
#include "reports/month/report_step.h"

#include <stdio.h>

#include "month/month_pace.h"
#include "people/performer.h"
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
report_step_short(const struct report *r, const struct month_part *p)
{
	const struct sop_row *step = report_step(r, p);

	return step != NULL ? sop_row_short(step) : "";
}

const char *
report_step_activity(const struct report *r, const struct month_part *p)
{
	const struct sop_row *step = report_step(r, p);

	return step != NULL ? sop_row_activity(step) : "";
}

char *
report_step_who(const struct report *r, const struct month_part *p, char *buf,
    size_t size)
{
	const struct sop *sop = office_sop(r->office, p->version_id);
	const struct sop_row *step = report_step(r, p);

	if (step == NULL)
		snprintf(buf, size, "%s", "");
	else
		performer_in(r->office, sop, step->performer, buf, size);
	return buf;
}

char *
report_step_standard(const struct report *r, const struct month_part *p,
    char *buf, size_t size)
{
	const struct sop_row *step = report_step(r, p);

	buf[0] = '\0';
	if (step != NULL && step->standard.max != 0)
		standard_text(&step->standard, buf, size);
	return buf;
}

const struct month_pace_row *
report_step_pace(const struct report *r, const struct month_part *p)
{
	return month_pace_row(r->visits, p);
}

int64_t
report_step_day(const struct month_part *p)
{
	return p->external || p->system ? 24 * 3600 : 0;
}
