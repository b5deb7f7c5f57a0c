/* standard.c - time standards: reading, instants, and a deadline explained. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "clock/calendar.h"
#include "clock/caltable.h"
#include "clock/caltext.h"
#include "clock/standard.h"

#define DIGITS_MAX 6		/* of one figure */
#define EN_DASH "\xe2\x80\x93"

static const char *const units[UNIT__MAX] = {
	[UNIT_SECOND] = "detik",
	[UNIT_MINUTE] = "menit",
	[UNIT_HOUR] = "jam",
	[UNIT_DAY] = "hari",
};

static const char *const measures[MEASURE__MAX] = {
	[MEASURE_WORK] = "work",
	[MEASURE_TURNAROUND] = "turnaround",
	[MEASURE_ELAPSED] = "elapsed",
};

const char *
standard_unit_slug(enum time_unit unit)
{
	return units[unit];
}

const char *
standard_measure_slug(enum time_measure measure)
{
	return measures[measure];
}

int
standard_unit_from(const char *slug)
{
	return caltext_find(units, UNIT__MAX, slug);
}

int
standard_measure_from(const char *slug)
{
	return caltext_find(measures, MEASURE__MAX, slug);
}

static const char *
skip_blanks(const char *s)
{
	return s + strspn(s, " \t");
}

/* Read a figure of at least 1; the rest of the text, or NULL. */
static const char *
read_figure(const char *s, int32_t *out)
{
	size_t digits = strspn(s, "0123456789");

	if (digits == 0 || digits > DIGITS_MAX)
		return NULL;
	*out = (int32_t)strtol(s, NULL, 10);
	return *out > 0 ? skip_blanks(s + digits) : NULL;
}

/* The text after a dash, or NULL when none stands here. */
static const char *
after_dash(const char *s)
{
	if (*s == '-')
		return skip_blanks(s + 1);
	if (strncmp(s, EN_DASH, strlen(EN_DASH)) == 0)
		return skip_blanks(s + strlen(EN_DASH));
	return NULL;
}

/* Read a unit in any case, and nothing but blanks after it. */
static int
read_unit(const char *s)
{
	size_t len;
	int i;

	for (i = 0; i < UNIT__MAX; i++) {
		len = strlen(units[i]);
		if (strncasecmp(s, units[i], len) == 0 &&
		    *skip_blanks(s + len) == '\0')
			return i;
	}
	return -1;
}

int
standard_parse(const char *text, struct standard *out)
{
	struct standard read = { 0 };
	const char *s, *second;
	int unit;

	s = read_figure(skip_blanks(text), &read.min);
	if (s == NULL)
		return -1;
	read.max = read.min;
	second = after_dash(s);
	if (second != NULL)
		s = read_figure(second, &read.max);
	if (s == NULL || read.max < read.min)
		return -1;
	unit = read_unit(s);
	if (unit < 0)
		return -1;
	read.unit = (enum time_unit)unit;
	read.measure = unit == UNIT_DAY ? MEASURE_TURNAROUND : MEASURE_WORK;
	*out = read;
	return 0;
}

const char *
standard_text(const struct standard *std, char *buf, size_t size)
{
	if (std->min == std->max)
		snprintf(buf, size, "%d %s", std->max, units[std->unit]);
	else
		snprintf(buf, size, "%d" EN_DASH "%d %s", std->min, std->max,
		    units[std->unit]);
	return buf;
}

int64_t
standard_seconds(const struct standard *std, int32_t n, int64_t day)
{
	const int64_t unit[UNIT__MAX] = {
		[UNIT_SECOND] = 1,
		[UNIT_MINUTE] = 60,
		[UNIT_HOUR] = 3600,
		[UNIT_DAY] = day,
	};

	return n * unit[std->unit];
}

/* The instant `n` units after start, in the way the standard measures. */
static int64_t
due(const struct calendar *cal, const struct standard *std, int32_t n,
    int64_t start, int64_t moved)
{
	int64_t at;

	if (std->measure == MEASURE_ELAPSED)
		return start + standard_seconds(std, n, 24 * 3600);
	if (std->unit != UNIT_DAY)
		return calendar_add(cal, start,
		    standard_seconds(std, n, 0) + moved);
	at = calendar_day_end(cal, start, n);
	return at == INT64_MAX ? at : calendar_add(cal, at, moved);
}

void
standard_due(const struct calendar *cal, const struct standard *std,
    int64_t start, int64_t moved, int64_t *min_at, int64_t *max_at)
{
	*min_at = due(cal, std, std->min, start, moved);
	*max_at = due(cal, std, std->max, start, moved);
}

int64_t
standard_queue_allowance(const struct calendar *cal, int64_t receipt, int days)
{
	return calendar_elapsed(cal, receipt,
	    calendar_day_end(cal, receipt, days));
}

/* -- a deadline day by day --------------------------------------------- */

/* A deadline: its days are numbered from that of receipt, or not; seconds count
 * between `since` and `until`. */
struct deadline {
	int64_t	since, until;
	int	receipt, days;		/* hari: index of the day, and n */
	int	always;			/* day and night? */
};

/* Find the deadline, a standard's later instant; -1 when it never comes. */
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
