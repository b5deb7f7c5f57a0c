/*
 * sla.h - the label that says in words how a task stands with its time
 * standard, and the exact deadline beside it.
 *
 * Working time only, from the calendar; late begins after the upper end of a
 * range.  While the clock stands still (an outside party, the applicant) there
 * is no deadline.
 */
#pragma once

#include <stdint.h>

#include "page/format.h"

struct calendar;
struct page;
struct request;
struct standard;
struct task_row;

enum sla_state { SLA_LATE, SLA_SOON, SLA_OK, SLA_HOLD, SLA_DONE };

struct sla {
	enum sla_state	state;
	char		text[FORMAT_SIZE];	/* "terlambat 2 jam 10 menit" */
	char		due[FORMAT_SIZE];	/* with day and zone; "" none */
	char		due_short[FORMAT_SIZE];	/* "24 Nov, 10.00"; "" none */
	char		standard[FORMAT_SIZE];	/* "1–2 hari kerja" */
};

/* Fill the label of a task at `now`.  `urgency` is task_urgency()'s answer. */
void	 sla_of(const struct calendar *, const struct task_row *, int urgency,
	    int64_t now, struct sla *);

/* The same for a request: urgency by its configuration, at its instant. */
void	 sla_task(const struct request *, const struct task_row *,
	    struct sla *);

/* Fill the label's markers ("sla.tpl"): a section per state with its text. */
void	 sla_show(struct page *, const struct sla *);

/* "1–2 hari kerja", "5–10 menit"; buf gets it. */
char	*sla_standard(const struct task_row *, char *buf, size_t size);

/* A finished visit against its standard, "8 dari 10 menit"; "" without a
 * verdict. */
char	*sla_spent(const struct calendar *, const struct task_row *, char *buf,
	    size_t size);
