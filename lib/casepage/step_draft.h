/*
 * step_draft.h - an official's form kept for him until the step is done.
 */
#pragma once

struct step;

/* May this person keep the form?  Officials may, of their own tasks. */
int	 step_draft_allowed(const struct step *);

/* aksi=draf: keep the form as it was sent, right or wrong.  303 back to it; 422
 * when a file was refused, 409 when the task is done. */
int	 step_draft_save(struct step *);

/* Fill s->typed with the form as it was kept; 0: there is none. */
int	 step_draft_typed(struct step *);
