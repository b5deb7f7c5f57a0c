/*
 * message.h - messages, and how far they got: the outbox.
 *
 * This is the face of the room message.  Acts queue messages in the
 * transaction that causes them; the program sopap-messenger takes them from
 * there (delivery.h), by a channel (channel.h), with the words of wording.h,
 * through a provider's HTTP API described in JSON (adapter.h), and tries again
 * what was not taken (retry.h); secret.h takes codes and links out of what was
 * sent.  mailing.h queues one mail to all holders of a
 * role.  The room does not know which act or page says what, nor what becomes
 * of a case when a message is given up (case/arrival.h).
 *
 *	struct message_new m = { .kind = "account", .phone = "+62812...",
 *	    .email = "", .subject = "Akun", .body = text, .now = now };
 *
 *	message_queue(db, &m);			inside a transaction
 *	...
 *	delivery_next(office, &query, &d);	in the messenger
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

#define MESSAGE_BODY_MAX 4095	/* bytes; longer ones are cut with a mark */

struct message {
	int64_t	id, case_id, task_id;
	char	kind[32];
	char	address[128];		/* "" when there is none */
	char	body[4100];
	char	state[8];		/* queued, sent, failed, expired */
	int64_t	queued_at, sent_at;
	char	route[12];		/* a channel_slug(); "": untried */
	char	arrival[12];		/* waiting, begun, accepted, delivered,
					   read, failed; "": untried */
	char	reason[200];		/* of the last failure; or "" */
	int64_t	tries;			/* by this route */
	int64_t	changed_at;		/* when that came to be known */
	int64_t	repeated;		/* may have gone out twice */
};

/* A message that belongs to no case: to the phone, else to the e-mail. */
struct message_new {
	const char	*kind;
	const char	*phone, *email;
	const char	*subject, *body;
	const char	*fact;		/* queued once only; NULL: any time */
	int64_t		 now;
};

/* Queue it, inside the caller's transaction: its id. */
int64_t		 message_queue(struct db *, const struct message_new *);

/* The message queued for a fact: CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 message_of_fact(struct office *, const char *fact,
		    struct message *);

/* The messages of a case to its applicant, oldest first; given, free() *list.
 * CASE_OK, CASE_DB. */
enum case_err	 message_list(struct office *, int64_t case_id,
		    struct message **list, size_t *count);
