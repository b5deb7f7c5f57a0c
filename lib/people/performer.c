/*
 * performer.c - the printed names of performers.
 */
#include "people/performer.h"

#include <stdio.h>
#include <string.h>

enum stmt { STMT_NAME, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_NAME] =
		"SELECT name FROM performers WHERE expr = $1 ORDER BY role_id",
};

char *
performer_name(struct office *o, const char *expr, char *buf, size_t size)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_NAME], "t", expr);
	size_t len;

	buf[0] = '\0';
	while (db_step(st)) {
		/* A name of the whole stands at every role; else join them. */
		if (strcmp(buf, db_text(st, 0)) == 0)
			break;
		len = strlen(buf);
		snprintf(buf + len, size - len, "%s%s", len ? "/" : "",
		    db_text(st, 0));
	}
	db_done(st);
	if (buf[0] == '\0')
		snprintf(buf, size, "%s", expr);
	return buf;
}
