/*
 * case.c - reading cases.
 */
#include "case/case.h"

#include <ctype.h>

#include "case/column.h"
#include "case/search.h"
#include "office/row.h"

enum stmt {
	STMT_CASE,
	STMT_CASE_CODE,
	STMT_CASE_NUMBER,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_CASE] =
		"SELECT " CASE_COLUMNS " FROM cases c WHERE c.id = $1",
	[STMT_CASE_CODE] =
		"SELECT " CASE_COLUMNS " FROM cases c WHERE c.code_hash = $1",
	[STMT_CASE_NUMBER] =
		"SELECT " CASE_COLUMNS " FROM cases c WHERE c.number = $1",
};

static void
read_case(struct db_stmt *st, void *row)
{
	columns_read(case_columns, st, 0, row);
}

static const struct row_kind cases = ROW_READ(struct case_row, read_case,
    "Berkas tidak ditemukan.");

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
case_by_number(struct office *o, const char *typed, struct case_row *c)
{
	char number[SEARCH_WORD_SIZE];

	search_number(typed, number);
	for (char *s = number; *s != '\0'; s++)
		*s = (char)toupper((unsigned char)*s);
	return row_one(o, db_query(office_db(o), sql[STMT_CASE_NUMBER], "t",
	    number), &cases, c);
}
