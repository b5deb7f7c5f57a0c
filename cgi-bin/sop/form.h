/*
 * form.h - the page of one SOP, laid out as its signed form.
 */
#ifndef CGI_BIN_SOP_FORM_H
#define CGI_BIN_SOP_FORM_H

#include "case/case.h"
#include "office/soplist.h"
#include "sop/sop.h"

struct reply;
struct request;

struct sop_view {
	struct request		*req;
	const struct sop	*sop;
	const struct sop_item	*item;		/* its version */
	const struct sop_item	*items;		/* all versions */
	size_t			 nitems;
	struct case_row		 c;		/* to be marked; id 0: none */
	int64_t			 at;		/* row it stands at */
};

int		 sop_form(const struct sop_view *, struct reply *);

/* Is who asks of the office? */
int		 is_official(const struct request *);
/* "24 Oktober 2022" of an ISO date; "" of "". */
const char	*date_words(const struct request *, const char *iso);

#endif
