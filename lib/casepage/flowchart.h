/*
 * flowchart.h - the swim-lane flowchart of an SOP as pieces inside table cells,
 * so that it fits rows of any height.
 *
 * Every performer has a lane, in order of appearance; "same-as:1" stands in
 * the lane of row 1, "a+b" in both, a superior in a lane of its own.  The flow
 * runs downwards: from lane a of a row to lane b of the next it leaves a
 * downwards, runs along the upper edge of b's row, and enters b from above.
 */
#pragma once

#include <stddef.h>

#include "sop/sop.h"

struct arena;
struct page;

enum lane_piece {
	LANE_UP = 1 << 0,		/* upper edge to the middle */
	LANE_DOWN = 1 << 1,		/* middle to the lower edge */
	LANE_LEFT = 1 << 2,		/* left half of the upper edge */
	LANE_RIGHT = 1 << 3,
	LANE_ARROW = 1 << 4,		/* head of a line from above */
	LANE_START = 1 << 5,		/* symbols: Mulai, */
	LANE_END = 1 << 6,		/* Selesai, */
	LANE_BOX = 1 << 7,		/* box, */
	LANE_DECISION = 1 << 8,		/* diamond */
	LANE_YES = 1 << 9,		/* "Ya" at the line down */
	LANE_YES_END = 1 << 10,		/* "Ya: selesai" */
	LANE_BACK_LEFT = 1 << 11,	/* a return: left half of the middle */
	LANE_BACK_RIGHT = 1 << 12,
	LANE_BACK_ACROSS = 1 << 13,
	LANE_TO_LEFT = 1 << 14,		/* where its label points */
	LANE_TO_RIGHT = 1 << 15,
	LANE_TO_ABOVE = 1 << 16
};

struct lane_cell {
	unsigned	 pieces;
	const char	*back;		/* label of a return, or NULL */
};

#define FLOWCHART_LANES 32

struct flowchart {
	const struct sop	*sop;
	const char		*expr[FLOWCHART_LANES]; /* performer of each */
	int			 count;
	struct lane_cell	*cell;		/* rows by lanes */
};

/* Lives as long as the arena. */
void	 flowchart_make(struct arena *, const struct sop *, struct flowchart *);

/* The cell of the row at `pos`, lane 0 .. count - 1. */
struct lane_cell	*flowchart_cell(const struct flowchart *, int pos,
			    int lane);

/* Fill the sections CELLS of a row's part ("sop.tpl"). */
void	 flowchart_show(const struct flowchart *, int pos, struct page *row);
