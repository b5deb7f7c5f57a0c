/*
 * field.c - one typed value by its field type: accepted leniently,
 * spelled one way, refused in words.
 */
#include "case/field.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "office/office.h"
#include "people/person.h"

#define TEXT_MAX	200		/* usual limits, characters */
#define PARAGRAPH_MAX	4000
#define EMAIL_MAX	127
#define PART_MAX	8		/* digits kept of a part of a date */
#define PEOPLE_MAX	100		/* usual limit, persons */
#define NAME_MAX_CHARS	160
#define ID_MAX		20		/* NIM or NISN */
#define NAME_SHOWN	80		/* bytes of a name in a sentence */

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

/* Copy without space at either end; inside, one space for any run of it.
 * With `lines`, line ends are kept and only the other controls go. */
static char *
tidy(const char *s, size_t len, int lines, char *out)
{
	char *o = out;
	int gap = 0;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];

		if (lines && c == '\n') {
			*o++ = '\n';
			gap = 0;
		} else if (lines && c >= ' ' && c != 0x7f) {
			*o++ = (char)c;
		} else if (c <= ' ' || c == 0x7f) {
			gap = 1;
			if (lines)
				*o++ = ' ';
		} else {
			if (gap && o > out)
				*o++ = ' ';
			gap = 0;
			*o++ = (char)c;
		}
	}
	while (o > out && (o[-1] == ' ' || o[-1] == '\n'))
		o--;
	*o = '\0';
	if (lines) {
		size_t skip = strspn(out, "\n");

		memmove(out, out + skip, (size_t)(o - out) - skip + 1);
	}
	return out;
}

char *
field_label(const char *label, char *buf, size_t size)
{
	size_t word = strcspn(label, " /");
	int capitals = 0;

	for (size_t i = 1; i < word; i++)
		capitals |= isupper((unsigned char)label[i]) != 0;
	snprintf(buf, size, "%s", label);
	if (!capitals && word > 1 && size > 0)
		buf[0] = (char)tolower((unsigned char)buf[0]);
	return buf;
}

static enum case_err
check_text(const struct sop_field *f, const char *out, struct field_error *e)
{
	int64_t n = (int64_t)utf8_count(out), max = f->max;
	char label[128];

	if (max == 0)
		max = f->type == FIELD_PARAGRAPH ? PARAGRAPH_MAX : TEXT_MAX;
	field_label(f->label, label, sizeof(label));
	if (n > max)
		return refuse(e, "", "Tulis %s paling banyak %lld "
		    "karakter", label, (long long)max);
	if (n < f->min)
		return refuse(e, "", "Tulis %s paling sedikit %lld "
		    "karakter", label, (long long)f->min);
	return CASE_OK;
}

/* "1.250.000" and "1 250 000" are 1250000; a dot elsewhere is no number. */
static enum case_err
check_number(const struct sop_field *f, char *out, struct field_error *e)
{
	const char *s = out;
	char label[128], digits[20];
	size_t n = 0, group = 0;
	int minus = *s == '-', grouped = 0, bad = 0;
	long long v;

	field_label(f->label, label, sizeof(label));
	for (s += minus; *s != '\0' && !bad; s++) {
		if (isdigit((unsigned char)*s) && n < sizeof(digits) - 2) {
			digits[n++] = *s;
			group++;
		} else if ((*s == '.' || *s == ' ') && n > 0 &&
		    (grouped ? group == 3 : group <= 3)) {
			grouped = 1;
			group = 0;
		} else {
			bad = 1;
		}
	}
	if (bad || n == 0 || (grouped && group != 3))
		return refuse(e, "", "Isi %s dengan angka", label);
	digits[n] = '\0';
	v = strtoll(digits, NULL, 10);
	if (minus)
		v = -v;
	if (v < f->min)
		return refuse(e, "", "Isi %s dengan angka paling kecil "
		    "%lld", label, (long long)f->min);
	if (f->max != 0 && v > f->max)
		return refuse(e, "", "Isi %s dengan angka paling besar "
		    "%lld", label, (long long)f->max);
	sprintf(out, "%lld", v);
	return CASE_OK;
}

/* "Pilih magang atau penelitian"; of more than three, the label. */
static enum case_err
refuse_choice(const struct sop_field *f, struct field_error *e)
{
	char word[128], list[256] = "";

	if (f->nchoice > 3 || f->nchoice < 2)
		return refuse(e, "", "Pilih %s",
		    field_label(f->label, word, sizeof(word)));
	for (size_t i = 0; i < f->nchoice; i++) {
		size_t n = strlen(list);
		const char *join = i == 0 ? "" : i + 1 < f->nchoice ? ", " :
		    f->nchoice == 2 ? " atau " : ", atau ";

		snprintf(list + n, sizeof(list) - n, "%s%s", join,
		    field_label(f->choice[i].label, word, sizeof(word)));
	}
	return refuse(e, "", "Pilih %s", list);
}

static enum case_err
check_choice(const struct sop_field *f, const char *out, struct field_error *e)
{
	for (size_t i = 0; i < f->nchoice; i++)
		if (strcmp(out, f->choice[i].value) == 0)
			return CASE_OK;
	return refuse_choice(f, e);
}

/* The box was ticked under the text that is asked for. */
static enum case_err
check_consent(const struct sop_field *f, const char *out,
    struct field_error *e)
{
	char label[128];

	if (strcmp(out, f->choice[0].value) == 0)
		return CASE_OK;
	return refuse(e, "", "Centang %s",
	    field_label(f->label, label, sizeof(label)));
}

static enum case_err
check_officer(struct office *office, const struct sop_field *f,
    const char *out, struct field_error *e)
{
	char label[128];
	char *end;
	long long id = strtoll(out, &end, 10);
	struct person p;
	enum case_err err = CASE_NOT_FOUND;

	if (*end == '\0' && id > 0)
		err = person_get(office, id, &p);
	if (err == CASE_OK && p.active && p.institution_id == 0)
		return CASE_OK;
	if (err != CASE_OK && err != CASE_NOT_FOUND)
		return err;
	return refuse(e, "", "Pilih %s dari daftar",
	    field_label(f->label, label, sizeof(label)));
}

/* -- where somebody is reached ------------------------------------------- */

/* Bytes of what separates the figures of a number at s, 0 when nothing does.
 * Numbers are copied from chats and web pages, with hyphens, spaces and marks
 * of direction that nobody sees: U+00A0, U+2000 .. U+206F, U+FEFF. */
static size_t
separator(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;

	if (strchr(" \t\n-./()", *s) != NULL)
		return 1;
	if (u[0] == 0xc2 && u[1] == 0xa0)
		return 2;
	if (u[0] == 0xe2 && (u[1] == 0x80 || u[1] == 0x81))
		return u[2] != '\0' ? 3 : 0;
	return u[0] == 0xef && u[1] == 0xbb && u[2] == 0xbf ? 3 : 0;
}

int
field_phone(const char *typed, char *out, size_t size)
{
	char digits[32];
	const char *s = typed, *d = digits;
	size_t n = 0, len;
	int plus;

	while (*s != '\0' && (len = separator(s)) > 0 && *s != '(')
		s += len;
	plus = *s == '+';
	for (s += plus; *s != '\0'; s += len) {
		len = 1;
		if (strncmp(s, "(0)", 3) == 0)
			len = 3;
		else if (isdigit((unsigned char)*s) && n < sizeof(digits) - 1)
			digits[n++] = *s;
		else if ((len = separator(s)) == 0)
			return -1;
	}
	digits[n] = '\0';
	if (!plus && strncmp(d, "00", 2) == 0) {
		d += 2;
		plus = 1;
	}
	if (strncmp(d, "62", 2) == 0)
		d += 2;
	else if (plus)
		return -1;	/* another country's */
	d += *d == '0';
	n = strlen(d);
	if (n < 9 || n > 12 || d[0] != '8' || d[1] == '0' || d[1] == '4')
		return -1;
	return (size_t)snprintf(out, size, "+62%s", d) < size ? 0 : -1;
}

static enum case_err
check_phone(const struct sop_field *f, char *out, struct field_error *e)
{
	char label[128], number[24];

	if (field_phone(out, number, sizeof(number)) < 0)
		return refuse(e, "", "Isi %s dengan angka, diawali 08 "
		    "atau +62", field_label(f->label, label, sizeof(label)));
	strcpy(out, number);	/* field_room() leaves space for it */
	return CASE_OK;
}

static enum case_err
check_email(const struct sop_field *f, char *out, struct field_error *e)
{
	char label[128];
	char *at = strrchr(out, '@');
	const char *dot = at != NULL ? strrchr(at, '.') : NULL;
	int bad = at == NULL || at == out || strchr(out, '@') != at ||
	    dot == NULL || dot == at + 1 || strlen(dot) < 3 ||
	    strlen(out) > EMAIL_MAX || strstr(at, "..") != NULL;

	for (const char *s = out; *s != '\0' && !bad; s++)
		bad = (unsigned char)*s <= ' ' || (unsigned char)*s >= 0x7f ||
		    strchr("<>()[]\\,;:\"", *s) != NULL;
	if (bad)
		return refuse(e, "", "Isi %s dengan alamat lengkap, "
		    "misalnya nama@contoh.id",
		    field_label(f->label, label, sizeof(label)));
	for (; *at != '\0'; at++)
		*at = (char)tolower((unsigned char)*at);
	return CASE_OK;
}

/* -- a date, in three parts or in one ------------------------------------ */

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

	tidy(day, strnlen(day, sizeof(d) - 1), 0, d);
	tidy(month, strnlen(month, sizeof(m) - 1), 0, m);
	tidy(year, strnlen(year, sizeof(y) - 1), 0, y);
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
	if (dd > month_days(yy, mm))
		return refuse(e, "-hari", "Tanggal itu tidak ada. "
		    "Periksa %s", label);
	snprintf(iso, 11, "%04d-%02d-%02d", yy, mm, dd);
	return CASE_OK;
}

static enum case_err
check_date(const struct sop_field *f, char *out, struct field_error *e)
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

/* -- a list of persons --------------------------------------------------
 *
 * A line is "name; number; programme".  Word processors, chats and
 * spreadsheets put numbers and bullets before a line: they go; a tab parts as
 * a semicolon does.  Nobody may stand in the list twice: the error names the
 * person, and the first one above the limit.
 */

/* Marks of a list that come before a name, as UTF-8. */
static const char *const bullets[] = { "-", "*", "\xe2\x80\xa2",
	"\xe2\x80\xa3", "\xe2\x97\xa6", "\xe2\x97\x8f",
	"\xe2\x96\xaa", "\xe2\x80\x93", "\xc2\xb7" };

static const char *
skip_space(const char *s, const char *end)
{
	while (s < end && (*s == ' ' || *s == '\t' || *s == '\r'))
		s++;
	return s;
}

/* Behind "12.", "12)", "(12)", "12" and a tab; s itself when there is none. */
static const char *
skip_number(const char *s, const char *end)
{
	const char *d = s + (s < end && *s == '(');
	const char *o = d;

	while (o < end && isdigit((unsigned char)*o))
		o++;
	if (o == d || o - d > 3 || o == end)
		return s;
	if (*o == '.' || *o == ')' || (*o == '\t' && d == s))
		return o + 1;
	return s;
}

/* The line without what only marks it as one of a list. */
static const char *
strip(const char *s, const char *end)
{
	const char *after;

	s = skip_space(s, end);
	for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++) {
		size_t n = strlen(bullets[i]);

		if ((size_t)(end - s) >= n && memcmp(s, bullets[i], n) == 0) {
			s = skip_space(s + n, end);
			break;
		}
	}
	after = skip_number(s, end);
	return skip_space(after, end);
}

/* One line, "name; id; programme" in [s, end); appended to *out. */
static enum case_err
check_person(const char *label, int line, const char *s, const char *end,
    char **out, struct field_error *e)
{
	char *name = *out, *o = *out;
	int part;

	for (part = 0; s <= end && part < 3; part++) {
		const char *stop = s;
		char *begin;

		while (stop < end && *stop != ';' && *stop != '\t')
			stop++;
		if (part > 0)
			o += sprintf(o, "; ");
		begin = o;
		tidy(s, (size_t)(stop - s), 0, begin);
		o += strlen(begin);
		s = stop + 1;
		if (part == 0 && (*begin == '\0' ||
		    utf8_count(begin) > NAME_MAX_CHARS))
			return refuse(e, "", "Isi nama pada baris %d "
			    "dari %s", line, label);
		if (part == 1 && (strlen(begin) > ID_MAX || strspn(begin,
		    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		    "0123456789./-") != strlen(begin)))
			return refuse(e, "", "Isi nomor pada baris %d "
			    "dari %s dengan huruf dan angka, paling banyak %d",
			    line, label, ID_MAX);
	}
	if (s <= end)
		return refuse(e, "", "Baris %d dari %s: tulis nama; "
		    "nomor; program studi", line, label);
	while (o > name && (o[-1] == ' ' || o[-1] == ';'))
		o--;
	*o = '\0';
	*out = o;
	return CASE_OK;
}

/* The part of a checked line up to the next "; ", and where the next begins. */
static size_t
line_part(const char *s, const char **next)
{
	size_t n = strcspn(s, ";\n");

	*next = s + n + (s[n] == ';' ? strspn(s + n, "; ") : 0);
	return n;
}

/* Are two checked lines the same person: by number, or, without one, by
 * name? */
static int
is_same(const char *a, const char *b)
{
	const char *ida, *idb, *rest;
	size_t na = line_part(a, &ida), nb = line_part(b, &idb);
	size_t la = line_part(ida, &rest), lb = line_part(idb, &rest);

	if (la > 0 && lb > 0)
		return la == lb && strncasecmp(ida, idb, la) == 0;
	return la == lb && na == nb && strncasecmp(a, b, na) == 0;
}

/* Bytes of a line's name that go into a sentence, cut between characters. */
static int
name_shown(const char *line)
{
	return (int)utf8_cut(line, strcspn(line, ";\n"), NAME_SHOWN);
}

/* Does the last of the lines stand among those before it? */
static enum case_err
check_twice(const char *out, const char *last, struct field_error *e)
{
	for (const char *s = out; s < last; s += strcspn(s, "\n") + 1)
		if (is_same(s, last))
			return refuse(e, "", "%.*s tertulis dua kali. "
			    "Hapus salah satu", name_shown(last), last);
	return CASE_OK;
}

static enum case_err
check_people(const struct sop_field *f, const char *typed, char *out,
    struct field_error *e)
{
	int64_t count = 0, max = f->max != 0 ? f->max : PEOPLE_MAX;
	char label[128], *o = out, *last;
	int line = 0;
	enum case_err err;

	field_label(f->label, label, sizeof(label));
	for (size_t len; *typed != '\0'; typed += len + (typed[len] == '\n')) {
		const char *end, *s;

		len = strcspn(typed, "\n");
		end = typed + len;
		line++;
		if ((s = strip(typed, end)) == end)
			continue;
		if (o > out)
			*o++ = '\n';
		last = o;
		if ((err = check_person(label, line, s, end, &o, e)) !=
		    CASE_OK || (err = check_twice(out, last, e)) != CASE_OK)
			return err;
		if (++count > max)
			return refuse(e, "", "Isi %s paling banyak %lld "
			    "orang. Orang ke-%lld: %.*s", label,
			    (long long)max, (long long)count,
			    name_shown(last), last);
	}
	*o = '\0';
	if (count > 0 && count < f->min)
		return refuse(e, "", "Isi %s paling sedikit %lld orang",
		    label, (long long)f->min);
	return CASE_OK;
}

/* -- one value of any type ----------------------------------------------- */

/* A line of people grows by two spaces at most; a number by its prefix. */
size_t
field_room(const char *typed)
{
	return 2 * strlen(typed) + 32;
}

static enum case_err
missing(const struct sop_field *f, struct field_error *e)
{
	char label[128];

	field_label(f->label, label, sizeof(label));
	switch (f->type) {
	case FIELD_CHOICE:
		return refuse_choice(f, e);
	case FIELD_CONSENT:
		return check_consent(f, "", e);
	case FIELD_OFFICER:
		return refuse(e, "", "Pilih %s", label);
	case FIELD_PHONE:
		return refuse(e, "", "Isi %s dengan angka, diawali 08 "
		    "atau +62", label);
	case FIELD_DATE:
		return refuse(e, "-hari", "Isi %s", label);
	default:
		return refuse(e, "", "Isi %s", label);
	}
}

enum case_err
field_value(struct office *office, const struct sop_field *f,
    const char *typed, char *out, size_t size, struct field_error *e)
{
	if (size < field_room(typed))
		return CASE_DB;
	e->field = f->name;
	tidy(typed, strlen(typed),
	    f->type == FIELD_PARAGRAPH || f->type == FIELD_PEOPLE, out);
	if (out[0] == '\0')
		return f->required ? missing(f, e) : CASE_OK;
	switch (f->type) {
	case FIELD_NUMBER:
		return check_number(f, out, e);
	case FIELD_DATE:
		return check_date(f, out, e);
	case FIELD_CHOICE:
		return check_choice(f, out, e);
	case FIELD_PHONE:
		return check_phone(f, out, e);
	case FIELD_EMAIL:
		return check_email(f, out, e);
	case FIELD_PEOPLE:
		return check_people(f, typed, out, e);
	case FIELD_CONSENT:
		return check_consent(f, out, e);
	case FIELD_OFFICER:
		return check_officer(office, f, out, e);
	default:
		return check_text(f, out, e);
	}
}
