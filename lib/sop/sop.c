/*
 * sop.c - the SOP file: its libcyaml schema, and what is read from it.
 *
 * The keys are Indonesian, as the office edits the file (sopap-sop(5)).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sop/sop.h"
#include "sop/sopraw.h"
#include "sop/yamltext.h"

#define SLUG_MAX	64	/* names of things */
#define LINE_MAX_LEN	300	/* one printed line */
#define TEXT_MAX	4000	/* a cell of the table */
#define LIST_MAX	100

#define OPT (CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL)
#define MUST CYAML_FLAG_POINTER

static const cyaml_schema_value_t text_item = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, TEXT_MAX),
};

/* A list of printed lines: a struct sop_list inside struct s. */
#define LIST(key, flags, s, m) \
	CYAML_FIELD_SEQUENCE_COUNT(key, flags, s, m.item, m.count, \
	    &text_item, 0, LIST_MAX)
#define TEXT(key, flags, s, m, min, max) \
	CYAML_FIELD_STRING_PTR(key, flags, s, m, min, max)

/*
 * A mapping whose keys are members of the struct around it: "tanggal" of
 * struct sop, "waktu" of a row.  It stands at no offset of its own.
 */
#define INSIDE(k, f, s, fields_table) { \
	.key = (k), \
	.value = { CYAML_VALUE_MAPPING((f), s, (fields_table)) }, \
	.data_offset = 0, \
}

static const cyaml_schema_field_t choice_fields[] = {
	TEXT("nilai", MUST, struct sop_choice, value, 1, SLUG_MAX),
	TEXT("label", MUST, struct sop_choice, label, 1, LINE_MAX_LEN),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t choice_item = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct sop_choice,
	    choice_fields),
};

static const cyaml_schema_field_t when_fields[] = {
	TEXT("isian", MUST, struct raw_field, field.when_field, 1, SLUG_MAX),
	TEXT("nilai", OPT, struct raw_field, field.when_value, 1, SLUG_MAX),
	CYAML_FIELD_END
};

static const cyaml_schema_field_t field_fields[] = {
	TEXT("nama", MUST, struct raw_field, field.name, 1, SLUG_MAX),
	TEXT("label", MUST, struct raw_field, field.label, 1, LINE_MAX_LEN),
	TEXT("jenis", MUST, struct raw_field, type, 1, SLUG_MAX),
	TEXT("wajib", OPT, struct raw_field, required, 1, SLUG_MAX),
	CYAML_FIELD_INT("min", CYAML_FLAG_OPTIONAL, struct raw_field,
	    field.min),
	CYAML_FIELD_INT("maks", CYAML_FLAG_OPTIONAL, struct raw_field,
	    field.max),
	TEXT("bantuan", OPT, struct raw_field, field.help, 1, TEXT_MAX),
	CYAML_FIELD_SEQUENCE_COUNT("pilihan", OPT, struct raw_field,
	    field.choice, field.nchoice, &choice_item, 1, LIST_MAX),
	INSIDE("bila", CYAML_FLAG_OPTIONAL, struct raw_field, when_fields),
	TEXT("dari", OPT, struct raw_field, field.list, 1, SLUG_MAX),
	TEXT("salin", OPT, struct raw_field, copies, 1, SLUG_MAX),
	CYAML_FIELD_SEQUENCE_COUNT("format", OPT, struct raw_field, format,
	    nformat, &text_item, 1, LIST_MAX),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t field_item = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct raw_field,
	    field_fields),
};

static const cyaml_schema_field_t performer_fields[] = {
	TEXT("peran", MUST, struct raw_row, row.performer, 1, LINE_MAX_LEN),
	TEXT("dasar", MUST, struct raw_row, row.performer_basis, 1, SLUG_MAX),
	CYAML_FIELD_END
};

static const cyaml_schema_field_t time_fields[] = {
	TEXT("teks", MUST, struct raw_row, row.waktu, 1, LINE_MAX_LEN),
	CYAML_FIELD_INT("min", CYAML_FLAG_DEFAULT, struct raw_row,
	    row.standard.min),
	CYAML_FIELD_INT("maks", CYAML_FLAG_DEFAULT, struct raw_row,
	    row.standard.max),
	TEXT("satuan", MUST, struct raw_row, unit, 1, SLUG_MAX),
	TEXT("ukur", MUST, struct raw_row, measure, 1, SLUG_MAX),
	CYAML_FIELD_INT("antre", CYAML_FLAG_OPTIONAL, struct raw_row,
	    row.queue_days),
	CYAML_FIELD_END
};

static const cyaml_schema_field_t back_fields[] = {
	CYAML_FIELD_SEQUENCE_COUNT("ke", MUST, struct raw_back, to,
	    nto, &text_item, 1, SOP_RETURNS_MAX),
	TEXT("dasar", MUST, struct raw_back, basis, 1, SLUG_MAX),
	CYAML_FIELD_END
};

static const cyaml_schema_field_t row_fields[] = {
	TEXT("no", MUST, struct raw_row, row.no, 1, SLUG_MAX),
	TEXT("jenis", MUST, struct raw_row, kind, 1, SLUG_MAX),
	INSIDE("pelaksana", CYAML_FLAG_DEFAULT, struct raw_row,
	    performer_fields),
	TEXT("peserta", OPT, struct raw_row, row.participants, 1, TEXT_MAX),
	TEXT("kegiatan", MUST, struct raw_row, row.activity, 1, TEXT_MAX),
	TEXT("kegiatan_perbaikan", OPT, struct raw_row, row.activity_fixed, 1,
	    TEXT_MAX),
	TEXT("kelengkapan", OPT, struct raw_row, row.requirements, 1,
	    TEXT_MAX),
	INSIDE("waktu", CYAML_FLAG_DEFAULT, struct raw_row, time_fields),
	TEXT("keluaran", OPT, struct raw_row, row.output, 1, TEXT_MAX),
	TEXT("keterangan", OPT, struct raw_row, row.source_note, 1, TEXT_MAX),
	CYAML_FIELD_MAPPING_PTR("kembali", OPT, struct raw_row, back,
	    back_fields),
	TEXT("tolak", OPT, struct raw_row, refuse, 1, SLUG_MAX),
	TEXT("mulai", OPT, struct raw_row, starts, 1, SLUG_MAX),
	TEXT("ditunjuk", OPT, struct raw_row, row.designate, 1, SLUG_MAX),
	TEXT("luar", OPT, struct raw_row, row.outside, 1, LINE_MAX_LEN),
	TEXT("cadangan", OPT, struct raw_row, row.fallback, 1, SLUG_MAX),
	TEXT("catatan", OPT, struct raw_row, row.reading_note, 1, TEXT_MAX),
	CYAML_FIELD_SEQUENCE_COUNT("isian", OPT, struct raw_row, field,
	    nfield, &field_item, 1, LIST_MAX),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t row_item = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct raw_row, row_fields),
};

static const cyaml_schema_field_t date_fields[] = {
	TEXT("pembuatan", MUST, struct raw_sop, sop.made_on, 0, 10),
	TEXT("revisi", MUST, struct raw_sop, sop.revised_on, 0, 10),
	TEXT("efektif", MUST, struct raw_sop, sop.effective_on, 0, 10),
	CYAML_FIELD_END
};

static const cyaml_schema_field_t approved_fields[] = {
	TEXT("jabatan", MUST, struct raw_sop, sop.approved_position, 1,
	    LINE_MAX_LEN),
	TEXT("nama", MUST, struct raw_sop, sop.approved_name, 1,
	    LINE_MAX_LEN),
	TEXT("nip", MUST, struct raw_sop, sop.approved_nip, 0, SLUG_MAX),
	CYAML_FIELD_END
};

static const cyaml_schema_field_t recording_fields[] = {
	TEXT("judul", MUST, struct raw_sop, sop.recording_title, 1,
	    LINE_MAX_LEN),
	LIST("isi", MUST, struct raw_sop, sop.recording),
	CYAML_FIELD_END
};

static const cyaml_schema_field_t promise_fields[] = {
	CYAML_FIELD_INT("hari", CYAML_FLAG_DEFAULT, struct raw_promise, days),
	TEXT("dari", OPT, struct raw_promise, from, 1, SLUG_MAX),
	TEXT("sampai", MUST, struct raw_promise, to, 1, SLUG_MAX),
	TEXT("dasar", MUST, struct raw_promise, basis, 1, SLUG_MAX),
	CYAML_FIELD_END
};

static const cyaml_schema_field_t page_fields[] = {
	TEXT("judul", MUST, struct sop_page, title, 1, LINE_MAX_LEN),
	LIST("isian", MUST, struct sop_page, field),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t page_item = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct sop_page, page_fields),
};

static const cyaml_schema_field_t sop_fields[] = {
	TEXT("kode", MUST, struct raw_sop, sop.slug, 1, SLUG_MAX),
	TEXT("judul", MUST, struct raw_sop, sop.title, 1, LINE_MAX_LEN),
	TEXT("nama", MUST, struct raw_sop, sop.name, 1, SLUG_MAX),
	TEXT("nomor", MUST, struct raw_sop, sop.number, 0, SLUG_MAX),
	TEXT("unit", MUST, struct raw_sop, sop.unit, 1, SLUG_MAX),
	LIST("kepala", MUST, struct raw_sop, sop.unit_lines),
	INSIDE("tanggal", CYAML_FLAG_DEFAULT, struct raw_sop, date_fields),
	INSIDE("disahkan", CYAML_FLAG_DEFAULT, struct raw_sop,
	    approved_fields),
	LIST("dasar_hukum", MUST, struct raw_sop, sop.legal_basis),
	LIST("kualifikasi", MUST, struct raw_sop, sop.qualification),
	LIST("keterkaitan", MUST, struct raw_sop, sop.related),
	LIST("peralatan", MUST, struct raw_sop, sop.equipment),
	LIST("peringatan", MUST, struct raw_sop, sop.warning),
	INSIDE("pencatatan", CYAML_FLAG_DEFAULT, struct raw_sop,
	    recording_fields),
	TEXT("umum", OPT, struct raw_sop, public_request, 1, SLUG_MAX),
	TEXT("bahasa", OPT, struct raw_sop, sop.language, 1, SLUG_MAX),
	CYAML_FIELD_INT("batas_perbaikan", CYAML_FLAG_OPTIONAL, struct raw_sop,
	    sop.mend_days),
	CYAML_FIELD_MAPPING_PTR("janji", OPT, struct raw_sop, promise,
	    promise_fields),
	TEXT("perihal_dari", MUST, struct raw_sop, sop.subject_field, 1,
	    SLUG_MAX),
	CYAML_FIELD_SEQUENCE_COUNT("halaman", OPT, struct raw_sop, sop.page,
	    sop.npage, &page_item, 1, LIST_MAX),
	CYAML_FIELD_SEQUENCE_COUNT("langkah", MUST, struct raw_sop, row, nrow,
	    &row_item, 1, SOP_ROWS_MAX),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t sop_schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct raw_sop, sop_fields),
};

static const char *const kinds[STEP__MAX] = {
	[STEP_SUBMIT] = "submit",
	[STEP_REVIEW] = "review",
	[STEP_ASSIGN] = "assign",
	[STEP_DRAFT] = "draft",
	[STEP_APPROVE] = "approve",
	[STEP_DELIVER] = "deliver",
	[STEP_DOWNLOAD] = "download",
	[STEP_NOTIFY] = "notify",
	[STEP_RECORD] = "record",
	[STEP_ARCHIVE] = "archive",
	[STEP_EVALUATE] = "evaluate",
};

static const char *const types[FIELD__MAX] = {
	[FIELD_TEXT] = "teks",
	[FIELD_PARAGRAPH] = "paragraf",
	[FIELD_NUMBER] = "angka",
	[FIELD_DATE] = "tanggal",
	[FIELD_CHOICE] = "pilihan",
	[FIELD_PHONE] = "telepon",
	[FIELD_EMAIL] = "surel",
	[FIELD_PEOPLE] = "daftar-orang",
	[FIELD_OFFICER] = "pegawai",
	[FIELD_FILE] = "berkas",
	[FIELD_CONSENT] = "persetujuan",
	[FIELD_REFUSED] = "orang-ditolak",
};

static int
index_of(const char *const *words, int n, const char *word)
{
	int i;

	for (i = 0; i < n; i++)
		if (strcmp(words[i], word) == 0)
			return i;
	return -1;
}

const char *
step_kind_slug(enum step_kind kind)
{
	return kinds[kind];
}

int
step_kind_from(const char *slug)
{
	return index_of(kinds, STEP__MAX, slug);
}

const char *
field_type_slug(enum field_type type)
{
	return types[type];
}

int
field_type_from(const char *slug)
{
	return index_of(types, FIELD__MAX, slug);
}

struct sop *
sop_parse(const char *file, const char *yaml, size_t len,
    const char *const *roles, char *why, size_t whysize)
{
	struct sop_memory *m = calloc(1, sizeof(*m));
	struct yamltext text;
	int errors = 1;

	if (m == NULL) {
		snprintf(why, whysize, "%s:1: memori habis\n", file);
		return NULL;
	}
	m->sop.memory = m;
	if (yamltext_open(&text, file, yaml, len, why, whysize) == 0 &&
	    yamltext_read(&text, &sop_schema, (void **)&m->raw) == 0 &&
	    sop_fill(m, &text) == 0) {
		if (text.errors == 0)
			sop_check(&m->sop, roles, &text);
		errors = text.errors;
	}
	yamltext_close(&text);
	if (errors) {
		sop_free(&m->sop);
		return NULL;
	}
	return &m->sop;
}

void
sop_free(struct sop *sop)
{
	struct sop_memory *m;

	if (sop == NULL)
		return;
	m = sop->memory;
	yamltext_free(&sop_schema, m->raw);
	free(m->row);
	free(m->field);
	free(m);
}

const struct sop_row *
sop_row_at(const struct sop *sop, int pos)
{
	return pos >= 1 && pos <= sop->nrows ? &sop->row[pos - 1] : NULL;
}

int
sop_row_no(const struct sop *sop, const char *no)
{
	int pos;

	for (pos = 1; pos <= sop->nrows; pos++)
		if (strcmp(sop->row[pos - 1].no, no) == 0)
			return pos;
	return 0;
}

const struct sop_field *
sop_field_of(const struct sop_row *row, const char *name)
{
	for (size_t i = 0; i < row->nfield; i++)
		if (strcmp(row->field[i].name, name) == 0)
			return &row->field[i];
	return NULL;
}

int
sop_next(const struct sop *sop, int pos)
{
	const struct sop_row *row = sop_row_at(sop, pos);

	/* Filing ends a case, and an evaluation is a case of its own. */
	if (row == NULL || row->kind == STEP_ARCHIVE ||
	    row->kind == STEP_EVALUATE)
		return 0;
	while (++pos <= sop->nrows)
		if (sop->row[pos - 1].kind != STEP_EVALUATE)
			return pos;
	return 0;
}
