/*
 * sop.c - the SOP file: its libcyaml schema, and what is read from it.
 *
 * The keys are Indonesian, as the office edits the file (sopap-sop(5)).  They
 * stand in the order in which sop_tree_text() writes them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sop/sop.h"
#include "sop/sopcheck.h"
#include "sop/yamltext.h"

/*
 * An SOP file as it is written, before its words are understood.  Plain texts
 * are read straight into the struct sop that is being made; beside it stand
 * the words that mean something: kinds, rows by their printed number, yes or
 * no.
 */
struct raw_back {		/* kembali */
	char		**to;		/* printed numbers */
	size_t		  nto;
	char		 *basis;
};

struct raw_promise {		/* janji */
	int32_t		  days;
	char		 *from;		/* printed number, or NULL */
	char		 *to;
	char		 *basis;
};

struct raw_field {		/* one of isian */
	struct sop_field  field;
	char		 *type;
	char		 *required;	/* "ya", "tidak" or NULL */
	char		 *copies;	/* likewise */
	char		 *is_signed;	/* likewise */
	char		 *many;		/* likewise */
	char		 *institution;	/* likewise */
	char		 *person;	/* likewise */
	char		**format;
	size_t		  nformat;
	char		**each;
	size_t		  neach;
};

struct raw_row {		/* one of langkah */
	struct sop_row	  row;
	char		 *kind;
	char		 *unit;		/* waktu.satuan */
	char		 *measure;	/* waktu.ukur */
	char		 *refuse;	/* "next", "13,end" or NULL */
	char		 *starts;	/* "hadir" or NULL */
	char		 *via_time;	/* lewat.waktu, or NULL */
	struct raw_back	 *back;
	struct sop_way	 *way;		/* cabang.ke */
	size_t		  nway;
	struct raw_field *field;
	size_t		  nfield;
};

struct raw_sop {
	struct sop	  sop;
	char		 *public_request;
	struct raw_promise *promise;
	struct raw_row	 *row;
	size_t		  nrow;
};

/* The memory behind a struct sop that was read. */
struct sop_memory {
	struct sop	  sop;
	struct raw_sop	 *raw;
	struct sop_row	 *row;
	struct sop_field *field;	/* those of all rows */
};

#define SHORT_MAX	40	/* the short name of a row */
#define SLUG_MAX	64	/* names of things */
#define LINE_MAX_LEN	300	/* one printed line */
#define TEXT_MAX	4000	/* a cell of the table */
#define LIST_MAX	100
#define COLUMNS_MAX	16	/* a sheet has no room for more */

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

static const cyaml_schema_field_t bound_when_fields[] = {
	TEXT("isian", MUST, struct sop_bound, when_field, 1, SLUG_MAX),
	TEXT("nilai", OPT, struct sop_bound, when_value, 1, SLUG_MAX),
	CYAML_FIELD_END
};

static const cyaml_schema_field_t bound_fields[] = {
	INSIDE("bila", CYAML_FLAG_OPTIONAL, struct sop_bound,
	    bound_when_fields),
	TEXT("dari", OPT, struct sop_bound, first, 1, SLUG_MAX),
	TEXT("sampai", OPT, struct sop_bound, last, 1, SLUG_MAX),
	TEXT("tanya", OPT, struct sop_bound, ask, 1, SLUG_MAX),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t bound_item = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct sop_bound,
	    bound_fields),
};

static const cyaml_schema_field_t kind_fields[] = {
	TEXT("kampus", OPT, struct raw_field, field.kind_choice[0], 1,
	    SLUG_MAX),
	TEXT("sekolah", OPT, struct raw_field, field.kind_choice[1], 1,
	    SLUG_MAX),
	TEXT("lain", OPT, struct raw_field, field.kind_choice[2], 1,
	    SLUG_MAX),
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
	CYAML_FIELD_SEQUENCE_COUNT("format", OPT, struct raw_field, format,
	    nformat, &text_item, 1, LIST_MAX),
	TEXT("nama_orang", OPT, struct raw_field, person, 1, SLUG_MAX),
	CYAML_FIELD_SEQUENCE_COUNT("tiap_orang", OPT, struct raw_field, each,
	    neach, &text_item, 1, LIST_MAX),
	TEXT("banyak", OPT, struct raw_field, many, 1, SLUG_MAX),
	CYAML_FIELD_SEQUENCE_COUNT("batas", OPT, struct raw_field,
	    field.bound, field.nbound, &bound_item, 1, LIST_MAX),
	TEXT("bantuan", OPT, struct raw_field, field.help, 1, TEXT_MAX),
	INSIDE("bila", CYAML_FLAG_OPTIONAL, struct raw_field, when_fields),
	TEXT("dari", OPT, struct raw_field, field.list, 1, SLUG_MAX),
	TEXT("tanda_tangan", OPT, struct raw_field, is_signed, 1, SLUG_MAX),
	TEXT("lembaga", OPT, struct raw_field, institution, 1, SLUG_MAX),
	INSIDE("jenis_lembaga", CYAML_FLAG_OPTIONAL, struct raw_field,
	    kind_fields),
	TEXT("salin", OPT, struct raw_field, copies, 1, SLUG_MAX),
	CYAML_FIELD_SEQUENCE_COUNT("pilihan", OPT, struct raw_field,
	    field.choice, field.nchoice, &choice_item, 1, LIST_MAX),
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

static const cyaml_schema_field_t via_fields[] = {
	TEXT("pihak", MUST, struct raw_row, row.via, 1, SLUG_MAX),
	TEXT("waktu", MUST, struct raw_row, via_time, 1, SLUG_MAX),
	CYAML_FIELD_END
};

static const cyaml_schema_field_t way_fields[] = {
	TEXT("nilai", MUST, struct sop_way, value, 1, SLUG_MAX),
	TEXT("langkah", MUST, struct sop_way, no, 1, SLUG_MAX),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t way_item = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct sop_way, way_fields),
};

static const cyaml_schema_field_t branch_fields[] = {
	TEXT("isian", MUST, struct raw_row, row.branch, 1, SLUG_MAX),
	CYAML_FIELD_SEQUENCE_COUNT("ke", MUST, struct raw_row, way, nway,
	    &way_item, 1, LIST_MAX),
	CYAML_FIELD_END
};

static const cyaml_schema_field_t row_fields[] = {
	TEXT("no", MUST, struct raw_row, row.no, 1, SLUG_MAX),
	TEXT("jenis", MUST, struct raw_row, kind, 1, SLUG_MAX),
	INSIDE("pelaksana", CYAML_FLAG_DEFAULT, struct raw_row,
	    performer_fields),
	TEXT("peserta", OPT, struct raw_row, row.participants, 1, TEXT_MAX),
	TEXT("singkat", OPT, struct raw_row, row.short_name, 1, SHORT_MAX),
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
	INSIDE("cabang", CYAML_FLAG_OPTIONAL, struct raw_row, branch_fields),
	TEXT("mulai", OPT, struct raw_row, starts, 1, SLUG_MAX),
	TEXT("ditunjuk", OPT, struct raw_row, row.designate, 1, SLUG_MAX),
	TEXT("tiap", OPT, struct raw_row, row.each, 1, LINE_MAX_LEN),
	TEXT("luar", OPT, struct raw_row, row.outside, 1, LINE_MAX_LEN),
	INSIDE("lewat", CYAML_FLAG_OPTIONAL, struct raw_row, via_fields),
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

static const cyaml_schema_field_t service_fields[] = {
	LIST("bawa", MUST, struct raw_sop, sop.bring),
	TEXT("tempat", MUST, struct raw_sop, sop.place, 1, LINE_MAX_LEN),
	TEXT("jam", OPT, struct raw_sop, sop.hours, 1, LINE_MAX_LEN),
	TEXT("tarif", MUST, struct raw_sop, sop.tariff, 1, LINE_MAX_LEN),
	TEXT("tautan", OPT, struct raw_sop, sop.tariff_link, 1, LINE_MAX_LEN),
	TEXT("dasar", MUST, struct raw_sop, sop.service_basis, 1, SLUG_MAX),
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

static const cyaml_schema_field_t column_fields[] = {
	TEXT("judul", MUST, struct sop_column, title, 1, LINE_MAX_LEN),
	LIST("pelaksana", MUST, struct sop_column, performer),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t column_item = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct sop_column,
	    column_fields),
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
	TEXT("sebutan", OPT, struct raw_sop, sop.noun, 1, SOP_NOUN_MAX),
	CYAML_FIELD_MAPPING_PTR("janji", OPT, struct raw_sop, promise,
	    promise_fields),
	INSIDE("layanan", CYAML_FLAG_OPTIONAL, struct raw_sop, service_fields),
	CYAML_FIELD_INT("batas_perbaikan", CYAML_FLAG_OPTIONAL, struct raw_sop,
	    sop.mend_days),
	TEXT("perihal_dari", MUST, struct raw_sop, sop.subject_field, 1,
	    SLUG_MAX),
	CYAML_FIELD_SEQUENCE_COUNT("halaman", OPT, struct raw_sop, sop.page,
	    sop.npage, &page_item, 1, LIST_MAX),
	CYAML_FIELD_SEQUENCE_COUNT("kolom", OPT, struct raw_sop, sop.column,
	    sop.ncolumn, &column_item, 1, COLUMNS_MAX),
	CYAML_FIELD_SEQUENCE_COUNT("langkah", MUST, struct raw_sop, row, nrow,
	    &row_item, 1, SOPCHECK_ROWS_MAX),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t sop_schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct raw_sop, sop_fields),
};

const struct cyaml_schema_value *
sop_schema_value(void)
{
	return &sop_schema;
}

/* -- from the words to the values -------------------------------------- */

/* "langkah[3].jenis", in a buffer of the caller. */
struct path {
	char	text[YAMLTEXT_PATH_MAX];
};

static const char *
at(struct path *p, int pos, const char *key)
{
	snprintf(p->text, sizeof(p->text), "langkah[%d].%s", pos, key);
	return p->text;
}

/* The number of a word, or 0 and a fault at the path when it is below 0: the
 * word is not known. */
static int
known(struct yamltext *y, const char *path, const char *word, int number)
{
	if (number < 0)
		yamltext_error(y, path, "\"%s\" tidak dikenal", word);
	return number < 0 ? 0 : number;
}

static void
check_basis(struct yamltext *y, const char *path, const char *basis)
{
	if (strcmp(basis, "text") != 0 && strcmp(basis, "mark") != 0 &&
	    strcmp(basis, "inferred") != 0)
		yamltext_error(y, path, "\"%s\" tidak dikenal: harus text, "
		    "mark atau inferred", basis);
}

static int
yes(struct yamltext *y, const char *path, const char *word)
{
	if (word == NULL || strcmp(word, "tidak") == 0)
		return 0;
	if (strcmp(word, "ya") != 0)
		yamltext_error(y, path, "\"%s\" tidak dikenal: harus ya atau "
		    "tidak", word);
	return 1;
}

/* The position of a printed number; 0 and a fault when no row has it. */
static int
row_named(const struct raw_sop *raw, struct yamltext *y, const char *path,
    const char *no)
{
	size_t i;

	for (i = 0; i < raw->nrow; i++)
		if (strcmp(raw->row[i].row.no, no) == 0)
			return (int)i + 1;
	yamltext_error(y, path, "langkah %s tidak ada", no);
	return 0;
}

static void
fill_back(const struct raw_sop *raw, struct yamltext *y, struct sop_row *row,
    const struct raw_back *back)
{
	struct path p;
	size_t i;

	if (back == NULL) {
		row->return_basis = "";
		return;
	}
	check_basis(y, at(&p, row->pos, "kembali.dasar"), back->basis);
	row->return_basis = back->basis;
	at(&p, row->pos, "kembali.ke");
	for (i = 0; i < back->nto; i++)
		row->returns[row->nreturns++] = row_named(raw, y, p.text,
		    back->to[i]);
}

/* "next", or "13,end". */
static void
fill_refuse(const struct raw_sop *raw, struct yamltext *y,
    struct sop_row *row, const char *refuse)
{
	const char *comma;
	char no[64];
	struct path p;

	if (refuse == NULL)
		return;
	at(&p, row->pos, "tolak");
	comma = strchr(refuse, ',');
	if (strcmp(refuse, "next") == 0) {
		row->refuse = REFUSE_NEXT;
	} else if (comma != NULL && strcmp(comma, ",end") == 0) {
		snprintf(no, sizeof(no), "%.*s", (int)(comma - refuse),
		    refuse);
		row->refuse = REFUSE_ROW_END;
		row->refuse_row = row_named(raw, y, p.text, no);
	} else {
		yamltext_error(y, p.text, "\"%s\" tidak dikenal: harus next "
		    "atau NOMOR,end", refuse);
	}
}

/* The rows that the values of its field lead to. */
static void
fill_branch(const struct raw_sop *raw, struct yamltext *y,
    struct sop_row *row, const struct raw_row *in)
{
	char key[48];
	struct path p;

	for (size_t i = 0; i < in->nway; i++) {
		snprintf(key, sizeof(key), "cabang.ke[%zu].langkah", i + 1);
		if (strcmp(in->way[i].no, SOP_END) != 0)
			in->way[i].to = row_named(raw, y, at(&p, row->pos,
			    key), in->way[i].no);
	}
	row->way = in->way;
	row->nway = in->nway;
}

/* Names of formats as the set of them. */
static unsigned
formats(struct yamltext *y, const char *path, const struct raw_field *raw)
{
	static const struct {
		const char *word;
		enum file_format format;
	} words[] = {
		{ "pdf", FORMAT_PDF }, { "foto", FORMAT_PHOTO },
		{ "word", FORMAT_WORD }, { "excel", FORMAT_EXCEL },
		{ "opendocument", FORMAT_OPEN },
		{ "powerpoint", FORMAT_SLIDES },
	};
	unsigned set = 0;

	for (size_t i = 0; i < raw->nformat; i++) {
		unsigned one = 0;

		for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++)
			if (strcmp(words[k].word, raw->format[i]) == 0)
				one = words[k].format;
		if (one == 0)
			yamltext_error(y, path, "\"%s\" tidak dikenal: harus "
			    "pdf, foto, word, excel, powerpoint atau "
			    "opendocument",
			    raw->format[i]);
		set |= one;
	}
	return set;
}

/* Parts of a person as the set of them. */
static unsigned
parts(struct yamltext *y, const char *path, const struct raw_field *raw)
{
	unsigned set = 0;

	for (size_t i = 0; i < raw->neach; i++) {
		if (strcmp(raw->each[i], "nomor") == 0)
			set |= EACH_NUMBER;
		else if (strcmp(raw->each[i], "program") == 0)
			set |= EACH_PROGRAMME;
		else
			yamltext_error(y, path, "\"%s\" tidak dikenal: harus "
			    "nomor atau program", raw->each[i]);
	}
	return set;
}

static void
fill_fields(struct yamltext *y, struct sop_row *row, struct sop_field *out,
    const struct raw_row *raw)
{
	char key[80];
	struct path p;
	size_t i;

	for (i = 0; i < raw->nfield; i++) {
		out[i] = raw->field[i].field;
		snprintf(key, sizeof(key), "isian[%zu].jenis", i + 1);
		out[i].type = (enum field_type)known(y, at(&p, row->pos, key),
		    raw->field[i].type, field_type_from(raw->field[i].type));
		snprintf(key, sizeof(key), "isian[%zu].wajib", i + 1);
		out[i].required = yes(y, at(&p, row->pos, key),
		    raw->field[i].required);
		snprintf(key, sizeof(key), "isian[%zu].salin", i + 1);
		out[i].copies = yes(y, at(&p, row->pos, key),
		    raw->field[i].copies);
		snprintf(key, sizeof(key), "isian[%zu].tanda_tangan", i + 1);
		out[i].is_signed = yes(y, at(&p, row->pos, key),
		    raw->field[i].is_signed);
		snprintf(key, sizeof(key), "isian[%zu].lembaga", i + 1);
		out[i].institution = yes(y, at(&p, row->pos, key),
		    raw->field[i].institution);
		snprintf(key, sizeof(key), "isian[%zu].nama_orang", i + 1);
		out[i].person = yes(y, at(&p, row->pos, key),
		    raw->field[i].person);
		snprintf(key, sizeof(key), "isian[%zu].format", i + 1);
		out[i].formats = formats(y, at(&p, row->pos, key),
		    &raw->field[i]);
		snprintf(key, sizeof(key), "isian[%zu].tiap_orang", i + 1);
		out[i].each = parts(y, at(&p, row->pos, key), &raw->field[i]);
		snprintf(key, sizeof(key), "isian[%zu].banyak", i + 1);
		out[i].many = yes(y, at(&p, row->pos, key),
		    raw->field[i].many);
	}
	row->field = out;
	row->nfield = raw->nfield;
}

/* Texts that may be missing are "" to the reader, so that none is NULL. */
static void
fill_missing(struct sop_row *row)
{
	const char **text[] = {
		&row->requirements, &row->output, &row->source_note,
		&row->reading_note, &row->participants,
	};
	size_t i;

	for (i = 0; i < sizeof(text) / sizeof(text[0]); i++)
		if (*text[i] == NULL)
			*text[i] = "";
}

/* Through whom a row passes, and whether its standard measures that. */
static void
fill_via(struct yamltext *y, struct sop_row *row, const char *word)
{
	struct path p;

	if (row->via == NULL)
		return;
	row->via_time = strcmp(word, "termasuk") == 0 ? VIA_WITHIN : VIA_AFTER;
	if (row->via_time == VIA_AFTER && strcmp(word, "di-luar") != 0)
		yamltext_error(y, at(&p, row->pos, "lewat.waktu"), "\"%s\" "
		    "tidak dikenal: harus di-luar atau termasuk", word);
}

static void
fill_row(const struct raw_sop *raw, struct yamltext *y, struct sop_row *row,
    struct sop_field *field)
{
	const struct raw_row *in = &raw->row[row->pos - 1];
	struct path p;
	int pos = row->pos;

	*row = in->row;
	row->pos = pos;
	fill_missing(row);
	row->kind = (enum step_kind)known(y, at(&p, pos, "jenis"), in->kind,
	    step_kind_from(in->kind));
	check_basis(y, at(&p, pos, "pelaksana.dasar"), row->performer_basis);
	row->standard.unit = (enum time_unit)known(y,
	    at(&p, pos, "waktu.satuan"), in->unit,
	    standard_unit_from(in->unit));
	row->standard.measure = (enum time_measure)known(y,
	    at(&p, pos, "waktu.ukur"), in->measure,
	    standard_measure_from(in->measure));
	if (in->starts != NULL) {
		row->present = 1;
		if (strcmp(in->starts, "hadir") != 0)
			yamltext_error(y, at(&p, pos, "mulai"), "\"%s\" tidak "
			    "dikenal: harus hadir", in->starts);
	}
	fill_back(raw, y, row, in->back);
	fill_refuse(raw, y, row, in->refuse);
	fill_branch(raw, y, row, in);
	fill_via(y, row, in->via_time);
	fill_fields(y, row, field, in);
}

static void
fill_promise(const struct raw_sop *raw, struct yamltext *y, struct sop *sop)
{
	const struct raw_promise *p = raw->promise;

	sop->promise_basis = "";
	if (p == NULL)
		return;
	sop->promise_days = p->days;
	sop->promise_basis = p->basis;
	check_basis(y, "janji.dasar", p->basis);
	if (p->from != NULL)
		sop->promise_from = row_named(raw, y, "janji.dari", p->from);
	sop->promise_to = row_named(raw, y, "janji.sampai", p->to);
}

static void
fill_language(struct yamltext *y, struct sop *s)
{
	if (s->language == NULL)
		s->language = "id";
	else if (strcmp(s->language, "id") != 0 &&
	    strcmp(s->language, "en") != 0)
		yamltext_error(y, "bahasa", "bukan id atau en: %s",
		    s->language);
}

/*
 * Understand the words of m->raw and make the sop of it; mistakes go to the
 * text.  -1 when memory is short.
 */
static int
fill(struct sop_memory *m, struct yamltext *y)
{
	const struct raw_sop *raw = m->raw;
	size_t i, nfield = 0;

	for (i = 0; i < raw->nrow; i++)
		nfield += raw->row[i].nfield;
	m->row = calloc(raw->nrow, sizeof(*m->row));
	m->field = calloc(nfield + 1, sizeof(*m->field));
	if (m->row == NULL || m->field == NULL) {
		yamltext_error(y, "", "memori habis");
		return -1;
	}
	m->sop = raw->sop;
	m->sop.memory = m;
	m->sop.row = m->row;
	m->sop.nrows = (int)raw->nrow;
	m->sop.public_request = yes(y, "umum", raw->public_request);
	fill_language(y, &m->sop);
	if (m->sop.service_basis != NULL)
		check_basis(y, "layanan.dasar", m->sop.service_basis);
	if (m->sop.tariff_link != NULL &&
	    strncmp(m->sop.tariff_link, "https://", 8) != 0)
		yamltext_error(y, "layanan.tautan", "harus diawali https://");
	/* Versions of before 0.3.0 do not say it. */
	if (m->sop.noun == NULL)
		m->sop.noun = "berkas";
	fill_promise(raw, y, &m->sop);
	for (i = 0, nfield = 0; i < raw->nrow; i++) {
		m->row[i].pos = (int)i + 1;
		fill_row(raw, y, &m->row[i], m->field + nfield);
		nfield += raw->row[i].nfield;
	}
	return 0;
}

/* -- the sop ------------------------------------------------------------- */

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
	    fill(m, &text) == 0) {
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
sop_in_unit(const struct sop *sop)
{
	int pos;

	for (pos = 0; pos < sop->nrows; pos++)
		if (sop_every(sop->row[pos].performer) != NULL)
			return 1;
	return 0;
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

int
sop_next_by(const struct sop *sop, int pos, const char *value)
{
	const struct sop_row *row = sop_row_at(sop, pos);

	for (size_t i = 0; value != NULL && i < row->nway; i++)
		if (strcmp(row->way[i].value, value) == 0)
			return row->way[i].to;
	return sop_next(sop, pos);
}
