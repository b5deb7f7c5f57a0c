/* row.c - the values of the row a statement stands at. */
#include <string.h>

#include "store/sqlite.h"

/* May the column be read?  A column that is not there is an error. */
static int
readable(struct db_stmt *st, int col)
{
	if (!st->row)
		return 0;
	if (col >= 0 && col < st->ncolumn)
		return 1;
	st->rc = db_fail(st->db, "no column %d: %s", col, st->sql);
	return 0;
}

int64_t
db_int(struct db_stmt *st, int col)
{
	return readable(st, col) ? sqlite3_column_int64(st->st, col) : 0;
}

const char *
db_text(struct db_stmt *st, int col)
{
	const unsigned char *text = NULL;

	if (readable(st, col))
		text = sqlite3_column_text(st->st, col);
	return text != NULL ? (const char *)text : "";
}

int
db_null(struct db_stmt *st, int col)
{
	return !readable(st, col) ||
	    sqlite3_column_type(st->st, col) == SQLITE_NULL;
}

char *
db_copy(struct db_stmt *st, int col, char *buf, size_t size)
{
	const char *text = db_text(st, col);
	size_t len = strlen(text);

	if (len >= size) {
		len = size - 1;
		while (len > 0 && ((unsigned char)text[len] & 0xc0) == 0x80)
			len--;
	}
	memcpy(buf, text, len);
	buf[len] = '\0';
	return buf;
}
