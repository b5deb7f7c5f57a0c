/*
 * editor_identity.c - the identity page of a draft as one form: what the SOP is
 * called, the lists of its first page, and how its cases are run.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "case/act.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/choice.h"
#include "cgi-bin/admin/editor.h"
#include "cgi-bin/admin/editor_fault.h"
#include "cgi-bin/admin/form.h"
#include "office/unit.h"
#include "page/page.h"
#include "sop/sop_tree.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/request.h"

#define LINES "Satu butir satu baris."

/* A field and the place of its value; `lines`: a list, a line each. */
static const struct identity_field {
	struct sop_field	 field;
	const char		*path;
	int			 lines;
} fields[] = {
	{ { .name = "nama", .label = "Nama pendek", .required = 1, .max = 90,
	    .help = "Untuk daftar: Pengelolaan surat masuk." }, "nama", 0 },
	{ { .name = "judul", .label = "Judul", .required = 1,
	    .type = FIELD_PARAGRAPH, .max = 1000,
	    .help = "Seperti tercetak pada naskah." }, "judul", 0 },
	{ { .name = "nomor", .label = "Nomor", .max = 60 }, "nomor", 0 },
	{ { .name = "unit", .label = "Unit", .required = 1,
	    .type = FIELD_CHOICE }, "unit", 0 },
	{ { .name = "sebutan", .label = "Sebutan satu pelaksanaannya",
	    .required = 1, .max = SOP_NOUN_MAX, .help = "Dengan huruf kecil, "
	    "untuk tombol Mulai ... baru: surat, usulan, laporan." },
	    "sebutan", 0 },
	{ { .name = "perihal", .label = "Nama tiap berkas diambil dari",
	    .required = 0, .type = FIELD_CHOICE, .help = "Isian langkah "
	    "pertama. Buat isiannya dahulu." }, "perihal_dari", 0 },
	{ { .name = "umum", .label = "Siapa yang boleh memulainya",
	    .type = FIELD_CHOICE }, "umum", 0 },
	{ { .name = "kepala", .label = "Kepala formulir", .required = 1,
	    .type = FIELD_PARAGRAPH, .max = 1000, .help = LINES }, "kepala",
	    1 },
	{ { .name = "jabatan", .label = "Disahkan oleh, jabatannya",
	    .required = 1, .max = 120 }, "disahkan.jabatan", 0 },
	{ { .name = "pengesah", .label = "Disahkan oleh, namanya",
	    .required = 1, .max = 120 }, "disahkan.nama", 0 },
	{ { .name = "nip", .label = "NIP", .max = 30 }, "disahkan.nip", 0 },
	{ { .name = "dibuat", .label = "Tanggal pembuatan",
	    .type = FIELD_DATE }, "tanggal.pembuatan", 0 },
	{ { .name = "direvisi", .label = "Tanggal revisi",
	    .type = FIELD_DATE }, "tanggal.revisi", 0 },
	{ { .name = "efektif", .label = "Tanggal efektif pada naskah",
	    .type = FIELD_DATE }, "tanggal.efektif", 0 },
	{ { .name = "dasar-hukum", .label = "Dasar hukum",
	    .type = FIELD_PARAGRAPH, .max = 20000, .help = LINES },
	    "dasar_hukum", 1 },
	{ { .name = "kualifikasi", .label = "Kualifikasi pelaksana",
	    .type = FIELD_PARAGRAPH, .max = 20000, .help = LINES },
	    "kualifikasi", 1 },
	{ { .name = "keterkaitan", .label = "Keterkaitan",
	    .type = FIELD_PARAGRAPH, .max = 20000, .help = LINES },
	    "keterkaitan", 1 },
	{ { .name = "peralatan", .label = "Peralatan dan perlengkapan",
	    .type = FIELD_PARAGRAPH, .max = 20000, .help = LINES },
	    "peralatan", 1 },
	{ { .name = "peringatan", .label = "Peringatan",
	    .type = FIELD_PARAGRAPH, .max = 20000, .help = LINES },
	    "peringatan", 1 },
	{ { .name = "judul-pencatatan", .label = "Judul pencatatan",
	    .max = 120 }, "pencatatan.judul", 0 },
	{ { .name = "pencatatan", .label = "Pencatatan dan pendataan",
	    .type = FIELD_PARAGRAPH, .max = 20000, .help = LINES },
	    "pencatatan.isi", 1 },
	{ { .name = "janji", .label = "Waktu layanan, dalam hari kerja",
	    .type = FIELD_NUMBER, .min = 1, .max = 999, .help = "Yang "
	    "dijanjikan kepada masyarakat." }, "janji.hari", 0 },
	{ { .name = "janji-dari", .label = "Dihitung dari diteruskannya "
	    "langkah", .max = 8, .help = "Nomor langkah; bila kosong, dari "
	    "dimulainya berkas." }, "janji.dari", 0 },
	{ { .name = "janji-sampai", .label = "Sampai selesainya langkah",
	    .max = 8 }, "janji.sampai", 0 },
	{ { .name = "perbaikan", .label = "Hari kerja untuk memperbaiki",
	    .type = FIELD_NUMBER, .min = 1, .max = 999, .help = "Sesudah "
	    "diingatkan, permohonan yang tidak diperbaiki berakhir." },
	    "batas_perbaikan", 0 },
	{ { .name = "bahasa", .label = "Bahasa pesan kepada pemohon",
	    .type = FIELD_CHOICE }, "bahasa", 0 },
	{ { .name = "bawa", .label = "Yang dibawa ke loket",
	    .type = FIELD_PARAGRAPH, .max = 4000, .help = LINES },
	    "layanan.bawa", 1 },
	{ { .name = "tempat", .label = "Tempat layanan", .max = 300 },
	    "layanan.tempat", 0 },
	{ { .name = "jam-layanan", .label = "Jam layanan", .max = 300 },
	    "layanan.jam", 0 },
	{ { .name = "tarif", .label = "Tarif, dalam satu kalimat",
	    .max = 300 }, "layanan.tarif", 0 },
	{ { .name = "tautan", .label = "Alamat daftar tarif resmi",
	    .max = 300 }, "layanan.tautan", 0 },
};
#define FIELDS (sizeof(fields) / sizeof(fields[0]))

static const struct edit_part parts[] = {
	{ "kepala", "Kepala dan pengesahan", NULL, 0 },
	{ "dasar-hukum", "Daftar pada halaman identitas", NULL, 1 },
	{ "janji", "Janji layanan dan pemohon", NULL, 1 },
	{ "bawa", "Layanan di loket", NULL, 1 },
	{ NULL, NULL, NULL, 0 }
};

static const struct sop_choice who_may[] = {
	{ "", "Pemegang peran langkah pertama" },
	{ "ya", "Siapa pun, tanpa akun" },
};
static const struct sop_choice languages[] = {
	{ "", "Indonesia" }, { "en", "Inggris" },
};

const char *
admin_editor_field(const char *path)
{
	for (size_t i = 0; i < FIELDS; i++) {
		size_t n = strlen(fields[i].path);

		if (strncmp(path, fields[i].path, n) == 0 &&
		    (path[n] == '\0' || path[n] == '[' || path[n] == '.'))
			return fields[i].field.name;
	}
	return NULL;
}

struct identity {
	struct editor		*e;
	struct act_value	 now[FIELDS];
};

/* -- taken into the tree --------------------------------------------------- */

/* A text that was not touched keeps its every blank. */
static int
is_changed(const struct admin *a, size_t i)
{
	const struct identity *d = a->about;
	const char *name = fields[i].field.name;
	const char *typed = form_get(a->req, name);

	return strcmp(admin_value(a, name), d->now[i].value) != 0 &&
	    (typed == NULL || strcmp(typed, d->now[i].value) != 0);
}

static void
put_all(const struct admin *a)
{
	const struct identity *d = a->about;

	for (size_t i = 0; i < FIELDS; i++) {
		const char *value = admin_value(a, fields[i].field.name);

		if (!is_changed(a, i))
			continue;
		if (fields[i].lines)
			sop_tree_set_lines(d->e->tree, fields[i].path, value);
		else
			sop_tree_set(d->e->tree, fields[i].path, value);
		if (strcmp(fields[i].path, "janji.hari") == 0)
			sop_tree_set(d->e->tree, *value != '\0' ?
			    "janji.dasar" : "janji", *value != '\0' ? "text" :
			    "");
		else if (strncmp(fields[i].path, "layanan.", 8) == 0 &&
		    *value != '\0')
			sop_tree_set(d->e->tree, "layanan.dasar", "text");
	}
}

static enum case_err
save(struct admin *a, const struct change *ch)
{
	const struct identity *d = a->about;
	enum case_err err = editor_fresh(d->e);

	if (err != CASE_OK)
		return err;
	put_all(a);
	return editor_save(d->e, ch);
}

/* -- the page -------------------------------------------------------------- */

static void
offer_units(const struct request *req, struct sop_field *f)
{
	struct unit_row *rows;
	struct sop_choice *choice;
	size_t n;

	if (unit_list(req->office, &rows, &n) != CASE_OK)
		return;
	arena_adopt(req->arena, rows);
	choice = arena_alloc(req->arena, (n + 1) * sizeof(*choice));
	for (size_t i = 0; i < n; i++)
		choice[i] = (struct sop_choice){ rows[i].slug, rows[i].name };
	f->choice = choice;
	f->nchoice = n;
}

/* The fields of the first row, by which a case may be called. */
static void
offer_fields(const struct editor *e, struct sop_field *f)
{
	int n = sop_tree_count(e->tree, "langkah[1].isian");
	struct sop_choice *choice = arena_alloc(e->req->arena,
	    ((size_t)n + 1) * sizeof(*choice));

	for (int i = 1; i <= n; i++)
		choice[i - 1] = (struct sop_choice){
		    editor_get(e, "langkah[1].isian[%d].nama", i),
		    editor_get(e, "langkah[1].isian[%d].label", i) };
	f->choice = choice;
	f->nchoice = (size_t)n;
}

static struct sop_field *
make_fields(const struct editor *e)
{
	struct sop_field *f = arena_alloc(e->req->arena, FIELDS * sizeof(*f));

	for (size_t i = 0; i < FIELDS; i++) {
		f[i] = fields[i].field;
		if (strcmp(f[i].name, "unit") == 0)
			offer_units(e->req, &f[i]);
		else if (strcmp(f[i].name, "perihal") == 0)
			offer_fields(e, &f[i]);
		else if (strcmp(f[i].name, "umum") == 0)
			f[i].choice = who_may, f[i].nchoice = 2;
		else if (strcmp(f[i].name, "bahasa") == 0)
			f[i].choice = languages, f[i].nchoice = 2;
	}
	return f;
}

int
admin_editor_identity(struct editor *e)
{
	struct identity d = { .e = e };
	struct admin a;

	for (size_t i = 0; i < FIELDS; i++)
		d.now[i] = (struct act_value){ fields[i].field.name,
		    fields[i].lines ? sop_tree_lines(e->tree, fields[i].path) :
		    sop_tree_get(e->tree, fields[i].path) };
	editor_page(e, &a, "identitas");
	a.about = &d;
	a.heading = "Identitas";
	a.nedits = 1;
	a.edit[0] = (struct edit){ .act = "simpan",
	    .button = "Simpan identitas", .done = "Identitas disimpan dalam "
	    "rancangan.", .field = make_fields(e), .nfield = FIELDS,
	    .now = d.now, .nnow = FIELDS, .same = 1, .draft = 1,
	    .part = parts, .apply = save };
	editor_fault_show(e, 0, &a.edit[0]);
	return admin_page(&a);
}
