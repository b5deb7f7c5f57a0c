/*
 * month_close.h - closing a month (pengesahan): its figures are frozen, and
 * its root is made.
 *
 * A closed month is read as it was closed, whatever was learnt since; nothing
 * can be recorded in it any more (office/closed.h).
 */
#pragma once

#include <stdint.h>

#include "month/month.h"
#include "office/change.h"

struct grid;
struct root_post;			/* month/root.h */

/* The minutes of a pengesahan, one page; every text may be "". */
struct month_minutes {
	char	held_on[16];		/* day of the meeting, "2026-11-03" */
	char	place[200];
	char	attended[1000];
	char	findings[3000];
	char	decisions[3000];
	const struct root_post *post;	/* address of the root; NULL: none */
};

/* A closed month as it was closed. */
struct month_closing {
	int64_t	closed_at, closed_by;	/* by 0: the office's command */
	int64_t	n;			/* number of the closing */
	int64_t	calendar_id, calendar;	/* its id, its version */
	char	root[65], prev[65];	/* see month/root.h */
	char	role_name[192];		/* of the closer, as printed then */
	struct month_minutes minutes;
};

/*
 * Pengesahan: freeze the figures of a month that is over, for the office and
 * each SOP, and its root.  An event of the unit's stream.  A person closes as
 * holder of the role named (slug), or of one with the right sahkan-bulan:
 * CASE_DENIED for another; nobody (by 0) is the office's command, and needs no
 * role.  CASE_INVALID: office_field() is the member of the minutes, which a
 * person has to write.  CASE_STATE when the month is not over, CASE_REPEATED
 * when it is closed.
 */
enum case_err	 month_close(struct office *, const struct change *,
		    int year, int month, const char *role,
		    const struct month_minutes *);
/* May a person close months, as holder of a role (slug) or by the right?  1 or
 * 0. */
int		 month_may_close(struct office *, int64_t person_id,
		    const char *role, int64_t now);
/* The closing of a month.  CASE_OK; CASE_NOT_FOUND: it is not closed;
 * CASE_DB. */
enum case_err	 month_closing_get(struct office *, int year, int month,
		    struct month_closing *);
/* The parts of a closed month that concern the public, as they were frozen: the
 * office, then its SOPs.  Of an open month there are none.  Given, free()
 * *list; CASE_OK, CASE_DB. */
enum case_err	 month_published(struct office *, int year, int month,
		    struct month_part **list, size_t *n);

/* -- inside lib/month ------------------------------------------------------ */

/* Fill a sheet (year, month, sop) with the figures as they were frozen:
 * CASE_OK, CASE_DB. */
enum case_err	 month_thaw(struct office *, struct month_figures *);

/* The figures of a closed month that the months after it need, into the light
 * of a grid's parts: 1; 0 when the month is open; -1 when the database
 * failed. */
int		 month_thaw_light(struct grid *, int year, int month,
		    const char *sop);
