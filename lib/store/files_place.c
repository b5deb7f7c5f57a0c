/* files_place.c - what the places of files share: hashes, temporary files, the
 * note of who stored or took up a file. */
#include "store/files_place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/db.h"

#define DIGITS	(FILES_HASH_SIZE - 1)
#define HALF	FILES_PLACE_HALF

static const char sql_touch[] =
    "INSERT INTO file_touches (sha256, at) VALUES ($1, $2)"
    " ON CONFLICT (sha256) DO UPDATE SET at = excluded.at"
    "  WHERE file_touches.at < excluded.at";

int
files_place_is_hash(const char *hash)
{
	return strlen(hash) == DIGITS &&
	    strspn(hash, "0123456789abcdef") == DIGITS;
}

void
files_place_sum_end(struct files_sum *sum, char hash[FILES_HASH_SIZE])
{
	unsigned char bytes[crypto_hash_sha256_BYTES];

	crypto_hash_sha256_final(&sum->state, bytes);
	sodium_bin2hex(hash, FILES_HASH_SIZE, bytes, sizeof(bytes));
}

int
files_place_write(int fd, const void *data, size_t len)
{
	const char *at = data;
	ssize_t n;

	for (; len > 0; at += n, len -= (size_t)n)
		if ((n = write(fd, at, len)) == -1) {
			if (errno != EINTR)
				return -1;
			n = 0;
		}
	return 0;
}

enum files_state
files_place_check(int fd, const char *hash)
{
	unsigned char buf[65536];
	struct files_sum sum;
	char hex[FILES_HASH_SIZE];
	ssize_t n;

	crypto_hash_sha256_init(&sum.state);
	while ((n = read(fd, buf, sizeof(buf))) != 0)
		if (n > 0)
			crypto_hash_sha256_update(&sum.state, buf, (size_t)n);
		else if (errno != EINTR)
			return FILES_UNREADABLE;
	files_place_sum_end(&sum, hex);
	if (lseek(fd, 0, SEEK_SET) == -1)
		return FILES_UNREADABLE;
	return strcmp(hex, hash) == 0 ? FILES_GOOD : FILES_ALTERED;
}

int
files_place_temp(const struct files *f, char **path)
{
	if (asprintf(path, "%s/" HALF "XXXXXX", f->dir) == -1) {
		*path = NULL;
		return -1;
	}
	return mkostemp(*path, O_CLOEXEC);
}

int
files_place_spool(const struct files *f)
{
	char *path;
	int fd = files_place_temp(f, &path);

	if (fd != -1)
		unlink(path);
	free(path);
	return fd;
}

int
files_place_note(const struct files *f, const char *hash)
{
	int64_t now = db_clock(f->db);

	if (now >= 0 && db_run(f->db, sql_touch, "ti", hash, now) >= 0)
		return 0;
	errno = EBUSY;
	return -1;
}
