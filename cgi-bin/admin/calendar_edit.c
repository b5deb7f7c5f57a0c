/*
 * calendar_edit.c - edit the calendar: one holiday more or less, or the whole
 * text.
 *
 * The edited text is the draft, or the calendar in force while there is no
 * draft; it counts for nothing before calendar_draft.c puts it in force.
 */
#include "cgi-bin/admin/calendar_edit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "calendar/calendar_draft.h"
#include "calendar/calendar_edit.h"
#include "case/field_date.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/calendar.h"
#include "cgi-bin/admin/choice.h"
#include "cgi-bin/admin/form.h"
#include "clock/calendar.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

#define DAYS_MAX 366
#define TEXT_MAX (1024 * 1024)

#define SAVED "Disimpan dalam rancangan. Belum berlaku."

/* The edited calendar; on the page of a holiday its date, on that of weekly
 * hours the pattern as it is, its `from` saying which. */
struct subject {
	const struct calendar_edited	*edited;
	struct cal_holiday		 day;
	struct cal_pattern		 pattern;
	int				 is_new;	/* the pattern */
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
find_day(const struct calendar *cal, const char *iso, struct cal_holiday *out)
{
	struct cal_holiday day[DAYS_MAX];
	int y = 0, m = 0, d = 0;
	size_t n;

	if (sscanf(iso, "%4d-%2d-%2d", &y, &m, &d) != 3)
		return -1;
	n = calendar_holidays(cal, y, day, DAYS_MAX);
	for (size_t i = 0; i < n && i < DAYS_MAX; i++)
		if (day[i].month == m && day[i].day == d) {
			*out = day[i];
			return 0;
		}
	return -1;
}

/* Can the date become a holiday?  The error is about the form, not about a line
 * of the text. */
static enum case_err
check_date(struct admin *a)
{
	const struct subject *s = a->about;
	const char *iso = admin_value(a, "tanggal");
	int year = atoi(iso);
	struct cal_holiday h;

	if (year < CAL_FIRST_YEAR || year > CAL_LAST_YEAR)
		return office_fail(a->req->office, CASE_INVALID, "date",
		    "Isi tanggal dari tahun %d sampai %d", CAL_FIRST_YEAR,
		    CAL_LAST_YEAR);
	if (find_day(s->edited->cal, iso, &h) == 0)
		return office_fail(a->req->office, CASE_INVALID, "date",
		    "Tanggal ini sudah tercatat: %s", h.name);
	return CASE_OK;
}

/* -- weekly hours --------------------------------------------------------- */

/* The hours of a day as typed, "07.30-12.00, 13.00-16.00"; "" is none: 0, or
 * -1 when they are no hours. */
static int
read_hours(const char *s, struct cal_hours_list *out)
{
	int h1, m1, h2, m2, used;

	out->count = 0;
	while (*(s += strspn(s, " ,;")) != '\0') {
		if (out->count == CAL_HOURS_MAX || (sscanf(s,
		    "%2d%*1[.:]%2d%*[- ]%2d%*1[.:]%2d%n", &h1, &m1, &h2, &m2,
		    &used) != 4 && sscanf(s, "%2d%*1[.:]%2d \xe2\x80\x93 "
		    "%2d%*1[.:]%2d%n", &h1, &m1, &h2, &m2, &used) != 4))
			return -1;
		if (h1 < 0 || h2 < 0 || h1 > 24 || h2 > 24 || m1 < 0 ||
		    m2 < 0 || m1 > 59 || m2 > 59)
			return -1;
		out->list[out->count++] = (struct cal_hours){ h1 * 3600 +
		    m1 * 60, h2 * 3600 + m2 * 60 };
		s += used;
	}
	return 0;
}

static struct cal_date
read_date(const char *iso)
{
	struct cal_date d = { 0 };

	if (sscanf(iso, "%4d-%2d-%2d", &d.year, &d.month, &d.day) != 3)
		d.year = 0;
	return d;
}

/* The pattern of the form: CASE_OK, or CASE_INVALID with the fault beside its
 * day. */
static enum case_err
read_pattern(struct admin *a, struct cal_pattern *p)
{
	const struct subject *s = a->about;
	int wrong = 0;

	*p = (struct cal_pattern){ .name = admin_value(a, "nama"),
	    .decree = *admin_value(a, "dasar") != '\0' ?
	    admin_value(a, "dasar") : NULL, .from = s->is_new ?
	    read_date(admin_value(a, "dari")) : s->pattern.from };
	if (s->is_new || s->pattern.from.year != 0)
		p->until = read_date(admin_value(a, "sampai"));
	for (int d = 0; d < 7; d++)
		if (read_hours(admin_value(a, calendar_weekday(d + 1)),
		    &p->day[d]) != 0) {
			admin_error(a, calendar_weekday(d + 1), "Isi jam "
			    "seperti 07.30-12.00, 13.00-16.00");
			wrong = 1;
		}
	return wrong ? CASE_INVALID : CASE_OK;
}

/* The edited text with the change of the form; given, or NULL with the reason
 * in `why`. */
static const char *
new_text(struct admin *a, char *why, size_t whysize)
{
	const struct subject *s = a->about;
	struct cal_holiday h = { 0 };
	char *text;

	if (strcmp(a->sent->act, "teks") == 0)
		return admin_text(a, "teks");
	if (strcmp(a->sent->act, "jam") == 0) {
		struct cal_pattern p;

		if (read_pattern(a, &p) != CASE_OK)
			return NULL;
		text = calendar_put_pattern(s->edited->text, &p, why, whysize);
		if (text != NULL)
			arena_adopt(a->req->arena, text);
		return text;
	}
	if (strcmp(a->sent->act, "tambah") == 0) {
		read_holiday(a, &h);
		text = calendar_add_holidays(s->edited->text, &h, 1, why,
		    whysize);
	} else {
		struct cal_date d = { s->day.year, s->day.month, s->day.day };

		text = calendar_remove_holiday(s->edited->text, &d, why,
		    whysize);
	}
	if (text != NULL)
		arena_adopt(a->req->arena, text);
	return text;
}

static enum case_err
put(struct admin *a, const struct change *ch)
{
	const struct subject *s = a->about;
	struct calendar_draft d = { 0 };
	char why[512];
	const char *text;
	enum case_err err;

	if (strcmp(a->sent->act, "tambah") == 0 &&
	    (err = check_date(a)) != CASE_OK)
		return err;
	why[0] = '\0';
	text = new_text(a, why, sizeof(why));
	if (text == NULL && why[0] == '\0')
		return CASE_INVALID;
	if (text == NULL)
		return office_fail(a->req->office, CASE_INVALID,
		    strcmp(a->sent->act, "jam") == 0 ? "" : "date", "%s", why);
	if (strcmp(text, s->edited->text) == 0)
		return office_fail(a->req->office, CASE_INVALID, "yaml",
		    "Belum ada yang diubah");
	err = calendar_draft_save(a->req->office, ch, text);
	if (err == CASE_OK && !ch->dry &&
	    calendar_draft_get(a->req->office, &d) == CASE_NOT_FOUND) {
		a->edit[0].done = "Tidak ada lagi yang berubah. Rancangan "
		    "dibuang.";
		a->after = PATH_KALENDER;
	}
	free(d.text);
	return err;
}

/* -- the pages ----------------------------------------------------------- */

static const struct sop_choice kinds[] = {
	{ "libur", "Hari libur" },
	{ "cuti", "Cuti bersama" },
};

static struct sop_field holiday_fields[] = {
	{ .name = "tanggal", .label = "Tanggal", .required = 1,
	    .type = FIELD_DATE, .bound = &field_date_near, .nbound = 1 },
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
	    .button = "Simpan dalam rancangan", .draft = 1, .done = SAVED,
	    .field = holiday_fields, .nfield = 4, .apply = put };
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

	/* A form sent twice may ask for a holiday that is gone. */
	if (find_day(s->edited->cal, iso, &s->day) == -1)
		return a->req->method == METHOD_POST ? admin_page(a) :
		    reply_error(a->reply, a->req, 404, NULL);
	day = admin_calendar_day_words(a->req, office_calendar(a->req->office),
	    &(struct cal_date){ s->day.year, s->day.month, s->day.day });
	a->address = arena_printf(a->req->arena, PATH_KALENDER
	    "/libur/%04d-%02d-%02d", s->day.year, s->day.month, s->day.day);
	a->caption = "Hari libur";
	a->heading = day;
	a->fill = fill_holiday;
	a->nedits = 1;
	a->edit[0] = (struct edit){ .act = "hapus", .ends = 1,
	    .button = "Hapus dalam rancangan", .draft = 1, .done = SAVED,
	    .apply = put };
	return admin_page(a);
}

static int
text_page(struct admin *a, const struct subject *s)
{
	static struct sop_field field = { .name = "teks",
	    .label = "Teks kalender", .required = 1, .type = FIELD_PARAGRAPH,
	    .max = TEXT_MAX };
	struct act_value *now = arena_alloc(a->req->arena, sizeof(*now));

	*now = (struct act_value){ "teks", s->edited->text };
	a->heading = "Ubah teks kalender";
	a->edit[0] = (struct edit){ .act = "teks",
	    .button = "Simpan dalam rancangan", .draft = 1, .done = SAVED,
	    .field = &field, .nfield = 1, .now = now, .nnow = 1,
	    .apply = put };
	return admin_page(a);
}

#define HOURS_FIELDS 11
#define HOURS_HELP "Seperti 07.30-12.00, 13.00-16.00; kosong bila libur."
#define HOURS(day, says) { .name = day, .label = says, .max = 80 }

static struct sop_field hours_fields[HOURS_FIELDS] = {
	{ .name = "nama", .label = "Nama", .required = 1, .max = 100,
	    .help = "Misalnya Ramadan 1448 H." },
	{ .name = "dari", .label = "Berlaku dari", .required = 1,
	    .type = FIELD_DATE },
	{ .name = "sampai", .label = "Sampai dengan", .type = FIELD_DATE,
	    .help = "Kosongkan bila seterusnya." },
	{ .name = "dasar", .label = "Dasar", .max = 200,
	    .help = "Keputusan yang menetapkannya." },
	{ .name = "senin", .label = "Senin", .max = 80, .help = HOURS_HELP },
	HOURS("selasa", "Selasa"), HOURS("rabu", "Rabu"),
	HOURS("kamis", "Kamis"), HOURS("jumat", "Jumat"),
	HOURS("sabtu", "Sabtu"), HOURS("minggu", "Minggu"),
};

static const char *
date_iso(const struct request *req, const struct cal_date *d)
{
	return d->year == 0 ? "" : arena_printf(req->arena, "%04d-%02d-%02d",
	    d->year, d->month, d->day);
}

/* The hours of a day as they are typed. */
static const char *
typed_hours(const struct request *req, const struct cal_hours_list *h)
{
	const char *text = "";

	for (int i = 0; i < h->count; i++)
		arena_append(req->arena, &text, "%s%02d.%02d-%02d.%02d",
		    i > 0 ? ", " : "", h->list[i].from / 3600,
		    h->list[i].from / 60 % 60, h->list[i].to / 3600,
		    h->list[i].to / 60 % 60);
	return text;
}

static const struct act_value *
pattern_values(const struct request *req, const struct cal_pattern *p)
{
	struct act_value *v = arena_alloc(req->arena,
	    HOURS_FIELDS * sizeof(*v));

	v[0] = (struct act_value){ "nama", arena_strdup(req->arena, p->name) };
	v[1] = (struct act_value){ "dari", date_iso(req, &p->from) };
	v[2] = (struct act_value){ "sampai", date_iso(req, &p->until) };
	v[3] = (struct act_value){ "dasar", p->decree != NULL ?
	    arena_strdup(req->arena, p->decree) : "" };
	for (int d = 0; d < 7; d++)
		v[4 + d] = (struct act_value){ hours_fields[4 + d].name,
		    typed_hours(req, &p->day[d]) };
	return v;
}

/* The pattern that begins on a date ("tetap": the one that always holds): 0, or
 * -1 when none does. */
static int
find_pattern(const struct subject *s, const char *one, struct cal_pattern *p)
{
	const struct calendar *cal = s->edited->cal;
	struct cal_date d = strcmp(one, "tetap") == 0 ?
	    (struct cal_date){ 0 } : read_date(one);

	for (int month = 1; d.year == 0 && month <= 12; month++) {
		calendar_pattern(cal, calendar_instant(cal, CAL_FIRST_YEAR,
		    month, 15, 12, 0, 0), p);
		if (p->from.year == 0)
			return strcmp(one, "tetap") == 0 ? 0 : -1;
	}
	if (d.year == 0)
		return -1;
	calendar_pattern(cal, calendar_instant(cal, d.year, d.month, d.day, 12,
	    0, 0), p);
	return p->from.year == d.year && p->from.month == d.month &&
	    p->from.day == d.day ? 0 : -1;
}

/* Weekly hours: one pattern more, or one that is there. */
static int
hours_page(struct admin *a, struct subject *s, const char *one)
{
	size_t skip;

	s->is_new = one == NULL;
	if (one != NULL && find_pattern(s, one, &s->pattern) != 0)
		return reply_error(a->reply, a->req, 404, NULL);
	a->heading = s->is_new ? "Tambah jam kerja, misalnya Ramadan" :
	    arena_printf(a->req->arena, "Jam kerja: %s", s->pattern.name);
	if (one != NULL)
		a->address = arena_printf(a->req->arena, PATH_KALENDER
		    "/jam/%s", one);
	a->edit[0] = (struct edit){ .act = "jam",
	    .button = "Simpan dalam rancangan", .draft = 1, .done = SAVED,
	    .field = hours_fields, .nfield = HOURS_FIELDS, .apply = put };
	if (s->is_new)
		return admin_page(a);
	a->edit[0].field = choice_fields_copy(a->req, hours_fields,
	    HOURS_FIELDS);
	a->edit[0].now = pattern_values(a->req, &s->pattern);
	a->edit[0].nnow = HOURS_FIELDS;
	/* It begins when it does; one that always holds does not end. */
	skip = s->pattern.from.year == 0 ? 2 : 1;
	a->edit[0].field[skip] = a->edit[0].field[0];
	a->edit[0].field += skip;
	a->edit[0].nfield -= skip;
	return admin_page(a);
}

static int
answer(struct admin *a, struct subject *s, const char *part, const char *one)
{
	if (strcmp(part, "libur") == 0 && one != NULL) {
		a->nedits = 0;
		return remove_page(a, s, one);
	}
	if (strcmp(part, "jam") == 0)
		return hours_page(a, s, one);
	if (one == NULL && strcmp(part, "libur") == 0)
		return add_page(a);
	if (one == NULL && strcmp(part, "teks") == 0)
		return text_page(a, s);
	return reply_error(a->reply, a->req, 404, NULL);
}

int
admin_calendar_edit(struct request *req, struct reply *reply,
    const struct calendar_edited *edited, const char *part, const char *one)
{
	struct admin a = { .req = req, .reply = reply,
	    .after = PATH_KALENDER "/rancangan", .back = PATH_KALENDER,
	    .back_text = "Kembali ke kalender", .nedits = 1 };
	struct subject s = { .edited = edited };

	a.about = &s;
	a.address = arena_printf(req->arena, PATH_KALENDER "/%s", part);
	return answer(&a, &s, part, one);
}
