/*
 * quarantine.h - files in quarantine (berkas yang ditahan), which nobody gets:
 * the virus scanner did not answer when they came in, or has found something
 * in them since.
 *
 * The case goes on meanwhile.  The tick has what waits scanned again as soon
 * as the scanner is back; an administrator may let a file go before.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"
#include "upload/scan.h"

struct quarantined {
	int64_t	id;
	char	sha256[65];
	char	name[256];		/* as uploaded first */
	int64_t	since;
	char	finding[SCAN_FINDING_SIZE];	/* "": not scanned yet */
};

/* Put a file into quarantine, once: again it changes nothing.  A file that a
 * case has already is left alone. */
enum case_err	 quarantine_add(struct office *, const char *sha256,
		    const char *name, int64_t now);

/* Note the result of a scan: clean (""), which lets the file go, or the
 * finding. */
enum case_err	 quarantine_scanned(struct office *, const char *sha256,
		    const char *finding);

/* A file in quarantine by its hash, or by its id there: CASE_OK,
 * CASE_NOT_FOUND (it is not in it), CASE_DB. */
enum case_err	 quarantine_find(struct office *, const char *sha256,
		    struct quarantined *);
enum case_err	 quarantine_get(struct office *, int64_t id,
		    struct quarantined *);

/* Oldest first; given, free() *list. */
enum case_err	 quarantine_list(struct office *, struct quarantined **list,
		    size_t *count);

/* Let a file go that was not scanned, for a reason.  CASE_STATE when something
 * was found in it. */
enum case_err	 quarantine_release(struct office *, const struct change *,
		    int64_t id, const char *reason);

/* Have what waits scanned by clamd at `where`; *done gets how many were found
 * clean or not.  The first one it does not answer ends it. */
enum case_err	 quarantine_tick(struct office *, const char *where,
		    int *done);
