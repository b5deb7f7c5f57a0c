/*
 * report.h - the report of a month, made from its figures: charts, a page
 * (cgi-bin/report/report.tpl) and a table file.  sopap-report writes them into a
 * folder; the web's report page fills the same template with the same code,
 * which is why this library is linked by cgi-bin/report as well: the one
 * exception to the rule that programs there use lib/ alone.
 *
 * Everything follows from the figures, the calendar and the SOP files: the
 * same figures give the same bytes.
 *
 *	struct report r;
 *	if (report_open(&r, office, figures) == 0) {
 *		report_fill(&r, body, heights);
 *		...
 *	}
 *	report_close(&r);
 */
#ifndef REPORTS_MONTH_REPORT_H
#define REPORTS_MONTH_REPORT_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "month/month.h"
#include "reports/chart/chart_age.h"
#include "reports/chart/chart_heat.h"
#include "reports/chart/chart_pace.h"
#include "reports/chart/chart_return.h"
#include "reports/chart/chart_role.h"
#include "reports/chart/chart_trend.h"
#include "voice/survey.h"

struct calendar;
struct page;

#define REPORT_WORDS 256

struct report {
	struct office			*office;
	const struct calendar		*cal;
	const struct month_figures	*f;
	struct chart_role		 role;
	struct chart_pace		 pace;
	struct chart_trend		 trend;
	struct chart_age		 age;
	struct chart_role		 sops;
	struct chart_return		 sent;
	struct chart_heat		 heat;
	char	first[24], last[24];	/* months of the trend: "Nov 2025" */
	const char			*scope;		/* SOP's name, or NULL */
	int				 target;	/* tenths, or SHARE_NONE */
	enum survey_weight		 weight;	/* 1/9 unless set after */
	char	period[64];		/* "Oktober 2026" */
	char	column[32], before[32];	/* "Oktober", "September" */
	char	yearly[48];		/* "Oktober 2025"; "" when that is
					   `before`, of a year */
	char	dates[64];		/* "1-31 Oktober 2026" */
	char	moment[64];		/* instant of the data */
	char	source[REPORT_WORDS];
	char	lowest[64];
	char	when[80];		/* "akhir Oktober 2026" */
	char	hash[65];		/* of all that the charts show */
	const char	*links;		/* before the address of a case, set
					   after report_open(); NULL: none */
};

/* Prepare the charts of figures, which are borrowed until report_close(); of
 * a range of days there are files alone.  0, or -1 when out of memory. */
int	 report_open(struct report *, struct office *,
	    const struct month_figures *);
void	 report_close(struct report *);

/* -- pictures ----------------------------------------------------------- */

/* The charts, in the order of the page; see report_chart.h. */
enum report_chart_name {
	REPORT_ROLE,
	REPORT_PACE,
	REPORT_TREND,
	REPORT_AGE,
	REPORT_SOP,
	REPORT_RETURN,
	REPORT_HEAT,
	REPORT_CHARTS
};

/* Each chart wide and narrow at one and two pixels a CSS pixel; a picture is
 * numbered PICTURE_FORMS * chart + form. */
enum picture_form {
	PICTURE_WIDE,
	PICTURE_WIDE_2X,
	PICTURE_NARROW,
	PICTURE_NARROW_2X,
	PICTURE_FORMS
};
#define PICTURE__MAX (REPORT_CHARTS * PICTURE_FORMS)

/* "peran-sempit@2x.png", as report.tpl names it; -1 for another name. */
const char	*report_picture_name(int picture);
int		 report_picture_from(const char *name);

/* Draw one into a file, which appears whole or not at all: 0, or -1. */
int	 report_picture(const struct report *, const struct typeface *,
	    int picture, const char *path);

/*
 * The path of a picture in a folder of pictures kept under a hash of all they
 * show (DATA/charts); drawn when it is not there, the oldest removed when
 * there are many.  0, or -1.
 */
int	 report_picture_kept(const struct report *, const struct typeface *,
	    int picture, const char *folder, char *path, size_t size);

/* Height of a written picture in its own pixels; 0 when it is none. */
int	 report_picture_height(const char *path);

/* "Oktober 2026", "Triwulan III 2026", "Semester I 2026", "Tahun 2026" of the
 * months that end with this one; returns buf. */
char	*report_period_name(int year, int month, int months, char *buf,
	    size_t);

/* -- words -------------------------------------------------------------- */

/* "Laporan evaluasi layanan, Oktober 2026", of a range of days "Data layanan,
 * 5-9 Oktober 2026"; the finding in two sentences. */
char	*report_heading(const struct report *, char *buf, size_t);
char	*report_lead(const struct report *, char *buf, size_t);

/*
 * Fill report.tpl (all but FILTER and PRINT, which are the web's).  `height`
 * has the heights of the pictures; those at two pixels are not used.
 */
void	 report_fill(const struct report *, struct page *body,
	    const char *office_name, const int height[PICTURE__MAX]);

/* -- files --------------------------------------------------------------- */

/* What lies beside the page; the list ends with a NULL name. */
struct report_file {
	const char	*name;		/* "peran.csv" */
	const char	*type;		/* MIME */
	const char	*title;		/* for a link */
	int		 by_month;	/* none of a range of days */
};
const struct report_file *report_files(void);
int	 report_has_file(const struct report *, const struct report_file *);

/* Of CSV: with a byte order mark, for spreadsheets that guess; of the event
 * log: names of persons instead of pseudonyms. */
#define REPORT_BOM	1u
#define REPORT_NAMES	2u

/* Into a stream, however long it becomes: 0, or -1 when it cannot be made. */
int	 report_file_write(const struct report *, const struct report_file *,
	    unsigned options, FILE *);
/* Given: free(); NULL when out of memory or the database failed. */
char	*report_file_make(const struct report *, const struct report_file *,
	    unsigned options, size_t *len);

/* The tables, as CSV: UTF-8, RFC 4180, a cell that could be taken for a formula
 * begins with an apostrophe.  In the order of report_files(). */
enum report_table_file {
	TABLE_ROLES,
	TABLE_SOPS,
	TABLE_ROWS,
	TABLE_UNITS,
	TABLE_SERIES,
	TABLE_MONTHS,
	TABLE_MARKS,
	TABLE__MAX
};
char	*report_csv(const struct report *, enum report_table_file, int bom,
	    size_t *len);
char	*report_json(const struct report *, size_t *len);

/* -- for the files of the report ---------------------------------------- */

struct share	report_share(const struct month_part *);
struct share	report_share_before(const struct month_part *);
struct share	report_share_year(const struct month_part *);	/* a year before */
/* Hash all that the charts show, of all that can differ: 0, or -1 without
 * memory. */
int		report_picture_hash(struct report *);
/* Target of a part in tenths of a percent, or SHARE_NONE. */
int		report_target(const struct month_part *);
/* "dicatat belakangan" */
const char	*report_sign(enum month_sign);
/* "2 November 2026, 08.00 WIB" */
char		*report_timestamp(const struct report *, int64_t at, char *buf,
		    size_t);
/* What is to be known first: not over, not closed, corrected, holidays not
 * known yet; the outages of the month; and what was corrected. */
void		 report_fill_state(const struct report *, struct page *body);
void		 report_fill_outages(const struct report *, struct page *body);
void		 report_fill_corrected(const struct report *,
		    struct page *body);
/* The parts of the page below the charts. */
void		 report_fill_more(const struct report *, struct page *body);

#endif
