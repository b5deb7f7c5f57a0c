/*
 * clerk.c - who writes down for the holders of a role at a counter,
 * without holding it: named and relieved on the role's page.
 */
#include "cgi-bin/admin/admin.h"

#include <stdio.h>

#include "base/arena.h"
#include "page/page.h"
#include "people/clerk.h"
#include "web/request.h"
#include "web/table.h"

static const struct sop_field clerk_fields[] = {
	{ .name = "pencatat", .label = "Pencatat", .required = 1,
	    .type = FIELD_CHOICE, .help = "Mencatat kehadiran pemohon, dan "
	    "tindakan pemegang peran ini atas namanya dengan bukti." },
	{ .name = "surat-tugas", .label = "Nomor surat tugas", .max = 60 },
	{ .name = "tugas-mulai", .label = "Mulai mencatat", .required = 1,
	    .type = FIELD_DATE },
	{ .name = "tugas-selesai", .label = "Hari terakhir mencatat",
	    .type = FIELD_DATE, .help = "Kosongkan bila belum ditentukan." },
};
#define CLERK_FIELDS (sizeof(clerk_fields) / sizeof(clerk_fields[0]))

void
clerks_show(const struct admin *a, struct page *body)
{
	static const char *const heads[] = { "Nama", "Mulai", "Hari terakhir",
		"Surat tugas", NULL };
	const struct admin_role *r = a->about;
	struct page *group, *row;

	if (r->nclerk == 0)
		return;
	group = table_begin(body, "TABLES", "Pencatat", heads);
	for (size_t i = 0; i < r->nclerk; i++) {
		row = table_row(group, r->clerk[i].person_name, NULL);
		table_cell(row, admin_day_words(a->req, r->clerk[i].from_at));
		table_cell(row, admin_last_day_words(a->req, r->clerk[i].to_at));
		table_cell(row, r->clerk[i].letter_no);
	}
}

static enum case_err
name_clerk(struct admin *a, const struct change *ch)
{
	const struct admin_role *r = a->about;
	struct clerk_row k = { .role_id = r->row.id,
	    .person_id = admin_number(a, "pencatat"),
	    .from_at = admin_day(a, "tugas-mulai"),
	    .to_at = admin_after_day(a, "tugas-selesai") };

	snprintf(k.letter_no, sizeof(k.letter_no), "%s",
	    admin_value(a, "surat-tugas"));
	return clerk_add(a->req->office, ch, &k, NULL);
}

static enum case_err
relieve(struct admin *a, const struct change *ch)
{
	int64_t at = admin_after_day(a, "tugas-akhir");

	return clerk_end(a->req->office, ch, admin_number(a,
	    "pencatat-berakhir"), at != 0 ? at : a->req->now);
}

/* Those who are or will be clerks; the field's choices. */
static void
choose_clerk(const struct admin *a, struct sop_field *f)
{
	const struct admin_role *r = a->about;
	struct sop_choice *c = arena_alloc(a->req->arena,
	    (r->nclerk + 1) * sizeof(*c));

	for (size_t i = 0; i < r->nclerk; i++) {
		c[f->nchoice].value = admin_id_text(a->req, r->clerk[i].id);
		c[f->nchoice++].label = arena_printf(a->req->arena,
		    "%s, mulai %s", r->clerk[i].person_name,
		    admin_day_words(a->req, r->clerk[i].from_at));
	}
	f->choice = c;
}

enum case_err
clerks_edit(struct admin *a)
{
	static const struct sop_field ends[] = {
		{ .name = "pencatat-berakhir", .label = "Pencatat yang "
		    "berakhir", .required = 1, .type = FIELD_CHOICE },
		{ .name = "tugas-akhir", .label = "Hari terakhirnya mencatat",
		    .type = FIELD_DATE, .help = "Kosongkan bila berakhir saat "
		    "ini juga." },
	};
	const struct admin_role *r = a->about;
	struct sop_field *f = choice_fields_copy(a->req, clerk_fields,
	    CLERK_FIELDS);

	a->edit[a->nedits++] = (struct edit){ .act = "tugaskan",
	    .title = "Tugaskan pencatat loket",
	    .button = "Tugaskan pencatat",
	    .question = "Tugaskan pencatat ini?",
	    .done = "Pencatat ditugaskan.", .field = f,
	    .nfield = CLERK_FIELDS, .apply = name_clerk };
	if (r->nclerk > 0) {
		struct sop_field *e = choice_fields_copy(a->req, ends, 2);

		choose_clerk(a, e);
		a->edit[a->nedits++] = (struct edit){ .act = "bebaskan",
		    .title = "Akhiri tugas pencatat",
		    .button = "Akhiri tugas pencatat",
		    .question = "Akhiri tugas pencatat ini?",
		    .done = "Tugas pencatat diakhiri.", .ends = 1,
		    .field = e, .nfield = 2, .apply = relieve };
	}
	return choice_person(a->req, f, 0);
}
