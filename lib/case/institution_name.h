/*
 * institution_name.h - institutions by the names that requests give them: the
 * public types one, an operator's account has one.  An administrator merges
 * spellings of the same; cases keep theirs and count under the one that stays.
 *
 *	err = institution_name_merge(office, &change, "UNSRI",
 *	    "Universitas Sriwijaya");
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"

struct institution_name {
	char	name[256];	/* as typed, or of an account */
	char	stands_for[256]; /* merged into this; "": it stands itself */
	int64_t	cases;		/* with this very name */
};

/* Those of requests and of active accounts, the merged ones behind what they
 * stand for; at most INSTITUTION_NAMES.  free() *rows.  CASE_OK, CASE_DB. */
#define INSTITUTION_NAMES 1000
enum case_err	 institution_name_list(struct office *,
		    struct institution_name **rows, size_t *count);

/* Those to offer while one is typed: active accounts, and names that others
 * were merged into.  Nobody but an administrator chose them, so that no name
 * one visitor typed is shown to another.  As above. */
enum case_err	 institution_name_known(struct office *,
		    struct institution_name **rows, size_t *count);

/* Let a spelling stand for another from now on, in all cases; those merged into
 * it go along.  CASE_OK, CASE_INVALID ("spelling", "stands_for"),
 * CASE_REPEATED, CASE_DB. */
enum case_err	 institution_name_merge(struct office *,
		    const struct change *, const char *name,
		    const char *stands_for);
/* Let it stand for itself again; CASE_INVALID names "merged". */
enum case_err	 institution_name_part(struct office *,
		    const struct change *, const char *name);
