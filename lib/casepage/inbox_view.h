/*
 * inbox_view.h - what of an inbox is looked at, as addresses carry it: tab,
 * filters and order.  The list and the work through it (casepage/run.h) read
 * the same parameters.
 */
#pragma once

#include "case/inbox.h"

struct page;
struct request;

/* `pemegang`: nobody has taken it. */
#define INBOX_VIEW_NOBODY "belum"

/* The values of `tab`, `urut` and `tenggat` in an address. */
extern const char *const inbox_view_tabs[];
extern const char *const inbox_view_sorts[INBOX_SORTS];
extern const char *const inbox_view_terms[INBOX_TERMS];

/* Read them, for the session's person, at the request's instant; texts live
 * with the request.  A tab that is not named is INBOX_MINE. */
void		 inbox_view_read(const struct request *,
		    struct inbox_query *);

/* An address with these parameters; what is usual is left out, but never the
 * tab: without one the list opens on a tab that has work. */
char		*inbox_view_address(const struct request *, const char *path,
		    const struct inbox_query *);

/* Fill the sections TERMS (of open tasks alone), KINDS and PARTIES of a filter
 * {VALUE TEXT, CHOSEN}: tenggat, langkah, pihak.  CASE_OK, CASE_DB. */
enum case_err	 inbox_view_choices(const struct request *,
		    const struct inbox_query *, struct page *);

/* Where a person begins the day: the inbox, which may begin with a view that
 * was kept; who has people below and nobody above, or nothing to do in the
 * inbox, with the work of those below. */
const char	*inbox_view_home(const struct request *, int64_t person_id);

/* Is only a part of the tab looked at? */
int		 inbox_view_filters(const struct inbox_query *);
