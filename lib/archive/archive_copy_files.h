/*
 * archive_copy_files.h - the documents of an office that moves to a server or
 * away from it (archive_copy.h).
 */
#pragma once

#include <stddef.h>

struct archive_copy;
struct db;

/*
 * Copy those that the office at `from` names into the place that `to` keeps
 * them at: its database, when it is a server, else the folder `files` beside
 * it.  Between two files nothing is to be done, they stay where they are.  What
 * is there already is only read and compared.  0, or -1 with the reason in
 * c->why.
 */
int	 archive_copy_files(struct archive_copy *, struct db *from,
	    struct db *to);
