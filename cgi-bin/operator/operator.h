/*
 * operator.h - the parts of the program around institutions' operators, beside
 * the registration (operator.c).
 */
#pragma once

struct reply;
struct request;

/* Answer /operator, GET and POST: the registrations that wait, and the decision
 * on one; the status of the answer. */
int	 operator_decide(struct request *, struct reply *);
/* Answer /lembaga, GET and POST: the activity reports of an institution, to be
 * handed in by its operators and opened by the office. */
int	 operator_activity(struct request *, struct reply *);
