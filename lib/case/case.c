/*
 * case.c - reading cases.
 */
#include "case/case.h"

#include <stdio.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/column.h"
#include "office/row.h"

enum stmt {
	STMT_CASE,
	STMT_CASE_CODE,
	STMT_CASE_NUMBER,
	STMT_INSTITUTION,
	STMT_PERFORMER_NAME,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_CASE] =
		"SELECT " CASE_COLUMNS " FROM cases c WHERE c.id = $1",
	[STMT_CASE_CODE] =
		"SELECT " CASE_COLUMNS " FROM cases c WHERE c.code_hash = $1",
	[STMT_CASE_NUMBER] =
		"SELECT " CASE_COLUMNS " FROM cases c WHERE c.number = $1",
	[STMT_INSTITUTION] =
		"SELECT coalesce(p.institution_id, 0) FROM people p"
		"  LEFT JOIN institutions i ON i.id = p.institution_id"
		" WHERE p.id = $1 AND p.active = 1"
		"   AND (i.id IS NULL OR i.state = 'active')",
	[STMT_PERFORMER_NAME] =
		"SELECT name FROM performers WHERE expr = $1 ORDER BY role_id",
};

static void
read_case(struct db_stmt *st, void *row)
{
	columns_read(case_columns, st, 0, row);
}

static const struct row_kind cases = {
	sizeof(struct case_row), read_case, "Perkara tidak ditemukan."
};

enum case_err
case_get(struct office *o, int64_t id, struct case_row *c)
{
	return row_one(o, db_query(office_db(o), sql[STMT_CASE], "i", id),
	    &cases, c);
}

enum case_err
case_by_code(struct office *o, const char *typed, struct case_row *c)
{
	char hash[65];

	/* A text that is no code takes the same path as an unknown one. */
	if (office_code_hash(o, typed, hash) == -1)
		hash[0] = '\0';
	return row_one(o, db_query(office_db(o), sql[STMT_CASE_CODE], "t",
	    hash), &cases, c);
}

enum case_err
case_by_number(struct office *o, const char *number, struct case_row *c)
{
	return row_one(o, db_query(office_db(o), sql[STMT_CASE_NUMBER], "t",
	    number), &cases, c);
}

int64_t
institution_of(struct office *o, int64_t person_id)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_INSTITUTION], "i",
	    person_id);
	int64_t id = db_step(st) ? db_int(st, 0) : -1;

	db_done(st);
	return id;
}

char *
performer_name(struct office *o, const char *expr, char *buf, size_t size)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_PERFORMER_NAME],
	    "t", expr);
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
