/*
 * verify.c - is this letter the office's, and is it in force?
 *
 * The code stands on the letter, in its QR code as the end of the address: a
 * visitor who has the letter may know all the page says.  A name is masked: the
 * page is for comparing, not for learning.
 */
#include <string.h>

#include "base/arena.h"
#include "casepage/words.h"
#include "letter/letter_state.h"
#include "letter/letter_verify.h"
#include "page/page.h"
#include "upload/upload.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/plate.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"

static const char *
typed_code(const struct request *req, const struct letter_row *l)
{
	char code[CASE_CODE_LEN + 1];

	office_letter_code(req->office, l->id, code);
	return arena_strdup(req->arena, code);
}

static void
add_error(struct page *page, const char *href, const char *text)
{
	page_link(page_include(page, "ERRORS", "errors.tpl"), "ITEMS", href,
	    text);
}

static int
show_form(struct request *req, struct reply *rep, const char *code,
    const char *error)
{
	struct page *page, *form;
	struct page *frame = frame_new(req, "verify.tpl", NULL, &page);

	page_set(page, "ACTION", PATH_VERIFIKASI);
	form = page_add(page, "LOOKUP");
	page_set(form, "CODE", code);
	page_text(form, "ERROR", error);
	if (error != NULL)
		add_error(page, "#kode", error);
	return reply_page(rep, req, error != NULL ? 422 : 200,
	    "Verifikasi surat", frame);
}

/* -- what is known of a letter ----------------------------------------- */

static const char *
meaning(const struct request *req, const struct letter_row *l)
{
	switch (letter_state_of(l)) {
	case LETTER_PREPARED:
		return "Kantor ini baru menyiapkan surat dengan kode tersebut. "
		    "Surat itu belum ditandatangani dan belum berlaku.";
	case LETTER_IN_FORCE:
		return "Kantor ini menerbitkan surat dengan kode tersebut.";
	case LETTER_REPLACED:
		return arena_printf(req->arena, "Surat tersebut diganti "
		    "dengan surat yang lebih baru pada %s. Mintalah surat "
		    "penggantinya.", words_time(req, l->changed_at));
	default:
		return arena_printf(req->arena, strcmp(l->state,
		    "withdrawn") == 0 ? "Kantor ini membatalkan surat tersebut "
		    "pada %s. Surat itu tidak berlaku lagi." :
		    "Kantor ini membatalkan surat tersebut pada %s, sebelum "
		    "ditandatangani. Surat itu tidak pernah berlaku.",
		    words_time(req, l->changed_at));
	}
}

static void
row(struct page *page, const char *key, const char *text)
{
	page_pair(page, "ROWS", "KEY", key, "TEXT", text);
}

static void
show_letter(struct request *req, struct page *page,
    const struct letter_row *l)
{
	const struct letter_state_words *state = letter_state_words(l);
	char name[256], subject[768];

	page_set(page, "HEADING", state->heading);
	page_text(page, letter_state_of(l) == LETTER_IN_FORCE ? "GOOD" : "BAD",
	    meaning(req, l));
	row(page, "Nomor", l->number);
	row(page, "Tanggal surat", words_date(req, l->dated));
	row(page, "Hal", letter_subject(l, subject, sizeof(subject)));
	row(page, "Atas nama", letter_mask(l->holder, name, sizeof(name)));
	row(page, "Kantor", plate_at(req, l->made_at)->office);
	row(page, "Keadaan", state->word);
}

static void
show_file(struct page *page, const struct letter_row *l,
    enum letter_file file)
{
	if (l->document_id == 0)
		page_text(page, "OTHER", "Arsip surat ini sudah dimusnahkan "
		    "menurut masa simpannya, sehingga dokumen tidak dapat "
		    "dibandingkan.");
	else if (file == LETTER_FILE_OFFICE)
		page_text(page, "SAME", "Dokumen ini sama persis dengan yang "
		    "disimpan kantor untuk surat ini.");
	else if (file == LETTER_FILE_UNSIGNED)
		page_text(page, "OTHER", "Dokumen ini surat seperti disiapkan "
		    "kantor, sebelum ditandatangani. Mintalah dokumen yang "
		    "sudah ditandatangani.");
	else
		page_text(page, "OTHER", "Dokumen ini berbeda dari yang "
		    "disimpan kantor untuk surat ini: hasil pindaian, salinan "
		    "yang disimpan ulang, atau isinya diubah.");
}

/* A file beside the letter: is it one of the office's? */
static const char *
compare(struct request *req, struct page *page, const struct letter_row *l)
{
	const struct upload *u = request_upload(req, "dokumen");
	const char *error = NULL;

	if (u == NULL)
		error = "Pilih dokumen surat dalam format PDF";
	else if (u->hash == NULL)
		error = u->error != NULL ? u->error :
		    "Pilih dokumen surat dalam format PDF";
	else
		show_file(page, l, letter_has_file(req->office, l, u->hash));
	page_text(page, "FILE_ERROR", error);
	return error;
}

static int
show_found(struct request *req, struct reply *rep,
    const struct letter_row *l, int with_file)
{
	struct page *page, *found;
	struct page *frame = frame_new(req, "verify.tpl", NULL, &page);
	const char *error = NULL;
	page_link(frame, "BACK", PATH_VERIFIKASI, "Periksa surat lain");
	page_setf(page, "ACTION", PATH_VERIFIKASI "/%s", typed_code(req, l));
	found = page_add(page, "FOUND");
	show_letter(req, found, l);
	if (with_file && (error = compare(req, found, l)) != NULL)
		add_error(page, "#dokumen", error);
	return reply_page(rep, req, error != NULL ? 422 : 200,
	    letter_state_words(l)->heading, frame);
}

/* The letter of a code: 0, or a status replied. */
static int
find(struct request *req, struct reply *rep, const char *code,
    struct letter_row *l)
{
	const struct letter_try try = { code, req->remote, req->now };
	enum case_err err = letter_find(req->office, &try, l);

	if (err == CASE_NOT_FOUND || err == CASE_STATE)
		return show_form(req, rep, code, office_why(req->office));
	return err != CASE_OK ? reply_case_error(rep, req, err) : 0;
}

static int
get(struct request *req, struct reply *rep)
{
	const char *code = request_segment(req, 1);
	struct letter_row l;
	int status;

	if (request_segment(req, 2) != NULL)
		return reply_error(rep, req, 404, NULL);
	if (code == NULL)
		return show_form(req, rep, form_get(req, "kode"), NULL);
	status = find(req, rep, code, &l);
	/* To compare a file changes nothing: it need not be sent again. */
	return status != 0 ? status : show_found(req, rep, &l, req->stale);
}

static int
post(struct request *req, struct reply *rep)
{
	const char *code = request_segment(req, 1);
	struct letter_row l;
	int status;

	if (request_segment(req, 2) != NULL)
		return reply_error(rep, req, 404, NULL);
	if (code != NULL) {
		status = find(req, rep, code, &l);
		return status != 0 ? status : show_found(req, rep, &l, 1);
	}
	code = form_get(req, "kode");
	if (code == NULL || *code == '\0')
		return show_form(req, rep, "", "Isi kode verifikasi");
	if ((status = find(req, rep, code, &l)) != 0)
		return status;
	return reply_redirect(rep, arena_printf(req->arena, "%s/%s",
	    PATH_VERIFIKASI, typed_code(req, &l)));
}

static int
takes(const struct request *req, const char *field)
{
	return request_segment(req, 1) != NULL &&
	    strcmp(field, "dokumen") == 0;
}

int
main(int argc, char **argv)
{
	static const char *const templates[] = { "verify.tpl", "errors.tpl",
		NULL };
	static const struct web_program verify = { .name = "verify",
	    .get = get, .post = post, .templates = templates, .takes = takes,
	    .compares = 1 };

	return web_serve(&verify, argc, argv);
}
