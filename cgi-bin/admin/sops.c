/*
 * sops.c - the SOPs in force, and a new version of one: its text is
 * looked through line by line, shown step by step, and then published.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "case/act.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/diff.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "cgi-bin/admin/sop_diff.h"
#include "office/soplist.h"
#include "page/page.h"
#include "people/person.h"
#include "people/proposal.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define HERE PATH_ADMIN "/sop"
#define TEXT_MAX (1024 * 1024)
#define WHY_SIZE 16384
#define COLUMNS 5

/* The SOP of a page; a new one has no versions and no text. */
struct subject {
	const char		*slug;		/* NULL: a new one */
	const struct sop_item	*version;	/* the newest first */
	size_t			 n;
	const char		*text;
};

/* -- the list ------------------------------------------------------------ */

static int
show_list(struct request *req, struct reply *reply)
{
	static const char *const heads[COLUMNS + 1] = { "Nama", "Nomor",
		"Versi", "Berlaku sejak", "#Berkas berjalan", NULL };
	struct page *body, *frame, *table, *group = NULL, *row;
	struct sop_item *list;
	size_t n;
	enum case_err err = soplist_current(req->office, req->now, &list, &n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, list);
	frame = list_begin(req, "Versi SOP", &body);
	page_text(body, "INTRO", "Versi yang berlaku tidak diubah; perubahan "
	    "terbit sebagai versi baru. Berkas yang sedang berjalan tetap "
	    "memakai versi ketika berkas itu dimulai.");
	page_link(body, "ADD", HERE "/" LIST_NEW, "Tambah SOP");
	table = table_open(body, "TABLES", "SOP yang berlaku", heads);
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || strcmp(list[i].unit, list[i - 1].unit) != 0)
			group = table_group(table, list[i].unit, COLUMNS);
		row = table_row(group, list[i].name, arena_printf(req->arena,
		    HERE "/%s", list[i].slug));
		table_cell(row, list[i].number);
		table_cell(row, arena_printf(req->arena, "%lld",
		    (long long)list[i].version));
		table_cell(row, words_time(req, list[i].effective_from));
		table_number(row, list[i].open_cases);
	}
	return reply_page(reply, req, 200, "Versi SOP", frame);
}

/* -- the text ------------------------------------------------------------ */

static struct sop *
parse(const struct admin *a, const char *text, char *why)
{
	char **roles = office_roles(a->req->office);
	struct sop *sop = sop_parse("SOP", text, strlen(text),
	    (const char *const *)roles, why, WHY_SIZE);

	office_roles_free(roles);
	return sop;
}

/* "SOP:12: langkah[1].no: nomor kosong" is "Baris 12, langkah[1].no: ..." */
static void
tell_faults(struct admin *a, char *why)
{
	char *line;

	while ((line = strsep(&why, "\n")) != NULL) {
		const char *told = line;
		int number, used = 0;

		if (*line == '\0')
			continue;
		if (sscanf(line, "SOP:%d: %n", &number, &used) == 1 &&
		    used > 0)
			told = arena_printf(a->req->arena, "Baris %d, %s",
			    number, line + used);
		admin_error(a, "teks", told);
	}
}

/* Is it the SOP of this page? */
static int
is_place(struct admin *a, const struct sop *sop)
{
	const struct subject *s = a->about;
	struct sop_item *items;
	const char *why = NULL;
	size_t n;

	if (s->slug != NULL && strcmp(s->slug, sop->slug) != 0) {
		why = "Kode pada teks ini bukan kode SOP pada halaman ini";
	} else if (s->slug == NULL && strcmp(sop->slug, LIST_NEW) == 0) {
		why = "Kode ini tidak dapat dipakai";
	} else if (s->slug == NULL && soplist_versions(a->req->office,
	    sop->slug, &items, &n) == CASE_OK) {
		free(items);
		why = "SOP dengan kode ini sudah ada. Ubah pada halamannya";
	}
	if (why != NULL)
		admin_error(a, "teks", why);
	return why == NULL;
}

/* The library names the first faults of a text; this page shows all of them. */
static enum case_err
publish(struct admin *a, const struct change *ch)
{
	const struct subject *s = a->about;
	const char *text = admin_text(a, "teks");
	char *why = arena_alloc(a->req->arena, WHY_SIZE);
	struct sop *sop = parse(a, text, why);
	int good = sop != NULL && is_place(a, sop);
	enum case_err err;
	int waits = 0;

	if (sop == NULL)
		tell_faults(a, why);
	else
		sop_free(sop);
	if (!good)
		return CASE_INVALID;
	if (s->text != NULL && strcmp(s->text, text) == 0)
		return office_fail(a->req->office, CASE_INVALID, "yaml",
		    "Belum ada yang diubah");
	err = proposal_version(a->req->office, ch, text,
	    a->req->conf->approver, &waits);
	return admin_proposed(a, ch, err, waits);
}

static void
note_publish(struct admin *a, struct page *check)
{
	const struct subject *s = a->about;
	char *why = arena_alloc(a->req->arena, WHY_SIZE);
	struct sop *new = parse(a, admin_text(a, "teks"), why);
	const struct sop *old = s->n > 0 ? office_sop(a->req->office,
	    s->version[0].version_id) : NULL;

	if (new == NULL)
		return;
	page_text(check, "INTRO", arena_printf(a->req->arena, "Versi %lld "
	    "berlaku begitu diterbitkan dan tidak dapat diubah lagi. "
	    "Berkas yang sedang berjalan tetap memakai versi lamanya.",
	    s->n > 0 ? (long long)s->version[0].version + 1 : 1));
	if (sop_diff_show(a->req, check, old, new) == 0) {
		page_text(check, "INTRO", "Kepala dan langkah SOP tetap sama. "
		    "Yang berubah pada teksnya:");
		diff_show(a->req, check, s->text, admin_text(a, "teks"));
	}
	sop_free(new);
}

/* -- the page of one ----------------------------------------------------- */

static void
fill(struct admin *a, struct page *body)
{
	static const char *const heads[] = { "Versi", "Dipakai sejak",
		"Sampai", "Oleh", "#Berkas berjalan", NULL };
	const struct subject *s = a->about;
	struct page *group, *row;

	page_text(body, "INTRO", s->slug == NULL ? "Salin seluruh isi file "
	    "YAML SOP ke sini. Bentuknya dijelaskan dalam sopap-sop(5)." :
	    "Ubah teks di bawah, atau ganti seluruhnya dengan isi file YAML "
	    "yang baru. Setiap kesalahan disebut dengan nomor barisnya.");
	if (s->n == 0)
		return;
	page_link(body, "WAYS", arena_printf(a->req->arena, HERE "/%s/naskah",
	    s->slug), "Naskah yang ditandatangani");
	group = table_begin(body, "TABLES", "Versi", heads);
	for (size_t i = 0; i < s->n; i++) {
		const struct sop_item *v = &s->version[i];

		row = table_row(group, arena_printf(a->req->arena, "Versi\u00a0"
		    "%lld", (long long)v->version),
		    arena_printf(a->req->arena, PATH_SOP "/%s?versi=%lld",
		    v->slug, (long long)v->version));
		table_cell(row, words_time(a->req, v->effective_from));
		table_cell(row, v->effective_to == 0 ? "" :
		    words_time(a->req, v->effective_to));
		table_cell(row, v->published_by == 0 ? "penyiapan sistem" :
		    words_person(a->req, v->published_by));
		table_number(row, v->open_cases);
	}
}

static int
show_text(struct admin *a, const struct subject *s)
{
	static struct sop_field field = { .name = "teks",
	    .label = "Teks SOP", .required = 1, .type = FIELD_PARAGRAPH,
	    .max = TEXT_MAX };
	struct act_value *now = arena_alloc(a->req->arena, sizeof(*now));

	a->about = s;
	a->back = a->after = HERE;
	a->back_text = "Kembali ke versi SOP";
	a->fill = fill;
	a->nedits = 1;
	a->edit[0] = (struct edit){ .act = "terbitkan", .button = "Periksa",
	    .confirm = "Terbitkan", .question = s->slug != NULL ?
	    "Terbitkan versi baru SOP ini?" : "Terbitkan SOP ini?",
	    .done = "SOP diterbitkan.", .field = &field, .nfield = 1,
	    .apply = publish, .note = note_publish };
	if (s->text != NULL) {
		*now = (struct act_value){ "teks", s->text };
		a->edit[0].now = now;
		a->edit[0].nnow = 1;
	}
	return admin_page(a);
}

static int
show_new(struct request *req, struct reply *reply)
{
	static const struct subject none;
	struct admin a = { .req = req, .reply = reply,
	    .heading = "Tambah SOP", .address = HERE "/" LIST_NEW };

	return show_text(&a, &none);
}

static int
show_one(struct request *req, struct reply *reply, const char *slug)
{
	struct admin a = { .req = req, .reply = reply, .caption = "SOP",
	    .address = arena_printf(req->arena, HERE "/%s", slug) };
	struct subject s = { .slug = slug };
	struct sop_item *items;
	char *text;
	enum case_err err = soplist_versions(req->office, slug, &items, &s.n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, items);
	if ((text = soplist_text(req->office, items[0].version_id)) == NULL)
		return reply_error(reply, req, 500, NULL);
	arena_adopt(req->arena, text);
	s.version = items;
	s.text = text;
	a.heading = items[0].name;
	a.trail = admin_trail_of(req, slug);
	return show_text(&a, &s);
}

int
admin_sops(struct request *req, struct reply *reply)
{
	const char *below = request_segment(req, 2) != NULL ?
	    request_segment(req, 3) : NULL;

	if (below != NULL && strcmp(below, "naskah") == 0 &&
	    request_segment(req, 4) == NULL)
		return admin_sop_paper(req, reply, request_segment(req, 2));
	return list_or_one(req, reply, show_list, show_new, show_one);
}
