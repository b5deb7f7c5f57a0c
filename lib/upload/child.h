/*
 * child.h - a program that looks at a hostile file in our place.
 *
 * It gets the file as its standard input, no environment to speak of, no open
 * descriptor of ours, no network, and limits of processor time, of memory, of
 * what it may write, and by the clock; it ends with us.  What it prints comes
 * back through a function, up to a limit.  Of one program one runs at a time on
 * the whole machine: fifty uploads at once neither take its memory fifty times
 * nor its time from each other.
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
