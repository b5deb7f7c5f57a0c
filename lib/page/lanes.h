/*
 * lanes.h - the lines of a swim-lane flowchart (sop.tpl), cell by cell.
 *
 * The chart is a table: a row per row of the SOP, a column (lane) per
 * performer.  A line from one row to the next leaves downwards, runs along the
 * edge between the two, and enters from above; so every cell draws its own
 * pieces and rows may be of any height.  A return is a dashed line to the
 * side, with its words in the cell beside.
 *
 *	for (lane = 0; lane < nlanes; lane++)
 *		lanes_show(page_add(part, "CELLS"), rows, n, i, lane);
 */
#ifndef PAGE_LANES_H
#define PAGE_LANES_H

#include <stddef.h>
#include <stdint.h>

struct page;

#define LANES_MAX 32

enum lane_symbol {
	LANE_BOX,
	LANE_START,		/* Mulai */
	LANE_END,		/* Selesai */
	LANE_DECISION
};

struct lane_row {
	uint32_t	 lanes;		/* bit l: its symbol stands in lane l */
	enum lane_symbol symbol;
	int		 follows;	/* a line comes from the row before */
	uint32_t	 back;		/* lanes of the row a return leads to; 0:
					   it does not return */
	const char	*back_text;	/* "Tidak: langkah 1" */
};

/* What one cell draws. */
enum {
	LANE_UP		= 1 << 0,	/* from its top edge to the symbol */
	LANE_DOWN	= 1 << 1,	/* from the symbol to its bottom edge */
	LANE_LEFT	= 1 << 2,	/* the left half of its top edge */
	LANE_RIGHT	= 1 << 3,	/* the right half */
	LANE_SYMBOL	= 1 << 4,
	LANE_BACK_LEFT	= 1 << 5,	/* dashed, from the symbol to the side */
	LANE_BACK_RIGHT	= 1 << 6,
	LANE_BACK_ACROSS = 1 << 7,	/* dashed, through the cell beside */
	LANE_BACK_TEXT	= 1 << 8	/* the words of the return stand here */
};

/* The pieces of a cell. */
unsigned	 lanes_cell(const struct lane_row *, size_t count, size_t row,
		    int lane);

/* Fill a part CELLS of sop.tpl. */
void		 lanes_show(struct page *cell, const struct lane_row *,
		    size_t count, size_t row, int lane);

#endif
