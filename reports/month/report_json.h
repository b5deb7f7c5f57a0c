/*
 * report_json.h - all figures of a report as JSON (RFC 8259).
 */
#ifndef REPORTS_MONTH_REPORT_JSON_H
#define REPORTS_MONTH_REPORT_JSON_H

#include <stddef.h>

struct report;

/* One object, to be freed with free(); NULL when out of memory. */
char	*report_json(const struct report *, size_t *len);

#endif
