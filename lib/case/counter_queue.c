/*
 * counter_queue.c - the queue at one desk of a counter.
 */
#include "case/counter_queue.h"

#include <stdio.h>
#include <string.h>

#include "case/column.h"
#include "case/hand.h"
#include "clock/calendar.h"
#include "clock/standard.h"
#include "office/row.h"
#include "office/soplist.h"
#include "people/counter_desk.h"

enum stmt {
	STMT_QUEUE,
	STMT_DONE,
	STMT_OPENED,
	STMT__MAX
};

/* An hour: what is told later than that is "dicatat belakangan". */
#define SHARE_MAX	3600

static const char *const sql[STMT__MAX] = {
	[STMT_QUEUE] = (
		DB_PLANNED "SELECT " TASK_COLUMNS ", c.number, c.subject,"
		" count(*) OVER () FROM tasks t"
		"  JOIN cases c ON c.id = t.case_id"
		" WHERE t.open = 1 AND t.performer = $1 AND t.external = 0"
		"   AND t.side = 0 AND t.kind IN " COUNTER_KINDS
		" ORDER BY CASE WHEN c.subject LIKE '%' || $3 || '%' THEN 0"
		"   ELSE 1 END, t.awaited, coalesce(t.received_at,"
		"   t.opened_at), c.number, t.id LIMIT $2"),
	[STMT_DONE] = (
		"SELECT count(*) FROM tasks WHERE closed_at >= $2"
		"   AND performer = $1 AND closed_by IS NOT NULL"
		"   AND " SOPLIST_SQL_REAL("version_id")
		/* A number that was handed out is no work done. */
		"   AND pos > 1"),
	[STMT_OPENED] = (
		"SELECT count(*) FROM cases WHERE opened_at >= $2"
		"   AND version_id = $1"),
};

static void
read_row(struct db_stmt *st, void *row)
{
	struct counter_queue_row *r = row;
	int n = TASK_NCOLUMNS;

	columns_read(task_columns, st, 0, &r->task);
	db_copy(st, n, r->number, sizeof(r->number));
	db_copy(st, n + 1, r->subject, sizeof(r->subject));
	r->total = db_int(st, n + 2);
}

enum case_err
counter_queue_list(struct office *o, const char *performer,
    const char *wanted, struct counter_queue_row **list, size_t *count)
{
	static const struct row_kind kind = ROW_READ(struct counter_queue_row,
	    read_row, "");

	return row_all(o, db_query(office_db(o), sql[STMT_QUEUE], "tit",
	    performer, (int64_t)COUNTER_QUEUE_ROWS, wanted), &kind, list,
	    count);
}

int64_t
counter_queue_done(struct office *o, const char *performer, int64_t since)
{
	return row_int(db_query(office_db(o), sql[STMT_DONE], "ti", performer,
	    since));
}

char *
counter_queue_next(struct office *o, int64_t version_id, int64_t since,
    char buf[COUNTER_QUEUE_NUMBER])
{
	int64_t opened = row_int(db_query(office_db(o), sql[STMT_OPENED],
	    "ii", version_id, since));

	snprintf(buf, COUNTER_QUEUE_NUMBER, "%03lld", (long long)opened + 1);
	return buf;
}

/* -- one press for several rows ----------------------------------------- */

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

void
counter_queue_share(struct office *o, int64_t person_id,
    const struct task_row *first,
    int64_t begun, int64_t end, int64_t now,
    const struct sop_row *const row[], size_t n, int64_t done[])
{
	const struct calendar *cal = office_calendar(o);
	int64_t day = calendar_day_length(cal, end), sum = 0, part = 0, work;

	if (begun == 0)
		begun = hand_began(o, person_id, first, end, end < now);
	work = calendar_elapsed(cal, begun, end);
	for (size_t i = 0; i < n; i++)
		sum += later(1, standard_seconds(&row[i]->standard,
		    row[i]->standard.max, day));
	for (size_t i = 0; i < n; i++) {
		part += later(1, standard_seconds(&row[i]->standard,
		    row[i]->standard.max, day));
		done[i] = later(calendar_add(cal, begun, work * part / sum),
		    end - SHARE_MAX);
		if (done[i] < begun)
			done[i] = begun;
		if (done[i] > end || i == n - 1)
			done[i] = end;
	}
}
