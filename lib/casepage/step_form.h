/*
 * step_form.h - the forms of a step page that no SOP file describes: the
 * decision, what was done before it was recorded, the acts beside the way.
 * For lib/web, and for the counter, which has a page of its own.
 */
#ifndef CASEPAGE_STEP_FORM_H
#define CASEPAGE_STEP_FORM_H

#include "casepage/instant.h"
#include "casepage/step.h"

/* Markers of the form: DECISION, BUTTON; AFTER. */
void	 step_form_decision(struct step *, struct page *);
void	 step_form_after(struct step *, struct page *);
/* DECISION: why it is late, when it is. */
void	 step_form_late(struct step *, struct page *);
/* WAIT_FIELDS. */
void	 step_form_back(struct step *, struct page *);
/* RELEASE, HANDOVER, OUTSIDE, REMARK. */
void	 step_form_acts(struct step *, struct page *);
/* What follows from a decision: "Bila diteruskan, langkah 4 dikerjakan Duta
 * SIGAP."  Lives with the request. */
const char	*step_form_consequence(const struct step *, const char *value);

/* Was something wrong with what was typed there? */
int	 step_form_has_error(const struct step *, const char *field);

/* When an act was begun and done, sent out and came back. */
extern const struct instant_names step_form_begun, step_form_done, step_form_sent, step_form_returned;

/* One of these as typed; 0 when it is empty, or wrong with step_error(). */
int64_t	 step_form_instant(struct step *, const struct instant_names *);

/* Note and the phrases of an outcome as one text; "" when nothing was said. */
const char	*step_form_note(const struct step *, enum outcome);

#endif
