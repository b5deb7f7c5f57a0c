/*
 * event.h - the one append-only history.
 *
 * Every act is an event in the numbered, hash-chained stream of a case or of
 * an administered thing (role, person, SOP, unit).  An event keeps the change
 * (`effect`, JSON without personal data) and the digest of its salted payload;
 * the payload itself, the texts that people typed, lies apart and may be
 * destroyed by a recorded act: the chain still verifies.
 *
 * A payload is destroyed when its row in event_data is gone, or its text empty,
 * and a later event of the same stream, of kind "destroy", names its number:
 * the effect of that event holds {"destroyed": [3, 4]}.  The effect is covered
 * by the chain, so that nobody can say afterwards that a payload which was lost
 * had been destroyed.
 */
#pragma once

#include <stdint.h>

struct db;

enum actor_kind { ACTOR_PERSON, ACTOR_APPLICANT, ACTOR_SYSTEM };

struct event {
	int64_t		 stream;
	int64_t		 seq;		/* 0: append gives the next */
	int		 begins;	/* it is the first of its stream */
	const char	*kind;		/* "forward", "role-named" ... */
	int64_t		 task_id;	/* 0: none */
	enum actor_kind	 actor_kind;
	int64_t		 actor_id;	/* 0 unless ACTOR_PERSON */
	int64_t		 behalf_id;	/* 0: on the actor's own behalf */
	const char	*capacity;	/* "", definitif, plt, plh */
	int64_t		 recorded_at;
	int64_t		 occurred_at;
	const char	*effect;	/* JSON object */
	const char	*payload;	/* JSON object */
	const char	*idem;		/* idempotency key, or NULL */
};

/* Append to its stream inside the caller's transaction; fills e->seq.  Where
 * the stream ends is not asked of one that begins, or that the event before it
 * in the transaction went to.  0, or -1 when the database failed
 * (db_failed()). */
int	 event_append(struct db *, struct event *e);

/*
 * Events of a stream, oldest first.  Strings live until the next call with
 * the same reader.  payload is "" when it was destroyed or lost.
 */
struct event_reader;
struct event_reader	*event_read(struct db *, int64_t stream);
int			 event_next(struct event_reader *, struct event *);
/* 0, or -1 when the database failed and some may be missing. */
int			 event_done(struct event_reader *);

/* The event that destroyed the payload of an event: its seq; 0 when there is
 * none, -1 when the database failed. */
int64_t	 event_destroyer(struct db *, int64_t stream, int64_t seq);

/* Called once for each finding of event_verify(), `what` saying it. */
typedef void event_fault(void *arg, int64_t stream, int64_t seq,
    const char *what);

/*
 * Check every chain: numbers without gaps, hashes, digests, and that no case
 * has lost its last events.
 *
 *   fault      is told what is wrong
 *   destroyed  is told of payloads destroyed by an act, which is no fault; may
 *              be NULL
 *
 * Returns the number of faults, -1 on failure; *checked gets the number of
 * events.
 */
int	 event_verify(struct db *, event_fault *fault, event_fault *destroyed,
	    void *arg, int64_t *checked);
