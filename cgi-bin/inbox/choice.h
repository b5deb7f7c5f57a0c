/*
 * choice.h - several tasks of the inbox at once: taken, released, handed over,
 * noted, or approved on a page of their own (casepage/signing.h).  Each is an
 * act of its own; what one is refused for keeps none of the others back.
 *
 *	if (choice_check(req, &fault) == -1)
 *		... the list again, 422, with choice_show(..., &fault)
 *	return choice_do(req, reply, list);
 */
#pragma once

#include <stddef.h>

struct inbox_row;
struct page;
struct reply;
struct request;
struct task_row;

/* The fault of a form that was sent: NULL and NULL, none. */
struct choice_fault {
	const char	*field, *text;
};

/* Make a row of the table one that can be chosen: PICK {ID VALUE, CHOSEN}. */
void	 choice_row(const struct request *, struct page *row,
	    const struct task_row *);

/* Show the section CHOICE of the page of these tasks, with what was typed in
 * it, and the errors. */
void	 choice_show(const struct request *, struct page *body,
	    const struct inbox_row *, size_t n, const struct choice_fault *);

/* Look at what was sent: 0; -1 with what is wrong. */
int	 choice_check(const struct request *, struct choice_fault *);

/* Do what was sent to each of the chosen tasks, and go back to the list with a
 * notice of what came of it: the status of the answer. */
int	 choice_do(struct request *, struct reply *, const char *list);
