/*
 * child.h - a program that looks at a hostile file in our place.
 *
 * It gets the file as its standard input, no environment to speak of, no open
 * descriptor of ours, no file of the office and no network (sandbox.h), and
 * limits of processor time, of memory, of what it may write, and by the clock;
 * it ends with us.  What it prints comes back through a function, up to a
 * limit.  Of one program one runs at a time in an office: fifty uploads at once
 * neither take its memory fifty times nor its time from each other.  All
 * children of a request have a time together (child_allow()).
 *
 *	static const char *const qpdf[] = { QPDF, "--check", "/dev/fd/0",
 *	    NULL };
 *	struct child child = { .argv = qpdf, .input = fd, .seconds = 5,
 *	    .patience = 30, .most = 65536, .take = keep_words, .arg = &words };
 *
 *	if (child_run(&child) == 2)
 */
#pragma once

#include <stddef.h>

struct child {
	const char *const *argv;	/* the first an absolute path */
	int	 input;			/* descriptor, not closed; -1: none */
	const int *more;		/* become 3, 4, ...; not closed */
	size_t	 nmore;			/* CHILD_MORE_MAX at most */
	int	 seconds;		/* of processor */
	int	 patience;		/* seconds by the clock; 0: double */
	size_t	 most;			/* bytes it may print */
	int	 ours;			/* no hostile file: it keeps environment
					   and network, `patience` alone
					   bounds it, and it has no turn */
	int	 errors;		/* what it says on standard error comes
					   back as well */
	/* Gets what it printed, in blocks: 0 to go on. */
	int	(*take)(void *arg, const void *, size_t);
	void	*arg;
};

#define CHILD_MORE_MAX	32
#define CHILD_FAILED	(-1)	/* killed: by a limit, by `take`, by a fault of
				   its own */
#define CHILD_ABSENT	(-2)	/* could not be started */
#define CHILD_SPENT	(-3)	/* the time of all children is spent */
#define CHILD_BUSY	(-4)	/* it had no turn (child_turns()) */

/* From now on all children, but for those that are ours, have so much time
 * together, by the clock and without the waiting for turns; spent, each further
 * one is refused.  `waiting` (may be NULL) is called when one keeps this
 * process waiting, again and again.  Without this call there is no such
 * limit. */
void	 child_allow(int milliseconds, void (*waiting)(void));
/* Was one refused since then, or killed for it?  CHILD_SPENT, CHILD_BUSY, 0. */
int	 child_refused(void);
/* Milliseconds of those given that were taken. */
int	 child_took(int milliseconds);
/* Children take their turns by locks in this folder, a text that stays, and
 * wait so long for them; without this call they take none. */
void	 child_turns(const char *folder, int milliseconds);

/* Run it to its end: its exit code, or one of these, which is logged. */
int	 child_run(const struct child *);

/* The words a program printed.  Of more than fits the first half and the
 * end are kept. */
struct child_words {
	size_t	 len;
	char	 text[65536];
};
/* Run it and keep its words (`take` and `arg` are set here); given, free()
 * *words.  As child_run(); *words is NULL when out of memory. */
int	 child_words(struct child *, struct child_words **words);
