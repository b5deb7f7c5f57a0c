/*
 * files.c - files kept under their content's SHA-256.
 *
 * A file gets its name when it is whole and on the disk, never before; what a
 * crash leaves is a ".new-" file that no hash can name.
 *
 * A form that fails leaves its files, since it may come back with them; they
 * are swept away when nothing has named them for long.  Who stores or takes up
 * a file makes its time anew under a shared lock of the folder, the sweep
 * looks at the time again and removes under an exclusive one: so no file goes
 * between being taken up and being named.
 */
#include <sys/file.h>
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

#include "store/files.h"

#define DIGITS	(FILES_HASH_SIZE - 1)
#define HALF	".new-"		/* what is being written */

struct files_writer {
	crypto_hash_sha256_state	 sha;
	int64_t				 size;
	int				 fd;
	char				*temp;	/* path of the temporary file */
	char				*dir;
};

static void
writer_free(struct files_writer *w)
{
	if (w->fd != -1)
		close(w->fd);
	free(w->temp);
	free(w->dir);
	free(w);
}

struct files_writer *
files_begin(const char *dir)
{
	struct files_writer *w = calloc(1, sizeof(*w));

	if (w == NULL)
		return NULL;
	w->fd = -1;
	crypto_hash_sha256_init(&w->sha);
	w->dir = strdup(dir);
	if (w->dir == NULL ||
	    asprintf(&w->temp, "%s/" HALF "XXXXXX", dir) == -1)
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

/* The folder, locked; to be closed.  -1 with errno. */
static int
lock_folder(const char *dir, int how)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	while (fd != -1 && flock(fd, how) == -1)
		if (errno != EINTR) {
			close(fd);
			return -1;
		}
	return fd;
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

int
files_touch(const char *dir, const char *hash)
{
	char path[PATH_MAX];
	int lock, rc;

	if (make_path(dir, hash, path) != 0 ||
	    (lock = lock_folder(dir, LOCK_SH)) == -1)
		return -1;
	rc = utimensat(AT_FDCWD, path, NULL, 0);
	close(lock);
	return rc;
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
	if (make_folder(w->dir, hash, folder) != 0 ||
	    make_path(w->dir, hash, path) != 0)
		return -1;
	if (files_touch(w->dir, hash) == 0 &&
	    files_look(w->dir, hash, NULL) == FILES_GOOD)
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
files_put(const char *dir, const void *data, size_t len,
    char hash[FILES_HASH_SIZE])
{
	struct files_writer *w = files_begin(dir);
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
files_open(const char *dir, const char *hash)
{
	char path[PATH_MAX];

	if (make_path(dir, hash, path) != 0)
		return -1;
	return open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
}

int
files_check(int fd, const char *hash)
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
files_look(const char *dir, const char *hash, int *fd)
{
	int f = files_open(dir, hash), rc, error;

	if (fd != NULL)
		*fd = -1;
	if (f == -1)
		return errno == ENOENT ? FILES_MISSING : FILES_UNREADABLE;
	rc = files_check(f, hash);
	if (rc == 0 && fd != NULL) {
		*fd = f;
		return FILES_GOOD;
	}
	error = errno;
	close(f);
	errno = error;
	return rc == 0 ? FILES_GOOD : rc == 1 ? FILES_ALTERED :
	    FILES_UNREADABLE;
}

/* -- sweeping ---------------------------------------------------------- */

struct sweep {
	const char	*dir;
	int64_t		 before;
	int		(*named)(void *, const char *);
	void		*arg;
	int		 removed;
};

static int
is_old(const struct sweep *sw, int folder, const char *name)
{
	struct stat st;

	return fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISREG(st.st_mode) && st.st_mtime < sw->before;
}

/* Nothing names it: remove it, unless it was taken up just now. */
static int
remove_old(struct sweep *sw, int folder, const char *name)
{
	int rc = 0, lock = lock_folder(sw->dir, LOCK_EX);

	if (lock == -1)
		return -1;
	if (is_old(sw, folder, name)) {
		rc = unlinkat(folder, name, 0);
		sw->removed += rc == 0;
	}
	close(lock);
	return rc;
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
	while (rc == 0 && (e = readdir(d)) != NULL) {
		if (!is_hash(e->d_name) || !is_old(sw, fd, e->d_name))
			continue;
		rc = sw->named(sw->arg, e->d_name);
		if (rc == 0)
			rc = remove_old(sw, fd, e->d_name);
		else if (rc == 1)
			rc = 0;
	}
	closedir(d);
	return rc;
}

int
files_sweep(const char *dir, int64_t before,
    int (*named)(void *, const char *), void *arg)
{
	struct sweep sw = { dir, before, named, arg, 0 };
	DIR *d = opendir(dir);
	struct dirent *e;
	int rc = d == NULL ? -1 : 0;

	while (rc == 0 && (e = readdir(d)) != NULL) {
		if (strncmp(e->d_name, HALF, strlen(HALF)) == 0) {
			if (is_old(&sw, dirfd(d), e->d_name))
				rc = remove_old(&sw, dirfd(d), e->d_name);
		} else if (strlen(e->d_name) == 2 && e->d_name[0] != '.') {
			rc = sweep_folder(&sw, dirfd(d), e->d_name);
		}
	}
	if (d != NULL)
		closedir(d);
	return rc != 0 ? -1 : sw.removed;
}
