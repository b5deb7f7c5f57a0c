/*
 * messenger.h - the messages that wait: sending the next of them, showing all,
 * and checking the channels they go by.
 *
 * The messenger knows the queue (message/delivery.h), the channels and their
 * configuration, and three ways out: post.h, mail_server.h and mailbox.h.  It
 * does not know why a message was written, and it alone opens connections.
 *
 *	m.conf, m.office, m.adapter ... are opened by sopap-messenger.c
 *	while ((err = messenger_send_next(&m)) == CASE_OK)
 *		continue;
 */
#pragma once

#include "message/channel.h"
#include "message/delivery.h"

struct adapter;
struct conf;
struct office;

struct messenger {
	struct conf		*conf;
	struct office		*office;
	struct adapter		*adapter;	/* NULL: no WhatsApp */
	char			 folder[4096];	/* the mailbox */
	int			 mail;		/* there is a mail server */
	char			 mark[CHANNEL__MAX][CHANNEL_MARK_SIZE];
	struct delivery_query	 q;		/* which message is next */
	int			 sent;		/* by this run */
};

/*
 * Send the message that is due first and record the result: the attempt
 * before it leaves, what came of it after.  A channel that failed, that is
 * denied or that may send no more for now is stopped in m->q for the rest of
 * the run.
 *
 * Returns CASE_OK, also when the message did not go; CASE_NOT_FOUND when none
 * is due; else the database failed.
 */
enum case_err	 messenger_send_next(struct messenger *);

/* Print what would be sent now, secrets hidden; nothing changes.  0, or 1 when
 * the database failed. */
int		 messenger_dry_run(struct messenger *);

/*
 * Ask provider and mail server whether they work, print that and what waits
 * for each, and record it: a channel that was stopped and is well goes on.  0,
 * or 1 when one of them does not work or the database failed.
 */
int		 messenger_check(struct messenger *);
