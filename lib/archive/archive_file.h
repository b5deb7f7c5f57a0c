/*
 * archive_file.h - files of an archive: copied, read back, removed.
 *
 * Nothing is synced one by one: who has copied all of it calls syncfs(2) once,
 * before a name says that it is whole.
 */
#pragma once

#include <limits.h>
#include <sys/types.h>

#include "store/files.h"

/* Print a path; one that is too long becomes "", which no file has. */
__attribute__((format(printf, 2, 3)))
void	 archive_file_path(char path[PATH_MAX], const char *fmt, ...);

/* Copy a file to a name that is not there yet; `hash` gets that of what was
 * read.  0, or -1 with errno, when no such name is left behind. */
int	 archive_file_copy(const char *from, const char *to, mode_t,
	    char hash[FILES_HASH_SIZE]);

/* The hash of a file as it lies on the disk: what the memory still holds of it
 * is dropped first, where that is possible.  0, or -1 with errno. */
int	 archive_file_hash(const char *path, char hash[FILES_HASH_SIZE]);

/* Remove a file or a folder with all that is in it; one that is not there is
 * removed.  0, or -1 with errno. */
int	 archive_file_remove(const char *path);

/* Is there something of this name? */
int	 archive_file_exists(const char *path);
