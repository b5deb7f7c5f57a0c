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

static void
read_item(struct db_stmt *st, void *row)
{
	struct calendar_item *i = row;

	i->version = db_int(st, 0);
	i->made_at = db_int(st, 1);
	i->made_by = db_int(st, 2);
}

enum case_err
calendar_versions(struct office *o, struct calendar_item **rows,
    size_t *count)
{
	static const struct row_kind items = { sizeof(struct calendar_item),
		read_item, "" };

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
