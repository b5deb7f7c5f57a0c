/*
 * case_list.h - the list of cases, the latest first, a page at a time.
 *
 * The columns of its page and of its CSV stand in cgi-bin/case/list.c.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/access.h"
#include "case/case.h"
#include "case/inbox.h"

/* Of the cases that a search finds: all, those that have what was typed as a
 * whole number (none when it is no number), or the others. */
enum case_exact { CASE_EXACT_ANY, CASE_EXACT_ONLY, CASE_EXACT_NOT };

struct case_query {
	struct actor	 actor;		/* sees only what it may, */
	int64_t		 now;		/* at this instant */
	const char	*search;
	enum case_exact	 exact;		/* of what is found */
	const char	*sop;
	const char	*state;		/* "", open, ended */
	const char	*month;		/* "", or "2026-10": opened in it */
	const char	*result;	/* "", or of ended ones: "refused" */
	/* Of open ones, what their open task is like, as in case/inbox.h: */
	const char	*kind, *party;	/* "" or NULL: any */
	int64_t		 holder;	/* 0: anybody */
	enum inbox_term	 term;
	int		 soon_percent;	/* of INBOX_SOON */
	int64_t		 after_at, after_id; /* behind the case of that opening
					   and id; 0: from the latest */
	int64_t		 offset, limit;
	int64_t		 counted;	/* at most; 0: CASES_COUNTED */
};

struct case_item {
	struct case_row	 c;
	char		 sop_slug[64], sop_name[96];
	struct task_row	 at;		/* its open task, the first of several;
					   id 0: none */
	char		 holder[160];	/* of that, "" when nobody has it */
	char		 at_no[8];	/* printed number of the row of that */
	int64_t		 due_at;	/* the earliest of the office's open
					   tasks; 0: none */
};

#define CASES_COUNTED 1001

/* The people who have open tasks of the office, by name: *rows is given, free()
 * it.  CASE_OK, CASE_DB. */
struct case_holder {
	int64_t	id;
	char	name[160];
};
enum case_err	 case_holders(struct office *, struct case_holder **rows,
		    size_t *count);

/* The cases that match, the latest first: *items is given, free() it.  *total
 * (NULL: not asked) counts all that match up to q->counted, which means that
 * there may be more.  CASE_OK, CASE_DB. */
enum case_err	 case_list(struct office *, const struct case_query *,
		    struct case_item **items, size_t *count, int64_t *total);
