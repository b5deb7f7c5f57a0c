/*
 * institution.c - universities and schools whose operators have accounts.
 */
#include "people/institution.h"

#include <jansson.h>

#include "base/slug.h"
#include "office/row.h"
#include "store/id.h"

enum stmt {
	STMT_GET,
	STMT_LIST,
	STMT_OF_PERSON,
	STMT_COUNT,
	STMT_INSERT,
	STMT_UPDATE,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_GET] =
		"SELECT id, name, kind, state FROM institutions WHERE id = $1",
	[STMT_LIST] =
		"SELECT id, name, kind, state FROM institutions"
		" ORDER BY name, id",
	[STMT_OF_PERSON] =
		"SELECT coalesce(p.institution_id, 0) FROM people p"
		"  LEFT JOIN institutions i ON i.id = p.institution_id"
		" WHERE p.id = $1 AND p.active = 1"
		"   AND (i.id IS NULL OR i.state = 'active')",
	[STMT_COUNT] =
		"SELECT count(*), count(CASE WHEN state = 'pending' THEN 1 END)"
		"  FROM institutions",
	[STMT_INSERT] =
		"INSERT INTO institutions (id, name, kind, state)"
		" VALUES ($1, $2, $3, $4)",
	[STMT_UPDATE] =
		"UPDATE institutions SET name = $2, kind = $3, state = $4"
		" WHERE id = $1",
};

static const char *const kinds[KIND__MAX] = {
	[KIND_CAMPUS] = "kampus",
	[KIND_SCHOOL] = "sekolah",
	[KIND_OTHER] = "lain",
};
static const char *const states[STATE__MAX] = {
	[STATE_PENDING] = "pending",
	[STATE_ACTIVE] = "active",
	[STATE_CLOSED] = "closed",
};

const char *
institution_kind_slug(enum institution_kind kind)
{
	return kinds[kind];
}

int
institution_kind_from(const char *slug)
{
	int i = slug_index(kinds, KIND__MAX, slug);

	return i == -1 ? KIND_OTHER : i;
}

static int
state_from(const char *slug)
{
	int i = slug_index(states, STATE__MAX, slug);

	return i == -1 ? STATE_CLOSED : i;
}

static const struct row_kind institutions = ROW_KIND(struct institution_row,
    "Instansi tidak ditemukan.", ROW_MEMBER(struct institution_row, id),
    ROW_MEMBER(struct institution_row, name),
    ROW_WORD(struct institution_row, kind, institution_kind_from),
    ROW_WORD(struct institution_row, state, state_from));

enum case_err
institution_get(struct office *o, int64_t id, struct institution_row *i)
{
	return row_one(o, db_query(office_db(o), sql[STMT_GET], "i", id),
	    &institutions, i);
}

enum case_err
institution_list(struct office *o, struct institution_row **rows,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], ""),
	    &institutions, rows, count);
}

int64_t
institution_of(struct office *o, int64_t person_id)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_OF_PERSON], "i",
	    person_id);
	int64_t id = db_step(st) ? db_int(st, 0) : -1;

	db_done(st);
	return id;
}

#define MEMBER(m) ROW_MEMBER(struct institution_count, m)
static const struct row_kind counts = ROW_KIND(struct institution_count, "",
    MEMBER(all), MEMBER(waiting));

enum case_err
institution_count(struct office *o, struct institution_count *c)
{
	return row_one(o, db_query(office_db(o), sql[STMT_COUNT], ""), &counts,
	    c);
}

static enum case_err
check(struct office *o, const struct institution_row *i)
{
	if ((int)i->kind < 0 || i->kind >= KIND__MAX)
		return office_fail(o, CASE_INVALID, "kind",
		    "Pilih jenis instansi");
	if ((int)i->state < 0 || i->state >= STATE__MAX)
		return office_fail(o, CASE_INVALID, "state",
		    "Pilih keadaan instansi");
	return change_filled(o, "name", "nama instansi", i->name);
}

static char *
institution_json(const struct institution_row *i)
{
	return change_json("{s:s, s:s, s:s}", "name", i->name, "kind",
	    kinds[i->kind], "state", states[i->state]);
}

/* Write the row with a statement of the four columns, and its event; `was` is
 * the institution before, NULL of a new one. */
static enum case_err
save(struct change_work *w, const struct institution_row *i,
    const struct institution_row *was, enum stmt stmt, const char *event)
{
	db_run(w->db, sql[stmt], "ittt", i->id, i->name, kinds[i->kind],
	    states[i->state]);
	return change_record(w, &(struct change_event){ .stream = i->id,
	    .kind = event, .effect = institution_json(i),
	    .was = was != NULL ? institution_json(was) : NULL });
}

enum case_err
institution_insert(struct change_work *w, const void *in)
{
	struct institution_row i = *(const struct institution_row *)in;
	enum case_err err;

	if ((err = check(w->o, &i)) != CASE_OK)
		return err;
	w->id = i.id = id_new(w->ch->now);
	return save(w, &i, NULL, STMT_INSERT, "institution-added");
}

static enum case_err
change(struct change_work *w, const void *in)
{
	const struct institution_row *i = in;
	struct institution_row was;
	enum case_err err;

	if ((err = institution_get(w->o, i->id, &was)) != CASE_OK ||
	    (err = check(w->o, i)) != CASE_OK)
		return err;
	return save(w, i, &was, STMT_UPDATE, "institution-changed");
}

enum case_err
institution_add(struct office *o, const struct change *ch,
    const struct institution_row *i, int64_t *id)
{
	return change_run(o, ch, institution_insert, i, id);
}

enum case_err
institution_change(struct office *o, const struct change *ch,
    const struct institution_row *i)
{
	return change_run(o, ch, change, i, NULL);
}
