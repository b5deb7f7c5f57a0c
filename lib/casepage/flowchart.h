/* flowchart.h - the swim-lane flowchart of an SOP (sop/lanes.h) on its page. */
#pragma once

struct lanes;
struct page;

/* Fill the sections CELLS of a row's part ("sop.tpl"). */
void	 flowchart_show(const struct lanes *, int pos, struct page *row);
