/*
 * submit.c - begin a case, and mend a request that came back.
 *
 * /mulai lists the cases an account may begin, /ajukan those open to the
 * public; below them an official has the form of the first row, and a visitor
 * from outside the pages of a request (apply.h).  /ajukan/terkirim follows a
 * case that has begun (sent.h), /perbaiki/ID mends a task (mend.h).
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "case/promise.h"
#include "casepage/start.h"
#include "casepage/step.h"
#include "casepage/words.h"
#include "cgi-bin/submit/apply.h"
#include "cgi-bin/submit/mend.h"
#include "cgi-bin/submit/sent.h"
#include "office/office.h"
#include "office/soplist.h"
#include "page/page.h"
#include "people/holder.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"

/* -- what may be begun ------------------------------------------------- */

static int
may_begin(const struct request *req, const struct sop *sop)
{
	enum capacity as;

	if (strcmp(req->route->path, PATH_AJUKAN) == 0)
		return sop->public_request;
	return holder_acts_for(req->office, req->session.person_id,
	    sop_row_at(sop, 1)->performer, req->now, &as);
}

/* Applicants read the promise, officials the first activity of the SOP. */
static const char *
what_follows(const struct request *req, const struct sop *sop)
{
	int publicly = strcmp(req->route->path, PATH_AJUKAN) == 0;
	const char *promise = sop->promise_days == 0 ? "" :
	    arena_printf(req->arena, "Diputuskan dalam %d hari kerja sesudah "
	    "dinyatakan lengkap%s.", sop->promise_days, promise_note(sop));

	if (publicly)
		return arena_printf(req->arena, "Untuk masyarakat, mahasiswa, "
		    "dan siswa.%s%s", *promise != '\0' ? " " : "", promise);
	if (req->session.institution_id != 0 && *promise != '\0')
		return promise;
	return sop_row_at(sop, 1)->activity;
}

/* The drafts of this person that were not sent. */
static void
show_drafts(const struct request *req, struct page *page)
{
	struct draft *draft;
	char token[DRAFT_TOKEN_SIZE];
	size_t n;

	if (req->session.id == 0 || draft_list(req->office,
	    req->session.person_id, req->now, &draft, &n) != CASE_OK)
		return;
	arena_adopt(req->arena, draft);
	for (size_t i = 0; i < n; i++) {
		const struct sop *sop = office_sop(req->office,
		    draft[i].version_id);
		struct page *p;

		if (sop == NULL)
			continue;
		if (i == 0)
			page_show(page, "DRAFTS_TITLE");
		draft_token(req->office, draft[i].id, token);
		p = page_add(page, "DRAFTS");
		page_setf(p, "HREF", "%s/%s/%s", PATH_MULAI, sop->slug,
		    token);
		page_set(p, "NAME", sop->name);
		page_setf(p, "KEPT", "Tersimpan sampai %s.",
		    words_time(req, draft[i].expires_at));
	}
}

static int
list(struct request *req, struct reply *rep)
{
	const char *title = strcmp(req->route->path, PATH_AJUKAN) == 0 ?
	    "Ajukan permohonan" : req->session.institution_id != 0 ?
	    "Mulai permohonan baru" : "Mulai berkas baru";
	struct page *frame, *page, *group = NULL, *p;
	struct sop_item *item;
	const char *unit = NULL;
	size_t n;
	enum case_err err;

	err = soplist_current(req->office, req->now, &item, &n);
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	arena_adopt(req->arena, item);
	frame = frame_new(req, "start.tpl", req->route->path, &page);
	page_set(page, "HEADING", title);
	if (strcmp(req->route->path, PATH_AJUKAN) == 0)
		page_text(page, "INTRO", "Tidak dipungut biaya dan tidak "
		    "perlu akun.");
	show_drafts(req, page);
	for (size_t i = 0; i < n; i++) {
		const struct sop *sop = office_sop(req->office,
		    item[i].version_id);

		if (sop == NULL || !may_begin(req, sop))
			continue;
		if (unit == NULL || strcmp(unit, item[i].unit) != 0) {
			unit = item[i].unit;
			group = page_add(page, "GROUPS");
			page_set(group, "UNIT", unit);
		}
		p = page_add(group, "SOPS");
		page_setf(p, "HREF", "%s/%s", req->route->path,
		    item[i].slug);
		page_set(p, "NAME", item[i].name);
		page_set(p, "NUMBER", item[i].number);
		page_set(p, "FIRST", what_follows(req, sop));
	}
	if (group == NULL)
		page_text(page, "EMPTY", "Tidak ada SOP yang dimulai oleh "
		    "peran Anda.");
	return reply_public(rep, reply_page(rep, req, 200, title, frame));
}

/* May the SOP of this slug be begun here?  0, or the status of a refusal. */
static int
check_begin(struct request *req, struct reply *rep, const char *slug)
{
	int64_t id = office_sop_version(req->office, slug, req->now);
	const struct sop *sop = id != 0 ? office_sop(req->office, id) : NULL;

	if (sop == NULL || (!may_begin(req, sop) &&
	    strcmp(req->route->path, PATH_AJUKAN) == 0))
		return reply_error(rep, req, 404, NULL);
	if (may_begin(req, sop))
		return 0;
	return reply_error(rep, req, 403, arena_printf(req->arena,
	    "SOP ini dimulai oleh %s.", words_performer(req, sop,
	    sop_row_at(sop, 1)->performer)));
}

/* Does somebody of the office begin it, on one page? */
static int
is_internal(const struct request *req)
{
	return strcmp(req->route->path, PATH_MULAI) == 0 &&
	    req->session.institution_id == 0;
}

/* -- an official begins --------------------------------------------------- */

/* The form of the first row, or of a draft of it: 0, or the status replied.  A
 * draft that was sent leads to the page after it. */
static int
begin(struct start *s, struct request *req, struct reply *rep,
    const char *slug)
{
	int status = start_begin(s, req, rep, req->route->path, slug);

	if (status != 0 || s->draft.case_id == 0)
		return status;
	return reply_redirect(rep, sent_address(req, "terkirim",
	    s->draft.case_id));
}

/* -- the program ------------------------------------------------------- */

static int
get(struct request *req, struct reply *rep)
{
	const char *slug = request_segment(req, 1);
	struct start s;
	int status;

	if (strcmp(req->route->path, PATH_PERBAIKI) == 0)
		return step_get(&submit_mend, req, rep);
	if (slug == NULL)
		return list(req, rep);
	if (strcmp(slug, "terkirim") == 0)
		return sent_page(req, rep);
	if (strcmp(slug, "bukti") == 0)
		return sent_receipt(req, rep);
	if ((status = check_begin(req, rep, slug)) != 0)
		return status;
	if (!is_internal(req))
		return apply_serve(req, rep, slug);
	status = begin(&s, req, rep, slug);
	return status != 0 ? status : start_get(&s);
}

static int
post(struct request *req, struct reply *rep)
{
	const char *slug = request_segment(req, 1);
	struct start s;
	int64_t id;
	int status;

	if (strcmp(req->route->path, PATH_PERBAIKI) == 0)
		return step_post(&submit_mend, req, rep);
	if (slug == NULL)
		return reply_error(rep, req, 404, NULL);
	if ((status = check_begin(req, rep, slug)) != 0)
		return status;
	if (!is_internal(req))
		return apply_serve(req, rep, slug);
	if ((status = begin(&s, req, rep, slug)) != 0 ||
	    (status = start_post(&s, &id)) != 0)
		return status;
	return reply_redirect(rep, sent_address(req, "terkirim", id));
}

int
main(int argc, char **argv)
{
	static const char *const templates[] = { STEP_TEMPLATES, "start.tpl",
		"submit.tpl", "sent.tpl", "begin.tpl", "goon.tpl", "saved.tpl",
		NULL };
	static const struct web_program program = { .name = "submit",
	    .get = get, .post = post, .templates = templates,
	    .takes = step_takes };

	return web_serve(&program, argc, argv);
}
