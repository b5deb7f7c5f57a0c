/* archive_file.c - files of an archive: copied, read back, removed. */
#include "archive/archive_file.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

void
archive_file_path(char path[PATH_MAX], const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(path, PATH_MAX, fmt, ap);
	va_end(ap);
	if (n < 0 || n >= PATH_MAX)
		path[0] = '\0';
}

static int
write_all(int fd, const unsigned char *at, size_t left)
{
	ssize_t n;

	for (; left > 0; at += n, left -= (size_t)n)
		if ((n = write(fd, at, left)) == -1) {
			if (errno != EINTR)
				return -1;
			n = 0;
		}
	return 0;
}

/* Read to the end, hash, and write to `out` unless that is -1. */
static int
pump(int in, int out, char hash[FILES_HASH_SIZE])
{
	unsigned char sum[crypto_hash_sha256_BYTES], buf[65536];
	crypto_hash_sha256_state sha;
	ssize_t n;

	crypto_hash_sha256_init(&sha);
	while ((n = read(in, buf, sizeof(buf))) != 0) {
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1 || (out != -1 && write_all(out, buf,
		    (size_t)n) != 0))
			return -1;
		crypto_hash_sha256_update(&sha, buf, (size_t)n);
	}
	crypto_hash_sha256_final(&sha, sum);
	sodium_bin2hex(hash, FILES_HASH_SIZE, sum, sizeof(sum));
	return 0;
}

int
archive_file_copy(const char *from, const char *to, mode_t mode,
    char hash[FILES_HASH_SIZE])
{
	int in = open(from, O_RDONLY | O_CLOEXEC), out, rc, error;

	if (in == -1)
		return -1;
	out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
	rc = out == -1 ? -1 : pump(in, out, hash);
	error = errno;
	close(in);
	if (out != -1 && close(out) != 0 && rc == 0) {
		error = errno;
		rc = -1;
	}
	if (rc != 0 && out != -1)
		unlink(to);
	errno = error;
	return rc;
}

int
archive_file_hash(const char *path, char hash[FILES_HASH_SIZE])
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), rc, error;

	if (fd == -1)
		return -1;
	posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
	rc = pump(fd, -1, hash);
	error = errno;
	close(fd);
	errno = error;
	return rc;
}

static int
remove_one(const char *path, const struct stat *st, int kind,
    struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

int
archive_file_remove(const char *path)
{
	if (nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS) == 0)
		return 0;
	return errno == ENOENT ? 0 : -1;
}

int
archive_file_exists(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}
