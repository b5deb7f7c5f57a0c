/* roster.c - a list of persons: kept, typed, pasted, checked. */
#include "case/roster.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/name.h"
#include "base/unicode.h"
#include "base/utf8.h"

#define NAME_LENGTH	160		/* characters */
#define PROGRAMME_LENGTH 200
#define NUMBER_LENGTH	20		/* NIM or NISN */
#define SHOWN		60		/* bytes of a name in a sentence */

const char *const roster_suffix[ROSTER_PARTS] = { "-nama", "-nomor",
	"-prodi" };
const char *const roster_label[ROSTER_PARTS] = { "Nama lengkap",
	"NIM atau NISN", "Program studi" };

int
roster_needs(const struct sop_field *f, int part)
{
	return part == ROSTER_NAME || (part == ROSTER_NUMBER &&
	    (f->each & EACH_NUMBER) != 0) || (part == ROSTER_PROGRAMME &&
	    (f->each & EACH_PROGRAMME) != 0);
}

/* -- a line --------------------------------------------------------------- */

/* Copy a piece without blanks around it, one for any run of them inside; the
 * byte behind its NUL. */
static char *
tidy(const char *s, size_t len, char *out)
{
	char *o = out;

	for (size_t i = 0; i < len; i++)
		if (!isspace((unsigned char)s[i]))
			*o++ = s[i];
		else if (o > out && o[-1] != ' ')
			*o++ = ' ';
	while (o > out && o[-1] == ' ')
		o--;
	*o = '\0';
	return o + 1;
}

/* The last part takes the rest of the line. */
void
roster_split(const char *line, size_t len, char *buf,
    struct roster_person *p)
{
	int mark = memchr(line, '\t', len) != NULL ? '\t' : ';';
	const char *end = line + len, *stop;

	for (int i = 0; i < ROSTER_PARTS; i++) {
		stop = i + 1 < ROSTER_PARTS ? memchr(line, mark,
		    (size_t)(end - line)) : NULL;
		if (stop == NULL)
			stop = end;
		p->part[i] = buf;
		buf = tidy(line, (size_t)(stop - line), buf);
		line = stop + (stop < end);
	}
}

size_t
roster_lines(const char *s)
{
	size_t n = 0;

	for (size_t len; *s != '\0'; s += len + (s[len] == '\n')) {
		len = strcspn(s, "\n");
		n++;
	}
	return n;
}

/* -- checked -------------------------------------------------------------- */

/* The list under check: its persons so far, in memory behind them. */
struct checking {
	const struct sop_field	*f;
	struct roster_errors	*errors;
	struct roster_person	*person;	/* a row each, empty ones too */
	size_t			 row;		/* of the one in hand, from 1 */
};

__attribute__((format(printf, 4, 5))) static void
note(struct checking *c, size_t row, const char *suffix, const char *fmt, ...)
{
	struct roster_errors *to = c->errors;
	struct field_error *e = &to->error[to->n];
	va_list ap;

	if (to->n == to->max)
		return;
	e->field = c->f->name;
	e->row = row;
	e->part = suffix;
	va_start(ap, fmt);
	vsnprintf(e->text, sizeof(e->text), fmt, ap);
	va_end(ap);
	to->n++;
}

/* As much of a text as goes into a sentence. */
static int
shown(const char *text)
{
	return (int)utf8_cut(text, strlen(text), SHOWN);
}

static void
check_name(struct checking *c, const char *name)
{
	enum name_fault fault = name_judge(name);
	const char *label = c->f->label, *at = roster_suffix[ROSTER_NAME];

	if (fault == NAME_EMPTY)
		note(c, c->row, at, "%s %zu: isi nama lengkap", label,
		    c->row);
	else if (fault == NAME_DIGIT)
		note(c, c->row, at, "%s %zu: tulis nama tanpa angka; "
		    "nomor dan program studi punya isian sendiri", label,
		    c->row);
	else if (fault != NAME_GOOD)
		note(c, c->row, at, "%s %zu: tulis nama %s", label,
		    c->row, name_fault_words(fault));
	else if (utf8_count(name) > NAME_LENGTH)
		note(c, c->row, at, "%s %zu: tulis nama paling banyak "
		    "%d karakter", label, c->row, NAME_LENGTH);
}

int
roster_is_number(const char *s)
{
	return strpbrk(s, "0123456789") != NULL && strspn(s,
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	    "0123456789./-") == strlen(s);
}

static void
check_number(struct checking *c, const char *number)
{
	const char *at = roster_suffix[ROSTER_NUMBER];

	if (*number == '\0' && roster_needs(c->f, ROSTER_NUMBER))
		note(c, c->row, at, "%s %zu: isi NIM atau NISN",
		    c->f->label, c->row);
	else if (*number != '\0' && (!roster_is_number(number) ||
	    strlen(number) > NUMBER_LENGTH))
		note(c, c->row, at, "%s %zu: isi NIM atau NISN dengan "
		    "angka, atau huruf dan angka, paling banyak %d",
		    c->f->label, c->row, NUMBER_LENGTH);
}

static void
check_programme(struct checking *c, const char *text)
{
	const char *at = roster_suffix[ROSTER_PROGRAMME];

	if (*text == '\0' ? roster_needs(c->f, ROSTER_PROGRAMME) :
	    !unicode_has_letter(text))
		note(c, c->row, at, "%s %zu: isi program studi",
		    c->f->label, c->row);
	else if (name_judge(text) == NAME_ADDRESS)
		note(c, c->row, at, "%s %zu: tulis program studi "
		    "tanpa alamat situs atau surel", c->f->label, c->row);
	else if (utf8_count(text) > PROGRAMME_LENGTH)
		note(c, c->row, at, "%s %zu: tulis program studi "
		    "paling banyak %d karakter", c->f->label, c->row,
		    PROGRAMME_LENGTH);
}

/* Is a person in the list already: by number, or, without one, by name? */
static void
check_twice(struct checking *c)
{
	const struct roster_person *p = &c->person[c->row - 1];

	for (const struct roster_person *q = c->person; q < p; q++) {
		const char *name = p->part[ROSTER_NAME];
		const char *number = p->part[ROSTER_NUMBER];
		int named = strcasecmp(name, q->part[ROSTER_NAME]) == 0;

		if (*name == '\0' ||
		    strcasecmp(number, q->part[ROSTER_NUMBER]) != 0)
			continue;
		if (named)
			note(c, c->row, roster_suffix[ROSTER_NAME],
			    "%.*s tertulis dua kali. Hapus salah satu",
			    shown(name), name);
		else if (*number != '\0')
			note(c, c->row, roster_suffix[ROSTER_NUMBER],
			    "Nomor %s dipakai %.*s dan %.*s", number,
			    shown(q->part[ROSTER_NAME]), q->part[ROSTER_NAME],
			    shown(name), name);
		if (named || *number != '\0')
			return;
	}
}

/* The number as numbers are kept: what a spreadsheet puts around it and in it
 * goes.  A plain spelling is never longer than the one typed. */
static void
plain_number(char *number)
{
	char buf[64], *to = number;

	if (strlen(number) >= sizeof(buf))
		return;
	unicode_typed(number, buf, strlen(number) + 1);
	for (const char *s = buf; *s != '\0'; s++)
		if (*s != ' ')
			*to++ = *s;
	*to = '\0';
}

/* Append the person as it is kept; the end. */
static char *
keep(const struct roster_person *p, char *out)
{
	const char *const *part = p->part;
	int n = *part[ROSTER_PROGRAMME] != '\0' ? 3 :
	    *part[ROSTER_NUMBER] != '\0' ? 2 : 1;

	for (int i = 0; i < n; i++)
		out += sprintf(out, "%s%s", i > 0 ? "; " : "", part[i]);
	return out;
}

static int
is_blank(const struct roster_person *p)
{
	return *p->part[ROSTER_NAME] == '\0' &&
	    *p->part[ROSTER_NUMBER] == '\0' &&
	    *p->part[ROSTER_PROGRAMME] == '\0';
}

static void
check_person(struct checking *c)
{
	const struct roster_person *p = &c->person[c->row - 1];

	check_name(c, p->part[ROSTER_NAME]);
	check_number(c, p->part[ROSTER_NUMBER]);
	check_programme(c, p->part[ROSTER_PROGRAMME]);
	check_twice(c);
}

/* The number of persons, the first above the limit named. */
static void
check_count(struct checking *c, size_t count, size_t above)
{
	int64_t max = c->f->max != 0 ? c->f->max : ROSTER_MAX;
	char label[128];

	field_label(c->f->label, label, sizeof(label));
	if ((int64_t)count > max)
		note(c, above, roster_suffix[ROSTER_NAME], "Isi %s "
		    "paling banyak %lld orang. Orang ke-%lld: %.*s", label,
		    (long long)max, (long long)max + 1,
		    shown(c->person[above - 1].part[ROSTER_NAME]),
		    c->person[above - 1].part[ROSTER_NAME]);
	else if (count == 0 && c->f->required)
		note(c, 1, roster_suffix[ROSTER_NAME], "Isi %s",
		    label);
	else if (count > 0 && (int64_t)count < c->f->min)
		note(c, count + 1, roster_suffix[ROSTER_NAME], "Isi "
		    "%s paling sedikit %lld orang", label,
		    (long long)c->f->min);
}

static void
check_all(struct checking *c, const char *typed, char *pieces, char *out)
{
	size_t count = 0, above = 0, len;
	int64_t max = c->f->max != 0 ? c->f->max : ROSTER_MAX;
	char *o = out;

	*o = '\0';
	for (; *typed != '\0'; typed += len + (typed[len] == '\n')) {
		struct roster_person *p = &c->person[c->row++];

		len = strcspn(typed, "\n");
		roster_split(typed, len, pieces, p);
		plain_number(strchr(pieces, '\0') + 1);
		pieces += len + ROSTER_PARTS;
		if (is_blank(p))
			continue;
		if ((int64_t)++count == max + 1)
			above = c->row;
		if ((int64_t)count <= max)
			check_person(c);
		o = keep(p, o > out ? o + sprintf(o, "\n") : o);
	}
	check_count(c, count, above);
}

enum case_err
roster_check(const struct sop_field *f, const char *typed, char *out,
    struct roster_errors *errors)
{
	size_t rows = roster_lines(typed), before = errors->n;
	struct roster_person *person;
	struct checking c = { .f = f, .errors = errors };

	person = malloc((rows + 1) * sizeof(*person) + strlen(typed) +
	    (rows + 1) * ROSTER_PARTS);
	if (person == NULL)
		return CASE_DB;
	c.person = person;
	check_all(&c, typed, (char *)(person + rows + 1), out);
	free(person);
	return errors->n > before ? CASE_INVALID : CASE_OK;
}
