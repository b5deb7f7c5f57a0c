/*
 * loose.c - counting the files that belong to no case.
 *
 * Each has a mark beside the store, files.loose/ADDRESS-HASH, an empty file
 * that says to be as large as what it stands for: it needs no room, and no
 * transaction.
 */
#include "upload/loose.h"

#include <sys/stat.h>
#include <sys/statvfs.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/price.h"
#include "office/row.h"
#include "store/files.h"

#define MARKS	".loose"	/* behind the name of the store */
#define ADDRESS	16		/* digits of its hash */

static const char owned[] = "SELECT 1 FROM documents WHERE sha256 = $1 LIMIT 1";

int
loose_is_full(struct office *o, int64_t bytes)
{
	struct statvfs fs;

	if (statvfs(office_files(o)->dir, &fs) == -1)
		return 0;
	return (int64_t)fs.f_bavail * (int64_t)fs.f_frsize <
	    bytes + PRICE_DISK_LEFT;
}

static void
name_address(const char *address, char name[ADDRESS + 1])
{
	char hash[FILES_HASH_SIZE];

	office_sha256(address, strlen(address), hash);
	snprintf(name, ADDRESS + 1, "%.*s", ADDRESS, hash);
}

/* The folder of the marks; NULL while there is none. */
static DIR *
open_marks(const struct office *o)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s" MARKS, office_files(o)->dir);
	return opendir(path);
}

enum case_err
loose_check(struct office *o, const char *address, int64_t bytes)
{
	char name[ADDRESS + 1];
	int64_t all = bytes, own = bytes;
	DIR *marks = open_marks(o);
	struct dirent *e;
	struct stat st;

	name_address(address, name);
	while (marks != NULL && (e = readdir(marks)) != NULL) {
		if (fstatat(dirfd(marks), e->d_name, &st,
		    AT_SYMLINK_NOFOLLOW) == -1 || !S_ISREG(st.st_mode))
			continue;
		all += st.st_size;
		if (strncmp(e->d_name, name, ADDRESS) == 0)
			own += st.st_size;
	}
	if (marks != NULL)
		closedir(marks);
	if (own <= PRICE_LOOSE_ADDRESS && all <= PRICE_LOOSE_ALL)
		return CASE_OK;
	return office_fail(o, CASE_STATE, "", "Terlalu banyak dokumen yang "
	    "diunggah dan belum dikirim sebagai permohonan. Kirim permohonan "
	    "yang sudah diisi, atau coba lagi besok.");
}

void
loose_note(struct office *o, const char *address, const char *sha256,
    int64_t size)
{
	char path[PATH_MAX], name[ADDRESS + 1];
	int fd;

	name_address(address, name);
	snprintf(path, sizeof(path), "%s" MARKS, office_files(o)->dir);
	if (mkdir(path, 0750) == -1 && errno != EEXIST)
		log_line(LOG_WARN, "%s: %s", path, strerror(errno));
	snprintf(path, sizeof(path), "%s" MARKS "/%s-%s",
	    office_files(o)->dir, name, sha256);
	fd = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0640);
	if (fd == -1 || ftruncate(fd, size) == -1)
		log_line(LOG_WARN, "a file is not counted: %s",
		    strerror(errno));
	if (fd != -1)
		close(fd);
}

/* Does the mark of this name stand for nothing any more?  1, 0; -1 when that
 * cannot be told. */
static int
is_over(struct office *o, const char *name)
{
	const char *hash = strchr(name, '-');
	struct db_stmt *st;
	int found;

	if (hash == NULL)
		return 0;
	if (files_is_gone(office_files(o), hash + 1))
		return 1;
	st = db_query(office_db(o), owned, "t", hash + 1);
	found = db_step(st);
	return db_done(st) != 0 ? -1 : found;
}

enum case_err
loose_sweep(struct office *o)
{
	DIR *marks = open_marks(o);
	struct dirent *e;
	int over = 0;

	while (marks != NULL && over >= 0 && (e = readdir(marks)) != NULL)
		if ((over = is_over(o, e->d_name)) == 1)
			unlinkat(dirfd(marks), e->d_name, 0);
	if (marks != NULL)
		closedir(marks);
	return over < 0 ? office_fail(o, CASE_DB, "", "%s",
	    db_error(office_db(o))) : CASE_OK;
}
