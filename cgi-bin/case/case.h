/*
 * case.h - the pages of cases for officials: the list, and one case.
 *
 * case.c finds the case of the address and makes the acts of its forms: a
 * note, taking back, ending it.  A page is filled from one struct case_view:
 * page.c has its parts, time.c those about its time.
 */
#pragma once

#include "case/act.h"
#include "case/case.h"
#include "casepage/dossier.h"
#include "casepage/fields.h"

struct reply;
struct request;

/* One case on its page, and the form that was sent for it. */
struct case_view {
	struct request		*req;
	struct reply		*rep;
	struct case_row		 c;
	struct actor		 actor;
	const char		*action;	/* address of the page */
	struct dossier		 dossier;
	const struct task_row	*t;		/* where it is; NULL: ended */
	const struct sop_row	*row;		/* of it */
	struct fields_state	 typed;
	int			 cancelling;	/* its block stands open */
	int			 parted;	/* it has children */
	const char		*key;
};

/* Answer for the list of cases as a page, or with format=csv the same cases as
 * a table; the status of the answer. */
int	 case_list_page(struct request *, struct reply *);
/* The name of the section of a template that colours a state: IS_OPEN,
 * IS_ENDED, IS_REFUSED. */
const char	*case_colour(const struct case_row *);

/* "menunggu 3 dari 5 berkas pegawai" of an open case that parted
 * (case/case_child.h); "" of any other. */
const char	*case_waits(const struct request *, const struct case_row *);

/* Answer with the page of a case; the status of the answer. */
int	 case_page(struct case_view *, int status);
/* The last task of the case that this person sent on and may take back, or
 * NULL; borrowed from the dossier. */
const struct task_row	*case_recallable(const struct case_view *);

/* Add to the page the time of the case by the accounts it went to; and visit by
 * visit. */
void	 case_show_times(const struct case_view *, struct page *);
void	 case_show_visits(const struct case_view *, struct page *);
