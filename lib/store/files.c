/*
 * files.c - files kept under their content's SHA-256.
 *
 * A file gets its name when it is whole and on the disk, never before; what a
 * crash leaves is a ".new-" file that no hash can name.
 */
#include <sys/stat.h>

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
	if (w->dir == NULL || asprintf(&w->temp, "%s/.new-XXXXXX", dir) == -1)
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

/* Make the names in a folder last. */
static int
sync_folder(const char *path)
{
	int fd, rc;

	fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd == -1)
		return -1;
	rc = fsync(fd);
	close(fd);
	return rc;
}

/* DIR/ab, which is made when it is missing; whoever made it, its name has to
 * last before the file's does. */
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
	return sync_folder(dir);
}

/*
 * Give the whole file its name.  Where the content is there already, its name
 * may not be on the disk yet: the folder is synced all the same.
 */
static int
place(struct files_writer *w, const char *hash)
{
	char folder[PATH_MAX], path[PATH_MAX];
	int n;

	if (fchmod(w->fd, 0440) != 0 || fsync(w->fd) != 0)
		return -1;
	if (make_folder(w->dir, hash, folder) != 0)
		return -1;
	n = snprintf(path, sizeof(path), "%s/%s", folder, hash);
	if (n < 0 || (size_t)n >= sizeof(path)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	if (access(path, F_OK) == 0)
		unlink(w->temp);
	else if (rename(w->temp, path) != 0)
		return -1;
	return sync_folder(folder);
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
	int n;

	if (strlen(hash) != DIGITS ||
	    strspn(hash, "0123456789abcdef") != DIGITS) {
		errno = ENOENT;
		return -1;
	}
	n = snprintf(path, sizeof(path), "%s/%.2s/%s", dir, hash, hash);
	if (n < 0 || (size_t)n >= sizeof(path)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	return open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
}
