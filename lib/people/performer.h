/*
 * performer.h - the performers of SOP rows: a performer is an expression of
 * roles, "jfu|jft", whose holders may all act.
 *
 * Roles are joined into a performer by role_join_performer() (role.h) or by
 * the SOP that names it; who may act for it says holder.h.
 */
#pragma once

#include <stddef.h>

#include "office/office.h"

struct sop;


/*
 * The printed name of a performer expression: the one name it was given, or
 * the names of its roles with a slash between them ("JFU/JFT"); the
 * expression itself when no role is known.  Returns buf, which gets it, cut
 * to `size`.
 */
char		*performer_name(struct office *, const char *expr, char *buf,
		    size_t size);

/*
 * The same of a row of an SOP, as a reader understands it: of "same-as:1" the
 * performer of that row, of "superior-of:7" "atasan langsung ..." of that
 * row's, of "a+b" both.
 */
char		*performer_in(struct office *, const struct sop *,
		    const char *expr, char *buf, size_t size);
