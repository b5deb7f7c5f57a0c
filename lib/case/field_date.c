/*
 * field_date.c - a date as it is typed, and the days it may lie between.
 */
#include "case/field_date.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/calendar.h"
#include "clock/civil.h"
#include "clock/month_name.h"
#include "sop/bound.h"

#define PART_MAX	8		/* digits kept of a part of a date */
#define PART_SIZE	32
#define WORDS_SIZE	48

const struct sop_bound field_date_near = {
	.first = BOUND_TODAY " - 10 tahun",
	.last = BOUND_TODAY " + 10 tahun",
};

/* CASE_INVALID, with the part of the field and the sentence noted. */
__attribute__((format(printf, 3, 4)))
static enum case_err
refuse(struct field_error *e, const char *part, const char *fmt, ...)
{
	va_list ap;

	e->part = part;
	va_start(ap, fmt);
	vsnprintf(e->text, sizeof(e->text), fmt, ap);
	va_end(ap);
	return CASE_INVALID;
}

/* -- as it is typed ------------------------------------------------------ */

/* A part without the space around it. */
static void
part_of(const char *typed, char part[PART_SIZE])
{
	size_t n;

	typed += strspn(typed, " \t\n");
	snprintf(part, PART_SIZE, "%s", typed);
	n = strlen(part);
	while (n > 0 && strchr(" \t\n", part[n - 1]) != NULL)
		part[--n] = '\0';
}

/* The digits of a part as a number, or -1. */
static int
part_number(const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || n > PART_MAX || strspn(s, "0123456789") != n)
		return -1;
	return atoi(s);
}

/* 1 .. 12 from "1", "01", "jan", "August"; anything else when it is no
 * month. */
static int
month_number(const char *s)
{
	int m = part_number(s);

	return m >= 0 ? m : month_name_find(s);
}

enum case_err
field_date(const struct sop_field *f, const char *day, const char *month,
    const char *year, char iso[11], struct field_error *e)
{
	char label[128], d[PART_SIZE], m[PART_SIZE], y[PART_SIZE];
	char whole[32];		/* the compiler does not know the ranges */
	int dd, mm, yy;

	part_of(day, d);
	part_of(month, m);
	part_of(year, y);
	field_label(f->label, label, sizeof(label));
	if (d[0] == '\0' && m[0] == '\0' && y[0] == '\0')
		return refuse(e, "-hari", "Isi %s", label);
	if (d[0] == '\0' || (dd = part_number(d)) < 1 || dd > 31)
		return refuse(e, "-hari", "Isi hari pada %s dengan "
		    "angka 1 sampai 31", label);
	if ((mm = month_number(m)) < 1 || mm > 12)
		return refuse(e, "-bulan", "Isi bulan pada %s dengan "
		    "angka 1 sampai 12 atau nama bulan", label);
	if ((yy = part_number(y)) < 1900 || yy > 2100)
		return refuse(e, "-tahun", "Isi tahun pada %s dengan "
		    "empat angka, misalnya 2027", label);
	if (!civil_is_date(yy, mm, dd))
		return refuse(e, "-hari", "Tanggal itu tidak ada. "
		    "Periksa %s", label);
	snprintf(whole, sizeof(whole), "%04d-%02d-%02d", yy, mm, dd);
	memcpy(iso, whole, 10);
	iso[10] = '\0';
	return CASE_OK;
}

enum case_err
field_date_whole(const struct sop_field *f, const char *typed, char iso[11],
    struct field_error *e)
{
	char part[3][PART_SIZE] = { "", "", "" };

	for (int i = 0; i < 3; i++) {
		size_t n = strcspn(typed, " /-.");

		snprintf(part[i], sizeof(part[i]), "%.*s",
		    (int)(n < PART_SIZE - 1 ? n : PART_SIZE - 1), typed);
		typed += n;
		typed += strspn(typed, " /-.");
	}
	if (strlen(part[0]) == 4)
		return field_date(f, part[2], part[1], part[0], iso, e);
	return field_date(f, part[0], part[1], part[2], iso, e);
}

/* -- where it may lie ---------------------------------------------------- */

static void
local_date(struct office *o, int64_t at, char iso[11])
{
	struct cal_local l;

	calendar_local(office_calendar(o), at, &l);
	snprintf(iso, 11, "%04u-%02u-%02u", (unsigned)l.year % 10000,
	    (unsigned)l.month % 100, (unsigned)l.day % 100);
}

void
field_date_days(struct office *o, int64_t received, int64_t now,
    struct field_days *days)
{
	local_date(o, received, days->received);
	local_date(o, now, days->today);
}

static const char *
value_of(const struct act_value *v, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(v[i].name, name) == 0)
			return v[i].value;
	return NULL;
}

const struct sop_bound *
field_date_bound(const struct sop_field *f, const struct act_value *v,
    size_t n)
{
	for (size_t i = 0; i < f->nbound; i++) {
		const struct sop_bound *b = &f->bound[i];
		const char *is = b->when_field == NULL ? NULL :
		    value_of(v, n, b->when_field);

		if (b->when_field == NULL || (is != NULL &&
		    (b->when_value == NULL || strcmp(is, b->when_value) == 0)))
			return b;
	}
	return NULL;
}

/* The day that a text of a bound means: 1; 0 when there is no such text, or
 * the field it names is empty or wrong. */
static int
day_of(const char *text, const struct act_value *v, size_t n,
    const struct field_days *days, struct bound *b, char day[11])
{
	const char *from;

	if (text == NULL || bound_read(text, b) < 0)
		return 0;
	from = strcmp(b->base, BOUND_RECEIVED) == 0 ? days->received :
	    strcmp(b->base, BOUND_TODAY) == 0 ? days->today :
	    bound_is_date(b) ? b->base : value_of(v, n, b->base);
	if (from == NULL)
		return 0;
	bound_day(b, from, day);
	return 1;
}

/* "4 Januari 2027" of "2027-01-04"; returns buf. */
static char *
date_words(const char *iso, char *buf, size_t size)
{
	int y = 0, m = 0, d = 0;

	sscanf(iso, "%4d-%2d-%2d", &y, &m, &d);
	snprintf(buf, size, "%d %s %d", d, month_name("id", m), y);
	return buf;
}

/* The sentence about a date on the wrong side of a day: the day in words,
 * or what it is. */
static enum case_err
refuse_day(const struct sop_field *f, const struct sop_row *row,
    const struct bound *b, const char *side, const char *day,
    struct field_error *e)
{
	const struct sop_field *other = sop_field_of(row, b->base);
	char words[WORDS_SIZE], label[128];
	int plain = b->days == 0 && b->years == 0;

	if (plain && other != NULL)
		return refuse(e, "-hari", "%s tidak boleh %s %s", f->label,
		    side, field_label(other->label, label, sizeof(label)));
	if (plain && strcmp(b->base, BOUND_TODAY) == 0)
		return refuse(e, "-hari", "%s tidak boleh %s hari ini",
		    f->label, side);
	return refuse(e, "-hari", "%s tidak boleh %s %s", f->label, side,
	    date_words(day, words, sizeof(words)));
}

enum case_err
field_date_check(const struct sop_field *f, const struct sop_row *row,
    const char *iso, const struct act_value *v, size_t n,
    const struct field_days *days, struct field_error *e)
{
	const struct sop_bound *bound = field_date_bound(f, v, n);
	struct bound b;
	char day[11];

	if (bound == NULL)
		return CASE_OK;
	if (day_of(bound->first, v, n, days, &b, day) && strcmp(iso, day) < 0)
		return refuse_day(f, row, &b, "sebelum", day, e);
	if (day_of(bound->last, v, n, days, &b, day) && strcmp(iso, day) > 0)
		return refuse_day(f, row, &b, "sesudah", day, e);
	return CASE_OK;
}

int
field_date_asks(const struct sop_field *f, const char *iso,
    const struct act_value *v, size_t n, const struct field_days *days,
    char before[11])
{
	const struct sop_bound *bound = field_date_bound(f, v, n);
	struct bound b;

	return bound != NULL && day_of(bound->ask, v, n, days, &b, before) &&
	    strcmp(iso, before) < 0;
}
