/*
 * report.h - the report of a month, made from its figures (month/month.h):
 * charts, a page (cgi-bin/report/report.tpl) and files.
 *
 * sopap-report writes them into a folder.  cgi-bin/report fills the same
 * template with the same code and links this folder for it: the one exception
 * to the rule that the programs there use lib/ alone.
 *
 * A report knows the order of its parts and their words.  It computes no figure
 * and has no SQL: the same figures, calendar and SOP files give the same bytes.
 *
 *	struct report r;
 *	if (report_open(&r, office, figures) == 0) {
 *		for (i = 0; i < PICTURE__MAX; i++)
 *			... report_picture(&r, &face, i, path)
 *		report_fill(&r, body, "Dinas ...", heights);
 *		report_file_write(&r, file, REPORT_BOM, f);
 *	}
 *	report_close(&r);
 *
 * The parts: report_page.h the page, report_chart.h the charts and how
 * one is added, report_picture.h their pictures, report_file.h the files,
 * report_table.h and report_share.h cells of tables, judge.h the judgement of
 * an SOP.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "month/month.h"
#include "reports/chart/chart_age.h"
#include "reports/chart/chart_heat.h"
#include "reports/chart/chart_pace.h"
#include "reports/chart/chart_return.h"
#include "reports/chart/chart_role.h"
#include "reports/chart/chart_trend.h"
#include "voice/survey.h"

struct calendar;
struct month_pace;
struct month_party;

#define REPORT_WORDS 256

struct report {
	struct office			*office;
	const struct calendar		*cal;
	const struct month_figures	*f;
	struct month_pace		*visits;	/* by row */
	struct month_party		*party;		/* nparty, outside */
	size_t				 nparty;
	struct chart_role		 role;
	struct chart_pace		 pace;
	struct chart_trend		 trend;
	struct chart_age		 age;
	struct chart_role		 sops;
	struct chart_return		 sent;
	struct chart_heat		 heat;
	char	first[24], last[24];	/* months of the trend: "Nov 2025" */
	const char	*scope;		/* SOP's name, or NULL */
	int		 target;	/* tenths, or SHARE_NONE */
	enum survey_weight weight;	/* 1/9 unless set after */
	char	period[80];		/* "Oktober 2026", "Tahun 2026 (sampai
					   30 November)" */
	char	column[32], before[48];	/* "Oktober", "September" */
	char	yearly[48];		/* "Oktober 2025"; "" when that is
					   `before`, of a year, or unknown */
	char	unknown[48];		/* the same where the office has no
					   history of it, else "" */
	char	dates[64];		/* "1-31 Oktober 2026" */
	char	as_of[64];		/* instant of the data */
	char	source[REPORT_WORDS];
	char	when[96];		/* "akhir Oktober 2026" */
	char	hash[65];		/* of all that the charts show */
	const char	*site;		/* where a root is compared, set after
					   report_open() */
	const char	*links;		/* before the address of a case, set
					   after report_open(); NULL: none */
	int64_t		 reader, now;	/* of a page: the person who reads it,
					   and when; there are links to the
					   cases they see alone.  0: to all */
	int		 numbers;	/* cases go by their numbers: asked for
					   by the right data-pribadi */
	const char	*file;		/* name of the one that is written;
					   NULL: the page */
};

/* Prepare the charts of figures, which are borrowed until report_close(); a
 * range of days has files alone.  0, or -1 when out of memory; report_close()
 * is called either way. */
int	 report_open(struct report *, struct office *,
	    const struct month_figures *);
void	 report_close(struct report *);

/* "Oktober 2026", "Triwulan III 2026", "Semester I 2026", "Tahun 2026" of the
 * 1, 3, 6 or 12 months that end with this one; returns buf. */
char	*report_period_name(int year, int month, int months, char *buf,
	    size_t);

/* "Laporan evaluasi layanan, Oktober 2026", of a range of days "Data layanan,
 * 5-9 Oktober 2026"; the finding in two sentences.  Return buf. */
char	*report_heading(const struct report *, char *buf, size_t);
char	*report_lead(const struct report *, char *buf, size_t);

/* Target of a part in tenths of a percent, or SHARE_NONE. */
int	 report_target(const struct month_part *);
/* A sign in words: "dicatat belakangan". */
const char	*report_sign(enum month_sign);
/* "2 November 2026, 08.00 WIB" of seconds UTC, in office time; returns buf. */
char	*report_timestamp(const struct report *, int64_t at, char *buf,
	    size_t);
