/* outage.h - recorded outages as a table. */
#pragma once

#include <stdint.h>

struct calendar;
struct page;
struct request;

/* Add the outages of a calendar that touch [from, to) to a page at "TABLES",
 * the latest first; no table when there is none.  `linked` rows lead to their
 * pages: for the calendar that is edited. */
void		 admin_outages_show(const struct request *, struct page *body,
		    const struct calendar *, int64_t from, int64_t to,
		    int linked);
