/*
 * editor_text.c - the whole text of a draft: read, changed, or taken from a
 * file.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "case/act.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/editor.h"
#include "cgi-bin/admin/form.h"
#include "page/page.h"
#include "sop/sop_tree.h"
#include "upload/upload.h"
#include "web/request.h"

#define TEXT_MAX (1024 * 1024)

/* "SOP:12: ..." is "Baris 12: ..." */
static enum case_err
refuse(struct admin *a, const char *field, const char *why)
{
	int number, used = 0;

	if (sscanf(why, "SOP:%d: %n", &number, &used) == 1 && used > 0)
		why = arena_printf(a->req->arena, "Baris %d: %s", number,
		    why + used);
	admin_error(a, field, why);
	return CASE_INVALID;
}

/* The text is any that has the shape of an SOP, with its faults; its code is
 * that of the page. */
static enum case_err
keep(struct admin *a, const struct change *ch, const char *field,
    const char *text)
{
	struct editor e = *(const struct editor *)a->about;
	char why[512];

	e.tree = sop_tree_read(a->req->arena, text, strlen(text), why,
	    sizeof(why));
	if (e.tree == NULL)
		return refuse(a, field, why);
	if (strcmp(sop_tree_get(e.tree, "kode"), e.slug) != 0)
		return refuse(a, field, arena_printf(a->req->arena, "Kode pada "
		    "teks ini bukan %s", e.slug));
	return editor_save(&e, ch);
}

static enum case_err
keep_text(struct admin *a, const struct change *ch)
{
	return keep(a, ch, "teks", admin_text(a, "teks"));
}

static enum case_err
keep_file(struct admin *a, const struct change *ch)
{
	const struct upload *u = request_upload(a->req, "file");

	if (u == NULL || u->len == 0)
		return refuse(a, "file", "Pilih file YAML");
	if (u->data == NULL)
		return refuse(a, "file", u->error != NULL ? u->error :
		    "File ini tidak terbaca");
	return keep(a, ch, "file", arena_strndup(a->req->arena, u->data,
	    u->len));
}

/* The text comes in memory, so it is no file of a form. */
static int
show_file(struct admin *a, struct page *form, const struct sop_field *f)
{
	struct page *p = page_include(form, "FIELDS", "field.tpl");
	const struct field_error *e = fields_error(&a->form.typed, f->name);

	page_show(form, "MULTIPART");
	page_set(p, "NAME", f->name);
	page_set(p, "LABEL", f->label);
	page_text(p, "HINT", f->help);
	page_text(p, "ERROR", e != NULL ? e->text : NULL);
	page_set(page_add(page_add(p, "SINGLE"), "IS_FILE"), "ACCEPT",
	    ".yaml,.yml,.txt,text/plain,application/yaml");
	return 1;
}

int
admin_editor_text(struct editor *e)
{
	static struct sop_field text = { .name = "teks", .label = "Teks SOP",
	    .required = 1, .type = FIELD_PARAGRAPH, .max = TEXT_MAX,
	    .help = "Bentuknya dijelaskan dalam sopap-sop(5)." };
	static struct sop_field file = { .name = "file", .label = "File",
	    .help = "File YAML yang diunduh dari sini, atau dari kantor lain. "
	    "Paling besar 1 MB." };
	const struct act_value now = { "teks", e->draft.text };
	struct admin a;

	editor_page(e, &a, "teks");
	a.heading = "Teks rancangan";
	a.about = e;
	a.nedits = 2;
	a.edit[0] = (struct edit){ .act = "unggah", .title = "Unggah file",
	    .button = "Unggah", .done = "Teks dari file itu menggantikan isi "
	    "rancangan.", .field = &file, .nfield = 1, .state = e->draft.text,
	    .same = 1, .draft = 1, .show = show_file, .apply = keep_file };
	a.edit[1] = (struct edit){ .act = "simpan", .title = "Ubah di sini",
	    .button = "Simpan teks", .done = "Teks disimpan dalam rancangan.",
	    .field = &text, .nfield = 1, .now = &now, .nnow = 1, .draft = 1,
	    .apply = keep_text };
	return admin_page(&a);
}
