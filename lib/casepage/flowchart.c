/*
 * flowchart.c - the swim-lane flowchart of an SOP.
 */
#include <stdlib.h>
#include <string.h>

#include "casepage/flowchart.h"

#include "base/arena.h"
#include "page/page.h"

/* A set of lanes, a bit each. */
typedef unsigned lane_set;

/* The lane of a single performer, made when it is new; FLOWCHART_LANES are more
 * than any form has room for, the rest shares the last. */
static lane_set
lane_of(struct flowchart *l, const char *expr)
{
	for (int i = 0; i < l->count; i++)
		if (strcmp(l->expr[i], expr) == 0)
			return 1U << i;
	if (l->count == FLOWCHART_LANES)
		return 1U << (FLOWCHART_LANES - 1);
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
row_lanes(struct arena *arena, struct flowchart *l, const struct sop_row *row)
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
flowchart_cell(const struct flowchart *l, int pos, int lane)
{
	return &l->cell[(size_t)(pos - 1) * FLOWCHART_LANES + (size_t)lane];
}

static void
mark(const struct flowchart *l, int pos, lane_set set, unsigned pieces)
{
	for (int i = 0; i < l->count; i++)
		if (set & 1U << i)
			flowchart_cell(l, pos, i)->pieces |= pieces;
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
	int i = FLOWCHART_LANES - 1;

	while (i > 0 && (set & 1U << i) == 0)
		i--;
	return i;
}

/* From row `a` down to row `b`; rows between (of another rhythm, as a monthly
 * evaluation) are passed. */
static void
connect(const struct flowchart *l, const lane_set *set, int a, int b)
{
	int from = first_lane(set[a] | set[b]);
	int to = last_lane(set[a] | set[b]);

	mark(l, a, set[a], LANE_DOWN);
	for (int i = from; i <= to; i++)
		flowchart_cell(l, a + 1, i)->pieces |=
		    (i > from ? LANE_LEFT : 0U) | (i < to ? LANE_RIGHT : 0U);
	for (int pos = a + 1; pos < b; pos++)
		mark(l, pos, set[b], LANE_UP | LANE_DOWN);
	mark(l, b, set[b], LANE_UP | LANE_ARROW);
}

static int
is_decision(const struct sop_row *row)
{
	return row->nreturns > 0 || row->refuse != REFUSE_NO;
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
	if (refused == NULL)
		return text;
	return arena_printf(arena, "%s%s%s", text, *text != '\0' ? "; " : "",
	    refused);
}

/* The dashed line of a return from a row to the lane of the usual target. */
static void
draw_back(struct arena *arena, const struct flowchart *l, const lane_set *set,
    const struct sop_row *row)
{
	int target = row->nreturns > 0 ? row->returns[0] :
	    row->refuse == REFUSE_ROW_END ? row->refuse_row : row->pos;
	int from = first_lane(set[row->pos]), to = first_lane(set[target]);
	int step = to < from ? -1 : 1;
	struct lane_cell *cell;

	if (to != from)
		flowchart_cell(l, row->pos, from)->pieces |= to < from ?
		    LANE_BACK_LEFT : LANE_BACK_RIGHT;
	for (int i = from; i != to; i += step)
		flowchart_cell(l, row->pos, i + step)->pieces |=
		    LANE_BACK_ACROSS;
	cell = flowchart_cell(l, row->pos, to);
	cell->back = back_text(arena, l->sop, row);
	if (to == from)
		cell->pieces |= target < row->pos ? LANE_TO_ABOVE : 0U;
	else
		cell->pieces |= to < from ? LANE_TO_LEFT : LANE_TO_RIGHT;
}

static void
draw_row(struct arena *arena, const struct flowchart *l, const lane_set *set,
    const struct sop_row *row)
{
	int next = sop_next(l->sop, row->pos);
	int end = next == 0 && row->kind != STEP_EVALUATE;
	unsigned symbol = LANE_BOX;

	if (is_decision(row))
		symbol = LANE_DECISION | (end ? LANE_YES_END : LANE_YES);
	else if (row->pos == 1)
		symbol = LANE_START;
	else if (end)
		symbol = LANE_END;
	mark(l, row->pos, set[row->pos], symbol);
	if (is_decision(row))
		draw_back(arena, l, set, row);
	if (next != 0 && row->kind != STEP_EVALUATE)
		connect(l, set, row->pos, next);
}

void
flowchart_make(struct arena *arena, const struct sop *sop, struct flowchart *l)
{
	size_t nrows = (size_t)sop->nrows;
	lane_set *set = arena_alloc(arena, (nrows + 1) * sizeof(*set));

	memset(l, 0, sizeof(*l));
	l->sop = sop;
	l->cell = arena_alloc(arena,
	    nrows * FLOWCHART_LANES * sizeof(*l->cell));
	for (int pos = 1; pos <= sop->nrows; pos++)
		set[pos] = row_lanes(arena, l, sop_row_at(sop, pos));
	for (int pos = 1; pos <= sop->nrows; pos++)
		draw_row(arena, l, set, sop_row_at(sop, pos));
}

static void
show_back(struct page *page, const struct lane_cell *cell)
{
	struct page *back;

	if (cell->back == NULL)
		return;
	back = page_add(page, "BACK");
	page_set(back, "TEXT", cell->back);
	if (cell->pieces & LANE_TO_LEFT)
		page_show(back, "TO_LEFT");
	if (cell->pieces & LANE_TO_RIGHT)
		page_show(back, "TO_RIGHT");
	if (cell->pieces & LANE_TO_ABOVE)
		page_show(back, "TO_ABOVE");
}

void
flowchart_show(const struct flowchart *l, int pos, struct page *row)
{
	static const struct {
		unsigned	 piece;
		const char	*section;
	} sections[] = {
		{ LANE_UP, "UP" }, { LANE_DOWN, "DOWN" },
		{ LANE_LEFT, "LEFT" }, { LANE_RIGHT, "RIGHT" },
		{ LANE_ARROW, "ARROW" }, { LANE_START, "START_AT" },
		{ LANE_END, "END_AT" }, { LANE_BOX, "BOX" },
		{ LANE_DECISION, "DECISION" }, { LANE_YES, "YES" },
		{ LANE_YES_END, "YES_END" },
		{ LANE_BACK_LEFT, "BACK_LEFT" },
		{ LANE_BACK_RIGHT, "BACK_RIGHT" },
		{ LANE_BACK_ACROSS, "BACK_ACROSS" },
	};

	for (int i = 0; i < l->count; i++) {
		const struct lane_cell *cell = flowchart_cell(l, pos, i);
		struct page *p = page_add(row, "CELLS");

		for (size_t k = 0; k < sizeof(sections) / sizeof(sections[0]);
		    k++)
			if (cell->pieces & sections[k].piece)
				page_show(p, sections[k].section);
		show_back(p, cell);
	}
}
