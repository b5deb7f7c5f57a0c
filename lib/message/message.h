/*
 * message.h - the messages of a case, and how far they got.  They are queued
 * by the acts that cause them and sent by another program.
 */
#ifndef MESSAGE_MESSAGE_H
#define MESSAGE_MESSAGE_H

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

struct message {
	int64_t	id, case_id, task_id;
	char	kind[32];
	char	address[128];		/* "" when there is none */
	char	body[4100];
	char	state[8];		/* queued, sent, failed, expired */
	int64_t	queued_at, sent_at;
	char	route[12];		/* whatsapp, mail, mailbox; "": untried */
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

/* Queue it, inside the caller's transaction. */
void		 message_queue(struct db *, const struct message_new *);

/* The one queued for a fact; CASE_NOT_FOUND. */
enum case_err	 message_of_fact(struct office *, const char *fact,
		    struct message *);

/* Those to its applicant, oldest first; given, free() *list. */
enum case_err	 message_list(struct office *, int64_t case_id,
		    struct message **list, size_t *count);

#endif
