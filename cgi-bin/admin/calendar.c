/* calendar.c - the office's calendar, a year at a time, and its
 * versions. */
#include "cgi-bin/admin/calendar.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/built.h"
#include "base/number.h"
#include "calendar/calendar_draft.h"
#include "calendar/calendar_version.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/calendar_edit.h"
#include "cgi-bin/admin/list.h"
#include "cgi-bin/admin/outage.h"
#include "clock/calendar.h"
#include "page/format.h"
#include "page/page.h"
#include "people/person.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define HOLIDAYS_MAX 366
#define PATTERNS_MAX 32

/* -- words --------------------------------------------------------------- */

const char *
admin_calendar_day_words(const struct request *req, const struct calendar *cal,
    const struct cal_date *d)
{
	char *buf = arena_alloc(req->arena, FORMAT_SIZE);
	struct format_time when;

	words_local_time(cal, calendar_instant(cal, d->year, d->month, d->day,
	    12, 0, 0), &when);
	return format_date_day(buf, FORMAT_SIZE, &when);
}

static const char *
date_words(const struct request *req, const struct cal_date *d)
{
	const struct calendar *cal = office_calendar(req->office);

	return d->year == 0 ? "" : admin_day_words(req, calendar_instant(cal,
	    d->year, d->month, d->day, 12, 0, 0));
}

const char *
admin_calendar_hours_words(const struct request *req,
    const struct cal_hours *list, size_t n)
{
	const char *text = "";

	for (size_t i = 0; i < n; i++)
		arena_append(req->arena, &text, "%s%02d.%02d–%02d.%02d",
		    i > 0 ? ", " : "", list[i].from / 3600,
		    list[i].from / 60 % 60, list[i].to / 3600,
		    list[i].to / 60 % 60);
	return n > 0 ? text : "libur";
}

/* -- the tables of a year ------------------------------------------------ */

static void
fill_years(struct request *req, struct page *body, int this_year)
{
	static const char *const heads[] = { "Tahun", "#Hari libur",
		"#Cuti bersama", "#Hari kerja", NULL };
	const struct calendar *cal = office_calendar(req->office);
	struct cal_holiday day[HOLIDAYS_MAX];
	struct page *group = table_begin(body, "TABLES", "Tahun", heads), *row;
	int first = this_year, last = this_year + 1;

	for (int y = CAL_FIRST_YEAR; y <= CAL_LAST_YEAR; y++)
		if (calendar_year_known(cal, y)) {
			first = y < first ? y : first;
			last = y > last ? y : last;
		}
	for (int y = first; y <= last && y <= CAL_LAST_YEAR; y++) {
		size_t n = calendar_holidays(cal, y, day, HOLIDAYS_MAX);
		int64_t joint = 0;

		for (size_t i = 0; i < n; i++)
			joint += day[i].joint;
		row = table_row(group, arena_printf(req->arena, "%d", y),
		    arena_printf(req->arena, PATH_KALENDER "?tahun=%d", y));
		if (n == 0)
			page_text(row, "NOTE", "hari libur belum diisi");
		table_number(row, (int64_t)n - joint);
		table_number(row, joint);
		table_number(row, calendar_days(cal, calendar_month(cal, y, 1)
		    - 1, calendar_month(cal, y, 13) - 1));
	}
}

static void
fill_holidays(struct request *req, struct page *body, int year)
{
	static const char *const heads[] = { "Tanggal", "Nama", "Jenis",
		"Dasar", NULL };
	const struct calendar *cal = office_calendar(req->office);
	struct cal_holiday day[HOLIDAYS_MAX];
	size_t n = calendar_holidays(cal, year, day, HOLIDAYS_MAX);
	struct page *group, *row;

	if (n == 0)
		return;
	group = table_begin(body, "TABLES", arena_printf(req->arena,
	    "Hari libur %d", year), heads);
	for (size_t i = 0; i < n; i++) {
		struct cal_date d = { day[i].year, day[i].month, day[i].day };

		row = table_row(group, admin_calendar_day_words(req, cal, &d),
		    arena_printf(req->arena, PATH_KALENDER
		    "/libur/%04d-%02d-%02d", d.year, d.month, d.day));
		table_cell(row, day[i].name);
		table_cell(row, day[i].joint ? "cuti bersama" : "libur");
		table_cell(row, day[i].decree != NULL ? day[i].decree : "");
	}
}

/* Make-up days and dates with hours of their own. */
static void
fill_special(struct request *req, struct page *body, int year)
{
	static const char *const heads[] = { "Tanggal", "Keterangan",
		"Jam kerja", NULL };
	const struct calendar *cal = office_calendar(req->office);
	struct page *group = NULL, *row;
	struct cal_hours hours[CAL_HOURS_MAX * 2];
	struct cal_day day[HOLIDAYS_MAX];
	size_t n = calendar_explain(cal, calendar_month(cal, year, 1),
	    calendar_month(cal, year, 13), day, HOLIDAYS_MAX);

	for (size_t i = 0; i < n && i < HOLIDAYS_MAX; i++) {
		struct cal_date d = { day[i].year, day[i].month, day[i].day };

		if (!day[i].working || day[i].why == NULL)
			continue;
		if (group == NULL)
			group = table_begin(body, "TABLES", arena_printf(
			    req->arena, "Hari kerja khusus %d", year), heads);
		row = table_row(group, admin_calendar_day_words(req, cal, &d),
		    NULL);
		table_cell(row, day[i].why);
		table_cell(row, admin_calendar_hours_words(req, hours,
		    calendar_hours(cal, d.year, d.month, d.day, hours,
		    CAL_HOURS_MAX * 2)));
	}
}

/* The weekly patterns in force on any day of the year, in their order. */
static size_t
patterns_of(const struct calendar *cal, int year, struct cal_pattern *out)
{
	struct cal_pattern p;
	size_t n = 0, k;

	for (int64_t t = calendar_month(cal, year, 1);
	    t < calendar_month(cal, year, 13) && n < PATTERNS_MAX;
	    t += 86400) {
		calendar_pattern(cal, t, &p);
		for (k = 0; k < n && strcmp(out[k].name, p.name) != 0; k++)
			;
		if (k == n)
			out[n++] = p;
	}
	return n;
}

static const char *const *
weekday_heads(const char *heads[11])
{
	heads[0] = "Jam kerja";
	heads[1] = "Dari";
	heads[2] = "Sampai";
	for (int d = 1; d <= 7; d++)
		heads[d + 2] = format_weekday(d);
	heads[10] = NULL;
	return heads;
}

static void
fill_patterns(struct request *req, struct page *body, int year)
{
	const char *heads[11];
	struct cal_pattern p[PATTERNS_MAX];
	size_t n = patterns_of(office_calendar(req->office), year, p);
	struct page *group = table_begin(body, "TABLES", arena_printf(
	    req->arena, "Jam kerja %d", year), weekday_heads(heads)), *row;

	for (size_t i = 0; i < n; i++) {
		row = table_row(group, p[i].name, p[i].from.year == 0 ?
		    PATH_KALENDER "/jam/tetap" : arena_printf(req->arena,
		    PATH_KALENDER "/jam/%04d-%02d-%02d", p[i].from.year,
		    p[i].from.month, p[i].from.day));
		page_text(row, "NOTE", p[i].decree);
		table_cell(row, date_words(req, &p[i].from));
		table_cell(row, date_words(req, &p[i].until));
		for (int d = 0; d < 7; d++)
			table_cell(row, admin_calendar_hours_words(req,
			    p[i].day[d].list, (size_t)p[i].day[d].count));
	}
}

/* -- the page of a year -------------------------------------------------- */

static void
add_way(struct page *body, const char *href, const char *text)
{
	page_link(body, "ADD", href, text);
}

/* A year beside the one that is shown. */
static void
add_year(const struct request *req, struct page *body, int64_t year)
{
	if (year >= CAL_FIRST_YEAR && year <= CAL_LAST_YEAR)
		add_way(body, arena_printf(req->arena, PATH_KALENDER
		    "?tahun=%lld", (long long)year), arena_printf(req->arena,
		    "Kalender %lld", (long long)year));
}

/* Links to the changes; the first of all to a draft that was begun. */
static void
add_ways(const struct request *req, struct page *body)
{
	struct calendar_draft d = { 0 };

	if (calendar_draft_get(req->office, &d) == CASE_OK) {
		page_text(body, "INTRO", arena_printf(req->arena, "Ada "
		    "rancangan kalender yang belum berlaku, terakhir disimpan "
		    "%s.", words_time(req, d.saved_at)));
		add_way(body, PATH_KALENDER "/rancangan", "Lihat rancangan "
		    "kalender");
		free(d.text);
	}
	add_way(body, PATH_KALENDER "/libur", "Tambah hari libur");
	add_way(body, PATH_KALENDER "/impor", built_ical ? "Impor hari libur "
	    "dari file iCalendar atau TSV" :
	    "Impor hari libur dari file TSV");
	add_way(body, PATH_KALENDER "/gangguan", "Catat gangguan");
	add_way(body, PATH_KALENDER "/jam", "Tambah jam kerja mingguan, "
	    "misalnya Ramadan");
	add_way(body, PATH_KALENDER "/teks", "Ubah teks kalender: jam kerja, "
	    "hari pengganti, jam khusus");
	add_way(body, PATH_KALENDER "/terapkan", "Terapkan pada tugas yang "
	    "sedang berjalan");
	add_way(body, PATH_KALENDER "/versi", "Versi kalender");
	add_way(body, PATH_JEJAK "?jenis=kalender", "Jejak perubahannya");
}

/* This year, the next and the one that is shown, without holidays yet. */
static void
flag_years(const struct request *req, struct page *body, int now, int shown)
{
	const int years[] = { now, now + 1, shown };

	for (int i = 0; i < 3; i++) {
		if (calendar_year_known(office_calendar(req->office),
		    years[i]) || (i == 2 && (shown == now ||
		    shown == now + 1)))
			continue;
		page_text(body, "INTRO", arena_printf(req->arena, "Hari libur "
		    "%d belum diisi. Sampai diisi, batas waktu dihitung "
		    "menurut jam kerja mingguan saja.", years[i]));
	}
}

static int
show_year(struct request *req, struct reply *reply)
{
	const struct calendar *cal = office_calendar(req->office);
	const char *asked = request_query(req, "tahun");
	struct page *body, *frame;
	struct cal_local now;
	const char *heading;
	int64_t year;

	calendar_local(cal, req->now, &now);
	year = now.year;
	if (asked != NULL && number_parse(asked, CAL_FIRST_YEAR,
	    CAL_LAST_YEAR, &year) == -1)
		return reply_error(reply, req, 404, NULL);
	heading = arena_printf(req->arena, "Kalender %lld", (long long)year);
	frame = list_begin(req, heading, &body);
	flag_years(req, body, now.year, (int)year);
	add_ways(req, body);
	if (built_ical)
		add_way(body, arena_printf(req->arena, PATH_KALENDER
		    "/ekspor?tahun=%lld", (long long)year), arena_printf(
		    req->arena, "Unduh hari libur %lld (iCalendar)",
		    (long long)year));
	add_year(req, body, year - 1);
	add_year(req, body, year + 1);
	fill_holidays(req, body, (int)year);
	fill_special(req, body, (int)year);
	admin_outages_show(req, body, cal, calendar_month(cal, (int)year, 1),
	    calendar_month(cal, (int)year, 13), 0);
	fill_patterns(req, body, (int)year);
	fill_years(req, body, now.year);
	return reply_page(reply, req, 200, heading, frame);
}

/* -- versions ------------------------------------------------------------ */

static int
show_versions(struct request *req, struct reply *reply)
{
	static const char *const heads[] = { "Versi", "Berlaku sejak", "Oleh",
		NULL };
	struct page *body, *frame, *group, *row;
	struct calendar_item *list;
	size_t n;
	enum case_err err = calendar_versions(req->office, &list, &n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, list);
	frame = list_begin(req, "Versi kalender", &body);
	page_text(body, "INTRO", "Tugas memakai versi yang berlaku ketika "
	    "tugas itu dibuka. Yang teratas berlaku sekarang.");
	group = table_begin(body, "TABLES", "Versi kalender", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, arena_printf(req->arena, "Versi %lld",
		    (long long)list[i].version), arena_printf(req->arena,
		    PATH_KALENDER "/versi/%lld", (long long)list[i].version));
		table_cell(row, words_time(req, list[i].made_at));
		table_cell(row, list[i].made_by == 0 ? "penyiapan sistem" :
		    words_person(req, list[i].made_by));
	}
	return reply_page(reply, req, 200, "Versi kalender", frame);
}

static int
show_version(struct request *req, struct reply *reply, const char *segment)
{
	char *text;
	int64_t version;

	if (number_parse(segment, 1, INT64_MAX, &version) == -1 ||
	    (text = calendar_version_text(req->office, version)) == NULL)
		return reply_error(reply, req, 404, NULL);
	arena_adopt(req->arena, text);
	return reply_bytes(reply, "text/plain; charset=utf-8", text,
	    strlen(text));
}

/* A page that changes the calendar: the draft, or the one in force while there
 * is no draft. */
static int
edit(struct request *req, struct reply *reply, const char *part,
    const char *one)
{
	struct calendar_draft d = { 0 };
	char why[512], *text = calendar_draft_get(req->office, &d) == CASE_OK ?
	    d.text : office_calendar_text(req->office);
	struct calendar_edited edited = { .text = text };
	int status;

	if (text != NULL) {
		arena_adopt(req->arena, text);
		edited.cal = calendar_parse(text, strlen(text), why,
		    sizeof(why));
	}
	if (edited.cal == NULL)
		return reply_error(reply, req, 404, NULL);
	if (strcmp(part, "gangguan") == 0)
		status = admin_outage(req, reply, &edited, one);
	else if (strcmp(part, "impor") == 0 && one == NULL)
		status = admin_calendar_import(req, reply, &edited);
	else
		status = admin_calendar_edit(req, reply, &edited, part, one);
	calendar_free(edited.cal);
	return status;
}

int
admin_calendar(struct request *req, struct reply *reply)
{
	const char *part = request_segment(req, 2);
	const char *one = request_segment(req, 3);

	if (request_segment(req, 4) != NULL)
		return reply_error(reply, req, 404, NULL);
	if (part != NULL && one == NULL && strcmp(part, "rancangan") == 0)
		return admin_calendar_draft(req, reply);
	if (part != NULL && one == NULL && strcmp(part, "terapkan") == 0)
		return admin_calendar_apply(req, reply);
	if (part != NULL && one == NULL && strcmp(part, "ekspor") == 0)
		return admin_calendar_export(req, reply);
	if (part != NULL && strcmp(part, "versi") != 0)
		return edit(req, reply, part, one);
	if (req->method == METHOD_POST)
		return reply_error(reply, req, 405, NULL);
	if (part == NULL)
		return show_year(req, reply);
	return one == NULL ? show_versions(req, reply) :
	    show_version(req, reply, one);
}
