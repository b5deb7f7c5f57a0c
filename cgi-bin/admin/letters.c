/*
 * letters.c - the texts of letters and the letterheads: the list with the
 * version in force; one text, its new version checked line by line, its sample,
 * and the way back to the shipped text.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/built.h"
#include "base/number.h"
#include "casepage/compose.h"
#include "casepage/letter_pdf.h"
#include "casepage/letterfile.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/diff.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "letter/letter_version.h"
#include "page/page.h"
#include "people/person.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define HERE PATH_ADMIN "/surat"
#define SAMPLE "lihat"		/* button: the sample, not the change */
#define WHY_SIZE 8192

static const char *
origin_words(const struct letter_version *v)
{
	return v->shipped ? "naskah bawaan" : "naskah kantor";
}

static const char *
maker_words(const struct request *req, const struct letter_version *v)
{

	return v->made_by == 0 ? "sistem" : words_person(req, v->made_by);
}

static void
show_variables(struct page *body)
{
	static const char *const heads[] = { "Isian", "Artinya", NULL };
	const struct letter_variable *v;
	struct page *group = table_begin(body, "TABLES", "Isian yang dapat "
	    "dipakai", heads);
	char name[40];

	for (v = letter_text_variables; v->name != NULL; v++) {
		snprintf(name, sizeof(name), "{%s}", v->name);
		table_cell(table_row(group, name, NULL), v->meaning);
	}
}

static void
list_row(struct request *req, struct page *group, const struct letterfile *f)
{
	struct letter_version *v = NULL;
	struct page *row = table_row(group, f->title,
	    arena_printf(req->arena, HERE "/%s", f->name));
	size_t n = 0;

	if (letter_version_list(req->office, f->name, &v, &n) != CASE_OK)
		return;
	arena_adopt(req->arena, v);
	table_cell(row, n > 0 ? origin_words(v) : "naskah bawaan");
	table_cell(row, n > 0 ? arena_printf(req->arena, "%lld",
	    (long long)v->version) : "");
	table_cell(row, n > 0 ? words_time(req, v->made_at) : "");
	table_cell(row, n > 0 ? maker_words(req, v) : "");
}

static int
show_list(struct request *req, struct reply *reply)
{
	static const char *const heads[] = { "Naskah", "Yang berlaku",
		"Versi", "Sejak", "Oleh", NULL };
	struct page *body, *frame, *group;
	const struct letterfile *f;

	frame = list_begin(req, "Naskah surat", &body);
	page_text(body, "INTRO", "Naskah yang baru dipakai surat yang disusun "
	    "sesudahnya. Surat yang sudah terbit tetap seperti ketika terbit.");
	if (!built_letter)
		page_text(body, "INTRO", LETTER_PDF_LEFT_OUT);
	page_link(body, "ADD", PATH_SURAT, "Daftar surat keluar");
	group = table_begin(body, "TABLES", "Naskah surat", heads);
	for (f = letterfiles; f->name != NULL; f++)
		list_row(req, group, f);
	show_variables(body);
	return reply_page(reply, req, 200, "Naskah surat", frame);
}

/* -- one text -------------------------------------------------------------- */

/* The text of a page. */
struct subject {
	const struct letterfile	*file;
	const char		*in_force, *shipped;
	const char		*shown;	/* an older version, or in_force */
	struct letter_version *version;	/* newest first */
	size_t			 n;
};

static int
is_own(const struct subject *s)
{
	return s->n > 0 && !s->version[0].shipped;
}

/* -- a new version ------------------------------------------------------- */

/* "balasan.txt:12: isian tidak dikenal" is "Baris 12: isian ..." */
static void
show_faults(struct admin *a, char *why)
{
	char *line;

	while ((line = strsep(&why, "\n")) != NULL) {
		const char *at = strchr(line, ':');
		int number, used = 0;

		if (*line == '\0')
			continue;
		if (at != NULL && sscanf(at, ":%d: %n", &number, &used) == 1 &&
		    used > 0)
			line = arena_printf(a->req->arena, "Baris %d: %s",
			    number, at + used);
		admin_error(a, "teks", line);
	}
}

static enum case_err
publish(struct admin *a, const struct change *ch)
{
	const struct subject *s = a->about;
	const struct letter_version_new n = { .name = s->file->name,
	    .body = admin_text(a, "teks") };
	char *why = arena_alloc(a->req->arena, WHY_SIZE);

	if (letterfile_check(a->req, s->file, n.body, why, WHY_SIZE) != 0) {
		show_faults(a, why);
		return CASE_INVALID;
	}
	if (strcmp(n.body, s->in_force) == 0)
		return office_fail(a->req->office, CASE_INVALID, "yaml",
		    "Belum ada yang diubah");
	return letter_version_publish(a->req->office, ch, &n);
}

static enum case_err
restore(struct admin *a, const struct change *ch)
{
	const struct subject *s = a->about;
	const struct letter_version_new n = { .name = s->file->name,
	    .body = s->shipped, .shipped = 1 };

	return letter_version_publish(a->req->office, ch, &n);
}

static void
note(struct admin *a, struct page *check, const char *new)
{
	const struct subject *s = a->about;

	page_text(check, "INTRO", "Berlaku untuk surat yang disusun sesudah "
	    "ini. Surat yang sudah terbit tidak berubah.");
	diff_show(a->req, check, s->in_force, new);
}

static void
note_publish(struct admin *a, struct page *check)
{
	note(a, check, admin_text(a, "teks"));
}

static void
note_restore(struct admin *a, struct page *check)
{
	const struct subject *s = a->about;

	note(a, check, s->shipped);
}

/* -- the page of one ----------------------------------------------------- */

static void
show_versions(struct admin *a, struct page *body)
{
	static const char *const heads[] = { "Versi", "Berlaku sejak", "Oleh",
		"Asal", "#Surat", NULL };
	const struct subject *s = a->about;
	struct page *group, *row;

	if (s->n == 0)
		return;
	group = table_begin(body, "TABLES", "Versi", heads);
	for (size_t i = 0; i < s->n; i++) {
		const struct letter_version *v = &s->version[i];

		row = table_row(group, arena_printf(a->req->arena, "Versi\u00a0"
		    "%lld", (long long)v->version), arena_printf(
		    a->req->arena, HERE "/%s?versi=%lld", s->file->name,
		    (long long)v->version));
		table_cell(row, words_time(a->req, v->made_at));
		table_cell(row, maker_words(a->req, v));
		table_cell(row, origin_words(v));
		table_number(row, v->letters);
	}
}

/* The names of all variables; their meanings stand on the page of the list. */
static const char *
variable_words(const struct request *req)
{
	const struct letter_variable *v = letter_text_variables;
	const char *all = arena_printf(req->arena, "Isian yang dapat dipakai: "
	    "{%s}", v->name);

	while ((++v)->name != NULL)
		arena_append(req->arena, &all, ", {%s}", v->name);
	return arena_printf(req->arena, "%s. Artinya ada di halaman naskah "
	    "surat.", all);
}

static void
fill(struct admin *a, struct page *body)
{
	const struct subject *s = a->about;

	form_row(body, "Yang berlaku", is_own(s) ? arena_printf(
	    a->req->arena, "Naskah kantor, versi %lld",
	    (long long)s->version[0].version) : "Naskah bawaan");
	if (s->shown != s->in_force)
		page_text(body, "INTRO", "Di bawah ini naskah versi lama. "
		    "Berlakukan lagi dengan menekan Periksa.");
	if (s->file->kind == LETTER__MAX)
		page_text(body, "INTRO", "Setiap bagian dimulai dengan tanggal "
		    "berlakunya, misalnya [2026-07-01]. Biarkan bagian lama; "
		    "tambahkan yang baru di bawahnya. nomor: memuat {urut}, "
		    "dan bila perlu {klasifikasi}, {tahun}, {bulan}.");
	else {
		page_text(body, "INTRO", variable_words(a->req));
		page_text(body, "INTRO", "Paragraf dipisahkan baris kosong. "
		    "\"Label :: isi\" menjadi baris berlabel, \"1. isi\" butir "
		    "daftar. Baris yang diawali ?judul hanya dicetak bila "
		    "isian judul ada. @peserta, @ditolak, dan @nama adalah "
		    "tempat daftar dan nama peserta.");
	}
	show_versions(a, body);
}

/* The version asked for in the address, as the text shown: 0, or -1. */
static int
choose_version(struct request *req, struct subject *s)
{
	const char *asked = request_query(req, "versi");
	int64_t version;

	s->shown = s->in_force;
	if (asked == NULL)
		return 0;
	if (number_parse(asked, 1, INT64_MAX, &version) == -1)
		return -1;
	for (size_t i = 0; i < s->n; i++) {
		char *body;

		if (s->version[i].version != version)
			continue;
		body = letter_version_body(req->office, s->version[i].id);
		arena_adopt(req->arena, body);
		s->shown = body;
		return body != NULL ? 0 : -1;
	}
	return -1;
}

/* Read the text with its versions: 0, or a status replied. */
static int
load(struct request *req, struct reply *reply, const char *name,
    struct subject *s)
{
	char why[512];
	enum case_err err;

	if ((s->file = letterfile_named(name)) == NULL)
		return reply_error(reply, req, 404, NULL);
	err = letter_version_list(req->office, name, &s->version, &s->n);
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, s->version);
	s->in_force = letterfile_in_force(req, name, why, sizeof(why));
	s->shipped = letterfile_shipped(req, name, why, sizeof(why));
	if (s->in_force == NULL || s->shipped == NULL)
		return reply_error(reply, req, 500, NULL);
	if (choose_version(req, s) != 0)
		return reply_error(reply, req, 404, NULL);
	return 0;
}

static void
make_edits(struct admin *a, const struct subject *s)
{
	static struct sop_field text = { .name = "teks", .label = "Naskah",
	    .required = 1, .type = FIELD_PARAGRAPH, .max = LETTER_TEXT_MAX };
	struct act_value *now = arena_alloc(a->req->arena, sizeof(*now));

	*now = (struct act_value){ "teks", s->shown };
	a->edit[0] = (struct edit){ .act = "berlakukan", .button = "Periksa",
	    .confirm = "Berlakukan", .question = "Berlakukan naskah ini?",
	    .done = "Naskah berlaku untuk surat berikutnya.", .field = &text,
	    .nfield = 1, .now = now, .nnow = 1, .state = s->in_force,
	    .same = s->shown != s->in_force,
	    .beside = built_letter ? SAMPLE : NULL,
	    .beside_text = "Lihat contoh (PDF, tab baru)",
	    .apply = publish, .note = note_publish };
	a->edit[1] = (struct edit){ .act = "bawaan",
	    .title = "Kembali ke naskah bawaan",
	    .button = "Pakai naskah bawaan",
	    .question = "Kembali ke naskah bawaan?",
	    .done = "Naskah bawaan berlaku lagi.", .state = s->in_force,
	    .apply = restore, .note = note_restore };
	a->nedits = is_own(s) ? 2 : 1;
}

static void
make_page(struct admin *a, const struct subject *s)
{
	const char *asked = request_query(a->req, "versi");

	a->about = s;
	a->heading = s->file->title;
	a->trail = PATH_JEJAK "?jenis=surat";
	a->caption = "Naskah surat";
	a->back = HERE;
	a->back_text = "Kembali ke naskah surat";
	a->fill = fill;
	a->after = arena_printf(a->req->arena, HERE "/%s", s->file->name);
	a->address = asked == NULL ? a->after : arena_printf(a->req->arena,
	    "%s?versi=%s", a->after, asked);
	make_edits(a, s);
}

/* -- how it would look --------------------------------------------------- */

static int
sample(struct admin *a, const struct subject *s)
{
	const int is_head = s->file->kind == LETTER__MAX;
	struct compose_sample c = { .req = a->req, .name = is_head ?
	    "balasan" : s->file->name };
	char *why = arena_alloc(a->req->arena, WHY_SIZE);
	const char *text = admin_text(a, "teks"), *pdf;
	size_t len;

	if (!built_letter)
		return reply_error(a->reply, a->req, 404,
		    LETTER_PDF_LEFT_OUT);
	c.text = is_head ? letterfile_in_force(a->req, c.name, why,
	    WHY_SIZE) : text;
	c.head = is_head ? text : letterfile_in_force(a->req, "kop", why,
	    WHY_SIZE);
	if (c.text != NULL && c.head != NULL &&
	    letterfile_check(a->req, s->file, text, why, WHY_SIZE) == 0 &&
	    compose_sample(&c, &pdf, &len, why, WHY_SIZE) == 0)
		return reply_shown(a->reply, "application/pdf",
		    arena_printf(a->req->arena, "contoh-%s.pdf",
		    s->file->name), pdf, len);
	admin_begin(a, &a->edit[0]);
	show_faults(a, why);
	return admin_refused(a, text);
}

static int
one_text(struct request *req, struct reply *reply, const char *name)
{
	struct admin a = { .req = req, .reply = reply };
	struct subject s = { .n = 0 };
	int status;

	if ((status = load(req, reply, name, &s)) != 0)
		return status;
	make_page(&a, &s);
	return *form_value(req, SAMPLE) != '\0' ? sample(&a, &s) :
	    admin_page(&a);
}

int
admin_letters(struct request *req, struct reply *reply)
{
	return list_or_one(req, reply, show_list, NULL, one_text);
}
