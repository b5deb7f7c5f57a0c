/*
 * soplist.h - lists of the SOPs of the office and of their versions; what an
 * SOP says is in sop.h.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

struct sop_item {
	char	slug[64];
	char	unit[160];		/* name of its unit */
	int64_t	version_id;
	int64_t	version;		/* 1, 2 ... */
	char	name[96];		/* short */
	char	number[64];		/* as printed, or "" */
	int64_t	effective_from, effective_to;	/* to 0: until further notice */
	int64_t	published_by;		/* person; 0: at set-up */
	int64_t	open_cases;
};

/* SOPs in force at `now`, by unit and name; open_cases are those of all
 * versions.  Given, free() *items. */
enum case_err	 soplist_current(struct office *, int64_t now,
		    struct sop_item **items, size_t *count);
/* The same without counting cases, for choices. */
enum case_err	 soplist_names(struct office *, int64_t now,
		    struct sop_item **items, size_t *count);

/* Versions of one SOP, the newest first; open_cases are the version's own.
 * CASE_NOT_FOUND when no SOP has the slug.  Given, free() *items. */
enum case_err	 soplist_versions(struct office *, const char *slug,
		    struct sop_item **items, size_t *count);

/* The latest version of the SOP with an id, open_cases not counted; CASE_OK,
 * CASE_NOT_FOUND, CASE_DB.  The id of a slug; 0 when there is none. */
enum case_err	 soplist_latest(struct office *, int64_t id,
		    struct sop_item *);
int64_t		 soplist_id(struct office *, const char *slug);

/* The YAML text of a version; NULL when there is none.  Given, free() it. */
char		*soplist_text(struct office *, int64_t version_id);
