/*
 * unitraw.h - what units and roles have in common.  Private to lib/case.
 */
#ifndef OFFICE_UNITRAW_H
#define OFFICE_UNITRAW_H

#include "office/office.h"

/* Small letters, digits and dashes: what stands in addresses and files. */
enum case_err	 unit_check_slug(struct office *, const char *slug);
/* Is there such a unit?  Else a fault of the field. */
enum case_err	 unit_check(struct office *, int64_t id, const char *field);

#endif
