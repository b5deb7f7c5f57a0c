/*
 * chart_age.h - stacked bars: what is waiting, and how old is it?
 *
 * One row per role with open work: a bar of four ages, one hue from light to
 * dark, below it the part that is late in vermilion, then the age of the
 * oldest, the late and the total.  The role with most that is late first, then
 * with most of the oldest; roles with one holder by name, below the others.
 */
#pragma once

#include <stdint.h>

#include "reports/chart/canvas.h"
#include "reports/chart/chart.h"

/* Working days since a step opened. */
enum age { AGE_DAY, AGE_WEEK, AGE_FORTNIGHT, AGE_OLDER, AGE__MAX };

struct chart_age_row {
	const char	*name;		/* as printed in the SOP */
	int64_t		 n[AGE__MAX];
	int64_t		 oldest;	/* working days */
	int64_t		 late;		/* of them, past their limit */
	int		 single;	/* one holder: never ranked or named */
};

struct chart_age {
	const char	*when;		/* "akhir Oktober 2026" */
	const char	*scope;		/* "SIGAP", or NULL for every SOP */
	const char	*source;	/* source and instant of the data */
	struct chart_age_row	*rows;
	int		 n;
};

int64_t	chart_age_total(const struct chart_age_row *);

/* Put the rows in the order of the chart. */
void	chart_age_sort(struct chart_age *);

/* Like chart_role_draw(). */
struct canvas	*chart_age_draw(const struct chart_age *,
		    const struct typeface *, enum chart_layout, int scale);
