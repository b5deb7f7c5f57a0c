/*
 * closed.c - months whose figures are closed.
 */
#include "office/closed.h"

#include <stdio.h>

#include "clock/calendar.h"

enum stmt { STMT_MONTH, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_MONTH] =
		"SELECT closed_at, calendar_id FROM months"
		" WHERE unit_id = $1 AND month = $2",
};

int
office_month_closing(struct office *o, int year, int month,
    int64_t *closed_at, int64_t *calendar_id)
{
	struct db_stmt *st;
	char text[16];
	int found;

	snprintf(text, sizeof(text), "%04d-%02d", year, month);
	st = db_query(office_db(o), sql[STMT_MONTH], "it", office_unit(o),
	    text);
	if ((found = db_step(st))) {
		*closed_at = db_int(st, 0);
		*calendar_id = db_int(st, 1);
	}
	return db_done(st) == 0 ? found : -1;
}

int
office_month_is_closed(struct office *o, int64_t instant)
{
	struct cal_local l;
	int64_t closed_at, calendar_id;

	if (office_calendar(o) == NULL)
		return 0;
	calendar_local(office_calendar(o), instant, &l);
	return office_month_closing(o, l.year, l.month, &closed_at,
	    &calendar_id) == 1;
}
