/*
 * participant.h - the persons a request is for, and what was decided of each.
 *
 * They stand in the latest list of persons that a row of the case was finished
 * with (FIELD_PEOPLE); who of them is refused, in the latest FIELD_REFUSED.
 * A request that is refused after that is refused for all of them.
 * Letters, certificates and the tracking page all take them from here.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

enum participant_state {
	PARTICIPANT_OPEN,		/* no row decided yet */
	PARTICIPANT_ACCEPTED,
	PARTICIPANT_REFUSED
};

struct participant {
	const char	*name;
	const char	*id;			/* NIM or NISN, or "" */
	const char	*programme;		/* or "" */
	enum participant_state state;
};

struct participants {
	struct participant	*person;	/* in the order of the list */
	size_t			 count;
	const char		*reason;	/* of the refusals, or "" */
	char			*memory;	/* behind the strings */
};

/* CASE_OK, with a count of 0 when the case has no list; CASE_NOT_FOUND,
 * CASE_DB, the list untouched. */
enum case_err	 participants_read(struct office *, int64_t case_id,
		    struct participants *);
void		 participants_free(struct participants *);

/* The value a field was last given when a row was finished, from whichever
 * row; given, free() it.  NULL when it has none. */
char		*case_value(struct office *, int64_t case_id,
		    const char *field);
