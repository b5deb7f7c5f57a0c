/*
 * closing.h - /laporan/YYYY-MM/pengesahan: a month is closed with a page of
 * minutes, and the minutes of a closed month are shown with its root.
 */
#pragma once

struct reply;
struct request;

/* Each answers for one month; the status of the answer. */

/* GET the minutes, or their form while the month is open; POST closes it.  404
 * before the month has ended, 403 for a person who does not hold the role of
 * the approver. */
int	 report_closing(struct request *, struct reply *, int year, int month);
/* The root of a closed month as a QR code (PNG); 404 when it is open. */
int	 report_closing_qr(struct request *, struct reply *, int year,
	    int month);
/* The leaves of its root as text; 404 when it is open. */
int	 report_closing_leaves(struct request *, struct reply *, int year,
	    int month);
