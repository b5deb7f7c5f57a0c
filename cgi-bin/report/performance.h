/*
 * performance.h - how the office serves, for everybody: the service time kept,
 * satisfaction and complaints, by SOP and month, of closed months alone.
 */
#pragma once

struct reply;
struct request;

/* Answer /kinerja (the last closed month), /kinerja/2026-10 and, of an SOP in
 * all closed months, /kinerja/SLUG; the status of the answer. */
int	 report_performance(struct request *, struct reply *);
