/*
 * archive_upgrade.h - an office brought to the schema of this program.
 *
 * First all of it is copied into a backup (archive_backup.h).  Then it gets the
 * schema files that it lacks, each in a transaction of its own.  At last it is
 * checked: the pages of the database, key, chains and roots, and the cases
 * against the history.  So it has the schema of before or a later one, never
 * half of one: killed anywhere it is run again.
 */
#pragma once

#include "archive/archive_backup.h"

struct archive_upgrade {
	struct archive_backup	backup;	/* where to */
	void	(*step)(void *arg, const char *name);	/* a file is done */
	void	*arg;

	int	 before;		/* faults of the history, before */
	struct integrity in;		/* is told the faults of afterwards */
	int64_t	 cases;			/* derived from the history */
	char	 why[1024];		/* of ARCHIVE_FAILED, ARCHIVE_KEPT */
};

/*
 * Upgrade an office opened with DB_UPGRADE.  ARCHIVE_DONE; ARCHIVE_FAULTY:
 * done, but it is not as it was written; ARCHIVE_KEPT: the backup was refused,
 * and nothing was changed; ARCHIVE_FAILED: it stopped, perhaps after some of
 * the files.
 */
enum archive_result	 archive_upgrade(struct office *,
			    struct archive_upgrade *);
