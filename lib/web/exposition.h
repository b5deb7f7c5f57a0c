/*
 * exposition.h - figures in the text format 0.0.4 of Prometheus.
 *
 *	exposition_family(f, "sopap_acts_total", "counter", "Acts of cases.");
 *	exposition_sample(f, "sopap_acts_total", (const char *const []){
 *	    "result", "ok", NULL }, "%d", 12);
 */
#pragma once

#include <stdio.h>

#define EXPOSITION_TYPE "text/plain; version=0.0.4; charset=utf-8"

/* Begin a family: its type is counter, gauge or histogram. */
void	 exposition_family(FILE *, const char *name, const char *type,
	    const char *help);

/* One figure: `label` has names and their texts in turn, NULL-ended; the value
 * is that of printf(3). */
__attribute__((format(printf, 4, 5)))
void	 exposition_sample(FILE *, const char *name, const char *const *label,
	    const char *fmt, ...);
