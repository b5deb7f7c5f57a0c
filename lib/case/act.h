/*
 * act.h - everything that can be done to a case.
 *
 * Every act is one call and one transaction: the case's number of events is
 * raised (which orders all acts of a case), the task's version is compared
 * with the one the page carried, right and state are checked, the event is
 * written, case and task updated, the next task opened with its due time,
 * messages queued.  Files are stored before, messages sent after.
 *
 *	struct act a = { .actor = { .person_id = p }, .task_id = t,
 *	    .version = v, .now = now, .idem = key };
 *	err = act_finish(office, &a, OUTCOME_FORWARD);
 *
 * CASE_REPEATED means the same idempotency key was used before: the act is
 * done, nothing was done again, and a->case_id tells the case.
 */
#ifndef CASE_ACT_H
#define CASE_ACT_H

#include <stddef.h>
#include <stdint.h>

#include "case/case.h"

/* One value of the row's form, checked by field_form_check() (case/field.h). */
struct act_value {
	const char	*name;
	const char	*value;
};

/* One file of the row's form, already stored under its hash. */
struct act_file {
	const char	*field;
	const char	*name;
	const char	*hash;
	const char	*type;
	int64_t		 size;
};

struct followup_check;

struct act {
	struct actor	 actor;
	int64_t		 task_id;
	int64_t		 case_id;	/* acts on a case; filled by the call */
	int64_t		 version;	/* of the task, as the page carried it */
	const char	*idem;		/* form's key; NULL: none */
	int64_t		 now;		/* recorded_at */
	int64_t		 occurred_at;	/* 0: now */
	int64_t		 begun_at;	/* after the fact: work began; 0 unknown */
	const char	*note;		/* instruction, reason, remark; or NULL */
	const char	*evidence;	/* for acts on behalf or after the fact */
	const struct act_value *value;
	size_t		 nvalue;
	const struct act_file *file;
	size_t		 nfile;

	/* of single acts */
	int		 return_pos;	/* row a return goes to; 0: the usual */
	const char	*mend;		/* a return: names of the fields that
					   are to be mended, a space between;
					   NULL or "": any */
	int		 ask_present;	/* ask for presence again after a return */
	const char	*late_reason;	/* slug, when it ends late */
	int		 exception;	/* approve one's own draft, note says why */
	int64_t		 person_id;	/* hand over: to whom */
	const char	*party;		/* outside wait: with whom */
	const char	*register_no;	/* its register number there */
	int64_t		 message_id;	/* that proved undeliverable */
	int		 counter;	/* one keypress claims and finishes */
	int		 joint;		/* a forward: one press finishes more
					   rows than this (case/counter_queue.h) */
	const struct followup_check *followup;	/* evaluation: the earlier */
	size_t		 nfollowup;	/* ones (month/followup.h), judged */

	/* filled by the call, for the page that follows */
	char		 number[24];	/* of the case */
	int64_t		 next_task;	/* opened by it, the first of several;
					   0: the case ended or waits */
	char		 next_performer[96];
	int64_t		 by_person;	/* CASE_CONFLICT: who was faster, */
	int64_t		 by_at;		/* and when */
};

/* What opens a case beside the first row's form. */
struct act_start {
	int64_t		 version_id;	/* SOP version */
	int64_t		 received_at;	/* typed arrival of a letter; 0: none */
	int64_t		 begun_at;	/* beginning of the draft; 0: unknown */
	const char	*subject;	/* "": from the SOP's subject field */
};

/*
 * Of every act: CASE_CONFLICT when the task changed since the page was made,
 * CASE_REPEATED when the key was used before, CASE_DENIED when the actor may
 * not, CASE_STATE when it is not possible as things are or falls into a closed
 * month, CASE_INVALID (office_field()) when something given is wrong.  Nothing
 * has changed then.
 *
 * An act may have occurred earlier, though not before what was recorded of the
 * task last.  The first act on a task is its receipt when it occurred before
 * that was recorded, down to the end of what led to it; and a finish may tell
 * that its work began before the claim.  For another holder (behalf_id) only a
 * clerk records (people/clerk.h), with evidence.
 */

/* "Mulai perkara baru": finishes row 1 as its forward, whatever its kind.
 * CASE_DENIED unless the actor holds the performer of row 1, or the SOP is
 * open to the public and no person acts.  Without receipt and beginning there
 * is no verdict. */
enum case_err	 act_start(struct office *, struct act *,
		    const struct act_start *);

enum case_err	 act_claim(struct office *, struct act *);
/* An administrator may free what another holds or was handed, with a note. */
enum case_err	 act_release(struct office *, struct act *);
/* To another holder of the same role; they claim it themselves. */
enum case_err	 act_hand_over(struct office *, struct act *);

/* Forward, return, refuse or download.  A forward needs the whole form of the
 * row (field_form_check()), but for files handed in before.  A record row not yet
 * claimed, and any row at a counter, is claimed by the same keypress: its work
 * counts from the later of receipt and the officer's previous keypress. */
enum case_err	 act_finish(struct office *, struct act *, enum outcome);

/* "Pemohon hadir": the receipt of a row that waits for presence; by whoever may
 * do the row, or a clerk of its performer. */
enum case_err	 act_present(struct office *, struct act *);

/* The matter lies with a named outside party; and is back. */
enum case_err	 act_outside(struct office *, struct act *);
enum case_err	 act_outside_back(struct office *, struct act *);

/* "Tarik kembali": task_id is the task that was forwarded. */
enum case_err	 act_recall(struct office *, struct act *);
/* Could it be taken back now? (for showing the button) */
int		 act_may_recall(struct office *, const struct actor *,
		    const struct task_row *, int64_t now);

/* By the applicant; by an administrator.  A note says why. */
enum case_err	 act_withdraw(struct office *, struct act *);
enum case_err	 act_cancel(struct office *, struct act *);

/* An internal note (kind "note") or a telephone note ("call"), by an official,
 * whatever version the task has. */
enum case_err	 act_note(struct office *, struct act *, const char *kind);

/* -- acts of the system, called by `sopap tick` ------------------------- */

/* A download row open for 30 days ends as "selesai, belum diunduh". */
enum case_err	 act_expire(struct office *, int64_t task_id, int64_t now);
/* Open the evaluation case of a service for a month ("2026-10").
 * CASE_REPEATED when it is open already. */
enum case_err	 evaluation_open(struct office *, int64_t version_id,
		    const char *period, int64_t now, int64_t *case_id);
/* A message proved undeliverable: a side task for the row's fallback role,
 * else for its own performer, else for that of the nearest row which is the
 * office's; always for somebody. */
enum case_err	 act_undeliverable(struct office *, int64_t message_id,
		    int64_t now);

/* Open tasks keep the calendar they were opened with until this act, by an
 * administrator or the system (0): one event per case, *cases of them. */
enum case_err	 act_calendar(struct office *, int64_t by, int64_t now,
		    int64_t *cases);

/* -- the history ------------------------------------------------------- */

/* Derive cases, tasks and spans again from events and compare, calling
 * `fault` for each difference; with `mend` write what the events say.
 * Returns the number of differences, -1 on failure. */
typedef void rebuild_fault(void *arg, int64_t case_id, const char *what);
int		 rebuild(struct office *, int mend, rebuild_fault *,
		    void *arg, int64_t *cases);

#endif
