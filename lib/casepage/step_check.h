/*
 * step_check.h - a decision is looked at once more before it becomes an act.
 * For step_finish.c.
 */
#ifndef CASEPAGE_STEP_CHECK_H
#define CASEPAGE_STEP_CHECK_H

#include "casepage/step.h"

/* What was decided, until it is an act. */
struct decision {
	struct sop_choice	 choice;	/* as on the page */
	enum outcome		 outcome;
	struct field_form	*form;
};

/* A signature, a refusal and an end are looked at once more. */
int	 step_needs_check(const struct step *, const struct decision *);
/* The page that asks, with the whole form in it; the status. */
int	 step_check_page(struct step *, const struct decision *,
	    const struct act *);

#endif
