/*
 * editor_begin.c - the draft of an SOP is begun: empty, from a copy of another
 * SOP, from a text, or as the next version of what is in force.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "case/act.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/choice.h"
#include "cgi-bin/admin/editor.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "office/soplist.h"
#include "office/unit.h"
#include "page/page.h"
#include "sop/sop_tree.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define HERE PATH_ADMIN "/sop"
#define EMPTY "kosong"
#define CODE_MAX 40

/* The SOPs of a unit print the same above and below their tables. */
static const char *const alike[] = { "disahkan.jabatan", "disahkan.nama",
	"disahkan.nip", "pencatatan.judul" };

/* -- its code -------------------------------------------------------------- */

/* The code that a name makes: "Surat Masuk (biasa)" is "surat-masuk-biasa". */
static const char *
code_of(const struct request *req, const char *name)
{
	char code[CODE_MAX + 1];
	size_t n = 0;

	for (; *name != '\0' && n < CODE_MAX; name++) {
		unsigned char c = (unsigned char)*name;

		if (isalnum(c) && c < 128)
			code[n++] = (char)tolower(c);
		else if (n > 0 && code[n - 1] != '-')
			code[n++] = '-';
	}
	while (n > 0 && code[n - 1] == '-')
		n--;
	return arena_strndup(req->arena, code, n);
}

/* Is it a code that no SOP has? */
static enum case_err
check_code(struct admin *a, const char *code)
{
	struct sop_item *items;
	size_t n;
	enum case_err err = unit_check_slug(a->req->office, code);

	if (err != CASE_OK)
		return err;
	if (strcmp(code, LIST_NEW) == 0)
		return office_fail(a->req->office, CASE_INVALID, "slug",
		    "Kode ini tidak dapat dipakai");
	if (soplist_versions(a->req->office, code, &items, &n) != CASE_OK)
		return CASE_OK;
	free(items);
	return office_fail(a->req->office, CASE_INVALID, "slug", "SOP dengan "
	    "kode ini sudah ada. Mulai rancangannya di halaman SOP itu");
}

/* -- its text -------------------------------------------------------------- */

/* The tree of the version in force of an SOP; NULL when there is none. */
static struct sop_tree *
tree_of(const struct request *req, const char *slug)
{
	char *text = soplist_text(req->office, office_sop_version(req->office,
	    slug, req->now)), why[256];

	if (text == NULL)
		return NULL;
	arena_adopt(req->arena, text);
	return sop_tree_read(req->arena, text, strlen(text), why,
	    sizeof(why));
}

/* Fill in what another SOP of the unit has in its place. */
static void
fill_alike(const struct request *req, struct sop_tree *t, const char *unit)
{
	struct sop_tree *other = NULL;
	struct sop_item *list;
	size_t n = 0;

	if (soplist_names(req->office, req->now, &list, &n) != CASE_OK)
		return;
	arena_adopt(req->arena, list);
	for (size_t i = 0; i < n && other == NULL; i++)
		if (strcmp(list[i].unit, unit) == 0)
			other = tree_of(req, list[i].slug);
	for (size_t i = 0; other != NULL &&
	    i < sizeof(alike) / sizeof(alike[0]); i++)
		sop_tree_set(t, alike[i], sop_tree_get(other, alike[i]));
	if (other != NULL)
		sop_tree_set_lines(t, "kepala", sop_tree_lines(other,
		    "kepala"));
}

static struct sop_tree *
begin_tree(struct admin *a, const char *code, const struct unit_row *unit)
{
	const char *from = admin_value(a, "dari");
	int copy = strcmp(from, EMPTY) != 0;
	struct sop_tree *t = copy ? tree_of(a->req, from) :
	    sop_tree_empty(a->req->arena, code, unit->slug);

	if (t == NULL)
		return NULL;
	sop_tree_set(t, "kode", code);
	sop_tree_set(t, "unit", unit->slug);
	sop_tree_set(t, "nama", admin_value(a, "nama"));
	if (copy)
		sop_tree_set(t, "nomor", "");
	else
		fill_alike(a->req, t, unit->name);
	return t;
}

static enum case_err
begin(struct admin *a, const struct change *ch)
{
	const char *code = admin_value(a, "kode");
	struct unit_row unit;
	struct sop_tree *t;
	enum case_err err;

	if (*code == '\0')
		code = code_of(a->req, admin_value(a, "nama"));
	if ((err = check_code(a, code)) != CASE_OK || (err = unit_get(
	    a->req->office, admin_number(a, "unit"), &unit)) != CASE_OK)
		return err;
	t = begin_tree(a, code, &unit);
	if (t == NULL)
		return office_fail(a->req->office, CASE_INVALID, "dari",
		    "SOP ini tidak dapat disalin");
	err = sop_draft_begin(a->req->office, ch, code, 0, sop_tree_text(t));
	a->after = arena_printf(a->req->arena, HERE "/%s/rancangan", code);
	return err;
}

/* -- the page of a new one ------------------------------------------------- */

static enum case_err
choose_from(const struct request *req, struct sop_field *f)
{
	struct sop_item *list;
	struct sop_choice *choice;
	size_t n;
	enum case_err err = soplist_names(req->office, req->now, &list, &n);

	if (err != CASE_OK)
		return err;
	arena_adopt(req->arena, list);
	choice = arena_alloc(req->arena, (n + 1) * sizeof(*choice));
	choice[0] = (struct sop_choice){ EMPTY, "Kosong" };
	for (size_t i = 0; i < n; i++)
		choice[i + 1] = (struct sop_choice){ list[i].slug,
		    arena_printf(req->arena, "Salinan %s", list[i].name) };
	f->choice = choice;
	f->nchoice = n + 1;
	return CASE_OK;
}

int
admin_editor_add(struct admin *a)
{
	static const struct sop_field fields[] = {
		{ .name = "nama", .label = "Nama SOP", .required = 1,
		    .max = 90, .help = "Pendek, untuk daftar: Pengelolaan "
		    "surat masuk." },
		{ .name = "unit", .label = "Unit", .required = 1,
		    .type = FIELD_CHOICE },
		{ .name = "dari", .label = "Mulai dari", .required = 1,
		    .type = FIELD_CHOICE },
		{ .name = "kode", .label = "Kode", .max = CODE_MAX,
		    .help = "Huruf kecil, angka, dan tanda hubung. Bila "
		    "kosong, dibuat dari namanya. Tidak dapat diubah "
		    "kemudian." },
	};
	static const struct act_value now = { "dari", EMPTY };
	struct sop_field *f = choice_fields_copy(a->req, fields, 4);

	a->edit[a->nedits++] = (struct edit){ .act = "mulai",
	    .button = "Mulai rancangan", .done = "Rancangan dimulai. "
	    "Tambahkan langkahnya, dan lengkapi identitasnya.", .field = f,
	    .nfield = 4, .now = &now, .nnow = 1, .same = 1, .draft = 1,
	    .apply = begin };
	return choice_unit(a->req, &f[1]) == CASE_OK &&
	    choose_from(a->req, &f[2]) == CASE_OK ? 0 : -1;
}

/* -- the next version of one ----------------------------------------------- */

static void
intro(struct admin *a, struct page *body)
{
	(void)a;
	page_text(body, "INTRO", "Versi berikutnya disusun sebagai rancangan, "
	    "mulai dari versi yang terbaru. Ia belum berlaku sampai "
	    "diterbitkan, dan dapat ditinggalkan lalu dilanjutkan.");
}

static enum case_err
begin_next(struct admin *a, const struct change *ch)
{
	const char *slug = request_segment(a->req, 2);
	struct sop_item *items;
	struct sop_tree *t;
	char *text, why[256];
	size_t n;
	enum case_err err = soplist_versions(a->req->office, slug, &items, &n);

	if (err != CASE_OK)
		return err;
	arena_adopt(a->req->arena, items);
	if ((text = soplist_text(a->req->office, items[0].version_id)) == NULL)
		return CASE_DB;
	arena_adopt(a->req->arena, text);
	t = sop_tree_read(a->req->arena, text, strlen(text), why,
	    sizeof(why));
	return sop_draft_begin(a->req->office, ch, slug, items[0].version,
	    t != NULL ? sop_tree_text(t) : text);
}

int
admin_editor_next(struct request *req, struct reply *reply, const char *slug)
{
	struct admin a = { .req = req, .reply = reply, .caption = "SOP",
	    .back = arena_printf(req->arena, HERE "/%s", slug),
	    .back_text = "Kembali ke SOP ini", .nedits = 1, .edit = { {
	    .act = "mulai", .button = "Mulai rancangan",
	    .done = "Rancangan dimulai dari versi yang terbaru.", .draft = 1,
	    .same = 1, .apply = begin_next } } };
	struct sop_item *items;
	size_t n;
	enum case_err err = soplist_versions(req->office, slug, &items, &n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, items);
	a.heading = items[0].name;
	a.fill = intro;
	a.address = a.after = arena_printf(req->arena, HERE "/%s/rancangan",
	    slug);
	return admin_page(&a);
}

/* -- those there are ------------------------------------------------------- */

void
admin_editor_list(const struct request *req, struct page *body)
{
	static const char *const heads[] = { "Rancangan", "Terakhir disimpan",
		"Oleh", NULL };
	struct sop_draft *list;
	struct page *group, *row;
	size_t n;

	if (sop_draft_list(req->office, &list, &n) != CASE_OK || n == 0)
		return;
	arena_adopt(req->arena, list);
	group = table_begin(body, "TABLES", "Rancangan", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, list[i].slug, arena_printf(req->arena,
		    HERE "/%s/rancangan", list[i].slug));
		table_cell(row, words_time(req, list[i].saved_at));
		table_cell(row, words_person(req, list[i].saved_by));
	}
}
