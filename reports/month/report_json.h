/*
 * report_json.h - all figures of a report as JSON (RFC 8259).
 */
#pragma once

#include <stdio.h>

struct report;

/* Write one object: 0, or -1 when out of memory or the file failed. */
int	 report_json(const struct report *, FILE *);
