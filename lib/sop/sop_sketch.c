/* sop_sketch.c - what can be drawn of an SOP that is still being written. */
#include "sop/sop_sketch.h"

#include <string.h>

#include "base/arena.h"
#include "sop/sop_tree.h"

#define COLUMNS_MAX 16		/* more than any form prints */

struct sketch {
	struct arena		*arena;
	const struct sop_tree	*tree;
	struct sop		*sop;
};

static const char *
get(const struct sketch *s, int pos, const char *key)
{
	return sop_tree_get(s->tree, arena_printf(s->arena, "langkah[%d].%s",
	    pos, key));
}

static const char *
get_item(const struct sketch *s, int pos, const char *list, int i,
    const char *key)
{
	return sop_tree_get(s->tree, arena_printf(s->arena,
	    "langkah[%d].%s[%d]%s", pos, list, i, key));
}

static int
count(const struct sketch *s, int pos, const char *list)
{
	return sop_tree_count(s->tree, arena_printf(s->arena,
	    "langkah[%d].%s", pos, list));
}

/* Nobody, or a performer that speaks of no earlier row, has a lane whose name
 * says so. */
static const char *
performer(const struct sketch *s, int pos, const char *expr)
{
	static const char nobody[] = "belum dipilih";
	const char *no = strncmp(expr, "same-as:", 8) == 0 ? expr + 8 :
	    strncmp(expr, "superior-of:", 12) == 0 ? expr + 12 : NULL;
	int named = no != NULL ? sop_row_no(s->sop, no) : 1;

	return *expr == '\0' || named == 0 || (no != NULL && named >= pos) ?
	    nobody : expr;
}

static void
add_returns(const struct sketch *s, struct sop_row *row)
{
	int n = count(s, row->pos, "kembali.ke");

	for (int i = 1; i <= n && row->nreturns < SOP_RETURNS_MAX; i++) {
		int to = sop_row_no(s->sop, get_item(s, row->pos, "kembali.ke",
		    i, ""));

		if (to > 0 && to < row->pos)
			row->returns[row->nreturns++] = to;
	}
	row->return_basis = get(s, row->pos, "kembali.dasar");
}

static void
add_refusal(const struct sketch *s, struct sop_row *row)
{
	const char *text = get(s, row->pos, "tolak");
	size_t n = strcspn(text, ",");

	if (strcmp(text, "next") == 0)
		row->refuse = REFUSE_NEXT;
	else if (text[n] == ',')
		row->refuse_row = sop_row_no(s->sop, arena_strndup(s->arena,
		    text, n));
	if (row->refuse_row > row->pos)
		row->refuse = REFUSE_ROW_END;
}

/* The choices of the field that the row branches by; 0: there is none. */
static int
add_choices(const struct sketch *s, struct sop_row *row, const char *name)
{
	int n = count(s, row->pos, "isian"), nchoice = 0, i = 1;
	struct sop_field *f = arena_alloc(s->arena, sizeof(*f));
	struct sop_choice *choice;

	while (i <= n && strcmp(get_item(s, row->pos, "isian", i, ".nama"),
	    name) != 0)
		i++;
	if (*name != '\0' && i <= n)
		nchoice = count(s, row->pos, arena_printf(s->arena,
		    "isian[%d].pilihan", i));
	if (nchoice <= 0)
		return 0;
	choice = arena_alloc(s->arena, (size_t)nchoice * sizeof(*choice));
	for (int k = 1; k <= nchoice; k++) {
		const char *list = arena_printf(s->arena, "isian[%d].pilihan",
		    i);

		choice[k - 1].value = get_item(s, row->pos, list, k, ".nilai");
		choice[k - 1].label = get_item(s, row->pos, list, k, ".label");
	}
	*f = (struct sop_field){ .name = name, .type = FIELD_CHOICE,
	    .choice = choice, .nchoice = (size_t)nchoice };
	row->field = f;
	row->nfield = 1;
	return nchoice;
}

static void
add_branch(const struct sketch *s, struct sop_row *row)
{
	const char *name = get(s, row->pos, "cabang.isian");
	int n = count(s, row->pos, "cabang.ke");
	struct sop_way *way;

	if (add_choices(s, row, name) == 0)
		return;
	row->branch = name;
	way = arena_alloc(s->arena, ((size_t)n + 1) * sizeof(*way));
	for (int i = 1; i <= n; i++) {
		const char *no = get_item(s, row->pos, "cabang.ke", i,
		    ".langkah");
		int to = sop_row_no(s->sop, no);

		if (to > row->pos || strcmp(no, SOP_END) == 0)
			way[row->nway++] = (struct sop_way){ get_item(s,
			    row->pos, "cabang.ke", i, ".nilai"), no, to };
	}
	row->way = way;
}

static const char *
or_null(const char *text)
{
	return *text != '\0' ? text : NULL;
}

/* The row itself; the rows that it names come when all are there. */
static void
add_row(const struct sketch *s, struct sop_row *row)
{
	int kind = step_kind_from(get(s, row->pos, "jenis"));

	row->no = get(s, row->pos, "no");
	row->kind = kind >= 0 ? (enum step_kind)kind : STEP_RECORD;
	row->activity = get(s, row->pos, "kegiatan");
	row->activity_fixed = or_null(get(s, row->pos, "kegiatan_perbaikan"));
	row->short_name = or_null(get(s, row->pos, "singkat"));
	row->requirements = get(s, row->pos, "kelengkapan");
	row->waktu = get(s, row->pos, "waktu.teks");
	row->output = get(s, row->pos, "keluaran");
	row->source_note = get(s, row->pos, "keterangan");
	row->performer_basis = get(s, row->pos, "pelaksana.dasar");
}

/* The columns that the form prints. */
static void
add_columns(const struct sketch *s)
{
	int n = sop_tree_count(s->tree, "kolom");
	struct sop_column *column;

	if (n > COLUMNS_MAX)
		n = COLUMNS_MAX;
	column = arena_alloc(s->arena, ((size_t)n + 1) * sizeof(*column));
	for (int i = 0; i < n; i++) {
		const char *list = arena_printf(s->arena,
		    "kolom[%d].pelaksana", i + 1);
		int k = sop_tree_count(s->tree, list);
		const char **item = arena_alloc(s->arena, ((size_t)k + 1) *
		    sizeof(*item));

		for (int m = 0; m < k; m++)
			item[m] = sop_tree_get(s->tree, arena_printf(s->arena,
			    "%s[%d]", list, m + 1));
		column[i].title = sop_tree_get(s->tree, arena_printf(s->arena,
		    "kolom[%d].judul", i + 1));
		column[i].performer = (struct sop_list){ item, (size_t)k };
	}
	s->sop->column = column;
	s->sop->ncolumn = (size_t)n;
}

const struct sop *
sop_sketch(struct arena *arena, const struct sop_tree *tree)
{
	int n = sop_tree_count(tree, "langkah");
	struct sop_row *row = arena_alloc(arena, ((size_t)n + 1) *
	    sizeof(*row));
	struct sop *sop = arena_alloc(arena, sizeof(*sop));
	const struct sketch s = { arena, tree, sop };

	memset(sop, 0, sizeof(*sop));
	memset(row, 0, ((size_t)n + 1) * sizeof(*row));
	sop->name = sop_tree_get(tree, "nama");
	sop->noun = sop_tree_get(tree, "sebutan");
	sop->row = row;
	sop->nrows = n;
	add_columns(&s);
	for (int i = 0; i < n; i++) {
		row[i].pos = i + 1;
		add_row(&s, &row[i]);
	}
	for (int i = 0; i < n; i++) {
		row[i].performer = performer(&s, i + 1, get(&s, i + 1,
		    "pelaksana.peran"));
		add_returns(&s, &row[i]);
		add_refusal(&s, &row[i]);
		add_branch(&s, &row[i]);
	}
	return sop;
}
