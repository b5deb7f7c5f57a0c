/*
 * report_monitor.h - /laporan/YYYY-Sn/pemantauan: the half-yearly monitoring
 * of the SOPs.
 */
#ifndef CGI_BIN_REPORT_MONITOR_H
#define CGI_BIN_REPORT_MONITOR_H

struct month_figures;
struct reply;
struct request;

/* GET the form, POST the table made of it. */
int	 report_monitor(struct request *, struct reply *,
	    const struct month_figures *);

#endif
