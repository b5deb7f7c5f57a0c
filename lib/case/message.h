/*
 * message.h - the messages of a case, and how far they got.  They are queued
 * by the acts that cause them and sent by another program.
 */
#ifndef CASE_MESSAGE_H
#define CASE_MESSAGE_H

#include <stddef.h>
#include <stdint.h>

#include "case/office.h"

struct message {
	int64_t	id, case_id, task_id;
	char	kind[32];
	char	address[128];		/* "" when there is none */
	char	state[8];		/* queued, sent, failed */
	int64_t	queued_at, sent_at;
};

/* A message that belongs to no case: to the phone, else to the e-mail. */
struct message_new {
	const char	*kind;
	const char	*phone, *email;
	const char	*subject, *body;
	int64_t		 now;
};

/* Queue it, inside the caller's transaction. */
void		 message_queue(struct db *, const struct message_new *);

/* Oldest first; given, free() *list. */
enum case_err	 case_messages(struct office *, int64_t case_id,
		    struct message **list, size_t *count);

#endif
