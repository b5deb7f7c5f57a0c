/*
 * inbox.h - the page of a person's tasks while it is made: its head (counts,
 * tabs, filter, what waits elsewhere) and its rows.
 */
#ifndef CGI_BIN_INBOX_INBOX_H
#define CGI_BIN_INBOX_INBOX_H

#include <stddef.h>
#include <stdint.h>

#include "case/case.h"


struct page;
struct request;

#define INBOX_ROWS 25			/* of one page */

struct inbox_view {
	struct request		*req;
	struct inbox_query	 query;
	struct inbox_counts	 counts;
	int			 outsider;
	int			 turned;	/* nobody named a tab: opened
						   on the queue, as that alone
						   has work */
	struct inbox_row	*row;
	size_t			 nrows;
	int64_t			 total;
};

/* The words of the address for tabs and orders. */
extern const char *const inbox_tabs[], *const inbox_sorts[];

/* The list's address with a tab and an order. */
char		*inbox_address(const struct inbox_view *, enum inbox_tab,
		    enum inbox_sort);
/* All that stands above the rows; the title of the page. */
enum case_err	 inbox_head(const struct inbox_view *, struct page *frame,
		    struct page *body, const char **title);
/* The rows, or words for none. */
void		 inbox_rows(const struct inbox_view *, struct page *body);

#endif
