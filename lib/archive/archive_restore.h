/*
 * archive_restore.h - an office put back out of a backup (archive_backup.h).
 *
 * All of it is gathered in a folder of the data folder (OFFICE_STAGE) and
 * checked there.  Then the office that was there is moved into a folder beside,
 * its database first, and the new one into its place, its database last.  So
 * there is the old office, or none, or the new one, and never a mixture: killed
 * anywhere it is run again, with the same backup or another.
 */
#pragma once

#include <stdint.h>

#include "archive/archive_backup.h"
#include "archive/archive_content.h"

struct archive_restore {
	const char	*dir;		/* of the backup */
	const char	*data;		/* of the office; made when missing */
	int64_t		 now;
	int		 dry;		/* only look at the backup */
	struct integrity in;

	char		 stamp[MANIFEST_STAMP];	/* of the backup */
	char		 aside[64];	/* folder of the old office in `data`;
					   "": there was none */
	struct archive_content content;
	char		 why[1024];	/* of ARCHIVE_FAILED, ARCHIVE_KEPT */
};

/*
 * Restore.  Nobody may have the office open meanwhile.  ARCHIVE_DONE;
 * ARCHIVE_FAULTY: done, but the history had faults already when the backup was
 * made; ARCHIVE_KEPT: the backup is not what was written, and the office was
 * left as it is; ARCHIVE_FAILED.
 */
enum archive_result	 archive_restore(struct archive_restore *);
