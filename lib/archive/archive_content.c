/* archive_content.c - how much an office holds, to recognise it by. */
#include "archive/archive_content.h"

#include <string.h>

#include "office/row.h"
#include "store/installation.h"

enum stmt {
	STMT_CASES,
	STMT_EVENTS,
	STMT_DOCUMENTS,
	STMT_PEOPLE,
	STMT_NEWEST,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_CASES] =
		"SELECT count(*) FROM cases",
	[STMT_EVENTS] =
		"SELECT count(*) FROM events",
	[STMT_DOCUMENTS] =
		"SELECT count(*) FROM documents",
	[STMT_PEOPLE] =
		"SELECT count(*) FROM people",
	[STMT_NEWEST] =
		"SELECT max(recorded_at) FROM events",
};

enum case_err
archive_content(struct office *o, struct archive_content *c)
{
	int64_t *const number[STMT__MAX] = { &c->cases, &c->events,
		&c->documents, &c->people, &c->newest };
	enum case_err err = CASE_OK;

	memset(c, 0, sizeof(*c));
	for (int i = 0; i < STMT__MAX && err == CASE_OK; i++)
		err = row_number(o, db_query(office_db(o), sql[i], ""),
		    number[i]);
	c->schema = db_version(office_db(o));
	c->key = office_key_fault(o)[0] == '\0';
	if (installation_get(office_db(o), "release", c->release,
	    sizeof(c->release)) != 1)
		c->release[0] = '\0';
	if (office_calendar(o) != NULL)
		calendar_local(office_calendar(o), c->newest, &c->local);
	return err;
}
