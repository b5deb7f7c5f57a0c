/*
 * outage.h - the pages of recorded outages: all of them, and one.
 */
#ifndef CGI_BIN_ADMIN_OUTAGE_H
#define CGI_BIN_ADMIN_OUTAGE_H

#include "cgi-bin/admin/admin.h"
#include "clock/calendar.h"

#define OUTAGE PATH_KALENDER "/gangguan"
#define OUTAGES_MAX 1000
#define OFFICE_WIDE "kantor"	/* no unit's slug: all of them */
#define OUTAGE_FIELDS 8		/* of one; the last is why it is mended */

/* The calendar that is edited, and the outage a page is about. */
struct outage_subject {
	const char		*text;
	const struct calendar	*cal;
	struct cal_outage	 one;
};

/* The address of one: its begin and unit say which. */
const char	*outage_address(const struct request *,
		    const struct cal_outage *);
/* The outage of the form; CASE_INVALID with what is wrong said. */
enum case_err	 outage_read(struct admin *, struct cal_outage *);
/* Keep a new text of the calendar, or say why there is none; frees it. */
enum case_err	 outage_keep(struct admin *, const struct change *, char *text,
		    const char *why);

/* The page of one (admin_outage_mend.c), by what its address ends with. */
int		 outage_mend(struct admin *, struct outage_subject *,
		    struct sop_field *, const char *one);

#endif
