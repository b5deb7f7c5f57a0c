/*
 * throttle.c - the brake on guessing.
 */
#include "case/throttle.h"

#include <string.h>

#include "case/rows.h"

#define BRAKE	(15 * 60)	/* seconds after the last failure */

enum stmt {
	STMT_UNTIL,
	STMT_NOTE,
	STMT_PRUNE,
	STMT_CLEAR,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_UNTIL] =
		"SELECT until FROM throttles WHERE kind = $1 AND key = $2"
		" AND tries >= $3 AND until > $4",
	[STMT_NOTE] =
		"INSERT INTO throttles (kind, key, tries, until)"
		" VALUES ($1, $2, 1, $3)"
		" ON CONFLICT (kind, key) DO UPDATE"
		" SET tries = throttles.tries + 1, until = excluded.until",
	[STMT_PRUNE] =
		"DELETE FROM throttles WHERE until <= $1",
	[STMT_CLEAR] =
		"DELETE FROM throttles WHERE kind = $1 AND key = $2",
};

enum case_err
throttle_check(struct office *o, const struct throttle *t, int64_t now)
{
	char hash[65];
	int64_t until;

	office_sha256(t->key, strlen(t->key), hash);
	until = row_int(db_query(office_db(o), sql[STMT_UNTIL], "ttii",
	    t->kind, hash, t->tries, now));
	if (until == 0)
		return CASE_OK;
	return office_fail(o, CASE_STATE, "",
	    "Terlalu banyak percobaan. Coba lagi dalam %d menit.",
	    (int)((until - now + 59) / 60));
}

void
throttle_note(struct db *db, const struct throttle *t, int64_t now)
{
	char hash[65];

	office_sha256(t->key, strlen(t->key), hash);
	db_run(db, sql[STMT_PRUNE], "i", now);
	db_run(db, sql[STMT_NOTE], "tti", t->kind, hash, now + BRAKE);
}

void
throttle_clear(struct db *db, const struct throttle *t)
{
	char hash[65];

	office_sha256(t->key, strlen(t->key), hash);
	db_run(db, sql[STMT_CLEAR], "tt", t->kind, hash);
}
