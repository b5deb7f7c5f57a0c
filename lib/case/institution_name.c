/*
 * institution_name.c - institutions by the names that requests give them.
 */
#include "case/institution_name.h"

#include <stdlib.h>
#include <string.h>

#include "office/row.h"
#include "office/soplist.h"
#include "store/id.h"

enum stmt {
	STMT_LIST,
	STMT_KNOWN,
	STMT_IS_NAME,
	STMT_MERGED,
	STMT_FOLLOW,
	STMT_INSERT,
	STMT_DELETE,
	STMT__MAX
};

/* Names of cases with their number, and of accounts. */
#define NAMES \
	"(SELECT institution AS name, count(*) AS cases FROM cases" \
	"  WHERE institution <> '' AND " SOPLIST_SQL_REAL("version_id") \
	"  GROUP BY institution" \
	" UNION ALL SELECT name, 0 FROM institutions WHERE state = 'active')"

static const char *const sql[STMT__MAX] = {
	[STMT_LIST] =
		"SELECT n.name, coalesce(s.stands_for, ''), sum(n.cases)"
		"  FROM " NAMES " n LEFT JOIN spellings s"
		"    ON s.spelling = n.name"
		" GROUP BY n.name, s.stands_for"
		" ORDER BY coalesce(s.stands_for, n.name),"
		"   s.stands_for IS NOT NULL, n.name LIMIT $1",
	[STMT_KNOWN] =
		"SELECT k.name, '', 0 FROM"
		" (SELECT name FROM institutions WHERE state = 'active'"
		"  UNION SELECT stands_for FROM spellings) k"
		" WHERE k.name NOT IN (SELECT spelling FROM spellings)"
		" ORDER BY k.name LIMIT $1",
	[STMT_IS_NAME] =
		"SELECT count(*) FROM " NAMES " n WHERE n.name = $1",
	[STMT_MERGED] =
		"SELECT id FROM spellings WHERE spelling = $1",
	[STMT_FOLLOW] =
		"UPDATE spellings SET stands_for = $2 WHERE stands_for = $1",
	[STMT_INSERT] =
		"INSERT INTO spellings (id, spelling, stands_for)"
		" VALUES ($1, $2, $3)",
	[STMT_DELETE] =
		"DELETE FROM spellings WHERE id = $1",
};

#define MEMBER(m) ROW_MEMBER(struct institution_name, m)
static const struct row_kind names = ROW_KIND(struct institution_name, "",
    MEMBER(name), MEMBER(stands_for), MEMBER(cases));

static enum case_err
list(struct office *o, enum stmt stmt, struct institution_name **rows,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[stmt], "i",
	    (int64_t)INSTITUTION_NAMES), &names, rows, count);
}

enum case_err
institution_name_list(struct office *o, struct institution_name **rows,
    size_t *count)
{
	return list(o, STMT_LIST, rows, count);
}

enum case_err
institution_name_known(struct office *o, struct institution_name **rows,
    size_t *count)
{
	return list(o, STMT_KNOWN, rows, count);
}

/* -- merged and parted ----------------------------------------------------- */

struct merge {
	const char	*name, *stands_for;
};

static int64_t
merged_id(struct change_work *w, const char *name)
{
	return row_int(db_query(w->db, sql[STMT_MERGED], "t", name));
}

static int
is_name(struct change_work *w, const char *name)
{
	return row_int(db_query(w->db, sql[STMT_IS_NAME], "t", name)) > 0;
}

static enum case_err
record(struct change_work *w, int64_t stream, const char *kind,
    const struct merge *m)
{
	struct change_event e = { .stream = stream, .kind = kind };

	/* A name that somebody typed may be personal. */
	e.effect = change_json("{}");
	e.payload = change_json("{s:s, s:s}", "name", m->name, "stands_for",
	    m->stands_for);
	return change_record(w, &e);
}

static enum case_err
merge(struct change_work *w, const void *in)
{
	const struct merge *m = in;

	if (!is_name(w, m->name) || merged_id(w, m->name) != 0)
		return change_invalid(w->o, "spelling",
		    "Pilih ejaan yang belum digabungkan");
	if (!is_name(w, m->stands_for) || merged_id(w, m->stands_for) != 0)
		return change_invalid(w->o, "stands_for",
		    "Pilih ejaan yang belum digabungkan");
	if (strcmp(m->name, m->stands_for) == 0)
		return change_invalid(w->o, "stands_for",
		    "Pilih dua ejaan yang berbeda");
	w->id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_FOLLOW], "tt", m->name, m->stands_for);
	db_run(w->db, sql[STMT_INSERT], "itt", w->id, m->name, m->stands_for);
	return record(w, w->id, "institution-merged", m);
}

static enum case_err
part(struct change_work *w, const void *in)
{
	const struct merge *m = in;
	int64_t id = merged_id(w, m->name);

	if (id == 0)
		return change_invalid(w->o, "merged",
		    "Pilih ejaan yang sudah digabungkan");
	db_run(w->db, sql[STMT_DELETE], "i", id);
	return record(w, id, "institution-parted", m);
}

enum case_err
institution_name_merge(struct office *o, const struct change *ch,
    const char *name, const char *stands_for)
{
	const struct merge m = { name, stands_for };

	return change_run(o, ch, merge, &m, NULL);
}

enum case_err
institution_name_part(struct office *o, const struct change *ch,
    const char *name)
{
	const struct merge m = { name, "" };

	return change_run(o, ch, part, &m, NULL);
}
