/*
 * tenure.c - tenures: their beginning is checked, their end stored.
 */
#include "people/tenure.h"

#include <jansson.h>

#include "office/row.h"
#include "people/person.h"

struct tenure {
	int64_t	id, role_id, person_id, from_at, to_at;
	char	role_name[160], person_name[160];
};

/* The tenure to end, and when. */
struct ending {
	const struct tenure_kind	*kind;
	int64_t				 id, at;
};

static void
read_tenure(struct db_stmt *st, void *row)
{
	struct tenure *t = row;

	t->id = db_int(st, 0);
	t->role_id = db_int(st, 1);
	t->person_id = db_int(st, 2);
	t->from_at = db_int(st, 3);
	t->to_at = db_int(st, 4);
	db_copy(st, 5, t->role_name, sizeof(t->role_name));
	db_copy(st, 6, t->person_name, sizeof(t->person_name));
}

static enum case_err
ends_early(struct office *o)
{
	return change_invalid(o, "to_at",
	    "Tanggal selesai harus setelah tanggal mulai");
}

enum case_err
tenure_check(struct office *o, int64_t person_id, int64_t from_at,
    int64_t to_at, struct person *p)
{
	enum case_err err = person_get(o, person_id, p);

	if (err == CASE_NOT_FOUND)
		return change_invalid(o, "person_id", "Pilih orang");
	if (err != CASE_OK)
		return err;
	if (!p->active)
		return change_invalid(o, "person_id",
		    "Pengguna ini tidak aktif");
	if (to_at != 0 && to_at <= from_at)
		return ends_early(o);
	return CASE_OK;
}

static enum case_err
end(struct change_work *w, const void *in)
{
	const struct ending *ending = in;
	const struct tenure_kind *kind = ending->kind;
	const struct row_kind rows = ROW_READ(struct tenure, read_tenure,
	    kind->missing);
	struct change_event e = { .kind = kind->event };
	struct tenure t;
	enum case_err err;

	err = row_one(w->o, db_query(w->db, kind->get, "i", ending->id),
	    &rows, &t);
	if (err != CASE_OK)
		return err;
	if (t.to_at != 0 && t.to_at <= ending->at)
		return office_fail(w->o, CASE_STATE, "",
		    "Masa %s sebagai %s%s sudah berakhir.", t.person_name,
		    kind->as, t.role_name);
	if (ending->at < t.from_at)
		return ends_early(w->o);
	db_run(w->db, kind->end, "ii", t.id, ending->at);
	e.stream = t.role_id;
	e.effect = change_json("{s:I, s:I, s:I}", kind->key, (json_int_t)t.id,
	    "person_id", (json_int_t)t.person_id, "to_at",
	    (json_int_t)ending->at);
	return change_record(w, &e);
}

enum case_err
tenure_end(struct office *o, const struct change *ch,
    const struct tenure_kind *kind, int64_t id, int64_t at)
{
	const struct ending ending = { kind, id, at };

	return change_run(o, ch, end, &ending, NULL);
}
