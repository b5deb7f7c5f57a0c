/*
 * sim_case.h - cases written whole, from the first visit to the last: for
 * offices that are made up.
 *
 * Each visit follows from the one before as the SOP has it, with limits,
 * accounts and verdict by the clock, and each finish is an event; so the
 * history verifies and can be rebuilt like any other.  Whether somebody may do
 * what he does is not asked, forms are not checked, nobody is told anything.
 */
#pragma once

#include <stdint.h>

#include "case/case.h"
#include "sop/sop.h"

/* A case to begin.  Texts are borrowed until the next is asked for. */
struct sim_case {
	int64_t		 version_id, begun_at;
	int64_t		 officer_id;	/* whom it is about; 0: nobody */
	const char	*subject, *applicant, *phone;
};

/* The course of a visit, in this order; 0: that does not come about. */
struct sim_case_turn {
	int64_t		 claimed_at;	/* awaited: the applicant is there */
	int64_t		 outside_at;	/* with the row's outside party */
	int64_t		 back_at;
	int64_t		 closed_at;
	enum outcome	 outcome;	/* forward, return, refuse, download */
	int64_t		 by;		/* person; 0: the applicant */
	const char	*late_reason;	/* should it be late */
	const char	*typed;		/* into the form; NULL: nothing */
};

struct sim_case_plan {
	/* The case of a number, and each visit that was opened.  A case may
	 * be asked for twice, and goes the same way then. */
	void	(*begin)(void *arg, int64_t n, struct sim_case *);
	void	(*turn)(void *arg, const struct sop_row *,
		    const struct task_row *, struct sim_case_turn *);
	void	*arg;
	int64_t	 until;			/* nothing occurs from then on */
};

/* Write the cases [first, first + count) in one transaction.  The first visit
 * of each is finished before `until`. */
enum case_err	 sim_case_write(struct office *, const struct sim_case_plan *,
		    int64_t first, int64_t count);
