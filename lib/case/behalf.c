/*
 * behalf.c - acts written down for a holder: told, listed, contested.
 */
#include "case/behalf.h"

#include <stdio.h>

#include "case/act_frame.h"
#include "case/act_record.h"
#include "message/message.h"
#include "office/row.h"
#include "people/person.h"
#include "sop/sop.h"

enum stmt { STMT_LIST, STMT_HAS, STMT__MAX };

/* The acts of a case written down for a person and not contested. */
#define RECORDED \
	" e.stream = $1 AND e.behalf_id = $2 AND e.task_id IS NOT NULL" \
	"   AND NOT EXISTS (SELECT 1 FROM events x WHERE x.stream = $1" \
	"     AND x.kind = 'contest' AND x.task_id = e.task_id" \
	"     AND x.actor_id = $2)"

static const char *const sql[STMT__MAX] = {
	[STMT_LIST] = (
		"SELECT e.task_id, t.pos, max(e.recorded_at), min(p.name)"
		"  FROM events e JOIN tasks t ON t.id = e.task_id"
		"  JOIN people p ON p.id = e.actor_id WHERE" RECORDED
		" GROUP BY e.task_id, t.pos ORDER BY 3 DESC, 1"),
	[STMT_HAS] = (
		"SELECT 1 FROM events e WHERE e.task_id = $3 AND" RECORDED
		" LIMIT 1"),
};

void
behalf_tell(struct act_work *w)
{
	struct person holder, clerk;
	char body[1024], fact[48];
	struct message_new m = { .kind = "behalf", .subject =
		"Tindakan dicatat atas nama Anda", .body = body, .fact = fact,
		.now = w->a->now };

	if (w->t == NULL ||
	    person_get(w->o, w->a->actor.behalf_id, &holder) != CASE_OK ||
	    person_get(w->o, w->a->actor.person_id, &clerk) != CASE_OK)
		return;
	snprintf(fact, sizeof(fact), "behalf:%lld:%lld",
	    (long long)w->t->id, (long long)holder.id);
	snprintf(body, sizeof(body), "%s mencatat langkah %s berkas %s atas "
	    "nama Anda. Bila itu bukan tindakan Anda, buka berkasnya dan tekan "
	    "\"Bukan tindakan saya\".", clerk.name, sop_row_at(w->sop,
	    (int)w->t->pos)->no, w->c.number);
	m.phone = holder.phone;
	m.email = holder.email;
	message_queue(w->db, &m);
}

#define MEMBER(m) ROW_MEMBER(struct behalf, m)
static const struct row_kind rows = ROW_KIND(struct behalf, "",
    MEMBER(task_id), MEMBER(pos), MEMBER(at), MEMBER(clerk));

enum case_err
behalf_list(struct office *o, int64_t case_id, int64_t person_id,
    struct behalf **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "ii", case_id,
	    person_id), &rows, list, count);
}

static int
contest(struct act_work *w)
{
	if (w->t == NULL || row_int(db_query(w->db, sql[STMT_HAS], "iii",
	    w->c.id, w->a->actor.person_id, w->t->id)) == 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Tidak ada tindakan yang dicatat atas nama Anda di sini.");
	if (w->a->note == NULL || *w->a->note == '\0')
		return office_fail(w->o, CASE_INVALID, "note",
		    "Tulis bagaimana kejadiannya.");
	return act_record(w, w->act->kind, w->t->id, ACTOR_PERSON);
}

enum case_err
behalf_contest(struct office *o, struct act *a)
{
	static const struct act_kind act = { "contest", contest, 1 };

	return act_run(o, a, &act, NULL);
}
