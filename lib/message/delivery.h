/*
 * delivery.h - deliveries: which message is due, and what came of the attempt
 * to send it.
 *
 * A program that sends takes the lease (office/lease.h), then for each message
 *
 *	delivery_next(), delivery_begin()	the attempt is on record
 *	...					it leaves the house
 *	delivery_sent(), retry_later(),		so is its result
 *	channel_deny() or arrival_failed()
 *
 * An attempt without a result is one that was cut: it comes up again once the
 * lease is over (`cut`), and unless the route itself knows the message by its
 * id it is marked as perhaps sent twice.  A message never gets lost that way.
 *
 * Nothing here blocks a case: a message that is given up is recorded in its
 * history and becomes a side task (act_undeliverable()).
 */
#pragma once

#include <stdint.h>

#include "message/channel.h"
#include "office/office.h"

struct delivery {
	int64_t		 id;		/* of the message */
	int64_t		 case_id;	/* 0: of no single case */
	int64_t		 person_id;	/* of the office; 0: the applicant */
	char		 kind[32];
	enum channel	 route;		/* WHATSAPP or MAIL by its address,
					   MAILBOX where that is set; NONE
					   without an address */
	char		 address[128];
	char		 subject[256];
	char		 body[4400];
	char		 name[160];	/* of whom it goes to; or "" */
	char		 number[24];	/* of the case; or "" */
	int		 account;	/* the applicant has one */
	char		 language[8];	/* "id", "en" */
	int64_t		 queued_at;
	int64_t		 tries;		/* by this route, before this one */
	int64_t		 begun_at;
	int		 cut;		/* the last of them has no result */
	int		 repeated;
	char		 file_name[128];	/* goes with it; "" none */
	char		 file_type[64];
	char		 file_hash[65];		/* store/files.h */
	int64_t		 file_size;
};

/* The routes that may be used now. */
struct delivery_query {
	int64_t	now;
	int	stopped[CHANNEL__MAX];
	int64_t	skip;			/* so many that are due, too */
	int64_t	per_day;		/* to one address of an applicant
					   without account; 0: any number */
};

/* Count all that was queued before an instant as sent: a history that is made
 * up sends nothing. */
enum case_err	 delivery_past(struct office *, int64_t before);

/* The oldest message that is due.  CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 delivery_next(struct office *, const struct delivery_query *,
		    struct delivery *);

/* The messages that wait, by whatever route, and since when the oldest of them
 * does; 0 when there is none.  CASE_OK, CASE_DB. */
enum case_err	 delivery_backlog(struct office *, int64_t now, int64_t *count,
		    int64_t *oldest_at);

/* Messages that wait because their address had `per_day` of them in the last 24
 * hours: those of a case, or (0) all. */
int64_t		 delivery_held(struct office *, int64_t case_id,
		    int64_t per_day, int64_t now);

/* Attempts by a route since an instant, for its rate limit. */
int64_t		 delivery_count(struct office *, enum channel, int64_t since);

/* An attempt begins by d->route.  With `again` a cut one before it may have
 * gone out, too.  Should this one be cut, it is left alone for `settle`
 * seconds, in which the provider may say that it has it. */
enum case_err	 delivery_begin(struct office *, struct delivery *,
		    int again, int64_t settle, int64_t now);

/* The next hop has it, under a name of its own, or "". */
enum case_err	 delivery_sent(struct office *, const struct delivery *,
		    const char *provider_id, int64_t now);
