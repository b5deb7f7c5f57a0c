/*
 * seat.h - somebody sits at the page of a case's open task and sends its form,
 * for the tests of the step programs.
 */
#pragma once

#include "tests/web/cgi.h"
#include "tests/web/desk.h"

struct seat {
	struct office		*o;
	const char		*program;
	const char		*path;		/* "/periksa" */
	char			 uri[64];
	int64_t			 case_id;
	struct task_row		 task;
	const struct sop_row	*row;
	struct visitor		 v;		/* whoever does it, logged in */
};

/* Take a seat; `claimed`: the task is theirs already. */
void	 seat_take(struct seat *, struct office *, const char *program,
	    const char *path, int64_t case_id, int claimed);
void	 seat_leave(struct seat *);

/* Load the page; read the task again. */
void	 seat_look(struct seat *);

/* Send "a=1&b=2" with the task's version and a key of its own, unless the
 * text has them. */
void	 seat_send(struct seat *, const char *form);
/* The same with a PDF in a field. */
void	 seat_send_file(struct seat *, const char *form, const char *field);

/* Name of the row's first required file; NULL when it needs none. */
const char	*seat_file(const struct seat *);

/* Events of the case. */
int64_t	 seat_events(const struct seat *);
