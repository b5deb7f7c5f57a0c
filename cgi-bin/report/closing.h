/*
 * closing.h - /laporan/YYYY-MM/pengesahan: closing a month with one page
 * of minutes, and the minutes of a closed one.
 */
#ifndef CGI_BIN_REPORT_CLOSING_H
#define CGI_BIN_REPORT_CLOSING_H

#include "casepage/fields.h"

struct month_closing;
struct page;
struct reply;
struct request;

#define CLOSING_ERRORS 8
#define CLOSING_FIELDS 5

/* One request about one month. */
struct closing {
	struct request		*req;
	struct reply		*reply;
	int			 year, month;
	const char		*period;	/* "Oktober 2026" */
	const char		*address;
	struct fields_state		 typed;
	struct field_error	 error[CLOSING_ERRORS];
	struct field_form	*form;
};

/* Both answer for any method. */
int	 report_closing(struct request *, struct reply *, int year, int month);
/* The root of a closed month as a QR code; 404 when it is open. */
int	 report_closing_qr(struct request *, struct reply *, int year,
	    int month);
/* The leaves of its root as text. */
int	 report_closing_leaves(struct request *, struct reply *, int year,
	    int month);

/* Date, place, those present, findings and decisions. */
extern const struct sop_field closing_fields[CLOSING_FIELDS];
/* A page below the report of the month. */
struct page	*closing_frame(struct closing *, const char *template_name,
		    struct page **body);
/* report_minutes.c: the page of a closed month. */
int	 closing_minutes(struct closing *, const struct month_closing *);

/* For others that keep pictures: a file of DATA/charts, sent. */
int	 report_send_png(struct request *, struct reply *, const char *path);

#endif
