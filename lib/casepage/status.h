/*
 * status.h - a case as its applicant sees it: its state in the heading, the
 * performer, the limit, the things to do; roles instead of persons, and neither
 * telephone number nor date of birth.  The same page
 * serves the tracking code and an institution's account.
 */
#pragma once

#include "case/act.h"
#include "case/case.h"
#include "casepage/dossier.h"
#include "casepage/fields.h"

struct reply;
struct request;

struct status {
	struct request		*req;
	struct reply		*rep;
	struct case_row		 c;
	struct actor		 actor;
	const char		*action;	/* address of the page */
	const char		*menu;
	const char		*code;		/* as printed; or the number */

	/* filled by status_get() and status_post() */
	struct dossier		 dossier;
	const struct task_row	*t;		/* where it is; NULL: ended */
	const struct sop_row	*row;		/* of it */
	struct fields_state		 typed;
	const char		*key;
};

/* The page. */
int	 status_get(struct status *);

/* aksi=cabut withdraws the request, aksi=unduh gives the letter out. */
int	 status_post(struct status *);
