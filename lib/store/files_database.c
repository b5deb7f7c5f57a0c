/*
 * files_database.c - files kept in the database, in parts of a size that the
 * memory does not feel.
 *
 * A file is written by the transaction that names it, and noted as taken up
 * before: of two that store the same bytes the second waits, and the sweep
 * (files.c) does too.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/db.h"
#include "store/files_database.h"

#define PART	(256 * 1024)		/* bytes */
#define SWEPT	500			/* files asked for at once */

enum stmt {
	STMT_HAS,
	STMT_PART,
	STMT_PUT,
	STMT_REMOVE,
	STMT_LIST,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_HAS] = (
		"SELECT 1 FROM file_parts WHERE sha256 = $1 AND part = 0"),
	[STMT_PART] =
		"SELECT bytes FROM file_parts WHERE sha256 = $1 AND part = $2",
	[STMT_PUT] =
		"INSERT INTO file_parts (sha256, part, bytes)"
		" VALUES ($1, $2, $3)",
	[STMT_REMOVE] =
		"DELETE FROM file_parts WHERE sha256 = $1",
	[STMT_LIST] =
		"SELECT sha256 FROM file_parts WHERE part = 0 AND sha256 > $1"
		" ORDER BY sha256 LIMIT $2",
};

/* An older schema keeps no files. */
static int
is_there(const struct files *f)
{
	return f->db != NULL && (f->waiting != NULL ||
	    db_has_table(f->db, "file_parts"));
}

int
files_database_has(const struct files *f, const char *hash)
{
	struct db_stmt *st;
	int found;

	if (!is_there(f))
		return 0;
	st = db_query(f->db, sql[STMT_HAS], "t", hash);
	found = db_step(st);
	errno = EIO;
	return db_done(st) == 0 ? found : -1;
}

/* -- reading --------------------------------------------------------------- */

/* One part into the sum, and to `fd` unless that is -1: 1; 0 when there is
 * none; -1 with errno. */
static int
read_part(const struct files *f, const char *hash, int64_t part,
    struct files_sum *sum, int fd)
{
	struct db_stmt *st = db_query(f->db, sql[STMT_PART], "ti", hash, part);
	int found = db_step(st), rc = 0;
	const void *bytes;
	size_t size;

	if (found) {
		bytes = db_bytes(st, 0, &size);
		crypto_hash_sha256_update(&sum->state, bytes, size);
		rc = fd == -1 ? 0 : files_place_write(fd, bytes, size);
	}
	if (db_done(st) == 0)
		return rc == 0 ? found : -1;
	errno = EIO;
	return -1;
}

static enum files_state
read_parts(const struct files *f, const char *hash, int fd)
{
	struct files_sum sum;
	char got[FILES_HASH_SIZE];
	int64_t part = 0;
	int rc;

	crypto_hash_sha256_init(&sum.state);
	while ((rc = read_part(f, hash, part, &sum, fd)) == 1)
		part++;
	if (rc < 0)
		return FILES_UNREADABLE;
	files_place_sum_end(&sum, got);
	if (part == 0)
		return FILES_MISSING;
	if (fd != -1 && lseek(fd, 0, SEEK_SET) == -1)
		return FILES_UNREADABLE;
	return strcmp(got, hash) == 0 ? FILES_GOOD : FILES_ALTERED;
}

/* To be read it is copied to this host's disk. */
enum files_state
files_database_look(const struct files *f, const char *hash, int *fd)
{
	enum files_state state;
	int spool = -1, error;

	if (!is_there(f) || (f->waiting == NULL &&
	    files_database_has(f, hash) == 0))
		return FILES_MISSING;
	if (fd != NULL && (spool = files_place_spool(f)) == -1)
		return FILES_UNREADABLE;
	state = read_parts(f, hash, spool);
	if (state == FILES_GOOD && fd != NULL) {
		*fd = spool;
		return state;
	}
	error = errno;
	if (spool != -1)
		close(spool);
	errno = error;
	return state;
}

/* -- writing --------------------------------------------------------------- */

/* All of a part that is there; 0 at the end of the file, or -1. */
static ssize_t
fill(int fd, char *buf, int64_t at)
{
	ssize_t n, have = 0;

	do {
		n = pread(fd, buf + have, (size_t)(PART - have),
		    (off_t)(at + have));
		have += n > 0 ? n : 0;
	} while ((n > 0 && have < PART) || (n == -1 && errno == EINTR));
	return n == -1 ? -1 : have;
}

/* An empty file has one part, too.  0, or -1. */
static int
put_parts(const struct files_waiting *w, char *buf)
{
	int64_t part = 0;
	ssize_t n;

	do {
		n = fill(w->fd, buf, part * PART);
		if (n > 0 || part == 0)
			db_run(w->files->db, sql[STMT_PUT], "tib", w->hash,
			    part++, buf, (size_t)(n > 0 ? n : 0));
	} while (n == PART);
	return n < 0 ? -1 : 0;
}

/* One whose content is another was damaged, and is replaced.  0, or -1. */
static int
put(const struct files_waiting *w, char *buf)
{
	if (files_place_note(w->files, w->hash) != 0)
		return -1;
	if (files_database_look(w->files, w->hash, NULL) == FILES_GOOD)
		return 0;
	db_run(w->files->db, sql[STMT_REMOVE], "t", w->hash);
	return put_parts(w, buf);
}

/* The database says by itself what fails in it. */
int
files_database_load(struct db *db, void *arg)
{
	const struct files_waiting *w = arg;
	char *buf = w->next != NULL ? malloc(PART) : NULL;
	int rc = w->next != NULL && buf == NULL ? -1 : 0;

	while (rc == 0 && (w = w->next) != NULL)
		rc = put(w, buf);
	free(buf);
	return rc;
}

void
files_database_loaded(void *arg)
{
	files_forget(((struct files_waiting *)arg)->files);
}

/* -- sweeping -------------------------------------------------------------- */

static int
remove_parts(struct files_sweep *sw)
{
	int rc = db_run(sw->files->db, sql[STMT_REMOVE], "t", sw->hash);

	errno = EIO;
	return rc < 0 ? -1 : rc > 0;
}

/* The hashes that follow `after`; how many, or -1. */
static int
list_files(struct db *db, const char *after,
    char (*list)[FILES_HASH_SIZE])
{
	struct db_stmt *st = db_query(db, sql[STMT_LIST], "ti", after,
	    (int64_t)SWEPT);
	int n = 0;

	while (n < SWEPT && db_step(st))
		db_copy(st, 0, list[n++], FILES_HASH_SIZE);
	errno = EIO;
	return db_done(st) == 0 ? n : -1;
}

int
files_database_sweep(struct files_sweep *sw)
{
	char list[SWEPT][FILES_HASH_SIZE], after[FILES_HASH_SIZE] = "";
	int n, rc = 0;

	sw->remove = remove_parts;
	do {
		n = list_files(sw->files->db, after, list);
		for (int i = 0; i < n && rc == 0; i++) {
			sw->hash = list[i];
			rc = files_sweep_one(sw);
		}
		if (n > 0)
			memcpy(after, list[n - 1], sizeof(after));
	} while (n == SWEPT && rc == 0);
	return n < 0 ? -1 : rc;
}
