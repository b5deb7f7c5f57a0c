/*
 * calendar_outage.c - outages: stretches in which the office, or a unit of it,
 * could not work; and the calendar of a unit.
 */

#include <stdlib.h>
#include <string.h>

#include "clock/caltable.h"

size_t
calendar_outages(const struct calendar *cal, int64_t from, int64_t to,
    struct cal_outage *out, size_t max)
{
	const struct zone *zone = &cal->file.zone;
	const struct outage *o;
	struct cal_outage one;
	size_t i, n = 0;

	for (i = 0; i < cal->file.noutages; i++) {
		o = &cal->file.outages[i];
		one = (struct cal_outage){ zone_instant(zone, o->from),
		    zone_instant(zone, o->to), o->name, o->decree, o->unit };
		if (one.from >= to || one.to <= from)
			continue;
		if (n < max)
			out[n] = one;
		n++;
	}
	return n;
}

/* -- the calendar of a unit --------------------------------------------- */

static int
is_among(const char *unit, const char *const *units)
{
	for (; *units != NULL; units++)
		if (strcmp(*units, unit) == 0)
			return 1;
	return 0;
}

int
calendar_has_unit(const struct calendar *cal, const char *const *units)
{
	size_t i;

	for (i = 0; i < cal->file.noutages; i++)
		if (cal->file.outages[i].unit != NULL && (units == NULL ||
		    is_among(cal->file.outages[i].unit, units)))
			return 1;
	return 0;
}

struct calendar *
calendar_of_unit(const struct calendar *base, const char *const *units)
{
	struct calendar *cal = calloc(1, sizeof(*cal));
	struct outage *o;
	size_t n = base->file.noutages, i;

	if (cal == NULL || (o = malloc((n + 1) * sizeof(*o))) == NULL) {
		free(cal);
		return NULL;
	}
	for (i = 0; i < n; i++) {
		o[i] = base->file.outages[i];
		o[i].counts = o[i].unit == NULL || is_among(o[i].unit, units);
	}
	cal->file = base->file;
	cal->file.outages = o;
	cal->borrows = 1;
	if (caltable_build(cal) == 0)
		return cal;
	calendar_free(cal);
	return NULL;
}
