/* archive_upgrade.c - an office brought to the schema of this program. */
#include "archive/archive_upgrade.h"

#include <stdio.h>
#include <string.h>

#include "case/rebuild.h"
#include "store/installation.h"
#include "store/migrate.h"

static void
ignore(void *arg, const char *line)
{
	(void)arg;
	(void)line;
}

/* The schema must be what its release made: a table that somebody added or
 * took away is in nobody's plan. */
static enum archive_result
check_schema(struct office *o, struct archive_upgrade *u)
{
	char made[INSTALLATION_FINGERPRINT], now[INSTALLATION_FINGERPRINT];
	struct db *db = office_db(o);

	if (installation_get(db, "schema", made, sizeof(made)) == 1 &&
	    installation_fingerprint(db, now) == 0 && strcmp(made, now) == 0)
		return ARCHIVE_DONE;
	snprintf(u->why, sizeof(u->why), "skema basis data ini diubah dengan "
	    "tangan, jadi tidak ditingkatkan; kembalikan perubahannya, atau "
	    "pulihkan cadangan (\"sopap restore\")");
	return ARCHIVE_KEPT;
}

static enum archive_result
back_up(struct office *o, struct archive_upgrade *u)
{
	struct integrity in = { .fault = ignore, .note = ignore };
	enum archive_result result;

	integrity_database(o, &in);
	integrity_end(o, &in);
	u->before = in.faults;
	result = archive_backup(o, &u->backup);
	if (result == ARCHIVE_KEPT || result == ARCHIVE_FAILED)
		snprintf(u->why, sizeof(u->why), "%s", u->backup.why);
	return result;
}

/* Its own number each time: what is done stays done. */
static enum archive_result
migrate(struct office *o, struct archive_upgrade *u)
{
	struct db *db = office_db(o);
	int n;

	for (n = db_version(db); n >= 0 && n < db_schema_count; n++) {
		if (db_migrate(db, db_schema, n + 1) != 0) {
			snprintf(u->why, sizeof(u->why), "%s: %s",
			    db_schema[n].name, db_error(db));
			return ARCHIVE_FAILED;
		}
		u->step(u->arg, db_schema[n].name);
	}
	return n < 0 ? ARCHIVE_FAILED : ARCHIVE_DONE;
}

static void
difference(void *arg, int64_t case_id, const char *what)
{
	struct archive_upgrade *u = arg;

	integrity_fault(&u->in, "berkas %lld: %s", (long long)case_id, what);
}

enum archive_result
archive_upgrade(struct office *o, struct archive_upgrade *u)
{
	enum archive_result before, result = check_schema(o, u);

	if (result != ARCHIVE_DONE)
		return result;
	before = back_up(o, u);
	if (before != ARCHIVE_DONE && before != ARCHIVE_FAULTY)
		return before;
	if ((result = migrate(o, u)) != ARCHIVE_DONE)
		return result;
	/* Older programs found less. */
	if (rebuild_words(o) != 0) {
		snprintf(u->why, sizeof(u->why), "%s", db_error(office_db(o)));
		return ARCHIVE_FAILED;
	}
	integrity_database(o, &u->in);
	integrity_end(o, &u->in);
	if (rebuild(o, 0, difference, u, &u->cases) < 0)
		integrity_fault(&u->in, "%s", db_error(office_db(o)));
	return u->in.faults == 0 ? before : ARCHIVE_FAULTY;
}
