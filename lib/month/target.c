/*
 * target.c - the share of tasks that is to be on time.
 */
#include "month/target.h"

#include <jansson.h>
#include <stdio.h>

#include "office/row.h"
#include "people/role.h"
#include "store/id.h"

enum stmt { STMT_LIST, STMT_NOW, STMT_LATER, STMT_END, STMT_INSERT, STMT__MAX };

#define COLUMNS \
	"SELECT id, coalesce(role_id, 0), percent, decree, valid_from," \
	" coalesce(valid_to, 0) FROM targets"

static const char *const sql[STMT__MAX] = {
	[STMT_LIST] =
		COLUMNS " ORDER BY valid_from DESC, id DESC",
	[STMT_NOW] =
		COLUMNS " WHERE valid_to IS NULL"
		"   AND coalesce(role_id, 0) = $1",
	[STMT_LATER] =
		"SELECT count(*) FROM targets WHERE valid_to IS NULL"
		"   AND coalesce(role_id, 0) = $1 AND valid_from > $2",
	[STMT_END] =
		"UPDATE targets SET valid_to = $2 WHERE valid_to IS NULL"
		"   AND coalesce(role_id, 0) = $1",
	[STMT_INSERT] =
		"INSERT INTO targets (id, role_id, percent, decree, valid_from,"
		" valid_to) VALUES ($1, nullif($2, 0), $3, $4, $5,"
		" nullif($6, 0))",
};

#define MEMBER(m) ROW_MEMBER(struct target, m)
static const struct row_kind targets = ROW_KIND(struct target, "", MEMBER(id),
    MEMBER(role_id), MEMBER(percent), MEMBER(decree), MEMBER(valid_from),
    MEMBER(valid_to));

enum case_err
target_list(struct office *o, struct target **rows, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], ""), &targets,
	    rows, count);
}

static char *
target_json(const struct target *t)
{
	return change_json("{sI ss sI}", "percent", (json_int_t)t->percent,
	    "decree", t->decree, "from", (json_int_t)t->valid_from);
}

static enum case_err
set(struct change_work *w, const void *in)
{
	const struct target *t = in;
	struct change_event e = { .kind = "target-set" };
	struct target was;
	struct role_row r;
	enum case_err err;

	if (t->percent < 0 || t->percent > 100)
		return office_fail(w->o, CASE_INVALID, "percent",
		    "Isi persen dari 0 sampai 100");
	if ((err = change_filled(w->o, "decree", "dasar penetapan",
	    t->decree)) != CASE_OK)
		return err;
	if (t->role_id != 0 && (err = role_get(w->o, t->role_id, &r)) !=
	    CASE_OK)
		return err;
	if (row_int(db_query(w->db, sql[STMT_LATER], "ii", t->role_id,
	    t->valid_from)) > 0)
		return office_fail(w->o, CASE_INVALID, "valid_from",
		    "Target baru harus mulai setelah target yang berlaku");
	if (row_one(w->o, db_query(w->db, sql[STMT_NOW], "i", t->role_id),
	    &targets, &was) == CASE_OK)
		e.was = target_json(&was);
	db_run(w->db, sql[STMT_END], "ii", t->role_id, t->valid_from);
	w->id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_INSERT], "iiitii", w->id, t->role_id,
	    t->percent, t->decree, t->valid_from, t->valid_to);
	e.stream = t->role_id ? t->role_id : office_unit(w->o);
	e.effect = target_json(t);
	return change_record(w, &e);
}

enum case_err
target_set(struct office *o, const struct change *ch, const struct target *t)
{
	return change_run(o, ch, set, t, NULL);
}
