/*
 * start.h - the first row of an SOP as a form, and the case that an official
 * begins with it.  Requests from outside are written in cgi-bin/submit/apply.c.
 *
 * The form carries the signed instant at which it was first shown: the
 * beginning of the draft, from which the row's work counts.
 *
 * "Simpan draf" keeps it for this person alone, as a request of an account is
 * kept (case/draft.h): below the address of the form, by the draft's token.
 */
#pragma once

#include <stdint.h>

#include "case/act.h"
#include "case/draft.h"
#include "casepage/fields.h"
#include "sop/sop.h"

struct reply;
struct request;

#define START_BEGUN_MAX 86400	/* seconds a form may lie open */

struct start {
	struct request		*req;
	struct reply		*rep;
	const char		*address;	/* of the form */
	int64_t			 version_id;
	const struct sop	*sop;
	const struct sop_row	*row;		/* the first */
	int64_t			 begun;		/* the form was shown first */
	const char		*key;
	struct draft		 draft;		/* id 0: not kept */
	struct fields_state		 typed;
	struct holder_row	*held;		/* the units in which the
						   person may begin it */
	size_t			 nheld;
};

/* Prepare for the SOP in force with this slug, or for the draft that the
 * address names: 0, or a status replied.  A draft that has become a case
 * (draft.case_id) has no form any more. */
int	 start_begin(struct start *, struct request *, struct reply *,
	    const char *prefix, const char *slug);

/* The form, empty or as it was kept, status 200. */
int	 start_get(struct start *);

/* Take the form: the case's id in *case_id and 0, or a status replied; with
 * aksi=draf it is kept. */
int	 start_post(struct start *, int64_t *case_id);

/* Fields of a row as submit.tpl groups them: what is asked, the files. */
void	 start_groups(const struct request *, struct page *,
	    const struct sop_row *, const struct fields_state *);
