/*
 * field_check_people.c - a list of persons as people type and paste it.
 *
 * A line is "name; number; programme".  What word processors, chats and
 * spreadsheets put before a line (numbers, bullets) goes; a tab parts as a
 * semicolon does.  Nobody stands in it twice: who does is named, and so is the
 * first one too many.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "case/fieldraw.h"

#define PEOPLE_MAX	100		/* usual limit, persons */
#define NAME_MAX_CHARS	160
#define ID_MAX		20		/* NIM or NISN */
#define NAME_SHOWN	80		/* bytes of a name in a sentence */

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
		field_tidy(s, (size_t)(stop - s), 0, begin);
		o += strlen(begin);
		s = stop + 1;
		if (part == 0 && (*begin == '\0' ||
		    field_length(begin) > NAME_MAX_CHARS))
			return field_refuse(e, "", "Isi nama pada baris %d "
			    "dari %s", line, label);
		if (part == 1 && (strlen(begin) > ID_MAX || strspn(begin,
		    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		    "0123456789./-") != strlen(begin)))
			return field_refuse(e, "", "Isi nomor pada baris %d "
			    "dari %s dengan huruf dan angka, paling banyak %d",
			    line, label, ID_MAX);
	}
	if (s <= end)
		return field_refuse(e, "", "Baris %d dari %s: tulis nama; "
		    "nomor; program studi", line, label);
	while (o > name && (o[-1] == ' ' || o[-1] == ';'))
		o--;
	*o = '\0';
	*out = o;
	return CASE_OK;
}

/* The part of a checked line up to the next "; ", and where the next begins. */
static size_t
part(const char *s, const char **next)
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
	size_t na = part(a, &ida), nb = part(b, &idb);
	size_t la = part(ida, &rest), lb = part(idb, &rest);

	if (la > 0 && lb > 0)
		return la == lb && strncasecmp(ida, idb, la) == 0;
	return la == lb && na == nb && strncasecmp(a, b, na) == 0;
}

/* Bytes of a line's name that go into a sentence, cut between characters. */
static int
name_shown(const char *line)
{
	size_t n = strcspn(line, ";\n");

	if (n > NAME_SHOWN)
		for (n = NAME_SHOWN; n > 0 && (line[n] & 0xc0) == 0x80; n--)
			continue;
	return (int)n;
}

/* Does the last of the lines stand among those before it? */
static enum case_err
check_twice(const char *out, const char *last, struct field_error *e)
{
	for (const char *s = out; s < last; s += strcspn(s, "\n") + 1)
		if (is_same(s, last))
			return field_refuse(e, "", "%.*s tertulis dua kali. "
			    "Hapus salah satu", name_shown(last), last);
	return CASE_OK;
}

enum case_err
field_check_people(const struct sop_field *f, const char *typed, char *out,
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
			return field_refuse(e, "", "Isi %s paling banyak %lld "
			    "orang. Orang ke-%lld: %.*s", label,
			    (long long)max, (long long)count,
			    name_shown(last), last);
	}
	*o = '\0';
	if (count > 0 && count < f->min)
		return field_refuse(e, "", "Isi %s paling sedikit %lld orang",
		    label, (long long)f->min);
	return CASE_OK;
}
