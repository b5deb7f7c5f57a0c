/*
 * figures.c - the month of a service in a few figures, in the form
 * of its evaluation and on the paper of it.
 */
#include "cgi-bin/evaluate/evaluate.h"

#include <stdio.h>

#include "base/arena.h"
#include "casepage/words.h"
#include "clock/calendar.h"
#include "page/format.h"
#include "page/page.h"
#include "web/request.h"
#include "web/table.h"

/* "91,6%", or "4 dari 5" when there are too few for a share. */
static const char *
share(const struct request *req, int64_t part, int64_t whole)
{
	char buf[FORMAT_SIZE];

	if (whole == 0)
		return "belum ada";
	if (whole < MONTH_FEW)
		return arena_printf(req->arena, "%lld dari %lld",
		    (long long)part, (long long)whole);
	return arena_strdup(req->arena, format_percent(buf, sizeof(buf),
	    (double)part / (double)whole, 1));
}

static const char *
number(const struct request *req, int64_t n)
{
	char buf[FORMAT_SIZE];

	return arena_strdup(req->arena, format_int(buf, sizeof(buf), n));
}

size_t
evaluate_totals(const struct request *req, const struct sop *sop,
    const struct month_part *m, struct evaluate_total *t)
{
	size_t n = 0;

#define ADD(what, words) \
	t[n].key = (what); \
	t[n++].text = (words)
	ADD("Perkara masuk", number(req, m->cases_came));
	ADD("Perkara selesai", number(req, m->cases_done +
	    m->cases_unfetched));
	ADD("Perkara ditolak", number(req, m->cases_refused));
	ADD("Perkara dibatalkan", number(req, m->cases_withdrawn +
	    m->cases_cancelled));
	ADD("Masih berjalan di akhir bulan", number(req,
	    m->cases_open_after));
	if (sop->promise_days > 0) {
		ADD(arena_printf(req->arena, "Diputuskan dalam %d hari kerja",
		    sop->promise_days), share(req, m->kept, m->promised));
	}
	ADD("Langkah tepat waktu", share(req, month_on_time(m),
	    month_counted(m)));
	ADD("Bulan sebelumnya", share(req, m->prev_on_time,
	    month_prev_counted(m)));
	ADD("Dikembalikan untuk perbaikan", number(req, m->returned));
#undef ADD
	return n;
}

size_t
evaluate_rows(const struct request *req, const struct sop *sop,
    const struct month_figures *f, int64_t version_id,
    struct evaluate_row *rows)
{
	const int64_t day = calendar_day_length(office_calendar(req->office),
	    f->to - 1);
	const struct sop_row *row;
	const struct month_part *m;
	char buf[FORMAT_SIZE];
	size_t n = 0;

	for (m = f->row; m < f->row + f->nrow && n < EVALUATE_ROWS; m++) {
		if (m->version_id != version_id || m->done + m->late_open == 0)
			continue;
		row = sop_row_at(sop, (int)m->pos);
		rows[n].no = m->no;
		rows[n].performer = row != NULL ? words_performer(req, sop,
		    row->performer) : "";
		rows[n].done = number(req, m->done);
		rows[n].on_time = share(req, month_on_time(m),
		    month_counted(m));
		rows[n].returned = number(req, m->returned);
		rows[n++].own = m->own_median < 0 ? "\xe2\x80\x93" :
		    arena_strdup(req->arena, format_duration(buf, sizeof(buf),
		    m->own_median, day, 0));
	}
	return n;
}
