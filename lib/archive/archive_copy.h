/*
 * archive_copy.h - an office's database copied into another, which may be of
 * another engine.
 *
 * Table by table, in the order of their keys, so that what is there already
 * after an interruption is told by its number; then both are read and compared
 * by their digests.  The copy is of one instant and has the schema of the
 * office, which may be an older one.  Documents go along where the place of
 * them is another (archive_copy_files.h).  Until it is whole it says so, and no
 * program opens it (office_open()).
 *
 *	struct archive_copy c = { .from = "/srv/sopap/office.db",
 *		.to = "/mnt/new/office.db", .progress = print };
 *
 *	if (archive_copy(&c) != 0)
 *		puts(c.why);
 */
#pragma once

#include <stdint.h>

struct archive_copy {
	const char	*from, *to;	/* databases, as of db_open() */
	void		(*progress)(void *arg, const char *table, int64_t done,
			    int64_t all);	/* rows; may be NULL */
	void		*arg;
	int		 live;		/* the office may be used meanwhile: a
					   backup, nothing that it moves to */
	const char	*data;		/* folder of this host */
	int		 files_stay;	/* in their folder: it is shared */

	int		 tables;	/* copied and compared */
	int64_t		 rows, added;	/* in them; of these, in this run */
	int64_t		 documents;	/* copied in this run */
	int64_t		 lost;		/* ... that the office has no more */
	char		 why[1024];
};

/*
 * Copy.  `to` is a database without an office, or one that a copy of the same
 * office has begun.  0, or -1 with the reason: run again, it goes on where it
 * was.
 */
int	 archive_copy(struct archive_copy *);
