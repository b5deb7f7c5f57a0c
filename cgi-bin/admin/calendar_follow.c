/*
 * calendar_follow.c - what follows from another calendar, said before it
 * is put in force or on the tasks that are open.
 */
#include "cgi-bin/admin/calendar_follow.h"

#include <string.h>

#include "base/arena.h"
#include "case/calendar_moves.h"
#include "casepage/sla.h"
#include "clock/calendar.h"
#include "page/format.h"
#include "page/page.h"
#include "web/pager.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define DATES_SHOWN 60
#define MOVES_SHOWN 25

/* What a date is: "07.30–12.00", "libur: Nyepi". */
static const char *
date_words(const struct request *req, const struct calendar *cal,
    const struct cal_local *d)
{
	struct cal_hours hours[CAL_HOURS_MAX * 2];
	struct cal_reason r;
	size_t n = calendar_hours(cal, d->year, d->month, d->day, hours,
	    CAL_HOURS_MAX * 2);
	const char *text;

	calendar_reason(cal, d->year, d->month, d->day, &r);
	text = r.working ? admin_calendar_hours_words(req, hours, n) :
	    calendar_reason_word(&r);
	if (r.rule != CAL_RULE_WEEK)
		text = arena_printf(req->arena, "%s: %s", text, r.name);
	if (r.outages > 0)
		text = arena_printf(req->arena, "%s (gangguan: %s)", text,
		    r.outage);
	return text;
}

int64_t
follow_dates(struct admin *a, struct page *body, const struct calendar *new)
{
	static const char *const heads[] = { "Tanggal", "Sekarang",
		"Menurut rancangan", NULL };
	const struct calendar *old = office_calendar(a->req->office);
	struct page *group = NULL, *row;
	size_t n = 0, past = 0;
	int64_t first = 0, at;
	struct cal_local d;

	for (int i = 0; ; i++) {
		const char *was, *will;

		at = calendar_instant(old, CAL_FIRST_YEAR, 1, 1 + i, 0, 0, 0);
		calendar_local(old, at, &d);
		if (d.year > CAL_LAST_YEAR)
			break;
		if (calendar_same_date(old, new, d.year, d.month, d.day))
			continue;
		if (admin_next_day(a->req, at) <= a->req->now)
			past++;
		else if (first == 0)
			first = at;
		if (++n > DATES_SHOWN)
			continue;
		if (group == NULL)
			group = table_begin(body, "TABLES",
			    "Tanggal yang berubah", heads);
		was = date_words(a->req, old, &d);
		will = date_words(a->req, new, &d);
		row = table_row(group, admin_calendar_day_words(a->req, old,
		    &(struct cal_date){ d.year, d.month, d.day }),
		    strncmp(will, "libur:", 6) != 0 ? NULL :
		    arena_printf(a->req->arena, PATH_KALENDER
		    "/libur/%04d-%02d-%02d", d.year, d.month, d.day));
		table_cell(row, was);
		table_cell(row, will);
	}
	page_text(body, "INTRO", n == 0 ? "Jam kerja pada semua tanggal tetap "
	    "sama." : arena_printf(a->req->arena, "%zu tanggal berubah%s.%s",
	    n, past == 0 ? "" : arena_printf(a->req->arena, ", %zu di "
	    "antaranya sudah lewat", past), n <= DATES_SHOWN ? "" :
	    arena_printf(a->req->arena, " Yang tampak di bawah %d tanggal "
	    "pertama.", DATES_SHOWN)));
	return first;
}

static const char *
moment_day_words(const struct request *req, const struct calendar *cal,
    int64_t at)
{
	char *buf = arena_alloc(req->arena, FORMAT_SIZE);
	struct format_time when;

	if (at == INT64_MAX)
		return "tidak ada";
	words_local_time(cal, at, &when);
	return format_moment_day(buf, FORMAT_SIZE, &when);
}

void
follow_due(struct admin *a, struct page *body, const struct calendar *new,
    int64_t start)
{
	const struct calendar *old = office_calendar(a->req->office);
	const char *was = moment_day_words(a->req, old,
	    calendar_day_end(old, start, 1));
	const char *will = moment_day_words(a->req, new,
	    calendar_day_end(new, start, 1));

	form_change(body, arena_printf(a->req->arena, "Batas untuk perkara "
	    "mulai %s, standar 1 hari", moment_day_words(a->req, old, start)),
	    strcmp(was, will) != 0 ? was : "", will);
}

static const char *
limit_words(const struct request *req, int64_t at)
{
	return at == 0 ? "tidak ada" : moment_day_words(req,
	    office_calendar(req->office), at);
}

size_t
follow_moves(struct admin *a, struct page *body, const char *yaml)
{
	static const char *const heads[] = { "Tugas", "Batas sekarang",
		"Batas baru", NULL };
	struct pager p = { .address = yaml != NULL ? DRAFT : APPLY,
	    .what = "tugas", .number = pager_number(a->req),
	    .limit = MOVES_SHOWN };
	struct calendar_move *m;
	struct page *group, *row;
	size_t n, total;

	if (calendar_moves(a->req->office, yaml, a->req->now,
	    (size_t)(p.number - 1) * MOVES_SHOWN, MOVES_SHOWN, &m, &n,
	    &total) != CASE_OK)
		return 0;
	arena_adopt(a->req->arena, m);
	if (n == 0)
		return total;
	group = table_begin(body, "TABLES",
	    "Tugas yang batasnya bergeser", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, m[i].number, arena_printf(
		    a->req->arena, "/perkara/%lld", (long long)m[i].case_id));
		page_text(row, "NOTE", arena_printf(a->req->arena,
		    "%s · langkah %s, %s", m[i].subject, m[i].no,
		    m[i].performer));
		table_cell(row, limit_words(a->req, m[i].was));
		table_cell(row, limit_words(a->req, m[i].will));
	}
	p.total = (int64_t)total;
	pager_show(a->req, body, &p);
	return total;
}
