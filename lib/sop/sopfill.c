/* sopfill.c - from the words of an SOP file to the values of a struct sop. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sop/sopraw.h"

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

/* A word that must be known; its number, or -1 and the mistake told. */
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

/* The position of a printed number; 0 and the mistake told when none. */
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
	};
	unsigned set = 0;

	for (size_t i = 0; i < raw->nformat; i++) {
		unsigned one = 0;

		for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++)
			if (strcmp(words[k].word, raw->format[i]) == 0)
				one = words[k].format;
		if (one == 0)
			yamltext_error(y, path, "\"%s\" tidak dikenal: harus "
			    "pdf, foto, word, excel atau opendocument",
			    raw->format[i]);
		set |= one;
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
		snprintf(key, sizeof(key), "isian[%zu].format", i + 1);
		out[i].formats = formats(y, at(&p, row->pos, key),
		    &raw->field[i]);
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
	    at(&p, pos, "waktu.satuan"), in->unit, standard_unit_from(in->unit));
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

int
sop_fill(struct sop_memory *m, struct yamltext *y)
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
	fill_promise(raw, y, &m->sop);
	for (i = 0, nfield = 0; i < raw->nrow; i++) {
		m->row[i].pos = (int)i + 1;
		fill_row(raw, y, &m->row[i], m->field + nfield);
		nfield += raw->row[i].nfield;
	}
	return 0;
}
