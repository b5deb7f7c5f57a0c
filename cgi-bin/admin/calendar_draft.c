/*
 * calendar_draft.c - the draft of the calendar looked at and put in
 * force, and the calendar in force put on the tasks that are open.
 */
#include "cgi-bin/admin/calendar_follow.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "calendar/calendar_draft.h"
#include "calendar/calendar_version.h"
#include "case/act.h"
#include "casepage/words.h"
#include "clock/calendar.h"
#include "page/page.h"
#include "people/person.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

#define LAST_HOUR 3600		/* a case that begins shortly before closing */

/* What is looked at: the draft, and what it says. */
struct subject {
	struct calendar_draft	 draft;
	const struct calendar	*cal;
	const char		*now;		/* the text in force */
};

/* -- the draft ----------------------------------------------------------- */

static const char *
by_words(const struct request *req, int64_t at, int64_t person)
{
	char name[160];

	return arena_printf(req->arena, "%s, %s", words_time(req, at),
	    person == 0 ? "sistem" : person_name(req->office, person, name,
	    sizeof(name)));
}

/* Who wrote it, and on what. */
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
		{ PATH_KALENDER "/impor", "Impor hari libur dari berkas" },
		{ PATH_KALENDER "/teks", "Ubah teks rancangan" },
	};

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		struct page *p = page_add(body, "WAYS");

		page_set(p, "HREF", ways[i].href);
		page_set(p, "TEXT", ways[i].text);
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
	first = follow_dates(a, body, s->cal);
	before = first != 0 ? calendar_prev(old, first) : INT64_MIN;
	if (before != INT64_MIN)
		follow_due(a, body, s->cal, before - LAST_HOUR);
	follow_due(a, body, s->cal, a->req->now);
	diff_show(a->req, body, s->now, s->draft.text);
	fill_ways(body);
	n = follow_moves(a, body, s->draft.text);
	page_text(body, "INTRO", n == 0 ? "Tidak ada tugas terbuka yang "
	    "batasnya bergeser." : arena_printf(a->req->arena, "%zu tugas "
	    "terbuka akan bergeser batasnya bila kalender ini juga diterapkan "
	    "padanya.", n));
}

static void
note_publish(struct admin *a, struct page *check)
{
	(void)a;
	page_text(check, "INTRO", "Kalender ini berlaku sebagai versi baru atas "
	    "nama Anda. Tugas yang dibuka sesudahnya memakainya.");
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
		/* A form sent twice is told that all is done. */
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
		    "diterapkan. Batas waktu diperbarui pada %lld perkara.",
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
	    "tercatat dalam riwayat perkara; bulan yang sudah disahkan tidak "
	    "berubah.");
	n = follow_moves(a, body, NULL);
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
