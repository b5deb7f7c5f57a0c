/* calendar_outage.c - outages: stretches in which the office, or a unit of it, could
 * not work. */

#include <stdlib.h>
#include <string.h>

#include "clock/caltable.h"

#define OUTAGES_MAX	1000	/* each is compared with all it overlaps */

static int
read_outage(struct reader *r, const yaml_node_t *node, void *into)
{
	static const struct key keys[] = {
		{ "dari", calyaml_local, offsetof(struct outage, from), 1 },
		{ "sampai", calyaml_local, offsetof(struct outage, to), 1 },
		{ "nama", calyaml_text, offsetof(struct outage, name), 1 },
		{ "dasar", calyaml_text, offsetof(struct outage, decree), 0 },
		{ "unit", calyaml_text, offsetof(struct outage, unit), 0 },
		{ NULL, NULL, 0, 0 },
	};
	struct outage *outage = into;

	outage->line = calyaml_line(node);
	if (calyaml_mapping(r, node, keys, into) != 0)
		return -1;
	if (outage->to <= outage->from)
		return calyaml_refuse(r, outage->line, "selesai sebelum mulai");
	outage->counts = outage->unit == NULL;
	return 0;
}

static int
by_start(const void *a, const void *b)
{
	const struct outage *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return (x->line > y->line) - (x->line < y->line);
}

static int
same_unit(const struct outage *a, const struct outage *b)
{
	if (a->unit == NULL || b->unit == NULL)
		return a->unit == b->unit;
	return strcmp(a->unit, b->unit) == 0;
}

/* Refuse two of one unit, or two of the office, that overlap. */
static int
check_overlaps(struct reader *r, const struct outage *list, size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i++)
		for (k = i + 1; k < n && list[k].from < list[i].to; k++)
			if (same_unit(&list[i], &list[k]))
				return calyaml_refuse(r, list[k].line, "bertumpang "
				    "dengan baris %zu", list[i].line);
	return 0;
}

int
read_outages(struct reader *r, const yaml_node_t *node, void *into)
{
	struct calfile *file = into;
	void *list = NULL;
	int rc;

	rc = calyaml_list(r, node, read_outage, sizeof(*file->outages), &list,
	    &file->noutages);
	file->outages = list;
	if (rc != 0 || file->noutages == 0)
		return rc;
	if (file->noutages > OUTAGES_MAX)
		return calyaml_refuse(r, calyaml_line(node), "paling banyak %d gangguan",
		    OUTAGES_MAX);
	qsort(list, file->noutages, sizeof(*file->outages), by_start);
	return check_overlaps(r, file->outages, file->noutages);
}

/* -- what they are ------------------------------------------------------ */

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
