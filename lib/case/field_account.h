/*
 * field_account.h - the fields of a request that the account of an
 * institution's operator gives: nobody types another institution's name.
 */
#pragma once

#include <stdint.h>

#include "case/act.h"
#include "office/office.h"
#include "sop/sop.h"

#define FIELD_ACCOUNT_MAX 8	/* such fields of a row */

struct field_account {
	char			name[160];	/* of the institution */
	struct act_value	value[FIELD_ACCOUNT_MAX]; /* strings borrowed
						   from here and the row */
	size_t			nvalue;
};

/* The values of a row's fields for an institution; none for id 0.  CASE_OK,
 * CASE_NOT_FOUND, CASE_DB.  The struct may not be copied. */
enum case_err	 field_account(struct office *, const struct sop_row *,
		    int64_t institution_id, struct field_account *);

/* The value of the field of this name; NULL when the account gives none. */
const char	*field_account_value(const struct field_account *,
		    const char *name);

/* `typed` with these values in place of those of the same names: `all` has
 * room for both together; how many it has got. */
size_t		 field_account_put(const struct field_account *,
		    const struct act_value *typed, size_t ntyped,
		    struct act_value *all);
