/* report_json.c - all figures of a period as JSON (RFC 8259). */
#include <jansson.h>

#include "month/month_pace.h"
#include "month/month_party.h"
#include "reports/month/report.h"
#include "reports/month/report_json.h"
#include "reports/month/report_step.h"
#include "reports/month/report_table.h"

/* In the order of enum month_sign. */
static const char *const signs[SIGN__MAX] = {
	"tight-return", "unchanged", "fast", "late-entry", "own-approval",
	"joint", "unproved", "saved", "late-wait"
};

static json_t *
part_json(const struct month_part *p)
{
	json_t *o = json_pack("{s:s, s:s, s:s, s:s}", "key", p->key, "name",
	    p->name, "no", p->no, "decree", p->decree);

#define MEMBER(name) \
	json_object_set_new(o, #name, json_integer((json_int_t)p->name));
	MONTH_COUNTS(MEMBER)
#undef MEMBER
	return o;
}

static json_t *
parts_json(const struct month_part *p, size_t n)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < n; i++)
		json_array_append_new(list, part_json(&p[i]));
	return list;
}

/* The rows of the SOPs; what their visits used of their own limits is in
 * thousandths, -1 without a standard. */
static json_t *
rows_json(const struct report *r)
{
	const struct month_part *p = r->f->row;
	const struct month_pace_row *pace;
	json_t *list = json_array(), *o;
	char who[160], standard[64];

	for (; p < r->f->row + r->f->nrow; p++) {
		pace = report_step_pace(r, p);
		if (pace != NULL && !pace->limited)
			pace = NULL;
		o = part_json(p);
		json_object_update_new(o, json_pack("{s:s, s:s, s:s, s:s, s:I,"
		    " s:I}", "short", report_step_short(r, p), "activity",
		    report_step_activity(r, p), "performer",
		    report_step_who(r, p, who, sizeof(who)), "standard",
		    report_step_standard(r, p, standard, sizeof(standard)),
		    "limit_median", (json_int_t)(pace != NULL ? pace->median :
		    -1), "limit_p90", (json_int_t)(pace != NULL ? pace->p90 :
		    -1)));
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *
series_json(const struct month_figures *f)
{
	json_t *list = json_array();
	const struct month_point *p;

	for (p = f->series; f->months != 0 && p < f->series + MONTH_SERIES;
	    p++)
		json_array_append_new(list, json_pack(
		    "{s:i, s:i, s:I, s:I, s:I}", "year", p->year, "month",
		    p->month, "on_time", (json_int_t)p->on_time, "done",
		    (json_int_t)p->done, "late_open",
		    (json_int_t)p->late_open));
	return list;
}

static json_t *
marks_json(const struct report *r)
{
	const struct month_figures *f = r->f;
	json_t *list = json_array();
	const struct month_mark *m;
	char name[REPORT_WORDS];
	size_t i;

	for (i = 0; i < f->nmark; i++) {
		m = &f->mark[i];
		json_array_append_new(list, json_pack(
		    "{s:s, s:s, s:s, s:s, s:s, s:I}", "sign", signs[m->sign],
		    "case", report_case_name(r, m->case_id, m->number, name),
		    "sop", m->sop, "row", m->no,
		    "performer", m->performer, "closed_at",
		    (json_int_t)m->closed_at));
	}
	return list;
}

/* The parties outside; `work` and `real` are the same time in seconds, by the
 * office's working time and day and night. */
static json_t *
parties_json(const struct report *r)
{
	const struct month_party *p = r->party;
	json_t *list = json_array();

	for (; p < r->party + r->nparty; p++)
		json_array_append_new(list, json_pack(
		    "{s:s, s:s, s:I, s:I, s:I, s:I, s:I}", "slug", p->slug,
		    "name", p->name, "cases", (json_int_t)p->cases, "waits",
		    (json_int_t)p->waits, "work", (json_int_t)p->work, "real",
		    (json_int_t)p->real, "now", (json_int_t)p->now));
	return list;
}

int
report_json(const struct report *r, FILE *to)
{
	const struct month_figures *f = r->f;
	json_t *o;
	int rc;

	o = json_pack("{s:s, s:s, s:I, s:I, s:I, s:b, s:b, s:I, s:o, s:o, s:o,"
	    " s:o, s:o, s:o, s:o, s:o}", "period", f->period, "sop", f->sop,
	    "from", (json_int_t)f->from, "to", (json_int_t)f->to,
	    "at", (json_int_t)f->at, "running",
	    f->running, "frozen", f->frozen, "calendar_id",
	    (json_int_t)f->calendar_id, "office", part_json(&f->office),
	    "roles", parts_json(f->role, f->nrole), "sops",
	    parts_json(f->sops, f->nsops), "rows", rows_json(r),
	    "units", parts_json(f->unit, f->nunit), "series", series_json(f),
	    "marks", marks_json(r), "parties", parties_json(r));
	rc = json_dumpf(o, to, JSON_INDENT(1));
	json_decref(o);
	return rc;
}
