/* month_cases.c - the cases of a month: how many came, ended, are open. */
#include "month/month_cases.h"

#include <string.h>

#include "month/grid.h"

enum stmt {
	STMT_CAME,
	STMT_ENDED,
	STMT_OPEN,
	STMT_EACH_CAME,		/* the same, a case a row */
	STMT_EACH_ENDED,
	STMT_EACH_OPEN,
	STMT__MAX
};

#define GROUPED(result) "SELECT c.version_id, " result ", count(*)"
#define EACH(result) "SELECT c.version_id, " result ", 1, c.id"
#define OF_SOP \
	"  FROM cases c JOIN sop_versions v ON v.id = c.version_id" \
	" WHERE c.evaluation = 0 AND c.parent_id IS NULL AND v.version > 0" \
	"   AND ($3 = 0 OR v.sop_id = $3)"

#define CAME \
	OF_SOP " AND c.opened_at >= $1 AND c.opened_at < $2"
/* Of those that ended (never NULL: ended_at). */
#define ENDED \
	OF_SOP " AND c.ended_at >= $1 AND c.ended_at < $2"
/* $2 is the end of the month, $1 the same; "+ 0" keeps the planner from walking
 * all that was ever opened. */
#define OPEN \
	OF_SOP " AND c.id IN (SELECT o.id FROM cases o" \
	" WHERE o.state = 'open' AND o.opened_at + 0 < $2" \
	OPEN_THEN("cases", "ended_at") ")"

static const char *const sql[STMT__MAX] = {
	[STMT_CAME] = (GROUPED("''") CAME
		" GROUP BY c.version_id ORDER BY c.version_id"),
	[STMT_ENDED] = (GROUPED("c.result") ENDED
		" GROUP BY c.version_id, c.result"
		" ORDER BY c.version_id, c.result"),
	[STMT_OPEN] = (GROUPED("''") OPEN
		" GROUP BY c.version_id ORDER BY c.version_id"),
	[STMT_EACH_CAME] = (EACH("''") CAME " ORDER BY c.opened_at, c.id"),
	[STMT_EACH_ENDED] = (EACH("c.result") ENDED
		" ORDER BY c.ended_at, c.id"),
	[STMT_EACH_OPEN] = (EACH("''") OPEN " ORDER BY c.opened_at, c.id"),
};

static void
add_came(struct month_part *p, struct db_stmt *st)
{
	p->cases_came += db_int(st, 2);
}

static void
add_open(struct month_part *p, struct db_stmt *st)
{
	p->cases_open_after += db_int(st, 2);
}

static void
add_ended(struct month_part *p, struct db_stmt *st)
{
	const char *result = db_text(st, 1);
	const int64_t n = db_int(st, 2);

	if (strcmp(result, "refused") == 0)
		p->cases_refused += n;
	else if (strcmp(result, "withdrawn") == 0)
		p->cases_withdrawn += n;
	else if (strcmp(result, "cancelled") == 0)
		p->cases_cancelled += n;
	else if (strcmp(result, "unfetched") == 0)
		p->cases_unfetched += n;
	else
		p->cases_done += n;
}

int
month_cases_count(struct grid *g)
{
	const int each = g->trace != NULL ? STMT_EACH_CAME - STMT_CAME : 0;
	struct month_part *p;
	size_t i;

	if (grid_count(g, sql[STMT_CAME + each], g->from, add_came) == -1 ||
	    grid_count(g, sql[STMT_ENDED + each], g->from, add_ended) == -1 ||
	    grid_count(g, sql[STMT_OPEN + each], g->to, add_open) == -1)
		return -1;
	for (i = 0; i < g->npart; i++) {
		p = &g->part[i].p;
		p->cases_open_before = p->cases_open_after + p->cases_done +
		    p->cases_refused + p->cases_withdrawn +
		    p->cases_cancelled + p->cases_unfetched - p->cases_came;
	}
	return 0;
}
