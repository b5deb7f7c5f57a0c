/*
 * instant.h - an instant typed in two fields: a date in three parts, and
 * "14.05" in office time.
 */
#pragma once

#include <stdint.h>

#include "casepage/fields.h"

struct instant_names {
	const char	*date;		/* name of the date field */
	const char	*hour;		/* name of the field beside it */
	const char	*date_label, *hour_label;
	const char	*help;		/* of the date; or NULL */
};

/* Read both, in seconds UTC: 0 when nothing was typed, or when it is wrong,
 * with the error in the state. */
int64_t	 instant_read(const struct request *, const struct instant_names *,
	    struct fields_state *);

/* Show both, as two includes of field.tpl. */
void	 instant_show(const struct request *, struct page *,
	    const char *include, const struct instant_names *,
	    const struct fields_state *);
