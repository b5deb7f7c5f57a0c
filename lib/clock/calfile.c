/* calfile.c - the calendar file: its keys, what they may not say, and how it is
 * written. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/calfile.h"
#include "clock/caltext.h"
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

	if (calyaml_list(r, node, read_week, sizeof(*file->weeks),
	    &file->weeks, &file->nweeks) != 0)
		return -1;
	if (file->nweeks > 0)
		qsort(file->weeks, file->nweeks, sizeof(*file->weeks),
		    by_from);
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
	int rc = calyaml_list(r, node, element, sizeof(*out->list),
	    &out->list, &out->count);

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

/* The readers of a list of dates: beside what all have, a date has one key of
 * its own. */
#define READ_DATES(what, key, type, member) \
static int \
read_##what(struct calyaml *r, const yaml_node_t *node, void *into) \
{ \
	static const struct calyaml_key keys[] = { \
		{ "tanggal", calyaml_date, offsetof(struct dated, day), 1 }, \
		{ "nama", calyaml_text, offsetof(struct dated, name), 1 }, \
		{ "dasar", calyaml_text, offsetof(struct dated, decree), 0 }, \
		{ key, type, offsetof(struct dated, member), 1 }, \
		{ NULL, NULL, 0, 0 }, \
	}; \
 \
	((struct dated *)into)->line = calyaml_line(node); \
	return calyaml_mapping(r, node, keys, into); \
} \
static int \
read_##what##s(struct calyaml *r, const yaml_node_t *node, void *into) \
{ \
	return read_dates(r, node, read_##what, into); \
}
READ_DATES(holiday, "jenis", read_kind, joint)
READ_DATES(makeup, "seperti", calyaml_weekday, like)
READ_DATES(override, "jam", calyaml_hours, hours)

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
	int rc = calyaml_list(r, node, read_outage, sizeof(*file->outages),
	    &file->outages, &file->noutages);

	if (rc != 0 || file->noutages == 0)
		return rc;
	if (file->noutages > OUTAGES_MAX)
		return calyaml_refuse(r, calyaml_line(node),
		    "paling banyak %d gangguan", OUTAGES_MAX);
	qsort(file->outages, file->noutages, sizeof(*file->outages),
	    by_start);
	return check_overlaps(r, file->outages, file->noutages);
}

static int
read_notes(struct calyaml *r, const yaml_node_t *node, void *into)
{
	struct calfile *file = into;

	return calyaml_list(r, node, calyaml_text, sizeof(*file->notes),
	    &file->notes, &file->nnotes);
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
		{ "catatan", read_notes, 0, 0 },
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
	for (i = 0; i < file->nnotes; i++)
		free(file->notes[i]);
	free(file->notes);
	free(file->zone.name);
	free(file->zone.change);
}

/* -- writing ------------------------------------------------------------- */

/* Write the character that begins here as an escape, if YAML does not take it
 * as it is inside quotes; its bytes, or 0. */
static size_t
write_escape(FILE *f, const char *text)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t n = caltext_unfit(text);

	if (n == 3)
		fprintf(f, "\\u%04X", (s[0] & 0xfu) << 12 |
		    (s[1] & 0x3fu) << 6 | (s[2] & 0x3fu));
	else if (n > 0)
		fprintf(f, "\\x%02X", s[n - 1]);
	else if (*s == '"' || *s == '\\')
		n = fprintf(f, "\\%c", *s) > 0;
	return n;
}

/* Write a text behind its key, or nothing when there is none. */
static void
write_text(FILE *f, const char *key, const char *text)
{
	size_t n;

	if (text == NULL)
		return;
	fprintf(f, "%s\"", key);
	for (; *text != '\0'; text += n ? n : 1)
		if ((n = write_escape(f, text)) == 0)
			fputc(*text, f);
	fputs("\"\n", f);
}

static void
write_date(FILE *f, const char *key, int64_t day, const char *end)
{
	int y, m, d;

	civil_date(day, &y, &m, &d);
	fprintf(f, "%s%04d-%02d-%02d%s", key, y, m, d, end);
}

static void
write_time(FILE *f, const char *key, int64_t t, const char *end)
{
	write_date(f, key, t / DAY_SECONDS, "T");
	fprintf(f, "%02d:%02d%s", (int)(t / 3600 % 24), (int)(t / 60 % 60),
	    end);
}

static void
write_offset(FILE *f, const char *key, int32_t offset, const char *end)
{
	fprintf(f, "%s\"%c%02d:%02d\"%s", key, offset < 0 ? '-' : '+',
	    abs(offset) / 3600, abs(offset) / 60 % 60, end);
}

static void
write_hours(FILE *f, const char *key, const struct cal_hours_list *hours)
{
	const struct cal_hours *h = hours->list;
	int i;

	fprintf(f, "    %s: [", key);
	for (i = 0; i < hours->count; i++, h++)
		fprintf(f, "%s\"%02d:%02d-%02d:%02d\"", i > 0 ? ", " : "",
		    h->from / 3600, h->from / 60 % 60, h->to / 3600,
		    h->to / 60 % 60);
	fputs("]\n", f);
}

static void
write_zone(FILE *f, const struct zone *zone)
{
	size_t i;

	write_text(f, "zona:\n  nama: ", zone->name);
	write_offset(f, "  selisih: ", zone->offset, "\n");
	if (zone->count > 0)
		fputs("  perubahan:\n", f);
	for (i = 0; i < zone->count; i++) {
		write_time(f, "    - {sejak: ", zone->change[i].at, "Z, ");
		write_offset(f, "selisih: ", zone->change[i].offset, "}\n");
	}
}

static void
write_week(FILE *f, const struct week *w)
{
	int d;

	write_text(f, "  - nama: ", w->name);
	write_text(f, "    dasar: ", w->decree);
	/* That which begins at no date is the one for always. */
	if (w->from != INT32_MIN) {
		write_date(f, "    berlaku: {dari: ", w->from, "");
		if (w->until != INT32_MAX)
			write_date(f, ", sampai: ", w->until, "");
		fputs("}\n", f);
	}
	for (d = 0; d < 7; d++)
		if (w->day[d].count > 0)
			write_hours(f, calendar_weekday(d + 1), &w->day[d]);
}

/* Write the dates of a list, which all follow this rule. */
static void
write_dates(FILE *f, const char *key, const struct dated_list *dates,
    enum cal_rule rule)
{
	const struct dated *d;
	size_t i;

	if (dates->count > 0)
		fputs(key, f);
	for (i = 0; i < dates->count; i++) {
		d = &dates->list[i];
		write_date(f, "  - tanggal: ", d->day, "\n");
		if (rule == CAL_RULE_HOLIDAY)
			fprintf(f, "    jenis: %s\n",
			    d->joint ? "cuti" : "libur");
		else if (rule == CAL_RULE_MAKEUP)
			fprintf(f, "    seperti: %s\n",
			    calendar_weekday(d->like));
		else
			write_hours(f, "jam", &d->hours);
		write_text(f, "    nama: ", d->name);
		write_text(f, "    dasar: ", d->decree);
	}
}

static void
write_outage(FILE *f, const struct outage *o)
{
	write_time(f, "  - dari: ", o->from, "\n");
	write_time(f, "    sampai: ", o->to, "\n");
	write_text(f, "    nama: ", o->name);
	write_text(f, "    dasar: ", o->decree);
	write_text(f, "    unit: ", o->unit);
}

static void
write_all(FILE *f, const struct calfile *file)
{
	size_t i;

	write_zone(f, &file->zone);
	fputs("pola:\n", f);
	for (i = 0; i < file->nweeks; i++)
		write_week(f, &file->weeks[i]);
	write_dates(f, "libur:\n", &file->holidays, CAL_RULE_HOLIDAY);
	write_dates(f, "hari_kerja_pengganti:\n", &file->makeups,
	    CAL_RULE_MAKEUP);
	write_dates(f, "khusus:\n", &file->overrides, CAL_RULE_OVERRIDE);
	for (i = 0; i < file->noutages; i++) {
		fputs(i == 0 ? "gangguan:\n" : "", f);
		write_outage(f, &file->outages[i]);
	}
	for (i = 0; i < file->nnotes; i++)
		write_text(f, i == 0 ? "catatan:\n  - " : "  - ",
		    file->notes[i]);
}

char *
calfile_write(const struct calfile *file)
{
	char *text = NULL;
	size_t len;
	FILE *f = open_memstream(&text, &len);
	int bad;

	if (f == NULL)
		return NULL;
	write_all(f, file);
	bad = ferror(f);
	if (fclose(f) == 0 && !bad)
		return text;
	free(text);
	return NULL;
}
