/*
 * office.c - the office as the public sees it: name, service hours, contact and
 * service notice, as they are and as they will be from a date on.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "case/field_date.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/diff.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "page/page.h"
#include "web/plate.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define HERE PATH_ADMIN "/kantor"
#define FIELDS 9

static const struct sop_field fields[FIELDS] = {
	{ .name = "nama", .label = "Nama kantor", .required = 1, .max = 100,
	    .help = "Di kepala dan kaki setiap halaman, surat, laporan, dan "
	    "pesan." },
	{ .name = "layanan", .label = "Nama layanan", .required = 1,
	    .max = 100, .help = "Judul setiap halaman." },
	{ .name = "jam", .label = "Jam layanan", .required = 1, .max = 200,
	    .help = "Seperti ditulis untuk masyarakat. Jam yang dipakai "
	    "menghitung batas waktu ada di Kalender." },
	{ .name = "jam-inggris", .label = "Jam layanan dalam bahasa Inggris",
	    .max = 200, .help = "Kosongkan bila sama." },
	{ .name = "kontak", .label = "Kontak", .max = 200,
	    .help = "Tempat bertanya: nomor, surel, atau alamat." },
	{ .name = "maklumat", .label = "Maklumat pelayanan",
	    .type = FIELD_PARAGRAPH, .max = NAMEPLATE_NOTICE,
	    .help = "Janji penyelenggara kepada masyarakat, di halaman "
	    "depan." },
	{ .name = "maklumat-inggris", .label = "Maklumat pelayanan dalam "
	    "bahasa Inggris", .type = FIELD_PARAGRAPH,
	    .max = NAMEPLATE_NOTICE, .help = "Kosongkan bila belum ada." },
	{ .name = "mulai", .label = "Berlaku mulai", .required = 1,
	    .type = FIELD_DATE, .bound = &field_date_near, .nbound = 1,
	    .help = "Hari ini berarti saat ini juga. Halaman dan surat dari "
	    "sebelumnya tetap bernama seperti waktu itu." },
	{ .name = "dasar", .label = "Dasar perubahan", .max = 100,
	    .help = "Misalnya Peraturan Presiden Nomor 155 Tahun 2024." },
};

/* The sets of a page, the latest first. */
struct sets {
	const struct nameplate	*now;
	struct nameplate	*list;
	size_t			 n;
};

/* -- the change ------------------------------------------------------------ */

/* Its first instant; today it begins at once. */
static int64_t
beginning(const struct admin *a)
{
	int64_t day = admin_day(a, "mulai");

	return strcmp(admin_value(a, "mulai"), admin_day_iso(a->req,
	    a->req->now)) == 0 ? a->req->now : day;
}

/* The text of several lines without its last line feed. */
static void
copy_text(const struct admin *a, const char *name, char *buf, size_t size)
{
	utf8_copy(buf, size, admin_text(a, name));
	while (*buf != '\0' && buf[strlen(buf) - 1] == '\n')
		buf[strlen(buf) - 1] = '\0';
}

static void
read_plate(const struct admin *a, struct nameplate *p)
{
	memset(p, 0, sizeof(*p));
	utf8_copy(p->office, sizeof(p->office), admin_value(a, "nama"));
	utf8_copy(p->service, sizeof(p->service), admin_value(a, "layanan"));
	utf8_copy(p->hours, sizeof(p->hours), admin_value(a, "jam"));
	utf8_copy(p->hours_en, sizeof(p->hours_en),
	    admin_value(a, "jam-inggris"));
	utf8_copy(p->contact, sizeof(p->contact), admin_value(a, "kontak"));
	utf8_copy(p->ground, sizeof(p->ground), admin_value(a, "dasar"));
	copy_text(a, "maklumat", p->notice, sizeof(p->notice));
	copy_text(a, "maklumat-inggris", p->notice_en, sizeof(p->notice_en));
	p->from_at = beginning(a);
}

static enum case_err
save(struct admin *a, const struct change *ch)
{
	struct nameplate p;

	read_plate(a, &p);
	return nameplate_set(a->req->office, a->req->conf, ch, &p);
}

/* The notices, which the page that asks does not compare, and until when the
 * set will count. */
static void
note_save(struct admin *a, struct page *check)
{
	const struct sets *s = a->about;
	const struct nameplate *next = NULL;
	struct nameplate p;

	read_plate(a, &p);
	if (strcmp(p.notice, s->now->notice) != 0)
		diff_show(a->req, check, s->now->notice, p.notice);
	if (strcmp(p.notice_en, s->now->notice_en) != 0)
		diff_show(a->req, check, s->now->notice_en, p.notice_en);
	for (size_t i = 0; i < s->n; i++)
		if (s->list[i].from_at > p.from_at)
			next = &s->list[i];
	page_text(check, "INTRO", next == NULL ? arena_printf(a->req->arena,
	    "Berlaku mulai %s.", admin_day_words(a->req, p.from_at)) :
	    arena_printf(a->req->arena, "Berlaku mulai %s, sampai yang "
	    "ditetapkan mulai %s.", admin_day_words(a->req, p.from_at),
	    admin_day_words(a->req, next->from_at)));
}

static enum case_err
take_back(struct admin *a, const struct change *ch)
{
	return nameplate_drop(a->req->office, ch, admin_number(a, "rencana"));
}

/* -- the page -------------------------------------------------------------- */

static void
show_sets(struct admin *a, struct page *body)
{
	static const char *const heads[] = { "Berlaku mulai", "Nama kantor",
		"Dasar", "Ditetapkan", NULL };
	const struct sets *s = a->about;
	struct page *group, *row;

	if (s->n == 0)
		return;
	group = table_begin(body, "TABLES", "Menurut tanggal", heads);
	for (size_t i = 0; i < s->n; i++) {
		const struct nameplate *p = &s->list[i];

		row = table_row(group, admin_day_words(a->req, p->from_at),
		    NULL);
		table_cell(row, p->office);
		table_cell(row, p->ground);
		table_cell(row, arena_printf(a->req->arena, "%s, %s",
		    words_time(a->req, p->made_at), p->made_by == 0 ?
		    "sistem" : words_person(a->req, p->made_by)));
	}
}

static void
fill(struct admin *a, struct page *body)
{
	const struct sets *s = a->about;
	const struct nameplate *p = s->now;

	form_row(body, "Nama kantor", p->office);
	form_row(body, "Nama layanan", p->service);
	form_row(body, "Jam layanan", p->hours);
	form_row(body, "Kontak", p->contact);
	form_row(body, "Maklumat pelayanan", p->notice);
	form_row(body, "Berlaku sejak", p->id == 0 ? "awal, menurut "
	    "konfigurasi" : admin_day_words(a->req, p->from_at));
	show_sets(a, body);
}

static void
edit_save(struct admin *a, const struct nameplate *p)
{
	struct act_value *now = arena_alloc(a->req->arena, (FIELDS - 1) *
	    sizeof(*now));
	struct sop_field *f = arena_alloc(a->req->arena, sizeof(fields));
	const char *const value[FIELDS - 1] = { p->office, p->service,
		p->hours, p->hours_en, p->contact, p->notice, p->notice_en,
		admin_day_iso(a->req, a->req->now) };

	memcpy(f, fields, sizeof(fields));
	for (size_t i = 0; i < FIELDS - 1; i++)
		now[i] = (struct act_value){ fields[i].name, value[i] };
	a->edit[a->nedits++] = (struct edit){ .act = "tetapkan",
	    .title = "Ubah mulai suatu tanggal",
	    .button = "Tetapkan", .question = "Tetapkan keterangan kantor "
	    "ini?", .done = "Keterangan kantor ditetapkan.", .field = f,
	    .nfield = FIELDS, .now = now, .nnow = FIELDS - 1, .apply = save,
	    .note = note_save };
}

/* Those that have not begun may be taken back. */
static void
edit_take_back(struct admin *a, const struct sets *s)
{
	static const struct sop_field field = { .name = "rencana",
		.label = "Yang dibatalkan", .required = 1,
		.type = FIELD_CHOICE };
	struct sop_choice *c = arena_alloc(a->req->arena, (s->n + 1) *
	    sizeof(*c));
	struct sop_field *f = arena_alloc(a->req->arena, sizeof(*f));

	*f = field;
	f->choice = c;
	for (size_t i = 0; i < s->n && s->list[i].from_at > a->req->now; i++)
		c[f->nchoice++] = (struct sop_choice){ admin_id_text(a->req,
		    s->list[i].id), arena_printf(a->req->arena,
		    "%s, mulai %s", s->list[i].office, admin_day_words(
		    a->req, s->list[i].from_at)) };
	if (f->nchoice > 0)
		a->edit[a->nedits++] = (struct edit){ .act = "batal",
		    .title = "Batalkan yang belum berlaku",
		    .button = "Batalkan", .question = "Batalkan perubahan "
		    "ini?", .done = "Perubahan dibatalkan.", .ends = 1,
		    .field = f, .nfield = 1, .apply = take_back };
}

int
admin_office(struct request *req, struct reply *reply)
{
	struct sets s = { .now = plate_now(req) };
	struct admin a = { .req = req, .reply = reply, .about = &s,
	    .address = HERE, .after = HERE, .back = PATH_ADMIN,
	    .back_text = "Kembali ke admin", .heading = "Keterangan kantor",
	    .fill = fill, .trail = PATH_JEJAK "?jenis=kantor" };
	enum case_err err;

	if (request_segment(req, 2) != NULL)
		return reply_error(reply, req, 404, NULL);
	if ((err = nameplate_list(req->office, &s.list, &s.n)) != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, s.list);
	edit_save(&a, s.now);
	edit_take_back(&a, &s);
	return admin_page(&a);
}

const char *
admin_office_words(const struct request *req)
{
	return plate_now(req)->office;
}
