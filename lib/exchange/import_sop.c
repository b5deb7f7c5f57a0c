/*
 * import_sop.c - rows and roles of the SOP that an event log tells of.
 */
#include "exchange/import_sop.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "office/unit.h"
#include "people/role.h"

#define ROWS_MAX 200		/* of an SOP */

/* -- names --------------------------------------------------------------- */

/* The events in order of one of their names, so that equal ones meet. */
struct named {
	const char	*name;
	size_t		 event;
};

static int
by_name(const void *pa, const void *pb)
{
	const struct named *a = pa, *b = pb;
	int order = strcmp(a->name, b->name);

	return order != 0 ? order :
	    (a->event > b->event) - (a->event < b->event);
}

/* Number the names: `of` gets the number of each event's name.  How many. */
static size_t
number(struct named *list, size_t n, size_t *of)
{
	size_t i, count = 0;

	qsort(list, n, sizeof(*list), by_name);
	for (i = 0; i < n; i++) {
		if (i == 0 || strcmp(list[i].name, list[i - 1].name) != 0)
			count++;
		of[list[i].event] = count - 1;
	}
	return count;
}

/* -- rows ---------------------------------------------------------------- */

/* How far through its case each event is: the sums of its row. */
static void
place_rows(struct import_sop *p, const struct import_log *l)
{
	size_t first, i, n;

	for (first = 0; first < l->count; first += n) {
		n = import_log_case(l, first);
		for (i = 0; i < n; i++)
			p->row[p->row_of[first + i]].place +=
			    ((double)i + 0.5) / (double)n;
	}
	for (i = 0; i < p->nrow; i++)
		p->row[i].place /= (double)p->row[i].count;
}

/* The role that did each row most often, the first of equals. */
static int
give_roles(struct import_sop *p, const struct import_log *l)
{
	size_t *often = calloc(p->nrow * p->nrole + 1, sizeof(*often));
	size_t i, role, *row;

	if (often == NULL)
		return -1;
	for (i = 0; i < l->count; i++)
		often[p->row_of[i] * p->nrole + p->role_of[i]]++;
	for (i = 0; i < p->nrow; i++) {
		row = often + i * p->nrole;
		for (role = 1; role < p->nrole; role++)
			if (row[role] > row[p->row[i].role])
				p->row[i].role = role;
	}
	free(often);
	return 0;
}

static int
by_place(const void *pa, const void *pb)
{
	const struct import_sop_row *a = pa, *b = pb;

	return a->place != b->place ? (a->place > b->place) -
	    (a->place < b->place) : strcmp(a->activity, b->activity);
}

static int
sort_rows(struct import_sop *p, const struct import_log *l)
{
	const char **was = calloc(p->nrow + 1, sizeof(*was));
	size_t *now = calloc(p->nrow + 1, sizeof(*now)), i, j;

	if (was != NULL && now != NULL) {
		for (i = 0; i < p->nrow; i++)
			was[i] = p->row[i].activity;
		qsort(p->row, p->nrow, sizeof(*p->row), by_place);
		for (i = 0; i < p->nrow; i++)
			for (j = 0; j < p->nrow; j++)
				if (p->row[j].activity == was[i])
					now[i] = j;
		for (i = 0; i < l->count; i++)
			p->row_of[i] = now[p->row_of[i]];
	}
	i = was == NULL || now == NULL;
	free(was);
	free(now);
	return i ? -1 : 0;
}

/* -- roles --------------------------------------------------------------- */

/* "Group 1" becomes "group-1". */
static void
make_slug(const char *name, char *slug, size_t size)
{
	size_t n = 0;
	char c;

	if ((*name < 'a' || *name > 'z') && (*name < 'A' || *name > 'Z'))
		n = (size_t)snprintf(slug, size, "peran-");
	for (; *name != '\0' && n + 8 < size; name++) {
		c = *name >= 'A' && *name <= 'Z' ? (char)(*name + 32) : *name;
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			slug[n++] = c;
		else if (n > 0 && slug[n - 1] != '-')
			slug[n++] = '-';
	}
	while (n > 0 && slug[n - 1] == '-')
		n--;
	slug[n] = '\0';
}

static int
slug_taken(struct office *o, const struct import_sop *p, size_t before,
    const char *slug)
{
	struct role_row r;
	size_t i;

	for (i = 0; i < before; i++)
		if (strcmp(p->role[i].slug, slug) == 0)
			return 1;
	return role_by_slug(o, slug, &r) == CASE_OK;
}

/* The office's role of this name, else a slug that nobody has. */
static void
match_role(struct office *o, struct import_sop *p, size_t i,
    const struct role_row *had, size_t nhad)
{
	struct import_sop_role *r = &p->role[i];
	size_t k, len;

	for (k = 0; k < nhad; k++) {
		if (strcasecmp(had[k].name, r->name) != 0)
			continue;
		snprintf(r->slug, sizeof(r->slug), "%s", had[k].slug);
		r->known = 1;
		return;
	}
	make_slug(r->name, r->slug, sizeof(r->slug));
	len = strlen(r->slug);
	for (k = 2; slug_taken(o, p, i, r->slug); k++)
		snprintf(r->slug + len, sizeof(r->slug) - len, "-%zu", k);
}

static enum case_err
match_roles(struct office *o, struct import_sop *p)
{
	struct role_row *had;
	size_t nhad, i;
	enum case_err err = role_list(o, 0, &had, &nhad);

	for (i = 0; err == CASE_OK && i < p->nrole; i++)
		match_role(o, p, i, had, nhad);
	if (err == CASE_OK)
		free(had);
	return err;
}

/* -- finding ------------------------------------------------------------- */

static enum case_err
find(struct office *o, const struct import_log *l, struct import_sop *p,
    struct named *list)
{
	size_t i;

	for (i = 0; i < l->count; i++)
		list[i] = (struct named){ l->event[i].activity, i };
	p->nrow = number(list, l->count, p->row_of);
	if (p->nrow > ROWS_MAX)
		return office_fail(o, CASE_INVALID, "", "Ada %zu kegiatan; "
		    "paling banyak %d.", p->nrow, ROWS_MAX);
	for (i = 0; i < l->count; i++)
		list[i] = (struct named){ l->event[i].role, i };
	p->nrole = number(list, l->count, p->role_of);
	p->row = calloc(p->nrow + 1, sizeof(*p->row));
	p->role = calloc(p->nrole + 1, sizeof(*p->role));
	if (p->row == NULL || p->role == NULL)
		return office_fail(o, CASE_DB, "", "memori habis");
	for (i = 0; i < l->count; i++) {
		p->row[p->row_of[i]].activity = l->event[i].activity;
		p->row[p->row_of[i]].count++;
		p->role[p->role_of[i]].name = l->event[i].role;
	}
	place_rows(p, l);
	if (give_roles(p, l) != 0 || sort_rows(p, l) != 0)
		return office_fail(o, CASE_DB, "", "memori habis");
	return match_roles(o, p);
}

enum case_err
import_sop_find(struct office *o, const struct import_log *l,
    struct import_sop *p)
{
	struct named *list = calloc(l->count + 1, sizeof(*list));
	enum case_err err;

	memset(p, 0, sizeof(*p));
	p->row_of = calloc(l->count + 1, sizeof(*p->row_of));
	p->role_of = calloc(l->count + 1, sizeof(*p->role_of));
	if (list == NULL || p->row_of == NULL || p->role_of == NULL)
		err = office_fail(o, CASE_DB, "", "memori habis");
	else
		err = find(o, l, p, list);
	free(list);
	return err;
}

void
import_sop_free(struct import_sop *p)
{
	free(p->row);
	free(p->role);
	free(p->row_of);
	free(p->role_of);
	memset(p, 0, sizeof(*p));
}

/* -- making -------------------------------------------------------------- */

enum case_err
import_sop_make_roles(struct office *o, const struct change *ch,
    const struct import_sop *p, int64_t from)
{
	struct role_row r = { .unit_id = office_unit(o), .valid_from = from };
	enum case_err err = CASE_OK;
	int64_t id;
	size_t i;

	for (i = 0; err == CASE_OK && i < p->nrole; i++) {
		if (p->role[i].known)
			continue;
		snprintf(r.slug, sizeof(r.slug), "%s", p->role[i].slug);
		snprintf(r.name, sizeof(r.name), "%s", p->role[i].name);
		err = role_add(o, ch, &r, &id);
		if (err == CASE_OK)
			err = role_end(o, ch, id, ch->now, 0);
	}
	return err;
}

/* -- the file ------------------------------------------------------------ */

/* A text in double quotes, after its key or dash. */
static void
put_text(FILE *f, const char *before, const char *text)
{
	fprintf(f, "%s \"", before);
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			fputc('\\', f);
		fputc(*text, f);
	}
	fputs("\"\n", f);
}

static const struct import_standard *
standard_of(const struct import_request *h, const char *activity)
{
	size_t i;

	for (i = 0; i < h->nstandard; i++)
		if (strcmp(h->standard[i].activity, activity) == 0)
			return &h->standard[i];
	return NULL;
}

static void
put_row(FILE *f, size_t no, const struct import_sop_row *row,
    const struct import_sop_role *role, const struct import_standard *s)
{
	struct standard none = { 0, 0, UNIT_DAY, MEASURE_TURNAROUND };
	const struct standard *std = s != NULL ? &s->standard : &none;

	fprintf(f, "  - no: %zu\n    jenis: record\n"
	    "    pelaksana: { peran: %s, dasar: text }\n", no, role->slug);
	put_text(f, "    kegiatan:", row->activity);
	fputs("    waktu:\n", f);
	put_text(f, "      teks:", s != NULL ? s->text : "-");
	fprintf(f, "      min: %d\n      maks: %d\n      satuan: %s\n"
	    "      ukur: %s\n", (int)std->min, (int)std->max,
	    standard_unit_slug(std->unit), standard_measure_slug(std->measure));
	if (no == 1)
		fputs("    isian:\n      - nama: berkas\n"
		    "        label: Berkas\n        jenis: teks\n", f);
}

static void
put_head(FILE *f, const struct import_request *h,
    const struct unit_row *unit)
{
	fprintf(f, "kode: impor-%s\n", h->slug);
	put_text(f, "judul:", h->name);
	put_text(f, "nama:", h->name);
	fprintf(f, "nomor: \"\"\nunit: %s\nkepala:\n", unit->slug);
	put_text(f, "  -", unit->name);
	fputs("tanggal: { pembuatan: \"\", revisi: \"\", efektif: \"\" }\n"
	    "disahkan: { jabatan: \"-\", nama: \"-\", nip: \"\" }\n"
	    "dasar_hukum: []\nkualifikasi: []\nketerkaitan: []\n"
	    "peralatan: []\nperingatan: []\n"
	    "pencatatan: { judul: \"-\", isi: [] }\n"
	    "perihal_dari: berkas\nlangkah:\n", f);
}

char *
import_sop_yaml(struct office *o, const struct import_sop *p,
    const struct import_request *h)
{
	struct unit_row unit;
	char *text = NULL;
	size_t len, i;
	FILE *f;

	if (unit_get(o, office_unit(o), &unit) != CASE_OK ||
	    (f = open_memstream(&text, &len)) == NULL)
		return NULL;
	put_head(f, h, &unit);
	for (i = 0; i < p->nrow; i++)
		put_row(f, i + 1, &p->row[i], &p->role[p->row[i].role],
		    standard_of(h, p->row[i].activity));
	if (fclose(f) != 0) {
		free(text);
		return NULL;
	}
	return text;
}
