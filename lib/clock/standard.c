/* standard.c - time standards: reading, instants, verdicts. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "clock/calendar.h"
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

static const char *const verdicts[VERDICT__MAX] = {
	[VERDICT_NONE] = "none",
	[VERDICT_BELOW] = "below",
	[VERDICT_WITHIN] = "within",
	[VERDICT_OVER] = "over",
};

static int
find(const char *const *names, int count, const char *slug)
{
	int i;

	for (i = 0; slug != NULL && i < count; i++)
		if (strcmp(names[i], slug) == 0)
			return i;
	return -1;
}

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

const char *
verdict_slug(enum verdict verdict)
{
	return verdicts[verdict];
}

int
standard_unit_from(const char *slug)
{
	return find(units, UNIT__MAX, slug);
}

int
standard_measure_from(const char *slug)
{
	return find(measures, MEASURE__MAX, slug);
}

int
verdict_from(const char *slug)
{
	return find(verdicts, VERDICT__MAX, slug);
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

enum verdict
verdict_of(const struct calendar *cal, const struct standard *std,
    int64_t start, int64_t moved, int64_t finish)
{
	int64_t min_at, max_at;

	standard_due(cal, std, start, moved, &min_at, &max_at);
	if (finish > max_at)
		return VERDICT_OVER;
	if (std->min < std->max && finish < min_at)
		return VERDICT_BELOW;
	return VERDICT_WITHIN;
}

enum verdict
verdict_of_work(const struct standard *std, int64_t own, int64_t queued,
    int64_t queue_max, int64_t day)
{
	if (own > standard_seconds(std, std->max, day) || queued > queue_max)
		return VERDICT_OVER;
	if (std->min < std->max && own < standard_seconds(std, std->min, day))
		return VERDICT_BELOW;
	return VERDICT_WITHIN;
}

int64_t
standard_queue_allowance(const struct calendar *cal, int64_t receipt, int days)
{
	return calendar_elapsed(cal, receipt,
	    calendar_day_end(cal, receipt, days));
}
