/*
 * report_table.h - filling dense.tpl: columns, groups of rows, cells.
 */
#ifndef REPORTS_MONTH_REPORT_TABLE_H
#define REPORTS_MONTH_REPORT_TABLE_H

#include <stdint.h>

#include "reports/month/report.h"

struct page;
struct sop_row;

#define REPORT_MEASURE "Waktu dihitung pada jam kerja, hari libur tidak " \
	"dihitung."

/* What was measured against the limit of a row, and the limit, in seconds;
 * median and nine of ten are -1 without a visit that was done. */
struct report_step_measure {
	int64_t	median, p90, limit;
	int64_t	day;		/* length of a day of these durations */
};

/* The row of an SOP that figures are of, or NULL. */
const struct sop_row *report_step(const struct report *,
	    const struct month_part *);
void	 report_step_measure(const struct report *, const struct month_part *,
	    const struct sop_row *, struct report_step_measure *);
/* Length of a day for durations of a part: real ones outside the office. */
int64_t	 report_step_day(const struct report *, const struct month_part *);

/* A part of the page under a heading of its own, which the contents at the
 * top lead to; a further one is of the section MORE. */
struct page	*report_section(struct page *body, const char *section,
		    const char *title);
struct page	*report_part(struct page *body, const char *title);
void		 report_paragraph(struct page *part, const char *text);

/* report_voice.c: the survey, and complaints. */
void	 report_fill_voices(const struct report *, struct page *body);

/* report_cause.c: causes; advice; the evaluations of the services. */
void	 report_fill_causes(const struct report *, struct page *part);
void	 report_fill_advice(const struct report *, struct page *part);
void	 report_fill_evaluations(const struct report *, struct page *body);

/* A column heading; all but the first stand over figures.  Up to two columns
 * of words may stand between, in a table of words alone as many as wanted.  One
 * without a heading is left out. */
struct report_column {
	const char	*text;
	int		 words;		/* its cells are words, to the left */
};

/* Include the table at a marker of the page; columns end with a NULL text.
 * The caption is heard, not seen: a heading stands above; that of one of
 * several tables under a heading is seen. */
struct page	*report_table(struct page *, const char *marker,
		    const char *caption, const struct report_column *);
struct page	*report_table_named(struct page *, const char *marker,
		    const char *caption, const struct report_column *);
/* A group of rows, with a heading over all columns unless title is NULL. */
struct page	*report_group(struct page *table, const char *title, int span);
/* A row; note (or NULL) stands below its name. */
struct page	*report_row(struct page *group, const char *name,
		    const char *note);

/* The row's name leads there. */
void	 report_link(struct page *row, const char *href);
/* ... to a case, when the reader can go there. */
void	 report_case_link(const struct report *, struct page *row,
	    int64_t case_id);
void	 report_cell(struct page *row, const char *text);
void	 report_int(struct page *row, int64_t n);
/* A share; marked when it is below the target and may be judged. */
void	 report_share_cell(struct page *row, struct share, int target);
/* The share a year before, in a column that stands under r->yearly. */
void	 report_year_cell(const struct report *, struct page *row,
	    struct share);
/* "+0,5": from one share to another, en dash when either is few. */
void	 report_change(struct page *row, struct share now, struct share before,
	    int target);
/* A duration, en dash when it is negative; `day` as format_duration(). */
void	 report_time(struct page *row, int64_t seconds, int64_t day);
/* A part of a whole in whole percents, en dash without a whole. */
void	 report_percent(struct page *row, int64_t part, int64_t whole);

#endif
