/* import_xes.h - inside lib/exchange: an event log as XES (IEEE 1849). */
#pragma once

#include "exchange/import_log.h"

/* Read the source of a reader; import_log_add() gets every finished event.  0,
 * or -1 with the reason in why when the file is no XES. */
int	 import_xes_read(struct import_reader *, char *why, size_t whysize);
