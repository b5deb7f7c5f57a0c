/*
 * case.c - cases: their list, and one case whole; notes, taking back a case
 * that was sent on, and ending one.  Its applicants see it as the tracking page
 * shows it.
 */
#include <stdlib.h>
#include <string.h>

#include "case/access.h"
#include "case/act_close.h"
#include "case/act_hold.h"
#include "case/act_recall.h"
#include "case/behalf.h"
#include "case/document.h"
#include "cgi-bin/case/case.h"

#include "base/arena.h"
#include "base/number.h"
#include "casepage/status.h"
#include "casepage/words.h"
#include "letter/letter.h"
#include "letter/letter_state.h"
#include "page/page.h"
#include "web/address.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/session.h"

/* -- what officials do ----------------------------------------------------- */

static struct act
new_act(const struct case_view *v)
{
	struct act a = { .actor = v->actor, .case_id = v->c.id,
		.idem = idempotency_key(v->req), .now = v->req->now };

	return a;
}

/* Redirect to the case with a message of success; or show it again with the
 * error. */
static int
finish(struct case_view *v, enum case_err err, const char *notice)
{
	if (err != CASE_OK && err != CASE_REPEATED)
		return reply_case_error(v->rep, v->req, err);
	session_notice(v->rep, v->req, notice);
	return reply_redirect(v->rep, v->action);
}

static int
add_note(struct case_view *v)
{
	const char *kind = form_value(v->req, "jenis-catatan");
	int call = strcmp(kind, "telepon") == 0;
	struct act a = new_act(v);

	a.note = fields_text(v->req, &v->typed, "isi-catatan", ACT_NOTE_MAX);
	if (!call && strcmp(kind, "catatan") != 0)
		fields_wrong(v->req, &v->typed, "jenis-catatan", "",
		    "Pilih catatan atau catatan telepon");
	if (a.note[0] == '\0')
		fields_wrong(v->req, &v->typed, "isi-catatan", "",
		    "Isi catatan");
	if (v->typed.nerror > 0)
		return case_page(v, 422);
	return finish(v, act_note(v->req->office, &a, call ? "call" : "note"),
	    "Catatan disimpan.");
}

/* Take the case back after it was sent on; its step is this person's again. */
static int
recall(struct case_view *v)
{
	const struct task_row *t = case_recallable(v);
	struct act a = new_act(v);
	int64_t version;
	enum case_err err;

	if (t == NULL || number_parse(form_value(v->req, "versi"), 0,
	    INT64_MAX, &version) == -1)
		return reply_error(v->rep, v->req, 409, "Sudah "
		    "diambil penerimanya, tidak dapat ditarik kembali.");
	a.task_id = t->id;
	a.version = version;
	err = act_recall(v->req->office, &a);
	if (err != CASE_OK && err != CASE_REPEATED)
		return reply_case_error(v->rep, v->req, err);
	session_notice(v->rep, v->req, arena_printf(v->req->arena,
	    "%s %s ditarik kembali.", words_noun_first(v->req,
	    v->dossier.sop, v->row), v->c.number));
	return reply_redirect(v->rep, address_of_step(v->req->arena,
	    (enum step_kind)step_kind_from(t->kind), t->id));
}

/* Say what becomes of its letters (case/act_letter.h). */
static void
say_letters(const struct case_view *v, struct page *page)
{
	struct letter_row *list = NULL;
	size_t n = 0, alive = 0;

	if (letter_list(v->req->office, v->c.id, &list, &n) != CASE_OK)
		return;
	for (size_t i = 0; i < n; i++)
		alive += letter_state_of(&list[i]) <= LETTER_IN_FORCE;
	free(list);
	if (alive > 0)
		page_text(page, "INTRO", "Surat yang belum sampai kepada "
		    "pemohon ikut dibatalkan. Surat yang sudah diunduh atau "
		    "sudah diberitahukan tetap berlaku; batalkan tersendiri "
		    "bila perlu.");
}

/* An act that was written down in the name of who reads was none of theirs. */
static int
contest(struct case_view *v)
{
	struct act a = new_act(v);

	if (number_parse(form_value(v->req, "langkah"), 1, INT64_MAX,
	    &a.task_id) == -1)
		return reply_error(v->rep, v->req, 400, NULL);
	a.note = fields_text(v->req, &v->typed, "bantahan", ACT_NOTE_MAX);
	if (a.note[0] == '\0')
		fields_wrong(v->req, &v->typed, "bantahan", "",
		    "Tulis bagaimana kejadiannya");
	if (v->typed.nerror > 0)
		return case_page(v, 422);
	return finish(v, behalf_contest(v->req->office, &a),
	    "Bantahan Anda dicatat.");
}

/* Look once more before a case is ended. */
static int
check_cancel(struct case_view *v, const char *reason)
{
	struct page *page, *p;
	struct page *frame = frame_new(v->req, "check.tpl", PATH_BERKAS,
	    &page);
	const char *noun = words_noun(v->dossier.sop, v->row);
	const char *title = arena_printf(v->req->arena, "Batalkan %s ini?",
	    noun);

	page_text(page, "CAPTION", v->c.number);
	page_set(page, "HEADING", title);
	page_text(page, "INTRO", "Semua langkah yang sedang berjalan ditutup. "
	    "Pembatalan tercatat dan tidak dapat dihapus.");
	say_letters(v, page);
	p = page_add(page, "ROWS");
	page_set(p, "KEY", words_noun_first(v->req, v->dossier.sop, v->row));
	page_text(p, "VALUES", v->c.subject);
	p = page_add(page, "ROWS");
	page_set(p, "KEY", "Alasan pembatalan");
	page_text(p, "VALUES", reason);
	page_hidden(page, "alasan", reason);
	page_show(page, "WARNING");
	page_set(page, "BUTTON", arena_printf(v->req->arena, "Batalkan %s",
	    noun));
	page_text(page, "RETURN", "Ubah");
	page_set(page, "ACTION", v->action);
	page_set(page, "VERSION", "0");
	page_set(page, "KEY", v->key);
	return reply_page(v->rep, v->req, 200, title, frame);
}

static int
cancel(struct case_view *v, const char *aksi)
{
	struct act a = new_act(v);

	if (!v->req->session.admin)
		return reply_error(v->rep, v->req, 403,
		    "Hanya administrator yang dapat membatalkan berkas.");
	v->cancelling = 1;
	if (strcmp(aksi, "ubah") == 0)
		return case_page(v, 200);
	a.note = fields_text(v->req, &v->typed, "alasan", ACT_NOTE_MAX);
	if (a.note[0] == '\0')
		fields_wrong(v->req, &v->typed, "alasan", "",
		    "Tulis alasan pembatalan");
	if (v->typed.nerror > 0)
		return case_page(v, 422);
	if (strcmp(aksi, "batal") == 0)
		return check_cancel(v, a.note);
	return finish(v, act_cancel(v->req->office, &a), arena_printf(
	    v->req->arena, "%s %s dibatalkan.", words_noun_first(v->req,
	    v->dossier.sop, v->row), v->c.number));
}

/* -- the course of a request ----------------------------------------------- */

/* Files were found here before 0.3.0: a link to one that this person may see
 * leads on; else there is nothing. */
static int
find_file(struct case_view *v, int64_t id)
{
	struct document d;

	if (document_get(v->req->office, id, &d) != CASE_OK ||
	    case_may_see_document(v->req->office, &v->actor, &d,
	    v->req->now) != CASE_OK)
		return reply_error(v->rep, v->req, 404, NULL);
	return reply_moved(v->rep, v->req, PATH_BERKAS, PATH_DOKUMEN);
}

/* Find the case of the address, if this person may see it: 0, or a status
 * replied. */
static int
begin(struct case_view *v, struct request *req, struct reply *rep)
{
	int64_t id;
	enum case_err err;

	memset(v, 0, sizeof(*v));
	v->req = req;
	v->rep = rep;
	v->actor.person_id = req->session.person_id;
	v->key = form_get(req, "kunci");
	if (v->key == NULL)
		v->key = request_token(req->arena);
	if (request_segment(req, 2) != NULL ||
	    number_parse(request_segment(req, 1), 1, INT64_MAX, &id) == -1)
		return reply_error(rep, req, 404, NULL);
	if ((err = case_get(req->office, id, &v->c)) == CASE_NOT_FOUND)
		return find_file(v, id);
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	/* An outsider learns nothing of others' cases, not even that they
	 * are there. */
	if (!case_may_see(req->office, &v->actor, &v->c, req->now))
		return reply_error(rep, req, 404, NULL);
	v->action = arena_printf(req->arena, PATH_BERKAS "/%lld",
	    (long long)id);
	err = case_seen(req->office, v->actor.person_id, id, req->now);
	return err == CASE_OK ? 0 : reply_case_error(rep, req, err);
}

/* Read everything an official's page shows beside the case: 0, or a status
 * replied. */
static int
load(struct case_view *v)
{
	enum case_err err = dossier_read(v->req, &v->c, &v->dossier);

	if (err != CASE_OK)
		return reply_case_error(v->rep, v->req, err);
	v->t = dossier_open(&v->dossier);
	if (v->t != NULL)
		v->row = sop_row_at(v->dossier.sop, (int)v->t->pos);
	fields_typed(v->req, &v->typed);
	return 0;
}

/* As its applicants see it. */
static struct status
outside_view(const struct case_view *v)
{
	struct status s = { .req = v->req, .rep = v->rep, .c = v->c,
		.actor = v->actor, .action = v->action, .menu = PATH_BERKAS,
		.code = v->c.number };

	return s;
}

static int
get(struct request *req, struct reply *reply)
{
	struct case_view v;
	struct status s;
	int status;

	if (strcmp(req->route->path, PATH_BERKAS) != 0)
		return reply_moved(reply, req, PATH_PERKARA, PATH_BERKAS);
	if (request_segment(req, 1) == NULL)
		return case_list_page(req, reply);
	if ((status = begin(&v, req, reply)) != 0)
		return status;
	if (req->session.institution_id != 0) {
		s = outside_view(&v);
		return status_get(&s);
	}
	v.cancelling = req->stale && form_get(req, "alasan") != NULL;
	return (status = load(&v)) != 0 ? status : case_page(&v, 200);
}

static int
post(struct request *req, struct reply *reply)
{
	const char *aksi = form_value(req, "aksi");
	struct case_view v;
	struct status s;
	int status;

	if (strcmp(req->route->path, PATH_BERKAS) != 0)
		return reply_moved(reply, req, PATH_PERKARA, PATH_BERKAS);
	if (request_segment(req, 1) == NULL)
		return reply_error(reply, req, 405, NULL);
	if ((status = begin(&v, req, reply)) != 0)
		return status;
	if (req->session.institution_id != 0) {
		s = outside_view(&v);
		return status_post(&s);
	}
	if (idempotency_key(req) == NULL)
		return reply_error(reply, req, 400, NULL);
	if ((status = load(&v)) != 0)
		return status;
	if (strcmp(aksi, "catat") == 0)
		return add_note(&v);
	if (strcmp(aksi, "tarik") == 0)
		return recall(&v);
	if (strcmp(aksi, "bantah") == 0)
		return contest(&v);
	if (strcmp(aksi, "batal") == 0 || strcmp(aksi, "kirim") == 0 ||
	    strcmp(aksi, "ubah") == 0)
		return cancel(&v, aksi);
	return reply_error(reply, req, 400, NULL);
}

static const char *const templates[] = { "cases.tpl", "case.tpl", "check.tpl",
	"track.tpl", "timeline.tpl", "sla.tpl", "pager.tpl", "table.tpl",
	"bar.tpl", "why.tpl", "people.tpl", "field.tpl", "errors.tpl", NULL };

static const struct web_program cases = {
	.name = "case",
	.get = get,
	.post = post,
	.templates = templates,
};

int
main(int argc, char **argv)
{
	return web_serve(&cases, argc, argv);
}
