/*
 * quarantine.h - files in quarantine (dokumen yang ditahan), which nobody gets:
 * the virus scanner did not answer when they came in, qpdf was not there, or
 * one of them has found something in them since.
 *
 * The case goes on meanwhile: that nobody could look is the office's fault, not
 * the sender's.  The tick has what waits looked at as soon as it can be; an
 * administrator may let a file go before.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"
#include "upload/scan.h"

/* The two that look at a file, added up. */
#define QUARANTINE_SCAN		1	/* the virus scanner */
#define QUARANTINE_CHECK	2	/* qpdf: does it open? */

struct quarantined {
	int64_t	id;
	char	sha256[65];
	char	name[256];		/* as uploaded first */
	int64_t	since;
	int64_t	judge;			/* who has yet to look at it, or has
					   found something */
	char	finding[SCAN_FINDING_SIZE];	/* "": nothing yet */
};

/* Put a file into quarantine until all of `judge` have looked at it; one that
 * is in it waits for these as well.  A file that a case has already is left
 * alone. */
enum case_err	 quarantine_add(struct office *, const char *sha256,
		    const char *name, int judge, int64_t now);

/* Note the result of a scan: clean (""), which lets a file go that waits for
 * nobody else, or the finding. */
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

/* Let a file go, for a reason.  CASE_STATE when the scanner found something in
 * it. */
enum case_err	 quarantine_release(struct office *, const struct change *,
		    int64_t id, const char *reason);

/* Have what waits looked at by clamd at `where` ("": there is none) and by
 * qpdf; *done gets how many need no longer wait for one of them.  A scanner
 * that does not answer is not asked again. */
enum case_err	 quarantine_tick(struct office *, const char *where,
		    int *done);
