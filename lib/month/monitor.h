/*
 * monitor.h - the half-yearly monitoring of the SOPs: an assessor says of each
 * whether it runs well, what was noted and what is to be done (PermenPAN-RB
 * 35/2012).
 *
 * What was filled in is kept and never changed: a correction is a new version
 * that says why.  Each is an event of the unit's stream.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"

#define MONITOR_NOTE 600	/* characters of a note, at most */
#define MONITOR_ACTION 300	/* of an action, and of a reason */

struct monitor_row {
	char	sop[64];		/* slug */
	char	name[160];		/* as printed */
	int	well;			/* runs well */
	char	suggested[8];		/* "baik", "tidak"; "": in doubt */
	char	figures[400];
	char	note[4 * MONITOR_NOTE + 1];
	char	action[4 * MONITOR_ACTION + 1];
};

struct monitoring {
	int64_t	id;
	int64_t	version;		/* 1 .. */
	int64_t	made_at, made_by;
	char	role_name[192];
	char	reason[4 * MONITOR_ACTION + 1];
	struct monitor_row *row;	/* of monitor_get() alone */
	size_t	nrow;
};

/* A person may fill it in as holder of the role (slug). */
int		 monitor_may(struct office *, int64_t person_id,
		    const char *role, int64_t now);

/*
 * Keep the monitoring of the half-year that ends with this month, as version
 * m->version, which is to be the next one.  CASE_DENIED: not a holder of the
 * role; CASE_STATE: it is not over; CASE_CONFLICT: somebody was faster;
 * CASE_INVALID: no row, or a correction without its reason
 * (office_field() "reason"), or an SOP that does not run well without an
 * action ("action").
 */
enum case_err	 monitor_keep(struct office *, const struct change *,
		    const char *role, int year, int month,
		    const struct monitoring *m);

/* A version, or (0) the latest.  CASE_NOT_FOUND.  Given: monitor_free(). */
enum case_err	 monitor_get(struct office *, int year, int month,
		    int64_t version, struct monitoring *);
void		 monitor_free(struct monitoring *);

/* All versions without their rows, the latest first; given, free(). */
enum case_err	 monitor_versions(struct office *, int year, int month,
		    struct monitoring **, size_t *count);
