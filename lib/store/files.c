/*
 * files.c - files kept under their content's SHA-256.
 *
 * A file gets its name when it is whole and on the disk, never before; what a
 * crash leaves is a ".new-" file that no hash can name.
 *
 * A form that fails leaves its files, since it may come back with them; they
 * are swept away when nothing has named them for long.  Who stores or takes up
 * a file has noted that in the database before it looks whether the file is
 * there; the sweep makes the note itself, in a transaction that ends when the
 * file is gone, and goes on when there is one: so no file goes between being
 * taken up and being named, whichever hosts they are that share the folder.
 */
#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/db.h"
#include "store/files.h"

#define DIGITS	(FILES_HASH_SIZE - 1)
#define HALF	".new-"		/* what is being written */

enum stmt {
	STMT_TOUCH,
	STMT_TOUCHED,
	STMT_HOLD,
	STMT_LET_GO,
	STMT_OLD,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_TOUCH] = (
		"INSERT INTO file_touches (sha256, at) VALUES ($1, $2)"
		" ON CONFLICT (sha256) DO UPDATE SET at = excluded.at"
		"  WHERE file_touches.at < excluded.at"),
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
	const struct files		*files;
	crypto_hash_sha256_state	 sha;
	int64_t				 size;
	int				 fd;
	char				*temp;	/* path of the temporary file */
};

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
	w->fd = -1;
	crypto_hash_sha256_init(&w->sha);
	if (asprintf(&w->temp, "%s/" HALF "XXXXXX", f->dir) == -1)
		w->temp = NULL;
	else
		w->fd = mkostemp(w->temp, O_CLOEXEC);
	if (w->fd != -1)
		return w;
	writer_free(w);
	return NULL;
}

int
files_write(struct files_writer *w, const void *data, size_t len)
{
	const char *at = data;
	size_t left = len;
	ssize_t n;

	while (left > 0) {
		n = write(w->fd, at, left);
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return -1;
		at += n;
		left -= (size_t)n;
	}
	crypto_hash_sha256_update(&w->sha, data, len);
	w->size += (int64_t)len;
	return 0;
}

static int
is_hash(const char *hash)
{
	return strlen(hash) == DIGITS &&
	    strspn(hash, "0123456789abcdef") == DIGITS;
}

/* DIR/ab/abcdef...; -1 with errno. */
static int
make_path(const char *dir, const char *hash, char path[PATH_MAX])
{
	int n;

	if (!is_hash(hash)) {
		errno = ENOENT;
		return -1;
	}
	n = snprintf(path, PATH_MAX, "%s/%.2s/%s", dir, hash, hash);
	if (n < 0 || n >= PATH_MAX) {
		errno = ENAMETOOLONG;
		return -1;
	}
	return 0;
}

int
files_sync_folder(const char *path)
{
	int fd, rc;

	fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd == -1)
		return -1;
	rc = fsync(fd);
	close(fd);
	return rc;
}

/* DIR/ab, which is made when it is missing.  Its name has to last before the
 * file's does, also when another process made it. */
static int
make_folder(const char *dir, const char *hash, char path[PATH_MAX])
{
	int n = snprintf(path, PATH_MAX, "%s/%.2s", dir, hash);

	if (n < 0 || n >= PATH_MAX) {
		errno = ENAMETOOLONG;
		return -1;
	}
	if (mkdir(path, 0750) != 0 && errno != EEXIST)
		return -1;
	return files_sync_folder(dir);
}

/* Note that a file was stored or taken up now: 0, or -1 with errno. */
static int
touch(const struct files *f, const char *hash)
{
	int64_t now = db_clock(f->db);

	if (now >= 0 && db_run(f->db, sql[STMT_TOUCH], "ti", hash, now) >= 0)
		return 0;
	errno = EBUSY;
	return -1;
}

int
files_touch(const struct files *f, const char *hash)
{
	char path[PATH_MAX];

	if (make_path(f->dir, hash, path) != 0 || touch(f, hash) != 0)
		return -1;
	return access(path, F_OK);
}

/*
 * Give the whole file its name.  Where the content is there already, its name
 * may not be on the disk yet: the folder is synced all the same.  A file of
 * that name whose content is another was damaged, and is replaced.
 */
static int
place(struct files_writer *w, const char *hash)
{
	char folder[PATH_MAX], path[PATH_MAX];

	if (fchmod(w->fd, 0440) != 0 || fsync(w->fd) != 0)
		return -1;
	if (make_folder(w->files->dir, hash, folder) != 0 ||
	    make_path(w->files->dir, hash, path) != 0 ||
	    touch(w->files, hash) != 0)
		return -1;
	if (files_look(w->files, hash, NULL) == FILES_GOOD)
		unlink(w->temp);
	else if (rename(w->temp, path) != 0)
		return -1;
	return files_sync_folder(folder);
}

int
files_finish(struct files_writer *w, char hash[FILES_HASH_SIZE],
    int64_t *size)
{
	unsigned char sum[crypto_hash_sha256_BYTES];
	char name[FILES_HASH_SIZE];
	int error;

	crypto_hash_sha256_final(&w->sha, sum);
	sodium_bin2hex(name, sizeof(name), sum, sizeof(sum));
	if (place(w, name) != 0) {
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

int
files_is_gone(const struct files *f, const char *hash)
{
	char path[PATH_MAX];

	return make_path(f->dir, hash, path) != 0 ||
	    (access(path, F_OK) == -1 && errno == ENOENT);
}

/* A descriptor, or -1 (a malformed hash is ENOENT). */
static int
open_file(const struct files *f, const char *hash)
{
	char path[PATH_MAX];

	if (make_path(f->dir, hash, path) != 0)
		return -1;
	return open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
}

/* Has the open file the hash?  It stands at its beginning again.  0; 1 when it
 * has another; -1 with errno when it cannot be read. */
static int
check(int fd, const char *hash)
{
	unsigned char sum[crypto_hash_sha256_BYTES], buf[65536];
	crypto_hash_sha256_state sha;
	char hex[FILES_HASH_SIZE];
	ssize_t n;

	crypto_hash_sha256_init(&sha);
	while ((n = read(fd, buf, sizeof(buf))) != 0)
		if (n > 0)
			crypto_hash_sha256_update(&sha, buf, (size_t)n);
		else if (errno != EINTR)
			return -1;
	crypto_hash_sha256_final(&sha, sum);
	sodium_bin2hex(hex, sizeof(hex), sum, sizeof(sum));
	if (lseek(fd, 0, SEEK_SET) == -1)
		return -1;
	return strcmp(hex, hash) != 0;
}

enum files_state
files_look(const struct files *f, const char *hash, int *fd)
{
	int file = open_file(f, hash), rc, error;

	if (fd != NULL)
		*fd = -1;
	if (file == -1)
		return errno == ENOENT ? FILES_MISSING : FILES_UNREADABLE;
	rc = check(file, hash);
	if (rc == 0 && fd != NULL) {
		*fd = file;
		return FILES_GOOD;
	}
	error = errno;
	close(file);
	errno = error;
	return rc == 0 ? FILES_GOOD : rc == 1 ? FILES_ALTERED :
	    FILES_UNREADABLE;
}

/* -- sweeping ---------------------------------------------------------- */

struct sweep {
	const struct files *files;
	int64_t		 before;
	int		(*named)(void *, const char *);
	void		*arg;
	int		 folder;	/* that of the file in hand */
	const char	*hash;
	int		 gone;		/* it was removed */
	int		 removed;
};

/* Nothing names the file: remove it, unless it was taken up just now.  Tried
 * again it is gone already. */
static int
remove_file(struct db *db, void *arg)
{
	struct sweep *sw = arg;

	if (db_run(db, sql[STMT_HOLD], "t", sw->hash) != 1)
		return 0;
	if (unlinkat(sw->folder, sw->hash, 0) == 0)
		sw->gone = 1;
	else if (errno != ENOENT)
		return errno;
	db_run(db, sql[STMT_LET_GO], "t", sw->hash);
	return 0;
}

/* 1, 0; -1 with errno. */
static int
is_touched(const struct sweep *sw)
{
	struct db_stmt *st = db_query(sw->files->db, sql[STMT_TOUCHED], "t",
	    sw->hash);
	int found = db_step(st);

	errno = EBUSY;
	return db_done(st) == 0 ? found : -1;
}

static int
sweep_file(struct sweep *sw)
{
	int rc = is_touched(sw);

	if (rc == 0)
		rc = sw->named(sw->arg, sw->hash);
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	sw->gone = 0;
	if ((rc = db_tx(sw->files->db, remove_file, sw)) == 0)
		sw->removed += sw->gone;
	else
		errno = rc > 0 ? rc : EBUSY;
	return rc == 0 ? 0 : -1;
}

/* The stored files of one folder. */
static int
sweep_folder(struct sweep *sw, int parent, const char *name)
{
	int rc = 0, fd = openat(parent, name, O_RDONLY | O_DIRECTORY |
	    O_NOFOLLOW | O_CLOEXEC);
	DIR *d = fd != -1 ? fdopendir(fd) : NULL;
	struct dirent *e;

	if (d == NULL) {
		if (fd != -1)
			close(fd);
		return fd == -1 && errno == ENOTDIR ? 0 : -1;
	}
	sw->folder = fd;
	while (rc == 0 && (e = readdir(d)) != NULL) {
		sw->hash = e->d_name;
		if (is_hash(e->d_name))
			rc = sweep_file(sw);
	}
	closedir(d);
	return rc;
}

/* A file that a crash left half-written has no hash to be asked for: its time
 * tells, which is that of the disk. */
static int
sweep_half(struct sweep *sw, int folder, const char *name)
{
	struct stat st;

	if (fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) != 0 ||
	    !S_ISREG(st.st_mode) || st.st_mtime >= sw->before)
		return 0;
	sw->removed++;
	return unlinkat(folder, name, 0);
}

int
files_sweep(const struct files *f, int64_t before,
    int (*named)(void *, const char *), void *arg)
{
	struct sweep sw = { .files = f, .before = before, .named = named,
		.arg = arg };
	DIR *d = opendir(f->dir);
	struct dirent *e;
	int rc = d == NULL ? -1 : 0;

	if (rc == 0 && db_run(f->db, sql[STMT_OLD], "i", before) < 0) {
		errno = EBUSY;
		rc = -1;
	}
	while (rc == 0 && (e = readdir(d)) != NULL) {
		if (strncmp(e->d_name, HALF, strlen(HALF)) == 0)
			rc = sweep_half(&sw, dirfd(d), e->d_name);
		else if (strlen(e->d_name) == 2 && e->d_name[0] != '.')
			rc = sweep_folder(&sw, dirfd(d), e->d_name);
	}
	if (d != NULL)
		closedir(d);
	return rc != 0 ? -1 : sw.removed;
}
