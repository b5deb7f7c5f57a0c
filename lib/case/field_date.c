/*
 * field_date.c - a date as people type it: in three parts or in one.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "case/fieldraw.h"

#define PART_MAX	8		/* digits kept of a part of a date */

/* 1 .. 12 from "1", "01", "jan", "Januari", "agt"; 0 when it is no month. */
static int
month_number(const char *s)
{
	static const char *const names[12] = { "januari", "februari", "maret",
		"april", "mei", "juni", "juli", "agustus", "september",
		"oktober", "november", "desember" };
	static const struct {
		const char *word;
		int month;
	} others[] = { { "pebruari", 2 }, { "peb", 2 }, { "agt", 8 },
		{ "ags", 8 }, { "nopember", 11 }, { "nop", 11 }, };
	size_t n = strlen(s);

	if (n > 0 && s[n - 1] == '.')
		n--;
	if (n > 0 && strspn(s, "0123456789") == n)
		return n > 4 ? 0 : atoi(s);
	for (int m = 0; m < 12 && n >= 3; m++)
		if (n <= strlen(names[m]) && strncasecmp(s, names[m], n) == 0)
			return m + 1;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (n == strlen(others[i].word) &&
		    strncasecmp(s, others[i].word, n) == 0)
			return others[i].month;
	return 0;
}

static int
month_days(int year, int month)
{
	static const int days[13] = { 0, 31, 28, 31, 30, 31, 30, 31, 31, 30,
		31, 30, 31 };
	int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month] + (month == 2 && leap);
}

/* A part of a date without space around it; digits of a number, or -1. */
static int
part_number(const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || n > PART_MAX || strspn(s, "0123456789") != n)
		return -1;
	return atoi(s);
}

enum case_err
field_date(const struct sop_field *f, const char *day, const char *month,
    const char *year, char iso[11], struct field_error *e)
{
	char label[128], d[32], m[32], y[32];
	int dd, mm, yy;

	field_tidy(day, strnlen(day, sizeof(d) - 1), 0, d);
	field_tidy(month, strnlen(month, sizeof(m) - 1), 0, m);
	field_tidy(year, strnlen(year, sizeof(y) - 1), 0, y);
	field_label(f->label, label, sizeof(label));
	if (d[0] == '\0' && m[0] == '\0' && y[0] == '\0')
		return field_refuse(e, "-hari", "Isi %s", label);
	if (d[0] == '\0' || (dd = part_number(d)) < 1 || dd > 31)
		return field_refuse(e, "-hari", "Isi hari pada %s dengan "
		    "angka 1 sampai 31", label);
	if ((mm = month_number(m)) < 1 || mm > 12)
		return field_refuse(e, "-bulan", "Isi bulan pada %s dengan "
		    "angka 1 sampai 12 atau nama bulan", label);
	if ((yy = part_number(y)) < 1900 || yy > 2100)
		return field_refuse(e, "-tahun", "Isi tahun pada %s dengan "
		    "empat angka, misalnya 2027", label);
	if (dd > month_days(yy, mm))
		return field_refuse(e, "-hari", "Tanggal itu tidak ada. "
		    "Periksa %s", label);
	snprintf(iso, 11, "%04d-%02d-%02d", yy, mm, dd);
	return CASE_OK;
}

enum case_err
field_check_date(const struct sop_field *f, char *out, struct field_error *e)
{
	char part[3][32] = { "", "", "" };
	char iso[11];
	const char *s = out;
	enum case_err err;

	for (int i = 0; i < 3; i++) {
		size_t n = strcspn(s, " /-.");

		snprintf(part[i], sizeof(part[i]), "%.*s",
		    (int)(n < 31 ? n : 31), s);
		s += n;
		s += strspn(s, " /-.");
	}
	if (strlen(part[0]) == 4)
		err = field_date(f, part[2], part[1], part[0], iso, e);
	else
		err = field_date(f, part[0], part[1], part[2], iso, e);
	if (err == CASE_OK)
		memcpy(out, iso, sizeof(iso));
	return err;
}
