/*
 * files.h - uploaded and issued files, kept under their content's SHA-256, in
 * one of two places.
 *
 * In a folder a file is written to a temporary name, fsynced, renamed, and the
 * folder fsynced, before any transaction names it.  Layout: DIR/ab/abcdef...
 * (64 hex digits).  The folder may be one that hosts share: who stores, takes
 * up and removes agree by the database, not by times and locks of files.
 *
 * In the database a file is written by the next transaction (db_tx()) of the
 * handle, and by no other: that of the act that names it.  Until then it waits
 * as a nameless file in the folder.
 *
 * The same content is kept once, and read wherever it is: an office whose place
 * was changed has files in both.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#define FILES_HASH_SIZE 65		/* 64 hex digits and the NUL */

struct db;

/* The files of an office: office_files(). */
struct files {
	const char	*dir;		/* their folder */
	struct db	*db;		/* which names them, open for writing
					   by who stores or takes up */
	struct files_waiting *waiting;	/* for a transaction; NULL: they go
					   into the folder */
};

/* From now on files go into the database: 0, or -1.  Files that wait, and the
 * place itself, are given back by files_close(). */
int			 files_into_database(struct files *);
void			 files_close(struct files *);
/* Keep those that wait although nothing names them yet, as those of a form
 * that comes back; or forget them.  0, or -1 with errno. */
int			 files_keep(const struct files *);
void			 files_forget(const struct files *);

struct files_writer;

/* Begin, feed and finish a file.  files_finish() frees the writer and gives
 * hash and size; files_abort() frees it and leaves nothing behind.
 * Each returns 0, or -1 with errno. */
struct files_writer	*files_begin(const struct files *);
int			 files_write(struct files_writer *, const void *,
			    size_t);
int			 files_finish(struct files_writer *,
			    char hash[FILES_HASH_SIZE], int64_t *size);
void			 files_abort(struct files_writer *);
/* A descriptor of its own for the bytes written so far, at their beginning, or
 * -1. */
int			 files_reread(const struct files_writer *);

/* Make the names in a folder last: 0, or -1 with errno. */
int			 files_sync_folder(const char *path);

/* Store a whole buffer. */
int			 files_put(const struct files *, const void *, size_t,
			    char hash[FILES_HASH_SIZE]);

/* A file that is there already is about to be named by a transaction: 0, or
 * -1 when it is gone. */
int			 files_touch(const struct files *, const char *hash);

/* Is there no file of the hash?  What cannot be known is no. */
int			 files_is_gone(const struct files *, const char *hash);

/* Is it whole where files go now, not only where they went before? */
int			 files_is_placed(const struct files *,
			    const char *hash);

/*
 * Remove what nothing names: files neither finished nor touched since
 * `before`, an instant of the database's clock, unless `named` answers 1 for
 * their hash (0: no; -1 stops the sweep), and what crashes left half-written.
 * The number removed, or -1 with errno.  Safe while others store files, as long
 * as a process that stores or touches a file names it within the time since
 * `before`.
 */
int			 files_sweep(const struct files *, int64_t before,
			    int (*named)(void *arg, const char *hash),
			    void *arg);

enum files_state {
	FILES_GOOD,
	FILES_MISSING,
	FILES_ALTERED,
	FILES_UNREADABLE		/* errno says why */
};
/* Open a file and read all of it against its hash: the one way to get at what
 * was stored.  *fd (may be NULL) gets the descriptor of a good one, at its
 * beginning, else -1.  A malformed hash is one that is missing. */
enum files_state	 files_look(const struct files *, const char *hash,
			    int *fd);
