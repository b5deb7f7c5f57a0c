/*
 * report_json.h - all figures of a report as JSON (RFC 8259).
 */
#pragma once

#include <stddef.h>

struct report;

/* One object, to be freed with free(); NULL when out of memory. */
char	*report_json(const struct report *, size_t *len);
