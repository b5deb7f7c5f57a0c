/*
 * import_sop.h - inside lib/exchange: the SOP that an event log follows.
 */
#pragma once

#include "exchange/import_history.h"

struct import_sop_role {
	const char	*name;		/* as the log has it */
	char		 slug[64];
	int		 known;		/* the office had it */
};

struct import_sop_row {
	const char	*activity;
	size_t		 role;		/* that did it most often */
	size_t		 count;		/* of its events */
	double		 place;		/* mean place in its cases, 0 to 1 */
};

struct import_sop {
	struct import_sop_row	*row;	/* in the order of the SOP */
	size_t			 nrow;
	struct import_sop_role	*role;
	size_t			 nrole;
	/* Of each event of the log. */
	size_t			*row_of, *role_of;
};

/* Find rows and roles: CASE_OK, CASE_INVALID or CASE_DB.  Freed in either
 * case by import_sop_free(). */
enum case_err	 import_sop_find(struct office *, const struct import_log *,
		    struct import_sop *);
void		 import_sop_free(struct import_sop *);

/* Make the roles that are new, in force from an instant until now. */
enum case_err	 import_sop_make_roles(struct office *, const struct change *,
		    const struct import_sop *, int64_t from);

/* The SOP file of the procedure; given, free() it.  NULL: out of memory. */
char		*import_sop_yaml(struct office *, const struct import_sop *,
		    const struct import_request *);
