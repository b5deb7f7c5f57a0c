/*
 * act_start.h - a case begins.
 */
#pragma once

#include "case/act.h"

struct act_work;

/* The instants and the subject of a new case, beside the first row's form. */
struct act_start {
	int64_t		 version_id;	/* SOP version */
	int64_t		 received_at;	/* typed arrival of a letter; 0: none */
	int64_t		 begun_at;	/* beginning of the draft; 0: unknown */
	const char	*subject;	/* "": from the SOP's subject field */
	const char	*language;	/* of the form; NULL: the SOP's */
	int64_t		 unit_id;	/* of several in which the actor may
					   begin it; 0: the only one */
};

/*
 * "Mulai berkas baru": opens a case of an SOP version and finishes its row 1
 * as a forward, whatever the row's kind.  An applicant without account may do
 * so where the SOP is open to the public.  Row 1 has a verdict only when its
 * receipt or its beginning is known.
 *
 * The results of every act (case/act.h), with CASE_NOT_FOUND for the version,
 * CASE_DENIED unless the actor holds the performer of row 1, CASE_INVALID
 * ("received_at", "begun_at") for an instant behind the act's, CASE_STATE for
 * one in a closed month.
 */
enum case_err	 act_start(struct office *, struct act *,
		    const struct act_start *);

/* Inside an act whose w->start and w->sop are set: fill w->c as a new case,
 * opened at the earlier of receipt and beginning.  Nothing is written yet. */
void		 act_start_case(struct act_work *);
/* Its number, of the year of the act.  The letter says how it came: K by a row
 * 1, E an evaluation, U a trial ("K-2026-0412").  Numbers have no gaps: whoever
 * has the next one waits for the end of this act, so take it just before the
 * record. */
void		 act_start_number(struct act_work *, char letter);
