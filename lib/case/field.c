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

#include "base/name.h"
#include "base/phone.h"
#include "base/utf8.h"
#include "case/field_date.h"
#include "case/roster.h"
#include "office/office.h"
#include "people/person.h"

#define TEXT_MAX	200		/* usual limits, characters */
#define PARAGRAPH_MAX	4000
#define EMAIL_MAX	127

/* CASE_INVALID, with the part of the field and the sentence noted. */
__attribute__((format(printf, 3, 4)))
static enum case_err
refuse(struct field_error *e, const char *part, const char *fmt, ...)
{
	va_list ap;

	e->row = 0;
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

	/* A page's own field names those whom it takes. */
	for (size_t i = 0; i < f->nchoice; i++)
		if (strcmp(out, f->choice[i].value) == 0)
			return CASE_OK;
	if (*end == '\0' && id > 0 && f->choice == NULL)
		err = person_get(office, id, &p);
	if (err == CASE_OK && p.active && p.institution_id == 0)
		return CASE_OK;
	if (err != CASE_OK && err != CASE_NOT_FOUND)
		return err;
	return refuse(e, "", "Pilih %s dari daftar",
	    field_label(f->label, label, sizeof(label)));
}

/* -- where somebody is reached ------------------------------------------- */

static enum case_err
check_phone(const struct sop_field *f, char *out, struct field_error *e)
{
	char label[128], number[PHONE_SIZE];

	if (phone_read(out, number, sizeof(number)) < 0)
		return refuse(e, "", "Isi %s " PHONE_HINT,
		    field_label(f->label, label, sizeof(label)));
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

static enum case_err
check_date(const struct sop_field *f, char *out, struct field_error *e)
{
	char iso[11];
	enum case_err err = field_date_whole(f, out, iso, e);

	if (err == CASE_OK)
		memcpy(out, iso, sizeof(iso));
	return err;
}

/* -- names ----------------------------------------------------------------- */

static enum case_err
check_name(const struct sop_field *f, const char *out, struct field_error *e)
{
	enum name_fault fault = f->person ? name_judge(out) : NAME_GOOD;
	char label[128];

	field_label(f->label, label, sizeof(label));
	if (fault == NAME_EMPTY)
		return refuse(e, "", "Isi %s", label);
	if (fault != NAME_GOOD)
		return refuse(e, "", "Tulis %s %s", label,
		    name_fault_words(fault));
	return check_text(f, out, e);
}

static enum case_err
check_people(const struct sop_field *f, const char *typed, char *out,
    struct field_error *e)
{
	struct roster_errors first = { .error = e, .max = 1 };

	return roster_check(f, typed, out, &first);
}

/* Ids of officials, one a line, each once. */
static enum case_err
check_officers(struct office *o, const struct sop_field *f, char *out,
    struct field_error *e)
{
	char *line, *rest = out;
	enum case_err err = CASE_OK;

	while (err == CASE_OK && (line = strsep(&rest, "\n")) != NULL) {
		err = check_officer(o, f, line, e);
		if (rest != NULL)
			rest[-1] = '\n';
	}
	return err;
}

/* -- one value of any type ----------------------------------------------- */

/* A line of persons grows by a space behind each mark; a number by its
 * prefix. */
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
	case FIELD_OFFICERS:
		return refuse(e, "", "Pilih %s", label);
	case FIELD_PHONE:
		return refuse(e, "", "Isi %s " PHONE_HINT, label);
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
	    f->type == FIELD_PARAGRAPH || f->type == FIELD_PEOPLE ||
	    f->type == FIELD_OFFICERS, out);
	if (out[0] == '\0' && f->type != FIELD_PEOPLE)
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
	case FIELD_OFFICERS:
		return check_officers(office, f, out, e);
	case FIELD_TEXT:
		return check_name(f, out, e);
	default:
		return check_text(f, out, e);
	}
}
