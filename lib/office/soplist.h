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

/* Begins a version when its time comes?  Not one that was dropped before it
 * began (office_publish_from()): that ends as it begins. */
#define SOPLIST_SQL_BEGINS(v) \
	"(" v ".effective_to IS NULL OR " \
	v ".effective_to > " v ".effective_from)"
int		 soplist_begins(const struct sop_item *);
/* Is it in force at an instant? */
int		 soplist_holds(const struct sop_item *, int64_t now);
/* Of all versions of an SOP, the newest first (at least one), the one in force
 * at an instant; else the newest that begins and has begun; else the newest. */
const struct sop_item *soplist_shown(const struct sop_item *, size_t n,
		    int64_t now);

/*
 * A version that is only tried (office_publish_trial()): it has a number below
 * 1, was in force for no moment, and so nobody begins a case of it but by the
 * trial's own draft.  Its cases and tasks stand in the tables of all others;
 * every figure, list, series of numbers, promise and event log leaves out what
 * is of such a version, by these parts of statements or by v.version > 0.
 */
#define SOPLIST_SQL_TRIALS "(SELECT id FROM sop_versions WHERE version < 1)"
#define SOPLIST_SQL_REAL(version_id) \
	version_id " NOT IN " SOPLIST_SQL_TRIALS
int		 soplist_is_trial(struct office *, int64_t version_id);
/* The trials of an SOP, the newest first, open_cases their own; given, free()
 * *items.  CASE_OK, also with none; CASE_DB. */
enum case_err	 soplist_trials(struct office *, const char *slug,
		    struct sop_item **items, size_t *count);

/* SOPs in force at `now`, by unit and name; open_cases are those of all
 * versions.  Given, free() *items. */
enum case_err	 soplist_current(struct office *, int64_t now,
		    struct sop_item **items, size_t *count);
/* The same without counting cases, for choices. */
enum case_err	 soplist_names(struct office *, int64_t now,
		    struct sop_item **items, size_t *count);

/* The newest version of each SOP that is not in force at `now`: it has ended,
 * or waits for its date; its cases not counted.  Given, free() *items. */
enum case_err	 soplist_idle(struct office *, int64_t now,
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
