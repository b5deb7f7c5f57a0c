/*
 * act_finish.c - the acts that move a case on: forward, return, refuse,
 * download.
 */
#include "case/act_finish.h"

#include <stdio.h>
#include <string.h>

#include "case/act_form.h"
#include "case/act_frame.h"
#include "case/act_letter.h"
#include "case/act_message.h"
#include "case/act_record.h"
#include "case/backdate.h"
#include "case/followup.h"
#include "case/task_close.h"
#include "case/transition.h"
#include "office/party.h"
#include "office/reason.h"
#include "office/row.h"
#include "people/person.h"

enum stmt {
	STMT_DRAFTED,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* The draft a row approves is the one made last before it. */
	[STMT_DRAFTED] = (
		"SELECT 1 FROM tasks WHERE case_id = $1 AND closed_by = $2"
		"   AND kind = 'draft' AND pos = (SELECT max(d.pos)"
		"     FROM tasks d WHERE d.case_id = $1 AND d.kind = 'draft'"
		"     AND d.pos < $3) LIMIT 1"),
};

/* -- checks ------------------------------------------------------------ */

/* Only its claimer finishes a task.  At a counter one keypress claims, too; so
 * do a clerk for the holder, and who is alone in the role. */
static int
check_claimed(struct act_work *w)
{
	const struct task_row *t = w->t;

	if (t->external || t->claimed_by == w->who)
		return CASE_OK;
	if (t->claimed_by != 0)
		return office_fail(w->o, CASE_DENIED, "",
		    "Tugas ini sedang dikerjakan orang lain.");
	if (strcmp(t->kind, "record") != 0 && !w->a->counter &&
	    w->a->actor.behalf_id == 0 &&
	    !person_holds_alone(w->o, w->who, t->performer, w->a->now))
		return office_fail(w->o, CASE_STATE, "",
		    "Ambil dahulu tugas ini.");
	return CASE_OK;
}

/* May this act finish the task as it stands? */
static int
check_finish(struct act_work *w)
{
	int err;

	if ((err = act_may_now(w)) != CASE_OK)
		return err;
	if (w->t->awaited)
		return office_fail(w->o, CASE_STATE, "",
		    "Catat dahulu kehadiran pemohon.");
	if (strcmp(w->t->phase, "outside") == 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Catat dahulu kembalinya berkas dari pihak luar.");
	if ((err = check_claimed(w)) != CASE_OK)
		return err;
	return backdate_finish(w);
}

static int
drafted(struct act_work *w, int64_t person)
{
	return row_int(db_query(w->db, sql[STMT_DRAFTED], "iii", w->c.id,
	    person, w->t->pos)) != 0;
}

/* Nobody approves his own draft, unless an exception is recorded; nor does a
 * clerk who drafted record the approval of another. */
static int
check_own(struct act_work *w)
{
	if (strcmp(w->t->kind, "approve") != 0 || (!drafted(w, w->who) &&
	    !drafted(w, w->a->actor.person_id)))
		return CASE_OK;
	if (!w->a->exception || !reason_is_enough(w->a->note))
		return office_fail(w->o, CASE_INVALID, "exception",
		    "Anda menyusun konsep ini. Menyetujuinya sendiri perlu "
		    "pengecualian dengan alasan.");
	w->t->own_approval = 1;
	return CASE_OK;
}

static int
check_reason(struct act_work *w)
{
	if (reason_is_enough(w->a->note))
		return CASE_OK;
	return office_fail(w->o, CASE_INVALID, "note",
	    "Tulis alasan pengembalian atau penolakan, paling sedikit "
	    "satu kalimat.");
}

/* A signed file that lacks something goes on with a reason, which is kept and
 * counts as a sign of the month. */
static int
check_proof(struct act_work *w)
{
	const struct act *a = w->a;

	if (a->missing == NULL)
		return CASE_OK;
	if (!reason_is_enough(a->unproved))
		return office_fail(w->o, CASE_INVALID, "unproved", "Tulis "
		    "alasan tetap mengirim, paling sedikit satu kalimat.");
	w->t->unproved = 1;
	act_say(w, "missing", a->missing);
	act_say(w, "unproved", a->unproved);
	return CASE_OK;
}

static int
cannot(struct act_work *w, const char *why)
{
	return office_fail(w->o, CASE_INVALID, "keputusan", "%s", why);
}

/* A row that ends with passing the matter on says under which number. */
static int
say_via(struct act_work *w, const struct sop_row *row)
{
	struct party_row party;

	if (row->via_time != VIA_AFTER || w->t->side)
		return CASE_OK;
	party_find(w->o, row->via, &party);
	if (w->a->register_no == NULL || *w->a->register_no == '\0')
		return office_fail(w->o, CASE_INVALID, "register_no",
		    "Tulis nomor agenda di %s.", party.name);
	act_say(w, "party", party.name);
	act_say(w, "register_no", w->a->register_no);
	act_say(w, "register_on", w->a->register_on);
	return CASE_OK;
}

/* -- outcomes ---------------------------------------------------------- */

static int
forward(struct act_work *w)
{
	const struct sop_row *row = sop_row_at(w->sop, (int)w->t->pos);
	int err;

	if ((err = check_finish(w)) != CASE_OK)
		return err;
	if (row->kind == STEP_DOWNLOAD && !w->t->side)
		return cannot(w, "Langkah ini selesai dengan mengunduh.");
	if ((err = check_own(w)) != CASE_OK ||
	    (err = act_form(w, row, !w->t->side)) != CASE_OK ||
	    (err = say_via(w, row)) != CASE_OK ||
	    (err = act_letter_check(w, 0)) != CASE_OK ||
	    (err = check_proof(w)) != CASE_OK)
		return err;
	if (row->kind == STEP_EVALUATE && (err = followup_write(w)) != CASE_OK)
		return err;
	if (row->kind == STEP_NOTIFY && !w->t->side)
		act_message(w, "notified", w->t->id, w->a->note);
	w->t->joint = w->a->joint;
	act_letter_send(w);
	return transition_forward(w);
}

/* Which row a return goes to: one the row names, the usual first; 0: none. */
static int
return_to(const struct sop_row *row, int wanted)
{
	int i;

	if (row->nreturns == 0 || wanted == 0)
		return row->nreturns == 0 ? 0 : row->returns[0];
	for (i = 0; i < row->nreturns; i++)
		if (row->returns[i] == wanted)
			return wanted;
	return 0;
}

/* Only fields of the row it goes to can be mended there. */
static int
say_mend(struct act_work *w, int to)
{
	const struct sop_row *row = sop_row_at(w->sop, to);
	char name[80];
	const char *s = w->a->mend != NULL ? w->a->mend : "";
	size_t n;

	for (; *(s += strspn(s, " ")) != '\0'; s += n) {
		n = strcspn(s, " ");
		snprintf(name, sizeof(name), "%.*s", (int)n, s);
		if (sop_field_of(row, name) == NULL)
			return office_fail(w->o, CASE_INVALID, "mend",
			    "Pilih yang harus diperbaiki dari daftar.");
	}
	act_say(w, "mend", w->a->mend);
	return CASE_OK;
}

/* An applicant who has to mend the request gets a message with the reason. */
static void
message_returned(struct act_work *w, int to)
{
	size_t i;

	for (i = 0; i < w->ntask; i++)
		if (w->task[i].opened && w->task[i].now.external &&
		    w->task[i].now.pos == to) {
			act_message(w, "returned", w->t->id, w->a->note);
			return;
		}
}

static int
send_back(struct act_work *w)
{
	const struct sop_row *row = sop_row_at(w->sop, (int)w->t->pos);
	int err, to = return_to(row, w->a->return_pos);

	if ((err = check_finish(w)) != CASE_OK)
		return err;
	if (row->nreturns == 0 || w->t->side)
		return cannot(w, "Langkah ini tidak dapat mengembalikan.");
	if (to == 0)
		return office_fail(w->o, CASE_INVALID, "kembali_ke",
		    "Pilih langkah tujuan pengembalian.");
	if ((err = check_reason(w)) != CASE_OK ||
	    (err = act_form(w, row, 0)) != CASE_OK ||
	    (err = say_mend(w, to)) != CASE_OK)
		return err;
	act_say(w, "to", sop_row_at(w->sop, to)->no);
	if ((err = transition_return(w, to)) == CASE_OK)
		message_returned(w, to);
	return err;
}

static int
refuse(struct act_work *w)
{
	const struct sop_row *row = sop_row_at(w->sop, (int)w->t->pos);
	int err;

	if ((err = check_finish(w)) != CASE_OK)
		return err;
	if (row->refuse == REFUSE_NO || w->t->side)
		return cannot(w, "Langkah ini tidak dapat menolak.");
	if ((err = check_reason(w)) != CASE_OK ||
	    (err = act_form(w, row, 0)) != CASE_OK ||
	    (err = act_letter_check(w, 1)) != CASE_OK ||
	    (err = check_proof(w)) != CASE_OK)
		return err;
	act_letter_send(w);
	return transition_refuse(w);
}

static int
download(struct act_work *w)
{
	int err;

	if ((err = check_finish(w)) != CASE_OK)
		return err;
	if (strcmp(w->t->kind, "download") != 0 || w->t->side)
		return cannot(w, "Langkah ini bukan unduhan.");
	task_close(w, w->t, OUTCOME_DOWNLOAD, w->at);
	return transition_next(w, w->t);
}

/* -- the act ----------------------------------------------------------- */

static int
finish(struct act_work *w)
{
	static const struct {
		const char *kind;
		int (*fn)(struct act_work *);
	} outcomes[] = {
		{ "forward", forward }, { "return", send_back },
		{ "refuse", refuse }, { "download", download },
	};
	size_t i;
	int err = CASE_INVALID;

	if (w->t == NULL || !w->t->open)
		return office_fail(w->o, CASE_STATE, "",
		    "Langkah ini sudah selesai.");
	for (i = 0; i < sizeof(outcomes) / sizeof(outcomes[0]); i++)
		if (strcmp(outcomes[i].kind, w->act->kind) == 0)
			err = outcomes[i].fn(w);
	if (err == CASE_OK)
		err = act_record(w, w->act->kind, w->t->id, w->actor_kind);
	return err == CASE_OK ? transition_system(w) : err;
}

enum case_err
act_finish(struct office *o, struct act *a, enum outcome outcome)
{
	struct act_kind act = { task_outcome_slug(outcome), finish, 0 };

	if (outcome != OUTCOME_FORWARD && outcome != OUTCOME_RETURN &&
	    outcome != OUTCOME_REFUSE && outcome != OUTCOME_DOWNLOAD)
		return office_fail(o, CASE_INVALID, "keputusan",
		    "Pilih keputusan.");
	return act_run(o, a, &act, NULL);
}
