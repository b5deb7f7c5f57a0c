/*
 * document.c - reading the files of a case.
 */
#include "case/document.h"

#include "office/row.h"

enum stmt {
	STMT_DOCUMENT,
	STMT_DOCUMENTS,
	STMT__MAX
};

#define DOCUMENT_COLUMNS \
	"id, case_id, task_id, field, name, type, sha256, size, added_at," \
	" coalesce(added_by, 0)"

static const char *const sql[STMT__MAX] = {
	[STMT_DOCUMENT] =
		"SELECT " DOCUMENT_COLUMNS " FROM documents WHERE id = $1",
	[STMT_DOCUMENTS] =
		"SELECT " DOCUMENT_COLUMNS " FROM documents"
		" WHERE case_id = $1 ORDER BY added_at, id",
};

static void
read_document(struct db_stmt *st, void *row)
{
	struct document *d = row;

	d->id = db_int(st, 0);
	d->case_id = db_int(st, 1);
	d->task_id = db_int(st, 2);
	db_copy(st, 3, d->field, sizeof(d->field));
	db_copy(st, 4, d->name, sizeof(d->name));
	db_copy(st, 5, d->type, sizeof(d->type));
	db_copy(st, 6, d->sha256, sizeof(d->sha256));
	d->size = db_int(st, 7);
	d->added_at = db_int(st, 8);
	d->added_by = db_int(st, 9);
}

static const struct row_kind documents = {
	sizeof(struct document), read_document, "Berkas tidak ditemukan."
};

enum case_err
document_get(struct office *o, int64_t id, struct document *d)
{
	return row_one(o, db_query(office_db(o), sql[STMT_DOCUMENT], "i", id),
	    &documents, d);
}

enum case_err
case_documents(struct office *o, int64_t case_id, struct document **list,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_DOCUMENTS], "i",
	    case_id), &documents, list, count);
}
