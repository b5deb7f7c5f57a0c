/*
 * field_date.h - a date as it is typed, in three parts or in one, and the days
 * it may lie between.
 *
 * The bounds stand in the SOP file (batas, sop/bound.h).  The lower ones count
 * from the receipt of the case, the upper ones from the day the form is sent,
 * so that a request that is mended weeks later is judged no harder.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/act.h"
#include "case/field.h"
#include "office/office.h"
#include "sop/sop.h"

/* A date out of its three parts, each as typed; iso gets "2027-01-04".
 * CASE_OK; CASE_INVALID, with the first part that is wrong in the error. */
enum case_err	 field_date(const struct sop_field *, const char *day,
		    const char *month, const char *year, char iso[11],
		    struct field_error *);
/* The same from one text, "4 januari 2027" or "2027-01-04". */
enum case_err	 field_date_whole(const struct sop_field *, const char *typed,
		    char iso[11], struct field_error *);

/* The days bounds are counted from, "2027-01-04" in the office's zone. */
struct field_days {
	char	received[11];	/* the case */
	char	today[11];	/* the form is sent */
};
void		 field_date_days(struct office *, int64_t received,
		    int64_t now, struct field_days *);

/* The bound of a date field that holds by the form's values, which are
 * checked; NULL when none does. */
const struct sop_bound	*field_date_bound(const struct sop_field *,
			    const struct act_value *, size_t nvalue);

/* Does a checked date lie where it may?  CASE_OK; CASE_INVALID with the error
 * noted.  `others` are the fields of its row, for their labels. */
enum case_err	 field_date_check(const struct sop_field *,
		    const struct sop_row *others, const char *iso,
		    const struct act_value *, size_t nvalue,
		    const struct field_days *, struct field_error *);

/* Is a checked date one to be asked about?  1, with the day it lies before in
 * `before`; or 0. */
int		 field_date_asks(const struct sop_field *, const char *iso,
		    const struct act_value *, size_t nvalue,
		    const struct field_days *, char before[11]);

/* From ten years back to ten ahead, of fields that no SOP file has: for what
 * takes effect some day. */
extern const struct sop_bound	field_date_near;
