/*
 * calendar_import.c - holidays from a file into the draft of the calendar, and
 * to a file.
 *
 * A file is read and shown first: the days that may be taken, each with a box,
 * and the others with the reason.  The page that shows them carries the days as
 * a table of text; the days that are ticked are read again from it, by the same
 * rules.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/built.h"
#include "base/number.h"
#include "base/utf8.h"
#include "calendar/calendar_draft.h"
#include "calendar/calendar_edit.h"
#include "calendar/holiday.h"
#include "calendar/ics.h"
#include "casepage/fields.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/calendar.h"
#include "cgi-bin/admin/calendar_edit.h"
#include "clock/calendar.h"
#include "office/change.h"
#include "page/page.h"
#include "store/files.h"
#include "upload/upload.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/idempotency.h"
#include "web/kept_file.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"
#include "web/table.h"

#define IMPORT PATH_KALENDER "/impor"
#define DECREE_MAX 200		/* characters */
#define CHOICES_MAX 400		/* check boxes of a form */
#define COLUMNS "tanggal (2026-12-31), nama, libur atau cuti, dasar. Paling " \
	"besar 1 MB, huruf UTF-8."
#define OTHERS_MAX 300		/* days shown that cannot be taken */

/* A file under way. */
struct import {
	struct request		*req;
	struct reply		*reply;
	const struct calendar_edited *edited;
	struct holidays		 h;	/* of the file */
	int64_t			 year;	/* of which alone, 0: of all */
	struct field_error	 error;
	struct fields_state	 typed;
};

/* Note an error beside a field, in place of an earlier one. */
static void
fault(struct import *m, const char *field, const char *why)
{
	m->error.field = field;
	/* A list of boxes has its first where one looks. */
	m->error.part = strcmp(field, "pilih") == 0 ? "-1" : "";
	snprintf(m->error.text, sizeof(m->error.text), "%s", why);
	m->error.text[0] = (char)toupper((unsigned char)m->error.text[0]);
	m->typed.error = &m->error;
	m->typed.nerror = 1;
}

static struct page *
begin(struct import *m, const char *heading, struct page **body)
{
	struct page *frame = frame_new(m->req, "form.tpl", PATH_ADMIN, body);

	page_link(frame, "BACK", PATH_KALENDER, "Kembali ke kalender");
	fields_show_errors(*body, &m->typed);
	page_set(*body, "HEADING", heading);
	page_set(*body, "ACTION", IMPORT);
	page_set(*body, "KEY", request_token(m->req->arena));
	return frame;
}

/* -- its days on a page ---------------------------------------------------- */

static int
is_asked_for(const struct import *m, const struct holiday *h)
{
	return m->year == 0 || h->mark == HOLIDAY_UNREAD ||
	    h->day.year == m->year;
}

/* Has it a box? */
static int
is_choice(const struct import *m, const struct holiday *h)
{
	return is_asked_for(m, h) && holiday_may_be_taken(h);
}

static size_t
count_choices(const struct import *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->h.count; i++)
		n += is_choice(m, &m->h.list[i]) != 0;
	return n;
}

static const char *
day_text(const struct import *m, const struct cal_holiday *d)
{
	return admin_calendar_day_words(m->req, m->edited->cal,
	    &(struct cal_date){ d->year, d->month, d->day });
}

/* The kind of a day, with a mark against it: read before the day is ticked. */
static const char *
hint(const struct import *m, const struct holiday *h)
{
	const char *text = h->day.joint ? "cuti bersama" : "libur";

	if (h->mark == HOLIDAY_OBSERVED)
		arena_append(m->req->arena, &text,
		    "; perayaan, biasanya tetap hari kerja");
	else if (h->mark != HOLIDAY_NEW)
		arena_append(m->req->arena, &text, "; %s",
		    holiday_mark_text(h->mark));
	if (h->day.decree != NULL)
		arena_append(m->req->arena, &text, "; %s", h->day.decree);
	if (h->note != NULL)
		arena_append(m->req->arena, &text, "; %s", h->note);
	return text;
}

static int
is_ticked(const struct import *m, size_t number,
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
static const char *
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
static void
show_choices(struct import *m, struct page *form)
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
		if (is_ticked(m, i + 1, h))
			page_show(item, "CHOSEN");
	}
}

/* Those that cannot be taken, and why. */
static void
show_others(struct import *m, struct page *body)
{
	static const char *const heads[] = { "Tanggal", "Nama", "Sebab",
		NULL };
	struct page *group = NULL, *row;
	size_t n = 0;

	for (size_t i = 0; i < m->h.count && n < OTHERS_MAX; i++) {
		const struct holiday *h = &m->h.list[i];

		if (holiday_may_be_taken(h) || !is_asked_for(m, h))
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

/* -- the file asked for -------------------------------------------------- */

static void
show_file(struct import *m, struct page *form)
{
	struct page *p = page_include(form, "FIELDS", "field.tpl");

	page_set(p, "NAME", "file");
	page_set(p, "LABEL", "File");
	page_text(p, "HINT", built_ical ? "iCalendar (.ics), atau tabel teks "
	    "dengan tab: " COLUMNS : "Tabel teks dengan tab: " COLUMNS
	    " File iCalendar (.ics) tidak dapat dibaca di kantor ini.");
	if (m->typed.nerror > 0 && strcmp(m->error.field, "file") == 0)
		page_text(p, "ERROR", m->error.text);
	page_set(page_add(page_add(p, "SINGLE"), "IS_FILE"), "ACCEPT",
	    built_ical ? ".ics,.tsv,.txt,text/calendar,"
	    "text/tab-separated-values" :
	    ".tsv,.txt,text/tab-separated-values");
}

static int
ask_file(struct import *m, int status)
{
	static const struct sop_field decree = { .name = "dasar",
	    .label = "Dasar", .max = DECREE_MAX,
	    .help = "Keputusan yang menetapkan hari libur ini, untuk tanggal "
	    "yang tidak menyebutnya sendiri." };
	static const struct sop_field year = { .name = "tahun",
	    .label = "Hanya tahun", .type = FIELD_NUMBER, .help = "Kosongkan "
	    "untuk semua tahun dalam file." };
	const struct act_value typed[] = {
		{ "dasar", form_value(m->req, "dasar") },
		{ "tahun", form_value(m->req, "tahun") } };
	const struct fields_state t = { .value = typed, .nvalue = 2,
		.error = m->typed.error, .nerror = m->typed.nerror };
	struct page *body, *form;
	struct page *frame = begin(m, "Impor hari libur", &body);

	page_text(body, "INTRO", "Isi file ditampilkan dahulu. Yang Anda "
	    "pilih masuk ke rancangan kalender; belum ada yang berlaku.");
	form = page_pair(body, "FORMS", "ACT", "baca", "BUTTON", "Baca file");
	page_show(form, "MULTIPART");
	show_file(m, form);
	fields_show_one(m->req, form, "FIELDS", NULL, &decree, &t);
	fields_show_one(m->req, form, "FIELDS", NULL, &year, &t);
	return reply_page(m->reply, m->req, status, "Impor hari libur", frame);
}

/* -- its days shown ------------------------------------------------------ */

static int
show_days(struct import *m, int status)
{
	size_t n = count_choices(m), read = 0;
	struct page *body, *frame, *form;

	if (n > CHOICES_MAX) {
		fault(m, "tahun", arena_printf(m->req->arena, "File ini "
		    "berisi %zu tanggal baru, sekali impor paling banyak %d. "
		    "Isi satu tahun, lalu pilih file itu lagi", n,
		    CHOICES_MAX));
		return ask_file(m, 422);
	}
	for (size_t i = 0; i < m->h.count; i++)
		read += is_asked_for(m, &m->h.list[i]) != 0;
	frame = begin(m, "Periksa hari libur dari file", &body);
	page_text(body, "INTRO", arena_printf(m->req->arena, "File dibaca: "
	    "%zu tanggal, %zu di antaranya dapat dimasukkan. Belum ada yang "
	    "diubah.", read, n));
	show_others(m, body);
	if (n > 0) {
		form = page_pair(body, "FORMS", "ACT", "simpan", "BUTTON",
		    "Simpan dalam rancangan");
		show_choices(m, form);
		page_hidden(form, "daftar", choices_text(m));
	}
	return reply_page(m->reply, m->req, status,
	    "Periksa hari libur dari file", frame);
}

/* -- read, chosen, kept -------------------------------------------------- */

static int
read_days(struct import *m, const char *text, size_t len)
{
	struct holiday_source src = { .cal = m->edited->cal };
	struct cal_local now;
	char why[300];

	calendar_local(m->edited->cal, m->req->now, &now);
	src.first_year = now.year;
	src.last_year = now.year + 1;
	if (holidays_read(&src, text, len, &m->h, why, sizeof(why)) == 0)
		return 0;
	fault(m, "file", why);
	return -1;
}

/* The bytes of a stored file: 0, or -1. */
static int
read_kept(struct import *m, struct upload *u)
{
	char *data = arena_alloc(m->req->arena, HOLIDAY_FILE_MAX + 1);
	ssize_t n = -1;
	int fd;

	if (files_look(office_files(m->req->office), u->hash, &fd) ==
	    FILES_GOOD) {
		n = read(fd, data, HOLIDAY_FILE_MAX + 1);
		close(fd);
	}
	u->data = data;
	u->len = n > 0 ? (size_t)n : 0;
	return n > 0 ? 0 : -1;
}

/* The file that was sent now, or with this form before a second code was asked
 * for; NULL: none. */
static const struct upload *
sent_file(struct import *m)
{
	const struct upload *sent = request_upload(m->req, "file");
	const char *key = form_get(m->req, "file-lama");
	struct upload *u;

	if (sent != NULL || key == NULL)
		return sent;
	u = arena_alloc(m->req->arena, sizeof(*u));
	return kept_file_read(m->req, "file", key, u) == 0 &&
	    read_kept(m, u) == 0 ? u : NULL;
}

static int
read_file(struct import *m)
{
	const struct upload *u = sent_file(m);
	const char *decree = form_value(m->req, "dasar");

	if (u == NULL || u->error != NULL) {
		fault(m, "file", u != NULL ? u->error :
		    built_ical ?
		    "Pilih file iCalendar atau TSV" : "Pilih file TSV");
		return ask_file(m, 422);
	}
	if (utf8_count(decree) > DECREE_MAX) {
		fault(m, "dasar", arena_printf(m->req->arena,
		    "Tulis paling banyak %d karakter", DECREE_MAX));
		return ask_file(m, 422);
	}
	if (*form_value(m->req, "tahun") != '\0' && number_parse(form_value(
	    m->req, "tahun"), CAL_FIRST_YEAR, CAL_LAST_YEAR, &m->year) == -1) {
		fault(m, "tahun", arena_printf(m->req->arena, "Isi tahun dari "
		    "%d sampai %d", CAL_FIRST_YEAR, CAL_LAST_YEAR));
		return ask_file(m, 422);
	}
	if (read_days(m, u->data, u->len) == -1)
		return ask_file(m, 422);
	for (size_t i = 0; i < m->h.count && *decree != '\0'; i++)
		if (m->h.list[i].day.decree == NULL)
			m->h.list[i].day.decree = strdup(decree);
	return show_days(m, 200);
}

static int
keep(struct import *m, const struct cal_holiday *days, size_t n)
{
	const struct change ch = { .by = m->req->session.person_id,
	    .now = m->req->now, .idem = idempotency_key(m->req) };
	enum case_err err;
	char why[300], *text;

	text = calendar_add_holidays(m->edited->text, days, n, why,
	    sizeof(why));
	if (text == NULL) {
		fault(m, "pilih", why);
		return show_days(m, 422);
	}
	arena_adopt(m->req->arena, text);
	err = calendar_draft_save(m->req->office, &ch, text);
	if (err != CASE_OK && err != CASE_REPEATED)
		return reply_case_error(m->reply, m->req, err);
	session_notice(m->reply, m->req, arena_printf(m->req->arena, "%zu hari "
	    "libur disimpan dalam rancangan. Belum berlaku.", n));
	return reply_redirect(m->reply, PATH_KALENDER "/rancangan");
}

/* Keep the days ticked, of those the page carried. */
static int
take_days(struct import *m)
{
	const char *list = form_get(m->req, "daftar");
	struct cal_holiday *days;
	size_t n = 0;

	if (idempotency_key(m->req) == NULL || list == NULL)
		return reply_error(m->reply, m->req, 400, NULL);
	if (change_repeated(m->req->office, idempotency_key(m->req)))
		return reply_redirect(m->reply, PATH_KALENDER "/rancangan");
	if (read_days(m, list, strlen(list)) == -1)
		return ask_file(m, 422);
	days = arena_alloc(m->req->arena, m->h.count * sizeof(*days));
	for (size_t i = 0; i < m->h.count; i++)
		if (holiday_may_be_taken(&m->h.list[i]) &&
		    is_ticked(m, i + 1, &m->h.list[i]))
			days[n++] = m->h.list[i].day;
	if (m->req->stale)
		return show_days(m, 200);
	if (n > 0)
		return keep(m, days, n);
	fault(m, "pilih", "Pilih paling sedikit satu tanggal");
	return show_days(m, 422);
}

int
admin_calendar_import(struct request *req, struct reply *reply,
    const struct calendar_edited *edited)
{
	struct import m = { .req = req, .reply = reply, .edited = edited };
	const char *act = form_value(req, "aksi");
	int status;

	if (req->method != METHOD_POST && !req->stale)
		status = ask_file(&m, 200);
	else if (strcmp(act, "baca") == 0)
		status = read_file(&m);
	else if (strcmp(act, "simpan") == 0)
		status = take_days(&m);
	else
		status = reply_error(reply, req, 400, NULL);
	holidays_free(&m.h);
	return status;
}

/* -- to a file ----------------------------------------------------------- */

int
admin_calendar_export(struct request *req, struct reply *reply)
{
	const struct calendar *cal = office_calendar(req->office);
	const char *asked = request_query(req, "tahun");
	int64_t year = 0;
	char *text;

	if (req->method == METHOD_POST)
		return reply_error(reply, req, 405, NULL);
	if (cal == NULL || (asked != NULL && number_parse(asked,
	    CAL_FIRST_YEAR, CAL_LAST_YEAR, &year) == -1))
		return reply_error(reply, req, 404, NULL);
	if (!built_ical)
		return reply_error(reply, req, 404, "Kalender tidak dapat "
		    "diunduh sebagai iCalendar di kantor ini. Hari liburnya "
		    "ada di halaman kalender.");
	text = ics_write(cal, year ? (int)year : CAL_FIRST_YEAR,
	    year ? (int)year : CAL_LAST_YEAR, req->now);
	if (text == NULL)
		return reply_error(reply, req, 500, NULL);
	arena_adopt(req->arena, text);
	reply_header(reply, "Content-Disposition", year == 0 ?
	    "attachment; filename=\"libur.ics\"" : arena_printf(req->arena,
	    "attachment; filename=\"libur-%lld.ics\"", (long long)year));
	return reply_bytes(reply, "text/calendar; charset=utf-8", text,
	    strlen(text));
}
