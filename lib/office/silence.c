/* silence.c - how long the office has been silent, and whether that can be. */
#include "office/silence.h"

#include <time.h>

#include "office/change.h"
#include "office/row.h"

#define DAY 86400
#define LEAST (14 * DAY)

enum stmt {
	STMT_NEWEST,
	STMT_LONGEST,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_NEWEST] =
		"SELECT coalesce(max(recorded_at), 0) FROM events"
		" WHERE recorded_at <= $1",
	/* Reads the index of all events: asked only after a long silence. */
	[STMT_LONGEST] = (
		"SELECT coalesce(max(gap), 0) FROM (SELECT recorded_at"
		"  - lag(recorded_at) OVER (ORDER BY recorded_at) AS gap"
		"  FROM events WHERE recorded_at <= $1) AS gaps"),
};

/* A number the database tells: CASE_OK, CASE_DB. */
static enum case_err
ask(struct office *o, enum stmt what, int64_t now, int64_t *number)
{
	struct db_stmt *st = db_query(office_db(o), sql[what], "i", now);
	int rc;

	*number = db_step(st) ? db_int(st, 0) : 0;
	rc = db_done(st);
	return rc != 0 ? office_err_tx(o, rc) : CASE_OK;
}

static void
date(int64_t at, char buf[16])
{
	time_t t = (time_t)at;
	struct tm tm;

	gmtime_r(&t, &tm);
	strftime(buf, 16, "%Y-%m-%d", &tm);
}

enum case_err
silence_check(struct office *o, int64_t now)
{
	int64_t newest, longest;
	char then[16], today[16];
	enum case_err err = ask(o, STMT_NEWEST, now, &newest);

	if (err != CASE_OK || newest == 0 || now - newest <= LEAST + DAY)
		return err;
	if ((err = ask(o, STMT_LONGEST, now, &longest)) != CASE_OK ||
	    now - newest <= longest + DAY)
		return err;
	date(newest, then);
	date(now, today);
	return office_fail(o, CASE_STATE, "", "Jam mesin menunjukkan %s, "
	    "tetapi catatan terakhir kantor %s; selama itu kantor belum "
	    "pernah diam. Betulkan jam mesin. Jika jam itu benar, jalankan "
	    "\"sopap tick --yes\".", today, then);
}

static enum case_err
confirm(struct change_work *w, const void *in)
{
	struct change_event e = { .stream = office_unit(w->o),
		.kind = "clock-confirmed", .effect = change_json("{}"),
		.payload = change_json("{s:s}", "user", (const char *)in) };

	return change_record(w, &e);
}

enum case_err
silence_confirm(struct office *o, const struct change *ch, const char *user)
{
	enum case_err err = silence_check(o, ch->now);

	if (err != CASE_STATE)
		return err == CASE_OK ? CASE_REPEATED : err;
	return change_run(o, ch, confirm, user, NULL);
}
