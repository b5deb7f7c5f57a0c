/* archive_backup.c - all that belongs to an office, copied while in use. */
#include "archive/archive_backup.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "archive/archive_copy.h"
#include "archive/archive_file.h"
#include "office/stored_file.h"

/* One run. */
struct run {
	struct archive_backup	*b;
	struct office		*o;
	struct manifest		 before, now;
	struct stored_file	*file;		/* that the copy names */
	size_t			 nfile;
	int			 fd;		/* the folder, locked */
};

/* Note why it failed; -1. */
__attribute__((format(printf, 2, 3))) static int
fail(struct run *r, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(r->b->why, sizeof(r->b->why), fmt, ap);
	va_end(ap);
	return -1;
}

/* -- the folder ----------------------------------------------------------- */

/* "20261130T082433Z", "20261130T082433Z-1": the folder of one backup? */
static int
is_stamp(const char *name)
{
	return strlen(name) >= 16 && strspn(name, "0123456789") == 8 &&
	    name[8] == 'T' && strspn(name + 9, "0123456789") == 6 &&
	    name[15] == 'Z';
}

/* May it stand in a folder of backups? */
static int
is_ours(const char *name)
{
	return is_stamp(name) || strcmp(name, ".") == 0 ||
	    strcmp(name, "..") == 0 || strcmp(name, "files") == 0 ||
	    strcmp(name, "lost+found") == 0 ||
	    strncmp(name, MANIFEST_NAME, strlen(MANIFEST_NAME)) == 0;
}

/* Files are removed here later: a folder of something else is refused, and
 * above all the office's own. */
static int
check_folder(struct run *r)
{
	DIR *d = opendir(r->b->dir);
	struct dirent *e;
	int rc = 0;

	if (d == NULL)
		return fail(r, "%s: %s", r->b->dir, strerror(errno));
	while (rc == 0 && (e = readdir(d)) != NULL)
		if (!is_ours(e->d_name))
			rc = fail(r, "%s: bukan folder cadangan, karena "
			    "berisi %s; beri folder yang kosong", r->b->dir,
			    e->d_name);
	closedir(d);
	return rc;
}

static int
open_folder(struct run *r)
{
	const char *dir = r->b->dir;
	char files[PATH_MAX];

	if (mkdir(dir, 0700) == -1 && errno != EEXIST)
		return fail(r, "%s: %s", dir, strerror(errno));
	if (check_folder(r) != 0)
		return -1;
	r->fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (r->fd == -1)
		return fail(r, "%s: %s", dir, strerror(errno));
	if (flock(r->fd, LOCK_EX | LOCK_NB) != 0)
		return errno != EWOULDBLOCK ?
		    fail(r, "%s: %s", dir, strerror(errno)) :
		    fail(r, "%s: sedang dipakai cadangan atau pemulihan "
		    "lain", dir);
	archive_file_path(files, "%s/files", dir);
	if (mkdir(files, 0750) == -1 && errno != EEXIST)
		return fail(r, "%s: %s", files, strerror(errno));
	return manifest_read(&r->before, dir, r->b->why,
	    sizeof(r->b->why)) < 0 ? -1 : 0;
}

/* Remove the folders of backups but one: those of interrupted runs, and in the
 * end the one before. */
static void
remove_others(const struct run *r, const char *stamp)
{
	DIR *d = opendir(r->b->dir);
	struct dirent *e;
	char path[PATH_MAX];

	while (d != NULL && (e = readdir(d)) != NULL) {
		if (!is_stamp(e->d_name) || strcmp(e->d_name, stamp) == 0)
			continue;
		archive_file_path(path, "%s/%s", r->b->dir, e->d_name);
		archive_file_remove(path);
	}
	if (d != NULL)
		closedir(d);
}

/* The folder of this backup, with a name that no other has. */
static int
make_stamp(struct run *r)
{
	char path[PATH_MAX], text[MANIFEST_STAMP - 8];
	time_t now = (time_t)r->b->now;
	struct tm tm;
	int n = 0;

	gmtime_r(&now, &tm);
	strftime(text, sizeof(text), "%Y%m%dT%H%M%SZ", &tm);
	snprintf(r->b->stamp, MANIFEST_STAMP, "%s", text);
	do {
		if (n > 0)
			snprintf(r->b->stamp, MANIFEST_STAMP, "%s-%d", text,
			    n);
		archive_file_path(path, "%s/%s", r->b->dir,
		    r->b->stamp);
		if (mkdir(path, 0700) == 0)
			return 0;
	} while (errno == EEXIST && ++n < 1000);
	return fail(r, "%s: %s", path, strerror(errno));
}

/* -- what is copied ------------------------------------------------------- */

/* Copy a file to a name below the folder of this backup, and list it. */
static int
take_file(struct run *r, const char *from, const char *name, mode_t mode)
{
	char rel[PATH_MAX], to[PATH_MAX], hash[FILES_HASH_SIZE];

	archive_file_path(rel, "%s/%s", r->b->stamp, name);
	archive_file_path(to, "%s/%s", r->b->dir, rel);
	if (archive_file_copy(from, to, mode, hash) != 0 ||
	    manifest_add(&r->now, hash, rel) != 0)
		return fail(r, "%s: %s", from, strerror(errno));
	return 0;
}

/* A database on a server becomes a file, as any other is.  What SQLite keeps
 * beside a file in use is empty by now. */
static int
copy_from_server(struct run *r, const char *to)
{
	static const char *const beside[] = { "-wal", "-shm", "-lock" };
	struct archive_copy c = { .from = r->b->database, .to = to,
		.live = 1 };
	char path[PATH_MAX];

	if (archive_copy(&c) != 0)
		return fail(r, "%s", c.why);
	for (size_t i = 0; i < sizeof(beside) / sizeof(beside[0]); i++) {
		archive_file_path(path, "%s%s", to, beside[i]);
		unlink(path);
	}
	return 0;
}

static int
take_database(struct run *r)
{
	char rel[PATH_MAX], to[PATH_MAX], hash[FILES_HASH_SIZE];

	archive_file_path(rel, "%s/office.db", r->b->stamp);
	archive_file_path(to, "%s/%s", r->b->dir, rel);
	if (r->b->database[0] != '\0') {
		if (copy_from_server(r, to) != 0)
			return -1;
	} else if (db_backup(office_db(r->o), to) != 0)
		return fail(r, "%s", db_error(office_db(r->o)));
	if (archive_file_hash(to, hash) != 0 ||
	    manifest_add(&r->now, hash, rel) != 0)
		return fail(r, "%s: %s", to, strerror(errno));
	return 0;
}

/* A text of letters, by its name (sopap-letter(5))? */
static int
is_text(const char *name)
{
	size_t len = strlen(name);

	return len > 4 && strcmp(name + len - 4, ".txt") == 0;
}

/* The key of an office that has lost it is missed by the checks. */
static int
take_key(struct run *r)
{
	char from[PATH_MAX];

	archive_file_path(from, "%s/key", r->b->data);
	return archive_file_exists(from) ? take_file(r, from, "key", 0600) :
	    0;
}

static int
take_letters(struct run *r)
{
	char path[PATH_MAX], name[PATH_MAX];
	DIR *d = opendir(r->b->letters);
	struct dirent *e;
	int rc = 0;

	if (d == NULL)
		return errno == ENOENT ? 0 : fail(r, "%s: %s", r->b->letters,
		    strerror(errno));
	archive_file_path(path, "%s/%s/letters", r->b->dir, r->b->stamp);
	if (mkdir(path, 0700) != 0)
		rc = fail(r, "%s: %s", path, strerror(errno));
	while (rc == 0 && (e = readdir(d)) != NULL) {
		if (!is_text(e->d_name))
			continue;
		archive_file_path(path, "%s/%s", r->b->letters,
		    e->d_name);
		archive_file_path(name, "letters/%s", e->d_name);
		rc = take_file(r, path, name, 0600);
	}
	closedir(d);
	return rc;
}

/* -- documents ------------------------------------------------------------ */

/* "DIR/files/ab/HASH". */
static void
document_path(const struct run *r, const char *hash, char path[PATH_MAX])
{
	archive_file_path(path, "%s/files/%.2s/%s", r->b->dir, hash, hash);
}

/* Copy one that is open under another name, and give it its own when it is
 * whole: 0, or -1. */
static int
copy_document(struct run *r, const char *hash, int fd)
{
	char from[PATH_MAX], to[PATH_MAX], part[PATH_MAX],
	    got[FILES_HASH_SIZE];
	int rc, error;

	archive_file_path(from, "/proc/self/fd/%d", fd);
	archive_file_path(to, "%s/files/%.2s", r->b->dir, hash);
	if (mkdir(to, 0750) != 0 && errno != EEXIST)
		return -1;
	document_path(r, hash, to);
	archive_file_path(part, "%s.part", to);
	archive_file_remove(part);
	rc = archive_file_copy(from, part, 0440, got);
	if (rc == 0)
		rc = strcmp(got, hash) == 0 ? rename(part, to) : -1;
	if (rc == 0)
		r->b->added++;
	else {
		error = errno;
		archive_file_remove(part);
		errno = error;
	}
	return rc;
}

/* Copy one out of the office, wherever it keeps it. */
static int
fetch_document(struct run *r, const char *hash)
{
	int fd, rc, error;

	if (files_look(office_files(r->o), hash, &fd) != FILES_GOOD)
		return -1;
	rc = copy_document(r, hash, fd);
	error = errno;
	close(fd);
	errno = error;
	return rc;
}

/* Is it in the backup, as it was stored? */
static int
has_document(const struct run *r, const char *hash)
{
	char path[PATH_MAX], got[FILES_HASH_SIZE];

	document_path(r, hash, path);
	return archive_file_hash(path, got) == 0 && strcmp(got, hash) == 0;
}

/* Bring in those that are not there yet. */
static void
fetch_documents(struct run *r)
{
	char path[PATH_MAX];

	for (size_t i = 0; i < r->nfile; i++) {
		document_path(r, r->file[i].sha256, path);
		if (!archive_file_exists(path))
			fetch_document(r, r->file[i].sha256);
	}
}

/* One that is not in the backup although it was fetched.  The office has lost
 * it: 0; or the backup cannot be written. */
static int
miss_document(struct run *r, const char *hash, int error)
{
	if (files_look(office_files(r->o), hash, NULL) == FILES_GOOD)
		return fail(r, "%s: dokumen %s tidak dapat disimpan: %s",
		    r->b->dir, hash, strerror(error));
	integrity_fault(&r->b->in, "dokumen %s: hilang atau berubah, dan tidak "
	    "ada dalam cadangan", hash);
	return 0;
}

/* List one: read back from the disk, and fetched anew when that fails. */
static int
list_document(struct run *r, const char *hash)
{
	char rel[PATH_MAX];

	errno = EIO;
	if (!has_document(r, hash) && (fetch_document(r, hash) != 0 ||
	    syncfs(r->fd) != 0 || !has_document(r, hash)))
		return miss_document(r, hash, errno);
	archive_file_path(rel, "files/%.2s/%s", hash, hash);
	return manifest_add(&r->now, hash, rel) == 0 ? 0 :
	    fail(r, "%s", strerror(errno));
}

static int
list_documents(struct run *r)
{
	struct integrity *in = &r->b->in;

	for (size_t i = 0; i < r->nfile; i++) {
		if (list_document(r, r->file[i].sha256) != 0)
			return -1;
		if (in->progress != NULL)
			in->progress(in->arg, i + 1, r->nfile);
	}
	in->files = (int64_t)r->nfile;
	return 0;
}

static int
by_hash(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* Remove the documents of one folder that no backup names any more, and what
 * an interrupted run left. */
static void
sweep_folder(const struct run *r, const char *path)
{
	DIR *d = opendir(path);
	struct dirent *e;

	while (d != NULL && (e = readdir(d)) != NULL)
		if (e->d_name[0] != '.' && (r->nfile == 0 || bsearch(
		    e->d_name, r->file, r->nfile, sizeof(*r->file),
		    by_hash) == NULL))
			unlinkat(dirfd(d), e->d_name, 0);
	if (d != NULL)
		closedir(d);
}

static void
sweep_documents(const struct run *r)
{
	char path[PATH_MAX];
	DIR *d;
	struct dirent *e;

	archive_file_path(path, "%s/files", r->b->dir);
	d = opendir(path);
	while (d != NULL && (e = readdir(d)) != NULL)
		if (strlen(e->d_name) == 2 && e->d_name[0] != '.') {
			archive_file_path(path, "%s/files/%s",
			    r->b->dir, e->d_name);
			sweep_folder(r, path);
		}
	if (d != NULL)
		closedir(d);
}

/* -- the whole ------------------------------------------------------------ */

/* Read back what was listed so far. */
static int
check_listed(struct run *r)
{
	char path[PATH_MAX], hash[FILES_HASH_SIZE];

	for (size_t i = 0; i < r->now.n; i++) {
		archive_file_path(path, "%s/%s", r->b->dir,
		    r->now.line[i].path);
		if (archive_file_hash(path, hash) != 0)
			return fail(r, "%s: %s", path, strerror(errno));
		if (strcmp(hash, r->now.line[i].sha256) != 0)
			return fail(r, "%s: yang terbaca bukan yang ditulis; "
			    "periksa disknya", path);
	}
	return 0;
}

/* The copy of the database, looked at by itself; and what it names. */
static int
check_database(struct run *r)
{
	char path[PATH_MAX], why[512];
	struct office *copy;
	enum case_err err;

	archive_file_path(path, "%s/%s", r->b->dir, r->b->stamp);
	if ((copy = office_open(path, DB_STILL, why, sizeof(why))) == NULL)
		return fail(r, "%s", why);
	integrity_database(copy, &r->b->in);
	integrity_end(r->o, &r->b->in);
	r->now.faults = r->b->in.faults;
	err = stored_file_list(copy, &r->file, &r->nfile);
	if (err != CASE_OK)
		fail(r, "%s", office_why(copy));
	office_close(copy);
	if (r->b->in.pages > 0)
		return fail(r, "basis data rusak dan tidak dicadangkan; "
		    "cadangan sebelumnya dibiarkan");
	return err == CASE_OK ? 0 : -1;
}

static int
take_all(struct run *r)
{
	if (make_stamp(r) != 0 || take_database(r) != 0 || take_key(r) != 0)
		return -1;
	if (r->b->conf != NULL &&
	    take_file(r, r->b->conf, "sopap.conf", 0600) != 0)
		return -1;
	if (r->b->letters != NULL && take_letters(r) != 0)
		return -1;
	if (syncfs(r->fd) != 0)
		return fail(r, "%s: %s", r->b->dir, strerror(errno));
	return check_listed(r) != 0 ? -1 : check_database(r);
}

/* A copy with more faults than the backup before does not take its place. */
static enum archive_result
finish(struct run *r)
{
	if (r->before.n > 0 && r->now.faults > r->before.faults) {
		fail(r, "cadangan sebelumnya dibiarkan, karena kantor ini "
		    "punya kesalahan yang belum ada di sana; untuk "
		    "mencadangkannya apa adanya, beri folder lain");
		return ARCHIVE_KEPT;
	}
	fetch_documents(r);
	if (syncfs(r->fd) != 0 || list_documents(r) != 0 ||
	    manifest_write(&r->now, r->b->dir) != 0) {
		if (r->b->why[0] == '\0')
			fail(r, "%s: %s", r->b->dir, strerror(errno));
		return ARCHIVE_FAILED;
	}
	return r->b->in.faults == 0 ? ARCHIVE_DONE : ARCHIVE_FAULTY;
}

enum archive_result
archive_backup(struct office *o, struct archive_backup *b)
{
	struct run r = { .b = b, .o = o, .fd = -1 };
	enum archive_result result = ARCHIVE_FAILED;

	b->why[0] = '\0';
	b->stamp[0] = '\0';
	if (open_folder(&r) == 0) {
		remove_others(&r, r.before.stamp);
		if (take_all(&r) == 0)
			result = finish(&r);
		if (result <= ARCHIVE_FAULTY) {
			remove_others(&r, b->stamp);
			sweep_documents(&r);
		} else
			remove_others(&r, r.before.stamp);
	}
	manifest_clear(&r.before);
	manifest_clear(&r.now);
	free(r.file);
	if (r.fd != -1)
		close(r.fd);
	return result;
}
