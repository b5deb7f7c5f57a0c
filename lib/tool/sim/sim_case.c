/*
 * sim_case.c - cases written whole, visit by visit, by the moves all acts are
 * made of.
 */
#include "tool/sim/sim_case.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "case/act_frame.h"
#include "case/act_record.h"
#include "case/act_start.h"
#include "case/deadline.h"
#include "case/promise.h"
#include "case/span.h"
#include "case/task_close.h"
#include "case/task_open.h"
#include "case/transition.h"
#include "office/party.h"
#include "office/row.h"
#include "tool/sim/sim.h"

enum stmt { STMT_CHILDREN, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_CHILDREN] =
		"SELECT id FROM cases WHERE parent_id = $1 ORDER BY id",
};

struct run {
	const struct sim_case_plan *plan;
	int64_t			  first, count;
	struct act_start	  start;
	struct act_work		 *w;
	struct sim_case_turn	  turn[ACT_TASKS];	/* of w->task[] */
	size_t			  nturn;		/* asked so far */
};

/* It happens at this instant, by this person. */
static void
act_at(struct act_work *w, int64_t at, int64_t by, const char *late_reason)
{
	w->at = w->a->now = at;
	w->who = w->a->actor.person_id = by;
	w->capacity = by != 0 ? "definitif" : "";
	w->a->late_reason = late_reason;
}

static int
begin(struct run *r, int64_t n)
{
	struct act_work *w = r->w;
	struct sim_case c = { 0 };

	r->plan->begin(r->plan->arg, n, &c);
	r->nturn = 0;
	act_reset(w);
	act_at(w, c.begun_at, 0, NULL);
	r->start.version_id = c.version_id;
	w->start = &r->start;
	if ((w->sop = office_sop(w->o, c.version_id)) == NULL)
		return CASE_DB;
	act_start_case(w);
	act_start_number(w, 'K');
	utf8_copy(w->c.subject, sizeof(w->c.subject), c.subject);
	utf8_copy(w->c.applicant, sizeof(w->c.applicant), c.applicant);
	utf8_copy(w->c.phone, sizeof(w->c.phone), c.phone);
	w->c.officer_id = c.officer_id;
	promise_begin(w);
	return task_open(w, 1);
}

/* Let the part of a visit occur that lies before `until`: claim, outside wait,
 * its end. */
static void
take(struct act_work *w, struct task_row *t, const struct sim_case_turn *turn,
    int64_t until)
{
	const struct sop_row *row;
	struct party_row party;

	if (turn->claimed_at == 0 || turn->claimed_at >= until)
		return;
	if (t->awaited) {
		t->awaited = 0;
		deadline_receive(w, t, turn->claimed_at);
	}
	/* A wait before the row ends as it is taken. */
	if (strcmp(t->phase, "outside") == 0) {
		deadline_receive(w, t, turn->claimed_at);
		span_begin(w, t, PHASE_QUEUE, turn->claimed_at);
	}
	t->claimed_at = turn->claimed_at;
	t->claimed_by = turn->by;
	span_begin(w, t, PHASE_OWN, turn->claimed_at);
	if (turn->outside_at == 0 || turn->outside_at >= until)
		return;
	row = sop_row_at(w->sop, (int)t->pos);
	party_find(w->o, sim_party(row), &party);
	span_outside(w, t, party.slug, row->via_time == VIA_WITHIN,
	    turn->outside_at);
	if (turn->back_at < until) {
		span_begin(w, t, PHASE_OWN, turn->back_at);
		deadline_move(w, t);
	}
	deadline_set(w, t);
}

static int
finish(struct run *r, struct task_row *t, const struct sim_case_turn *turn)
{
	struct act_work *w = r->w;
	const char *kind = w->c.seq == 0 ? "start" : task_outcome_slug(
	    turn->outcome);
	int err;

	act_at(w, turn->closed_at, turn->by, turn->late_reason);
	w->t = t;
	take(w, t, turn, turn->closed_at + 1);
	if (turn->typed != NULL)
		json_object_set_new(w->payload, "fields", json_pack("{s:s}",
		    "isi", turn->typed));
	if (turn->outcome == OUTCOME_RETURN) {
		err = transition_return(w, sop_row_at(w->sop,
		    (int)t->pos)->returns[0]);
	} else if (turn->outcome == OUTCOME_REFUSE) {
		err = transition_refuse(w);
	} else if (turn->outcome == OUTCOME_DOWNLOAD) {
		task_close(w, t, OUTCOME_DOWNLOAD, w->at);
		err = transition_next(w, t);
	} else {
		err = transition_forward(w);
	}
	w->nmessage = 0;
	if (err == CASE_OK)
		err = act_record(w, kind, t->id, turn->by != 0 ?
		    ACTOR_PERSON : ACTOR_APPLICANT);
	if (err == CASE_OK)
		err = transition_system(w);
	w->nmessage = 0;
	return err;
}

/* An act holds what is open alone. */
static void
forget_closed(struct run *r)
{
	struct act_work *w = r->w;
	size_t i, n = 0, turns = 0;

	for (i = 0; i < w->ntask; i++) {
		if (!w->task[i].now.open)
			continue;
		if (i < r->nturn)
			r->turn[turns++] = r->turn[i];
		w->task[n++] = w->task[i];
	}
	w->ntask = n;
	r->nturn = turns;
}

/* Ask for the turns of what was opened; the task that is finished next, or
 * the number of tasks when none is. */
static size_t
next_finished(struct run *r)
{
	struct act_work *w = r->w;
	size_t i, best = w->ntask;
	int64_t at;

	for (; r->nturn < w->ntask; r->nturn++) {
		struct task_row *t = &w->task[r->nturn].now;

		memset(&r->turn[r->nturn], 0, sizeof(r->turn[0]));
		r->plan->turn(r->plan->arg, sop_row_at(w->sop, (int)t->pos),
		    t, &r->turn[r->nturn]);
	}
	for (i = 0; i < w->ntask; i++) {
		at = r->turn[i].closed_at;
		if (at != 0 && at < r->plan->until && (best == w->ntask ||
		    at < r->turn[best].closed_at))
			best = i;
	}
	return best;
}

/* Claims of what stays open, as acts of their own. */
static int
leave_open(struct run *r)
{
	struct act_work *w = r->w;
	const struct sim_case_turn *turn;
	size_t i;
	int err;

	for (i = 0; i < w->ntask; i++) {
		turn = &r->turn[i];
		w->t = &w->task[i].now;
		if (turn->claimed_at == 0 || turn->claimed_at >= r->plan->until)
			continue;
		act_at(w, turn->claimed_at, turn->by, NULL);
		take(w, w->t, turn, r->plan->until);
		deadline_set(w, w->t);
		if ((err = act_record(w, "claim", w->t->id, ACTOR_PERSON)) !=
		    CASE_OK)
			return err;
	}
	return CASE_OK;
}

/* From where the case stands to its end, or to that of the time. */
static int
go_on(struct run *r)
{
	size_t next;
	int err = CASE_OK;

	while (err == CASE_OK && (next = next_finished(r)) < r->w->ntask) {
		err = finish(r, &r->w->task[next].now, &r->turn[next]);
		forget_closed(r);
	}
	return err == CASE_OK ? leave_open(r) : err;
}

/* A child goes on with the task it was opened with. */
static int
run_child(struct run *r, int64_t id)
{
	struct act_work *w = r->w;
	struct task_row *t;
	size_t n, i;
	int err;

	act_reset(w);
	r->nturn = 0;
	if ((err = case_get(w->o, id, &w->c)) != CASE_OK ||
	    (err = case_tasks(w->o, id, &t, &n)) != CASE_OK)
		return err;
	w->c_was = w->c;
	for (i = 0; i < n; i++)
		act_add_task(w, &t[i], 0);
	free(t);
	return go_on(r);
}

/* The children of a case that has parted. */
static int
run_children(struct run *r)
{
	int64_t *id;
	size_t i, n;
	int err = row_ids(r->w->o, db_query(r->w->db, sql[STMT_CHILDREN], "i",
	    r->w->c.id), &id, &n);

	if (err != CASE_OK)
		return err;
	for (i = 0; i < n && err == CASE_OK; i++)
		err = run_child(r, id[i]);
	free(id);
	return err;
}

static int
run_case(struct run *r, int64_t n)
{
	const struct act_work *w = r->w;
	int err = begin(r, n);

	if (err == CASE_OK)
		err = go_on(r);
	return err == CASE_OK && w->c.ended_at == 0 && w->ntask == 0 ?
	    run_children(r) : err;
}

static int
run_all(struct act_work *w, void *arg)
{
	struct run *r = arg;
	int64_t n;
	int err = CASE_OK;

	r->w = w;
	for (n = r->first; n < r->first + r->count && err == CASE_OK; n++)
		err = run_case(r, n);
	return err;
}

enum case_err
sim_case_write(struct office *o, const struct sim_case_plan *plan,
    int64_t first, int64_t count)
{
	static const struct act_kind act = { "start", NULL, 0 };
	const struct change ch = { 0 };
	struct run r = { .plan = plan, .first = first, .count = count };

	return act_batch(o, &ch, &act, run_all, &r);
}
