/*
 * report_table.h - filling dense.tpl: columns, groups of rows, cells.
 */
#pragma once

#include <stdint.h>

#include "reports/chart/share.h"

struct month_part;
struct page;
struct report;

#define REPORT_MEASURE "Waktu dihitung pada jam kerja, hari libur tidak " \
	"dihitung."

/* The visits that a share is of. */
#define REPORT_JUDGED "done+late_open"

/* A part of the page under a heading of its own, to which the contents at the
 * top lead: of a section of the template, or of MORE, below the charts. */
struct page	*report_section(struct page *body, const char *section,
		    const char *title);
struct page	*report_part(struct page *body, const char *title);
/* Add a paragraph to a part of MORE. */
void		 report_paragraph(struct page *part, const char *text);

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
/* The same, whose heading leads to the work behind a figure of a part. */
struct page	*report_group_to(const struct report *, struct page *table,
		    const char *title, int span, const struct month_part *,
		    const char *figure);
/* A row; note (or NULL) stands below its name. */
struct page	*report_row(struct page *group, const char *name,
		    const char *note);

/* The row's name leads to an address. */
void	 report_link(struct page *row, const char *href);
/* Does the report lead to a case?  1; 0 without links, or when its reader does
 * not see the case. */
int	 report_links_case(const struct report *, int64_t case_id);
/* The name of a case: its number where that is asked for or the reader of the
 * page sees the case, else a pseudonym of this report (xes.h).  Returns buf. */
const char *report_case_name(const struct report *, int64_t case_id,
	    const char *number, char buf[REPORT_WORDS]);
/* A row by that name, leading to the case where the report leads there. */
struct page	*report_case_row(const struct report *, struct page *group,
	    int64_t case_id, const char *number);
struct page *report_cell(struct page *row, const char *text);
struct page *report_int(struct page *row, int64_t n);
/* A share; marked when it is below the target and may be judged. */
struct page *report_share_cell(struct page *row, struct share, int target);
/* A cell leads to the work behind a figure of a part (month/month_work.h),
 * where the page has a reader and the figure is not zero; and so does the name
 * of a row, the title of a group, a figure of the page.  A share whose counts
 * stand in the same row, or whose row leads there, has no second link: the page
 * has hundreds of them. */
void	 report_to(const struct report *, struct page *cell,
	    const struct month_part *, const char *figure);
void	 report_row_to(const struct report *, struct page *row,
	    const struct month_part *, const char *figure);
/* A whole number, the value of a figure that leads to its work. */
void	 report_work(const struct report *, struct page *row,
	    const struct month_part *, const char *figure);
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
