/*
 * hold.c - who has a task: claim, release, hand over; waiting for presence
 * and for outside parties; notes.  None of these resets a limit.
 */
#include <stdlib.h>
#include <string.h>

#include "case/work.h"
#include "clock/calendar.h"

static void
note(struct work *w, const char *key, const char *text)
{
	if (text != NULL && *text != '\0')
		json_object_set_new(w->payload, key, json_string(text));
}

/* The task is open and this actor's to do. */
static int
check_mine(struct work *w)
{
	if (w->t == NULL || !w->t->open)
		return office_fail(w->o, CASE_STATE, "",
		    "Langkah ini sudah selesai.");
	if (!task_may(w->o, &w->a->actor, w->t, w->a->now, &w->capacity))
		return office_fail(w->o, CASE_DENIED, "",
		    "Langkah ini bukan tugas peran Anda.");
	if (w->at < w->t->opened_at)
		return office_fail(w->o, CASE_INVALID, "occurred_at",
		    "Waktu kejadian mendahului diterimanya tugas.");
	return CASE_OK;
}

static int
check_claimer(struct work *w)
{
	int err;

	if ((err = check_mine(w)) != CASE_OK)
		return err;
	if (w->t->claimed_by != w->a->actor.person_id)
		return office_fail(w->o, CASE_STATE, "",
		    "Tugas ini tidak sedang Anda kerjakan.");
	return CASE_OK;
}

static int
record(struct work *w, const char *kind)
{
	work_limits(w, w->t);
	return work_record(w, kind, w->t->id, w->actor_kind);
}

static int
claim(struct work *w)
{
	int err;

	if ((err = check_mine(w)) != CASE_OK)
		return err;
	if (w->t->external)
		return office_fail(w->o, CASE_STATE, "",
		    "Langkah pemohon tidak perlu diambil.");
	if (w->t->awaited)
		return office_fail(w->o, CASE_STATE, "",
		    "Catat dahulu kehadiran pemohon.");
	if (w->t->claimed_by != 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Tugas ini sudah diambil.");
	w->t->claimed_by = w->a->actor.person_id;
	w->t->claimed_at = w->at;
	work_phase(w, w->t, PHASE_OWN, w->at);
	return record(w, "claim");
}

enum case_err
act_claim(struct office *o, struct act *a)
{
	return work_run(o, a, "claim", claim, NULL);
}

static int
release(struct work *w)
{
	int err;

	if ((err = check_claimer(w)) != CASE_OK)
		return err;
	if (strcmp(w->t->phase, "own") != 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Catat dahulu kembalinya berkas dari pihak luar.");
	w->t->claimed_by = w->t->claimed_at = 0;
	work_phase(w, w->t, PHASE_QUEUE, w->at);
	note(w, "note", w->a->note);
	return record(w, "release");
}

enum case_err
act_release(struct office *o, struct act *a)
{
	return work_run(o, a, "release", release, NULL);
}

static int
hand_over(struct work *w)
{
	struct actor to = { .person_id = w->a->person_id };
	struct task_row t;
	const char *capacity;
	int err;

	if ((err = check_mine(w)) != CASE_OK)
		return err;
	if (w->t->external || strcmp(w->t->phase, "outside") == 0 ||
	    (w->t->claimed_by != 0 &&
	    w->t->claimed_by != w->a->actor.person_id))
		return office_fail(w->o, CASE_STATE, "",
		    "Tugas ini tidak dapat dialihkan sekarang.");
	t = *w->t;
	t.assignee_id = 0;
	if (to.person_id == w->a->actor.person_id ||
	    !task_may(w->o, &to, &t, w->a->now, &capacity))
		return office_fail(w->o, CASE_INVALID, "person_id",
		    "Pilih pegawai lain yang memegang peran ini.");
	if (w->t->claimed_by != 0)
		work_phase(w, w->t, PHASE_QUEUE, w->at);
	w->t->claimed_by = w->t->claimed_at = 0;
	w->t->assignee_id = to.person_id;
	json_object_set_new(w->payload, "to",
	    json_integer((json_int_t)to.person_id));
	note(w, "note", w->a->note);
	return record(w, "hand-over");
}

enum case_err
act_hand_over(struct office *o, struct act *a)
{
	return work_run(o, a, "hand-over", hand_over, NULL);
}

static int
present(struct work *w)
{
	int err;

	if ((err = check_mine(w)) != CASE_OK)
		return err;
	if (!w->t->awaited)
		return office_fail(w->o, CASE_STATE, "",
		    "Kehadiran pemohon sudah dicatat.");
	w->t->awaited = 0;
	w->t->received_at = w->at;
	w->t->queue_max = queue_allowance(w->cal, w->at, 1);
	work_phase(w, w->t, PHASE_QUEUE, w->at);
	return record(w, "present");
}

enum case_err
act_present(struct office *o, struct act *a)
{
	return work_run(o, a, "present", present, NULL);
}

static int
outside(struct work *w)
{
	int err;

	if ((err = check_claimer(w)) != CASE_OK)
		return err;
	if (strcmp(w->t->phase, "own") != 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Berkas sudah tercatat di pihak luar.");
	if (w->a->party == NULL || *w->a->party == '\0')
		return office_fail(w->o, CASE_INVALID, "party",
		    "Tulis nama pihak luar.");
	work_phase(w, w->t, PHASE_OUTSIDE, w->at);
	note(w, "party", w->a->party);
	note(w, "register_no", w->a->register_no);
	note(w, "note", w->a->note);
	return record(w, "outside");
}

enum case_err
act_outside(struct office *o, struct act *a)
{
	return work_run(o, a, "outside", outside, NULL);
}

/* The wait moves both instants of the limit by its working time. */
static int
outside_back(struct work *w)
{
	struct span *span;
	struct span_list list;
	int err;

	if ((err = check_claimer(w)) != CASE_OK)
		return err;
	if (strcmp(w->t->phase, "outside") != 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Berkas tidak sedang di pihak luar.");
	list.count = task_spans(w->o, w->t->id, 0, &span);
	list.span = span;
	list.close = w->at;
	if (list.count == 0 || span[list.count - 1].from > w->at) {
		free(span);
		return office_fail(w->o, CASE_INVALID, "occurred_at",
		    "Kembalinya berkas mendahului pengirimannya.");
	}
	w->t->moved = accounts_outside_work(w->cal, &list);
	free(span);
	work_phase(w, w->t, PHASE_OWN, w->at);
	note(w, "register_no", w->a->register_no);
	note(w, "note", w->a->note);
	return record(w, "outside-back");
}

enum case_err
act_outside_back(struct office *o, struct act *a)
{
	return work_run(o, a, "outside-back", outside_back, NULL);
}

/* -- notes: they move nothing ------------------------------------------ */

static int
add_note(struct work *w)
{
	if (w->a->actor.person_id == 0 || w->c.state[0] == '\0' ||
	    !case_may_see(w->o, &w->a->actor, &w->c))
		return office_fail(w->o, CASE_DENIED, "",
		    "Anda tidak memiliki akses ke perkara ini.");
	if (w->a->note == NULL || *w->a->note == '\0')
		return office_fail(w->o, CASE_INVALID, "note",
		    "Tulis isi catatan.");
	note(w, "note", w->a->note);
	return work_record(w, w->kind, w->t ? w->t->id : 0, ACTOR_PERSON);
}

enum case_err
act_note(struct office *o, struct act *a, const char *kind)
{
	return work_run(o, a, strcmp(kind, "call") == 0 ? "call" : "note",
	    add_note, NULL);
}
