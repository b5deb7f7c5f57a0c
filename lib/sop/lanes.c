/*
 * lanes.c - the swim-lane flowchart of an SOP.
 */
#include <stdlib.h>
#include <string.h>

#include "sop/lanes.h"

#include "base/arena.h"

/* A set of lanes, a bit each. */
typedef unsigned lane_set;

/* The printed columns in which a single performer stands. */
static lane_set
columns_of(const struct sop *sop, const char *expr)
{
	lane_set set = 0;

	for (size_t i = 0; i < sop->ncolumn; i++)
		for (size_t k = 0; k < sop->column[i].performer.count; k++)
			if (strcmp(sop->column[i].performer.item[k],
			    expr) == 0)
				set |= 1U << i;
	return set;
}

/* The lanes of a single performer; one is made when no column has it.
 * LANES_MAX are more than any form has room for, the rest shares the last. */
static lane_set
lane_of(struct lanes *l, const char *expr)
{
	lane_set columns = columns_of(l->sop, expr);

	if (columns != 0)
		return columns;
	for (int i = 0; i < l->count; i++)
		if (l->expr[i] != NULL && strcmp(l->expr[i], expr) == 0)
			return 1U << i;
	if (l->count == LANES_MAX)
		return 1U << (LANES_MAX - 1);
	l->expr[l->count] = expr;
	return 1U << l->count++;
}

/* The row that "same-as:6" speaks of, or NULL. */
static const struct sop_row *
same_row(const struct sop *sop, const char *expr)
{
	if (strncmp(expr, "same-as:", 8) != 0)
		return NULL;
	return sop_row_at(sop, sop_row_no(sop, expr + 8));
}

/* Lanes of a row. */
static lane_set
row_lanes(struct arena *arena, struct lanes *l, const struct sop_row *row)
{
	const struct sop_row *same = same_row(l->sop, row->performer);
	char *all = arena_strdup(arena, row->performer), *one;
	lane_set set = 0;

	if (same != NULL)
		return row_lanes(arena, l, same);
	while ((one = strsep(&all, "+")) != NULL)
		set |= lane_of(l, one);
	return set;
}

struct lane_cell *
lanes_cell(const struct lanes *l, int pos, int lane)
{
	return &l->cell[(size_t)(pos - 1) * LANES_MAX + (size_t)lane];
}

static void
mark(const struct lanes *l, int pos, lane_set set, unsigned pieces)
{
	for (int i = 0; i < l->count; i++)
		if (set & 1U << i)
			lanes_cell(l, pos, i)->pieces |= pieces;
}

static int
first_lane(lane_set set)
{
	int i = 0;

	while (set != 0 && (set & 1U << i) == 0)
		i++;
	return i;
}

static int
last_lane(lane_set set)
{
	int i = LANES_MAX - 1;

	while (i > 0 && (set & 1U << i) == 0)
		i--;
	return i;
}

/* From row `a` down to row `b`; rows between (of another rhythm, as a monthly
 * evaluation) are passed. */
static void
connect(const struct lanes *l, const lane_set *set, int a, int b)
{
	int from = first_lane(set[a] | set[b]);
	int to = last_lane(set[a] | set[b]);

	mark(l, a, set[a], LANE_DOWN);
	for (int i = from; i <= to; i++)
		lanes_cell(l, a + 1, i)->pieces |=
		    (i > from ? LANE_LEFT : 0U) | (i < to ? LANE_RIGHT : 0U);
	for (int pos = a + 1; pos < b; pos++)
		mark(l, pos, set[b], LANE_UP | LANE_DOWN);
	mark(l, b, set[b], LANE_UP | LANE_ARROW);
}

static int
is_decision(const struct sop_row *row)
{
	return row->nreturns > 0 || row->refuse != REFUSE_NO ||
	    row->branch != NULL;
}

/* Add the choices of the field that lead to the row at `to` (0: to the end):
 * "Biasa atau Segera: langkah 3". */
static void
say_way(struct arena *arena, const struct sop *sop,
    const struct sop_row *row, int to, const char **text)
{
	const struct sop_field *f = sop_field_of(row, row->branch);
	const char *before = **text != '\0' ? "; " : "";

	for (size_t i = 0; i < f->nchoice; i++)
		if (sop_next_by(sop, row->pos, f->choice[i].value) == to) {
			arena_append(arena, text, "%s%s", before,
			    f->choice[i].label);
			before = " atau ";
		}
	if (to == 0)
		arena_append(arena, text, ": " SOP_END);
	else
		arena_append(arena, text, ": langkah %s",
		    sop_row_at(sop, to)->no);
}

/* Add where the values lead that a row branches by, each target once. */
static void
say_ways(struct arena *arena, const struct sop *sop,
    const struct sop_row *row, const char **text)
{
	const struct sop_field *f = sop_field_of(row, row->branch);

	for (size_t i = 0; f != NULL && i < f->nchoice; i++) {
		int to = sop_next_by(sop, row->pos, f->choice[i].value);
		size_t k = 0;

		while (sop_next_by(sop, row->pos, f->choice[k].value) != to)
			k++;
		if (k == i)
			say_way(arena, sop, row, to, text);
	}
}

/* "Tidak: langkah 8 atau 5", "Ditolak: langkah 13"; there is little room. */
static const char *
back_text(struct arena *arena, const struct sop *sop,
    const struct sop_row *row)
{
	const char *text = "", *refused = NULL;

	for (int i = 0; i < row->nreturns; i++)
		arena_append(arena, &text, "%s%s", i == 0 ? "Tidak: langkah " :
		    i == row->nreturns - 1 ? " atau " : ", ",
		    sop_row_at(sop, row->returns[i])->no);
	if (row->refuse == REFUSE_ROW_END)
		refused = arena_printf(arena, "%s%s",
		    row->nreturns > 0 ? "ditolak: " : "Ditolak: langkah ",
		    sop_row_at(sop, row->refuse_row)->no);
	else if (row->refuse == REFUSE_NEXT && row->nreturns == 0)
		refused = "Ditolak: diteruskan";
	if (refused != NULL)
		arena_append(arena, &text, "%s%s", *text != '\0' ? "; " : "",
		    refused);
	if (row->branch != NULL)
		say_ways(arena, sop, row, &text);
	return text;
}

/* The row that the dashed line of a decision leads to: the usual return, else
 * where a refusal or the first way of a branch leads; its own for none. */
static int
side_target(const struct sop_row *row)
{
	if (row->nreturns > 0)
		return row->returns[0];
	if (row->refuse == REFUSE_ROW_END)
		return row->refuse_row;
	return row->nway > 0 && row->way[0].to != 0 ? row->way[0].to :
	    row->pos;
}

/* Does a forward of the row lead to the row at `next` at all? */
static int
leads_to(const struct sop *sop, const struct sop_row *row, int next)
{
	const struct sop_field *f = row->branch != NULL ?
	    sop_field_of(row, row->branch) : NULL;

	for (size_t i = 0; f != NULL && i < f->nchoice; i++)
		if (sop_next_by(sop, row->pos, f->choice[i].value) == next)
			return 1;
	return f == NULL;
}

/* The lane of a set that is nearest to lane `to`. */
static int
nearest_lane(lane_set set, int to)
{
	int best = first_lane(set);

	for (int i = best; i <= last_lane(set); i++)
		if (set & 1U << i && abs(i - to) < abs(best - to))
			best = i;
	return best;
}

/* The dashed line of a return from a row to the lane of the usual target. */
static void
draw_back(struct arena *arena, const struct lanes *l, const lane_set *set,
    const struct sop_row *row)
{
	int target = side_target(row);
	int to = first_lane(set[target]);
	int from = nearest_lane(set[row->pos], to);
	int step = to < from ? -1 : 1;
	struct lane_cell *cell;

	if (to != from)
		lanes_cell(l, row->pos, from)->pieces |= to < from ?
		    LANE_BACK_LEFT : LANE_BACK_RIGHT;
	for (int i = from; i != to; i += step)
		lanes_cell(l, row->pos, i + step)->pieces |=
		    LANE_BACK_ACROSS;
	cell = lanes_cell(l, row->pos, to);
	cell->back = back_text(arena, l->sop, row);
	if (to == from)
		cell->pieces |= target < row->pos ? LANE_TO_ABOVE : 0U;
	else
		cell->pieces |= to < from ? LANE_TO_LEFT : LANE_TO_RIGHT;
}

static void
draw_row(struct arena *arena, const struct lanes *l, const lane_set *set,
    const struct sop_row *row)
{
	int next = sop_next(l->sop, row->pos);
	int end = next == 0 && row->kind != STEP_EVALUATE;
	unsigned symbol = LANE_BOX;

	if (row->branch != NULL)
		symbol = LANE_DECISION;
	else if (is_decision(row))
		symbol = LANE_DECISION | (end ? LANE_YES_END : LANE_YES);
	else if (row->pos == 1)
		symbol = LANE_START;
	else if (end)
		symbol = LANE_END;
	mark(l, row->pos, set[row->pos], symbol);
	if (is_decision(row))
		draw_back(arena, l, set, row);
	if (next != 0 && row->kind != STEP_EVALUATE &&
	    leads_to(l->sop, row, next))
		connect(l, set, row->pos, next);
}

void
lanes_make(struct arena *arena, const struct sop *sop, struct lanes *l)
{
	size_t nrows = (size_t)sop->nrows;
	lane_set *set = arena_alloc(arena, (nrows + 1) * sizeof(*set));

	memset(l, 0, sizeof(*l));
	l->sop = sop;
	for (; l->count < (int)sop->ncolumn; l->count++)
		l->title[l->count] = sop->column[l->count].title;
	l->cell = arena_alloc(arena,
	    nrows * LANES_MAX * sizeof(*l->cell));
	for (int pos = 1; pos <= sop->nrows; pos++)
		set[pos] = row_lanes(arena, l, sop_row_at(sop, pos));
	for (int pos = 1; pos <= sop->nrows; pos++)
		draw_row(arena, l, set, sop_row_at(sop, pos));
}
