/*
 * sop_move.c - open cases that go over to the version in force: what becomes of
 * their rows is shown first, case by case.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/number.h"
#include "case/version_move.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/form.h"
#include "office/soplist.h"
#include "page/page.h"
#include "sop/sop_match.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

/* The SOP, the version in force, and the cases that have another one. */
struct subject {
	const struct sop_item	*items, *to;
	size_t			 n;
	struct version_move	*list;
	size_t			 nlist, nable;	/* that can move */
	const struct sop	*sop;		/* of `to` */
};

/* -- which row becomes which ----------------------------------------------- */

/* "3, Kegiatan: 10-20 menit" */
static const char *
row_words(const struct request *req, const struct sop *sop, int pos)
{
	const struct sop_row *row = sop_row_at(sop, pos);

	return row == NULL ? "–" : arena_printf(req->arena,
	    "%s, %s: %s", row->no, sop_row_short(row), row->waktu);
}

/* The rows of one older version, and those that are new. */
static void
add_map(struct admin *a, struct page *body, const struct sop_item *from)
{
	static const char *const heads[] = { "Langkah sekarang", "Menjadi",
		"Pelaksana", NULL };
	const struct subject *s = a->about;
	const struct sop *old = office_sop(a->req->office, from->version_id);
	struct page *group, *row;
	int *to;

	if (old == NULL)
		return;
	to = arena_alloc(a->req->arena, (size_t)(old->nrows + 1) *
	    sizeof(*to));
	sop_match(old, s->sop, to);
	group = table_begin(body, "TABLES", arena_printf(a->req->arena,
	    "Langkah versi %lld menjadi langkah versi %lld",
	    (long long)from->version, (long long)s->to->version), heads);
	for (int pos = 1; pos <= old->nrows; pos++) {
		row = table_row(group, row_words(a->req, old, pos), NULL);
		table_cell(row, to[pos] == 0 ? "tidak ada lagi" :
		    row_words(a->req, s->sop, to[pos]));
		table_cell(row, to[pos] == 0 ? "" : words_performer(a->req,
		    s->sop, sop_row_at(s->sop, to[pos])->performer));
	}
}

/* The cases that stay, each with the reason. */
static void
add_staying(const struct admin *a, struct page *body)
{
	static const char *const heads[] = { "Berkas", "Tetap karena", NULL };
	const struct subject *s = a->about;
	struct page *group;

	if (s->nable == s->nlist)
		return;
	group = table_begin(body, "TABLES", "Berkas yang tidak dapat "
	    "dipindahkan", heads);
	for (size_t i = 0; i < s->nlist; i++)
		if (s->list[i].why[0] != '\0')
			table_cell(table_row(group, arena_printf(a->req->arena,
			    "%s, %s", s->list[i].number, s->list[i].subject),
			    NULL), s->list[i].why);
}

static int
has_cases(const struct subject *s, const struct sop_item *v)
{
	for (size_t i = 0; i < s->nlist; i++)
		if (s->list[i].version_id == v->version_id)
			return 1;
	return 0;
}

static void
fill(struct admin *a, struct page *body)
{
	const struct subject *s = a->about;

	page_text(body, "INTRO", arena_printf(a->req->arena, "Berkas tetap "
	    "memakai versi ketika dimulai, kecuali dipindahkan di sini ke "
	    "versi %lld. Langkah yang sudah selesai tidak berubah: waktu, "
	    "batas, dan nilainya tetap. Langkah yang terbuka memakai batas "
	    "versi baru sejak diterima.", (long long)s->to->version));
	if (s->nlist == 0)
		page_text(body, "INTRO", "Tidak ada berkas berjalan yang "
		    "memakai versi lain.");
	for (size_t i = 0; i < s->n; i++)
		if (has_cases(s, &s->items[i]))
			add_map(a, body, &s->items[i]);
	add_staying(a, body);
}

/* -- the act --------------------------------------------------------------- */

static const struct version_move *
find(const struct subject *s, int64_t id)
{
	for (size_t i = 0; i < s->nlist; i++)
		if (s->list[i].case_id == id && s->list[i].why[0] == '\0')
			return &s->list[i];
	return NULL;
}

/* The ticked cases, in `chosen`; how many. */
static size_t
read_chosen(const struct admin *a, const struct version_move **chosen)
{
	const struct subject *s = a->about;
	const char **value = arena_alloc(a->req->arena,
	    (a->req->nform + 1) * sizeof(*value));
	size_t count = form_all(a->req, "berkas", value, a->req->nform), n = 0;
	int64_t id;

	for (size_t i = 0; i < count && n < s->nlist; i++)
		if (number_parse(value[i], 1, INT64_MAX, &id) == 0 &&
		    (chosen[n] = find(s, id)) != NULL)
			n++;
	return n;
}

/* Each is an act of its own; the last one has the key of the form, so that one
 * that was interrupted goes on when it is sent again. */
static enum case_err
move(struct admin *a, const struct change *ch)
{
	const struct subject *s = a->about;
	const struct version_move **chosen = arena_alloc(a->req->arena,
	    (s->nlist + 1) * sizeof(const struct version_move *));
	size_t n = read_chosen(a, chosen);
	enum case_err err = CASE_OK;

	if (n == 0) {
		admin_error(a, "berkas", "Centang berkas yang dipindahkan");
		return CASE_INVALID;
	}
	for (size_t i = 0; i < n && !ch->dry && err == CASE_OK; i++) {
		struct act act = { .actor = { .person_id = ch->by },
		    .case_id = chosen[i]->case_id, .now = ch->now,
		    .note = admin_value(a, "alasan"),
		    .idem = i + 1 == n ? ch->idem : NULL };

		err = version_move(a->req->office, &act, s->to->version_id);
	}
	if (err == CASE_OK && !ch->dry)
		a->said = arena_printf(a->req->arena, "%zu berkas dipindahkan "
		    "ke versi %lld.", n, (long long)s->to->version);
	return err;
}

/* Which case stands where, and where it will. */
static void
note_move(struct admin *a, struct page *check)
{
	const struct subject *s = a->about;
	const struct version_move **chosen = arena_alloc(a->req->arena,
	    (s->nlist + 1) * sizeof(const struct version_move *));
	size_t n = read_chosen(a, chosen);

	for (size_t i = 0; i < n; i++) {
		const struct sop *old = office_sop(a->req->office,
		    chosen[i]->version_id);

		if (old != NULL && chosen[i]->from > 0)
			form_change(check, chosen[i]->number,
			    row_words(a->req, old, chosen[i]->from),
			    row_words(a->req, s->sop, chosen[i]->to));
	}
	form_change(check, "Alasan", "", admin_value(a, "alasan"));
}

static const struct sop_field *
cases_field(const struct admin *a, const struct subject *s)
{
	struct sop_field *f = arena_alloc(a->req->arena, sizeof(*f));
	struct sop_choice *c = arena_alloc(a->req->arena, (s->nable + 1) *
	    sizeof(*c));

	*f = (struct sop_field){ .name = "berkas", .type = FIELD_CHOICE,
	    .label = "Berkas yang dipindahkan", .choice = c,
	    .nchoice = s->nable };
	for (size_t i = 0; i < s->nlist; i++) {
		const struct version_move *m = &s->list[i];
		const struct sop *old = office_sop(a->req->office,
		    m->version_id);

		if (m->why[0] != '\0' || old == NULL)
			continue;
		*c++ = (struct sop_choice){ arena_printf(a->req->arena, "%lld",
		    (long long)m->case_id), arena_printf(a->req->arena,
		    "%s, %s, langkah %s", m->number, m->subject,
		    m->from > 0 ? sop_row_at(old, m->from)->no : "–") };
	}
	return f;
}

static enum case_err
begin(struct request *req, const char *slug, struct subject *s)
{
	struct sop_item *items;
	enum case_err err = soplist_versions(req->office, slug, &items, &s->n);

	if (err != CASE_OK)
		return err;
	arena_adopt(req->arena, items);
	s->items = items;
	s->to = soplist_shown(items, s->n, req->now);
	s->sop = office_sop(req->office, s->to->version_id);
	if (s->sop == NULL || !soplist_holds(s->to, req->now))
		return CASE_NOT_FOUND;
	err = version_move_list(req->office, slug, s->to->version_id, &s->list,
	    &s->nlist);
	if (err != CASE_OK)
		return err;
	arena_adopt(req->arena, s->list);
	for (size_t i = 0; i < s->nlist; i++)
		s->nable += s->list[i].why[0] == '\0';
	return CASE_OK;
}

int
admin_sop_move(struct request *req, struct reply *reply, const char *slug)
{
	static struct sop_field reason = { .name = "alasan", .required = 1,
	    .label = "Alasan", .type = FIELD_PARAGRAPH, .max = ACT_NOTE_MAX,
	    .help = "Tercatat dalam riwayat setiap berkas." };
	struct admin a = { .req = req, .reply = reply, .fill = fill,
	    .caption = "Pindahkan berkas berjalan", .back_text = "Kembali ke "
	    "SOP ini", .back = arena_printf(req->arena, PATH_ADMIN "/sop/%s",
	    slug), .address = arena_printf(req->arena, PATH_ADMIN
	    "/sop/%s/pindah", slug) };
	struct subject s = { .n = 0 };
	enum case_err err = begin(req, slug, &s);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	a.after = a.address;
	a.heading = s.items[0].name;
	a.about = &s;
	if (s.nable > 0)
		a.edit[a.nedits++] = (struct edit){ .act = "pindahkan",
		    .title = "Pindahkan", .button = "Periksa", .same = 1,
		    .confirm = "Pindahkan berkas", .question = "Pindahkan "
		    "berkas ini?", .done = "Berkas dipindahkan.",
		    .field = &reason, .nfield = 1, .checks = cases_field(&a,
		    &s), .apply = move, .note = note_move };
	return admin_page(&a);
}
