/*
 * report_chart.h - the charts of the report, each one entry.
 *
 * A chart takes three files that do not know each other's work: chart_NAME.c
 * draws numbers, finding.c says them in a sentence, and report_NAME.c prepares
 * the numbers of the month for both and fills the table of the same numbers.
 *
 * To add a chart:
 *	chart/chart_NAME.[ch]	its struct, and chart_NAME_draw()
 *	chart/finding.[ch]	finding_NAME() and finding_NAME_alt()
 *	month/report.[ch]	its struct as a member of struct report; its
 *				rows freed by report_close()
 *	month/report_NAME.c	its entry, report_NAME_chart
 *	month/report_picture.h	its REPORT_NAME, at its place on the page
 *	month/report_chart.[ch]	the entry, declared and listed
 *	reports/local.mk, month/sopap-report.1, and samples of it in
 *	tests/reports/chart
 */
#pragma once

#include <stddef.h>

#include "reports/chart/chart.h"
#include "reports/month/report_picture.h"

struct page;
struct report;

struct report_chart {
	const char	*title;		/* heading on the page */
	const char	*file;		/* of its pictures: "peran" */
	const char	*picture[PICTURE_FORMS];	/* "peran.png", ... */
	/* Prepare the chart in the report: 0, or -1 without memory.  Its rows
	 * are freed by report_close(), also after a failure. */
	int		 (*open)(struct report *);
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

/* Define draw_chart() and alternative() of an entry, by chart_NAME_draw() and
 * finding_NAME_alt() of this member of the report. */
#define REPORT_CHART_SHOWS(name, member)				\
	static struct canvas *						\
	draw_chart(const struct report *r, const struct typeface *face,	\
	    enum chart_layout layout, int scale)			\
	{								\
		return chart_##name##_draw(&r->member, face, layout,	\
		    scale);						\
	}								\
									\
	static char *							\
	alternative(const struct report *r, char *buf, size_t size)	\
	{								\
		return finding_##name##_alt(&r->member, buf, size);	\
	}

extern const struct report_chart report_role_chart;
extern const struct report_chart report_pace_chart;
extern const struct report_chart report_trend_chart;
extern const struct report_chart report_age_chart;
extern const struct report_chart report_sop_chart;
extern const struct report_chart report_return_chart;
extern const struct report_chart report_heat_chart;

/* The entry of a chart. */
const struct report_chart	*report_chart(enum report_chart_name);

/* Add a sentence below a chart. */
void	report_chart_note(struct page *chart, const char *text);
