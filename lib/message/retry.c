/*
 * retry.c - how often a message is tried again, and after how long.
 */
#include "message/retry.h"

#include "message/adapter.h"
#include "message/delivery.h"

#define TIMES 8			/* usual tries: over four hours in all */
#define FIRST 60
#define LONGEST 3600

enum stmt { STMT_LATER, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_LATER] = (
		"UPDATE deliveries SET state = 'waiting', next_at = $2,"
		" reason = $3, changed_at = $4"
		" WHERE message_id = $1 AND state = 'begun'"),
};

int64_t
retry_pause(const struct adapter *a, int64_t tries, int64_t asked)
{
	int64_t times = TIMES, pause = FIRST, longest = LONGEST;

	if (a != NULL) {
		times = adapter_number(a, "retry.times", times);
		pause = adapter_number(a, "retry.first", pause);
		longest = adapter_number(a, "retry.longest", longest);
	}
	if (tries >= times)
		return -1;
	while (--tries > 0 && pause < longest)
		pause *= 2;
	if (pause > longest)
		pause = longest;
	return pause > asked ? pause : asked;
}

enum case_err
retry_later(struct office *o, const struct delivery *d, int64_t next_at,
    const char *reason, int64_t now)
{
	int rows = db_run(office_db(o), sql[STMT_LATER], "iiti", d->id,
	    next_at, reason, now);

	return rows < 0 ? office_err_tx(o, rows) : CASE_OK;
}
