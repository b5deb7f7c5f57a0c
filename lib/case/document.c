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
	" coalesce(added_by, 0), EXISTS (SELECT 1 FROM letter_orders o" \
	"   WHERE o.document_id = documents.id)"

static const char *const sql[STMT__MAX] = {
	[STMT_DOCUMENT] =
		"SELECT " DOCUMENT_COLUMNS " FROM documents WHERE id = $1",
	[STMT_DOCUMENTS] =
		"SELECT " DOCUMENT_COLUMNS " FROM documents"
		" WHERE case_id = $1 ORDER BY added_at, id",
};

#define MEMBER(m) ROW_MEMBER(struct document, m)
static const struct row_kind documents = ROW_KIND(struct document,
    "Dokumen tidak ditemukan.", MEMBER(id), MEMBER(case_id), MEMBER(task_id),
    MEMBER(field), MEMBER(name), MEMBER(type), MEMBER(sha256), MEMBER(size),
    MEMBER(added_at), MEMBER(added_by), MEMBER(composed));

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
