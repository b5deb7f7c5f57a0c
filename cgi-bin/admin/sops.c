/*
 * sops.c - the SOPs, and a new version of one: its text is looked through line
 * by line, shown step by step, and then published, at once or for a date; the
 * end of an SOP.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "case/act.h"
#include "case/field_date.h"
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
	const struct sop_item	*base;		/* changed by a new one: what
						   waits, or is in force */
	const char		*text;		/* of that */
};

/* -- the list ------------------------------------------------------------ */

/* A row of a list: name, number, version and a date. */
static struct page *
add_item(const struct request *req, struct page *group,
    const struct sop_item *v)
{
	struct page *row = table_row(group, v->name, arena_printf(req->arena,
	    HERE "/%s", v->slug));

	table_cell(row, v->number);
	table_cell(row, arena_printf(req->arena, "%lld",
	    (long long)v->version));
	return row;
}

static int
add_current(const struct request *req, struct page *body)
{
	static const char *const heads[COLUMNS + 1] = { "Nama", "Nomor",
		"Versi", "Berlaku sejak", "#Berkas berjalan", NULL };
	struct page *table, *group = NULL, *row;
	struct sop_item *list;
	size_t n;

	if (soplist_current(req->office, req->now, &list, &n) != CASE_OK)
		return -1;
	arena_adopt(req->arena, list);
	table = table_open(body, "TABLES", "SOP yang berlaku", heads);
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || strcmp(list[i].unit, list[i - 1].unit) != 0)
			group = table_group(table, list[i].unit, COLUMNS);
		row = add_item(req, group, &list[i]);
		table_cell(row, words_time(req, list[i].effective_from));
		table_number(row, list[i].open_cases);
	}
	return 0;
}

/* "mulai berlaku 1 Agustus 2026 00.00", "berakhir ...". */
static const char *
state_words(const struct request *req, const struct sop_item *v)
{
	if (!soplist_begins(v))
		return "tidak diberlakukan";
	if (soplist_holds(v, req->now))
		return v->effective_to == 0 ? "berlaku" :
		    arena_printf(req->arena, "berlaku sampai %s",
		    words_time(req, v->effective_to));
	return v->effective_from > req->now ? arena_printf(req->arena,
	    "mulai berlaku %s", words_time(req, v->effective_from)) :
	    arena_printf(req->arena, "berakhir %s", words_time(req,
	    v->effective_to));
}

static int
add_idle(const struct request *req, struct page *body)
{
	static const char *const heads[] = { "Nama", "Nomor", "Versi",
		"Keadaan", NULL };
	struct sop_item *list;
	struct page *group;
	size_t n;

	if (soplist_idle(req->office, req->now, &list, &n) != CASE_OK)
		return -1;
	arena_adopt(req->arena, list);
	if (n == 0)
		return 0;
	group = table_begin(body, "TABLES", "SOP yang belum atau tidak lagi "
	    "berlaku", heads);
	for (size_t i = 0; i < n; i++)
		table_cell(add_item(req, group, &list[i]), state_words(req,
		    &list[i]));
	return 0;
}

static int
show_list(struct request *req, struct reply *reply)
{
	struct page *body, *frame = list_begin(req, "Versi SOP", &body);

	page_text(body, "INTRO", "Versi yang berlaku tidak diubah; perubahan "
	    "terbit sebagai versi baru. Berkas yang sedang berjalan tetap "
	    "memakai versi ketika berkas itu dimulai.");
	page_link(body, "ADD", HERE "/" LIST_NEW, "Tambah SOP");
	admin_editor_list(req, body);
	if (add_current(req, body) != 0 || add_idle(req, body) != 0)
		return reply_case_error(reply, req, CASE_DB);
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

/* The first instant of a date that lies ahead; 0: at once.  -1 after an error
 * beside the field. */
static int64_t
date_ahead(struct admin *a, const char *field)
{
	int64_t at = admin_day(a, field);

	if (at == 0 || at > a->req->now)
		return at;
	admin_error(a, field, "Pilih tanggal sesudah hari ini, atau kosongkan");
	return -1;
}

/* The library names the first faults of a text; this page shows all of them. */
static enum case_err
publish(struct admin *a, const struct change *ch)
{
	const char *text = admin_text(a, "teks");
	char *why = arena_alloc(a->req->arena, WHY_SIZE);
	struct sop *sop = parse(a, text, why);
	int good = sop != NULL && is_place(a, sop);
	int64_t from = date_ahead(a, "mulai");
	enum case_err err;
	int waits = 0;

	if (sop == NULL)
		tell_faults(a, why);
	else
		sop_free(sop);
	if (!good || from == -1)
		return CASE_INVALID;
	err = proposal_version(a->req->office, ch, text, from,
	    a->req->conf->approver, &waits);
	if (err == CASE_REPEATED && ch->dry)
		return office_fail(a->req->office, CASE_INVALID, "yaml",
		    "Belum ada yang diubah");
	return admin_proposed(a, ch, err, waits);
}

static void
note_publish(struct admin *a, struct page *check)
{
	const struct subject *s = a->about;
	char *why = arena_alloc(a->req->arena, WHY_SIZE);
	struct sop *new = parse(a, admin_text(a, "teks"), why);
	const struct sop *old = s->n > 0 ? office_sop(a->req->office,
	    s->base->version_id) : NULL;
	int64_t from = admin_day(a, "mulai");

	if (new == NULL)
		return;
	page_text(check, "INTRO", arena_printf(a->req->arena, "Versi %lld "
	    "berlaku %s dan tidak dapat diubah lagi. Berkas yang sedang "
	    "berjalan tetap memakai versi lamanya.", s->n > 0 ?
	    (long long)s->version[0].version + 1 : 1, from == 0 ?
	    "begitu diterbitkan" : arena_printf(a->req->arena, "mulai %s",
	    words_time(a->req, from))));
	if (s->n > 0 && s->base->effective_from > a->req->now)
		page_text(check, "INTRO", arena_printf(a->req->arena, "Versi "
		    "%lld, yang menunggu tanggalnya, tidak jadi berlaku.",
		    (long long)s->base->version));
	if (sop_diff_show(a->req, check, old, new) == 0 && s->text != NULL) {
		page_text(check, "INTRO", "Kepala dan langkah SOP tetap sama. "
		    "Yang berubah pada teksnya:");
		diff_show(a->req, check, s->text, admin_text(a, "teks"));
	}
	sop_free(new);
}

/* -- its end, and plans that are dropped ----------------------------------- */

/* An SOP ends with its last day; without one now. */
static enum case_err
withdraw(struct admin *a, const struct change *ch)
{
	const struct subject *s = a->about;
	int64_t day = admin_day(a, "akhir");
	int64_t at = day == 0 ? 0 : admin_next_day(a->req, day);
	enum case_err err;
	int waits = 0;

	if (day != 0 && at <= a->req->now) {
		admin_error(a, "akhir", "Pilih hari ini atau sesudahnya, atau "
		    "kosongkan");
		return CASE_INVALID;
	}
	err = proposal_withdrawal(a->req->office, ch, s->slug, at,
	    a->req->conf->approver, &waits);
	return admin_proposed(a, ch, err, waits);
}

static void
note_withdraw(struct admin *a, struct page *check)
{
	(void)a;
	page_text(check, "INTRO", "Sesudah itu tidak ada yang dapat dimulai "
	    "dengan SOP ini. Berkas yang sedang berjalan tetap diselesaikan. "
	    "Versi yang menunggu tanggalnya tidak jadi berlaku.");
}

static enum case_err
drop(struct admin *a, const struct change *ch)
{
	const struct subject *s = a->about;

	return office_drop_sop_plan(a->req->office, ch, s->slug);
}

/* Does a version wait for its date, or is the end of one set? */
static int
has_plan(const struct request *req, const struct subject *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (soplist_begins(&s->version[i]) &&
		    (s->version[i].effective_from > req->now ||
		    s->version[i].effective_to > req->now))
			return 1;
	return 0;
}

/* -- the page of one ----------------------------------------------------- */

/* Is a version in force while cases of another one are open? */
static int
has_older(const struct request *req, const struct subject *s)
{
	const struct sop_item *now = soplist_shown(s->version, s->n, req->now);

	for (size_t i = 0; i < s->n; i++)
		if (soplist_holds(now, req->now) && &s->version[i] != now &&
		    s->version[i].open_cases > 0)
			return 1;
	return 0;
}

static void
fill(struct admin *a, struct page *body)
{
	static const char *const heads[] = { "Versi", "Keadaan",
		"Dipakai sejak", "Oleh", "#Berkas berjalan", NULL };
	const struct subject *s = a->about;
	struct page *group, *row;

	page_text(body, "INTRO", s->slug == NULL ? "Susun SOP baru sebagai "
	    "rancangan, langkah demi langkah. Ia belum berlaku sampai "
	    "diterbitkan. Siapa yang sudah punya teks YAML-nya dapat "
	    "menerbitkannya langsung, di bagian bawah." :
	    "Ubah teks di bawah, atau ganti seluruhnya dengan isi file YAML "
	    "yang baru. Setiap kesalahan disebut dengan nomor barisnya.");
	if (s->n == 0)
		return;
	page_link(body, "WAYS", arena_printf(a->req->arena, HERE
	    "/%s/rancangan", s->slug), "Susun versi berikutnya, langkah demi "
	    "langkah");
	page_link(body, "WAYS", arena_printf(a->req->arena, HERE "/%s/naskah",
	    s->slug), "Naskah yang ditandatangani");
	page_link(body, "WAYS", arena_printf(a->req->arena, HERE "/%s/coba",
	    s->slug), "Coba satu berkas sebelum berlaku");
	if (s->n > 1)
		page_link(body, "WAYS", arena_printf(a->req->arena, HERE
		    "/%s/versi", s->slug), "Bandingkan dua versi");
	if (has_older(a->req, s))
		page_link(body, "WAYS", arena_printf(a->req->arena, HERE
		    "/%s/pindah", s->slug), "Pindahkan berkas berjalan ke "
		    "versi yang berlaku");
	group = table_begin(body, "TABLES", "Versi", heads);
	for (size_t i = 0; i < s->n; i++) {
		const struct sop_item *v = &s->version[i];

		row = table_row(group, arena_printf(a->req->arena, "Versi\u00a0"
		    "%lld", (long long)v->version),
		    arena_printf(a->req->arena, PATH_SOP "/%s?versi=%lld",
		    v->slug, (long long)v->version));
		table_cell(row, state_words(a->req, v));
		table_cell(row, words_time(a->req, v->effective_from));
		table_cell(row, v->published_by == 0 ? "penyiapan sistem" :
		    words_person(a->req, v->published_by));
		table_number(row, v->open_cases);
	}
}

static void
add_publish(struct admin *a, const struct subject *s)
{
	static struct sop_field fields[] = {
		{ .name = "teks", .label = "Teks SOP", .required = 1,
		    .type = FIELD_PARAGRAPH, .max = TEXT_MAX },
		{ .name = "mulai", .label = "Mulai berlaku",
		    .type = FIELD_DATE, .bound = &field_date_near, .nbound = 1,
		    .help = "Kosongkan bila berlaku begitu diterbitkan." },
	};
	struct act_value *now = arena_alloc(a->req->arena, sizeof(*now));
	struct edit *e = &a->edit[a->nedits++];

	*e = (struct edit){ .act = "terbitkan", .button = "Periksa",
	    .title = s->slug == NULL ? "Dari teks YAML" : NULL,
	    .confirm = "Terbitkan", .question = s->slug != NULL ?
	    "Terbitkan versi baru SOP ini?" : "Terbitkan SOP ini?",
	    .done = "SOP diterbitkan.", .field = fields, .nfield = 2,
	    .apply = publish, .note = note_publish };
	if (s->text != NULL) {
		*now = (struct act_value){ "teks", s->text };
		e->now = now;
		e->nnow = 1;
	}
}

static void
add_end(struct admin *a, const struct subject *s)
{
	static struct sop_field last = { .name = "akhir",
	    .label = "Hari terakhir berlaku", .type = FIELD_DATE,
	    .bound = &field_date_near, .nbound = 1,
	    .help = "Kosongkan bila berakhir sekarang." };

	if (has_plan(a->req, s))
		a->edit[a->nedits++] = (struct edit){ .act = "urungkan",
		    .title = "Rencana", .button = "Urungkan rencana",
		    .question = "Urungkan rencana untuk SOP ini?",
		    .done = "Rencana diurungkan.", .same = 1, .ends = 1,
		    .apply = drop };
	if (soplist_holds(soplist_shown(s->version, s->n, a->req->now),
	    a->req->now))
		a->edit[a->nedits++] = (struct edit){ .act = "hentikan",
		    .title = "Hentikan SOP ini", .button = "Hentikan SOP",
		    .question = "Hentikan SOP ini?", .ends = 1, .same = 1,
		    .done = "SOP dihentikan.", .field = &last, .nfield = 1,
		    .apply = withdraw, .note = note_withdraw };
}

static int
show_text(struct admin *a, const struct subject *s)
{
	a->about = s;
	a->back = a->after = HERE;
	a->back_text = "Kembali ke versi SOP";
	a->fill = fill;
	add_publish(a, s);
	if (s->slug != NULL)
		add_end(a, s);
	return admin_page(a);
}

static int
show_new(struct request *req, struct reply *reply)
{
	static const struct subject none;
	struct admin a = { .req = req, .reply = reply,
	    .heading = "Tambah SOP", .address = HERE "/" LIST_NEW };

	return admin_editor_add(&a) != 0 ? reply_error(reply, req, 500, NULL) :
	    show_text(&a, &none);
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
	s.version = items;
	s.base = soplist_begins(items) ? items : soplist_shown(items, s.n,
	    req->now);
	if ((text = soplist_text(req->office, s.base->version_id)) == NULL)
		return reply_error(reply, req, 500, NULL);
	arena_adopt(req->arena, text);
	s.text = text;
	a.heading = items[0].name;
	a.trail = admin_trail_of(req, slug);
	return show_text(&a, &s);
}

int
admin_sops(struct request *req, struct reply *reply)
{
	static const struct {
		const char	*name;
		int		 (*answer)(struct request *, struct reply *,
				    const char *slug);
	} pages[] = {
		{ "naskah", admin_sop_paper },
		{ "versi", admin_sop_versions },
		{ "pindah", admin_sop_move },
		{ "coba", admin_sop_trial },
	};
	const char *slug = request_segment(req, 2);
	const char *below = slug != NULL ? request_segment(req, 3) : NULL;

	if (below != NULL && strcmp(below, "rancangan") == 0)
		return admin_editor(req, reply, slug);
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		if (below != NULL && strcmp(below, pages[i].name) == 0 &&
		    request_segment(req, 4) == NULL)
			return pages[i].answer(req, reply, slug);
	return list_or_one(req, reply, show_list, show_new, show_one);
}
