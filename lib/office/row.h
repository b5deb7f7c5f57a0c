/*
 * row.h - reading one row, or all rows, of a statement into structs.
 *
 *	static const struct row_kind units = { sizeof(struct unit_row),
 *	    read_unit, "Unit tidak ditemukan." };
 *
 *	err = row_one(o, db_query(db, sql[STMT_UNIT], "i", id), &units, u);
 */
#pragma once

#include <stddef.h>

#include "office/office.h"

/* A struct that is read from a row; it is zeroed before. */
struct row_kind {
	size_t	 size;
	void	(*read)(struct db_stmt *, void *row);
	const char *missing;		/* "Unit tidak ditemukan." */
};

/* The statement's row, and its end: CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 row_one(struct office *, struct db_stmt *,
		    const struct row_kind *, void *row);

/*
 * All rows as an array: `rows` is the address of a pointer to the struct,
 * which is to be freed; NULL when there is none.  CASE_OK, CASE_DB.
 */
enum case_err	 row_all(struct office *, struct db_stmt *,
		    const struct row_kind *, void *rows, size_t *count);

/* The first column of all rows as an array of numbers, as row_all(). */
enum case_err	 row_ids(struct office *, struct db_stmt *, int64_t **ids,
		    size_t *count);

/* The first column of the first row as a number, else 0; ends the statement.
 * It is 0, too, when the database failed: inside db_tx() that ends in an error
 * all the same, elsewhere row_number() tells. */
int64_t		 row_int(struct db_stmt *);
/* The same: CASE_OK, CASE_DB. */
enum case_err	 row_number(struct office *, struct db_stmt *, int64_t *value);
