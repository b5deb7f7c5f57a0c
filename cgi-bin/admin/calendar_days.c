/*
 * calendar_days.c - the days off of a file on a page: those that may be
 * taken, each with its box, and the others with why not.
 */
#include "cgi-bin/admin/calendar_import.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "clock/calendar.h"
#include "page/page.h"
#include "web/form.h"
#include "web/request.h"
#include "web/table.h"

#define OTHERS_MAX 300		/* days shown that cannot be taken */

int
day_is_asked_for(const struct import *m, const struct holiday *h)
{
	return m->year == 0 || h->mark == HOLIDAY_UNREAD ||
	    h->day.year == m->year;
}

/* Has it a box? */
static int
is_choice(const struct import *m, const struct holiday *h)
{
	return day_is_asked_for(m, h) && holiday_may_be_taken(h);
}

size_t
choices_count(const struct import *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->h.count; i++)
		n += is_choice(m, &m->h.list[i]) != 0;
	return n;
}

static const char *
day_text(const struct import *m, const struct cal_holiday *d)
{
	return admin_calendar_day_words(m->req, m->cal,
	    &(struct cal_date){ d->year, d->month, d->day });
}

/* What more is to be known of a day, before it is chosen. */
static const char *
hint(const struct import *m, const struct holiday *h)
{
	const char *text = h->day.joint ? "cuti bersama" : "libur";

	if (h->mark == HOLIDAY_OBSERVED)
		text = arena_printf(m->req->arena, "%s; perayaan, biasanya "
		    "tetap hari kerja", text);
	else if (h->mark != HOLIDAY_NEW)
		text = arena_printf(m->req->arena, "%s; %s", text,
		    holiday_mark_text(h->mark));
	if (h->day.decree != NULL)
		text = arena_printf(m->req->arena, "%s; %s", text,
		    h->day.decree);
	if (h->note != NULL)
		text = arena_printf(m->req->arena, "%s; %s", text, h->note);
	return text;
}

int
choice_is_ticked(const struct import *m, size_t number,
    const struct holiday *h)
{
	const char *values[CHOICES_MAX];
	size_t n = form_all(m->req, "pilih", values, CHOICES_MAX);
	int64_t v;

	if (form_get(m->req, "daftar") == NULL)
		return h->mark == HOLIDAY_NEW;
	for (size_t i = 0; i < n && i < CHOICES_MAX; i++)
		if (number_parse(values[i], 1, CHOICES_MAX, &v) == 0 &&
		    (size_t)v == number)
			return 1;
	return 0;
}

/* The days that may be taken as a table of text, for the form to carry. */
const char *
choices_text(const struct import *m)
{
	size_t size = 1, len = 0;
	char *text;

	for (size_t i = 0; i < m->h.count; i++)
		size += strlen(m->h.list[i].day.name) + 32 +
		    (m->h.list[i].day.decree != NULL ?
		    strlen(m->h.list[i].day.decree) : 0);
	text = arena_alloc(m->req->arena, size);
	for (size_t i = 0; i < m->h.count; i++) {
		const struct cal_holiday *d = &m->h.list[i].day;

		if (is_choice(m, &m->h.list[i]))
			len += (size_t)snprintf(text + len, size - len,
			    "%04d-%02d-%02d\t%s\t%s\t%s\n", d->year, d->month,
			    d->day, d->name, d->joint ? "cuti" : "libur",
			    d->decree != NULL ? d->decree : "");
	}
	return text;
}

/* Each of them with its box. */
void
choices_show(struct import *m, struct page *form)
{
	struct page *p = page_include(form, "FIELDS", "field.tpl"), *boxes;
	size_t n = 0;

	page_set(p, "NAME", "pilih");
	page_set(p, "LABEL", "Hari libur yang dimasukkan");
	if (m->typed.nerror > 0)
		page_text(p, "ERROR", m->error.text);
	boxes = page_add(page_add(p, "GROUP"), "IS_CHECKS");
	for (size_t i = 0; i < m->h.count; i++) {
		const struct holiday *h = &m->h.list[i];
		struct page *item;

		if (!is_choice(m, h))
			continue;
		item = page_add(boxes, "ITEMS");
		n++;
		page_setf(item, "ID", "pilih-%zu", n);
		page_set_int(item, "VALUE", (int64_t)n);
		page_setf(item, "TEXT", "%s: %s", day_text(m, &h->day),
		    h->day.name);
		page_text(item, "ITEM_HINT", hint(m, h));
		if (choice_is_ticked(m, i + 1, h))
			page_show(item, "CHOSEN");
	}
}

/* Those that cannot be taken, and why. */
void
others_show(struct import *m, struct page *body)
{
	static const char *const heads[] = { "Tanggal", "Nama", "Sebab",
		NULL };
	struct page *group = NULL, *row;
	size_t n = 0;

	for (size_t i = 0; i < m->h.count && n < OTHERS_MAX; i++) {
		const struct holiday *h = &m->h.list[i];

		if (holiday_may_be_taken(h) || !day_is_asked_for(m, h))
			continue;
		n++;
		if (group == NULL)
			group = table_begin(body, "TABLES",
			    "Tidak dapat dimasukkan", heads);
		row = table_row(group, h->mark == HOLIDAY_UNREAD ?
		    arena_printf(m->req->arena, "Baris %zu", h->line) :
		    day_text(m, &h->day), NULL);
		table_cell(row, h->day.name);
		table_cell(row, h->note == NULL ? holiday_mark_text(h->mark) :
		    arena_printf(m->req->arena, "%s: %s",
		    holiday_mark_text(h->mark), h->note));
	}
}
