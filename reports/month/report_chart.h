/*
 * report_chart.h - the charts of the report, each one entry.
 *
 * A chart is drawn from numbers by chart_NAME.c, and told by finding_NAME.c;
 * neither knows the report.  report_NAME.c prepares the numbers of the month
 * for it, fills the table of the same numbers under it, and has its entry,
 * which report_picture.c lists.
 */
#ifndef REPORTS_MONTH_REPORT_CHART_H
#define REPORTS_MONTH_REPORT_CHART_H

#include "reports/month/report_table.h"

struct report_chart {
	const char	*title;		/* heading on the page */
	const char	*file;		/* of its pictures: "peran" */
	const char	*picture[PICTURE_FORMS];	/* "peran.png", ... */
	/* Prepare the chart in the report: 0, or -1 without memory.  What it
	 * took is freed by close (or NULL), also after a failure. */
	int		 (*open)(struct report *);
	void		 (*close)(struct report *);
	/* A canvas to be freed, or NULL without memory. */
	struct canvas	*(*draw)(const struct report *,
			    const struct typeface *, enum chart_layout,
			    int scale);
	char		*(*alt)(const struct report *, char *buf, size_t);
	/* The table of its numbers, and notes, below it. */
	void		 (*table)(const struct report *, struct page *chart);
};

#define REPORT_CHART_FILES(name)					\
	.file = name, .picture = {					\
		[PICTURE_WIDE] = name ".png",				\
		[PICTURE_WIDE_2X] = name "@2x.png",			\
		[PICTURE_NARROW] = name "-sempit.png",			\
		[PICTURE_NARROW_2X] = name "-sempit@2x.png",		\
	}

extern const struct report_chart report_role_chart;
extern const struct report_chart report_pace_chart;
extern const struct report_chart report_trend_chart;
extern const struct report_chart report_age_chart;
extern const struct report_chart report_sop_chart;
extern const struct report_chart report_return_chart;
extern const struct report_chart report_heat_chart;

/* report_share.c: fill a chart of shares with the parts of the office that have
 * something to tell, and sort it; an SOP's kind and months are set before.  0,
 * or -1 without memory. */
int		 report_share_rows_open(const struct report *,
		    struct chart_role *, const struct month_part *, size_t n);
void		 report_share_rows_close(struct chart_role *);
/* Cells: the share now and before, the change, and a year before. */
void		 report_share_cells(const struct report *, struct page *row,
		    const struct month_part *, int target);

/* "SIGAP, langkah 2", of one SOP alone "Langkah 2"; and what is done there, ""
 * when the SOP is not known. */
char		*report_step_name(const struct report *,
		    const struct month_part *, char *buf, size_t);
const char	*report_step_activity(const struct report *,
		    const struct month_part *);
/* The months of the trend, of an SOP or a row; those of the trend are there,
 * as it is opened first. */
void		 report_trend_series(const struct report *,
		    const struct month_part *, struct share *);

/* In the order of the page. */
const struct report_chart	*report_chart(enum report_chart_name);

/* A sentence below a chart. */
void	report_chart_note(struct page *chart, const char *text);

#endif
