/*
 * subjects.c - requests of persons about their data: written down, decided with
 * a ground, answered in time.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "office/subject.h"
#include "page/page.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"
#include "web/table.h"

#define HERE PATH_ADMIN "/data-pribadi"

static const struct sop_choice kinds[] = {
	{ "see", "Melihat data tentang dirinya" },
	{ "correct", "Memperbaiki data" },
	{ "erase", "Menghapus data" },
	{ "object", "Keberatan atas penggunaan data" },
};
static const struct sop_choice decisions[] = {
	{ "granted", "Dipenuhi" },
	{ "partly", "Dipenuhi sebagian" },
	{ "refused", "Ditolak" },
};
static struct sop_field ask_fields[] = {
	{ .name = "jenis", .label = "Yang diminta", .required = 1,
	    .type = FIELD_CHOICE, .choice = kinds, .nchoice = 4 },
	{ .name = "nama", .label = "Nama yang meminta", .required = 1,
	    .max = 150 },
	{ .name = "kontak", .label = "Alamat jawaban", .required = 1,
	    .help = "Nomor telepon, surel, atau alamat surat.", .max = 150 },
	{ .name = "bukti", .label = "Cara identitas diperiksa", .required = 1,
	    .help = "Misalnya: datang sendiri dengan KTP. Salinan KTP tidak "
	    "disimpan.", .max = 200 },
	{ .name = "isi", .label = "Isi permintaan", .required = 1,
	    .max = 1500 },
	{ .name = "datang", .label = "Tanggal permintaan datang",
	    .type = FIELD_DATE, .help = "Kosongkan bila baru saja datang. "
	    "Batas 3 x 24 jam dihitung sejak awal hari itu." },
};
static struct sop_field answer_fields[] = {
	{ .name = "keputusan", .label = "Keputusan", .required = 1,
	    .type = FIELD_CHOICE, .choice = decisions, .nchoice = 3 },
	{ .name = "dasar", .label = "Dasar keputusan", .required = 1,
	    .max = 400, .help = "Misalnya: Pasal 15 UU 27/2022, arsip "
	    "penyelenggaraan negara tidak dihapus atas permintaan." },
	{ .name = "jawaban", .label = "Jawaban yang diberikan", .required = 1,
	    .max = 1500, .help = "Apa yang dijawab, dan dengan cara apa "
	    "disampaikan." },
};

static const char *
label_of(const struct sop_choice *c, size_t n, const char *value)
{
	for (; n > 0; n--, c++)
		if (strcmp(c->value, value) == 0)
			return c->label;
	return "";
}

/* "Terlambat, batas 30 November 2026, 08.00": of an open one when it is to be
 * answered, else what was decided. */
static const char *
state_of(const struct request *req, const struct subject_request *s)
{
	if (s->decided_at != 0)
		return arena_printf(req->arena, "%s, %s", label_of(decisions,
		    3, s->decision), words_time(req, s->decided_at));
	return arena_printf(req->arena, "%s, batas %s", req->now > s->due_at ?
	    "Terlambat" : "Menunggu jawaban", words_time(req, s->due_at));
}

const char *
admin_subjects_words(const struct request *req)
{
	int64_t open = subject_open(req->office, INT64_MAX);
	int64_t late = subject_open(req->office, req->now);

	if (open == 0)
		return "Tidak ada yang menunggu jawaban";
	return late == 0 ? arena_printf(req->arena, "%lld menunggu jawaban",
	    (long long)open) : arena_printf(req->arena, "%lld menunggu "
	    "jawaban, %lld terlambat", (long long)open, (long long)late);
}

static int
show_list(struct request *req, struct reply *reply)
{
	static const char *const heads[] = { "Nomor", "Nama", "Yang diminta",
		"Keadaan", NULL };
	struct page *body, *frame, *group = NULL, *row;
	struct subject_request *list;
	size_t n;
	enum case_err err = subject_list(req->office, &list, &n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, list);
	session_audit(req, AUDIT_LIST, AUDIT_GOOD);
	frame = list_begin(req, "Permintaan data pribadi", &body);
	page_text(body, "INTRO", "Siapa pun boleh meminta melihat, "
	    "memperbaiki, atau menghapus data tentang dirinya, atau "
	    "berkeberatan. Permintaan dicatat, diputuskan dengan dasarnya, "
	    "dan dijawab dalam 3 x 24 jam (UU 27/2022).");
	page_text(body, "INTRO", "Semua yang disimpan tentang seseorang "
	    "dikumpulkan petugas komputer dengan perintah sopap person "
	    "export.");
	page_link(body, "ADD", HERE "/" LIST_NEW, "Catat permintaan");
	if (n == 0)
		page_text(body, "EMPTY", "Belum ada permintaan.");
	else
		group = table_begin(body, "TABLES", "Permintaan", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, list[i].number, arena_printf(req->arena,
		    HERE "/%lld", (long long)list[i].id));
		table_cell(row, list[i].name);
		table_cell(row, label_of(kinds, 4, list[i].kind));
		table_cell(row, state_of(req, &list[i]));
	}
	return reply_page(reply, req, 200, "Permintaan data pribadi", frame);
}

/* -- changes --------------------------------------------------------------- */

#define COPY(to, a, name) snprintf(to, sizeof(to), "%s", admin_value(a, name))

static enum case_err
add(struct admin *a, const struct change *ch)
{
	struct subject_request s = { .came_at = admin_day(a, "datang") };

	COPY(s.kind, a, "jenis");
	COPY(s.name, a, "nama");
	COPY(s.contact, a, "kontak");
	COPY(s.proof, a, "bukti");
	COPY(s.body, a, "isi");
	return subject_add(a->req->office, ch, &s, NULL);
}

static enum case_err
decide(struct admin *a, const struct change *ch)
{
	struct subject_request s = { .id = 0 };

	COPY(s.decision, a, "keputusan");
	COPY(s.ground, a, "dasar");
	COPY(s.answer, a, "jawaban");
	return subject_decide(a->req->office, ch,
	    ((const struct subject_request *)a->about)->id, &s);
}

static int
show_new(struct request *req, struct reply *reply)
{
	struct admin a = { .req = req, .reply = reply,
	    .address = HERE "/" LIST_NEW, .after = HERE, .back = HERE,
	    .back_text = "Kembali ke permintaan data pribadi",
	    .heading = "Catat permintaan", .nedits = 1, .edit = { {
	    .act = "catat", .button = "Catat permintaan",
	    .question = "Catat permintaan ini?",
	    .done = "Permintaan dicatat.", .field = ask_fields, .nfield = 6,
	    .apply = add } } };

	return admin_page(&a);
}

static void
fill(struct admin *a, struct page *body)
{
	const struct subject_request *s = a->about;

	form_row(body, "Yang diminta", label_of(kinds, 4, s->kind));
	form_row(body, "Nama", s->name);
	form_row(body, "Alamat jawaban", s->contact);
	form_row(body, "Identitas", s->proof);
	form_row(body, "Isi", s->body);
	form_row(body, "Datang", words_time(a->req, s->came_at));
	form_row(body, "Dicatat oleh", words_person(a->req, s->noted_by));
	form_row(body, "Keadaan", state_of(a->req, s));
	if (s->decided_at == 0)
		return;
	form_row(body, "Dasar", s->ground);
	form_row(body, "Jawaban", s->answer);
	form_row(body, "Diputuskan oleh", words_person(a->req,
	    s->decided_by));
}

static int
show_one(struct request *req, struct reply *reply, const char *segment)
{
	struct subject_request *s = arena_alloc(req->arena, sizeof(*s));
	struct admin a = { .req = req, .reply = reply, .after = HERE,
	    .back = HERE, .back_text = "Kembali ke permintaan data pribadi",
	    .caption = "Permintaan data pribadi", .heading = s->number,
	    .about = s, .fill = fill, .nedits = 1, .edit = { {
	    .act = "jawab", .title = "Keputusan dan jawaban",
	    .button = "Simpan jawaban", .question = "Simpan jawaban ini?",
	    .done = "Jawaban disimpan.", .field = answer_fields, .nfield = 3,
	    .apply = decide } } };
	enum case_err err;
	int64_t id;

	if (number_parse(segment, 1, INT64_MAX, &id) == -1)
		return reply_error(reply, req, 404, NULL);
	if ((err = subject_get(req->office, id, s)) != CASE_OK)
		return reply_case_error(reply, req, err);
	a.address = arena_printf(req->arena, HERE "/%lld", (long long)id);
	if (s->decided_at != 0)
		a.nedits = 0;
	return admin_page(&a);
}

int
admin_subjects(struct request *req, struct reply *reply)
{
	return list_or_one(req, reply, show_list, show_new, show_one);
}
