/*
 * unfetched.h - letters that are ready and that nobody fetches: after
 * UNFETCHED_DAYS their case ends as "selesai, belum diunduh".
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

#define UNFETCHED_DAYS 30	/* days, not working days */

/* End the download tasks that are open for that long; *done grows by their
 * number.  One that fails leaves the others be; the first failure is
 * returned. */
enum case_err	 unfetched_tick(struct office *, int64_t now, int *done);
