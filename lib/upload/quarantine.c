/*
 * quarantine.c - files that nobody gets.
 */
#include "upload/quarantine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "office/row.h"
#include "store/files.h"
#include "store/id.h"
#include "upload/active.h"
#include "upload/pdf_check.h"

#define COLUMNS "SELECT id, sha256, name, since, judge, finding" \
	" FROM quarantine"

enum stmt {
	STMT_ADD,
	STMT_GONE,
	STMT_CLEAN,
	STMT_CLEAN_BUT,
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
		"INSERT INTO quarantine (id, sha256, name, since, judge,"
		"  finding) SELECT $1, $2, $3, $4, $5, '' WHERE NOT EXISTS"
		"   (SELECT 1 FROM documents WHERE sha256 = $2 UNION ALL"
		"    SELECT 1 FROM sop_papers WHERE sha256 = $2 UNION ALL"
		"    SELECT 1 FROM activities WHERE sha256 = $2)"
		" ON CONFLICT (sha256) DO UPDATE SET"
		"   judge = quarantine.judge | excluded.judge",
	[STMT_GONE] =
		"DELETE FROM quarantine WHERE sha256 = $1",
	/* A file that waits for qpdf as well stays. */
	[STMT_CLEAN] =
		"DELETE FROM quarantine WHERE sha256 = $1 AND judge = 1",
	[STMT_CLEAN_BUT] =
		"UPDATE quarantine SET judge = 2 WHERE sha256 = $1"
		" AND judge = 3",
	[STMT_FOUND] =
		"UPDATE quarantine SET finding = $2, judge = $3"
		" WHERE sha256 = $1",
	[STMT_FIND] = (
		COLUMNS " WHERE sha256 = $1"),
	[STMT_GET] = (
		COLUMNS " WHERE id = $1"),
	[STMT_LIST] = (
		COLUMNS " ORDER BY since, id"),
};

#define MEMBER(m) ROW_MEMBER(struct quarantined, m)
static const struct row_kind rows = ROW_KIND(struct quarantined,
    "Dokumen ini tidak ditahan.", MEMBER(id), MEMBER(sha256), MEMBER(name),
    MEMBER(since), MEMBER(judge), MEMBER(finding));

enum case_err
quarantine_add(struct office *o, const char *sha256, const char *name,
    int judge, int64_t now)
{
	int rc = db_run(office_db(o), sql[STMT_ADD], "ittii", id_new(now),
	    sha256, name, now, (int64_t)judge);

	return rc < 0 ? office_err_tx(o, rc) : CASE_OK;
}

/* Note who found something, or is still waited for; 0 lets the file go. */
static enum case_err
note(struct office *o, const char *sha256, int64_t judge,
    const char *finding)
{
	int rc = judge == 0 ?
	    db_run(office_db(o), sql[STMT_GONE], "t", sha256) :
	    db_run(office_db(o), sql[STMT_FOUND], "tti", sha256, finding,
	    judge);

	return rc < 0 ? office_err_tx(o, rc) : CASE_OK;
}

enum case_err
quarantine_scanned(struct office *o, const char *sha256, const char *finding)
{
	int rc;

	if (finding[0] != '\0')
		return note(o, sha256, QUARANTINE_SCAN, finding);
	rc = db_run(office_db(o), sql[STMT_CLEAN], "t", sha256);
	if (rc >= 0)
		rc = db_run(office_db(o), sql[STMT_CLEAN_BUT], "t", sha256);
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
	if (q.finding[0] != '\0' && (q.judge & QUARANTINE_SCAN) != 0)
		return office_fail(w->o, CASE_STATE, "", "Antivirus menemukan "
		    "%s dalam dokumen ini.", q.finding);
	db_run(w->db, sql[STMT_GONE], "t", q.sha256);
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

/* -- looked at again ------------------------------------------------------ */

static void
check_again(struct office *o, int fd, struct quarantined *q)
{
	static const char *const found[] = {
		[PDF_LOCKED] = "kata sandi",
		[PDF_CUT] = "akhir yang terpotong",
		[PDF_BROKEN] = "kerusakan",
		[PDF_NO_PAGE] = "dokumen tanpa halaman",
		[PDF_UNKNOWN] = "isi yang tidak dapat diperiksa",
	};
	enum pdf_state state = pdf_check(fd);

	if (state == PDF_ABSENT)
		return;
	q->judge &= ~QUARANTINE_CHECK;
	if (state == PDF_GOOD) {
		active_put(o, q->sha256, active_read(fd));
		return;
	}
	snprintf(q->finding, sizeof(q->finding), "%s", found[state]);
	q->judge = QUARANTINE_CHECK;
}

/* One that is too large for the scanner waits on. */
static enum scan
scan_again(const char *where, int fd, struct quarantined *q)
{
	enum scan result = scan_file(where, fd, q->finding);

	if (result == SCAN_CLEAN)
		q->judge &= ~QUARANTINE_SCAN;
	else if (result == SCAN_FOUND)
		q->judge = QUARANTINE_SCAN;
	return result;
}

/* A file that is gone leaves the quarantine; one with a finding stays, and one
 * that is not what was stored: whoever asks for it is told.  *where becomes ""
 * when the scanner does not answer. */
static void
look_again(struct office *o, const char **where, struct quarantined *q)
{
	int fd;
	enum files_state state = files_look(office_files(o), q->sha256, &fd);

	if (state == FILES_MISSING)
		q->judge = 0;
	if (state != FILES_GOOD)
		return;
	if (q->finding[0] == '\0' && (q->judge & QUARANTINE_CHECK) != 0)
		check_again(o, fd, q);
	if (q->finding[0] == '\0' && (q->judge & QUARANTINE_SCAN) != 0 &&
	    **where != '\0' && scan_again(*where, fd, q) == SCAN_NONE)
		*where = "";
	close(fd);
}

enum case_err
quarantine_tick(struct office *o, const char *where, int *done)
{
	struct quarantined *list, was;
	enum case_err err;
	size_t n;

	*done = 0;
	if ((err = quarantine_list(o, &list, &n)) != CASE_OK)
		return err;
	for (size_t i = 0; i < n && err == CASE_OK; i++) {
		was = list[i];
		look_again(o, &where, &list[i]);
		if (list[i].judge == was.judge &&
		    strcmp(list[i].finding, was.finding) == 0)
			continue;
		err = note(o, list[i].sha256, list[i].judge, list[i].finding);
		*done += err == CASE_OK;
	}
	free(list);
	return err;
}
