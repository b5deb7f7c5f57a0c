/* explain.c - a deadline day by day, for whoever asks how it came about. */

#include "clock/caltable.h"
#include "clock/standard.h"

/* A deadline: days are numbered from that of receipt, if they are; seconds
 * count between `since` and `until`. */
struct deadline {
	int64_t	since, until;
	int	receipt, days;		/* hari: index of the day, and n */
	int	always;			/* day and night? */
};

/* Find the course of a standard's later instant; -1 when it never comes. */
static int
find_deadline(const struct calendar *cal, const struct standard *std,
    int64_t start, int64_t moved, struct deadline *out)
{
	int64_t min_at;

	*out = (struct deadline){ .since = start, .receipt = -1,
	    .always = std->measure == MEASURE_ELAPSED };
	standard_due(cal, std, start, moved, &min_at, &out->until);
	if (out->until == INT64_MAX || out->until < cal->base)
		return -1;
	if (std->unit == UNIT_DAY && !out->always) {
		out->since = calendar_day_end(cal, start, std->max);
		out->receipt = caltable_day(cal,
		    calendar_day_end(cal, start, 0) - 1);
		out->days = std->max;
	}
	return 0;
}

static void
explain_day(const struct calendar *cal, const struct deadline *c, int i,
    struct due_day *out)
{
	int64_t from = caltable_instant(cal, i, 0);
	int64_t to = caltable_instant(cal, i + 1, 0);
	int nth = cal->days[i].ordinal - cal->days[c->receipt < 0 ? i :
	    c->receipt].ordinal;

	civil_date(CAL_FIRST_DAY + i, &out->year, &out->month, &out->day);
	calendar_reason(cal, out->year, out->month, out->day, &out->reason);
	out->nth = c->receipt >= 0 && i >= c->receipt &&
	    out->reason.working && nth <= c->days ? nth : -1;
	out->from = c->since > from ? c->since : from;
	out->to = c->until < to ? c->until : to;
	if (out->to < out->from)
		out->to = out->from;
	out->counted = c->always ? out->to - out->from :
	    calendar_elapsed(cal, out->from, out->to);
}

size_t
standard_explain(const struct calendar *cal, const struct standard *std,
    int64_t start, int64_t moved, struct due_day *days, size_t max)
{
	struct deadline c;
	int64_t total = 0;
	int first, last, i;

	if (find_deadline(cal, std, start, moved, &c) != 0)
		return 0;
	first = caltable_day(cal, start);
	last = caltable_day(cal, c.until > start ? c.until - 1 : c.until);
	if (first < 0)
		first = 0;
	if (last == CAL_DAYS)
		last = CAL_DAYS - 1;
	for (i = first; i <= last && (size_t)(i - first) < max; i++) {
		explain_day(cal, &c, i, &days[i - first]);
		total += days[i - first].counted;
		days[i - first].total = total;
	}
	return last < first ? 0 : (size_t)(last - first + 1);
}

size_t
standard_explain_hours(const struct calendar *cal, const struct standard *std,
    const struct due_day *day, struct cal_hours *out, size_t max)
{
	int i = (int)(civil_day(day->year, day->month, day->day) -
	    CAL_FIRST_DAY);
	const struct day_shape *shape = caltable_shape(cal, i);
	const struct piece whole = { 0, 2 * DAY_SECONDS, 0 }, *p;
	int always = std->measure == MEASURE_ELAPSED;
	uint32_t k, count = always ? 1 : shape->count;
	int64_t from, to;
	size_t n = 0;

	for (k = 0; k < count; k++) {
		p = always ? &whole : &cal->pieces[shape->first + k];
		from = caltable_instant(cal, i, p->from);
		to = caltable_instant(cal, i, p->to);
		if (from < day->from)
			from = day->from;
		if (to > day->to)
			to = day->to;
		if (from < to && n++ < max)
			out[n - 1] = caltable_hours(cal, i, from, to);
	}
	return n;
}
