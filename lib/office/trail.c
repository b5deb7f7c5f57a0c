/* trail.c - the Jejak: which events are of administered things, and reading
 * them. */
#include "office/trail.h"

#include "office/row.h"
#include "store/event.h"

enum stmt { STMT_ADD, STMT_COUNT, STMT_LIST, STMT__MAX };

/* Their kinds and streams are few: each is looked for in the list of those
 * that are wanted. */
#define MATCH \
	"  FROM changes c" \
	"  JOIN events e ON e.stream = c.stream AND e.seq = c.seq" \
	"  LEFT JOIN event_data d ON d.stream = c.stream AND d.seq = c.seq" \
	" WHERE $1 LIKE '%|' || e.kind || '|%'" \
	"   AND ($2 = '' OR $2 LIKE '%|' || c.stream || '|%')" \
	"   AND ($3 = 0 OR c.person_id = $3) AND ($4 = 0 OR c.seq = $4)" \
	"   AND c.at >= $5 AND c.at < $6"

static const char *const sql[STMT__MAX] = {
	[STMT_ADD] =
		"INSERT INTO changes (stream, seq, at, person_id)"
		" VALUES ($1, $2, $3, $4)",
	[STMT_COUNT] =
		"SELECT count(*)" MATCH,
	[STMT_LIST] =
		"SELECT c.stream, c.seq, c.at, c.person_id, e.kind, e.effect,"
		" coalesce(d.payload, '')" MATCH
		" ORDER BY c.at DESC, c.stream DESC, c.seq DESC"
		" LIMIT $7 OFFSET $8",
};

void
trail_add(struct db *db, const struct event *e)
{
	db_run(db, sql[STMT_ADD], "iiii", e->stream, e->seq, e->recorded_at,
	    e->actor_id);
}

enum case_err
trail_read(struct office *o, const struct trail_query *q, trail_fn *take,
    void *arg, int64_t *total)
{
	const int64_t to = q->to != 0 ? q->to : INT64_MAX;
	struct db *db = office_db(o);
	struct db_stmt *st;
	enum case_err err = total == NULL ? CASE_OK : row_number(o,
	    db_query(db, sql[STMT_COUNT], "ttiiii", q->kinds, q->streams,
	    q->person_id, q->seq, q->from, to), total);

	if (err != CASE_OK)
		return err;
	st = db_query(db, sql[STMT_LIST], "ttiiiiii", q->kinds, q->streams,
	    q->person_id, q->seq, q->from, to, q->limit, q->offset);
	while (db_step(st))
		take(arg, &(struct trail_row){ db_int(st, 0), db_int(st, 1),
		    db_int(st, 2), db_int(st, 3), db_text(st, 4),
		    db_text(st, 5), db_text(st, 6) });
	return db_done(st) == 0 ? CASE_OK : office_err_tx(o, DB_ERROR);
}
