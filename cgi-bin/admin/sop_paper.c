/*
 * sop_paper.c - the signed papers of an SOP's versions: which there are, and
 * one handed in.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "case/act.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "office/sop_paper.h"
#include "office/soplist.h"
#include "page/page.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define FIELDS 2

/* The versions of the SOP, the newest first. */
struct subject {
	const struct sop_item	*version;
	size_t			 n;
};

/* The version that was chosen; NULL when there is none. */
static const struct sop_item *
chosen(const struct admin *a)
{
	const struct subject *s = a->about;
	const char *number = admin_value(a, "nomor-versi");

	for (size_t i = 0; i < s->n; i++)
		if (strcmp(arena_printf(a->req->arena, "%lld",
		    (long long)s->version[i].version), number) == 0)
			return &s->version[i];
	return NULL;
}

static enum case_err
hand_in(struct admin *a, const struct change *ch)
{
	const struct act_file *f = form_page_file(&a->form, "naskah");
	const struct sop_item *version = chosen(a);
	struct sop_paper p = { 0 };

	if (f == NULL || version == NULL)
		return CASE_INVALID;
	p.version_id = version->version_id;
	p.size = f->size;
	snprintf(p.sha256, sizeof(p.sha256), "%s", f->hash);
	snprintf(p.name, sizeof(p.name), "%s", f->name);
	snprintf(p.type, sizeof(p.type), "%s", f->type);
	return sop_paper_add(a->req->office, ch, &p);
}

/* The file of a version, and what is known of its signatures. */
static const char *
paper_words(const struct admin *a, const struct sop_item *v)
{
	struct sop_paper p;
	const char *const *words;
	const char *text;
	size_t n;

	if (sop_paper_find(a->req->office, v->version_id, &p) != CASE_OK)
		return "Belum ada";
	text = arena_printf(a->req->arena, "%s, diunggah %s", words_file(
	    a->req, p.name, p.type, p.size), words_time(a->req, p.added_at));
	words = words_signatures(a->req, p.sha256, &n);
	for (size_t i = 0; i < n; i++)
		arena_append(a->req->arena, &text, ". %s", words[i]);
	return text;
}

static void
fill(struct admin *a, struct page *body)
{
	static const char *const heads[] = { "Versi", "Dipakai sejak",
		"Naskah", NULL };
	const struct subject *s = a->about;
	struct page *group, *row;

	page_text(body, "INTRO", "Simpan pindaian formulir yang sudah "
	    "ditandatangani, atau PDF yang ditandatangani secara elektronik. "
	    "Siapa pun dapat membukanya di halaman SOP.");
	group = table_begin(body, "TABLES", "Versi", heads);
	for (size_t i = 0; i < s->n; i++) {
		const struct sop_item *v = &s->version[i];

		row = table_row(group, arena_printf(a->req->arena, "Versi\u00a0"
		    "%lld", (long long)v->version),
		    arena_printf(a->req->arena, PATH_SOP "/%s?versi=%lld",
		    v->slug, (long long)v->version));
		table_cell(row, words_time(a->req, v->effective_from));
		table_cell(row, paper_words(a, v));
	}
}

static struct sop_field *
make_fields(const struct admin *a, const struct subject *s)
{
	struct sop_field *f = arena_alloc(a->req->arena, FIELDS * sizeof(*f));
	struct sop_choice *choice = arena_alloc(a->req->arena,
	    s->n * sizeof(*choice));

	for (size_t i = 0; i < s->n; i++) {
		choice[i].value = arena_printf(a->req->arena, "%lld",
		    (long long)s->version[i].version);
		choice[i].label = arena_printf(a->req->arena, "Versi %s",
		    choice[i].value);
	}
	f[0] = (struct sop_field){ .name = "nomor-versi", .label = "Versi",
	    .required = 1, .type = FIELD_CHOICE, .choice = choice,
	    .nchoice = s->n };
	f[1] = (struct sop_field){ .name = "naskah", .required = 1,
	    .label = "Naskah yang ditandatangani", .type = FIELD_FILE,
	    .formats = FORMAT_PDF | FORMAT_PHOTO };
	return f;
}

int
admin_sop_paper(struct request *req, struct reply *reply, const char *slug)
{
	struct admin a = { .req = req, .reply = reply,
	    .caption = "Naskah yang ditandatangani",
	    .address = arena_printf(req->arena, PATH_ADMIN "/sop/%s/naskah",
	    slug) };
	struct act_value now;
	struct subject s;
	struct sop_item *items;
	enum case_err err = soplist_versions(req->office, slug, &items, &s.n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, items);
	s.version = items;
	a.about = &s;
	a.heading = items[0].name;
	a.after = a.address;
	a.back = arena_printf(req->arena, PATH_ADMIN "/sop/%s", slug);
	a.back_text = "Kembali ke SOP ini";
	a.fill = fill;
	a.trail = admin_trail_of(req, slug);
	now = (struct act_value){ "nomor-versi", arena_printf(req->arena,
	    "%lld", (long long)items[0].version) };
	a.nedits = 1;
	a.edit[0] = (struct edit){ .act = "simpan", .button = "Simpan naskah",
	    .done = "Naskah disimpan.", .field = make_fields(&a, &s),
	    .nfield = FIELDS, .now = &now, .nnow = 1, .same = 1, .draft = 1,
	    .apply = hand_in };
	return admin_page(&a);
}
