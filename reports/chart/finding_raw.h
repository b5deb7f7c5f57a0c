/*
 * finding_raw.h - what the sentences of the charts share (finding.c); each
 * chart's own are in finding_NAME.c.
 */
#ifndef REPORTS_CHART_FINDING_RAW_H
#define REPORTS_CHART_FINDING_RAW_H

#include "reports/chart/finding.h"

/* Names and values told in an alternative text before "dan N lainnya". */
#define TOLD_MOST 8

/* Append to a string of `size` bytes; what does not fit is cut. */
__attribute__((format(printf, 3, 4)))
void	 finding_append(char *buf, size_t size, const char *fmt, ...);
/* A sentence begins with a capital; returns buf. */
char	*finding_capital(char *buf);
/* A share for a sentence: "91,6%" or, when few, "tiga dari empat". */
char	*finding_share(char *buf, size_t size, struct share, int target);
/* Before the i-th of n told things: a comma, or "dan" before the last. */
const char	*finding_joint(int i, int n);

/* "Diagram ...: empat dari ..." - a finding goes on after a colon. */
void	 finding_begin_alt(char *buf, size_t size, char *finding);
/* The sentence that ends every alternative text. */
void	 finding_end_alt(char *buf, size_t size);

#endif
