/* holiday.c - lists of days off: reading text, and what to think of each. */
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "calendar/holiday.h"
#include "calendar/ics.h"
#include "clock/caltext.h"
#include "clock/civil.h"

#define LIST_MAX	20000	/* entries of a list */
#define NAME_MAX_BYTES	200	/* bytes of a name or decree that are kept */
#define YEAR_MAX_DAYS	400	/* holidays of a year at most */

int
holiday_refuse(struct holiday_reader *r, size_t line, const char *fmt, ...)
{
	size_t len = 0;
	va_list ap;

	if (line > 0)
		len = (size_t)snprintf(r->why, r->whysize, "baris %zu: ", line);
	if (len >= r->whysize)
		return -1;
	va_start(ap, fmt);
	vsnprintf(r->why + len, r->whysize - len, fmt, ap);
	va_end(ap);
	return -1;
}

/* -- the list ----------------------------------------------------------- */

/* A copy with single blanks for what a calendar may not have as text; NULL when
 * memory runs out. */
static char *
clean(const char *text)
{
	char *copy = malloc(strlen(text) + 2), *to = copy;
	size_t n;

	if (copy == NULL)
		return NULL;
	while (*text != '\0') {
		n = *text == ' ' ? 1 : caltext_unfit(text);
		if (n == 0) {
			*to++ = *text++;
			continue;
		}
		text += n;
		if (to > copy && to[-1] != ' ')
			*to++ = ' ';
	}
	to = copy + utf8_cut(copy, (size_t)(to - copy), NAME_MAX_BYTES);
	while (to > copy && to[-1] == ' ')
		to--;
	*to = '\0';
	return copy;
}

int
holiday_add(struct holiday_reader *r, const struct holiday *h)
{
	size_t room = r->room ? r->room * 2 : 64;
	struct holiday *more, *copy;

	if (r->out->count == LIST_MAX)
		return holiday_refuse(r, h->line, "lebih dari %d tanggal",
		    LIST_MAX);
	if (r->out->count == r->room) {
		more = realloc(r->out->list, room * sizeof(*more));
		if (more == NULL)
			return holiday_refuse(r, 0, "memori habis");
		r->out->list = more;
		r->room = room;
	}
	copy = &r->out->list[r->out->count++];
	*copy = *h;
	copy->day.name = clean(h->day.name);
	copy->day.decree = h->day.decree ? clean(h->day.decree) : NULL;
	copy->note = h->note ? clean(h->note) : NULL;
	if (copy->day.name == NULL || (h->day.decree && !copy->day.decree) ||
	    (h->note && !copy->note))
		return holiday_refuse(r, 0, "memori habis");
	return 0;
}

void
holidays_free(struct holidays *h)
{
	size_t i;

	for (i = 0; i < h->count; i++) {
		free((char *)h->list[i].day.name);
		free((char *)h->list[i].day.decree);
		free(h->list[i].note);
	}
	free(h->list);
	*h = (struct holidays){ 0 };
}

int
holiday_may_be_taken(const struct holiday *h)
{
	return h->mark == HOLIDAY_NEW || h->mark == HOLIDAY_UNSURE ||
	    h->mark == HOLIDAY_OBSERVED;
}

const char *
holiday_mark_text(enum holiday_mark mark)
{
	static const char *const texts[HOLIDAY__MAX] = {
		[HOLIDAY_NEW] = "baru",
		[HOLIDAY_UNSURE] = "belum pasti",
		[HOLIDAY_OBSERVED] = "perayaan",
		[HOLIDAY_HAVE] = "sudah ada",
		[HOLIDAY_TWICE] = "ganda",
		[HOLIDAY_CANCELLED] = "batal",
		[HOLIDAY_PARTIAL] = "bukan sehari",
		[HOLIDAY_BEYOND] = "di luar tahun",
		[HOLIDAY_UNREAD] = "tak terbaca",
	};

	return texts[mark];
}

/* -- marks -------------------------------------------------------------- */

/* A date as 20261231; what has none comes last. */
static int
date_number(const struct cal_holiday *d)
{
	if (d->year == 0)
		return INT_MAX;
	return d->year * 10000 + d->month * 100 + d->day;
}

static int
by_date(const void *a, const void *b)
{
	const struct holiday *x = a, *y = b;
	int d = date_number(&x->day), e = date_number(&y->day);

	return d != e ? (d > e) - (d < e) :
	    (x->line > y->line) - (x->line < y->line);
}

/* The calendar's holiday of that date, or NULL. */
static const char *
name_in(const struct calendar *cal, const struct cal_holiday *d)
{
	struct cal_holiday list[YEAR_MAX_DAYS];
	size_t n = calendar_holidays(cal, d->year, list, YEAR_MAX_DAYS), i;

	for (i = 0; i < n; i++)
		if (list[i].month == d->month && list[i].day == d->day)
			return list[i].name;
	return NULL;
}

/* Sort, and mark what the calendar or the list has already. */
static int
mark_all(struct holiday_reader *r)
{
	struct holiday *h = r->out->list;
	const char *name;
	size_t i;
	int taken = 0;

	if (r->out->count > 0)
		qsort(h, r->out->count, sizeof(*h), by_date);
	for (i = 0; i < r->out->count; i++, h++) {
		if (!holiday_may_be_taken(h))
			continue;
		if (h->day.year < CAL_FIRST_YEAR ||
		    h->day.year > CAL_LAST_YEAR) {
			h->mark = HOLIDAY_BEYOND;
		} else if ((name = name_in(r->src->cal, &h->day)) != NULL) {
			h->mark = HOLIDAY_HAVE;
			free(h->note);
			if ((h->note = strdup(name)) == NULL)
				return holiday_refuse(r, 0, "memori habis");
		} else if (date_number(&h->day) == taken) {
			h->mark = HOLIDAY_TWICE;
		} else {
			taken = date_number(&h->day);
		}
	}
	return 0;
}

/* -- text --------------------------------------------------------------- */

/* Refuse what is no plain text: too much, with controls or a lone CR. */
static int
check_text(struct holiday_reader *r, const char *text, size_t len)
{
	const unsigned char *s = (const unsigned char *)text, *end = s + len;
	size_t line = 1;

	if (len > HOLIDAY_FILE_MAX)
		return holiday_refuse(r, 0, "file lebih besar dari 1 MiB");
	if (len >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0)
		return holiday_refuse(r, 1, "diawali tanda urutan byte (BOM); "
		    "simpan sebagai UTF-8 tanpa BOM");
	for (; s < end; s++) {
		if (*s == '\r' && s + 1 < end && s[1] == '\n')
			continue;
		if ((*s < ' ' && *s != '\n' && *s != '\t') || *s == 0x7f)
			return holiday_refuse(r, line, "ada huruf kendali");
		line += *s == '\n';
	}
	return 0;
}

/* Is the text a date?  It goes to d. */
static int
read_date(const char *text, struct cal_holiday *d)
{
	int v[3];

	if (!caltext_match(text, "9999-99-99", v))
		return 0;
	d->year = v[0];
	d->month = v[1];
	d->day = v[2];
	return civil_is_date(v[0], v[1], v[2]);
}

/* Read a line of text, which is cut into its columns. */
static int
read_row(struct holiday_reader *r, char *row, size_t line)
{
	struct holiday h = { .line = line };
	static char empty[1];
	char *column[4] = { row, empty, empty, empty };
	int n = 1;

	if (!utf8_valid(row, strlen(row)))
		return holiday_refuse(r, line, "ada huruf yang bukan UTF-8");
	while ((row = strchr(row, '\t')) != NULL) {
		*row++ = '\0';
		if (n == 4)
			return holiday_refuse(r, line, "lebih dari 4 kolom");
		column[n++] = row;
	}
	if (line == 1 && (strcmp(column[0], "tanggal") == 0 ||
	    strcmp(column[0], "date") == 0))
		return 0;
	if (!read_date(column[0], &h.day))
		return holiday_refuse(r, line, "\"%.40s\" bukan tanggal; tulis "
		    "seperti 2026-12-31", column[0]);
	if (column[1][strspn(column[1], " ")] == '\0')
		return holiday_refuse(r, line, "tanpa nama hari libur");
	h.day.joint = strcmp(column[2], "cuti") == 0;
	if (*column[2] != '\0' && !h.day.joint &&
	    strcmp(column[2], "libur") != 0)
		return holiday_refuse(r, line, "\"%.40s\" harus libur atau "
		    "cuti", column[2]);
	h.day.name = column[1];
	h.day.decree = *column[3] != '\0' ? column[3] : NULL;
	return holiday_add(r, &h);
}

static int
read_rows(struct holiday_reader *r, const char *text, size_t len)
{
	char *copy = malloc(len + 1), *row, *end, *next;
	size_t line = 0, i;
	int rc = 0;

	if (copy == NULL)
		return holiday_refuse(r, 0, "memori habis");
	memcpy(copy, text, len);
	copy[len] = '\0';
	for (row = copy; rc == 0 && *row != '\0'; row = next) {
		end = row + strcspn(row, "\n");
		next = end + (*end == '\n');
		*end = '\0';
		if (end > row && end[-1] == '\r')
			end[-1] = '\0';
		line++;
		if (*row != '\0' && *row != '#')
			rc = read_row(r, row, line);
	}
	free(copy);
	if (rc == 0 && r->out->count == 0)
		rc = holiday_refuse(r, 0, "tidak ada tanggal di dalamnya");
	if (rc == 0)
		rc = mark_all(r);
	for (i = 1; rc == 0 && i < r->out->count; i++)
		if (date_number(&r->out->list[i].day) ==
		    date_number(&r->out->list[i - 1].day))
			rc = holiday_refuse(r, r->out->list[i].line,
			    "tanggal %04d-%02d-%02d sudah ada di baris %zu",
			    r->out->list[i].day.year,
			    r->out->list[i].day.month,
			    r->out->list[i].day.day, r->out->list[i - 1].line);
	return rc;
}

int
holidays_read(const struct holiday_source *src, const char *text, size_t len,
    struct holidays *out, char *why, size_t whysize)
{
	struct holiday_reader r = { src, out, 0, why, whysize };
	size_t blank;

	*out = (struct holidays){ 0 };
	if (check_text(&r, text, len) != 0)
		return -1;
	for (blank = 0; blank < len && strchr("\r\n", text[blank]);)
		blank++;
	if (len - blank < 6 || strncasecmp(text + blank, "BEGIN:", 6) != 0)
		return read_rows(&r, text, len);
	return ics_read(&r, text, len) != 0 ? -1 : mark_all(&r);
}
