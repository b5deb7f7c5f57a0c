/*
 * account.h - where the seconds of a task and of a case went.
 *
 * Every second of a task is in exactly one account: own
 * work, queue, outside, applicant, or closed (own work or queue outside
 * working time).  Outside, applicant and the system's own work run day and
 * night.  The accounts always add up to close minus open.
 * This only counts: what moves a limit while a task is outside is
 * case/deadline.c.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct calendar;

/* The state a task is in, from an instant until the next span. */
enum phase {
	PHASE_QUEUE,		/* received, and in nobody's hand */
	PHASE_OWN,		/* in hand */
	PHASE_OUTSIDE,		/* with a named party that has no row */
	PHASE_APPLICANT,	/* an external role has it, or presence waits */
	PHASE_SYSTEM,		/* the software itself works, day and night */
	PHASE__MAX
};

struct span {
	int64_t		from;	/* seconds UTC; ends where the next begins */
	enum phase	phase;
	int		still;	/* outside, but moves no limit: the standard
				   measures it, or no receipt was before it */
};

/* Spans of one task in order of time, and when it closed. */
struct span_list {
	const struct span	*span;
	size_t			 count;
	int64_t			 close;
};

struct accounts {
	int64_t	own, queue, outside, applicant, closed;	/* seconds */
};

/*
 * Accounts of one task from its first span to `close`.  Spans that begin at or
 * after close count nothing (an act recorded after the fact may close a task
 * before its later spans began).
 */
void	 accounts_task(const struct calendar *, const struct span_list *,
	    struct accounts *out);

/*
 * Accounts of a case from `open` to `close` whose tasks may be open at once:
 * a second goes to the first of own work, queue, outside, applicant, closed
 * that any open task is in.  A second in which no task is open (a recorded
 * gap) goes to closed outside working time and to queue inside it.
 */
void	 accounts_case(const struct calendar *, const struct span_list *tasks,
	    size_t count, int64_t open, int64_t close, struct accounts *out);

/* Working seconds the task spent outside, but for spans that stand still: what
 * moves a turnaround limit. */
int64_t	 accounts_outside_work(const struct calendar *,
	    const struct span_list *);

/* Sum of all accounts. */
int64_t	 accounts_sum(const struct accounts *);

const char	*account_phase_slug(enum phase);
int		 account_phase_from(const char *slug);	/* -1 when unknown */
