/*
 * act.h - everything that can be done to a case: the face of lib/case for
 * those who write, as case/case.h is for those who read.
 *
 *	act_start.h	a case begins
 *	act_hold.h	claim, release, hand over; presence; outside; notes
 *	act_finish.h	forward, return, refuse, download: the case moves on
 *	act_recall.h	a forward is taken back
 *	act_close.h	withdraw, cancel, expire; undeliverable; calendar
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
 * done, nothing was done again, and a->case_id is the case.
 *
 * An act knows no form, page or permission of its own: values are checked
 * against the SOP's row (case/field_form.h), rights by case/access.h.  How an
 * act is made: case/act_frame.h.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/access.h"
#include "office/office.h"

/* One value of the row's form; the act checks it (case/field_form.h). */
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

/* Counts acts by what came of them, in office_err_word() (base/metrics.h). */
#define ACT_COUNTER "act/%s"

/* The most characters that an act keeps of a text: longer ones are refused, by
 * the pages that ask for them and here. */
#define ACT_NOTE_MAX	2000
#define ACT_LINE_MAX	200	/* evidence, party, register number */

struct followup_check;

struct act {
	struct actor	 actor;
	int64_t		 task_id;
	int64_t		 case_id;	/* acts on a case; filled by the call */
	int64_t		 version;	/* of the task the page showed */
	const char	*idem;		/* form's key; NULL: none */
	int64_t		 now;		/* recorded_at */
	int64_t		 occurred_at;	/* 0: now */
	int64_t		 begun_at;	/* when work began; 0: unknown */
	const char	*note;		/* instruction, reason; or NULL */
	const char	*evidence;	/* of an act on behalf or earlier */
	const struct act_value *value;
	size_t		 nvalue;
	const struct act_file *file;
	size_t		 nfile;

	/* of single acts */
	int		 return_pos;	/* row a return goes to; 0: the usual */
	const char	*mend;		/* a return: names of the fields that
					   are to be mended, a space between;
					   NULL or "": any */
	int		 ask_present;	/* a return: ask for presence again */
	const char	*late_reason;	/* slug (case/lateness.h), when it
					   ends late; or NULL */
	int		 exception;	/* approve one's own draft; the note
					   says why */
	const char	*missing;	/* what a signed file lacks, a line
					   each, or NULL; */
	const char	*unproved;	/* and why it is sent all the same */
	int64_t		 person_id;	/* hand over, move: to whom */
	int64_t		 absence_id;	/* move: for which (people/absence.h) */
	const char	*party;		/* outside wait: with whom */
	const char	*register_no;	/* its register number there, */
	const char	*register_on;	/* and date, "2026-11-30" */
	int64_t		 message_id;	/* that proved undeliverable */
	int		 counter;	/* one keypress claims and finishes */
	int		 joint;		/* a forward: one press finishes more
					   rows (case/counter_queue.h) */
	const struct followup_check *followup;	/* evaluation: the earlier */
	size_t		 nfollowup;	/* ones (case/followup.h), judged */

	/* filled by the call, for the page that follows */
	char		 number[24];	/* of the case */
	int64_t		 next_task;	/* opened by it, the first of several;
					   0: the case ended or waits */
	char		 next_performer[96];
	int64_t		 children;	/* cases it parted into; 0 */
	int64_t		 by_person;	/* CASE_CONFLICT: who was faster, */
	int64_t		 by_at;		/* and when */
};

/*
 * Of every act: CASE_CONFLICT when the task changed since the page was made,
 * CASE_REPEATED when the key was used before, CASE_DENIED when the actor may
 * not, CASE_STATE when it is not possible as things are or falls into a closed
 * month, CASE_INVALID (office_field()) when something given is wrong.  Nothing
 * has changed then.
 *
 * An act may have occurred before it is recorded, within the limits of
 * case/backdate.h.  For another holder (behalf_id) only a clerk records
 * (people/clerk.h), with evidence.
 */
