/*
 * step_page.h - the page of a step ("step.tpl").
 */
#pragma once

struct act;
struct page;
struct step;

/*
 * Read the dossier and reply with the page of an open or moved task, or with
 * the program's own page: `status` is 200, 409 or 422.  After a conflict the
 * act that lost is given, else NULL: what changed meanwhile is shown as it is
 * now.  A form that holds nothing yet is filled from the draft or from the last
 * visit.  The status of the answer.
 */
int	 step_page(struct step *, int status, const struct act *conflict);

/* "step.tpl", for a program whose own page is not for everybody. */
int	 step_page_usual(struct step *, int status,
	    const struct act *conflict);

/* RETURNED: by whom and why the case came back to this row; nothing when it did
 * not. */
void	 step_page_returned(struct step *, struct page *);
