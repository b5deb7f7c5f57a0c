/* saved_view.c - the view of the inbox that a person has kept. */
#include "people/saved_view.h"

#include <string.h>

#include "office/row.h"

enum stmt {
	STMT_GET,
	STMT_SET,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_GET] =
		"SELECT query, first FROM saved_views WHERE person_id = $1",
	[STMT_SET] = (
		"INSERT INTO saved_views (person_id, query, first)"
		" VALUES ($1, $2, $3) ON CONFLICT (person_id) DO UPDATE SET"
		" query = excluded.query, first = excluded.first"),
};

#define MEMBER(m) ROW_MEMBER(struct saved_view, m)
static const struct row_kind views = ROW_KIND(struct saved_view, "",
    MEMBER(query), MEMBER(first));

enum case_err
saved_view_get(struct office *o, int64_t person_id, struct saved_view *v)
{
	enum case_err err;

	memset(v, 0, sizeof(*v));
	err = row_one(o, db_query(office_db(o), sql[STMT_GET], "i",
	    person_id), &views, v);
	return err == CASE_NOT_FOUND ? CASE_OK : err;
}

int
saved_view_begins(struct office *o, int64_t person_id, struct saved_view *v)
{
	return saved_view_get(o, person_id, v) == CASE_OK && v->first &&
	    v->query[0] != '\0';
}

enum case_err
saved_view_set(struct office *o, int64_t person_id,
    const struct saved_view *v)
{
	int rc = db_run(office_db(o), sql[STMT_SET], "iti", person_id,
	    v->query, v->first);

	return rc < 0 ? office_err_tx(o, rc) : CASE_OK;
}
