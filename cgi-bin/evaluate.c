/*
 * evaluate.c - the monthly evaluation of a service: its figures are shown, the
 * conclusion and the follow-up are taken.
 */
#include <stdio.h>
#include <string.h>

#include "case/month.h"
#include "case/office.h"
#include "clock/calendar.h"
#include "page/format.h"
#include "page/page.h"
#include "web/arena.h"
#include "web/request.h"
#include "web/route.h"
#include "web/step.h"
#include "web/words.h"

static void
total(struct page *page, const char *key, const char *text)
{
	struct page *p = page_add(page, "TOTALS");

	page_set(p, "KEY", key);
	page_set(p, "TEXT", text);
}

/* "91,6%", or "4 dari 5" when there are too few for a share. */
static const char *
share(const struct step *s, int64_t part, int64_t whole)
{
	char buf[FORMAT_SIZE];

	if (whole == 0)
		return "belum ada";
	if (whole < MONTH_FEW)
		return arena_printf(s->req->arena, "%lld dari %lld",
		    (long long)part, (long long)whole);
	return arena_strdup(s->req->arena, format_percent(buf, sizeof(buf),
	    (double)part / (double)whole, 1));
}

static const char *
number(const struct step *s, int64_t n)
{
	char buf[FORMAT_SIZE];

	return arena_strdup(s->req->arena, format_int(buf, sizeof(buf), n));
}

static void
show_totals(struct step *s, struct page *page, const struct month_part *m)
{
	total(page, "Perkara masuk", number(s, m->cases_came));
	total(page, "Perkara selesai", number(s, m->cases_done +
	    m->cases_unfetched));
	total(page, "Perkara ditolak", number(s, m->cases_refused));
	total(page, "Perkara dibatalkan", number(s, m->cases_withdrawn +
	    m->cases_cancelled));
	total(page, "Masih berjalan di akhir bulan",
	    number(s, m->cases_open_after));
	if (s->sop->promise_days > 0)
		total(page, arena_printf(s->req->arena,
		    "Diputuskan dalam %d hari kerja", s->sop->promise_days),
		    share(s, m->kept, m->promised));
	total(page, "Langkah tepat waktu", share(s, month_on_time(m),
	    month_counted(m)));
	total(page, "Dikembalikan untuk perbaikan", number(s, m->returned));
}

static void
show_row(struct step *s, struct page *page, const struct month_part *m)
{
	const struct sop_row *row = sop_row_at(s->sop, (int)m->pos);
	int64_t day = calendar_day_length(office_calendar(s->req->office),
	    s->req->now);
	char buf[FORMAT_SIZE];
	struct page *p = page_add(page, "ROWS");

	page_set(p, "NO", m->no);
	page_set(p, "PERFORMER", row != NULL ? performer_words(s->req, s->sop,
	    row->performer) : "");
	page_set(p, "DONE", number(s, m->done));
	page_set(p, "ON_TIME", share(s, month_on_time(m), month_counted(m)));
	page_set(p, "RETURNED", number(s, m->returned));
	page_set(p, "OWN", m->own_median < 0 ? "–" :
	    format_duration(buf, sizeof(buf), m->own_median, day, 0));
}

static void
fill_figures(struct step *s, struct page *form)
{
	struct month_figures *f;
	struct page *page, *table = NULL;
	int year, month;

	if (sscanf(s->c.period, "%4d-%2d", &year, &month) != 2 ||
	    month_compute(s->req->office, year, month, s->sop->slug,
	    s->req->now, &f) != CASE_OK)
		return;
	page = page_include(form, "EXTRA", "figures.tpl");
	page_setf(page, "TITLE", "Angka %s %d", format_month(month), year);
	show_totals(s, page, &f->office);
	for (size_t i = 0; i < f->nrow; i++) {
		if (f->row[i].version_id != s->c.version_id ||
		    f->row[i].done + f->row[i].late_open == 0)
			continue;
		if (table == NULL)
			table = page_add(page, "TABLE");
		show_row(s, table, &f->row[i]);
	}
	page_setf(page_add(page, "REPORT"), "HREF",
	    PATH_LAPORAN "/%s/%s/", s->c.period, s->sop->slug);
	month_free(f);
}

static const char *const templates[] = { STEP_TEMPLATES, "figures.tpl",
	NULL };

static const struct step_program evaluate = {
	.name		= "evaluate",
	.kind		= STEP_EVALUATE,
	.templates	= templates,
	.end		= "Selesaikan evaluasi",
	.note		= "Catatan lain",
	.check_heading	= "Selesaikan evaluasi ini?",
	.fill		= fill_figures,
};

int
main(void)
{
	return step_serve(&evaluate);
}
