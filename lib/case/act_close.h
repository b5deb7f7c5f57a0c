/*
 * act_close.h - acts that no row brings: a case withdrawn or cancelled, a
 * letter never fetched, a message that did not arrive, another calendar.
 *
 * All give the results of every act (case/act.h).
 */
#pragma once

#include "case/act.h"

/* The applicant withdraws the request: a->case_id, with a note that says why.
 * CASE_STATE when it is ended or its letter lies ready. */
enum case_err	 act_withdraw(struct office *, struct act *);
/* An administrator cancels a case, with a note that says why. */
enum case_err	 act_cancel(struct office *, struct act *);

/* -- acts of the system, called by `sopap tick` ------------------------- */

/* A download row that nobody fetched ends as "selesai, belum diunduh". */
enum case_err	 act_expire(struct office *, int64_t task_id, int64_t now);

/* A message proved undeliverable: it is given up, and a side task is opened
 * for the row's fallback role, else for its own performer, else for that of
 * the nearest row which is the office's; always for somebody.  CASE_REPEATED
 * when it was given up before; CASE_NOT_FOUND when it is of no case. */
enum case_err	 act_undeliverable(struct office *, int64_t message_id,
		    int64_t now);

/* Open tasks keep the calendar they were opened with until this act, by an
 * administrator or the system (by = 0), lets them follow the one in force: one
 * event per case, *cases of them. */
enum case_err	 act_calendar(struct office *, int64_t by, int64_t now,
		    int64_t *cases);
