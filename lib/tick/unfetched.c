/* unfetched.c - downloads that were never fetched. */
#include "tick/unfetched.h"

#include <stdlib.h>

#include "case/act_close.h"
#include "office/row.h"
#include "tick/tick.h"

enum stmt { STMT_UNFETCHED, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	/* As many as one tick may hold up; the rest follow in the next. */
	[STMT_UNFETCHED] =
		"SELECT id FROM tasks WHERE open = 1 AND kind = 'download'"
		"   AND side = 0 AND opened_at <= $1"
		" ORDER BY opened_at, id LIMIT 256",
};

enum case_err
unfetched_tick(struct office *o, int64_t now, int *done)
{
	int64_t *task;
	size_t i, n;
	enum case_err first, err = row_ids(o, db_query(office_db(o),
	    sql[STMT_UNFETCHED], "i", now - UNFETCHED_DAYS * 86400), &task, &n);

	if (err != CASE_OK)
		return err;
	first = CASE_OK;
	for (i = 0; i < n; i++)
		tick_count(act_expire(o, task[i], now), done, &first);
	free(task);
	return first;
}
