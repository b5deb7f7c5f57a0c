/* roles.c - the roles by unit, with who holds them now; and a new one. */
#include "cgi-bin/admin/admin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "office/unit.h"
#include "page/page.h"
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
			text = arena_printf(req->arena, "%s%s%s%s%s", text,
			    *text != '\0' ? ", " : "",
			    holder_capacity_title(l->holder[i].capacity),
			    l->holder[i].capacity != CAPACITY_DEFINITIVE ?
			    " " : "", l->holder[i].person_name);
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
	struct page *body, *frame, *table, *p;
	struct lists l;
	enum case_err err = read_lists(req, &l);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	frame = list_begin(req, "Peran dan pemegangnya", &body);
	page_text(body, "INTRO", "Peran adalah jabatan, bukan orang. Siapa "
	    "memegangnya menentukan siapa yang menerima tugasnya.");
	p = page_add(body, "ADD");
	page_set(p, "HREF", PATH_PERAN "/" ROLE_NEW);
	page_set(p, "TEXT", "Tambah peran");
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

static const struct sop_field fields[] = {
	{ .name = "kode", .label = "Kode", .required = 1, .max = 63,
	    .help = "Huruf kecil, angka, dan tanda hubung, seperti dalam "
	    "berkas SOP. Tidak dapat diubah kemudian." },
	{ .name = "nama", .label = "Nama", .required = 1, .max = 100,
	    .help = "Seperti tercetak pada kolom Pelaksana." },
	{ .name = "unit", .label = "Unit", .required = 1,
	    .type = FIELD_CHOICE },
	{ .name = "jenis", .label = "Jenis", .required = 1,
	    .type = FIELD_CHOICE, .choice = kinds, .nchoice = 3 },
	{ .name = "tunggal", .label = "Hanya satu pemegang", .required = 1,
	    .type = FIELD_CHOICE, .choice = choice_yes_no, .nchoice = 2 },
	{ .name = "mulai", .label = "Berlaku mulai", .required = 1,
	    .type = FIELD_DATE },
};
#define FIELDS (sizeof(fields) / sizeof(fields[0]))

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
	if (strcmp(slug, ROLE_NEW) == 0)
		return office_fail(a->req->office, CASE_INVALID, "slug",
		    "Kode ini sudah dipakai");
	a->after = arena_printf(a->req->arena, PATH_PERAN "/%s", slug);
	return role_add(a->req->office, ch, &r, NULL);
}

static int
show_new(struct request *req, struct reply *reply)
{
	struct admin a = { .req = req, .reply = reply,
	    .address = PATH_PERAN "/" ROLE_NEW, .back = PATH_PERAN,
	    .back_text = "Kembali ke peran", .heading = "Tambah peran",
	    .nedits = 1, .edit = { { .act = "tambah",
	    .button = "Tambah peran", .question = "Tambah peran ini?",
	    .done = "Peran ditambahkan.", .nfield = FIELDS,
	    .apply = add } } };
	struct sop_field *f = choice_fields_copy(req, fields, FIELDS);
	enum case_err err = choice_unit(req, &f[2]);

	a.edit[0].field = f;
	return err == CASE_OK ? admin_page(&a) :
	    reply_case_error(reply, req, err);
}

static int
new_or_one(struct request *req, struct reply *reply, const char *slug)
{
	return strcmp(slug, ROLE_NEW) == 0 ? show_new(req, reply) :
	    admin_role(req, reply, slug);
}

int
admin_roles(struct request *req, struct reply *reply)
{
	return list_or_one(req, reply, show_list, new_or_one);
}
