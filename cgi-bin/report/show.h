/*
 * show.h - a report that was asked for: its page, its charts, the files
 * beside it.
 */
#pragma once

#include <stdint.h>

#include "reports/month/report.h"

struct reply;
struct request;

#define CORRECTED "dikoreksi"	/* no slug of an SOP */

/* One request: /laporan/2026-10/[SOP/][dikoreksi/][FILE], or another period. */
struct report_view {
	struct request	*req;
	struct reply	*reply;
	struct period	 period;
	const char	*sop;		/* slug, "" for all */
	int		 corrected;	/* by the calendar in force */
	int		 work;		/* the work behind a figure */
	const char	*file;		/* "peran.png", NULL for the page */
	int64_t		 first, last;	/* of the data */
	struct report	 report;
};

/* Of a->report, opened: the page; the file named a->file, a chart or another,
 * 404 when there is none of this name. */
int	 report_show_page(struct report_view *);
int	 report_show_file(struct report_view *);
/* Send a picture that is kept as a file; 500 when it cannot be read. */
int	 report_send_png(struct request *, struct reply *, const char *path);
