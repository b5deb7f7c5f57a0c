/* calfile.c - the calendar file: its keys, and what they may not say. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/calfile.h"
#include "clock/civil.h"

#define WEEKS_MAX	500	/* the search for one is linear */
#define OUTAGES_MAX	1000	/* each is compared with all it overlaps */

static int
read_validity(struct calyaml *r, const yaml_node_t *node, void *into)
{
	static const struct calyaml_key keys[] = {
		{ "dari", calyaml_date, offsetof(struct week, from), 0 },
		{ "sampai", calyaml_date, offsetof(struct week, until), 0 },
		{ NULL, NULL, 0, 0 },
	};
	struct week *week = into;

	if (calyaml_mapping(r, node, keys, week) != 0)
		return -1;
	if (week->until < week->from)
		return calyaml_refuse(r, calyaml_line(node),
		    "berakhir sebelum mulai");
	return 0;
}

static int
read_week(struct calyaml *r, const yaml_node_t *node, void *into)
{
#define DAY(n) (offsetof(struct week, day) + \
	    (n) * sizeof(struct cal_hours_list))
	static const struct calyaml_key keys[] = {
		{ "nama", calyaml_text, offsetof(struct week, name), 1 },
		{ "dasar", calyaml_text, offsetof(struct week, decree), 0 },
		{ "berlaku", read_validity, 0, 0 },
		{ "senin", calyaml_hours, DAY(0), 0 },
		{ "selasa", calyaml_hours, DAY(1), 0 },
		{ "rabu", calyaml_hours, DAY(2), 0 },
		{ "kamis", calyaml_hours, DAY(3), 0 },
		{ "jumat", calyaml_hours, DAY(4), 0 },
		{ "sabtu", calyaml_hours, DAY(5), 0 },
		{ "minggu", calyaml_hours, DAY(6), 0 },
		{ NULL, NULL, 0, 0 },
	};
#undef DAY
	struct week *week = into;
	int64_t sum;
	int d, i;

	week->from = INT32_MIN;
	week->until = INT32_MAX;
	week->line = calyaml_line(node);
	if (calyaml_mapping(r, node, keys, week) != 0)
		return -1;
	for (d = 0; d < 7; d++) {
		for (sum = 0, i = 0; i < week->day[d].count; i++)
			sum += week->day[d].list[i].to -
			    week->day[d].list[i].from;
		if (sum > week->longest)
			week->longest = sum;
	}
	if (week->longest == 0)
		return calyaml_refuse(r, week->line, "pola tanpa jam kerja");
	return 0;
}

/*
 * Within a date several patterns may be in force: the one that began last
 * holds.  So that this has one meaning, one pattern lies wholly inside
 * another or wholly apart from it, and one is always in force.
 */
static int
check_weeks(struct calyaml *r, const struct week *w, size_t n, size_t line)
{
	size_t i, j;

	if (n > WEEKS_MAX)
		return calyaml_refuse(r, w[0].line, "paling banyak %d pola",
		    WEEKS_MAX);
	if (n == 0 || w[0].from != INT32_MIN || w[0].until != INT32_MAX)
		return calyaml_refuse(r, n ? w[0].line : line,
		    "satu pola harus berlaku selalu, tanpa \"berlaku\"");
	for (i = 1; i < n; i++) {
		if (w[i].from == w[i - 1].from)
			return calyaml_refuse(r, w[i].line,
			    "mulai berlaku pada tanggal yang sama dengan pola "
			    "di baris %zu", w[i - 1].line);
		for (j = i; j-- > 0 && w[j].until < w[i].until;)
			if (w[j].until >= w[i].from)
				return calyaml_refuse(r, w[i].line,
				    "masa berlaku bertumpang sebagian dengan "
				    "pola di baris %zu", w[j].line);
	}
	return 0;
}

static int
by_from(const void *a, const void *b)
{
	const struct week *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	if (x->until != y->until)
		return x->until > y->until ? -1 : 1;
	return (x->line > y->line) - (x->line < y->line);
}

static int
read_weeks(struct calyaml *r, const yaml_node_t *node, void *into)
{
	struct calfile *file = into;
	void *list = NULL;
	int rc;

	rc = calyaml_list(r, node, read_week, sizeof(*file->weeks), &list,
	    &file->nweeks);
	file->weeks = list;
	if (rc != 0)
		return -1;
	if (file->nweeks > 0)
		qsort(list, file->nweeks, sizeof(*file->weeks), by_from);
	return check_weeks(r, file->weeks, file->nweeks, calyaml_line(node));
}

static int
read_kind(struct calyaml *r, const yaml_node_t *node, void *into)
{
	const char *text = node->type == YAML_SCALAR_NODE ?
	    (const char *)node->data.scalar.value : "";

	if (strcmp(text, "libur") != 0 && strcmp(text, "cuti") != 0)
		return calyaml_refuse(r, calyaml_line(node),
		    "harus libur atau cuti");
	*(int *)into = *text == 'c';
	return 0;
}

/* The keys every list of dates shares. */
#define DATED_KEYS \
	{ "tanggal", calyaml_date, offsetof(struct dated, day), 1 }, \
	{ "nama", calyaml_text, offsetof(struct dated, name), 1 }, \
	{ "dasar", calyaml_text, offsetof(struct dated, decree), 0 }

static int
read_holiday(struct calyaml *r, const yaml_node_t *node, void *into)
{
	static const struct calyaml_key keys[] = {
		DATED_KEYS,
		{ "jenis", read_kind, offsetof(struct dated, joint), 1 },
		{ NULL, NULL, 0, 0 },
	};

	((struct dated *)into)->line = calyaml_line(node);
	return calyaml_mapping(r, node, keys, into);
}

static int
read_makeup(struct calyaml *r, const yaml_node_t *node, void *into)
{
	static const struct calyaml_key keys[] = {
		DATED_KEYS,
		{ "seperti", calyaml_weekday, offsetof(struct dated, like), 1 },
		{ NULL, NULL, 0, 0 },
	};

	((struct dated *)into)->line = calyaml_line(node);
	return calyaml_mapping(r, node, keys, into);
}

static int
read_override(struct calyaml *r, const yaml_node_t *node, void *into)
{
	static const struct calyaml_key keys[] = {
		DATED_KEYS,
		{ "jam", calyaml_hours, offsetof(struct dated, hours), 1 },
		{ NULL, NULL, 0, 0 },
	};

	((struct dated *)into)->line = calyaml_line(node);
	return calyaml_mapping(r, node, keys, into);
}

static int
by_day(const void *a, const void *b)
{
	const struct dated *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return (x->line > y->line) - (x->line < y->line);
}

/* Read a list of dates, sort it, and refuse a date given twice. */
static int
read_dates(struct calyaml *r, const yaml_node_t *node, calyaml_fn *element,
    struct dated_list *out)
{
	int y, m, d;
	size_t i;
	void *list = NULL;
	int rc;

	rc = calyaml_list(r, node, element, sizeof(*out->list), &list,
	    &out->count);
	out->list = list;
	if (rc != 0 || out->count == 0)
		return rc;
	qsort(out->list, out->count, sizeof(*out->list), by_day);
	for (i = 1; i < out->count; i++) {
		if (out->list[i].day != out->list[i - 1].day)
			continue;
		civil_date(out->list[i].day, &y, &m, &d);
		return calyaml_refuse(r, out->list[i].line,
		    "tanggal %04d-%02d-%02d sudah ada di baris %zu", y, m, d,
		    out->list[i - 1].line);
	}
	return 0;
}

static int
read_holidays(struct calyaml *r, const yaml_node_t *node, void *into)
{
	return read_dates(r, node, read_holiday, into);
}

static int
read_makeups(struct calyaml *r, const yaml_node_t *node, void *into)
{
	return read_dates(r, node, read_makeup, into);
}

static int
read_overrides(struct calyaml *r, const yaml_node_t *node, void *into)
{
	return read_dates(r, node, read_override, into);
}

static int
read_outage(struct calyaml *r, const yaml_node_t *node, void *into)
{
	static const struct calyaml_key keys[] = {
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
check_overlaps(struct calyaml *r, const struct outage *list, size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i++)
		for (k = i + 1; k < n && list[k].from < list[i].to; k++)
			if (same_unit(&list[i], &list[k]))
				return calyaml_refuse(r, list[k].line,
				    "bertumpang dengan baris %zu",
				    list[i].line);
	return 0;
}

static int
read_outages(struct calyaml *r, const yaml_node_t *node, void *into)
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
		return calyaml_refuse(r, calyaml_line(node),
		    "paling banyak %d gangguan", OUTAGES_MAX);
	qsort(list, file->noutages, sizeof(*file->outages), by_start);
	return check_overlaps(r, file->outages, file->noutages);
}

static int
read_root(struct calyaml *r, const yaml_node_t *node, void *into)
{
	static const struct calyaml_key keys[] = {
		{ "zona", zone_read, offsetof(struct calfile, zone), 1 },
		{ "pola", read_weeks, 0, 1 },
		{ "libur", read_holidays,
		    offsetof(struct calfile, holidays), 0 },
		{ "hari_kerja_pengganti", read_makeups,
		    offsetof(struct calfile, makeups), 0 },
		{ "khusus", read_overrides,
		    offsetof(struct calfile, overrides), 0 },
		{ "gangguan", read_outages, 0, 0 },
		{ NULL, NULL, 0, 0 },
	};

	return calyaml_mapping(r, node, keys, into);
}

int
calfile_read(struct calfile *file, const char *yaml, size_t len, char *why,
    size_t whysize)
{
	struct calyaml r = { .why = why, .whysize = whysize };

	memset(file, 0, sizeof(*file));
	return calyaml_read(&r, yaml, len, read_root, file);
}

static void
free_dates(struct dated_list *dates)
{
	size_t i;

	for (i = 0; i < dates->count; i++) {
		free(dates->list[i].name);
		free(dates->list[i].decree);
	}
	free(dates->list);
}

void
calfile_free(struct calfile *file)
{
	size_t i;

	for (i = 0; i < file->nweeks; i++) {
		free(file->weeks[i].name);
		free(file->weeks[i].decree);
	}
	free(file->weeks);
	free_dates(&file->holidays);
	free_dates(&file->makeups);
	free_dates(&file->overrides);
	for (i = 0; i < file->noutages; i++) {
		free(file->outages[i].name);
		free(file->outages[i].decree);
		free(file->outages[i].unit);
	}
	free(file->outages);
	free(file->zone.name);
	free(file->zone.change);
}
