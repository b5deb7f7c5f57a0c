/*
 * spellings.c - institutions as requests name them: two spellings of one are
 * merged, or parted again.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "case/institution_name.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/choice.h"
#include "cgi-bin/admin/form.h"
#include "page/page.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

struct names {
	struct institution_name	*row;
	size_t			 n;
};

static const struct sop_field merge_fields[] = {
	{ .name = "ejaan", .label = "Ejaan yang digabungkan", .required = 1,
	    .type = FIELD_CHOICE },
	{ .name = "menjadi", .label = "Dihitung sebagai", .required = 1,
	    .type = FIELD_CHOICE, .help = "Ejaan ini yang tetap." },
};
static const struct sop_field part_fields[] = {
	{ .name = "gabungan", .label = "Ejaan yang dipisahkan", .required = 1,
	    .type = FIELD_CHOICE },
};

/* -- the table ------------------------------------------------------------- */

/* The number of requests that count under a name, and the other spellings of
 * it, each with its own number. */
static int64_t
count_under(const struct admin *a, const char *name, const char **others)
{
	const struct names *all = a->about;
	int64_t cases = 0;

	*others = "";
	for (size_t i = 0; i < all->n; i++) {
		const struct institution_name *row = &all->row[i];

		if (strcmp(row->stands_for, name) == 0)
			arena_append(a->req->arena, others, "%s%s (%lld)",
			    **others != '\0' ? "; " : "", row->name,
			    (long long)row->cases);
		else if (row->stands_for[0] != '\0' ||
		    strcmp(row->name, name) != 0)
			continue;
		cases += row->cases;
	}
	return cases;
}

static void
fill(struct admin *a, struct page *body)
{
	static const char *const heads[] = { "Lembaga", "#Permohonan",
		"Ejaan lain", NULL };
	const struct names *all = a->about;
	const char *others, *before = "";
	struct page *group, *row;
	int64_t cases;

	page_text(body, "INTRO", "Nama lembaga diketik pemohon atau berasal "
	    "dari akun. Ejaan yang digabungkan dihitung bersama; yang "
	    "tertulis pada permohonan dan riwayatnya tidak berubah.");
	if (all->n == 0)
		return;
	group = table_begin(body, "TABLES", "Permohonan menurut lembaga",
	    heads);
	for (size_t i = 0; i < all->n; i++) {
		const char *name = all->row[i].stands_for[0] != '\0' ?
		    all->row[i].stands_for : all->row[i].name;

		if (strcmp(name, before) == 0)
			continue;
		before = name;
		cases = count_under(a, name, &others);
		row = table_row(group, name, NULL);
		table_number(row, cases);
		table_cell(row, others);
	}
}

/* -- the changes ----------------------------------------------------------- */

static enum case_err
merge(struct admin *a, const struct change *ch)
{
	return institution_name_merge(a->req->office, ch,
	    admin_value(a, "ejaan"), admin_value(a, "menjadi"));
}

static enum case_err
part(struct admin *a, const struct change *ch)
{
	return institution_name_part(a->req->office, ch,
	    admin_value(a, "gabungan"));
}

/* How many requests will count elsewhere. */
static void
note(struct admin *a, struct page *check)
{
	const char *name = a->sent->apply == merge ? admin_value(a, "ejaan") :
	    admin_value(a, "gabungan");
	const struct names *all = a->about;
	int64_t cases = 0;

	for (size_t i = 0; i < all->n; i++)
		if (strcmp(all->row[i].name, name) == 0 ||
		    (a->sent->apply == merge &&
		    strcmp(all->row[i].stands_for, name) == 0))
			cases += all->row[i].cases;
	page_text(check, "INTRO", arena_printf(a->req->arena, "%lld "
	    "permohonan dihitung %s sejak sekarang. Yang tertulis pada "
	    "permohonan tidak berubah, dan ini dapat dibatalkan.",
	    (long long)cases, a->sent->apply == merge ? "pada ejaan yang "
	    "tetap" : "pada ejaannya sendiri"));
}

/* The spellings that are merged, or those that are not, as choices. */
static void
choose(const struct admin *a, struct sop_field *f, int merged)
{
	const struct names *all = a->about;
	struct sop_choice *choice = arena_alloc(a->req->arena,
	    (all->n + 1) * sizeof(*choice));

	f->choice = choice;
	for (size_t i = 0; i < all->n; i++) {
		const struct institution_name *row = &all->row[i];

		if ((row->stands_for[0] != '\0') == merged)
			choice[f->nchoice++] = (struct sop_choice){ row->name,
			    merged ? arena_printf(a->req->arena, "%s → %s",
			    row->name, row->stands_for) : row->name };
	}
}

static void
add_edits(struct admin *a)
{
	struct sop_field *two = choice_fields_copy(a->req, merge_fields, 2);
	struct sop_field *one = choice_fields_copy(a->req, part_fields, 1);

	choose(a, &two[0], 0);
	choose(a, &two[1], 0);
	choose(a, one, 1);
	if (two[0].nchoice > 1)
		a->edit[a->nedits++] = (struct edit){ .act = "gabung",
		    .title = "Gabungkan dua ejaan", .button = "Gabungkan",
		    .question = "Gabungkan ejaan ini?",
		    .done = "Ejaan digabungkan.", .field = two, .nfield = 2,
		    .apply = merge, .note = note };
	if (one->nchoice > 0)
		a->edit[a->nedits++] = (struct edit){ .act = "pisah",
		    .title = "Pisahkan lagi", .button = "Pisahkan",
		    .question = "Pisahkan ejaan ini lagi?",
		    .done = "Ejaan dipisahkan lagi.", .field = one,
		    .nfield = 1, .apply = part, .note = note };
}

int
admin_spellings(struct request *req, struct reply *reply)
{
	struct names all = { NULL, 0 };
	struct admin a = { .req = req, .reply = reply,
	    .address = PATH_EJAAN,
	    .after = PATH_EJAAN,
	    .back = PATH_ADMIN "/lembaga", .back_text = "Kembali ke lembaga",
	    .heading = "Ejaan nama lembaga", .fill = fill, .about = &all };
	enum case_err err = institution_name_list(req->office, &all.row,
	    &all.n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, all.row);
	add_edits(&a);
	return admin_page(&a);
}
