/*
 * arrival.h - news of a message that left: it arrived, or it never will.
 *
 * Messages to an applicant that are given up become a side task of somebody of
 * the office (act_undeliverable()); that is why this lies in the room of cases
 * and not beside message/delivery.h, whose sender brings the news.
 */
#pragma once

#include <stdint.h>

#include "message/delivery.h"
#include "office/office.h"

/* How far a message got that left the house. */
enum arrival {
	ARRIVAL_UNKNOWN,	/* accepted by the next hop, no more */
	ARRIVAL_DELIVERED,
	ARRIVAL_READ,
	ARRIVAL_FAILED,
	ARRIVAL__MAX
};

/* News of a message from a provider, by any of the names the message has. */
struct arrival_news {
	const char	*provider_id;	/* or NULL */
	const char	*alias;		/* a further name, or NULL */
	int64_t		 message_id;	/* our own, or 0 */
	enum arrival	 arrival;
	const char	*reason;	/* of a failure */
};

/* The arrival of a slug of deliveries.state ("accepted", "delivered", "read",
 * "failed"); -1 when it is none. */
int		 arrival_from(const char *slug);

/* Note what a provider says of a message; the highest that was ever said
 * stays.  With `mail` a mail follows a failure, as below.  CASE_OK;
 * CASE_NOT_FOUND: no message of ours; CASE_BUSY: it may be of one that is just
 * being sent; CASE_DB. */
enum case_err	 arrival_news(struct office *, const struct arrival_news *,
		    int mail, int64_t now);

/* This route will not deliver the message.  With `mail` a mail to the same
 * person follows when an address is known; else the message is given up.
 * CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 arrival_failed(struct office *, int64_t message_id,
		    const char *reason, int mail, int64_t now);

/* Messages whose time is over expire; those that were given up when a crash
 * came between are given up again.  CASE_OK, CASE_DB. */
enum case_err	 arrival_tidy(struct office *, int64_t now);
