/* sop.c - the SOPs of the office: their list, and one as its signed form. */
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/arena.h"
#include "base/built.h"
#include "base/number.h"
#include "case/case.h"
#include "case/promise.h"
#include "casepage/flowchart.h"
#include "casepage/letter_pdf.h"
#include "casepage/letterfile.h"
#include "casepage/words.h"
#include "letter/official_form.h"
#include "office/sop_paper.h"
#include "office/soplist.h"
#include "page/page.h"
#include "people/holder.h"
#include "sop/sop.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"

#define PAPER "formulir.pdf"
#define SIGNED "naskah.pdf"
#define PAPER_LEFT_OUT "Formulir resmi (PDF) tidak dapat dibuat di kantor " \
	"ini. Cetak halaman ini."

struct sop_view {
	struct request		*req;
	const struct sop	*sop;
	const struct sop_item	*item;		/* its version */
	const struct sop_item	*items;		/* all versions */
	size_t			 nitems;
	struct case_row		 c;		/* to be marked; id 0: none */
	int64_t			 at;		/* row it stands at */
};

/* -- one as its signed form ------------------------------------------------ */

static int
is_official(const struct request *req)
{
	return req->session.id != 0 && req->session.institution_id == 0;
}

static void
fill_head(const struct sop_view *v, struct page *body)
{
	const struct sop *sop = v->sop;
	const char *since = words_date(v->req, sop->effective_on);

	page_setf(body, "CAPTION", "%s%s%s%s", sop->number,
	    *sop->number != '\0' && *since != '\0' ? " · " : "",
	    *since != '\0' ? "berlaku sejak " : "", since);
	page_set(body, "HEADING", sop->name);
	if (sop->promise_days > 0)
		page_text(body, "PROMISE", arena_printf(v->req->arena,
		    "Waktu layanan: %d hari kerja%s.", sop->promise_days,
		    promise_note(sop)));
}

/* The paper that was signed, and who signed it electronically. */
static void
fill_signed(const struct sop_view *v, struct page *body)
{
	const struct request *req = v->req;
	const char *const *words;
	struct sop_paper p;
	size_t n;

	if (sop_paper_find(req->office, v->item->version_id, &p) != CASE_OK)
		return;
	page_link(body, "PAPER", arena_printf(req->arena, PATH_SOP "/%s/"
	    SIGNED "?versi=%lld", v->sop->slug, (long long)v->item->version),
	    arena_printf(req->arena, "Naskah yang ditandatangani: %s",
	    words_file(req, SIGNED, p.type, p.size)));
	words = words_signatures(req, p.sha256, &n);
	for (size_t i = 0; i < n; i++)
		page_text(body, "SIGNATURES", words[i]);
}

/* A link to the paper of the version that is shown. */
static void
fill_paper(const struct sop_view *v, struct page *body)
{
	if (built_letter)
		page_link(body, "PAPER", arena_printf(v->req->arena, PATH_SOP
		    "/%s/" PAPER "?versi=%lld", v->sop->slug,
		    (long long)v->item->version),
		    "Cetak formulir resmi (PDF)");
	else
		page_text(body, "NO_PAPER", PAPER_LEFT_OUT);
}

static void
fill_case(const struct sop_view *v, struct page *body)
{
	if (v->c.id == 0)
		return;
	page_link(body, "CASE", arena_printf(v->req->arena, PATH_BERKAS
	    "/%lld", (long long)v->c.id), arena_printf(v->req->arena, "%s, %s",
	    v->c.number, v->c.subject));
}

/* A link to begin a case, for a visitor who may. */
static void
fill_start(const struct sop_view *v, struct page *body)
{
	const struct session *who = &v->req->session;
	const char *slug = v->sop->slug;
	enum capacity capacity;
	int may = who->id == 0 ? v->sop->public_request :
	    holder_acts_for(v->req->office, who->person_id,
	    sop_row_at(v->sop, 1)->performer, v->req->now, &capacity);

	if (!may || !soplist_holds(v->item, v->req->now))
		return;
	page_link(body, "START", arena_printf(v->req->arena, "%s/%s",
	    who->id == 0 ? PATH_AJUKAN : PATH_MULAI, slug),
	    is_official(v->req) ? arena_printf(v->req->arena, "Mulai %s baru",
	    v->sop->noun) : "Ajukan permohonan");
}

/* "Versi 2, dipakai sejak ... sampai ..."; "Versi 3, mulai berlaku ..." */
static const char *
version_words(const struct request *req, const struct sop_item *v)
{
	const char *from = words_time(req, v->effective_from);

	if (!soplist_begins(v))
		return arena_printf(req->arena, "Versi %lld, tidak "
		    "diberlakukan", (long long)v->version);
	return arena_printf(req->arena, "Versi %lld, %s %s%s%s",
	    (long long)v->version, v->effective_from > req->now ?
	    "mulai berlaku" : "dipakai sejak", from,
	    v->effective_to != 0 ? " sampai " : "", v->effective_to != 0 ?
	    words_time(req, v->effective_to) : "");
}

static void
fill_versions(const struct sop_view *v, struct page *body)
{
	for (size_t i = 0; v->nitems > 1 && i < v->nitems; i++) {
		const struct sop_item *item = &v->items[i];
		struct page *p = page_add(body, "VERSIONS");

		page_link(p, item == v->item ? "CURRENT" : "OTHER",
		    arena_printf(v->req->arena, PATH_SOP "/%s?versi=%lld",
		    item->slug, (long long)item->version),
		    version_words(v->req, item));
	}
	if (v->nitems > 1)
		page_text(body, "VERSION_NOTE", arena_printf(v->req->arena,
		    "%s yang sedang berjalan tetap memakai versi ketika "
		    "dimulai.", words_noun_first(v->req, v->sop, NULL)));
}

/* A version that is not in force says from when it will be, or until when it
 * was. */
static void
fill_time(const struct sop_view *v, struct page *body)
{
	const struct sop_item *item = v->item;
	const struct request *req = v->req;

	if (soplist_holds(item, req->now) && item->effective_to == 0)
		return;
	page_text(body, "TIME", item->effective_from > req->now &&
	    soplist_begins(item) ? arena_printf(req->arena, "Versi ini belum "
	    "berlaku; mulai berlaku %s.", words_time(req,
	    item->effective_from)) : !soplist_begins(item) ?
	    "Versi ini tidak diberlakukan." : arena_printf(req->arena,
	    item->effective_to > req->now ? "Versi ini berlaku sampai %s." :
	    "Versi ini tidak berlaku lagi sejak %s.", words_time(req,
	    item->effective_to)));
}

/* The words of a signed paper are Indonesian on every page. */
static void
add_printed(struct page *body, const char *section, const char *text)
{
	page_set_typed(page_add(body, section), "TEXT", text);
}

static struct page *
add_identity(struct page *body, const char *key, const char *text)
{
	struct page *p = page_add(body, "IDENTITY");

	page_set(p, "KEY", key);
	page_set_typed(p, "TEXT", *text != '\0' ? text : "–");
	return p;
}

/* Position and name, as signed, with room for a signature on paper; the NIP for
 * those of the office. */
static void
add_approved(const struct sop_view *v, struct page *body)
{
	const struct sop *sop = v->sop;
	int nip = is_official(v->req) && *sop->approved_nip != '\0';

	add_printed(add_identity(body, "Disahkan oleh",
	    sop->approved_position), "SIGNED", arena_printf(v->req->arena,
	    "%s%s%s", sop->approved_name, nip ? "\nNIP " : "",
	    nip ? sop->approved_nip : ""));
}

static void
fill_identity(const struct sop_view *v, struct page *body)
{
	const struct sop *sop = v->sop;
	const char *units = "";

	for (size_t i = 0; i < sop->unit_lines.count; i++)
		arena_append(v->req->arena, &units, "%s%s", i > 0 ? "\n" : "",
		    sop->unit_lines.item[i]);
	add_identity(body, "Nama SOP", sop->title);
	add_identity(body, "Nomor SOP", sop->number);
	add_identity(body, "Tanggal pembuatan", words_date(v->req,
	    sop->made_on));
	add_identity(body, "Tanggal revisi", words_date(v->req,
	    sop->revised_on));
	add_identity(body, "Tanggal efektif", words_date(v->req,
	    sop->effective_on));
	add_approved(v, body);
	add_identity(body, "Unit kerja", units);
}

static void
fill_lists(const struct sop_view *v, struct page *body)
{
	const struct sop *sop = v->sop;
	const struct {
		const char		*title;
		const struct sop_list	*list;
	} lists[] = {
		{ "Dasar hukum", &sop->legal_basis },
		{ "Kualifikasi pelaksana", &sop->qualification },
		{ "Keterkaitan", &sop->related },
		{ "Peralatan dan perlengkapan", &sop->equipment },
		{ "Peringatan", &sop->warning },
		{ "Pencatatan dan pendataan", &sop->recording },
	};

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		struct page *p;

		p = page_add(body, "LISTS");
		page_set(p, "TITLE", lists[i].title);
		if (lists[i].list->count == 0)
			page_show(p, "NONE");
		for (size_t k = 0; k < lists[i].list->count; k++)
			add_printed(p, "ITEMS", lists[i].list->item[k]);
	}
}

static void
fill_chart(const struct sop_view *v, struct page *body)
{
	flowchart_show(&(struct flowchart){ .req = v->req, .sop = v->sop,
	    .at = (int)v->at, .full = 1, .readings = v->req->session.admin },
	    page_include(body, "FLOW", "flow.tpl"));
}

static int
show_form(const struct sop_view *v, struct reply *reply)
{
	struct page *body;
	struct page *frame = frame_new(v->req, "sop.tpl", PATH_SOP, &body);

	page_show(frame, "WIDE");
	page_link(frame, "BACK", PATH_SOP, "Semua SOP");
	fill_head(v, body);
	fill_time(v, body);
	fill_case(v, body);
	fill_start(v, body);
	fill_paper(v, body);
	fill_signed(v, body);
	fill_versions(v, body);
	fill_chart(v, body);
	fill_identity(v, body);
	fill_lists(v, body);
	return reply_tagged(reply, v->req, reply_public(reply, reply_page(
	    reply, v->req, 200, v->sop->name, frame)));
}

/* -- and as the paper of it ------------------------------------------------ */

static int
show_paper(const struct sop_view *v, struct reply *reply)
{
	struct request *req = v->req;
	char why[256];
	const struct official_form form = { .sop = v->sop,
		.made = v->item->effective_from,
		.kop = letterfile_in_force(req, "kop", why, sizeof(why)),
		.nip = is_official(req) };
	json_t *order;
	const char *pdf;
	size_t len;
	int rc;

	if (!built_letter)
		return reply_error(reply, req, 404, PAPER_LEFT_OUT);
	if ((order = official_form_order(req->office, &form)) == NULL)
		return reply_error(reply, req, 500, NULL);
	rc = letter_pdf_make(req, order, &pdf, &len);
	json_decref(order);
	if (rc != 0)
		return reply_error(reply, req, 500, NULL);
	return reply_tagged(reply, req, reply_public(reply, reply_shown(reply,
	    "application/pdf", arena_printf(req->arena, "sop-%s-versi-%lld.pdf",
	    v->sop->slug, (long long)v->item->version), pdf, len)));
}

static int
give_signed(const struct sop_view *v, struct reply *reply)
{
	struct sop_paper p;
	enum case_err err = sop_paper_find(v->req->office, v->item->version_id,
	    &p);

	if (err != CASE_OK)
		return reply_case_error(reply, v->req, err);
	return reply_file(reply, v->req, p.sha256, p.type,
	    arena_printf(v->req->arena, "naskah-%s-versi-%lld.pdf",
	    v->sop->slug, (long long)v->item->version), 1);
}

/* -- the list -------------------------------------------------------------- */

static void
fill_item(const struct request *req, struct page *group,
    const struct sop_item *item)
{
	const struct sop *sop = office_sop(req->office, item->version_id);
	struct page *row = page_add(group, "ROWS");

	page_setf(row, "HREF", PATH_SOP "/%s", item->slug);
	page_set(row, "NAME", item->name);
	page_set(row, "NUMBER", *item->number != '\0' ? item->number :
	    "tanpa nomor");
	page_set_int(row, "VERSION", item->version);
	if (sop != NULL) {
		page_set(row, "EFFECTIVE", *sop->effective_on != '\0' ?
		    words_date(req, sop->effective_on) : "–");
		page_setf(row, "STEPS", "%d langkah", sop->nrows);
	}
	if (is_official(req))
		page_text(row, "OPEN", arena_printf(req->arena, "%lld",
		    (long long)item->open_cases));
}

static int
show_list(struct request *req, struct reply *reply)
{
	struct page *body, *frame, *group = NULL;
	struct sop_item *items;
	size_t n;
	enum case_err err = soplist_current(req->office, req->now, &items, &n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, items);
	frame = frame_new(req, "sops.tpl", PATH_SOP, &body);
	page_show(frame, "WIDE");
	page_set(body, "HEADING", "SOP");
	page_text(body, "INTRO", "Pekerjaan kantor mengikuti standar "
	    "operasional prosedur (SOP) yang berlaku ketika pekerjaan itu "
	    "dimulai.");
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || strcmp(items[i].unit, items[i - 1].unit) != 0) {
			group = page_add(body, "GROUPS");
			page_set(group, "UNIT", items[i].unit);
			if (is_official(req))
				page_show(group, "SHOW_OPEN");
		}
		fill_item(req, group, &items[i]);
	}
	return reply_tagged(reply, req, reply_public(reply, reply_page(reply,
	    req, 200, "SOP", frame)));
}

/* -- which one ------------------------------------------------------------- */

/* Find the case to be marked, if the visitor may see it: its version is
 * shown. */
static void
find_case(struct sop_view *v)
{
	const struct session *who = &v->req->session;
	struct actor actor = { .person_id = who->person_id };
	const char *asked = request_query(v->req, "berkas");
	struct task_row *tasks;
	int64_t id;
	size_t n;

	if (asked == NULL || who->id == 0 ||
	    number_parse(asked, 1, INT64_MAX, &id) == -1 ||
	    case_get(v->req->office, id, &v->c) != CASE_OK ||
	    !case_may_see(v->req->office, &actor, &v->c, v->req->now) ||
	    case_tasks(v->req->office, id, &tasks, &n) != CASE_OK) {
		v->c.id = 0;
		return;
	}
	for (size_t i = 0; i < n; i++)
		if (tasks[i].open && !tasks[i].side)
			v->at = tasks[i].pos;
	free(tasks);
}

/* The version asked for, by number or by case; else the one in force. */
static const struct sop_item *
find_version(const struct sop_view *v)
{
	const char *asked = request_query(v->req, "versi");
	int64_t number = 0;

	if (asked != NULL && number_parse(asked, 1, 100000, &number) == -1)
		return NULL;
	for (size_t i = 0; i < v->nitems; i++) {
		const struct sop_item *item = &v->items[i];

		if (number != 0 ? item->version == number : v->c.id != 0 &&
		    item->version_id == v->c.version_id)
			return item;
	}
	return number != 0 || v->c.id != 0 ? NULL :
	    soplist_shown(v->items, v->nitems, v->req->now);
}

static int
get(struct request *req, struct reply *reply)
{
	const char *slug = request_segment(req, 1);
	const char *below = slug != NULL ? request_segment(req, 2) : NULL;
	struct sop_view v = { .req = req };
	struct sop_item *items;
	enum case_err err;

	if (below != NULL && ((strcmp(below, PAPER) != 0 &&
	    strcmp(below, SIGNED) != 0) || request_segment(req, 3) != NULL))
		return reply_error(reply, req, 404, NULL);
	if (slug == NULL)
		return show_list(req, reply);
	err = soplist_versions(req->office, slug, &items, &v.nitems);
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, items);
	v.items = items;
	find_case(&v);
	v.item = find_version(&v);
	v.sop = v.item != NULL ? office_sop(req->office, v.item->version_id) :
	    NULL;
	if (v.sop == NULL)
		return reply_error(reply, req, 404, NULL);
	if (v.c.version_id != v.item->version_id)
		v.c.id = v.at = 0;
	if (below == NULL)
		return show_form(&v, reply);
	return strcmp(below, PAPER) == 0 ? show_paper(&v, reply) :
	    give_signed(&v, reply);
}

static const char *const templates[] = { "sops.tpl", "sop.tpl",
	"flow.tpl", NULL };

static const struct web_program sop = {
	.name = "sop",
	.get = get,
	.templates = templates,
};

int
main(int argc, char **argv)
{
	return web_serve(&sop, argc, argv);
}
