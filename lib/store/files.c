/*
 * files.c - files kept under their content's SHA-256, in one of two places.
 *
 * A form that fails leaves its files, since it may come back with them; they
 * are swept away when nothing has named them for long.  Who stores or takes up
 * a file has noted that in the database before it looks whether the file is
 * there; the sweep makes the note itself, in a transaction that ends when the
 * file is gone, and goes on when there is one: so no file goes between being
 * taken up and being named, whichever hosts they are that share the place.
 *
 * What goes into the database waits, whole and with its hash, for the next
 * transaction of the handle: the one that names it.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/db.h"
#include "store/files_database.h"
#include "store/files_folder.h"

enum stmt {
	STMT_TOUCHED,
	STMT_HOLD,
	STMT_LET_GO,
	STMT_OLD,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_TOUCHED] =
		"SELECT 1 FROM file_touches WHERE sha256 = $1",
	[STMT_HOLD] =
		"INSERT INTO file_touches (sha256, at) VALUES ($1, 0)"
		" ON CONFLICT (sha256) DO NOTHING",
	[STMT_LET_GO] = (
		"DELETE FROM file_touches WHERE sha256 = $1"),
	[STMT_OLD] =
		"DELETE FROM file_touches WHERE at < $1",
};

struct files_writer {
	const struct files	*files;
	struct files_sum	 sum;
	int64_t			 size;
	int			 fd;
	char			*temp;	/* path of the temporary file */
};

/* -- files that wait ------------------------------------------------------- */

/* The list begins with an entry of no file. */
int
files_into_database(struct files *f)
{
	f->waiting = calloc(1, sizeof(*f->waiting));
	if (f->waiting == NULL)
		return -1;
	f->waiting->files = f;
	db_carry(f->db, files_database_load, files_database_loaded,
	    f->waiting);
	return 0;
}

void
files_forget(const struct files *f)
{
	struct files_waiting *w;

	while (f->waiting != NULL && (w = f->waiting->next) != NULL) {
		f->waiting->next = w->next;
		close(w->fd);
		free(w);
	}
}

void
files_close(struct files *f)
{
	files_forget(f);
	if (f->waiting != NULL)
		db_carry(f->db, NULL, NULL, NULL);
	free(f->waiting);
	f->waiting = NULL;
}

/* The whole file of the writer, whose descriptor goes with it. */
static int
wait_for_act(struct files_writer *w, const char *hash)
{
	struct files_waiting *new = calloc(1, sizeof(*new));

	if (new == NULL)
		return -1;
	unlink(w->temp);
	memcpy(new->hash, hash, sizeof(new->hash));
	new->files = w->files->waiting->files;
	new->fd = w->fd;
	w->fd = -1;
	new->next = w->files->waiting->next;
	w->files->waiting->next = new;
	return 0;
}

static const struct files_waiting *
find_waiting(const struct files *f, const char *hash)
{
	const struct files_waiting *w = f->waiting;

	while (w != NULL && strcmp(w->hash, hash) != 0)
		w = w->next;
	return w;
}

static int
nothing(struct db *db, void *arg)
{
	return 0;
}

int
files_keep(const struct files *f)
{
	if (f->waiting == NULL || f->waiting->next == NULL ||
	    db_tx(f->db, nothing, NULL) == 0)
		return 0;
	errno = EBUSY;
	return -1;
}

/* -- writing --------------------------------------------------------------- */

static void
writer_free(struct files_writer *w)
{
	if (w->fd != -1)
		close(w->fd);
	free(w->temp);
	free(w);
}

struct files_writer *
files_begin(const struct files *f)
{
	struct files_writer *w = calloc(1, sizeof(*w));

	if (w == NULL)
		return NULL;
	w->files = f;
	crypto_hash_sha256_init(&w->sum.state);
	if ((w->fd = files_place_temp(f, &w->temp)) != -1)
		return w;
	writer_free(w);
	return NULL;
}

int
files_write(struct files_writer *w, const void *data, size_t len)
{
	if (files_place_write(w->fd, data, len) != 0)
		return -1;
	crypto_hash_sha256_update(&w->sum.state, data, len);
	w->size += (int64_t)len;
	return 0;
}

int
files_finish(struct files_writer *w, char hash[FILES_HASH_SIZE],
    int64_t *size)
{
	char name[FILES_HASH_SIZE];
	int rc, error;

	files_place_sum_end(&w->sum, name);
	rc = w->files->waiting != NULL ? wait_for_act(w, name) :
	    files_folder_keep(w->files, w->fd, w->temp, name);
	if (rc != 0) {
		error = errno;
		files_abort(w);
		errno = error;
		return -1;
	}
	memcpy(hash, name, sizeof(name));
	*size = w->size;
	writer_free(w);
	return 0;
}

void
files_abort(struct files_writer *w)
{
	unlink(w->temp);
	writer_free(w);
}

int
files_reread(const struct files_writer *w)
{
	return open(w->temp, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
}

int
files_put(const struct files *f, const void *data, size_t len,
    char hash[FILES_HASH_SIZE])
{
	struct files_writer *w = files_begin(f);
	int64_t size;
	int error;

	if (w == NULL)
		return -1;
	if (files_write(w, data, len) == 0)
		return files_finish(w, hash, &size);
	error = errno;
	files_abort(w);
	errno = error;
	return -1;
}

/* -- what is there --------------------------------------------------------- */

/* Wherever it was put: the configuration may have said otherwise then.  1, 0,
 * or -1 with errno. */
static int
has(const struct files *f, const char *hash)
{
	int found;

	if (find_waiting(f, hash) != NULL)
		return 1;
	found = f->waiting != NULL ? files_database_has(f, hash) :
	    files_folder_has(f, hash);
	if (found != 0)
		return found;
	return f->waiting != NULL ? files_folder_has(f, hash) :
	    files_database_has(f, hash);
}

int
files_touch(const struct files *f, const char *hash)
{
	int found;

	errno = ENOENT;
	if (!files_place_is_hash(hash) || files_place_note(f, hash) != 0)
		return -1;
	if ((found = has(f, hash)) == 0)
		errno = ENOENT;
	return found == 1 ? 0 : -1;
}

int
files_is_gone(const struct files *f, const char *hash)
{
	return !files_place_is_hash(hash) || has(f, hash) == 0;
}

/* A descriptor of its own. */
static enum files_state
look_waiting(const struct files_waiting *w, int *fd)
{
	char path[32];

	if (fd == NULL)
		return FILES_GOOD;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", w->fd);
	*fd = open(path, O_RDONLY | O_CLOEXEC);
	return *fd != -1 ? FILES_GOOD : FILES_UNREADABLE;
}

enum files_state
files_look(const struct files *f, const char *hash, int *fd)
{
	const struct files_waiting *w;
	enum files_state state;

	if (fd != NULL)
		*fd = -1;
	if (!files_place_is_hash(hash))
		return FILES_MISSING;
	if ((w = find_waiting(f, hash)) != NULL)
		return look_waiting(w, fd);
	state = f->waiting != NULL ? files_database_look(f, hash, fd) :
	    files_folder_look(f, hash, fd);
	if (state != FILES_MISSING)
		return state;
	return f->waiting != NULL ? files_folder_look(f, hash, fd) :
	    files_database_look(f, hash, fd);
}

int
files_is_placed(const struct files *f, const char *hash)
{
	return files_place_is_hash(hash) && FILES_GOOD == (f->waiting != NULL ?
	    files_database_look(f, hash, NULL) :
	    files_folder_look(f, hash, NULL));
}

/* -- sweeping -------------------------------------------------------------- */

/* Nothing names the file: remove it, unless it was taken up just now.  Tried
 * again it is gone already. */
static int
remove_unnamed(struct db *db, void *arg)
{
	struct files_sweep *sw = arg;
	int rc;

	if (db_run(db, sql[STMT_HOLD], "t", sw->hash) != 1)
		return 0;
	if ((rc = sw->remove(sw)) < 0)
		return errno;
	sw->gone |= rc;
	db_run(db, sql[STMT_LET_GO], "t", sw->hash);
	return 0;
}

/* 1, 0; -1 with errno. */
static int
is_touched(const struct files_sweep *sw)
{
	struct db_stmt *st = db_query(sw->files->db, sql[STMT_TOUCHED], "t",
	    sw->hash);
	int found = db_step(st);

	errno = EBUSY;
	return db_done(st) == 0 ? found : -1;
}

int
files_sweep_one(struct files_sweep *sw)
{
	int rc = is_touched(sw);

	if (rc == 0)
		rc = sw->named(sw->arg, sw->hash);
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	sw->gone = 0;
	if ((rc = db_tx(sw->files->db, remove_unnamed, sw)) == 0)
		sw->removed += sw->gone;
	else
		errno = rc > 0 ? rc : EBUSY;
	return rc == 0 ? 0 : -1;
}

int
files_sweep(const struct files *f, int64_t before,
    int (*named)(void *, const char *), void *arg)
{
	struct files_sweep sw = { .files = f, .before = before,
		.named = named, .arg = arg };

	if (db_run(f->db, sql[STMT_OLD], "i", before) < 0) {
		errno = EBUSY;
		return -1;
	}
	return files_folder_sweep(&sw) != 0 || files_database_sweep(&sw) != 0 ?
	    -1 : sw.removed;
}
