/*
 * row.h - reading one row, or all rows, of a statement into structs.
 *
 *	#define MEMBER(m) ROW_MEMBER(struct unit_row, m)
 *	static const struct row_kind units = ROW_KIND(struct unit_row,
 *	    "Unit tidak ditemukan.", MEMBER(id), MEMBER(slug), MEMBER(name));
 *
 *	err = row_one(o, db_query(db, sql[STMT_UNIT], "i", id), &units, u);
 */
#pragma once

#include <stddef.h>

#include "office/office.h"

enum row_type {
	ROW_INT64,
	ROW_INT,
	ROW_TEXT,
	ROW_ENUM		/* by its slug */
};

/* A member of a struct that is read from a column. */
struct row_member {
	size_t		 offset, size;
	enum row_type	 type;
	int		(*from)(const char *slug);	/* of a ROW_ENUM */
};
#define ROW_MEMBER(row, m) { offsetof(row, m), sizeof(((row *)0)->m), \
	_Generic(((row *)0)->m, int64_t: ROW_INT64, int: ROW_INT, \
	    char *: ROW_TEXT), NULL }
#define ROW_WORD(row, m, from) { offsetof(row, m), \
	sizeof(((row *)0)->m), ROW_ENUM, from }

/* A struct that is read from a row; it is zeroed before.  Its members are read
 * from the columns in their order; `read`, or NULL, does what is no member. */
struct row_kind {
	size_t	 size;
	void	(*read)(struct db_stmt *, void *row);
	const char *missing;		/* "Unit tidak ditemukan." */
	const struct row_member *member;	/* ended by size 0; or NULL */
};
#define ROW_KIND(row, missing, ...) { sizeof(row), NULL, missing, \
	(const struct row_member[]){ __VA_ARGS__, { 0, 0, ROW_INT64, NULL } } }
#define ROW_READ(row, read, missing) { sizeof(row), read, missing, NULL }

/* Read the row the statement stands at. */
void		 row_read(struct db_stmt *, const struct row_kind *,
		    void *row);
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
