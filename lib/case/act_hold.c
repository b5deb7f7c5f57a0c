/*
 * act_hold.c - who has a task: claim, release, hand over, move; waiting for
 * presence and for outside parties; notes.  None of these resets a limit.
 */
#include "case/act_hold.h"

#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/act_record.h"
#include "case/backdate.h"
#include "case/below.h"
#include "case/deadline.h"
#include "case/hand.h"
#include "case/span.h"
#include "clock/calendar.h"
#include "office/party.h"
#include "people/absence.h"
#include "people/clerk.h"

enum stmt { STMT_MOVED, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_MOVED] = (
		"INSERT INTO absence_tasks (absence_id, task_id, moved_at,"
		" to_id) VALUES ($1, $2, $3, nullif($4, 0))"
		" ON CONFLICT (absence_id, task_id) DO UPDATE"
		" SET moved_at = excluded.moved_at, to_id = excluded.to_id"),
};

static int
refuse(struct act_work *w, const char *why)
{
	return office_fail(w->o, CASE_STATE, "", "%s", why);
}

/* The task is this actor's to do, and nothing of it was recorded later. */
static int
check_mine(struct act_work *w)
{
	int err;

	if ((err = act_may_now(w)) != CASE_OK)
		return err;
	return backdate_act(w);
}

static int
check_claimer(struct act_work *w)
{
	int err;

	if ((err = check_mine(w)) != CASE_OK)
		return err;
	if (w->t->claimed_by == 0 || w->t->claimed_by != w->who)
		return refuse(w, "Tugas ini tidak sedang Anda kerjakan.");
	return CASE_OK;
}

static int
record(struct act_work *w)
{
	struct task_row *t = w->t;

	t->late_entry |= calendar_elapsed(w->cal, w->at, w->a->now) > 3600;
	deadline_set(w, t);
	return act_record(w, w->act->kind, t->id, w->actor_kind);
}

/* A clerk may note, too, that the applicant came: it is no act of the
 * holder's. */
static int
check_present(struct act_work *w)
{
	if (w->t == NULL || !w->t->open || !clerk_for(w->o,
	    w->a->actor.person_id, w->t->performer, w->a->now))
		return check_mine(w);
	return backdate_act(w);
}

/* Back to the queue: nobody has it. */
static void
unclaim(struct act_work *w)
{
	if (w->t->claimed_by != 0)
		span_set(w, w->t, PHASE_QUEUE, w->at);
	w->t->claimed_by = w->t->claimed_at = 0;
}

/* -- claim, release, hand over ----------------------------------------- */

static int
claim(struct act_work *w)
{
	int err;

	if ((err = check_mine(w)) != CASE_OK)
		return err;
	if (w->t->external)
		return refuse(w, "Langkah pemohon tidak perlu diambil.");
	if (w->t->awaited)
		return refuse(w, "Catat dahulu kehadiran pemohon.");
	if (strcmp(w->t->phase, "outside") == 0)
		return refuse(w,
		    "Catat dahulu kembalinya berkas dari pihak luar.");
	if (w->t->claimed_by != 0)
		return refuse(w, "Tugas ini sudah diambil.");
	w->t->claimed_by = w->who;
	w->t->claimed_at = w->at;
	if ((err = hand_keep(w, w->at)) != CASE_OK)
		return err;
	return record(w);
}

enum case_err
act_claim(struct office *o, struct act *a)
{
	static const struct act_kind act = { "claim", claim, 0 };

	return act_run(o, a, &act, NULL);
}

/* Its claimer goes on with it, now: pages of it hold. */
static int
take(struct act_work *w)
{
	int err;

	if ((err = check_claimer(w)) != CASE_OK)
		return err;
	if (strcmp(w->t->phase, "queue") != 0)
		return refuse(w, "Tugas ini sudah sedang Anda kerjakan.");
	if ((err = hand_go_on(w)) != CASE_OK)
		return err;
	return record(w);
}

enum case_err
act_take(struct office *o, struct act *a)
{
	static const struct act_kind act = { "take", take, 0 };

	return act_run(o, a, &act, NULL);
}

/*
 * An administrator frees a task whose holder is gone or no longer holds the
 * role, wherever it is; any holder of the performer may then claim it.
 */
static int
free_task(struct act_work *w)
{
	int err;

	if (w->t->external || (w->t->claimed_by == 0 && w->t->assignee_id == 0))
		return refuse(w, "Tugas ini tidak dipegang siapa pun.");
	if ((err = backdate_act(w)) != CASE_OK)
		return err;
	if (w->a->note == NULL || *w->a->note == '\0')
		return office_fail(w->o, CASE_INVALID, "note",
		    "Tulis alasan tugas ini dilepaskan.");
	deadline_move(w, w->t);
	unclaim(w);
	w->t->assignee_id = 0;
	return record(w);
}

static int
release(struct act_work *w)
{
	int err;

	if (w->t != NULL && w->t->open && w->t->claimed_by != w->who &&
	    act_is_admin(w, w->a->actor.person_id))
		return free_task(w);
	if ((err = check_claimer(w)) != CASE_OK)
		return err;
	if (strcmp(w->t->phase, "outside") == 0)
		return refuse(w,
		    "Catat dahulu kembalinya berkas dari pihak luar.");
	unclaim(w);
	return record(w);
}

enum case_err
act_release(struct office *o, struct act *a)
{
	static const struct act_kind act = { "release", release, 0 };

	return act_run(o, a, &act, NULL);
}

/* Does a superior act on what somebody below has, and not, as its performer,
 * on what nobody has taken? */
static int
is_above(struct act_work *w)
{
	const struct task_row *t = w->t;

	if (act_may_now(w) == CASE_OK && w->a->person_id != w->who &&
	    (t->claimed_by == 0 || t->claimed_by == w->who))
		return 0;
	return t != NULL && t->open && w->a->actor.behalf_id == 0 &&
	    below_has(w->o, w->who, t->id, w->a->now);
}

/* A superior has to give a reason. */
static int
check_above(struct act_work *w)
{
	int err = backdate_act(w);

	if (err != CASE_OK || (w->a->note != NULL && *w->a->note != '\0'))
		return err;
	return office_fail(w->o, CASE_INVALID, "note",
	    "Tulis alasan tugas ini dialihkan.");
}

static int
hand_over(struct act_work *w)
{
	struct actor to = { .person_id = w->a->person_id };
	const int above = is_above(w);
	struct task_row t;
	const char *capacity;
	int err;

	if ((err = above ? check_above(w) : check_mine(w)) != CASE_OK)
		return err;
	if (w->t->external || strcmp(w->t->phase, "outside") == 0 || (!above &&
	    w->t->claimed_by != 0 && w->t->claimed_by != w->who))
		return refuse(w, "Tugas ini tidak dapat dialihkan sekarang.");
	t = *w->t;
	t.assignee_id = 0;
	if (above && to.person_id == w->who &&
	    !case_may_do(w->o, &to, &t, w->a->now, &capacity))
		return refuse(w, "Anda tidak memegang peran langkah ini. "
		    "Serahkan kepada pegawai yang memegangnya.");
	if (to.person_id == 0 || (!above && to.person_id == w->who) ||
	    !case_may_do(w->o, &to, &t, w->a->now, &capacity))
		return office_fail(w->o, CASE_INVALID, "person_id",
		    "Pilih pegawai lain yang memegang peran ini.");
	unclaim(w);
	w->t->assignee_id = to.person_id;
	json_object_set_new(w->payload, "to",
	    json_integer((json_int_t)to.person_id));
	return record(w);
}

enum case_err
act_hand_over(struct office *o, struct act *a)
{
	static const struct act_kind act = { "hand-over", hand_over, 0 };

	return act_run(o, a, &act, NULL);
}

/* -- moved for an absence ---------------------------------------------- */

/* Is it with this person, claimed or handed to him? */
static int
is_with(const struct task_row *t, int64_t person)
{
	return t->claimed_by == person ||
	    (t->claimed_by == 0 && t->assignee_id == person);
}

/* As its performer's, whoever it was given to: a seat stays that of its
 * holder. */
static struct task_row
of_role(const struct task_row *t)
{
	struct task_row role = *t;

	if (t->unit_id == 0)
		role.assignee_id = 0;
	return role;
}

static int
to_queue(struct act_work *w)
{
	if (strcmp(w->t->phase, "outside") == 0)
		return refuse(w, "Tugas ini menunggu pihak luar.");
	unclaim(w);
	*w->t = of_role(w->t);
	return CASE_OK;
}

/* It is claimed, but waits; he may do it so long as he has the role. */
static int
to_person(struct act_work *w, int64_t person)
{
	struct actor to = { .person_id = person };
	struct task_row t = of_role(w->t);
	const char *capacity;

	if (!case_may_do(w->o, &to, &t, w->a->now, &capacity))
		return refuse(w, "Penerima tidak memegang peran langkah ini.");
	if (hand_holds(w->t))
		span_set(w, w->t, PHASE_QUEUE, w->at);
	*w->t = t;
	if (w->t->claimed_at == 0)
		w->t->claimed_at = w->at;
	w->t->claimed_by = person;
	return CASE_OK;
}

/* A child case is its own person's (case/case_child.h). */
static int
move(struct act_work *w)
{
	const int64_t to = w->a->person_id;
	struct absence x;
	int64_t from;
	int err;

	if ((err = absence_get(w->o, w->a->absence_id, &x)) != CASE_OK)
		return err;
	from = to != 0 && to == x.person_id ? x.stand_in_id : x.person_id;
	if (x.state != ABSENCE_CONFIRMED || w->t == NULL || !w->t->open ||
	    w->t->external || from == 0 || !is_with(w->t, from))
		return refuse(w, "Tugas ini tidak lagi padanya.");
	if (w->c.parent_id != 0 && w->c.officer_id == from)
		return refuse(w, "Langkah ini tentang dirinya sendiri.");
	if ((err = to == 0 ? to_queue(w) : to_person(w, to)) != CASE_OK)
		return err;
	json_object_set_new(w->payload, "absence",
	    json_integer((json_int_t)x.id));
	if (to != 0)
		json_object_set_new(w->payload, "to",
		    json_integer((json_int_t)to));
	if (to != x.person_id)
		db_put(w->db, sql[STMT_MOVED], "iiii", x.id, w->t->id,
		    w->a->now, to);
	return record(w);
}

enum case_err
act_move(struct office *o, struct act *a)
{
	static const struct act_kind away = { "hand-over", move, 1 };
	static const struct act_kind back = { "release", move, 1 };

	return act_run(o, a, a->person_id != 0 ? &away : &back, NULL);
}

/* -- waiting ----------------------------------------------------------- */

static int
present(struct act_work *w)
{
	int err;

	if ((err = check_present(w)) != CASE_OK)
		return err;
	if (!w->t->awaited)
		return refuse(w, "Kehadiran pemohon sudah dicatat.");
	w->t->awaited = 0;
	deadline_receive(w, w->t, w->at);
	span_begin(w, w->t, PHASE_QUEUE, w->at);
	return record(w);
}

enum case_err
act_present(struct office *o, struct act *a)
{
	static const struct act_kind act = { "present", present, 0 };

	return act_run(o, a, &act, NULL);
}

/* The party that was named; its trip moves no limit when the row's standard
 * measures it. */
static int
outside(struct act_work *w)
{
	const struct sop_row *row;
	struct party_row party;
	int err;

	if ((err = check_claimer(w)) != CASE_OK)
		return err;
	if (strcmp(w->t->phase, "outside") == 0)
		return refuse(w, "Berkas sudah tercatat di pihak luar.");
	if (w->a->party == NULL || *w->a->party == '\0')
		return office_fail(w->o, CASE_INVALID, "party",
		    "Tulis nama pihak luar.");
	if ((err = hand_work(w, w->at)) != CASE_OK)
		return err;
	party_find(w->o, w->a->party, &party);
	row = sop_row_at(w->sop, (int)w->t->pos);
	span_outside(w, w->t, party.slug, row->via_time == VIA_WITHIN &&
	    strcmp(row->via, party.slug) == 0, w->at);
	act_say(w, "party", party.name);
	act_say(w, "register_no", w->a->register_no);
	return record(w);
}

enum case_err
act_outside(struct office *o, struct act *a)
{
	static const struct act_kind act = { "outside", outside, 0 };

	return act_run(o, a, &act, NULL);
}

/* A wait before the row ends with its receipt; whoever may do the row says
 * so. */
static int
arrive(struct act_work *w)
{
	int err;

	if ((err = check_mine(w)) != CASE_OK)
		return err;
	if (w->at < w->t->opened_at)
		return office_fail(w->o, CASE_INVALID, "occurred_at",
		    "Waktu ini mendahului yang sudah dicatat sebelumnya.");
	deadline_receive(w, w->t, w->at);
	span_begin(w, w->t, PHASE_QUEUE, w->at);
	return CASE_OK;
}

/* It is in his hand as before, unless he has turned to another meanwhile. */
static int
hand_again(struct act_work *w)
{
	struct span *list;
	size_t n = span_all(w, w->t, &list);
	int64_t turned = n > 0 ? hand_turned(w, list[n - 1].from) : 0;

	free(list);
	if (turned == 0 || turned > w->at)
		return hand_keep(w, w->at);
	span_begin(w, w->t, PHASE_QUEUE, w->at);
	return CASE_OK;
}

/* The wait moves both instants of the limit by its working time. */
static int
come_back(struct act_work *w)
{
	int err;

	if ((err = check_claimer(w)) != CASE_OK)
		return err;
	deadline_move(w, w->t);
	return hand_again(w);
}

static int
outside_back(struct act_work *w)
{
	int err;

	if (w->t == NULL || !w->t->open || strcmp(w->t->phase, "outside") != 0)
		return refuse(w, "Berkas tidak sedang di pihak luar.");
	err = w->t->received_at == 0 ? arrive(w) : come_back(w);
	if (err != CASE_OK)
		return err;
	act_say(w, "register_no", w->a->register_no);
	return record(w);
}

enum case_err
act_outside_back(struct office *o, struct act *a)
{
	static const struct act_kind act = { "outside-back", outside_back, 0 };

	return act_run(o, a, &act, NULL);
}

/* -- notes ------------------------------------------ */

static int
add_note(struct act_work *w)
{
	if (!act_is_official(w, w->a->actor.person_id) ||
	    !case_may_see(w->o, &w->a->actor, &w->c, w->a->now))
		return office_fail(w->o, CASE_DENIED, "",
		    "Anda tidak memiliki akses ke berkas ini.");
	if (w->a->note == NULL || *w->a->note == '\0')
		return office_fail(w->o, CASE_INVALID, "note",
		    "Tulis isi catatan.");
	return act_record(w, w->act->kind, w->t ? w->t->id : 0,
	    ACTOR_PERSON);
}

enum case_err
act_note(struct office *o, struct act *a, const char *kind)
{
	static const struct act_kind remark = { "note", add_note, 1 };
	static const struct act_kind call = { "call", add_note, 1 };

	return act_run(o, a, strcmp(kind, "call") == 0 ? &call : &remark,
	    NULL);
}
