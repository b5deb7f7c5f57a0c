/*
 * performer.c - the printed names of performers.
 */
#include "people/performer.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "sop/sop.h"

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

/* -- as a row of an SOP names it ---------------------------------------- */

/* The row a "same-as:7" or "superior-of:7" speaks of, or NULL. */
static const struct sop_row *
row_meant(const struct sop *sop, const char *expr, const char *prefix)
{
	size_t n = strlen(prefix);

	if (strncmp(expr, prefix, n) != 0)
		return NULL;
	return sop_row_at(sop, sop_row_no(sop, expr + n));
}

/* "a+b": the names of all of them. */
static char *
join_all(struct office *o, const char *expr, char *buf, size_t size)
{
	char part[128], name[160];
	size_t n;

	buf[0] = '\0';
	for (; *expr != '\0'; expr += n + (expr[n] == '+')) {
		n = strcspn(expr, "+");
		snprintf(part, sizeof(part), "%.*s", (int)n, expr);
		text_add(buf, size, "%s%s", buf[0] == '\0' ? "" :
		    expr[n] == '\0' ? " dan " : ", ",
		    performer_name(o, part, name, sizeof(name)));
	}
	return buf;
}

char *
performer_in(struct office *o, const struct sop *sop, const char *expr,
    char *buf, size_t size)
{
	const struct sop_row *row;
	size_t n;

	if ((row = row_meant(sop, expr, "same-as:")) != NULL)
		return performer_in(o, sop, row->performer, buf, size);
	if (sop_every(expr) != NULL) {
		n = (size_t)snprintf(buf, size, "setiap ");
		if (n < size)
			performer_name(o, sop_every(expr), buf + n, size - n);
		return buf;
	}
	if ((row = row_meant(sop, expr, "superior-of:")) == NULL)
		return strchr(expr, '+') == NULL ?
		    performer_name(o, expr, buf, size) :
		    join_all(o, expr, buf, size);
	n = (size_t)snprintf(buf, size, "atasan langsung ");
	if (n < size)
		performer_in(o, sop, row->performer, buf + n, size - n);
	return buf;
}
