/*
 * digest.c - what is due to be told to the people of the office: new work in
 * bundles, and a digest once a working morning.
 *
 * Each person is one transaction: the facts that are news are written down
 * with the message that tells them, so a tick that is cut off, repeated or
 * late tells each fact once.  The database decides what is news: a fact that
 * is written down already is none.
 */
#include <stdlib.h>
#include <string.h>

#include "clock/calendar.h"
#include "office/row.h"
#include "people/preference.h"
#include "tick/digest_raw.h"

#define BUNDLE_SECONDS (15 * 60)	/* new work is told at most so often */

enum stmt { STMT_PEOPLE, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_PEOPLE] =
		"SELECT p.id, p.name, p.phone, p.email,"
		" coalesce(s.work_by, ''), coalesce(s.digest_by, 'mail'),"
		" coalesce(s.work_at, 0), coalesce(s.digest_at, 0)"
		"  FROM people p LEFT JOIN tellings s ON s.person_id = p.id"
		" WHERE p.active = 1 AND p.institution_id IS NULL"
		" ORDER BY p.id",
};

static void
read_reader(struct db_stmt *st, void *row)
{
	struct digest_reader *l = row;

	l->id = db_int(st, 0);
	db_copy(st, 1, l->name, sizeof(l->name));
	db_copy(st, 2, l->phone, sizeof(l->phone));
	db_copy(st, 3, l->email, sizeof(l->email));
	db_copy(st, 4, l->work_by, sizeof(l->work_by));
	db_copy(st, 5, l->digest_by, sizeof(l->digest_by));
	l->work_at = db_int(st, 6);
	l->digest_at = db_int(st, 7);
}

static const struct row_kind readers = { sizeof(struct digest_reader),
	read_reader, "" };

static enum case_err
write_to_one(struct digest_run *x, int *done)
{
	const struct digest_reader *l = x->to;
	enum case_err err = CASE_OK;

	if (address_of(l, l->digest_by)[0] != '\0' &&
	    !is_today(x, l->digest_at)) {
		err = office_err_tx(x->o, db_tx(office_db(x->o), send_digest, x));
		*done += err == CASE_OK ? x->queued : 0;
	}
	if (err == CASE_OK && address_of(l, l->work_by)[0] != '\0' &&
	    x->now - l->work_at >= BUNDLE_SECONDS) {
		err = office_err_tx(x->o, db_tx(office_db(x->o), send_new_work, x));
		*done += err == CASE_OK ? x->queued : 0;
	}
	return err;
}

enum case_err
digest_tick(struct office *o, const struct tick_rules *rules, int64_t now,
    int *done)
{
	struct digest_run x = { .o = o, .rules = rules, .now = now };
	struct digest_reader *list;
	size_t i, n;
	enum case_err err, first = CASE_OK;

	if (!calendar_is_open(office_calendar(o), now))
		return CASE_OK;
	err = row_all(o, db_query(office_db(o), sql[STMT_PEOPLE], ""),
	    &readers, &list, &n);
	if (err != CASE_OK)
		return err;
	for (i = 0; i < n; i++) {
		x.to = &list[i];
		err = write_to_one(&x, done);
		if (first == CASE_OK)
			first = err;
	}
	free(list);
	return first;
}
