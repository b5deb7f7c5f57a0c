/* last_run.c - when tick, messenger and backup last ran, and whether well. */
#include "office/last_run.h"

#include <string.h>

#include "base/slug.h"

enum stmt {
	STMT_NOTE,
	STMT_LIST,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_NOTE] = (
		"INSERT INTO runs (job, ended_at, well_at, fault)"
		" VALUES ($1, $2, CASE $3 WHEN '' THEN $2 ELSE 0 END, $3)"
		" ON CONFLICT (job) DO UPDATE SET ended_at = excluded.ended_at,"
		" well_at = CASE excluded.fault WHEN '' THEN excluded.well_at"
		"   ELSE runs.well_at END, fault = excluded.fault"),
	[STMT_LIST] =
		"SELECT job, ended_at, well_at, fault FROM runs",
};

static const char *const jobs[LAST_RUN__MAX] = {
	[LAST_RUN_TICK] = "tick",
	[LAST_RUN_MESSENGER] = "messenger",
	[LAST_RUN_BACKUP] = "backup",
};

const char *
last_run_slug(enum last_run_job job)
{
	return jobs[job];
}

int
last_run_from(const char *slug)
{
	return slug_index(jobs, LAST_RUN__MAX, slug);
}

enum case_err
last_run_note(struct office *o, enum last_run_job job, const char *fault,
    int64_t now)
{
	int rows = db_run(office_db(o), sql[STMT_NOTE], "tit", jobs[job], now,
	    fault);

	return rows < 0 ? office_err_tx(o, rows) : CASE_OK;
}

enum case_err
last_run_list(struct office *o, struct last_run list[LAST_RUN__MAX])
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_LIST], "");
	int job, rc;

	memset(list, 0, LAST_RUN__MAX * sizeof(*list));
	while (db_step(st)) {
		if ((job = last_run_from(db_text(st, 0))) == -1)
			continue;
		list[job].ended_at = db_int(st, 1);
		list[job].well_at = db_int(st, 2);
		db_copy(st, 3, list[job].fault, sizeof(list[job].fault));
	}
	rc = db_done(st);
	return rc != 0 ? office_err_tx(o, rc) : CASE_OK;
}
