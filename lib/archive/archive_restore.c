/* archive_restore.c - an office put back out of a backup. */
#include "archive/archive_restore.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "archive/archive_file.h"
#include "archive/manifest.h"
#include "office/stored_file.h"

/* The old office on its way out. */
#define LEAVING	".lama"

/* An office's own, its database first.  The lock file stays: it is empty. */
static const char *const parts[] = { "office.db", "office.db-wal",
	"office.db-shm", "key", "files", "mark" };
#define PARTS	(sizeof(parts) / sizeof(parts[0]))

struct run {
	struct archive_restore	*r;
	struct manifest		 m;
	char			 stage[PATH_MAX];
	int			 fd;	/* the data folder, locked */
	int			 from;	/* the backup, locked */
	int			 half;	/* the old office has left, in this run
					   or in one that was interrupted */
};

__attribute__((format(printf, 2, 3))) static enum archive_result
fail(struct run *run, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(run->r->why, sizeof(run->r->why), fmt, ap);
	va_end(ap);
	return ARCHIVE_FAILED;
}

/* The same, when the backup itself is to blame. */
__attribute__((format(printf, 2, 3))) static enum archive_result
refuse(struct run *run, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(run->r->why, sizeof(run->r->why), fmt, ap);
	va_end(ap);
	return ARCHIVE_KEPT;
}

static int
exists(const struct run *run, const char *name)
{
	struct stat st;

	return fstatat(run->fd, name, &st, AT_SYMLINK_NOFOLLOW) == 0;
}

/* -- locks ---------------------------------------------------------------- */

/* The backup, so that no other run changes it meanwhile. */
static enum archive_result
lock_backup(struct run *run)
{
	const char *dir = run->r->dir;
	int rc;

	run->from = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (run->from == -1)
		return fail(run, "%s: %s", dir, strerror(errno));
	if (flock(run->from, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK)
		return fail(run, "%s: cadangan ini sedang dibuat", dir);
	rc = manifest_read(&run->m, dir, run->r->why, sizeof(run->r->why));
	if (rc < 0)
		return ARCHIVE_KEPT;
	if (rc == 0)
		return refuse(run, "%s: tidak ada cadangan yang selesai di "
		    "sini (file " MANIFEST_NAME ")", dir);
	snprintf(run->r->stamp, sizeof(run->r->stamp), "%s", run->m.stamp);
	return ARCHIVE_DONE;
}

/* A part that is a link, or has a disk of its own, cannot change places. */
static enum archive_result
check_parts(struct run *run)
{
	struct stat home, st;

	if (fstat(run->fd, &home) != 0)
		return fail(run, "%s: %s", run->r->data, strerror(errno));
	for (size_t i = 0; i < PARTS; i++)
		if (fstatat(run->fd, parts[i], &st, AT_SYMLINK_NOFOLLOW) ==
		    0 && (st.st_dev != home.st_dev || S_ISLNK(st.st_mode)))
			return fail(run, "%s/%s: tautan, atau di disk lain; "
			    "pulihkan ke folder lain (--data), lalu pindahkan "
			    "sendiri", run->r->data, parts[i]);
	run->half = exists(run, OFFICE_STAGE) && !exists(run, parts[0]);
	return ARCHIVE_DONE;
}

static enum archive_result
lock_office(struct run *run)
{
	const char *data = run->r->data;

	if (mkdir(data, 0750) == -1 && errno != EEXIST)
		return fail(run, "%s: %s", data, strerror(errno));
	run->fd = open(data, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (run->fd == -1)
		return fail(run, "%s: %s", data, strerror(errno));
	if (flock(run->fd, LOCK_EX | LOCK_NB) == 0)
		return check_parts(run);
	return errno != EWOULDBLOCK ?
	    fail(run, "%s: %s", data, strerror(errno)) :
	    fail(run, "%s: kantor ini sedang dipakai. Hentikan semua "
	    "programnya dahulu (\"systemctl stop sopap.target\")", data);
}

/* -- gathering ------------------------------------------------------------ */

/* The place of a line of the list in the stage: files as they are, the rest
 * without the stamp.  0: it does not belong to the data folder. */
static int
stage_path(const struct run *run, const char *path, char to[PATH_MAX])
{
	const char *name = strchr(path, '/');

	if (strncmp(path, "files/", 6) == 0) {
		archive_file_path(to, "%s/%s", run->stage, path);
		return 1;
	}
	if (name == NULL || (strcmp(name, "/office.db") != 0 &&
	    strcmp(name, "/key") != 0))
		return 0;
	archive_file_path(to, "%s%s", run->stage, name);
	return 1;
}

/* The folder of a path, made. */
static void
make_folder(const char *path)
{
	char folder[PATH_MAX];

	archive_file_path(folder, "%.*s", (int)(strrchr(path, '/') -
	    path), path);
	mkdir(folder, 0750);
}

/* Copy one line's file, or only read it; it must have its checksum. */
static enum archive_result
take_line(struct run *run, const struct manifest_line *line)
{
	char from[PATH_MAX], to[PATH_MAX], hash[FILES_HASH_SIZE];
	mode_t mode = strncmp(line->path, "files/", 6) == 0 ? 0440 :
	    strcmp(strrchr(line->path, '/'), "/key") == 0 ? 0600 : 0640;
	int rc;

	archive_file_path(from, "%s/%s", run->r->dir, line->path);
	if (run->r->dry || !stage_path(run, line->path, to))
		rc = archive_file_hash(from, hash);
	else {
		make_folder(to);
		rc = archive_file_copy(from, to, mode, hash);
	}
	if (rc != 0)
		return fail(run, "%s: %s", from, strerror(errno));
	if (strcmp(hash, line->sha256) != 0)
		return refuse(run, "%s: bukan yang dicadangkan; pakai "
		    "cadangan lain", from);
	return ARCHIVE_DONE;
}

static enum archive_result
take_lines(struct run *run)
{
	struct integrity *in = &run->r->in;
	enum archive_result result = ARCHIVE_DONE;

	for (size_t i = 0; i < run->m.n && result == ARCHIVE_DONE; i++) {
		if (strchr(run->m.line[i].path, '/') == NULL)
			return refuse(run, "%s: bukan bagian cadangan",
			    run->m.line[i].path);
		result = take_line(run, &run->m.line[i]);
		if (in->progress != NULL)
			in->progress(in->arg, i + 1, run->m.n);
	}
	return result;
}

/* Begin with an empty stage. */
static enum archive_result
gather(struct run *run)
{
	char files[PATH_MAX];

	archive_file_path(files, "%s/files", run->stage);
	if (archive_file_remove(run->stage) != 0 ||
	    mkdir(run->stage, 0700) != 0 || mkdir(files, 0750) != 0)
		return fail(run, "%s: %s", run->stage, strerror(errno));
	return take_lines(run);
}

/* -- checking ------------------------------------------------------------- */

/* The files that the database names, on their disk.  What the backup did not
 * have is told, and was a fault then. */
static enum archive_result
check_files(struct run *run, struct office *o)
{
	char path[PATH_MAX], hash[FILES_HASH_SIZE], rel[PATH_MAX];
	struct stored_file *list;
	size_t n;
	enum archive_result result = ARCHIVE_DONE;

	if (stored_file_list(o, &list, &n) != CASE_OK)
		return refuse(run, "%s", office_why(o));
	for (size_t i = 0; i < n && result == ARCHIVE_DONE; i++) {
		archive_file_path(rel, "files/%.2s/%s", list[i].sha256,
		    list[i].sha256);
		archive_file_path(path, "%s/%s", run->r->dry ?
		    run->r->dir : run->stage, rel);
		if (archive_file_hash(path, hash) == 0) {
			if (strcmp(hash, list[i].sha256) != 0)
				result = fail(run, "%s: yang terbaca bukan "
				    "yang ditulis; periksa disknya", path);
			continue;
		}
		archive_file_path(path, "dokumen %s: tidak ada dalam "
		    "cadangan", list[i].sha256);
		run->r->in.faults++;
		run->r->in.fault(run->r->in.arg, path);
	}
	run->r->in.files = (int64_t)n;
	free(list);
	return result;
}

/* The gathered office, or in a dry run the copy in the backup. */
static enum archive_result
check_office(struct run *run, struct office *o)
{
	struct integrity *in = &run->r->in;

	integrity_database(o, in);
	if (in->pages > 0 || in->faults > run->m.faults)
		return refuse(run, "cadangan ini rusak; pakai yang lain");
	if (archive_content(o, &run->r->content) != CASE_OK)
		return refuse(run, "%s", office_why(o));
	return check_files(run, o);
}

static enum archive_result
check(struct run *run)
{
	char path[PATH_MAX], why[512];
	enum archive_result result;
	struct office *o;

	archive_file_path(path, "%s/%s", run->r->dir, run->m.stamp);
	o = office_open(run->r->dry ? path : run->stage, DB_STILL, why,
	    sizeof(why));
	if (o == NULL)
		return refuse(run, "%s", why);
	result = check_office(run, o);
	office_close(o);
	return result;
}

/* -- changing places ------------------------------------------------------ */

/* The old office has left whole: its folder gets the name that it keeps. */
static int
finish_leaving(struct run *run)
{
	char *name = run->r->aside;
	time_t now = (time_t)run->r->now;
	char text[32];
	struct tm tm;
	int n = 0;

	gmtime_r(&now, &tm);
	strftime(text, sizeof(text), "lama-%Y%m%dT%H%M%SZ", &tm);
	snprintf(name, sizeof(run->r->aside), "%s", text);
	while (exists(run, name))
		snprintf(name, sizeof(run->r->aside), "%s-%d", text, ++n);
	return renameat(run->fd, LEAVING, run->fd, name) == 0 ?
	    fsync(run->fd) : -1;
}

/* Move one part out; one that left in an interrupted run stays there. */
static int
leave(const struct run *run, const char *name)
{
	char to[PATH_MAX];

	if (!exists(run, name))
		return 0;
	archive_file_path(to, LEAVING "/%s", name);
	if (exists(run, to)) {
		errno = EEXIST;
		return -1;
	}
	return renameat(run->fd, name, run->fd, to);
}

/* Move the office that is there out of the way.  Its database goes first: from
 * then on there is none, until the new one has come. */
static int
move_aside(struct run *run)
{
	size_t there = 0;

	/* Somebody put an office there after an interrupted run. */
	if (exists(run, LEAVING) && exists(run, parts[0]) &&
	    finish_leaving(run) != 0)
		return -1;
	for (size_t i = 0; i < PARTS; i++)
		there += (size_t)exists(run, parts[i]);
	if (there == 0 && !exists(run, LEAVING))
		return 0;
	if (mkdirat(run->fd, LEAVING, 0700) != 0 && errno != EEXIST)
		return -1;
	for (size_t i = 0; i < PARTS; i++)
		if (leave(run, parts[i]) != 0 ||
		    (i == 0 && fsync(run->fd) != 0))
			return -1;
	return finish_leaving(run);
}

static int
arrive(const struct run *run, const char *name)
{
	char from[PATH_MAX];

	archive_file_path(from, OFFICE_STAGE "/%s", name);
	return exists(run, from) ? renameat(run->fd, from, run->fd, name) : 0;
}

/* Move the gathered office in, its database last. */
static int
move_in(const struct run *run)
{
	for (size_t i = PARTS; i > 0; i--)
		if (arrive(run, parts[i - 1]) != 0 || fsync(run->fd) != 0)
			return -1;
	return archive_file_remove(run->stage);
}

static enum archive_result
change_places(struct run *run)
{
	if (syncfs(run->fd) != 0)
		return fail(run, "%s: %s", run->r->data, strerror(errno));
	run->half = 1;
	if (move_aside(run) != 0 || move_in(run) != 0)
		return fail(run, "%s: %s. Pemulihan belum selesai: perbaiki, "
		    "lalu jalankan lagi", run->r->data, strerror(errno));
	return ARCHIVE_DONE;
}

/* -- the whole ------------------------------------------------------------ */

static enum archive_result
restore(struct run *run)
{
	enum archive_result result = lock_backup(run);

	if (result != ARCHIVE_DONE)
		return result;
	if (run->r->dry)
		result = take_lines(run);
	else if ((result = lock_office(run)) == ARCHIVE_DONE) {
		result = gather(run);
		/* So that the check reads what lies on the disk. */
		if (result == ARCHIVE_DONE)
			syncfs(run->fd);
	}
	if (result == ARCHIVE_DONE)
		result = check(run);
	if (result == ARCHIVE_DONE && !run->r->dry)
		result = change_places(run);
	return result == ARCHIVE_DONE && run->r->in.faults > 0 ?
	    ARCHIVE_FAULTY : result;
}

enum archive_result
archive_restore(struct archive_restore *r)
{
	struct run run = { .r = r, .fd = -1, .from = -1 };
	enum archive_result result;

	r->why[0] = r->aside[0] = r->stamp[0] = '\0';
	archive_file_path(run.stage, "%s/" OFFICE_STAGE, r->data);
	result = restore(&run);
	/* A failure has changed nothing; but where the old office has left
	 * already, the stage stays and says so. */
	if (result >= ARCHIVE_KEPT && run.fd != -1 && !run.half)
		archive_file_remove(run.stage);
	manifest_clear(&run.m);
	if (run.fd != -1)
		close(run.fd);
	if (run.from != -1)
		close(run.from);
	return result;
}
