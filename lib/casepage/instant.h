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

/* Read both: 0 with *at (seconds UTC), which is 0 when nothing was typed; -1
 * with the error in *e. */
int	 instant_read(const struct request *, const struct instant_names *,
	    int64_t *at, struct field_error *e);

/* Show both, as two includes of field.tpl. */
void	 instant_show(const struct request *, struct page *,
	    const char *include, const struct instant_names *,
	    const struct fields_state *);
