/*
 * editor.c - the draft of an SOP: its overview with the flowchart, and the way
 * to the pages that change it.
 */
#include "cgi-bin/admin/editor.h"
#include "cgi-bin/admin/editor_fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "casepage/flowchart.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/form.h"
#include "office/soplist.h"
#include "page/page.h"
#include "sop/sop_sketch.h"
#include "sop/sop_tree.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

/* -- the draft ------------------------------------------------------------- */

enum case_err
editor_fresh(struct editor *e)
{
	char why[512];

	e->tree = sop_tree_read(e->req->arena, e->draft.text,
	    strlen(e->draft.text), why, sizeof(why));
	return e->tree != NULL ? CASE_OK : office_fail(e->req->office, CASE_DB,
	    "", "%s", why);
}

int
editor_open(struct editor *e, struct request *req, struct reply *reply,
    const char *slug)
{
	enum case_err err;

	memset(e, 0, sizeof(*e));
	e->req = req;
	e->reply = reply;
	e->slug = slug;
	e->address = arena_printf(req->arena, PATH_ADMIN "/sop/%s/rancangan",
	    slug);
	if ((err = sop_draft_get(req->office, slug, &e->draft)) != CASE_OK ||
	    (err = editor_fresh(e)) != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, e->draft.text);
	return 0;
}

enum case_err
editor_save(struct editor *e, const struct change *ch)
{
	return sop_draft_save(e->req->office, ch, &e->draft,
	    sop_tree_text(e->tree));
}

/* -- paths and addresses --------------------------------------------------- */

const char *
editor_path(const struct editor *e, const char *fmt, ...)
{
	char path[256];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(path, sizeof(path), fmt, ap);
	va_end(ap);
	return arena_strdup(e->req->arena, path);
}

const char *
editor_get(const struct editor *e, const char *fmt, ...)
{
	char path[256];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(path, sizeof(path), fmt, ap);
	va_end(ap);
	return sop_tree_get(e->tree, path);
}

const char *
editor_below(const struct editor *e, const char *page)
{
	return arena_printf(e->req->arena, "%s/%s", e->address, page);
}

const char *
editor_row_address(const struct editor *e, int pos)
{
	return arena_printf(e->req->arena, "%s/langkah/%d", e->address, pos);
}

static const char *
name_of(const struct editor *e)
{
	const char *name = sop_tree_get(e->tree, "nama");

	return *name != '\0' ? name : e->slug;
}

void
editor_page(const struct editor *e, struct admin *a, const char *page)
{
	memset(a, 0, sizeof(*a));
	a->req = e->req;
	a->reply = e->reply;
	a->address = editor_below(e, page);
	a->after = a->back = e->address;
	a->back_text = "Kembali ke rancangan";
	a->caption = arena_printf(e->req->arena, "Rancangan %s", name_of(e));
}

void
editor_chart(const struct editor *e, struct page *body, int at)
{
	struct page *beside = page_include(body, "CHART", "editor-chart.tpl");
	const struct sop *sketch = sop_sketch(e->req->arena, e->tree);

	page_show(body, "EDITOR");
	if (sketch->nrows == 0)
		page_show(beside, "EMPTY");
	else
		flowchart_show(&(struct flowchart){ .req = e->req,
		    .sop = sketch, .at = at },
		    page_include(beside, "FLOW", "flow.tpl"));
}

/* -- the overview ---------------------------------------------------------- */

static const char *
by_words(const struct editor *e, int64_t at, int64_t person)
{
	return arena_printf(e->req->arena, "%s, %s", words_time(e->req, at),
	    words_person(e->req, person));
}

static void
show_origin(const struct editor *e, struct page *body)
{
	struct sop_item *items;
	size_t n;

	page_pair(body, "ROWS", "KEY", "Dimulai", "TEXT", by_words(e,
	    e->draft.begun_at, e->draft.begun_by));
	page_pair(body, "ROWS", "KEY", "Terakhir disimpan", "TEXT",
	    by_words(e, e->draft.saved_at, e->draft.saved_by));
	if (soplist_versions(e->req->office, e->slug, &items, &n) != CASE_OK)
		return;
	arena_adopt(e->req->arena, items);
	if (items[0].version != e->draft.base)
		page_text(body, "INTRO", arena_printf(e->req->arena, "Sejak "
		    "rancangan ini dimulai, versi %lld sudah diterbitkan. "
		    "Periksa apakah ada isinya yang hilang dalam rancangan "
		    "ini.", (long long)items[0].version));
}

static void
show_identity(const struct editor *e, struct page *body)
{
	static const struct { const char *key, *path; } lines[] = {
		{ "Nama", "nama" }, { "Judul", "judul" }, { "Nomor", "nomor" },
		{ "Disahkan oleh", "disahkan.nama" },
		{ "Sebutan satu berkasnya", "sebutan" },
	};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		const char *text = sop_tree_get(e->tree, lines[i].path);
		struct page *row = page_add(body, "IDENTITY");

		page_set(row, "KEY", lines[i].key);
		page_set_typed(row, "TEXT", *text != '\0' ? text : "–");
	}
}

/* The faults of a row, or of the identity page (0), each a way to its field. */
static void
show_faults(const struct editor *e, struct page *body, int row)
{
	const char *here = row == 0 ? arena_printf(e->req->arena,
	    "%s/identitas", e->address) : editor_row_address(e, row);
	struct editor_fault *list;
	size_t n = editor_fault_list(e, &list);

	for (size_t i = 0; i < n; i++)
		if (list[i].row == row)
			page_link(body, row == 0 ? "UNFIT" : "FAULTS",
			    arena_printf(e->req->arena, row != 0 &&
			    strcmp(list[i].field, "isian") == 0 ? "%s/%s" :
			    "%s#%s", here, list[i].field), list[i].text);
}

/* Readings of the row that nobody has confirmed, each with its button. */
static void
show_inferred(const struct editor *e, struct page *step, int pos)
{
	static const struct { const char *what, *text; } readings[] = {
		{ "pelaksana", "pelaksananya" },
		{ "kembali", "ke mana ia dikembalikan" },
	};

	for (size_t i = 0; i < 2; i++)
		if (sop_tree_inferred(e->tree, pos, readings[i].what))
			page_pair(step, "INFERRED", "TEXT", readings[i].text,
			    "VALUE", arena_printf(e->req->arena,
			    "%s-%d", readings[i].what, pos));
}

static void
show_state(const struct editor *e, struct page *body)
{
	struct editor_fault *list;
	size_t n = editor_fault_list(e, &list);

	if (n == 0)
		page_set(page_add(body, "READY"), "HREF", editor_below(e,
		    "terbitkan"));
	else
		page_text(body, "LACKS", arena_printf(e->req->arena, "%zu hal "
		    "perlu dilengkapi sebelum SOP ini dapat diterbitkan.",
		    n));
}

static void
show_step(const struct editor *e, struct page *body,
    const struct sop *sketch, int pos)
{
	const struct sop_row *row = sop_row_at(sketch, pos);
	int fields = sop_tree_count(e->tree, editor_path(e,
	    "langkah[%d].isian", pos));
	struct page *p = page_add(body, "STEPS");

	show_faults(e, p, pos);
	show_inferred(e, p, pos);
	page_set_int(p, "POS", pos);
	page_set(p, "NO", row->no);
	page_set_typed(p, "WHO", words_performer(e->req, sketch,
	    row->performer));
	page_set_typed(p, "ACTIVITY", row->activity);
	page_setf(p, "KIND", "%s", words_verb(row->kind));
	page_set_typed(p, "TIME", *row->waktu != '\0' ? row->waktu : "–");
	page_set(p, "HREF", editor_row_address(e, pos));
	page_setf(p, "INSERT", "%s/langkah/baru?sesudah=%d", e->address, pos);
	page_setf(p, "FIELDS", fields == 0 ? "Tambah isian" : "Isian (%d)",
	    fields);
	if (pos > 1)
		page_show(p, "MAY_RISE");
	if (pos < sketch->nrows)
		page_show(p, "MAY_SINK");
}

static int
show(const struct editor *e, int status, const char *fault)
{
	const struct sop *sketch = sop_sketch(e->req->arena, e->tree);
	struct page *body, *frame = frame_new(e->req, "editor.tpl", PATH_ADMIN,
	    &body), *steps = NULL;

	page_show(frame, "WIDE");
	page_link(frame, "BACK", PATH_ADMIN "/sop", "Kembali ke versi SOP");
	page_set(body, "CAPTION", "Rancangan SOP");
	page_set_typed(body, "HEADING", name_of(e));
	page_set(body, "ACTION", e->address);
	page_setf(body, "VERSION", "%016lld", (long long)e->draft.seq);
	page_set(body, "KEY", request_token(e->req->arena));
	page_text(body, "FAULT", fault);
	show_state(e, body);
	show_origin(e, body);
	show_identity(e, body);
	show_faults(e, body, 0);
	if (sketch->nrows == 0)
		page_show(body, "NO_STEPS");
	else
		steps = page_add(body, "HAS_STEPS");
	for (int pos = 1; pos <= sketch->nrows; pos++)
		show_step(e, steps, sketch, pos);
	editor_chart(e, body, 0);
	return reply_page(e->reply, e->req, status, name_of(e), frame);
}

/* -- its buttons ----------------------------------------------------------- */

/* Do what a button of a row says, "naik-3": CASE_INVALID when there is no such
 * button. */
static enum case_err
press(struct editor *e, const char *action)
{
	int n = sop_tree_count(e->tree, "langkah"), to;
	const char *dash = strchr(action, '-');
	int64_t pos;

	if (dash == NULL || number_parse(dash + 1, 1, n, &pos) == -1)
		return CASE_INVALID;
	if (strncmp(action, "pelaksana-", 10) == 0 ||
	    strncmp(action, "kembali-", 8) == 0) {
		sop_tree_confirm(e->tree, (int)pos, arena_strndup(
		    e->req->arena, action, (size_t)(dash - action)));
		return CASE_OK;
	}
	to = (int)pos + (strncmp(action, "turun-", 6) == 0 ? 1 :
	    strncmp(action, "naik-", 5) == 0 ? -1 : 0);
	if (to == (int)pos || to < 1 || to > n)
		return CASE_INVALID;
	sop_tree_move(e->tree, "langkah", (int)pos, to);
	return CASE_OK;
}

static int
act(struct editor *e)
{
	struct change ch = { .by = e->req->session.person_id,
	    .now = e->req->now, .idem = idempotency_key(e->req) };
	enum case_err err;
	int64_t seq;

	if (ch.idem == NULL || number_parse(form_value(e->req, "versi"), 1,
	    INT64_MAX, &seq) == -1)
		return reply_error(e->reply, e->req, 400, NULL);
	if (change_repeated(e->req->office, ch.idem))
		return reply_redirect(e->reply, e->address);
	if (seq != e->draft.seq)
		return show(e, 409, "Rancangan ini sudah diubah sejak halaman "
		    "dibuka. Periksa lagi, lalu tekan tombolnya lagi.");
	if (press(e, form_value(e->req, "aksi")) != CASE_OK)
		return reply_error(e->reply, e->req, 400, NULL);
	err = editor_save(e, &ch);
	if (err == CASE_CONFLICT)
		return show(e, 409, office_why(e->req->office));
	if (err != CASE_OK && err != CASE_REPEATED)
		return reply_case_error(e->reply, e->req, err);
	return reply_redirect(e->reply, e->address);
}

/* -- dropping it ----------------------------------------------------------- */

static enum case_err
drop(struct admin *a, const struct change *ch)
{
	const struct editor *e = a->about;

	return sop_draft_drop(a->req->office, ch, &e->draft);
}

static int
drop_page(struct editor *e)
{
	struct admin a;

	editor_page(e, &a, "buang");
	a.about = e;
	a.heading = "Buang rancangan";
	a.after = PATH_ADMIN "/sop";
	a.nedits = 1;
	a.edit[0] = (struct edit){ .act = "buang", .ends = 1,
	    .button = "Buang rancangan", .question = "Buang rancangan ini?",
	    .done = "Rancangan dibuang.", .state = e->draft.text,
	    .apply = drop };
	return admin_page(&a);
}

/* -- the way to each page -------------------------------------------------- */

static int
give_text(const struct editor *e)
{
	reply_header(e->reply, "Content-Disposition", arena_printf(
	    e->req->arena, "attachment; filename=\"%s.yaml\"", e->slug));
	return reply_bytes(e->reply, "application/yaml; charset=utf-8",
	    arena_strdup(e->req->arena, e->draft.text),
	    strlen(e->draft.text));
}

static int
one_page(struct editor *e, const char *page)
{
	static const struct { const char *name; int (*show)(struct editor *); }
	    pages[] = {
		{ "identitas", admin_editor_identity },
		{ "langkah", admin_editor_row },
		{ "teks", admin_editor_text },
		{ "terbitkan", admin_editor_publish },
		{ "buang", drop_page },
	};

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		if (strcmp(pages[i].name, page) == 0)
			return pages[i].show(e);
	if (strcmp(page, "unduh") == 0 && e->req->method != METHOD_POST)
		return give_text(e);
	return reply_error(e->reply, e->req, 404, NULL);
}

int
admin_editor(struct request *req, struct reply *reply, const char *slug)
{
	const char *page = request_segment(req, 4);
	struct sop_draft d = { .text = NULL };
	struct editor e;
	int status;

	if (page == NULL && sop_draft_get(req->office, slug, &d) ==
	    CASE_NOT_FOUND)
		return admin_editor_next(req, reply, slug);
	free(d.text);
	if ((status = editor_open(&e, req, reply, slug)) != 0)
		return status;
	if (page != NULL)
		return one_page(&e, page);
	return req->method == METHOD_POST ? act(&e) : show(&e, 200, NULL);
}
