/*
 * lanes.h - the swim-lane flowchart of an SOP as pieces inside table cells, so
 * that it fits rows of any height.  Who draws them, on a page or on paper, is
 * not said here.
 *
 * The lanes are the columns that the SOP prints, in their order; a performer
 * that none of them has gets a lane of its own behind them, in order of
 * appearance: "same-as:1" stands in the lane of row 1, "a+b" in both.  The flow
 * runs downwards: from lane a of a row to lane b of the next it leaves a
 * downwards, runs along the upper edge of b's row, and enters b from above.
 */
#pragma once

#include <stddef.h>

#include "sop/sop.h"

struct arena;

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

#define LANES_MAX 32

struct lanes {
	const struct sop	*sop;
	const char		*title[LANES_MAX]; /* as printed; NULL: */
	const char		*expr[LANES_MAX]; /* its one performer */
	int			 count;
	struct lane_cell	*cell;		/* rows by lanes */
};

/* Lives as long as the arena. */
void	 lanes_make(struct arena *, const struct sop *, struct lanes *);

/* The cell of the row at `pos`, lane 0 .. count - 1. */
struct lane_cell	*lanes_cell(const struct lanes *, int pos, int lane);
