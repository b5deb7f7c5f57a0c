/*
 * inbox.h - a list of tasks on a page, with what filters it: the inbox, and the
 * work of the people below (today.h).
 */
#pragma once

#include "case/inbox.h"
#include "cgi-bin/inbox/choice.h"

struct page;
struct request;

struct inbox_page {
	struct request		*req;
	const char		*path;		/* its address, without query */
	struct inbox_query	 query;
	struct inbox_counts	 counts;
	int64_t			 sent_told;	/* of them; more of those passed
						   on are not counted */
	int			 outsider;
	int			 reads;		/* may do nothing to them */
	int			 turned;	/* no tab in the address: opened
						   on the queue, as that alone
						   has work */
	int64_t			 midnight;	/* when today ends */
	struct choice_fault	 fault;		/* of acts on several */
	struct inbox_row	*row;
	size_t			 nrows;
	int64_t			 total;
};

/* The list's address with a tab. */
char		*inbox_address(const struct inbox_page *, enum inbox_tab);

/* Fill tasks.tpl: the form that filters, and the rows; CHOICE, what can be done
 * to those chosen, is of the page around it.  CASE_OK, CASE_DB. */
enum case_err	 inbox_fill_filter(const struct inbox_page *,
		    struct page *list);
void		 inbox_fill_rows(const struct inbox_page *, struct page *list,
		    struct page *body);
