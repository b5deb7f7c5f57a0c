/*
 * month_work.h - the work behind a figure: the visits or the cases that one
 * figure of one part of a period counts.
 *
 *	struct month_work w;
 *	err = month_work(office, f, MONTH_ROLE, "jfu|jft", "done+late_open",
 *	    reader, now, &w);
 *	... w.counted in all, w.item[0 .. w.n) of them are to be seen ...
 *	month_work_free(&w);
 *
 * They are counted once more by the same code, and each is kept by which the
 * figure has grown; so it is of a closed month, too, by the calendar that it
 * was closed with.
 */
#pragma once

#include "month/month.h"

struct month_work_item {
	int64_t	task_id;		/* 0: the case as a whole */
	int64_t	case_id;
};

struct month_work {
	int64_t			 counted;	/* all of them */
	struct month_work_item	*item;		/* the reader sees, in order */
	size_t			 n;
};

/* The value of a figure in a part, "done+late_open": the sum of these members
 * of MONTH_COUNTS; -1 for one that is no sum of what is counted one by one. */
int64_t		 month_work_value(const struct month_part *,
		    const char *figure);

/* Those of a figure of the part with this scope and key.  CASE_OK, and
 * month_work_free(); CASE_NOT_FOUND for no such figure; CASE_DB. */
enum case_err	 month_work(struct office *, const struct month_figures *,
		    enum month_scope, const char *key, const char *figure,
		    int64_t reader, int64_t now, struct month_work *);
void		 month_work_free(struct month_work *);
