/*
 * manifest.h - the list of what belongs to a backup, with checksums.
 *
 * The file MANIFEST of a backup folder has the form of sha256sum(1), so that
 * `sha256sum -c MANIFEST` checks it without us.  Its name is given last: a
 * backup without it was interrupted, and the one before it counts.  Comment
 * lines say by which release it was made, and how many faults the history had
 * then.
 */
#pragma once

#include <stddef.h>

#include "store/files.h"

#define MANIFEST_NAME	"MANIFEST"
#define MANIFEST_STAMP	32		/* of the folder of one backup */

struct manifest_line {
	char	 sha256[FILES_HASH_SIZE];
	char	*path;			/* from the backup folder */
};

struct manifest {
	char			 stamp[MANIFEST_STAMP];	/* "20261130T082433Z" */
	int			 faults;
	struct manifest_line	*line;
	size_t			 n, room;
};

/* Add a line; 0, or -1 with errno: out of memory, or EINVAL of a path that such
 * a file cannot carry.  The path is copied. */
int	 manifest_add(struct manifest *, const char *sha256, const char *path);
/* Has it the path? */
int	 manifest_has(const struct manifest *, const char *path);
void	 manifest_clear(struct manifest *);

/* Put it into the folder, in place of the one before: synced, then renamed.  0,
 * or -1 with errno. */
int	 manifest_write(const struct manifest *, const char *dir);

/*
 * Read it.  1; 0 when there is none; -1 with the reason when it cannot be read
 * or names something outside the folder.  manifest_clear() it in any case.
 */
int	 manifest_read(struct manifest *, const char *dir, char *why,
	    size_t whysize);
