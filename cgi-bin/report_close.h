/*
 * report_close.h - /laporan/YYYY-MM/pengesahan: closing a month with one page
 * of minutes, and the minutes of a closed one.
 */
#ifndef CGI_BIN_REPORT_CLOSE_H
#define CGI_BIN_REPORT_CLOSE_H

struct reply;
struct request;

/* Both answer for any method. */
int	 report_closing(struct request *, struct reply *, int year, int month);
/* The root of a closed month as a QR code; 404 when it is open. */
int	 report_closing_qr(struct request *, struct reply *, int year,
	    int month);
/* The leaves of its root as text. */
int	 report_closing_leaves(struct request *, struct reply *, int year,
	    int month);

/* For others that keep pictures: a file of DATA/charts, sent. */
int	 report_send_png(struct request *, struct reply *, const char *path);

#endif
