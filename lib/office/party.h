/*
 * party.h - the parties outside the office through whom its work passes, as
 * the office keeps them: a letter is in SISUMAKER, a decision with the
 * Direktorat Jenderal.  A row of an SOP names one by its slug, and so do the
 * spans of a task that was there; a report thus counts each once.
 *
 *	struct party_row p = { .slug = "srikandi", .name = "SRIKANDI",
 *	    .active = 1 };
 *	err = party_add(office, &change, &p, &id);
 *
 * A party is never deleted; one that is not active is offered no more.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"

/* The slug of spans with a party that is not on the list: its name stands in
 * the text of the event alone. */
#define PARTY_OTHER "lainnya"

struct party_row {
	int64_t	id;
	char	slug[64], name[160];
	int64_t	active;
};

/* The party of a slug: CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 party_by_slug(struct office *, const char *slug,
		    struct party_row *);

/* The party that a word means, be it the slug or the name in any case: 1;
 * 0 when the list has none, and the row is that of PARTY_OTHER with the word
 * as its name. */
int		 party_find(struct office *, const char *word,
		    struct party_row *);

/* All parties by name; given, free() *rows.  CASE_OK, CASE_DB. */
enum case_err	 party_list(struct office *, struct party_row **rows,
		    size_t *count);

/* Add a party, *id (or NULL) gets its id; or change name and `active` of the
 * row's id.  CASE_INVALID: office_field() is "slug" or "name" (empty, or
 * taken).  CASE_NOT_FOUND, CASE_REPEATED, CASE_DB. */
enum case_err	 party_add(struct office *, const struct change *,
		    const struct party_row *, int64_t *id);
enum case_err	 party_change(struct office *, const struct change *,
		    const struct party_row *);
