/*
 * sheet.h - the seven charts and their samples, by one name each: what
 * chart-sheet draws to be looked at, and sheet-t measures.
 */
#pragma once

#include "reports/chart/canvas.h"
#include "reports/chart/chart.h"

#define SHEET_CHARTS 7

struct sheet_chart {
	const char	*name;		/* "role" */
	int		 n;		/* samples */
	/* Prepare a sample; its name. */
	const char	*(*prepare)(int i);
	/* Draw the one that was prepared. */
	struct canvas	*(*draw)(const struct typeface *, enum chart_layout,
			    int scale);
};

extern const struct sheet_chart sheet_charts[SHEET_CHARTS];
