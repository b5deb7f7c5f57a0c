/*
 * roles.c - roles: the list by unit with the present holders, a new role, and
 * one role with its holders, its clerks at a counter, its rights and its end.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "case/field_date.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/choice.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "office/soplist.h"
#include "office/unit.h"
#include "page/page.h"
#include "people/clerk.h"
#include "people/holder.h"
#include "people/person.h"
#include "people/proposal.h"
#include "people/rights.h"
#include "people/role.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define COLUMNS 3

struct lists {
	struct unit_row		*unit;
	struct role_row		*role;
	struct holder_row	*holder;
	size_t			 nunit, nrole, nholder;
};

/* -- the list ------------------------------------------------------------ */

/* "Budi Santoso, Plh. Dewi Lestari" */
static const char *
holders_words(const struct request *req, const struct lists *l, int64_t role)
{
	const char *text = "";

	for (size_t i = 0; i < l->nholder; i++)
		if (l->holder[i].role_id == role)
			arena_append(req->arena, &text, "%s%s%s%s",
			    *text != '\0' ? ", " : "",
			    holder_capacity_title(l->holder[i].capacity),
			    l->holder[i].capacity != CAPACITY_DEFINITIVE ? " " :
			    "", l->holder[i].person_name);
	return text;
}

static const char *
kind_words(const struct request *req, const struct role_row *r)
{
	if (r->valid_to != 0 && r->valid_to <= req->now)
		return arena_printf(req->arena, "berakhir %s",
		    admin_last_day_words(req, r->valid_to));
	if (r->valid_from > req->now)
		return arena_printf(req->arena, "mulai %s",
		    admin_day_words(req, r->valid_from));
	return r->system ? "dikerjakan sistem" : r->external ?
	    "di luar kantor" : r->single ? "satu pemegang" : "";
}

static void
fill_unit(const struct request *req, struct page *table,
    const struct lists *l, const struct unit_row *unit)
{
	struct page *group = NULL, *row;

	for (size_t i = 0; i < l->nrole; i++) {
		const struct role_row *r = &l->role[i];

		if (r->unit_id != unit->id)
			continue;
		if (group == NULL)
			group = table_group(table, unit->name, COLUMNS);
		row = table_row(group, r->name, arena_printf(req->arena,
		    PATH_PERAN "/%s", r->slug));
		table_cell(row, holders_words(req, l, r->id));
		table_cell(row, kind_words(req, r));
	}
}

static enum case_err
read_lists(struct request *req, struct lists *l)
{
	enum case_err err;

	if ((err = unit_list(req->office, &l->unit, &l->nunit)) != CASE_OK)
		return err;
	arena_adopt(req->arena, l->unit);
	if ((err = role_list(req->office, 0, &l->role, &l->nrole)) != CASE_OK)
		return err;
	arena_adopt(req->arena, l->role);
	err = holder_list(req->office, &(struct holder_row){ 0 }, req->now,
	    &l->holder, &l->nholder);
	if (err == CASE_OK)
		arena_adopt(req->arena, l->holder);
	return err;
}

static int
show_list(struct request *req, struct reply *reply)
{
	static const char *const heads[COLUMNS + 1] = { "Peran",
		"Pemegang sekarang", "Keterangan", NULL };
	struct page *body, *frame, *table;
	struct lists l;
	enum case_err err = read_lists(req, &l);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	frame = list_begin(req, "Peran dan pemegangnya", &body);
	page_text(body, "INTRO", "Peran adalah jabatan, bukan orang. Siapa "
	    "memegangnya menentukan siapa yang menerima tugasnya.");
	page_link(body, "ADD", PATH_PERAN "/" LIST_NEW, "Tambah peran");
	table = table_open(body, "TABLES", "Peran menurut unit", heads);
	for (size_t i = 0; i < l.nunit; i++)
		fill_unit(req, table, &l, &l.unit[i]);
	return reply_page(reply, req, 200, "Peran dan pemegangnya", frame);
}

/* -- a new one ----------------------------------------------------------- */

static const struct sop_choice kinds[] = {
	{ "kantor", "Di kantor" },
	{ "eksternal", "Di luar kantor: pemohon atau lembaga" },
	{ "sistem", "Dikerjakan sistem" },
};

static const struct sop_field new_fields[] = {
	{ .name = "kode", .label = "Kode", .required = 1, .max = 63,
	    .help = "Huruf kecil, angka, dan tanda hubung, seperti dalam "
	    "file SOP. Tidak dapat diubah kemudian." },
	{ .name = "nama", .label = "Nama", .required = 1, .max = 100,
	    .help = "Seperti tercetak pada kolom Pelaksana." },
	{ .name = "unit", .label = "Unit", .required = 1,
	    .type = FIELD_CHOICE },
	{ .name = "jenis", .label = "Jenis", .required = 1,
	    .type = FIELD_CHOICE, .choice = kinds, .nchoice = 3 },
	{ .name = "tunggal", .label = "Hanya satu pemegang", .required = 1,
	    .type = FIELD_CHOICE, .choice = choice_yes_no, .nchoice = 2 },
	{ .name = "mulai", .label = "Berlaku mulai", .required = 1,
	    .type = FIELD_DATE, .bound = &field_date_near, .nbound = 1 },
};
#define NEW_FIELDS (sizeof(new_fields) / sizeof(new_fields[0]))

static enum case_err
add(struct admin *a, const struct change *ch)
{
	const char *slug = admin_value(a, "kode");
	const char *kind = admin_value(a, "jenis");
	struct role_row r = { .unit_id = admin_number(a, "unit"),
	    .external = strcmp(kind, "eksternal") == 0,
	    .system = strcmp(kind, "sistem") == 0,
	    .single = strcmp(admin_value(a, "tunggal"), "ya") == 0,
	    .valid_from = admin_day(a, "mulai") };

	snprintf(r.slug, sizeof(r.slug), "%s", slug);
	snprintf(r.name, sizeof(r.name), "%s", admin_value(a, "nama"));
	if (strcmp(slug, LIST_NEW) == 0)
		return office_fail(a->req->office, CASE_INVALID, "slug",
		    "Kode ini sudah dipakai");
	a->after = arena_printf(a->req->arena, PATH_PERAN "/%s", slug);
	return role_add(a->req->office, ch, &r, NULL);
}

static int
show_new(struct request *req, struct reply *reply)
{
	struct admin a = { .req = req, .reply = reply,
	    .address = PATH_PERAN "/" LIST_NEW, .back = PATH_PERAN,
	    .back_text = "Kembali ke peran", .heading = "Tambah peran",
	    .nedits = 1, .edit = { { .act = "tambah",
	    .button = "Tambah peran", .question = "Tambah peran ini?",
	    .done = "Peran ditambahkan.", .nfield = NEW_FIELDS,
	    .apply = add } } };
	struct sop_field *f = choice_fields_copy(req, new_fields, NEW_FIELDS);
	enum case_err err = choice_unit(req, &f[2]);

	a.edit[0].field = f;
	return err == CASE_OK ? admin_page(&a) :
	    reply_case_error(reply, req, err);
}

/* -- one role -------------------------------------------------------------- */

/* The role of a page, with its past, present and future holders and its present
 * and future clerks, the latest first. */
struct role_page {
	struct role_row		 row;
	struct holder_row	*holder;
	size_t			 n;
	struct holder_row	*clerk;
	size_t			 nclerk;
	struct right_row	*right;
	size_t			 nright;
};

static int64_t
after_day(const struct admin *a, const char *name)
{
	int64_t at = admin_day(a, name);

	return at == 0 ? 0 : admin_next_day(a->req, at);
}

static int
is_over(const struct request *req, int64_t to)
{
	return to != 0 && to <= req->now;
}

static const char *
capacity_name(enum capacity c)
{
	return c == CAPACITY_DEFINITIVE ? "definitif" :
	    holder_capacity_title(c);
}

/* -- naming a holder ----------------------------------------------------- */

static const struct sop_choice capacities[] = {
	{ "definitif", "Definitif" },
	{ "plh", "Plh. (pelaksana harian): pejabatnya berhalangan sementara" },
	{ "plt", "Plt. (pelaksana tugas): jabatannya kosong" },
};

static const struct sop_bound after_start = { .first = "mulai",
	.last = "mulai + 10 tahun" };
static const struct sop_bound after_clerk = { .first = "tugas-mulai",
	.last = "tugas-mulai + 10 tahun" };

static const struct sop_field holder_fields[] = {
	{ .name = "petugas", .label = "Pemegang", .required = 1,
	    .type = FIELD_OFFICER },
	{ .name = "kedudukan", .label = "Kedudukan", .required = 1,
	    .type = FIELD_CHOICE, .choice = capacities, .nchoice = 3 },
	{ .name = "surat", .label = "Nomor surat perintah", .max = 60,
	    .help = "Wajib untuk Plh. dan Plt." },
	{ .name = "unit-pemegang", .label = "Di unit", .type = FIELD_CHOICE,
	    .help = "Bila bukan unit peran ini, misalnya Pejabat Eselon IV di "
	    "divisinya." },
	{ .name = "mulai", .label = "Mulai", .required = 1,
	    .type = FIELD_DATE, .bound = &field_date_near, .nbound = 1 },
	{ .name = "selesai", .label = "Hari terakhir", .type = FIELD_DATE,
	    .bound = &after_start, .nbound = 1,
	    .help = "Kosongkan bila belum ditentukan." },
};
#define HOLDER_FIELDS (sizeof(holder_fields) / sizeof(holder_fields[0]))

static enum case_err
name_holder(struct admin *a, const struct change *ch)
{
	const struct role_page *r = a->about;
	enum case_err err;
	int waits;
	struct holder_row h = { .role_id = r->row.id,
	    .person_id = admin_number(a, "petugas"),
	    .capacity = (enum capacity)holder_capacity_from(admin_value(a,
	    "kedudukan")), .from_at = admin_day(a, "mulai"),
	    .to_at = after_day(a, "selesai"),
	    .unit_id = admin_number(a, "unit-pemegang") };

	snprintf(h.letter_no, sizeof(h.letter_no), "%s",
	    admin_value(a, "surat"));
	/* On its first day a role may have begun in the course of the day. */
	if (h.from_at < r->row.valid_from &&
	    admin_next_day(a->req, h.from_at) > r->row.valid_from)
		h.from_at = r->row.valid_from;
	err = proposal_holder(a->req->office, ch, &h, a->req->conf->approver,
	    &waits);
	/* That of a role without kelola is nobody else's concern. */
	return waits ? admin_proposed(a, ch, err, waits) : err;
}

static enum case_err
edit_name(struct admin *a, struct edit *e)
{
	const struct role_page *r = a->about;
	struct sop_field *f = choice_fields_copy(a->req, holder_fields,
	    HOLDER_FIELDS);

	*e = (struct edit){ .act = "angkat", .title = "Tetapkan pemegang",
	    .button = "Tetapkan pemegang",
	    .question = "Tetapkan pemegang ini?",
	    .done = "Pemegang ditetapkan.", .field = f,
	    .nfield = HOLDER_FIELDS, .apply = name_holder };
	if (choice_unit(a->req, &f[3]) != CASE_OK)
		return CASE_DB;
	return choice_person(a->req, &f[0], r->row.external != 0);
}

/* -- relieving one ------------------------------------------------------- */

static enum case_err
relieve_holder(struct admin *a, const struct change *ch)
{
	int64_t at = after_day(a, "akhir");

	return holder_end(a->req->office, ch, admin_number(a, "pemegang"),
	    at != 0 ? at : a->req->now);
}

static void
note_relieve(struct admin *a, struct page *check)
{
	const struct role_page *r = a->about;
	int64_t id = admin_number(a, "pemegang"), claims = 0;

	for (size_t i = 0; i < r->n; i++)
		if (r->holder[i].id == id)
			claims = person_claims(a->req->office,
			    r->holder[i].person_id);
	if (*admin_value(a, "akhir") == '\0')
		page_text(check, "INTRO", "Berakhir saat ini juga.");
	if (claims > 0)
		page_text(check, "INTRO", admin_claims_words(a->req, claims));
}

/* The form that ends a holder's time, with the present and future holders as
 * choices: 1, or 0 when there is none. */
static int
edit_relieve(struct admin *a, struct edit *e)
{
	static const struct sop_field fields[] = {
		{ .name = "pemegang", .label = "Pemegang yang berakhir",
		    .required = 1, .type = FIELD_CHOICE },
		{ .name = "akhir", .label = "Hari terakhirnya",
		    .type = FIELD_DATE, .bound = &field_date_near,
		    .nbound = 1, .help = "Kosongkan bila berakhir saat "
		    "ini juga." },
	};
	const struct role_page *r = a->about;
	struct sop_field *f = choice_fields_copy(a->req, fields, 2);
	struct sop_choice *c = arena_alloc(a->req->arena,
	    (r->n + 1) * sizeof(*c));

	for (size_t i = 0; i < r->n; i++) {
		const struct holder_row *h = &r->holder[i];

		if (is_over(a->req, h->to_at))
			continue;
		c[f->nchoice].value = admin_id_text(a->req, h->id);
		c[f->nchoice++].label = arena_printf(a->req->arena,
		    "%s, %s, %s, mulai %s", h->person_name,
		    capacity_name(h->capacity), h->unit_name,
		    admin_day_words(a->req, h->from_at));
	}
	f->choice = c;
	*e = (struct edit){ .act = "akhiri", .title = "Akhiri pemegang",
	    .button = "Akhiri pemegang", .question = "Akhiri pemegang ini?",
	    .done = "Masa pemegang diakhiri.", .ends = 1, .field = f,
	    .nfield = 2, .apply = relieve_holder, .note = note_relieve };
	return f->nchoice > 0;
}

/* -- the role itself ----------------------------------------------------- */

static enum case_err
save(struct admin *a, const struct change *ch)
{
	struct role_row r = ((const struct role_page *)a->about)->row;

	snprintf(r.name, sizeof(r.name), "%s", admin_value(a, "nama"));
	r.unit_id = admin_number(a, "unit");
	r.single = strcmp(admin_value(a, "tunggal"), "ya") == 0;
	return role_change(a->req->office, ch, &r);
}

static enum case_err
edit_save(struct admin *a, struct edit *e)
{
	static const struct sop_field fields[] = {
		{ .name = "nama", .label = "Nama", .required = 1, .max = 100,
		    .help = "Seperti tercetak pada kolom Pelaksana." },
		{ .name = "unit", .label = "Unit", .required = 1,
		    .type = FIELD_CHOICE },
		{ .name = "tunggal", .label = "Hanya satu pemegang",
		    .required = 1, .type = FIELD_CHOICE,
		    .choice = choice_yes_no, .nchoice = 2 },
	};
	const struct role_row *r = &((const struct role_page *)a->about)->row;
	struct sop_field *f = choice_fields_copy(a->req, fields, 3);
	struct act_value *now = arena_alloc(a->req->arena, 3 * sizeof(*now));

	now[0] = (struct act_value){ "nama", r->name };
	now[1] = (struct act_value){ "unit", admin_id_text(a->req,
	    r->unit_id) };
	now[2] = (struct act_value){ "tunggal", choice_yes_or_no(r->single) };
	*e = (struct edit){ .act = "simpan", .title = "Ubah peran",
	    .button = "Simpan perubahan", .question = "Simpan perubahan ini?",
	    .done = "Perubahan disimpan.", .field = f, .nfield = 3,
	    .now = now, .nnow = 3, .apply = save };
	return choice_unit(a->req, &f[1]);
}

/* -- its clerks at a counter ----------------------------------------------- */

static const struct sop_field clerk_fields[] = {
	{ .name = "pencatat", .label = "Pencatat", .required = 1,
	    .type = FIELD_OFFICER, .help = "Mencatat kehadiran pemohon, dan "
	    "tindakan pemegang peran ini atas namanya dengan bukti." },
	{ .name = "surat-tugas", .label = "Nomor surat tugas", .max = 60 },
	{ .name = "tugas-mulai", .label = "Mulai mencatat", .required = 1,
	    .type = FIELD_DATE, .bound = &field_date_near, .nbound = 1 },
	{ .name = "tugas-selesai", .label = "Hari terakhir mencatat",
	    .type = FIELD_DATE, .bound = &after_clerk, .nbound = 1,
	    .help = "Kosongkan bila belum ditentukan." },
};
#define CLERK_FIELDS (sizeof(clerk_fields) / sizeof(clerk_fields[0]))

static void
show_clerks(const struct admin *a, struct page *body)
{
	static const char *const heads[] = { "Nama", "Mulai", "Hari terakhir",
		"Surat tugas", NULL };
	const struct role_page *r = a->about;
	struct page *group, *row;

	if (r->nclerk == 0)
		return;
	group = table_begin(body, "TABLES", "Pencatat", heads);
	for (size_t i = 0; i < r->nclerk; i++) {
		row = table_row(group, r->clerk[i].person_name, NULL);
		table_cell(row, admin_day_words(a->req, r->clerk[i].from_at));
		table_cell(row, admin_last_day_words(a->req,
		    r->clerk[i].to_at));
		table_cell(row, r->clerk[i].letter_no);
	}
}

static enum case_err
name_clerk(struct admin *a, const struct change *ch)
{
	const struct role_page *r = a->about;
	struct holder_row k = { .role_id = r->row.id,
	    .person_id = admin_number(a, "pencatat"),
	    .from_at = admin_day(a, "tugas-mulai"),
	    .to_at = after_day(a, "tugas-selesai") };

	snprintf(k.letter_no, sizeof(k.letter_no), "%s",
	    admin_value(a, "surat-tugas"));
	return clerk_add(a->req->office, ch, &k, NULL);
}

static enum case_err
relieve_clerk(struct admin *a, const struct change *ch)
{
	int64_t at = after_day(a, "tugas-akhir");

	return clerk_end(a->req->office, ch, admin_number(a,
	    "pencatat-berakhir"), at != 0 ? at : a->req->now);
}

/* Those who are or will be clerks; the field's choices. */
static void
choose_clerk(const struct admin *a, struct sop_field *f)
{
	const struct role_page *r = a->about;
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

static enum case_err
edit_clerks(struct admin *a)
{
	static const struct sop_field ends[] = {
		{ .name = "pencatat-berakhir", .label = "Pencatat yang "
		    "berakhir", .required = 1, .type = FIELD_CHOICE },
		{ .name = "tugas-akhir", .label = "Hari terakhirnya mencatat",
		    .type = FIELD_DATE, .bound = &field_date_near,
		    .nbound = 1, .help = "Kosongkan bila berakhir saat "
		    "ini juga." },
	};
	const struct role_page *r = a->about;
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
		    .field = e, .nfield = 2, .apply = relieve_clerk };
	}
	return choice_person(a->req, f, 0);
}

/* -- its rights ------------------------------------------------------------ */

static const struct sop_bound after_right = { .first = "hak-mulai",
	.last = "hak-mulai + 10 tahun" };

static const struct sop_field right_fields[] = {
	{ .name = "hak", .label = "Hak", .required = 1, .type = FIELD_CHOICE,
	    .help = "Berlaku bagi setiap pemegang peran ini." },
	{ .name = "surat-hak", .label = "Nomor surat keputusan", .max = 60 },
	{ .name = "hak-mulai", .label = "Hak berlaku mulai", .required = 1,
	    .type = FIELD_DATE, .bound = &field_date_near, .nbound = 1 },
	{ .name = "hak-selesai", .label = "Hari terakhir hak berlaku",
	    .type = FIELD_DATE, .bound = &after_right, .nbound = 1,
	    .help = "Kosongkan bila belum ditentukan." },
};
#define RIGHT_FIELDS (sizeof(right_fields) / sizeof(right_fields[0]))

static void
show_rights(const struct admin *a, struct page *body)
{
	static const char *const heads[] = { "Hak", "Mulai", "Hari terakhir",
		"Surat keputusan", NULL };
	const struct role_page *r = a->about;
	struct page *group, *row;

	if (r->nright == 0)
		return;
	group = table_begin(body, "TABLES", "Hak peran ini", heads);
	for (size_t i = 0; i < r->nright; i++) {
		const struct right_row *g = &r->right[i];

		row = table_row(group, rights_says((enum right)g->right), NULL);
		table_cell(row, admin_day_words(a->req, g->from_at));
		table_cell(row, admin_last_day_words(a->req, g->to_at));
		table_cell(row, g->letter_no);
	}
}

/* From the day given; today it begins at once, unless it waits for another
 * administrator. */
static enum case_err
give_right(struct admin *a, const struct change *ch)
{
	const struct role_page *r = a->about;
	enum case_err err;
	int waits = 0;
	struct right_row g = { .role_id = r->row.id,
	    .right = rights_from(admin_value(a, "hak")),
	    .from_at = admin_day(a, "hak-mulai"),
	    .to_at = after_day(a, "hak-selesai") };

	snprintf(g.letter_no, sizeof(g.letter_no), "%s",
	    admin_value(a, "surat-hak"));
	err = proposal_right(a->req->office, ch, &g,
	    a->req->conf->approver, &waits);
	return admin_proposed(a, ch, err, waits);
}

static enum case_err
end_right(struct admin *a, const struct change *ch)
{
	int64_t at = after_day(a, "hak-akhir");

	return rights_end(a->req->office, ch, admin_number(a, "hak-berakhir"),
	    at != 0 ? at : a->req->now);
}

static void
choose_right(const struct admin *a, struct sop_field *f)
{
	const struct role_page *r = a->about;
	struct sop_choice *c = arena_alloc(a->req->arena,
	    r->nright * sizeof(*c));

	for (f->nchoice = 0; f->nchoice < r->nright; f->nchoice++) {
		const struct right_row *g = &r->right[f->nchoice];

		c[f->nchoice].value = admin_id_text(a->req, g->id);
		c[f->nchoice].label = arena_printf(a->req->arena,
		    "%s, mulai %s", rights_says((enum right)g->right),
		    admin_day_words(a->req, g->from_at));
	}
	f->choice = c;
}

static void
edit_rights(struct admin *a)
{
	static const struct sop_field ends[] = {
		{ .name = "hak-berakhir", .label = "Hak yang berakhir",
		    .required = 1, .type = FIELD_CHOICE },
		{ .name = "hak-akhir", .label = "Hari terakhirnya berlaku",
		    .type = FIELD_DATE, .bound = &field_date_near,
		    .nbound = 1, .help = "Kosongkan bila berakhir saat "
		    "ini juga." },
	};
	const struct role_page *r = a->about;
	struct sop_field *f = choice_fields_copy(a->req, right_fields,
	    RIGHT_FIELDS), *e;
	struct sop_choice *c = arena_alloc(a->req->arena,
	    RIGHTS__MAX * sizeof(*c));

	for (int g = 0; g < RIGHTS__MAX; g++)
		c[g] = (struct sop_choice){ rights_word((enum right)g),
			rights_says((enum right)g) };
	f->choice = c;
	f->nchoice = RIGHTS__MAX;
	a->edit[a->nedits++] = (struct edit){ .act = "beri-hak",
	    .title = "Beri hak", .button = "Beri hak",
	    .question = "Beri hak ini?", .done = "Hak diberikan.",
	    .field = f, .nfield = RIGHT_FIELDS, .apply = give_right };
	if (r->nright == 0)
		return;
	e = choice_fields_copy(a->req, ends, 2);
	choose_right(a, e);
	a->edit[a->nedits++] = (struct edit){ .act = "cabut-hak",
	    .title = "Cabut hak", .button = "Cabut hak",
	    .question = "Cabut hak ini?", .done = "Hak dicabut.", .ends = 1,
	    .field = e, .nfield = 2, .apply = end_right };
}

/* -- its end ------------------------------------------------------------- */

static enum case_err
end(struct admin *a, const struct change *ch)
{
	const struct role_page *r = a->about;

	return role_end(a->req->office, ch, r->row.id, after_day(a, "tutup"),
	    admin_number(a, "penerus"));
}

/* Is the role one of a performer's, "a|b" or "a+b"? */
static int
names_role(const char *performer, const char *slug)
{
	size_t n = strlen(slug);

	if (sop_every(performer) != NULL)
		performer = sop_every(performer);
	for (;;) {
		if (strcspn(performer, "|+") == n &&
		    strncmp(performer, slug, n) == 0)
			return 1;
		performer += strcspn(performer, "|+");
		if (*performer == '\0')
			return 0;
		performer++;
	}
}

static int
sop_names_role(struct office *o, int64_t version, const char *slug)
{
	const struct sop *sop = office_sop(o, version);

	for (int pos = 1; sop != NULL && pos <= sop->nrows; pos++)
		if (names_role(sop_row_at(sop, pos)->performer, slug))
			return 1;
	return 0;
}

static void
note_end(struct admin *a, struct page *check)
{
	const struct role_page *r = a->about;
	const char *names = "";
	struct sop_item *items;
	size_t n;

	page_text(check, "INTRO", "Masa semua pemegangnya ikut berakhir. Peran "
	    "yang sudah berakhir tidak dapat dibuka lagi.");
	if (soplist_names(a->req->office, a->req->now, &items, &n) != CASE_OK)
		return;
	for (size_t i = 0; i < n; i++)
		if (sop_names_role(a->req->office, items[i].version_id,
		    r->row.slug))
			arena_append(a->req->arena, &names, "%s%s",
			    *names != '\0' ? "; " : "", items[i].name);
	free(items);
	if (*names != '\0')
		page_text(check, "INTRO", arena_printf(a->req->arena,
		    "SOP yang berlaku masih menyebut peran ini: %s. Terbitkan "
		    "versi baru lebih dahulu.", names));
}

static enum case_err
edit_end(struct admin *a, struct edit *e)
{
	static const struct sop_field fields[] = {
		{ .name = "tutup", .label = "Hari terakhir peran ini",
		    .required = 1, .type = FIELD_DATE,
		    .bound = &field_date_near, .nbound = 1 },
		{ .name = "penerus", .label = "Peran penerus",
		    .type = FIELD_CHOICE, .help = "Yang menjadi atasan "
		    "langsung menggantikan peran ini." },
	};
	struct sop_field *f = choice_fields_copy(a->req, fields, 2);

	*e = (struct edit){ .act = "tutup", .title = "Akhiri peran",
	    .button = "Akhiri peran", .question = "Akhiri peran ini?",
	    .done = "Peran diakhiri.", .ends = 1, .field = f, .nfield = 2,
	    .apply = end, .note = note_end };
	return choice_role(a->req, &f[1]);
}

/* -- the page ------------------------------------------------------------ */

static void
fill_role(struct admin *a, struct page *body)
{
	static const char *const heads[] = { "Nama", "Kedudukan", "Unit",
		"Mulai", "Hari terakhir", "Surat perintah", NULL };
	const struct role_page *r = a->about;
	struct role_row next;
	struct page *group, *row;

	form_row(body, "Kode", r->row.slug);
	if (r->row.valid_to != 0)
		form_row(body, "Hari terakhir", admin_last_day_words(a->req,
		    r->row.valid_to));
	if (r->row.successor_id != 0 && role_get(a->req->office,
	    r->row.successor_id, &next) == CASE_OK)
		form_row(body, "Penerus", next.name);
	show_clerks(a, body);
	show_rights(a, body);
	if (r->n == 0) {
		page_text(body, "INTRO", r->row.system ? "Peran ini dikerjakan "
		    "sistem dan tidak dipegang orang." : "Belum ada yang "
		    "memegang peran ini.");
		return;
	}
	group = table_begin(body, "TABLES", "Pemegang", heads);
	for (size_t i = 0; i < r->n; i++) {
		const struct holder_row *h = &r->holder[i];

		row = table_row(group, h->person_name, NULL);
		table_cell(row, capacity_name(h->capacity));
		table_cell(row, h->unit_name);
		table_cell(row, admin_day_words(a->req, h->from_at));
		table_cell(row, admin_last_day_words(a->req, h->to_at));
		table_cell(row, h->letter_no);
	}
}

static enum case_err
add_edits(struct admin *a, const struct role_page *r)
{
	enum case_err err = CASE_OK;

	if (is_over(a->req, r->row.valid_to))
		return CASE_OK;
	if (!r->row.system)
		err = edit_name(a, &a->edit[a->nedits++]);
	if (err == CASE_OK && edit_relieve(a, &a->edit[a->nedits]))
		a->nedits++;
	if (err == CASE_OK && !r->row.system && !r->row.external)
		err = edit_clerks(a);
	if (err == CASE_OK && !r->row.system && !r->row.external)
		edit_rights(a);
	if (err == CASE_OK)
		err = edit_save(a, &a->edit[a->nedits++]);
	if (err == CASE_OK && r->row.valid_to == 0)
		err = edit_end(a, &a->edit[a->nedits++]);
	return err;
}

static int
one_role(struct request *req, struct reply *reply, const char *slug)
{
	struct admin a = { .req = req, .reply = reply, .back = PATH_PERAN,
	    .back_text = "Kembali ke peran", .caption = "Peran",
	    .fill = fill_role, .folds = 1 };
	struct role_page r;
	struct holder_row of = { 0 };
	enum case_err err = role_by_slug(req->office, slug, &r.row);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	of.role_id = r.row.id;
	if ((err = holder_list(req->office, &of, 0, &r.holder, &r.n)) !=
	    CASE_OK || (err = clerk_list(req->office, r.row.id, 0, req->now,
	    &r.clerk, &r.nclerk)) != CASE_OK ||
	    (err = rights_list(req->office, r.row.id, req->now, &r.right,
	    &r.nright)) != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, r.holder);
	arena_adopt(req->arena, r.clerk);
	arena_adopt(req->arena, r.right);
	a.about = &r;
	a.heading = r.row.name;
	a.trail = admin_trail_of(req, admin_id_text(req, r.row.id));
	a.address = a.after = arena_printf(req->arena, PATH_PERAN "/%s", slug);
	if ((err = add_edits(&a, &r)) != CASE_OK)
		return reply_case_error(reply, req, err);
	return admin_page(&a);
}

int
admin_roles(struct request *req, struct reply *reply)
{
	return list_or_one(req, reply, show_list, show_new, one_role);
}
