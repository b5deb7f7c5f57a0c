/* sop-table-t.c - the shipped SOP files hold the table, cell by cell. */
#include <string.h>

#include "sop/rolefile.h"
#include "sop/sop.h"
#include "tests/slurp.h"

/* Columns of tests/data/sop-steps.tsv, in order. */
enum column {
	COL_SOP, COL_NO, COL_ACTIVITY, COL_KIND, COL_PERFORMER,
	COL_PERFORMER_BASIS, COL_RETURN_TO, COL_RETURN_BASIS, COL_REFUSE,
	COL_STARTS, COL_PARTICIPANTS, COL_CLOCK, COL_REQUIREMENTS, COL_WAKTU,
	COL_MIN, COL_MAX, COL_UNIT, COL_OUTPUT, COL_SOURCE_NOTE,
	COL_READING_NOTE, COL__MAX
};

static const char *const column[COL__MAX] = {
	"sop", "no", "activity", "kind", "performer", "performer_basis",
	"return_to", "return_basis", "refuse", "starts", "participants",
	"clock", "requirements", "waktu", "min", "max", "unit", "output",
	"source_note", "reading_note"
};

/* The lists of the identity page: how many items each has in the document. */
static const struct {
	const char	*slug;
	int		 nrows;
	size_t		 head, legal, qualification, related, equipment;
	size_t		 warning, recording;
	int		 promise_days;
} shipped[] = {
	{ "sigap-magang-penelitian", 8, 3, 6, 3, 3, 4, 1, 1, 5 },
	{ "pagu-anggaran", 9, 5, 10, 5, 4, 4, 0, 1, 0 },
	{ "monev", 9, 5, 6, 4, 3, 3, 1, 1, 0 },
	{ "data-capaian-kinerja", 9, 5, 9, 3, 4, 4, 1, 1, 0 },
	{ "perjanjian-kinerja", 9, 5, 7, 3, 3, 3, 0, 1, 0 },
	{ "renstra", 10, 5, 8, 3, 3, 4, 0, 1, 0 },
	{ "rkt", 9, 5, 9, 3, 3, 4, 0, 1, 0 },
	{ "skp", 10, 2, 8, 3, 4, 4, 2, 1, 0 },
	{ "keimigrasian-wna", 18, 3, 5, 4, 3, 3, 1, 1, 5 },
	{ "izin-magang-penelitian", 6, 3, 6, 3, 3, 3, 1, 1, 5 },
	{ "keterangan-selesai-sertifikat", 6, 3, 6, 3, 3, 3, 1, 1, 5 },
};

#define NSHIPPED (sizeof(shipped) / sizeof(shipped[0]))

static struct rolefile *
read_roles(void)
{
	struct rolefile *roles;
	char why[2000], *text;
	size_t len;

	text = slurp("lib/sop/peran.yaml", &len);
	roles = rolefile_parse("peran.yaml", text, len, why, sizeof(why));
	if (roles == NULL)
		bail(why);
	free(text);
	return roles;
}

static struct sop *
read_sop(const char *slug, const struct rolefile *roles)
{
	char name[100], why[2000], *text;
	struct sop *sop;
	size_t len;

	snprintf(name, sizeof(name), "lib/sop/%s.yaml", slug);
	text = slurp(name, &len);
	sop = sop_parse(name, text, len, roles->slugs, why, sizeof(why));
	if (sop == NULL)
		bail(why);
	ok(strcmp(sop->noun, "berkas") != 0, "%s says what a run of it is "
	    "called", slug);
	free(text);
	return sop;
}

/* "6,5": the printed numbers of the rows a row may return to. */
static void
returns_text(const struct sop *sop, const struct sop_row *row, char *buf,
    size_t size)
{
	size_t used = 0;
	int i;

	*buf = '\0';
	for (i = 0; i < row->nreturns; i++)
		used += (size_t)snprintf(buf + used, size - used, "%s%s",
		    i > 0 ? "," : "", sop_row_at(sop, row->returns[i])->no);
}

/* A cell as the table writes it, from the row as the program has it. */
static const char *
cell(const struct sop *sop, const struct sop_row *row, enum column col,
    char *buf, size_t size)
{
	switch (col) {
	case COL_SOP: return sop->slug;
	case COL_NO: return row->no;
	case COL_ACTIVITY: return row->activity;
	case COL_KIND: return step_kind_slug(row->kind);
	case COL_PERFORMER: return row->performer;
	case COL_PERFORMER_BASIS: return row->performer_basis;
	case COL_RETURN_TO:
		returns_text(sop, row, buf, size);
		return buf;
	case COL_RETURN_BASIS: return row->return_basis;
	case COL_REFUSE:
		if (row->refuse != REFUSE_ROW_END)
			return row->refuse == REFUSE_NEXT ? "next" : "";
		snprintf(buf, size, "%s,end",
		    sop_row_at(sop, row->refuse_row)->no);
		return buf;
	case COL_STARTS: return row->present ? "present" : "";
	case COL_PARTICIPANTS: return row->participants;
	case COL_CLOCK: return standard_measure_slug(row->standard.measure);
	case COL_REQUIREMENTS: return row->requirements;
	case COL_WAKTU: return row->waktu;
	case COL_MIN:
		snprintf(buf, size, "%d", (int)row->standard.min);
		return buf;
	case COL_MAX:
		snprintf(buf, size, "%d", (int)row->standard.max);
		return buf;
	case COL_UNIT: return standard_unit_slug(row->standard.unit);
	case COL_OUTPUT: return row->output;
	case COL_SOURCE_NOTE: return row->source_note;
	case COL_READING_NOTE: return row->reading_note;
	case COL__MAX: break;
	}
	return NULL;
}

/* One line of the table against one row: 20 cells; each difference is shown. */
static void
compare(const struct sop *sop, int pos, char *line)
{
	const struct sop_row *row = sop_row_at(sop, pos);
	struct standard read = { 0, 0, UNIT__MAX, MEASURE__MAX };
	char buf[200], *rest = line;
	const char *want, *got;
	int col, same = 0;

	for (col = 0; col < COL__MAX && rest != NULL; col++) {
		want = strsep(&rest, "\t");
		got = cell(sop, row, (enum column)col, buf, sizeof(buf));
		if (got != NULL && strcmp(want, got) == 0)
			same++;
		else
			printf("# %s\n#  wanted %s\n#     got %s\n",
			    column[col], want, got != NULL ? got : "(null)");
	}
	ok(same == COL__MAX && rest == NULL, "%s row %s: all %d cells",
	    sop->slug, row->no, COL__MAX);
	ok(standard_parse(row->waktu, &read) == 0 &&
	    read.min == row->standard.min && read.max == row->standard.max &&
	    read.unit == row->standard.unit,
	    "...and the printed time says what the figures say");
}

static void
holds_every_cell(struct sop *const *sop)
{
	char *text, *rest, *line;
	size_t len, i;
	int pos[NSHIPPED] = { 0 }, rows = 0;

	text = rest = slurp("tests/data/sop-steps.tsv", &len);
	strsep(&rest, "\n");
	while ((line = strsep(&rest, "\n")) != NULL && *line != '\0') {
		len = strcspn(line, "\t");
		for (i = 0; i < NSHIPPED; i++)
			if (strlen(shipped[i].slug) == len &&
			    memcmp(shipped[i].slug, line, len) == 0)
				break;
		if (i == NSHIPPED || ++pos[i] > sop[i]->nrows)
			bail(line);
		compare(sop[i], pos[i], line);
		rows++;
	}
	is_int(103, rows, "the table has 103 rows");
	for (i = 0; i < NSHIPPED; i++)
		is_int(pos[i], sop[i]->nrows, "%s: no row beyond the table",
		    sop[i]->slug);
	free(text);
}

/* Every row has a name of its own that fits a chart. */
static void
names_every_row(const struct sop *s)
{
	const char *name, *other;
	int pos, before, longest = 0, same = 0, named = 0;

	for (pos = 1; pos <= s->nrows; pos++) {
		name = sop_row_at(s, pos)->short_name;
		if (name == NULL)
			continue;
		named++;
		if ((int)strlen(name) > longest)
			longest = (int)strlen(name);
		for (before = 1; before < pos; before++) {
			other = sop_row_at(s, before)->short_name;
			same += other != NULL && strcmp(name, other) == 0;
		}
	}
	is_int(s->nrows, named, "%s: each row has a short name", s->slug);
	is_int(0, same, "...of its own");
	ok(longest <= 30, "...of 30 letters at most");
}

static void
holds_the_identity_page(const struct sop *s, size_t i)
{
	is_string(shipped[i].slug, s->slug, "%s", s->slug);
	is_int(shipped[i].nrows, s->nrows, "...rows");
	is_int(shipped[i].head, s->unit_lines.count, "...kepala");
	is_int(shipped[i].legal, s->legal_basis.count, "...dasar hukum");
	is_int(shipped[i].qualification, s->qualification.count,
	    "...kualifikasi");
	is_int(shipped[i].related, s->related.count, "...keterkaitan");
	is_int(shipped[i].equipment, s->equipment.count, "...peralatan");
	is_int(shipped[i].warning, s->warning.count, "...peringatan");
	is_int(shipped[i].recording, s->recording.count, "...pencatatan");
	is_int(shipped[i].promise_days, s->promise_days, "...janji");
	is_int(18, strlen(s->approved_nip) - (strchr(s->approved_nip, ' ') ?
	    3 : 0), "...NIP of 18 digits");
}

int
main(void)
{
	struct rolefile *roles = read_roles();
	struct sop *sop[NSHIPPED];
	size_t i;

	for (i = 0; i < NSHIPPED; i++)
		sop[i] = read_sop(shipped[i].slug, roles);
	for (i = 0; i < NSHIPPED; i++)
		holds_the_identity_page(sop[i], i);
	for (i = 0; i < NSHIPPED; i++)
		names_every_row(sop[i]);
	holds_every_cell(sop);
	for (i = 0; i < NSHIPPED; i++)
		sop_free(sop[i]);
	rolefile_free(roles);
	return tap_done();
}
