/*
 * tenure.c - tenures: their beginning is checked, their end stored.
 */
#include "people/tenure.h"

#include <jansson.h>

#include "office/row.h"
#include "people/person.h"

/* The tenure to end, and when. */
struct ending {
	const struct tenure_kind	*kind;
	int64_t				 id, at;
};

#define MEMBER(m) ROW_MEMBER(struct holder_row, m)
const struct row_kind tenure_rows = ROW_KIND(struct holder_row, "",
    MEMBER(id), MEMBER(role_id), MEMBER(person_id),
    ROW_WORD(struct holder_row, capacity, holder_capacity_from),
    MEMBER(letter_no), MEMBER(from_at), MEMBER(to_at), MEMBER(role_slug),
    MEMBER(role_name), MEMBER(person_name),
    MEMBER(unit_id), MEMBER(unit_name));

static enum case_err
ends_early(struct office *o)
{
	return change_invalid(o, "to_at",
	    "Tanggal selesai harus setelah tanggal mulai");
}

enum case_err
tenure_check(struct office *o, const struct holder_row *h, struct person *p)
{
	enum case_err err = person_get(o, h->person_id, p);

	if (err == CASE_NOT_FOUND)
		return change_invalid(o, "person_id", "Pilih orang");
	if (err != CASE_OK)
		return err;
	if (!p->active)
		return change_invalid(o, "person_id",
		    "Pengguna ini tidak aktif");
	if (h->to_at != 0 && h->to_at <= h->from_at)
		return ends_early(o);
	return CASE_OK;
}

enum case_err
tenure_named(struct change_work *w, const struct tenure_kind *kind,
    const struct holder_row *h, const char *capacity)
{
	struct change_event e = { .stream = h->role_id, .kind = kind->named };

	e.effect = change_json("{s:I, s:I, s:s*, s:s, s:I, s:I, s:o*,"
	    " s:o*}",
	    kind->key, (json_int_t)w->id, "person_id",
	    (json_int_t)h->person_id, "capacity", capacity, "letter_no",
	    h->letter_no, "from_at", (json_int_t)h->from_at, "to_at",
	    (json_int_t)h->to_at, "unit_id", h->unit_id != 0 ?
	    json_integer((json_int_t)h->unit_id) : NULL, "absence_id",
	    h->absence_id != 0 ? json_integer((json_int_t)h->absence_id) :
	    NULL);
	return change_record(w, &e);
}

static enum case_err
end(struct change_work *w, const void *in)
{
	const struct ending *ending = in;
	const struct tenure_kind *kind = ending->kind;
	struct row_kind rows = tenure_rows;
	struct change_event e = { .kind = kind->relieved };
	struct holder_row t;
	enum case_err err;

	rows.missing = kind->missing;
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
	e.was = change_json("{s:I}", "to_at", (json_int_t)t.to_at);
	return change_record(w, &e);
}

enum case_err
tenure_end(struct office *o, const struct change *ch,
    const struct tenure_kind *kind, int64_t id, int64_t at)
{
	const struct ending ending = { kind, id, at };

	return change_run(o, ch, end, &ending, NULL);
}
