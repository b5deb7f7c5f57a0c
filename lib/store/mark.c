/*
 * mark.c - how long the history is, told beside the database.
 *
 * Events are never deleted, so that SQLite numbers their rows from 1 without a
 * gap: the row of the newest is the length.
 */
#include "store/mark.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/engine.h"

/* All lines are of one length, so that none leaves the end of another. */
#define LINE	"%019" PRId64 " %019" PRId64 " %019" PRId64 " %64s\n"
#define SCAN	"%19" SCNd64 " %19" SCNd64 " %19" SCNd64 " %64[0-9a-f]"
#define LENGTH	(3 * 20 + 64 + 1)

enum stmt {
	STMT_COUNT,
	STMT_HASH,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_COUNT] =
		"SELECT count(*) FROM events",
	[STMT_HASH] =
		"SELECT hash FROM events WHERE stream = $1 AND seq = $2",
};

/* The file beside the database; -1 for one in memory, or when it cannot be
 * opened. */
static int
open_mark(struct db *db, int flags)
{
	const char *path = db->engine->file(db);
	const char *slash = path != NULL ? strrchr(path, '/') : NULL;
	char name[4096];
	int n;

	if (slash == NULL)
		return -1;
	n = snprintf(name, sizeof(name), "%.*s/mark", (int)(slash - path),
	    path);
	if (n < 0 || (size_t)n >= sizeof(name))
		return -1;
	return open(name, flags | O_CLOEXEC | O_NOFOLLOW, 0640);
}

/* 1, or 0 when there is no whole line. */
static int
read_mark(int fd, struct mark *m)
{
	char line[LENGTH + 1];
	ssize_t n = pread(fd, line, LENGTH, 0);

	if (n != LENGTH || line[LENGTH - 1] != '\n')
		return 0;
	line[LENGTH] = '\0';
	return sscanf(line, SCAN, &m->length, &m->stream, &m->seq,
	    m->hash) == 4 && strlen(m->hash) == 64;
}

/* Is the event of the mark in the database, as it was?  -1 on failure. */
static int
has_event(struct db *db, const struct mark *m)
{
	struct db_stmt *st = db_query(db, sql[STMT_HASH], "ii", m->stream,
	    m->seq);
	int same = db_step(st) && strcmp(db_text(st, 0), m->hash) == 0;

	return db_done(st) == 0 ? same : -1;
}

enum mark_state
mark_check(struct db *db, int64_t *length)
{
	int fd = open_mark(db, O_RDONLY), found;
	struct mark m = { 0 };
	struct db_stmt *st;
	int64_t count = 0;

	found = fd != -1 && read_mark(fd, &m);
	if (fd != -1)
		close(fd);
	*length = m.length;
	if (!found)
		return MARK_NONE;
	/* Read after the mark: what was committed since is in it. */
	st = db_query(db, sql[STMT_COUNT], "");
	if (db_step(st))
		count = db_int(st, 0);
	db_done(st);
	return count >= m.length && has_event(db, &m) == 1 ? MARK_GOOD :
	    MARK_LOST;
}

void
mark_note(struct db *db, int64_t stream, int64_t seq, const char *hash)
{
	struct mark *m = &db->mark;

	m->length = db->engine->last_row(db);
	m->stream = stream;
	m->seq = seq;
	snprintf(m->hash, sizeof(m->hash), "%s", hash);
}

const struct mark *
mark_noted(const struct db *db)
{
	static const struct mark none;

	return db->in_tx ? &db->mark : &none;
}

/* Another process may have been faster with the mark of a later commit; and one
 * that tells of lost events stays. */
static int
may_replace(struct db *db, const struct mark *old)
{
	return old->length < db->mark.length && has_event(db, old) == 1;
}

void
mark_write(struct db *db)
{
	const struct mark *m = &db->mark;
	char line[LENGTH + 1];
	struct mark old;
	ssize_t n = LENGTH;
	int fd;

	if (m->length == 0 || (fd = open_mark(db, O_RDWR | O_CREAT)) == -1)
		return;
	snprintf(line, sizeof(line), LINE, m->length, m->stream, m->seq,
	    m->hash);
	if (!read_mark(fd, &old) || may_replace(db, &old))
		n = pwrite(fd, line, LENGTH, 0);
	/* Half a line tells nothing, rather than something wrong. */
	if (n != LENGTH && ftruncate(fd, 0) != 0)
		db_fail(db, "the mark of the history cannot be written");
	close(fd);
}
