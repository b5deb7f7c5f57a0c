/*
 * archive_copy_files.c - documents copied between a folder and a database.
 *
 * One end at least is a server, the other may be a file with the folder `files`
 * beside it.
 */
#include "archive/archive_copy_files.h"

#include <sys/stat.h>

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "archive/archive_copy.h"
#include "archive/archive_file.h"
#include "office/stored_file.h"
#include "store/db.h"
#include "store/files.h"

struct run {
	struct archive_copy	*c;
	char			 from_dir[PATH_MAX], to_dir[PATH_MAX];
	struct files		 from, to;
};

static int
fail(struct run *r, const char *hash)
{
	snprintf(r->c->why, sizeof(r->c->why), "dokumen %s: %s", hash,
	    strerror(errno));
	return -2;
}

/* Write all of an open file: 0, or -1 with errno. */
static int
store(struct run *r, int fd)
{
	struct files_writer *w = files_begin(&r->to);
	char buf[65536], hash[FILES_HASH_SIZE];
	int64_t size;
	ssize_t n;

	if (w == NULL)
		return -1;
	while ((n = read(fd, buf, sizeof(buf))) > 0 ||
	    (n == -1 && errno == EINTR))
		if (n > 0 && files_write(w, buf, (size_t)n) != 0)
			break;
	if (n != 0) {
		files_abort(w);
		return -1;
	}
	return files_finish(w, hash, &size) == 0 ? files_keep(&r->to) : -1;
}

/* One that the office has lost is told, and is no reason to stay. */
static int
copy_one(void *arg, const char *hash)
{
	struct run *r = arg;
	int fd, rc;

	if (files_is_placed(&r->to, hash))
		return 0;
	if (files_look(&r->from, hash, &fd) != FILES_GOOD) {
		r->c->lost++;
		return 0;
	}
	rc = store(r, fd);
	close(fd);
	r->c->documents++;
	return rc == 0 && files_is_placed(&r->to, hash) ? 0 : fail(r, hash);
}

/* The folder of an end: beside a file; of a server that of this host. */
static void
folder_of(const struct archive_copy *c, const char *place, char *dir)
{
	const char *slash = strrchr(place, '/');

	if (db_is_server(place))
		archive_file_path(dir, "%s/files", c->data);
	else if (slash != NULL)
		archive_file_path(dir, "%.*s/files", (int)(slash - place),
		    place);
	else
		archive_file_path(dir, "files");
}

/* A host that has no folder of its own uses that of the other end. */
static int
find_folders(struct run *r)
{
	folder_of(r->c, r->c->from, r->from_dir);
	folder_of(r->c, r->c->to, r->to_dir);
	if (!db_is_server(r->c->to) && mkdir(r->to_dir, 0750) != 0 &&
	    errno != EEXIST) {
		snprintf(r->c->why, sizeof(r->c->why), "%.900s: %s",
		    r->to_dir, strerror(errno));
		return -1;
	}
	r->from.dir = archive_file_exists(r->from_dir) ? r->from_dir :
	    r->to_dir;
	r->to.dir = archive_file_exists(r->to_dir) ? r->to_dir : r->from_dir;
	return 0;
}

static int
copy(struct run *r)
{
	int rc = db_is_shared(r->to.db) ? files_into_database(&r->to) : 0;

	if (rc == 0)
		rc = stored_file_each(r->from.db, copy_one, r);
	files_close(&r->to);
	if (rc == -1)
		snprintf(r->c->why, sizeof(r->c->why), "%.900s",
		    db_error(r->from.db));
	return rc == 0 ? 0 : -1;
}

int
archive_copy_files(struct archive_copy *c, struct db *from, struct db *to)
{
	struct run r = { .c = c, .from.db = from, .to.db = to };

	if ((!db_is_shared(from) && !db_is_shared(to)) ||
	    !db_has_table(to, "file_parts") ||
	    (db_is_shared(to) && c->files_stay))
		return 0;
	return find_folders(&r) == 0 ? copy(&r) : -1;
}
