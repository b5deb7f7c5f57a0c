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

/* One value of the row's form, checked by field_check() (case/field.h). */
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
	int		 ask_present;	/* ask for presence again after a return */
	const char	*late_reason;	/* slug, when it ends late */
	int		 exception;	/* approve one's own draft, note says why */
	int64_t		 person_id;	/* hand over: to whom */
	const char	*party;		/* outside wait: with whom */
	const char	*register_no;	/* its register number there */

	/* filled by the call, for the page that follows */
	char		 number[24];	/* of the case */
	int64_t		 next_task;	/* 0: the case ended or waits for others */
	char		 next_performer[96];
	int64_t		 by_person;	/* CASE_CONFLICT: who was faster, */
	int64_t		 by_at;		/* and when */
};

/* What opens a case beside the first row's form. */
struct act_start {
	int64_t		 version_id;	/* SOP version */
	int64_t		 received_at;	/* typed arrival of a letter; 0: none */
	int64_t		 begun_at;	/* beginning of the draft; 0: now */
	const char	*subject;	/* "": from the SOP's subject field */
	const char	*applicant, *phone, *email; /* or NULL: from the form */
};

/* "Mulai perkara baru": finishes row 1 as its forward, whatever its kind.
 * CASE_DENIED unless the actor holds the performer of row 1, or the SOP is
 * open to the public and no person acts. */
enum case_err	 act_start(struct office *, struct act *,
		    const struct act_start *);

enum case_err	 act_claim(struct office *, struct act *);
enum case_err	 act_release(struct office *, struct act *);
/* To another holder of the same role; they claim it themselves. */
enum case_err	 act_hand_over(struct office *, struct act *);

/* Forward, return, refuse or download.  A record row not yet claimed is
 * claimed by the same keypress (a counter): its work counts from the later of
 * receipt and the officer's previous keypress. */
enum case_err	 act_finish(struct office *, struct act *, enum outcome);

/* "Pemohon hadir": the receipt of a row that waits for presence. */
enum case_err	 act_present(struct office *, struct act *);

/* The matter lies with a named outside party; and is back. */
enum case_err	 act_outside(struct office *, struct act *);
enum case_err	 act_outside_back(struct office *, struct act *);

/* "Tarik kembali": task_id is the task that was forwarded. */
enum case_err	 act_recall(struct office *, struct act *);
/* Could it be taken back now? (for showing the button) */
int		 act_may_recall(struct office *, const struct actor *,
		    const struct task_row *, int64_t now);

/* By the applicant; by an administrator.  A reason is needed. */
enum case_err	 act_withdraw(struct office *, struct act *);
enum case_err	 act_cancel(struct office *, struct act *);

/* An internal note (kind "note") or a telephone note ("call"). */
enum case_err	 act_note(struct office *, struct act *, const char *kind);

/* -- acts of the system, called by `sopap tick` ------------------------- */

/* A download row open for 30 days ends as "selesai, belum diunduh". */
enum case_err	 act_expire(struct office *, int64_t task_id, int64_t now);
/* Open the evaluation case of a service for a month ("2026-10").
 * CASE_REPEATED when it is open already. */
enum case_err	 act_evaluation(struct office *, int64_t version_id,
		    const char *period, int64_t now, int64_t *case_id);
/* A message proved undeliverable: a side task for the row's fallback role. */
enum case_err	 act_undeliverable(struct office *, int64_t message_id,
		    int64_t now);

/* Everything that is due at `now`: evaluations of last month from its first
 * working day on, downloads never fetched.  Idempotent; under a lease.
 * *done counts the acts. */
enum case_err	 tick(struct office *, const char *holder, int64_t now,
		    int *done);

/* -- the history ------------------------------------------------------- */

/* Derive cases, tasks and spans again from events and compare, calling
 * `fault` for each difference; with `mend` write what the events say.
 * Returns the number of differences, -1 on failure. */
typedef void rebuild_fault(void *arg, int64_t case_id, const char *what);
int		 rebuild(struct office *, int mend, rebuild_fault *,
		    void *arg, int64_t *cases);

#endif
