/*
 * trail.h - the Jejak: the events of administered things, by thing, person and
 * day.
 *
 * An event says what a thing is now and what of it was otherwise before
 * (office/change.h).  Each has a line in the table `changes`, beside the many
 * events of cases: it says which they are, and nothing that the event does not.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

struct event;

/* Within the transaction of an event of an administered thing: its line. */
void		 trail_add(struct db *, const struct event *);

struct trail_query {
	const char	*kinds;		/* "|role-added|role-ended|": these */
	const char	*streams;	/* "|12|34|": of these; "": of any */
	int64_t		 person_id;	/* by whom; 0: anybody */
	int64_t		 seq;		/* this one alone; 0: all */
	int64_t		 from, to;	/* [from, to); 0, 0: any time */
	int64_t		 offset, limit;
};

/* Texts are borrowed for the call. */
struct trail_row {
	int64_t		 stream, seq, at;
	int64_t		 person_id;	/* 0: the machine */
	const char	*kind;
	const char	*effect;	/* JSON object */
	const char	*payload;	/* the same; "" when it was destroyed */
};
typedef void	 trail_fn(void *arg, const struct trail_row *);

/* Hand out one page of those that match, the latest first (none with a limit of
 * 0); *total (or NULL) counts all that match.  CASE_OK, CASE_DB. */
enum case_err	 trail_read(struct office *, const struct trail_query *,
		    trail_fn *, void *arg, int64_t *total);
