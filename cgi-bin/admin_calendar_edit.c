/*
 * admin_calendar_edit.c - a new version of the calendar: a holiday more or
 * less, or the whole text; and the calendar put on tasks that are open.
 *
 * Whatever was edited, the same is said before it counts: on which dates the
 * hours change, and until when a case that begins would then have time.
 */
#include "cgi-bin/admin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act.h"
#include "clock/calendar.h"
#include "page/format.h"
#include "page/page.h"
#include "web/arena.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/sla.h"

#define DATES_SHOWN 10
#define DAYS_MAX 366
#define TEXT_MAX (1024 * 1024)
#define LAST_HOUR 3600		/* a case that begins shortly before closing */

/* What is edited: the text in force, and of a holiday its date. */
struct subject {
	const char	*text;
	struct cal_holiday day;
};

/* -- the new text -------------------------------------------------------- */

/* The holiday of the form. */
static void
read_holiday(const struct admin *a, struct cal_holiday *h)
{
	sscanf(admin_value(a, "tanggal"), "%4d-%2d-%2d", &h->year, &h->month,
	    &h->day);
	h->joint = strcmp(admin_value(a, "jenis"), "cuti") == 0;
	h->name = admin_value(a, "nama");
	h->decree = *admin_value(a, "dasar") != '\0' ?
	    admin_value(a, "dasar") : NULL;
}

/* The holiday of a date "2026-03-17": 0, or -1 when it is none. */
static int
find_day(const struct request *req, const char *iso, struct cal_holiday *out)
{
	struct cal_holiday day[DAYS_MAX];
	int y = 0, m = 0, d = 0;
	size_t n;

	if (sscanf(iso, "%4d-%2d-%2d", &y, &m, &d) != 3)
		return -1;
	n = calendar_holidays(office_calendar(req->office), y, day, DAYS_MAX);
	for (size_t i = 0; i < n && i < DAYS_MAX; i++)
		if (day[i].month == m && day[i].day == d) {
			*out = day[i];
			return 0;
		}
	return -1;
}

/* Is it a date that can become a holiday?  Said of the form, not of the text's
 * lines. */
static enum case_err
check_date(struct admin *a)
{
	const char *iso = admin_value(a, "tanggal");
	int year = atoi(iso);
	struct cal_holiday h;

	if (year < CAL_FIRST_YEAR || year > CAL_LAST_YEAR)
		return office_fail(a->req->office, CASE_INVALID, "date",
		    "Isi tanggal dari tahun %d sampai %d", CAL_FIRST_YEAR,
		    CAL_LAST_YEAR);
	if (find_day(a->req, iso, &h) == 0)
		return office_fail(a->req->office, CASE_INVALID, "date",
		    "Tanggal ini sudah tercatat: %s", h.name);
	return CASE_OK;
}

/* What the form sent makes of the text in force; NULL with the reason. */
static const char *
new_text(struct admin *a, char *why, size_t whysize)
{
	const struct subject *s = a->about;
	struct cal_holiday h = { 0 };
	char *text;

	if (strcmp(a->sent->act, "teks") == 0)
		return admin_text(a, "teks");
	if (strcmp(a->sent->act, "tambah") == 0) {
		read_holiday(a, &h);
		text = calendar_add_holidays(s->text, strlen(s->text), &h, 1,
		    why, whysize);
	} else {
		struct cal_date d = { s->day.year, s->day.month, s->day.day };

		text = calendar_remove_holiday(s->text, &d, why, whysize);
	}
	if (text != NULL)
		arena_adopt(a->req->arena, text);
	return text;
}

static enum case_err
put(struct admin *a, const struct change *ch)
{
	const struct subject *s = a->about;
	char why[512];
	const char *text;
	enum case_err err;

	if (strcmp(a->sent->act, "tambah") == 0 &&
	    (err = check_date(a)) != CASE_OK)
		return err;
	if ((text = new_text(a, why, sizeof(why))) == NULL)
		return office_fail(a->req->office, CASE_INVALID, "date", "%s",
		    why);
	if (strcmp(text, s->text) == 0)
		return office_fail(a->req->office, CASE_INVALID, "yaml",
		    "Belum ada yang diubah");
	return office_set_calendar(a->req->office, ch, text);
}

/* -- what will follow ---------------------------------------------------- */

/* Does a date work otherwise? */
static int
is_other(const struct calendar *a, const struct calendar *b,
    const struct cal_local *d)
{
	struct cal_hours x[CAL_HOURS_MAX * 2], y[CAL_HOURS_MAX * 2];
	size_t n = calendar_hours(a, d->year, d->month, d->day, x,
	    CAL_HOURS_MAX * 2);

	return n != calendar_hours(b, d->year, d->month, d->day, y,
	    CAL_HOURS_MAX * 2) || memcmp(x, y, n * sizeof(*x)) != 0;
}

/* Name the dates from today on that change; the first instant of the first, 0
 * of none. */
static int64_t
note_dates(struct admin *a, struct page *check, const struct calendar *new)
{
	const struct calendar *old = office_calendar(a->req->office);
	const char *names = "";
	int64_t first = 0;
	size_t n = 0, past = 0;

	for (int i = 0; ; i++) {
		int64_t at = calendar_instant(old, CAL_FIRST_YEAR, 1, 1 + i, 0,
		    0, 0);
		struct cal_local d;

		calendar_local(old, at, &d);
		if (d.year > CAL_LAST_YEAR)
			break;
		if (!is_other(old, new, &d))
			continue;
		if (next_day(a->req, at) <= a->req->now) {
			past++;
			continue;
		}
		if (n == 0)
			first = at;
		if (++n <= DATES_SHOWN)
			names = arena_printf(a->req->arena, "%s%s%s", names,
			    n > 1 ? "; " : "", date_day_words(a->req, old,
			    &(struct cal_date){ d.year, d.month, d.day }));
	}
	if (n > DATES_SHOWN)
		names = arena_printf(a->req->arena, "%s; dan %zu tanggal lain",
		    names, n - DATES_SHOWN);
	page_text(check, "INTRO", n == 0 ? "Jam kerja mulai hari ini tidak "
	    "berubah." : arena_printf(a->req->arena, "Jam kerja berubah pada "
	    "%zu tanggal: %s.", n, names));
	if (past > 0)
		page_text(check, "INTRO", arena_printf(a->req->arena, "Berubah "
		    "juga %zu tanggal yang sudah lewat.", past));
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
	moment(cal, at, &when);
	return format_moment_day(buf, FORMAT_SIZE, &when);
}

/* Until when a case that begins now, or then, has one day. */
static void
note_due(struct admin *a, struct page *check, const struct calendar *new,
    int64_t start)
{
	const struct calendar *old = office_calendar(a->req->office);
	const char *was = moment_day_words(a->req, old,
	    calendar_day_end(old, start, 1));
	const char *will = moment_day_words(a->req, new,
	    calendar_day_end(new, start, 1));
	struct page *row = page_add(check, "ROWS");

	page_setf(row, "KEY", "Batas untuk perkara mulai %s, standar 1 hari",
	    moment_day_words(a->req, old, start));
	if (strcmp(was, will) != 0)
		page_text(row, "OLD", was);
	page_text(row, "VALUES", will);
}

static void
note_calendar(struct admin *a, struct page *check)
{
	const struct subject *s = a->about;
	const struct calendar *old = office_calendar(a->req->office);
	char why[512];
	const char *text = new_text(a, why, sizeof(why));
	struct calendar *new = calendar_parse(text, strlen(text), why,
	    sizeof(why));
	int64_t first, before;

	if (new == NULL)
		return;
	first = note_dates(a, check, new);
	page_text(check, "INTRO", "Tugas yang sedang berjalan tetap memakai "
	    "kalender lama sampai kalender ini diterapkan padanya.");
	if (strcmp(a->sent->act, "teks") == 0)
		diff_show(a->req, check, s->text, text);
	before = first != 0 ? calendar_prev(old, first) : INT64_MIN;
	if (before != INT64_MIN)
		note_due(a, check, new, before - LAST_HOUR);
	note_due(a, check, new, a->req->now);
	calendar_free(new);
}

/* -- the pages ----------------------------------------------------------- */

static const struct sop_choice kinds[] = {
	{ "libur", "Hari libur" },
	{ "cuti", "Cuti bersama" },
};

static struct sop_field holiday_fields[] = {
	{ .name = "tanggal", .label = "Tanggal", .required = 1,
	    .type = FIELD_DATE },
	{ .name = "nama", .label = "Nama", .required = 1, .max = 200 },
	{ .name = "jenis", .label = "Jenis", .required = 1,
	    .type = FIELD_CHOICE, .choice = kinds, .nchoice = 2 },
	{ .name = "dasar", .label = "Dasar", .max = 200,
	    .help = "Keputusan yang menetapkannya, misalnya nomor SKB." },
};

static int
add_page(struct admin *a)
{
	a->heading = "Tambah hari libur";
	a->edit[0] = (struct edit){ .act = "tambah",
	    .button = "Tambah hari libur",
	    .question = "Tambah hari libur ini?",
	    .done = "Hari libur ditambahkan.", .field = holiday_fields,
	    .nfield = 4, .apply = put, .note = note_calendar };
	return admin_page(a);
}

static void
fill_holiday(struct admin *a, struct page *body)
{
	const struct cal_holiday *h = &((const struct subject *)a->about)->day;

	form_row(body, "Nama", h->name);
	form_row(body, "Jenis", h->joint ? "cuti bersama" : "libur");
	form_row(body, "Dasar", h->decree != NULL ? h->decree : "");
}

static int
remove_page(struct admin *a, struct subject *s, const char *iso)
{
	const char *day;

	/* What is gone may still be asked for by a form sent twice. */
	if (find_day(a->req, iso, &s->day) == -1)
		return a->req->method == METHOD_POST ? admin_page(a) :
		    reply_error(a->reply, a->req, 404, NULL);
	day = date_day_words(a->req, office_calendar(a->req->office),
	    &(struct cal_date){ s->day.year, s->day.month, s->day.day });
	a->address = arena_printf(a->req->arena, PATH_KALENDER
	    "/libur/%04d-%02d-%02d", s->day.year, s->day.month, s->day.day);
	a->caption = "Hari libur";
	a->heading = day;
	a->fill = fill_holiday;
	a->nedits = 1;
	a->edit[0] = (struct edit){ .act = "hapus", .ends = 1,
	    .button = "Hapus hari libur",
	    .question = arena_printf(a->req->arena, "Hapus %s (%s)?",
	    s->day.name, day), .done = "Hari libur dihapus.", .apply = put,
	    .note = note_calendar };
	return admin_page(a);
}

static int
text_page(struct admin *a, const struct subject *s)
{
	static struct sop_field field = { .name = "teks",
	    .label = "Teks kalender", .required = 1, .type = FIELD_PARAGRAPH,
	    .max = TEXT_MAX };
	struct act_value *now = arena_alloc(a->req->arena, sizeof(*now));

	*now = (struct act_value){ "teks", s->text };
	a->heading = "Ubah teks kalender";
	a->edit[0] = (struct edit){ .act = "teks", .button = "Periksa",
	    .confirm = "Berlakukan kalender",
	    .question = "Berlakukan kalender ini?",
	    .done = "Kalender diberlakukan.", .field = &field, .nfield = 1,
	    .now = now, .nnow = 1, .apply = put, .note = note_calendar };
	return admin_page(a);
}

/* -- open tasks ---------------------------------------------------------- */

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
	(void)a;
	page_text(body, "INTRO", "Tugas memakai kalender yang berlaku ketika "
	    "tugas itu dibuka. Di sini batas waktu semua tugas yang sedang "
	    "berjalan dihitung lagi menurut kalender sekarang. Perubahan itu "
	    "tercatat dalam riwayat perkara; bulan yang sudah disahkan tidak "
	    "berubah.");
}

static int
tasks_page(struct admin *a)
{
	a->heading = "Terapkan kalender pada tugas";
	a->fill = fill_tasks;
	a->edit[0] = (struct edit){ .act = "terapkan",
	    .button = "Terapkan kalender", .question = "Terapkan kalender "
	    "pada semua tugas yang sedang berjalan?",
	    .apply = put_on_tasks };
	return admin_page(a);
}

int
admin_calendar_edit(struct request *req, struct reply *reply,
    const char *part, const char *one)
{
	struct admin a = { .req = req, .reply = reply, .after = PATH_KALENDER,
	    .back = PATH_KALENDER, .back_text = "Kembali ke kalender",
	    .nedits = 1 };
	struct subject s = { 0 };
	char *text = office_calendar_text(req->office);

	if (text == NULL)
		return reply_error(reply, req, 404, NULL);
	arena_adopt(req->arena, text);
	s.text = text;
	a.about = &s;
	a.address = arena_printf(req->arena, PATH_KALENDER "/%s", part);
	if (strcmp(part, "libur") == 0 && one != NULL) {
		a.nedits = 0;
		return remove_page(&a, &s, one);
	}
	if (one == NULL && strcmp(part, "libur") == 0)
		return add_page(&a);
	if (one == NULL && strcmp(part, "teks") == 0)
		return text_page(&a, &s);
	if (one == NULL && strcmp(part, "terapkan") == 0)
		return tasks_page(&a);
	return reply_error(reply, req, 404, NULL);
}
