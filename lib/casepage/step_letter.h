/*
 * step_letter.h - letters on the page of a step: the way to compose one, and
 * what was composed so far, in the form that wants it.
 */
#pragma once

#include "casepage/step.h"

#define STEP_LETTER_TEMPLATE "letter-offer.tpl"

/* For draft and approve rows: EXTRA of the form. */
void	 step_letter_show(struct step *, struct page *form);

/* Before the form is shown for the first time: the draft composed here is its
 * file, number and date of the letter prepared here are its own. */
void	 step_letter_typed(struct step *);
