/*
 * counter_desk.c - the desks of a counter, and who works at them.
 */
#include "people/counter_desk.h"

#include <string.h>

#include "office/row.h"

enum stmt { STMT_ALL, STMT_LIST, STMT_HAS, STMT__MAX };

/* Rows d that make their performer a desk at $1, in the versions in force: of
 * all, or of those for which `whose` says so, which is looked at first. */
#define DESKS(whose) \
	"  FROM steps d JOIN sop_versions v ON v.id = d.version_id" \
	" WHERE " whose "v.effective_from <= $1" \
	"   AND (v.effective_to IS NULL OR v.effective_to > $1)" \
	"   AND d.kind IN " COUNTER_KINDS \
	"   AND EXISTS (SELECT 1 FROM performers f" \
	"     JOIN roles r ON r.id = f.role_id" \
	"     WHERE f.expr = d.performer AND r.external = 0 AND r.system = 0)" \
	"   AND EXISTS (SELECT 1 FROM steps a LEFT JOIN steps n" \
	"      ON n.version_id = a.version_id AND n.pos = a.pos + 1" \
	"     WHERE a.version_id = d.version_id AND (a.kind = 'record'" \
	"       OR (a.performer = d.performer AND n.performer = d.performer" \
	"         AND a.kind IN " COUNTER_KINDS \
	"         AND n.kind IN " COUNTER_KINDS ")))"

/* Performers of which the person $2 has a role at $1, in this table of holders
 * or clerks: looked up once, before any row of an SOP. */
#define THEIRS(table) \
	"SELECT q.expr FROM " table " h" \
	"  JOIN performers q ON q.role_id = h.role_id" \
	" WHERE h.person_id = $2" \
	"   AND h.from_at <= $1 AND (h.to_at IS NULL OR h.to_at > $1)"
#define OF_PERSON \
	"d.performer IN (" THEIRS("holders") " UNION " THEIRS("clerks") ") AND "

static const char *const sql[STMT__MAX] = {
	[STMT_ALL] = ("SELECT DISTINCT d.performer, 1" DESKS("")
		" ORDER BY d.performer"),
	[STMT_LIST] = (
		"SELECT DISTINCT d.performer,"
		" CASE WHEN d.performer IN (" THEIRS("holders") ")"
		"   THEN 0 ELSE 1 END" DESKS(OF_PERSON)
		" ORDER BY d.performer"),
	/* Asked for every page of an official. */
	[STMT_HAS] = ("SELECT 1" DESKS(OF_PERSON) " LIMIT 1"),
};

int
counter_desk_kind(const char *kind)
{
	static const char *const kinds[] = { "record", "submit", "review",
		"deliver", "archive" };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i], kind) == 0)
			return 1;
	return 0;
}

#define MEMBER(m) ROW_MEMBER(struct counter_desk, m)
static const struct row_kind kind = ROW_KIND(struct counter_desk, "",
    MEMBER(performer), MEMBER(clerk));

enum case_err
counter_desk_list(struct office *o, int64_t person_id, int64_t now,
    struct counter_desk **list, size_t *count)
{
	struct db *db = office_db(o);

	return row_all(o, person_id == 0 ? db_query(db, sql[STMT_ALL], "i",
	    now) : db_query(db, sql[STMT_LIST], "ii", now, person_id), &kind,
	    list, count);
}

int
counter_desk_has(struct office *o, int64_t person_id, int64_t now)
{
	return row_int(db_query(office_db(o), sql[STMT_HAS], "ii", now,
	    person_id)) != 0;
}
