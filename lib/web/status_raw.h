/*
 * status_raw.h - the page of a case for its applicant, and what it asks for.
 * Private to lib/web.
 */
#ifndef WEB_STATUS_RAW_H
#define WEB_STATUS_RAW_H

#include "web/status.h"

struct document;

/* The page of a case that was read. */
int	 status_show(struct status *, int status);

/* The letter, when it may be had here: its download row is behind it, or its
 * SOP has none. */
const struct document	*status_letter(const struct status *);

/* Whoever has only the code says the last digits of the number, too. */
int	 status_needs_digits(const struct status *);

#endif
