/*
 * chart_role_raw.h - between the files of the bullet rows: chart_role.c
 * chooses columns and draws what is around the rows, chart_role_row.c the rows.
 */
#ifndef REPORTS_CHART_CHART_ROLE_RAW_H
#define REPORTS_CHART_CHART_ROLE_RAW_H

#include "reports/chart/chart_role.h"
#include "reports/chart/chart_rows.h"

/* Everything the drawing of rows needs to know. */
struct plan {
	struct chart_rows	 r;		/* where things stand */
	const struct chart_role	*data;
	int			 changes;	/* some row has a change */
	double			 share, change, count;	/* right ends */
	double			 mark, arrow;	/* middles */
	double			 spark, room;	/* left end and width of lines */
	int			 floor;		/* tenths, where lines begin */
};

/* Judged, and below the target. */
int	bullet_is_below(const struct plan *, const struct chart_role_row *);
/* Whether this and the earlier period can be compared. */
int	bullet_has_change(const struct chart_role_row *);
/* The difference of the two printed shares, in tenths of a point. */
int	bullet_change(const struct plan *, const struct chart_role_row *);

/* Of names: bold below the target. */
const struct text_style *bullet_name_style(const struct plan *,
	    const struct chart_role_row *);

/* chart_role_line.c: the scale of all lines; room for its names; whether a row
 * has a month to draw; its line around the middle y, with the names of the
 * scale at the first; the months below the last, which returns the y below. */
#define SPARK_HIGH	44
#define SPARK_DOT	5.0	/* radius of the last month */
void	spark_choose(struct plan *);
double	spark_names(const struct plan *);
int	spark_has(const struct plan *, const struct chart_role_row *);
void	spark_draw(const struct plan *, const struct chart_role_row *,
	    double y, int first);
double	spark_axis(const struct plan *, double y);

/* All rows, group by group, with the axis below the last bars; returns the y
 * below. */
double	bullet_draw_rows(const struct plan *, double y);

#endif
