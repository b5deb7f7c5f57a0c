/*
 * step_form.h - the forms of a step page that no SOP file describes: the
 * decision, times of an act that was done earlier, the acts that do not finish
 * the step.  The counter uses them, too: it has a page of its own.
 */
#pragma once

#include "casepage/instant.h"
#include "casepage/step.h"

/* Markers of the form: DECISION, BUTTON; AFTER. */
void	 step_form_decision(struct step *, struct page *);
void	 step_form_after(struct step *, struct page *);
/* DECISION: why it is late, when it is. */
void	 step_form_late(struct step *, struct page *);
/* RELEASE, HANDOVER, OUTSIDE or VIA, REMARK. */
void	 step_form_acts(struct step *, struct page *);
/* Does the block of a field stand open: with an error, or with what was typed
 * in a form that came back (web/request.h, stale)?  A date is meant by its
 * name. */
int	 step_form_opens(const struct step *, const char *field);
/* The decisions of a row as choices ("teruskan", "kembali-4", "tolak"): their
 * number, at most max; the texts live with the request. */
size_t	 step_form_choices(const struct step *, struct sop_choice *choice,
	    size_t max);
/* The act when the case ends with this step: "Setujui dan selesaikan
 * usulan".  Lives with the request. */
const char	*step_form_end(const struct step *);

/* The consequence of a decision: "Bila diteruskan, langkah 4 dikerjakan Duta
 * SIGAP."  Lives with the request. */
const char	*step_form_consequence(const struct step *, const char *value);

/* The fields for the times an act was begun and done. */
extern const struct instant_names step_form_begun, step_form_done;

/* Note and the phrases of an outcome as one text; "" when nothing was said. */
const char	*step_form_note(const struct step *, enum outcome);
