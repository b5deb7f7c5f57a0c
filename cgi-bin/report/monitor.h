/*
 * monitor.h - /laporan/YYYY-Sn/pemantauan: the half-yearly monitoring
 * of the SOPs, its form and the regulation's table.
 */
#ifndef CGI_BIN_REPORT_MONITOR_H
#define CGI_BIN_REPORT_MONITOR_H

#include <stddef.h>
#include <stdint.h>

#include "month/monitor.h"

struct month_figures;
struct page;
struct reply;
struct request;

/* GET the table, or the form while there is none; POST keeps what is
 * written. */
int	 report_monitor(struct request *, struct reply *,
	    const struct month_figures *);

/* -- within ------------------------------------------------------------- */

/* One request about one half-year. */
struct monitor {
	struct request			*req;
	struct reply			*reply;
	const struct month_figures	*f;
	const char			*period;	/* "Semester I 2026" */
	const char			*address;
	int64_t				 end;	/* of the half-year */
	struct monitor_row		*row;	/* the SOPs, by rule */
	const char			**doubt; /* of each, or "" */
	size_t				 nrow;
	struct monitoring		 kept;	/* the latest; version 0: none */
};

/* The way back to the report stands above it. */
struct page	*monitor_frame(const struct monitor *,
		    const char *template_name, struct page **body);
/* The form by rule, or as it was kept last. */
int	 monitor_form(struct monitor *);
/* What was sent: kept, or the form again. */
int	 monitor_take(struct monitor *);

#endif
