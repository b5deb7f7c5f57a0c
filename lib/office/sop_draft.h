/*
 * sop_draft.h - the next version of an SOP while it is prepared, kept as its
 * text.
 *
 * Each SOP has one draft, of all who may change it; the SOP need not be there
 * yet.  A draft counts for nothing and may have faults.  Who saves it says
 * which saving he has seen, so that nobody's work is overwritten unseen.
 *
 *	err = sop_draft_begin(o, &change, "rkt", 1, text);
 *	...
 *	err = sop_draft_get(o, "rkt", &d);
 *	err = sop_draft_save(o, &change, &d, changed);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"
#include "office/office.h"

struct sop_draft {
	int64_t	 id;
	char	 slug[64];
	int64_t	 base;			/* version it was begun from; 0: none */
	int64_t	 seq;			/* 1 of the first saving */
	int64_t	 begun_at, begun_by, saved_at, saved_by;
	char	*text;			/* given, free() it; NULL in a list */
};

/* CASE_OK, CASE_NOT_FOUND (nothing is being prepared), CASE_DB. */
enum case_err	 sop_draft_get(struct office *, const char *slug,
		    struct sop_draft *);
/* All of them by slug; given, free() *list.  CASE_OK, CASE_DB. */
enum case_err	 sop_draft_list(struct office *, struct sop_draft **list,
		    size_t *count);

/* Begin one.  CASE_INVALID (field "slug") when there is one already; as
 * change_run(). */
enum case_err	 sop_draft_begin(struct office *, const struct change *,
		    const char *slug, int64_t base, const char *text);
/* Keep a text in place of that of the draft as it was read.  CASE_CONFLICT when
 * it was saved or dropped since; as change_run(). */
enum case_err	 sop_draft_save(struct office *, const struct change *,
		    const struct sop_draft *, const char *text);
/* Forget it; likewise. */
enum case_err	 sop_draft_drop(struct office *, const struct change *,
		    const struct sop_draft *);
