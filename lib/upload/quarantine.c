/*
 * quarantine.c - files that nobody gets.
 */
#include "upload/quarantine.h"

#include <stdlib.h>
#include <unistd.h>

#include "office/row.h"
#include "store/files.h"
#include "store/id.h"

#define COLUMNS "SELECT id, sha256, name, since, finding FROM quarantine"

enum stmt {
	STMT_ADD,
	STMT_CLEAN,
	STMT_FOUND,
	STMT_FIND,
	STMT_GET,
	STMT_LIST,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* A file that a case has already was let through: nobody can put it in
	 * quarantine by sending it again. */
	[STMT_ADD] =
		"INSERT INTO quarantine (id, sha256, name, since, finding)"
		" SELECT $1, $2, $3, $4, '' WHERE NOT EXISTS"
		"   (SELECT 1 FROM documents WHERE sha256 = $2 UNION ALL"
		"    SELECT 1 FROM activities WHERE sha256 = $2)"
		" ON CONFLICT (sha256) DO NOTHING",
	[STMT_CLEAN] =
		"DELETE FROM quarantine WHERE sha256 = $1",
	[STMT_FOUND] =
		"UPDATE quarantine SET finding = $2 WHERE sha256 = $1",
	[STMT_FIND] = (
		COLUMNS " WHERE sha256 = $1"),
	[STMT_GET] = (
		COLUMNS " WHERE id = $1"),
	[STMT_LIST] = (
		COLUMNS " ORDER BY since, id"),
};

#define MEMBER(m) ROW_MEMBER(struct quarantined, m)
static const struct row_kind rows = ROW_KIND(struct quarantined,
    "Berkas ini tidak ditahan.", MEMBER(id), MEMBER(sha256), MEMBER(name),
    MEMBER(since), MEMBER(finding));

enum case_err
quarantine_add(struct office *o, const char *sha256, const char *name,
    int64_t now)
{
	int rc = db_run(office_db(o), sql[STMT_ADD], "itti", id_new(now),
	    sha256, name, now);

	return rc < 0 ? office_err_tx(o, rc) : CASE_OK;
}

enum case_err
quarantine_scanned(struct office *o, const char *sha256, const char *finding)
{
	int rc = finding[0] == '\0' ?
	    db_run(office_db(o), sql[STMT_CLEAN], "t", sha256) :
	    db_run(office_db(o), sql[STMT_FOUND], "tt", sha256, finding);

	return rc < 0 ? office_err_tx(o, rc) : CASE_OK;
}

enum case_err
quarantine_find(struct office *o, const char *sha256, struct quarantined *q)
{
	return row_one(o, db_query(office_db(o), sql[STMT_FIND], "t", sha256),
	    &rows, q);
}

enum case_err
quarantine_get(struct office *o, int64_t id, struct quarantined *q)
{
	return row_one(o, db_query(office_db(o), sql[STMT_GET], "i", id),
	    &rows, q);
}

enum case_err
quarantine_list(struct office *o, struct quarantined **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], ""), &rows,
	    list, count);
}

/* -- let go --------------------------------------------------------------- */

struct release {
	int64_t		 id;
	const char	*reason;
};

static enum case_err
release(struct change_work *w, const void *in)
{
	const struct release *r = in;
	struct change_event e = { .stream = r->id, .kind = "file-release" };
	struct quarantined q;
	enum case_err err;

	if ((err = quarantine_get(w->o, r->id, &q)) != CASE_OK ||
	    (err = change_filled(w->o, "reason", "alasan", r->reason)) !=
	    CASE_OK)
		return err;
	if (q.finding[0] != '\0')
		return office_fail(w->o, CASE_STATE, "", "Antivirus menemukan "
		    "%s dalam berkas ini.", q.finding);
	db_run(w->db, sql[STMT_CLEAN], "t", q.sha256);
	e.effect = change_json("{ss}", "sha256", q.sha256);
	e.payload = change_json("{ss ss}", "name", q.name, "reason", r->reason);
	return change_record(w, &e);
}

enum case_err
quarantine_release(struct office *o, const struct change *ch, int64_t id,
    const char *reason)
{
	struct release r = { id, reason };

	return change_run(o, ch, release, &r, NULL);
}

/* -- scanned again -------------------------------------------------------- */

/* A file that is gone leaves the quarantine; one with a finding stays. */
static enum scan
scan_again(struct office *o, const char *where, struct quarantined *q)
{
	int fd = files_open(office_files(o), q->sha256);
	enum scan result = SCAN_FOUND;

	if (fd == -1) {
		q->finding[0] = '\0';
		return SCAN_CLEAN;
	}
	if (q->finding[0] == '\0')
		result = scan_file(where, fd, q->finding);
	close(fd);
	return result;
}

enum case_err
quarantine_tick(struct office *o, const char *where, int *done)
{
	struct quarantined *list;
	enum case_err err;
	enum scan result = SCAN_CLEAN;
	size_t n;

	*done = 0;
	if ((err = quarantine_list(o, &list, &n)) != CASE_OK)
		return err;
	for (size_t i = 0; i < n && err == CASE_OK; i++) {
		int waited = list[i].finding[0] == '\0';

		result = scan_again(o, where, &list[i]);
		if (result == SCAN_NONE)
			break;
		/* Too large for it: this one stays, those behind it go on. */
		if (result == SCAN_UNABLE)
			continue;
		if (!waited && result == SCAN_FOUND)
			continue;
		err = quarantine_scanned(o, list[i].sha256, list[i].finding);
		*done += err == CASE_OK;
	}
	free(list);
	return err;
}
