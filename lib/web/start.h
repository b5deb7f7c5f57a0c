/*
 * start.h - the first row of an SOP as a form, and the case that an official
 * begins with it.  Requests from outside are written in cgi-bin/submit_apply.c.
 *
 * The form carries the signed instant at which it was first shown: the
 * beginning of the draft, from which the row's work counts.
 */
#ifndef WEB_START_H
#define WEB_START_H

#include <stdint.h>

#include "case/act.h"
#include "case/sop.h"
#include "web/fields.h"

struct reply;
struct request;

#define START_ERRORS_MAX 64

struct start {
	struct request		*req;
	struct reply		*rep;
	const char		*address;	/* of the form */
	int64_t			 version_id;
	const struct sop	*sop;
	const struct sop_row	*row;		/* the first */
	int64_t			 begun;		/* when the form was shown first */
	const char		*key;
	struct typed		 typed;
	struct field_error	*error;		/* typed.error */
};

/* Prepare for the SOP in force with this slug: 0, or 404 replied. */
int	 start_begin(struct start *, struct request *, struct reply *,
	    const char *prefix, const char *slug);

/* The empty form, status 200. */
int	 start_get(struct start *);

/* Take the form: the case's id in *case_id and 0, or a status replied. */
int	 start_post(struct start *, int64_t *case_id);

/* Fields of a row as submit.tpl groups them: what is asked, the files. */
void	 start_groups(const struct request *, struct page *,
	    const struct sop_row *, const struct typed *);

#endif
