/*
 * files_place.h - what files.c and the two places of files share: a folder
 * (files_folder.h) and the database (files_database.h).  Others use files.h.
 */
#pragma once

#include <sodium.h>

#include "store/files.h"

#define FILES_PLACE_HALF	".new-"		/* what is being written */

/* A file that is whole, and that the next transaction carries. */
struct files_waiting {
	const struct files	*files;
	struct files_waiting	*next;
	char			 hash[FILES_HASH_SIZE];	/* "": the first, which
					   is no file */
	int			 fd;	/* its bytes; no name leads to them */
};

/* 64 small hex digits? */
int			 files_place_is_hash(const char *);

/* Hash what is read. */
struct files_sum {
	crypto_hash_sha256_state state;
};
void			 files_place_sum_end(struct files_sum *,
			    char hash[FILES_HASH_SIZE]);

/* A file in the folder for bytes on their way, its path in *path, to be freed;
 * or one without a name.  A descriptor, or -1. */
int			 files_place_temp(const struct files *, char **path);
int			 files_place_spool(const struct files *);
int			 files_place_write(int fd, const void *, size_t);

/* Has the open file the hash?  It stands at its beginning again. */
enum files_state	 files_place_check(int fd, const char *hash);

/* Note that a file was stored or taken up now: 0, or -1 with errno. */
int			 files_place_note(const struct files *,
			    const char *hash);

/* A sweep (files_sweep()), and the file in hand. */
struct files_sweep {
	const struct files *files;
	int64_t		 before;
	int		(*named)(void *, const char *);
	void		*arg;
	/* Remove the file in hand, inside the transaction: 1; 0 when it is
	 * gone already; -1 with errno. */
	int		(*remove)(struct files_sweep *);
	int		 folder;	/* that of the file in hand */
	const char	*hash;
	int		 gone;		/* it was removed */
	int		 removed;
};
/* Look at the file in hand: 0, or -1 with errno. */
int			 files_sweep_one(struct files_sweep *);
