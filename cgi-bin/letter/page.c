/*
 * page.c - the page a letter is composed on: what is known of the
 * case, the letters it had, the fields.
 */
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/letter/letter.h"

#include "base/arena.h"
#include "case/participant.h"
#include "casepage/fields.h"
#include "casepage/words.h"
#include "page/page.h"
#include "web/address.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

#define REASON_MAX	1500
#define UNIT_MAX	200
#define NAMES_MAX	3	/* told by name */

int
letter_numbered(const struct writing *w)
{
	return w->s.row->kind == STEP_APPROVE;
}

/* The fields: which text, two gaps in it and, of a numbered one, number and
 * date. */
void
letter_fields(struct writing *w)
{
	static const struct sop_field usual[] = {
		{ .name = "naskah", .label = "Naskah surat", .required = 1,
		    .type = FIELD_CHOICE, .choice = compose_texts,
		    .nchoice = 4 },
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
		    .required = 1, .type = FIELD_DATE },
	};

	memcpy(w->field, usual, sizeof(usual));
	w->row = *w->s.row;
	w->row.field = w->field;
	w->row.nfield = letter_numbered(w) ? 5 : 3;
}

/* -- the page ---------------------------------------------------------- */

static void
row(struct page *page, const char *key, const char *text)
{
	struct page *p;

	if (text[0] == '\0')
		return;
	p = page_add(page, "ROWS");
	page_set(p, "KEY", key);
	page_set(p, "TEXT", text);
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

/* Names, one after the other: few are told, of more how many. */
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
show_issued(const struct writing *w, struct page *page)
{
	struct letter_row *list = NULL;
	size_t n = 0;

	if (letter_list(w->s.req->office, w->s.c.id, &list, &n) != CASE_OK)
		return;
	arena_adopt(w->s.req->arena, list);
	for (size_t i = 0; i < n; i++) {
		struct page *p = page_add(page, "ISSUED"), *file;

		page_set(p, "NUMBER", list[i].number);
		page_set(p, "STATE", words_letter_state(&list[i]));
		file = page_add(p, "FILE");
		page_setf(file, "HREF", PATH_BERKAS "/%lld",
		    (long long)list[i].document_id);
		page_set(file, "TEXT", "PDF");
	}
}

/* What stands in the form at first. */
void
letter_usual(struct writing *w)
{
	static struct act_value value[4];
	struct participants list;

	w->s.typed.nvalue = 3;
	value[0] = (struct act_value){ "naskah",
	    compose_usual(&w->s.dossier) };
	value[1] = (struct act_value){ "unit", sent(w, "unit_tujuan") };
	value[2] = (struct act_value){ "tanggal_surat",
	    compose_today(w->s.req) };
	w->s.typed.value = value;
	if (participants_read(w->s.req->office, w->s.c.id, &list) != CASE_OK)
		return;
	value[w->s.typed.nvalue++] = (struct act_value){ "alasan",
	    arena_strdup(w->s.req->arena, list.reason) };
	participants_free(&list);
}

int
letter_show(struct writing *w, int status)
{
	const char *title = letter_numbered(w) ? "Susun surat bernomor" :
	    "Susun draf surat";
	struct request *req = w->s.req;
	struct page *page, *back, *book;
	struct page *frame = frame_new(req, "letter.tpl", PATH_KOTAK_MASUK,
	    &page);

	back = page_add(frame, "BACK");
	page_set(back, "HREF", address_of_step(req->arena, w->s.row->kind,
	    w->s.t.id));
	page_set(back, "TEXT", "Kembali ke langkah ini");
	fields_show_errors(page, &w->s.typed);
	page_set(page, "CAPTION", arena_printf(req->arena, "%s · %s",
	    w->s.c.number, w->s.c.subject));
	page_set(page, "HEADING", title);
	show_case(w, page);
	show_issued(w, page);
	book = page_add(page, "BOOK");
	page_set(book, "HREF", PATH_SURAT);
	page_set(book, "TEXT", "Daftar surat keluar");
	fields_show(req, page, "FIELDS", &w->row, &w->s.typed);
	page_set(page, "ACT", letter_numbered(w) ? "terbitkan" : "simpan");
	page_set(page, "BUTTON", letter_numbered(w) ? "Terbitkan surat" :
	    "Simpan sebagai konsep");
	page_setf(page, "ACTION", PATH_SURAT "/%lld", (long long)w->s.t.id);
	page_set_int(page, "VERSION", w->s.t.version);
	page_set(page, "KEY", w->s.key != NULL ? w->s.key :
	    request_token(req->arena));
	return reply_page(w->s.rep, req, status, title, frame);
}
