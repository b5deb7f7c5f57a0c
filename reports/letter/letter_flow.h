/*
 * letter_flow.h - the flowchart of an SOP on paper: what sop/lanes.h says of a
 * row, drawn into its lanes.
 *
 * Five symbols (PermenPAN-RB 35/2012): capsule, box, diamond, arrow, and the
 * pentagon, which leads on to another page and comes back there under the same
 * letter.  Lengths are points, y runs downwards from the top of the page.
 */
#pragma once

#include <jansson.h>

#include "reports/letter/pdf.h"
#include "sop/lanes.h"

/* Where the lanes of a table are, all of one width. */
struct letter_flow {
	struct pdf	*s;
	double		 left, width;
	int		 n;
};

/* A row as its order has it; texts belong to the order. */
struct letter_flow_row {
	unsigned	 pieces[LANES_MAX];
	const char	*back[LANES_MAX];	/* label of a return, or "" */
};

/* The height of a row of pentagons. */
#define LETTER_FLOW_CONNECTOR 26

/* Read "cells" of a row. */
void		 letter_flow_read(const json_t *row, int n,
		    struct letter_flow_row *);
/* The lanes, a bit each, in which the flow leaves a row, and enters it. */
unsigned	 letter_flow_leaves(const struct letter_flow *,
		    const struct letter_flow_row *);
unsigned	 letter_flow_enters(const struct letter_flow *,
		    const struct letter_flow_row *);
/* The least height that a row's symbols and labels need. */
double		 letter_flow_height(const struct letter_flow *,
		    const struct letter_flow_row *);
/*
 * Draw a row from y on, so high.  The flow comes down into it in the lanes
 * `above`; `across` it runs from there to the lanes it enters, but not below
 * pentagons, which stand in those already.
 */
void		 letter_flow_show(const struct letter_flow *,
		    const struct letter_flow_row *, unsigned above, int across,
		    double y, double height);
/* The rest of a row that began on the page before: the flow passes. */
void		 letter_flow_pass(const struct letter_flow *, unsigned set,
		    double y, double height);
/* A pentagon with a letter in each lane of a set, from y on: the last on a
 * page, or the first (`again`). */
void		 letter_flow_connect(const struct letter_flow *, unsigned set,
		    const char *letter, int again, double y);
