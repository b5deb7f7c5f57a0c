/*
 * calendar_draft.c - the draft of the calendar shown and put in force, and the
 * calendar in force applied to the open tasks.  Before either, the page shows
 * the consequences: dates that change, a limit before and after, the tasks
 * whose limits move.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "calendar/calendar_draft.h"
#include "calendar/calendar_version.h"
#include "case/act_close.h"
#include "case/calendar_moves.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/calendar.h"
#include "cgi-bin/admin/diff.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "clock/calendar.h"
#include "page/format.h"
#include "page/page.h"
#include "people/person.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define DRAFT PATH_KALENDER "/rancangan"
#define APPLY PATH_KALENDER "/terapkan"
#define DATES_SHOWN 60
#define LAST_HOUR 3600		/* a case that begins shortly before closing */

/* The draft, parsed, beside the calendar in force. */
struct subject {
	struct calendar_draft	 draft;
	const struct calendar	*cal;
	const char		*now;		/* the text in force */
};

/* -- what another calendar changes ----------------------------------------- */

/* A date by a calendar: "07.30–12.00", "libur: Nyepi". */
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
		arena_append(req->arena, &text, ": %s", r.name);
	if (r.outages > 0)
		arena_append(req->arena, &text, " (gangguan: %s)", r.outage);
	return text;
}

static int64_t
show_dates(struct admin *a, struct page *body, const struct calendar *new)
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
instant_words(const struct request *req, const struct calendar *cal,
    int64_t at)
{
	char *buf = arena_alloc(req->arena, FORMAT_SIZE);
	struct format_time when;

	if (at == INT64_MAX)
		return "tidak ada";
	words_local_time(cal, at, &when);
	return format_moment_day(buf, FORMAT_SIZE, &when);
}

static void
show_due(struct admin *a, struct page *body, const struct calendar *new,
    int64_t start)
{
	const struct calendar *old = office_calendar(a->req->office);
	const char *was = instant_words(a->req, old,
	    calendar_day_end(old, start, 1));
	const char *will = instant_words(a->req, new,
	    calendar_day_end(new, start, 1));

	form_change(body, arena_printf(a->req->arena, "Batas untuk berkas "
	    "mulai %s, standar 1 hari", instant_words(a->req, old, start)),
	    strcmp(was, will) != 0 ? was : "", will);
}

static const char *
limit_words(const struct request *req, int64_t at)
{
	return at == 0 ? "tidak ada" : instant_words(req,
	    office_calendar(req->office), at);
}

static size_t
show_moves(struct admin *a, struct page *body, const char *yaml)
{
	static const char *const heads[] = { "Tugas", "Batas sekarang",
		"Batas baru", NULL };
	struct pager p = { .address = yaml != NULL ? DRAFT : APPLY,
	    .what = "tugas", .number = pager_number(a->req) };
	struct calendar_move *m;
	struct page *group, *row;
	size_t n, total;

	if (calendar_moves(a->req->office, yaml, a->req->now,
	    (size_t)pager_offset(a->req), PAGER_ROWS, &m, &n, &total) !=
	    CASE_OK)
		return 0;
	arena_adopt(a->req->arena, m);
	if (n == 0)
		return total;
	group = table_begin(body, "TABLES",
	    "Tugas yang batasnya bergeser", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, m[i].number, arena_printf(
		    a->req->arena, "/berkas/%lld", (long long)m[i].case_id));
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

/* -- the draft ----------------------------------------------------------- */

static const char *
by_words(const struct request *req, int64_t at, int64_t person)
{

	return arena_printf(req->arena, "%s, %s", words_time(req, at),
	    person == 0 ? "sistem" : words_person(req, person));
}

/* Rows about the draft: begun and last saved, by whom, from which version. */
static void
fill_origin(struct admin *a, struct page *body, const struct calendar_draft *d)
{
	struct calendar_item *list;
	size_t n;

	form_row(body, "Dimulai", by_words(a->req, d->begun_at, d->begun_by));
	form_row(body, "Terakhir disimpan", by_words(a->req, d->saved_at,
	    d->saved_by));
	if (calendar_versions(a->req->office, &list, &n) != CASE_OK)
		return;
	arena_adopt(a->req->arena, list);
	if (n > 0 && list[0].version != d->base)
		page_text(body, "INTRO", arena_printf(a->req->arena, "Sejak "
		    "rancangan ini dimulai dari versi %lld, versi %lld sudah "
		    "berlaku. Periksa apakah ada isinya yang hilang dalam "
		    "rancangan ini.", (long long)d->base,
		    (long long)list[0].version));
}

static void
fill_ways(struct page *body)
{
	static const struct { const char *href, *text; } ways[] = {
		{ PATH_KALENDER "/libur", "Tambah hari libur" },
		{ PATH_KALENDER "/gangguan", "Catat gangguan" },
		{ PATH_KALENDER "/impor", "Impor hari libur dari file" },
		{ PATH_KALENDER "/teks", "Ubah teks rancangan" },
	};

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		page_link(body, "WAYS", ways[i].href, ways[i].text);
	}
}

static void
fill_draft(struct admin *a, struct page *body)
{
	const struct subject *s = a->about;
	const struct calendar *old = office_calendar(a->req->office);
	int64_t first, before;
	size_t n;

	page_text(body, "INTRO", "Rancangan ini belum berlaku. Ia tersimpan "
	    "sampai diberlakukan atau dibuang.");
	fill_origin(a, body, &s->draft);
	first = show_dates(a, body, s->cal);
	before = first != 0 ? calendar_prev(old, first) : INT64_MIN;
	if (before != INT64_MIN)
		show_due(a, body, s->cal, before - LAST_HOUR);
	show_due(a, body, s->cal, a->req->now);
	diff_show(a->req, body, s->now, s->draft.text);
	fill_ways(body);
	n = show_moves(a, body, s->draft.text);
	page_text(body, "INTRO", n == 0 ? "Tidak ada tugas terbuka yang "
	    "batasnya bergeser." : arena_printf(a->req->arena, "%zu tugas "
	    "terbuka akan bergeser batasnya bila kalender ini juga diterapkan "
	    "padanya.", n));
}

static void
note_publish(struct admin *a, struct page *check)
{
	(void)a;
	page_text(check, "INTRO", "Kalender ini berlaku sebagai versi baru "
	    "atas nama Anda. Tugas yang dibuka sesudahnya memakainya.");
	page_text(check, "INTRO", "Tugas yang sedang berjalan tetap memakai "
	    "kalender lama sampai kalender ini diterapkan padanya. Tugas yang "
	    "sudah selesai dan bulan yang sudah disahkan tidak berubah.");
}

static enum case_err
publish(struct admin *a, const struct change *ch)
{
	return calendar_draft_publish(a->req->office, ch);
}

static enum case_err
drop(struct admin *a, const struct change *ch)
{
	return calendar_draft_drop(a->req->office, ch);
}

static int
draft_page(struct admin *a, struct subject *s)
{
	a->heading = "Rancangan kalender";
	a->fill = fill_draft;
	a->nedits = 2;
	a->edit[0] = (struct edit){ .act = "berlakukan",
	    .button = "Berlakukan kalender",
	    .question = "Berlakukan kalender ini?",
	    .done = "Kalender diberlakukan. Tugas yang sedang berjalan belum "
	    "berubah.", .state = s->draft.text, .apply = publish,
	    .note = note_publish };
	a->edit[1] = (struct edit){ .act = "buang", .ends = 1,
	    .button = "Buang rancangan", .question = "Buang rancangan ini?",
	    .done = "Rancangan dibuang.", .state = s->draft.text,
	    .apply = drop };
	return admin_page(a);
}

int
admin_calendar_draft(struct request *req, struct reply *reply)
{
	struct admin a = { .req = req, .reply = reply, .address = DRAFT,
	    .after = PATH_KALENDER, .back = PATH_KALENDER,
	    .back_text = "Kembali ke kalender" };
	struct subject s = { 0 };
	struct calendar *cal = NULL;
	char *now, why[512];
	int status;

	if (calendar_draft_get(req->office, &s.draft) != CASE_OK)
		/* The second of a form sent twice finds no draft: its answer
		 * says that all is done. */
		return req->method == METHOD_POST ? admin_page(&a) :
		    reply_redirect(reply, PATH_KALENDER);
	arena_adopt(req->arena, s.draft.text);
	now = office_calendar_text(req->office);
	cal = calendar_parse(s.draft.text, strlen(s.draft.text), why,
	    sizeof(why));
	if (now == NULL || cal == NULL) {
		free(now);
		calendar_free(cal);
		return reply_error(reply, req, 500, NULL);
	}
	arena_adopt(req->arena, now);
	s.now = now;
	s.cal = cal;
	a.about = &s;
	status = draft_page(&a, &s);
	calendar_free(cal);
	return status;
}

/* -- the calendar in force, on open tasks -------------------------------- */

static enum case_err
put_on_tasks(struct admin *a, const struct change *ch)
{
	enum case_err err;
	int64_t n;

	if (ch->dry)
		return CASE_OK;
	err = act_calendar(a->req->office, ch->by, ch->now, &n);
	if (err == CASE_OK)
		a->edit[0].done = arena_printf(a->req->arena, "Kalender "
		    "diterapkan. Batas waktu diperbarui pada %lld berkas.",
		    (long long)n);
	return err;
}

static void
fill_tasks(struct admin *a, struct page *body)
{
	size_t n;

	page_text(body, "INTRO", "Tugas memakai kalender yang berlaku ketika "
	    "tugas itu dibuka. Di sini batas waktu semua tugas yang sedang "
	    "berjalan dihitung lagi menurut kalender sekarang. Perubahan itu "
	    "tercatat dalam riwayat berkas; bulan yang sudah disahkan tidak "
	    "berubah.");
	n = show_moves(a, body, NULL);
	page_text(body, "INTRO", n == 0 ? "Tidak ada tugas yang batasnya akan "
	    "bergeser." : arena_printf(a->req->arena, "%zu tugas akan "
	    "bergeser batasnya.", n));
}

int
admin_calendar_apply(struct request *req, struct reply *reply)
{
	struct admin a = { .req = req, .reply = reply, .address = APPLY,
	    .after = PATH_KALENDER, .back = PATH_KALENDER,
	    .back_text = "Kembali ke kalender", .nedits = 1,
	    .heading = "Terapkan kalender pada tugas", .fill = fill_tasks };

	if (office_calendar(req->office) == NULL)
		return reply_error(reply, req, 404, NULL);
	a.edit[0] = (struct edit){ .act = "terapkan",
	    .button = "Terapkan kalender", .question = "Terapkan kalender "
	    "pada semua tugas yang sedang berjalan?",
	    .apply = put_on_tasks };
	return admin_page(&a);
}
