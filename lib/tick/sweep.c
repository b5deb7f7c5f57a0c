/*
 * sweep.c - drafts whose time is over, and files that came in and belong to
 * nothing.
 */
#include "tick/sweep.h"

#include <errno.h>
#include <string.h>

#include "case/draft.h"
#include "store/files.h"
#include "upload/signature.h"

#define DAY 86400

enum stmt {
	STMT_NAMED,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_NAMED] =
		"SELECT 1 FROM documents WHERE sha256 = $1"
		" UNION ALL SELECT 1 FROM activities WHERE sha256 = $1"
		" UNION ALL SELECT 1 FROM draft_files WHERE sha256 = $1"
		" UNION ALL SELECT 1 FROM message_files f"
		"   JOIN messages m ON m.id = f.message_id"
		"   WHERE f.sha256 = $1 AND m.state = 'queued'"
		" LIMIT 1",
};

/* Does anything name the file?  -1, which keeps it, when that is unknown. */
static int
is_named(void *arg, const char *hash)
{
	struct db_stmt *st = db_query(office_db(arg), sql[STMT_NAMED], "t",
	    hash);
	int found = db_step(st);

	return db_done(st) != 0 ? -1 : found;
}

enum case_err
sweep_files(struct office *o, int64_t now, int64_t before, int *removed)
{
	enum case_err err = office_lease(o, "sweep", "", now, now + DAY);
	int rc;

	if (err != CASE_OK || (err = draft_sweep(o, now)) != CASE_OK)
		return err;
	rc = files_sweep(office_files(o), before, is_named, o);
	if (rc < 0)
		return office_fail(o, CASE_DB, "", "%s: %s", office_files(o),
		    strerror(errno));
	*removed = rc;
	return signature_sweep(o);
}
