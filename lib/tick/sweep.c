/*
 * sweep.c - drafts whose time is over, and files that came in and belong to
 * nothing.
 */
#include "tick/sweep.h"

#include <errno.h>
#include <string.h>

#include "base/price.h"
#include "case/draft.h"
#include "message/secret.h"
#include "office/lease.h"
#include "office/stored_file.h"
#include "store/files.h"
#include "upload/active.h"
#include "upload/loose.h"
#include "upload/page_image.h"
#include "upload/signature.h"

#define HOUR 3600

/* An answer of -1 keeps the file. */
static int
is_named(void *arg, const char *hash)
{
	return stored_file_named(arg, hash);
}

enum case_err
sweep_files(struct office *o, int64_t now, int *removed)
{
	const struct files *files = office_files(o);
	enum case_err err = lease_take(o, "sweep", "", now, now + HOUR);
	int rc;

	if (err != CASE_OK || (err = draft_sweep(o, now)) != CASE_OK)
		return err;
	rc = files_sweep(files, db_clock(office_db(o)) - PRICE_LOOSE_LIFE,
	    is_named, o);
	if (rc < 0)
		return office_fail(o, CASE_DB, "", "%s: %s", files->dir,
		    strerror(errno));
	*removed = rc;
	page_image_sweep(files);
	if ((err = loose_sweep(o)) == CASE_OK)
		err = secret_sweep(o, now);
	if (err == CASE_OK)
		err = active_sweep(o);
	return err == CASE_OK ? signature_sweep(o) : err;
}
