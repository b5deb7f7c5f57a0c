/*
 * official_form.h - an SOP as its official form (PermenPAN-RB 35/2012): the
 * order for its paper, which sopap-letter(1) draws.
 *
 * The identity page and the table with the flowchart say what the SOP says,
 * word for word; nothing is added but the names of performers.  The same
 * version of an SOP gives the same order as long as these keep their names.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

struct json_t;
struct sop;

struct official_form {
	const struct sop *sop;
	int64_t		 made;		/* seconds UTC: the version's begin */
	const char	*kop;		/* the letterheads (letterhead.h), of
					   which its logo is taken; or NULL */
	int		 nip;		/* with the NIP of who approved it */
};

/* The order; given, as jansson's objects are.  NULL when out of memory. */
struct json_t	*official_form_order(struct office *,
		    const struct official_form *);
