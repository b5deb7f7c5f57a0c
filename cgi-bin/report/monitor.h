/*
 * monitor.h - /laporan/YYYY-Sn/pemantauan: the half-yearly monitoring of the
 * SOPs (PermenPAN-RB 35/2012).
 */
#pragma once

struct month_figures;
struct reply;
struct request;

/*
 * Answer for the half-year of the figures: GET the regulation's table, or its
 * form while there is none (to the assessor, after the half-year) and with
 * ?ubah=; POST keeps the form as a new version.  The status of the answer.
 */
int	 report_monitor(struct request *, struct reply *,
	    const struct month_figures *);
