/* flowchart.c - the lanes of an SOP on a page. */
#include <stddef.h>
#include <string.h>

#include "casepage/flowchart.h"

#include "base/arena.h"
#include "casepage/words.h"
#include "page/page.h"
#include "sop/lanes.h"
#include "web/request.h"

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

static void
show_cells(const struct lanes *l, int pos, struct page *row)
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
		const struct lane_cell *cell = lanes_cell(l, pos, i);
		struct page *p = page_add(row, "CELLS");

		for (size_t k = 0; k < sizeof(sections) / sizeof(sections[0]);
		    k++)
			if (cell->pieces & sections[k].piece)
				page_show(p, sections[k].section);
		show_back(p, cell);
	}
}

/* The reading of a row and its basis, for those who may have to correct it;
 * else NULL. */
static const char *
reading(const struct flowchart *f, const struct sop_row *row)
{
	const char *note = row->reading_note != NULL ? row->reading_note : "";
	const char *who = row->performer_basis != NULL &&
	    strcmp(row->performer_basis, "inferred") == 0 ?
	    "Pelaksana disimpulkan. " : "";
	const char *back = row->return_basis != NULL &&
	    strcmp(row->return_basis, "inferred") == 0 ?
	    "Pengembalian disimpulkan. " : "";

	return !f->readings ? NULL : arena_printf(f->req->arena, "%s%s%s", who,
	    back, note);
}

/* The words of a signed paper are Indonesian on every page. */
static void
add_printed(struct page *body, const char *section, const char *text)
{
	page_set_typed(page_add(body, section), "TEXT", text);
}

static void
show_row(const struct flowchart *f, const struct lanes *l,
    const struct sop_row *row, struct page *body)
{
	struct page *p = page_add(body, "ROWS"), *full;

	page_set(p, "NO", row->no);
	page_set_typed(p, "ACTIVITY", f->full ? row->activity :
	    sop_row_short(row));
	if (row->pos == f->at)
		page_show(p, "CURRENT_ROW");
	show_cells(l, row->pos, p);
	if (!f->full)
		return;
	full = page_add(p, "FULL");
	page_set_typed(full, "REQUIREMENTS", row->requirements);
	page_set_typed(full, "TIME", row->waktu);
	page_set_typed(full, "OUTPUT", row->output);
	page_set_typed(full, "REMARK", row->source_note);
	if (row->activity_fixed != NULL)
		add_printed(p, "FIXED", row->activity_fixed);
	page_text(p, "READING", reading(f, row));
}

/* The same row in the list. */
static void
list_row(const struct flowchart *f, const struct sop_row *row,
    struct page *list)
{
	struct page *p = page_add(list, "ROWS");

	page_set(p, "NO", row->no);
	page_set_typed(p, "WHO", words_performer(f->req, f->sop,
	    row->performer));
	page_set_typed(p, "ACTIVITY", row->activity);
	page_set_typed(p, "TIME", row->waktu);
	page_set_typed(p, "OUTPUT", row->output);
	if (row->pos == f->at)
		page_show(p, "CURRENT_ROW");
}

void
flowchart_show(const struct flowchart *f, struct page *body)
{
	struct page *list = f->full ? page_add(body, "LIST") : NULL;
	struct lanes l;

	lanes_make(f->req->arena, f->sop, &l);
	page_set(body, "HEADING", f->sop->name);
	if (f->full)
		page_show(body, "FULL");
	for (int i = 0; i < l.count; i++)
		add_printed(body, "LANES", l.title[i] != NULL ? l.title[i] :
		    words_performer(f->req, f->sop, l.expr[i]));
	page_set_int(body, "LANE_COUNT", l.count);
	for (int pos = 1; pos <= f->sop->nrows; pos++) {
		show_row(f, &l, sop_row_at(f->sop, pos), body);
		if (list != NULL)
			list_row(f, sop_row_at(f->sop, pos), list);
	}
}
