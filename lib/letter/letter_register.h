/*
 * letter_register.h - the register of outgoing letters: every number that was
 * given, and what became of it.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "letter/letter.h"

struct letter_register_query {
	const char	*number;	/* a part of it, as typed; "": any */
	int64_t		 year;		/* 0: any */
	const char	*state;		/* slug of letter_state.h; "": any */
	int64_t		 unit_id;	/* 0: any */
	int64_t		 seen_by;	/* of cases that this official sees at
					   `now` (case/access.h); 0: of all */
	int64_t		 now;
	int64_t		 offset, limit;
};

struct letter_register_entry {
	struct letter_row l;
	char	 case_number[32];
	char	 unit[256];
};

/* Does a person write or sign letters: hold a role that drafts or approves in
 * an SOP whose requests name persons?  1 or 0. */
int		 letter_register_may(struct office *, int64_t person_id,
		    int64_t now);

/* The entries a query asks for, the latest date first; *total counts them
 * without the limit.  Given, free() *rows.  CASE_OK, CASE_DB. */
enum case_err	 letter_register_find(struct office *,
		    const struct letter_register_query *,
		    struct letter_register_entry **rows, size_t *count,
		    int64_t *total);

/* Call fn with each entry that a query asks for, in this order, of a list that
 * is longer than memory should be: CASE_OK, CASE_DB. */
enum case_err	 letter_register_each(struct office *,
		    const struct letter_register_query *,
		    void (*fn)(void *arg, const struct letter_register_entry *),
		    void *arg);

/* The numbers of a unit's year, and those among them that no letter has. */
struct letter_register_year {
	int64_t	 unit_id, year;
	char	 unit[256];
	int64_t	 last;			/* running number given last */
	int64_t	 dropped;		/* cancelled, never in force */
	int64_t	 outside;		/* letters numbered elsewhere */
	int64_t	*skipped;		/* borne by one of those already */
	size_t	 nskipped;
};
/* Latest year first; given, letter_register_years_free().  CASE_OK, CASE_DB. */
enum case_err	 letter_register_years(struct office *,
		    struct letter_register_year **rows, size_t *count);
void		 letter_register_years_free(struct letter_register_year *,
		    size_t count);
