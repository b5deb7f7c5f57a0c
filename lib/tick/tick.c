/*
 * tick.c - all that is due, under a lease; and which evaluations of the months
 * that are over are opened.
 */
#include "tick/tick.h"

#include <stdio.h>
#include <stdlib.h>

#include "case/absence_move.h"
#include "case/disposal.h"
#include "case/evaluation.h"
#include "clock/calendar.h"
#include "office/lease.h"
#include "office/row.h"
#include "office/soplist.h"
#include "tick/digest.h"
#include "tick/unfetched.h"
#include "tick/reminder.h"

#define LEASE_SECONDS 55
#define CATCH_UP 12		/* months of evaluations made up for */

enum stmt {
	STMT_SERVICES,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* Services in force now that were so before a month ended ($2), whose
	 * evaluation was not yet opened; the rest follow in the next tick. */
	[STMT_SERVICES] = (
		"SELECT v.id FROM sop_versions v"
		" WHERE v.effective_from <= $1"
		"   AND (v.effective_to IS NULL OR v.effective_to > $1)"
		"   AND EXISTS (SELECT 1 FROM steps s"
		"     WHERE s.version_id = v.id AND s.kind = 'evaluate')"
		"   AND EXISTS (SELECT 1 FROM sop_versions x"
		"     WHERE x.sop_id = v.sop_id AND x.effective_from < $2"
		"     AND " SOPLIST_SQL_BEGINS("x") ")"
		"   AND NOT EXISTS (SELECT 1 FROM sop_versions x"
		"     JOIN cases c ON c.version_id = x.id AND c.period = $3"
		"      AND c.evaluation = 1 WHERE x.sop_id = v.sop_id)"
		" ORDER BY v.id LIMIT 64"),
};

void
tick_count(enum case_err err, int *done, enum case_err *first)
{
	if (err == CASE_OK)
		++*done;
	else if (err != CASE_REPEATED && err != CASE_STATE &&
	    *first == CASE_OK)
		*first = err;
}

/* The evaluations of one month, which is over. */
static enum case_err
open_month(struct office *o, int64_t month, int64_t now, int *done)
{
	const struct calendar *cal = office_calendar(o);
	struct cal_local l;
	int64_t id, *version;
	char period[24];
	size_t i, n;
	enum case_err err, first = CASE_OK;

	calendar_local(cal, month, &l);
	snprintf(period, sizeof(period), "%04d-%02d", l.year, l.month);
	err = row_ids(o, db_query(office_db(o), sql[STMT_SERVICES], "iit", now,
	    calendar_month(cal, l.year, l.month + 1), period), &version, &n);
	if (err != CASE_OK)
		return err;
	for (i = 0; i < n; i++)
		tick_count(evaluation_open(o, version[i], period, now, &id),
		    done, &first);
	free(version);
	return first;
}

/* Evaluations of last month, from the first working day of this one on; and
 * of the months before it, should no tick have come by in time. */
static enum case_err
tick_evaluations(struct office *o, int64_t now, int *done)
{
	const struct calendar *cal = office_calendar(o);
	struct cal_local l;
	enum case_err err, first = CASE_OK;
	int back, at;

	calendar_local(cal, now, &l);
	for (back = CATCH_UP; back > 0; back--) {
		if (back == 1 && now < calendar_next(cal,
		    calendar_month(cal, l.year, l.month)))
			break;
		at = l.year * 12 + l.month - 1 - back;
		err = open_month(o, calendar_month(cal, at / 12, at % 12 + 1),
		    now, done);
		if (first == CASE_OK)
			first = err;
	}
	return first;
}

enum case_err
tick(struct office *o, const char *holder, const struct tick_rules *rules,
    int64_t now, int *done)
{
	enum case_err err[6] = { CASE_OK }, lease;
	int i;

	*done = 0;
	office_fresh(o);
	if (office_calendar(o) == NULL)
		return office_fail(o, CASE_STATE, "",
		    "Kalender kantor belum ditetapkan.");
	lease = lease_take(o, "tick", holder, now, now + LEASE_SECONDS);
	if (lease == CASE_REPEATED)
		return office_fail(o, CASE_REPEATED, "",
		    "Pekerjaan berkala sedang dijalankan proses lain.");
	if (lease != CASE_OK)
		return lease;
	err[0] = tick_evaluations(o, now, done);
	err[1] = unfetched_tick(o, now, done);
	err[2] = disposal_tick(o, now, done);
	err[3] = absence_tick(o, now, done);
	if (rules != NULL) {
		err[4] = reminder_tick(o, rules, now, done);
		err[5] = digest_tick(o, rules, now, done);
	}
	for (i = 0; i < 5 && err[i] == CASE_OK; i++)
		;
	return err[i];
}
