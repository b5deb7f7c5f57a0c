/*
 * calendar_version.c - the versions of the office's calendar.
 */
#include "calendar/calendar_version.h"

#include <string.h>

#include "office/row.h"

enum stmt { STMT_LIST, STMT_TEXT, STMT_VERSION, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_LIST] =
		"SELECT version, made_at, coalesce(made_by, 0)"
		"  FROM calendar_versions WHERE unit_id = $1"
		" ORDER BY version DESC",
	[STMT_TEXT] = (
		"SELECT yaml FROM calendar_versions"
		" WHERE unit_id = $1 AND version = $2"),
	[STMT_VERSION] = "SELECT version FROM calendar_versions WHERE id = $1",
};

#define MEMBER(m) ROW_MEMBER(struct calendar_item, m)
static const struct row_kind items = ROW_KIND(struct calendar_item, "",
    MEMBER(version), MEMBER(made_at), MEMBER(made_by));

enum case_err
calendar_versions(struct office *o, struct calendar_item **rows,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "i",
	    office_unit(o)), &items, rows, count);
}

char *
calendar_version_text(struct office *o, int64_t version)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_TEXT], "ii",
	    office_unit(o), version);
	char *text = db_step(st) ? strdup(db_text(st, 0)) : NULL;

	db_done(st);
	return text;
}

int64_t
calendar_version_of(struct office *o, int64_t id)
{
	return row_int(db_query(office_db(o), sql[STMT_VERSION], "i", id));
}
