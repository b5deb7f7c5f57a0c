/*
 * explanation.c - how the limit of a task came about.
 *
 * While a task with a standard of work waits, for somebody or with whoever has
 * taken it, its limit is that of the queue; the limit of the work counts the
 * time it is in hand.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "casepage/explanation.h"

#include "base/arena.h"
#include "case/hand.h"
#include "casepage/sla.h"
#include "casepage/words.h"
#include "clock/calendar.h"
#include "clock/standard.h"
#include "page/format.h"
#include "page/page.h"
#include "web/request.h"

#define DAYS_MAX 60

struct why {
	const struct request	*req;
	const struct task_row	*t;
	const struct calendar	*cal;	/* the limit was made with */
	struct page		*page;
};

__attribute__((format(printf, 2, 3))) static void
line(const struct why *w, const char *fmt, ...)
{
	char text[CAL_REASON_SIZE + 200];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	page_text(w->page, "LINES", text);
}

static const char *
time_words(const struct why *w, int64_t seconds)
{
	char *buf = arena_alloc(w->req->arena, FORMAT_SIZE);

	return format_duration(buf, FORMAT_SIZE, seconds, 0, 1);
}

/* -- the days ------------------------------------------------------------ */

/* "07.30-12.00, 13.00-16.00": the hours of a day that count. */
static const char *
hours_words(const struct why *w, const struct standard *s,
    const struct due_day *day)
{
	struct cal_hours hours[CAL_HOURS_MAX];
	size_t n = standard_explain_hours(w->cal, s, day, hours,
	    CAL_HOURS_MAX);
	const char *text = "";

	for (size_t i = 0; i < n && i < CAL_HOURS_MAX; i++)
		arena_append(w->req->arena, &text, "%s%02d.%02d–%02d.%02d",
		    i > 0 ? ", " : "", hours[i].from / 3600,
		    hours[i].from / 60 % 60, hours[i].to / 3600,
		    hours[i].to / 60 % 60);
	return text;
}

static const char *
reason_words(const struct why *w, const struct due_day *day)
{
	char *buf = arena_alloc(w->req->arena, CAL_REASON_SIZE);

	return calendar_reason_text(&day->reason, buf);
}

/* The share of a day: a working day, so many hours, or none with the reason. */
static const char *
day_words(const struct why *w, const struct standard *s,
    const struct due_day *day)
{
	const char *counted = arena_printf(w->req->arena, "%s (%s), jumlah "
	    "%s", time_words(w, day->counted), hours_words(w, s, day),
	    time_words(w, day->total));

	if (!day->reason.working && s->measure != MEASURE_ELAPSED)
		return reason_words(w, day);
	if (s->unit != UNIT_DAY || s->measure == MEASURE_ELAPSED)
		return day->counted > 0 ? counted : "lewat jam kerja";
	if (day->nth == 0)
		return "hari penerimaan";
	if (day->nth > 0)
		return arena_printf(w->req->arena, "hari kerja ke-%d",
		    day->nth);
	return day->counted > 0 ? counted : "diterima lewat jam kerja";
}

static void
show_days(const struct why *w, const struct standard *s, int64_t start,
    int64_t moved)
{
	struct due_day *days = arena_alloc(w->req->arena,
	    DAYS_MAX * sizeof(*days));
	size_t n = standard_explain(w->cal, s, start, moved, days, DAYS_MAX);

	for (size_t i = 0; i < n && i < DAYS_MAX; i++) {
		struct format_time date = { .year = days[i].year,
			.month = days[i].month, .day = days[i].day,
			.weekday = days[i].reason.weekday };
		char buf[FORMAT_SIZE];

		format_date_day(buf, sizeof(buf), &date);
		line(w, "%s: %s", buf, day_words(w, s, &days[i]));
	}
	if (n > DAYS_MAX)
		line(w, "… dan %zu hari sesudahnya", n - DAYS_MAX);
}

/* An amount of working time from an instant to the limit. */
static void
show_seconds(const struct why *w, int64_t start)
{
	const struct standard s = { .unit = UNIT_SECOND,
		.measure = MEASURE_WORK, .max = (int32_t)calendar_elapsed(
		w->cal, start, w->t->due_at) };

	show_days(w, &s, start, 0);
}

/* -- the limit ----------------------------------------------------------- */

static void
show_queue(const struct why *w)
{
	int64_t spent = calendar_elapsed(w->cal, w->t->received_at,
	    w->t->due_at);

	line(w, "Diterima %s. Selama menunggu diambil atau dikerjakan, "
	    "batasnya adalah waktu antrean: %s jam kerja sejak diterima.",
	    words_time(w->req, w->t->received_at),
	    time_words(w, w->t->queue_max));
	if (spent > w->t->queue_max)
		line(w, "Waktu ketika tugas dikerjakan, %s, tidak dihitung ke "
		    "antrean.", time_words(w, spent - w->t->queue_max));
	show_seconds(w, w->t->received_at);
}

static void
show_moved(const struct why *w)
{
	if (w->t->moved > 0)
		line(w, "Waktu di pihak luar, %s jam kerja, tidak dihitung ke "
		    "standar: batas bergeser sebanyak itu.", time_words(w,
		    w->t->moved));
}

/* The rest counts from when it came into the hand. */
static void
show_own(const struct why *w, const struct standard *s)
{
	int64_t since = hand_began(w->req->office, w->t->claimed_by, w->t,
	    w->req->now, 0);
	int64_t left = calendar_elapsed(w->cal, since, w->t->due_at);
	int64_t all = standard_seconds(s, s->max, calendar_day_length(w->cal,
	    since));
	char text[FORMAT_SIZE];

	line(w, "Dikerjakan sejak %s. Standar %s dihitung dari jam kerja "
	    "selama tugas ini yang dikerjakan.", words_time(w->req, since),
	    sla_standard(w->t, text, sizeof(text)));
	if (left < all)
		line(w, "Sudah terpakai sebelumnya: %s.", time_words(w,
		    all - left));
	show_seconds(w, since);
	show_moved(w);
}

static void
show_turnaround(const struct why *w, const struct standard *s)
{
	int64_t start = w->t->received_at ? w->t->received_at :
	    w->t->claimed_at;
	char text[FORMAT_SIZE];

	line(w, "Diterima %s. Standar %s dihitung %s.", words_time(w->req,
	    start), sla_standard(w->t, text, sizeof(text)),
	    s->measure == MEASURE_ELAPSED ? "siang dan malam" :
	    s->unit == UNIT_DAY ? "sampai akhir hari kerja terakhirnya" :
	    "dalam jam kerja");
	show_days(w, s, start, w->t->moved);
	show_moved(w);
}

static struct standard
standard_of(const struct task_row *t)
{
	struct standard s = { .min = (int32_t)t->min, .max = (int32_t)t->max,
		.unit = (enum time_unit)standard_unit_from(t->unit),
		.measure = (enum time_measure)standard_measure_from(
		    t->measure) };

	return s;
}

static void
show_limit(const struct why *w)
{
	const struct standard s = standard_of(w->t);

	if (s.measure != MEASURE_WORK)
		show_turnaround(w, &s);
	else if (hand_holds(w->t) && w->t->due_at > w->t->claimed_at)
		show_own(w, &s);
	else
		show_queue(w);
	line(w, "Batas: %s", words_time(w->req, w->t->due_at));
}

void
explanation_show(const struct request *req, struct page *page,
    const char *include, const struct task_row *t)
{
	struct why w = { .req = req, .t = t };

	if (!t->open)
		return;
	w.cal = office_calendar_of(req->office, t->calendar_id);
	if (w.cal == NULL)
		w.cal = office_calendar(req->office);
	w.page = page_include(page, include, "why.tpl");
	if (t->external && t->due_at != 0)
		line(&w, "Langkah ini menunggu pemohon: jam kantor belum "
		    "berjalan. Pemohon ditunggu sampai %s.", words_time(req,
		    t->due_at));
	else if (t->due_at != 0 && (t->received_at != 0 || t->claimed_at != 0))
		show_limit(&w);
	else if (strcmp(t->phase, "outside") == 0)
		line(&w, "Berkas ada di pihak luar: jam langkah ini berhenti, "
		    "dan batasnya bergeser sepanjang jam kerja menunggu.");
	else
		line(&w, "Langkah ini menunggu pemohon: jam kantor belum "
		    "berjalan.");
}
