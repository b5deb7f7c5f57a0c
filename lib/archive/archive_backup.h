/*
 * archive_backup.h - all that belongs to an office, copied while it is in use.
 *
 *	DIR/files/ab/abcdef...	documents by hash; what is there is not copied
 *	DIR/STAMP/office.db	the database at one instant, and beside it
 *	DIR/STAMP/key		... what it cannot do without,
 *	DIR/STAMP/sopap.conf	... what it was run with,
 *	DIR/STAMP/letters/...	... and the texts of its letters
 *	DIR/MANIFEST		all of them with their checksums (manifest.h)
 *
 * STAMP is the instant, "20261130T082433Z".  The database is copied first and
 * the files that it names then: they never change, and are not swept away
 * within a day.  MANIFEST gets its name last.  Until then the backup before is
 * whole, and only afterwards is it removed.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "archive/integrity.h"
#include "archive/manifest.h"

struct archive_backup {
	const char	*dir;		/* where to; made when missing */
	const char	*data;		/* folder of the office */
	const char	*database;	/* on a server; "": in the folder */
	const char	*conf;		/* file of the configuration, or NULL */
	const char	*letters;	/* folder of letter texts, or NULL */
	int64_t		 now;
	struct integrity in;		/* is told, and has the figures */

	char		 stamp[MANIFEST_STAMP];	/* of the backup made */
	size_t		 added;		/* files that are new in it */
	char		 why[1024];	/* of ARCHIVE_FAILED, ARCHIVE_KEPT */
};

enum archive_result {
	ARCHIVE_DONE,
	ARCHIVE_FAULTY,			/* done, but in.fault was told things */
	ARCHIVE_KEPT,			/* the copy has more faults than the
					   backup before, which was kept */
	ARCHIVE_FAILED			/* nothing was changed: `why` */
};

/*
 * Copy the office and read the copy back: every file against its checksum, the
 * pages of the database, key, chains and roots.  The office may have an older
 * schema (DB_OLD).  A document that the office has lost is a fault, unless the
 * backup has it still.
 */
enum archive_result	 archive_backup(struct office *,
			    struct archive_backup *);
