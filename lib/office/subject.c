/* subject.c - requests of persons about their data. */
#include "office/subject.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/slug.h"
#include "clock/calendar.h"
#include "office/row.h"
#include "store/id.h"

enum stmt {
	STMT_ADD,
	STMT_DECIDE,
	STMT_GET,
	STMT_LIST,
	STMT_OPEN,
	STMT__MAX
};

#define COLUMNS \
	"SELECT id, number, kind, name, contact, proof, body, came_at," \
	" due_at, coalesce(noted_by, 0), decision, ground, answer," \
	" coalesce(decided_at, 0), coalesce(decided_by, 0)" \
	" FROM subject_requests"

static const char *const sql[STMT__MAX] = {
	[STMT_ADD] =
		"INSERT INTO subject_requests (id, number, kind, name,"
		" contact, proof, body, came_at, due_at, noted_by, decision,"
		" ground, answer) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,"
		" nullif($10, 0), '', '', '')",
	[STMT_DECIDE] =
		"UPDATE subject_requests SET decision = $2, ground = $3,"
		" answer = $4, decided_at = $5, decided_by = nullif($6, 0)"
		" WHERE id = $1 AND decided_at IS NULL",
	[STMT_GET] = COLUMNS " WHERE id = $1",
	[STMT_LIST] = (COLUMNS
		" ORDER BY CASE WHEN decided_at IS NULL THEN 0 ELSE 1 END,"
		" CASE WHEN decided_at IS NULL THEN due_at ELSE -decided_at"
		" END, id LIMIT 200"),
	[STMT_OPEN] =
		"SELECT count(*) FROM subject_requests"
		" WHERE decided_at IS NULL AND due_at < $1",
};

#define MEMBER(m) ROW_MEMBER(struct subject_request, m)
static const struct row_kind requests = ROW_KIND(struct subject_request,
    "Permintaan tidak ditemukan.", MEMBER(id), MEMBER(number), MEMBER(kind),
    MEMBER(name), MEMBER(contact), MEMBER(proof), MEMBER(body),
    MEMBER(came_at), MEMBER(due_at), MEMBER(noted_by), MEMBER(decision),
    MEMBER(ground), MEMBER(answer), MEMBER(decided_at), MEMBER(decided_by));

enum case_err
subject_get(struct office *o, int64_t id, struct subject_request *s)
{
	return row_one(o, db_query(office_db(o), sql[STMT_GET], "i", id),
	    &requests, s);
}

enum case_err
subject_list(struct office *o, struct subject_request **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], ""),
	    &requests, list, count);
}

int64_t
subject_open(struct office *o, int64_t before)
{
	return row_int(db_query(office_db(o), sql[STMT_OPEN], "i", before));
}

/* -- written down ---------------------------------------------------------- */

static enum case_err
check(struct office *o, const struct change *ch,
    const struct subject_request *in)
{
	static const char *const kinds[] = { "see", "correct", "erase",
		"object" };
	enum case_err err = CASE_OK;

	if (slug_index(kinds, 4, in->kind) == -1)
		return change_invalid(o, "kind", "Pilih yang diminta");
	if (in->came_at > ch->now)
		return change_invalid(o, "came_at", "Permintaan tidak mungkin "
		    "datang di masa depan");
	if ((err = change_filled(o, "name", "nama", in->name)) == CASE_OK &&
	    (err = change_filled(o, "contact", "alamat jawaban",
	    in->contact)) == CASE_OK &&
	    (err = change_filled(o, "proof", "cara identitas diperiksa",
	    in->proof)) == CASE_OK)
		err = change_filled(o, "body", "isi permintaan", in->body);
	return err;
}

static void
new_number(struct change_work *w, char *buf, size_t size)
{
	struct cal_local l = { .year = 0 };
	char counter[16];

	if (office_calendar(w->o) != NULL)
		calendar_local(office_calendar(w->o), w->ch->now, &l);
	snprintf(counter, sizeof(counter), "D-%04d", l.year);
	snprintf(buf, size, "%s-%04lld", counter,
	    (long long)office_count(w->o, counter));
}

static enum case_err
add(struct change_work *w, const void *arg)
{
	struct subject_request s = *(const struct subject_request *)arg;
	struct change_event e = { .kind = "subject-asked" };
	enum case_err err = check(w->o, w->ch, &s);

	if (err != CASE_OK)
		return err;
	if (s.came_at == 0)
		s.came_at = w->ch->now;
	w->id = e.stream = id_new(w->ch->now);
	new_number(w, s.number, sizeof(s.number));
	db_run(w->db, sql[STMT_ADD], "ittttttiii", w->id, s.number, s.kind,
	    s.name, s.contact, s.proof, s.body, s.came_at,
	    s.came_at + SUBJECT_SECONDS, w->ch->by);
	e.effect = change_json("{s:s, s:s, s:I}", "number", s.number, "kind",
	    s.kind, "came_at", (json_int_t)s.came_at);
	e.payload = change_json("{s:s, s:s, s:s, s:s}", "name", s.name,
	    "contact", s.contact, "proof", s.proof, "body", s.body);
	return change_record(w, &e);
}

enum case_err
subject_add(struct office *o, const struct change *ch,
    const struct subject_request *in, int64_t *id)
{
	return change_run(o, ch, add, in, id);
}

/* -- decided --------------------------------------------------------------- */

static enum case_err
decide(struct change_work *w, const void *arg)
{
	static const char *const decisions[] = { "granted", "partly",
		"refused" };
	const struct subject_request *in = arg;
	struct change_event e = { .stream = in->id,
		.kind = "subject-answered" };
	struct subject_request was;
	enum case_err err = subject_get(w->o, in->id, &was);

	if (err != CASE_OK)
		return err;
	if (slug_index(decisions, 3, in->decision) == -1)
		return change_invalid(w->o, "decision", "Pilih keputusan");
	if ((err = change_filled(w->o, "ground", "dasar keputusan",
	    in->ground)) != CASE_OK || (err = change_filled(w->o, "answer",
	    "jawaban", in->answer)) != CASE_OK)
		return err;
	if (db_run(w->db, sql[STMT_DECIDE], "itttii", in->id, in->decision,
	    in->ground, in->answer, w->ch->now, w->ch->by) != 1)
		return office_fail(w->o, CASE_STATE, "",
		    "Permintaan ini sudah dijawab.");
	e.effect = change_json("{s:s}", "decision", in->decision);
	e.payload = change_json("{s:s, s:s}", "ground", in->ground, "answer",
	    in->answer);
	return change_record(w, &e);
}

enum case_err
subject_decide(struct office *o, const struct change *ch, int64_t id,
    const struct subject_request *in)
{
	struct subject_request s = *in;

	s.id = id;
	return change_run(o, ch, decide, &s, NULL);
}
