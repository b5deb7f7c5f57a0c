/*
 * download.h - letters that are ready and that nobody fetches: after
 * DOWNLOAD_DAYS their case ends as "selesai, belum diunduh".
 */
#ifndef TICK_DOWNLOAD_H
#define TICK_DOWNLOAD_H

#include <stdint.h>

#include "office/office.h"

#define DOWNLOAD_DAYS 30	/* days, not working days */

/* End the download tasks that are open for that long; *done grows by their
 * number.  One that fails leaves the others be; the first failure is
 * returned. */
enum case_err	 download_tick(struct office *, int64_t now, int *done);

#endif
