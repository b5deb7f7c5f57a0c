/*
 * step_form.h - the forms of a step page that no SOP file describes: the
 * decision, what was done before it was recorded, the acts beside the way.
 * Inside lib/web only.
 */
#ifndef WEB_STEP_FORM_H
#define WEB_STEP_FORM_H

#include "web/step.h"

/* Markers of the form: DECISION, BUTTON; AFTER. */
void	 step_show_decision(struct step *, struct page *);
void	 step_show_after(struct step *, struct page *);
/* WAIT_FIELDS. */
void	 step_show_back(struct step *, struct page *);
/* RELEASE, HANDOVER, OUTSIDE, REMARK. */
void	 step_show_side(struct step *, struct page *);
/* RETURNED. */
void	 step_show_returned(struct step *, struct page *);

/* What follows from a decision: "Bila diteruskan, langkah 4 dikerjakan Duta
 * SIGAP."  Lives with the request. */
const char	*step_consequence(const struct step *, const char *value);

/* A field that the page carries and nobody types: csrf, versi ... */
int	 step_is_hidden(const char *name);

/* An instant out of NAME-tanggal (three parts) and NAME-pukul ("14.05"): 0
 * when both are empty.  -1 with step_error() when they are wrong. */
int64_t	 step_instant(struct step *, const char *name, const char *what);

/* Note and phrases as one text; "" when nothing was said. */
const char	*step_note(const struct step *);

/* Show the pair of fields that step_instant() reads. */
void	 step_show_instant(struct step *, struct page *, const char *include,
	    const char *name, const char *date_label, const char *time_label);

#endif
