/*
 * letter.c - compose a letter from the data of a case: a draft at a draft row,
 * a numbered letter, to be signed, at an approve row, by the person who has
 * claimed the task.
 */
#include "cgi-bin/letter/letter.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/built.h"
#include "base/conf.h"
#include "base/number.h"
#include "case/participant.h"
#include "casepage/compose.h"
#include "casepage/fields.h"
#include "casepage/letter_pdf.h"
#include "casepage/step.h"
#include "casepage/words.h"
#include "letter/letter.h"
#include "letter/letter_state.h"
#include "office/office.h"
#include "page/page.h"
#include "sop/bound.h"
#include "web/address.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/session.h"

#define REASON_MAX	1500
#define UNIT_MAX	200
#define NAMES_MAX	3	/* listed by name */

/* One request: its step, its fields, and the letter its form describes. */
struct writing {
	struct step	 s;
	struct sop_row	 row;		/* the fields of this page */
	struct sop_field field[5];
	struct compose	 m;
	const char	*number;	/* of the form, or "" */
};

static const struct step_program program = { .name = "letter",
	.kind = STEP_DRAFT };

/* -- the page -------------------------------------------------------------- */

static int
is_numbered(const struct writing *w)
{
	return w->s.row->kind == STEP_APPROVE;
}

/* The fields: which text, two gaps in it and, of a numbered one, number and
 * date. */
static void
make_fields(struct writing *w)
{
	static const struct sop_bound dated = { .first = BOUND_RECEIVED,
	    .last = BOUND_TODAY };
	static const struct sop_field usual[] = {
		{ .name = "naskah", .label = "Naskah surat", .required = 1,
		    .type = FIELD_CHOICE },
		{ .name = "unit", .label = "Tempat magang atau penelitian",
		    .type = FIELD_TEXT, .max = UNIT_MAX },
		{ .name = "alasan", .label = "Alasan penolakan",
		    .type = FIELD_PARAGRAPH, .max = REASON_MAX,
		    .help = "Untuk surat yang menolak, atau yang menyebut "
		    "peserta yang ditolak." },
		{ .name = "nomor_surat", .label = "Nomor surat",
		    .type = FIELD_TEXT, .max = LETTER_NUMBER_SIZE - 1,
		    .help = "Isi bila nomornya dari SISUMAKER. Kosongkan "
		    "untuk nomor berikutnya dari sistem ini." },
		{ .name = "tanggal_surat", .label = "Tanggal surat",
		    .required = 1, .type = FIELD_DATE, .bound = &dated,
		    .nbound = 1 },
	};

	memcpy(w->field, usual, sizeof(usual));
	w->field[0].choice = compose_choices(w->s.req, &w->field[0].nchoice);
	w->row = *w->s.row;
	w->row.field = w->field;
	w->row.nfield = is_numbered(w) ? 5 : 3;
}

static void
row(struct page *page, const char *key, const char *text)
{
	if (text[0] == '\0')
		return;
	page_pair(page, "ROWS", "KEY", key, "TEXT", text);
}

static const char *
sent(const struct writing *w, const char *name)
{
	const struct happening *h = dossier_sent(&w->s.dossier);

	for (size_t i = 0; h != NULL && i < h->nvalue; i++)
		if (strcmp(h->value[i].name, name) == 0)
			return h->value[i].value;
	return "";
}

/* Append a name to a list of n names: a few are listed, the rest as "dan
 * lainnya". */
static const char *
names(const struct request *req, const char *before, const char *name,
    size_t n)
{
	if (n < NAMES_MAX)
		return arena_printf(req->arena, "%s%s%s", before,
		    *before != '\0' ? ", " : "", name);
	return n == NAMES_MAX ? arena_printf(req->arena, "%s, dan lainnya",
	    before) : before;
}

static void
show_people(const struct writing *w, struct page *page)
{
	const struct request *req = w->s.req;
	const char *let = "", *not = "";
	struct participants list;
	size_t nlet = 0, nnot = 0;

	if (participants_read(req->office, w->s.c.id, &list) != CASE_OK)
		return;
	for (size_t i = 0; i < list.count; i++) {
		if (list.person[i].state == PARTICIPANT_REFUSED)
			not = names(req, not, list.person[i].name, nnot++);
		else
			let = names(req, let, list.person[i].name, nlet++);
	}
	row(page, nnot > 0 ? arena_printf(req->arena, "Diterima, %zu orang",
	    nlet) : arena_printf(req->arena, "Peserta, %zu orang", nlet),
	    let);
	row(page, arena_printf(req->arena, "Ditolak, %zu orang", nnot), not);
	row(page, "Alasan", list.reason);
	participants_free(&list);
}

static void
show_case(const struct writing *w, struct page *page)
{
	struct request *req = w->s.req;

	row(page, "Lembaga", sent(w, "lembaga"));
	show_people(w, page);
	if (sent(w, "tanggal_mulai")[0] != '\0')
		row(page, "Waktu", arena_printf(req->arena,
		    "%s sampai dengan %s", words_date(req, sent(w,
		    "tanggal_mulai")), words_date(req, sent(w,
		    "tanggal_selesai"))));
}

static void
show_made(const struct writing *w, struct page *page)
{
	struct letter_row *list = NULL;
	size_t n = 0;

	if (letter_list(w->s.req->office, w->s.c.id, &list, &n) != CASE_OK)
		return;
	arena_adopt(w->s.req->arena, list);
	for (size_t i = 0; i < n; i++) {
		struct page *p = page_add(page, "MADE");

		page_set(p, "NUMBER", list[i].number);
		page_set(p, "STATE", letter_state_words(&list[i])->meaning);
		page_link(p, "FILE", arena_printf(w->s.req->arena, PATH_DOKUMEN
		    "/%lld", (long long)list[i].document_id), "PDF");
	}
}

/* The first values of the form. */
static void
fill_usual(struct writing *w)
{
	const struct compose m = compose_usual_letter(w->s.req,
	    &w->s.dossier);
	static struct act_value value[4];

	value[0] = (struct act_value){ "naskah", m.text };
	value[1] = (struct act_value){ "unit", m.unit };
	value[2] = (struct act_value){ "tanggal_surat", m.dated };
	value[3] = (struct act_value){ "alasan", m.reason };
	w->s.typed.value = value;
	w->s.typed.nvalue = 4;
}

static int
show(struct writing *w, int status)
{
	const char *title = is_numbered(w) ? "Susun surat bernomor" :
	    "Susun konsep surat";
	struct request *req = w->s.req;
	struct page *page;
	struct page *frame = frame_new(req, "letter.tpl", PATH_KOTAK_MASUK,
	    &page);

	page_link(frame, "BACK", address_of_step(req->arena, w->s.row->kind,
	    w->s.t.id), "Kembali ke langkah ini");
	fields_show_errors(page, &w->s.typed);
	page_set(page, "CAPTION", arena_printf(req->arena, "%s · %s",
	    w->s.c.number, w->s.c.subject));
	page_set(page, "HEADING", title);
	show_case(w, page);
	show_made(w, page);
	page_link(page, "BOOK", PATH_SURAT, "Daftar surat keluar");
	fields_show(req, page, "FIELDS", &w->row, &w->s.typed);
	page_set(page, "ACT", is_numbered(w) ? "siapkan" : "simpan");
	page_set(page, "BUTTON", is_numbered(w) ? "Siapkan surat" :
	    "Simpan sebagai konsep");
	page_setf(page, "ACTION", PATH_SURAT "/%lld", (long long)w->s.t.id);
	page_set_int(page, "VERSION", w->s.t.version);
	page_set(page, "KEY", w->s.key != NULL ? w->s.key :
	    request_token(req->arena));
	return reply_page(w->s.rep, req, status, title, frame);
}

/* -- its task -------------------------------------------------------------- */

/* Open the task of the address, when this person may write its letter: 0, or a
 * status replied. */
static int
begin(struct writing *w, struct request *req, struct reply *rep)
{
	const char *id = request_segment(req, 1);
	int64_t task;
	enum case_err err;
	int status;

	memset(w, 0, sizeof(*w));
	if (id == NULL || request_segment(req, 2) != NULL ||
	    number_parse(id, 1, INT64_MAX, &task) < 0)
		return reply_error(rep, req, 404, NULL);
	if ((status = step_open(&w->s, &program, req, rep, task)) != 0)
		return status;
	if ((err = dossier_read(req, &w->s.c, &w->s.dossier)) != CASE_OK)
		return reply_case_error(rep, req, err);
	if ((w->s.row->kind != STEP_DRAFT && w->s.row->kind != STEP_APPROVE) ||
	    !compose_possible(&w->s.dossier))
		return reply_error(rep, req, 404, NULL);
	if (!built_letter)
		return reply_error(rep, req, 404, LETTER_PDF_LEFT_OUT);
	if (!w->s.t.open || w->s.t.claimed_by != req->session.person_id)
		return reply_redirect(rep, address_of_step(req->arena,
		    w->s.row->kind, task));
	make_fields(w);
	err = case_seen(req->office, req->session.person_id, w->s.c.id,
	    req->now);
	return err == CASE_OK ? 0 : reply_case_error(rep, req, err);
}

/* -- what is asked for ------------------------------------------------- */

static const char *
checked(const struct field_form *form, const char *name)
{
	for (size_t i = 0; i < form->nvalue; i++)
		if (strcmp(form->value[i].name, name) == 0)
			return form->value[i].value;
	return "";
}

/* The form, and the text it names: 0, or a status replied. */
static int
read_form(struct writing *w)
{
	struct request *req = w->s.req;
	struct field_form *form;
	struct field_input in;
	const char *lack, *field;
	enum case_err err;

	fields_input(req, &w->row, &in);
	in.received = w->s.c.opened_at;
	err = fields_check(req, &w->row, &in, &w->s.typed, &form);
	if (err != CASE_OK)
		return reply_case_error(w->s.rep, req, err);
	w->m = (struct compose){ .req = req, .d = &w->s.dossier,
		.text = checked(form, "naskah"), .unit = checked(form, "unit"),
		.reason = checked(form, "alasan"), .dated = is_numbered(w) ?
		checked(form, "tanggal_surat") : compose_today(req) };
	w->number = checked(form, "nomor_surat");
	if (compose_people(&w->m) != 0)
		return reply_case_error(w->s.rep, req, CASE_DB);
	if (w->m.text[0] != '\0' &&
	    (lack = compose_lack(&w->m, &field)) != NULL)
		step_error(&w->s, field, "%s", lack);
	return w->s.typed.nerror > 0 ? show(w, 422) : 0;
}

/* The page with an error, whose form may be sent again: the office's text
 * cannot be set, which the reader cannot mend; or its time ran out on a machine
 * that has too much to do, which is no fault of the form. */
static int
refuse_text(struct writing *w)
{
	w->s.key = NULL;
	if (w->m.cut) {
		step_error(&w->s, "naskah", "Surat belum tersusun karena "
		    "komputer kantor sedang sibuk. Tunggu sebentar, lalu "
		    "tekan sekali lagi");
		return show(w, 503);
	}
	step_error(&w->s, "naskah", COMPOSE_FAILED, w->m.why);
	return show(w, 422);
}

static int
preview(struct writing *w)
{
	const char *pdf;
	size_t len;

	if (compose_pdf(&w->m, NULL, &pdf, &len) != 0)
		return refuse_text(w);
	return reply_shown(w->s.rep, "application/pdf", "konsep-surat.pdf", pdf,
	    len);
}

/* Redirect to the step, whose form has the letter; or show the error beside its
 * field. */
static int
done(struct writing *w, enum case_err err, const char *notice)
{
	if (err == CASE_INVALID && office_field(w->s.req->office)[0] != '\0') {
		step_error(&w->s, office_field(w->s.req->office), "%s",
		    office_why(w->s.req->office));
		return show(w, 422);
	}
	if (err != CASE_OK && err != CASE_REPEATED)
		return reply_case_error(w->s.rep, w->s.req, err);
	if (err == CASE_OK)
		session_notice(w->s.rep, w->s.req, notice);
	return reply_redirect(w->s.rep, address_of_step(w->s.req->arena,
	    w->s.row->kind, w->s.t.id));
}

static int
save(struct writing *w)
{
	struct act a = step_act(&w->s);
	struct act_file file;

	if (compose_keep(&w->m, NULL, &file) != 0)
		return refuse_text(w);
	return done(w, letter_draft(w->s.req->office, &a, &file),
	    "Konsep surat disimpan.");
}

static int
prepare(struct writing *w)
{
	struct letter_row l = { .number = "" };
	struct act a = step_act(&w->s);
	enum case_err err = compose_prepare(&w->m, &a, w->number, &l);

	/* The paper alone did not come about. */
	if (err == CASE_INVALID && strcmp(office_field(w->s.req->office),
	    "naskah") == 0)
		return refuse_text(w);
	return done(w, err, arena_printf(w->s.req->arena, "Surat %s disiapkan. "
	    "Surat ini berlaku sesudah ditandatangani dan keputusannya "
	    "dikirim.", l.number));
}

/* Is it /surat/tarik/ID? */
static int
is_withdrawal(const struct request *req)
{
	const char *part = request_segment(req, 1);

	return part != NULL && strcmp(part, "tarik") == 0;
}

static int
get(struct request *req, struct reply *rep)
{
	struct writing w;
	int status;

	if (request_segment(req, 1) == NULL)
		return letter_book(req, rep);
	if (is_withdrawal(req))
		return letter_withdrawal(req, rep);
	if ((status = begin(&w, req, rep)) != 0)
		return status;
	if (req->stale)
		fields_again(req, &w.row, &w.s.typed);
	else
		fill_usual(&w);
	return show(&w, 200);
}

static int
post(struct request *req, struct reply *rep)
{
	struct writing w;
	const char *aksi = form_value(req, "aksi");
	int status;

	if (is_withdrawal(req))
		return letter_withdrawal(req, rep);
	if ((status = begin(&w, req, rep)) != 0)
		return status;
	if (idempotency_key(req) == NULL)
		return reply_error(rep, req, 400, NULL);
	w.s.key = form_get(req, "kunci");
	if ((status = read_form(&w)) != 0)
		return status;
	if (compose_open(&w.m) != 0)
		status = refuse_text(&w);
	else if (strcmp(aksi, "lihat") == 0)
		status = preview(&w);
	else
		status = is_numbered(&w) ? prepare(&w) : save(&w);
	compose_close(&w.m);
	return status;
}

int
main(int argc, char **argv)
{
	static const char *const templates[] = { "letter.tpl", "letters.tpl",
		"form.tpl", "errors.tpl", "field.tpl", "pager.tpl", NULL };
	static const struct web_program letter = { .name = "letter",
	    .get = get, .post = post, .templates = templates };

	return web_serve(&letter, argc, argv);
}
