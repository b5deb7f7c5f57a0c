/* flowchart.c - the lanes of an SOP on its page. */
#include <stddef.h>

#include "casepage/flowchart.h"

#include "page/page.h"
#include "sop/lanes.h"

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
flowchart_show(const struct lanes *l, int pos, struct page *row)
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
