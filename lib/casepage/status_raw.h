/*
 * status_raw.h - the page of a case for its applicant, and what it asks for.
 * Private to lib/web.
 */
#ifndef CASEPAGE_STATUS_RAW_H
#define CASEPAGE_STATUS_RAW_H

#include "casepage/status.h"

/* The page of a case that was read. */
int	 status_show(struct status *, int status);

/* Whoever has only the code says the last digits of the number, too. */
int	 status_needs_digits(const struct status *);

#endif
