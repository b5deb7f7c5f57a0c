/*
 * case.h - the pages of cases for officials: the list, and one case.
 */
#ifndef CGI_BIN_CASE_CASE_H
#define CGI_BIN_CASE_CASE_H

#include "case/act.h"
#include "case/case.h"
#include "casepage/dossier.h"
#include "casepage/fields.h"

struct reply;
struct request;

#define CASE_ERRORS_MAX 4

struct case_view {
	struct request		*req;
	struct reply		*rep;
	struct case_row		 c;
	struct actor		 actor;
	const char		*action;	/* address of the page */
	struct dossier		 dossier;
	const struct task_row	*t;		/* where it is; NULL: ended */
	const struct sop_row	*row;		/* of it */
	struct fields_state		 typed;
	struct field_error	 error[CASE_ERRORS_MAX];
	int			 cancelling;	/* its block stands open */
	const char		*key;
};

/* case_list.c: the list, or with format=csv the same cases as a table. */
int	 case_list_page(struct request *, struct reply *);

/* case_page.c: the page of a case. */
int	 case_page(struct case_view *, int status);
/* What was sent on last, if this person may take it back; else NULL. */
const struct task_row	*case_recallable(const struct case_view *);

/* case_parts.c: where it is, papers, messages. */
void	 case_show_steps(const struct case_view *, struct page *);
void	 case_show_papers(const struct case_view *, struct page *);
void	 case_show_messages(const struct case_view *, struct page *);
/* case_time.c: where the time went, in all and visit by visit. */
void	 case_show_times(const struct case_view *, struct page *);
void	 case_show_visits(const struct case_view *, struct page *);

/* Name of the section that colours a state: IS_OPEN, IS_ENDED, IS_REFUSED. */
const char	*case_colour(const struct case_row *);

#endif
