/*
 * channel.h - channels, the ways out: WhatsApp, mail and the mailbox; how much
 * waits for each, what came of the last tries, and whether it has stopped.
 * Which of them a message takes is in message/delivery.h.
 *
 * A provider that does not take our key is not asked again: the channel stops,
 * its messages stay queued, the administrators get one message.  It goes on
 * when its configuration is another than the one that was refused, or when a
 * check finds it well.
 *
 *	channel_mark(o, text, mark);
 *	if (channel_stopped(o, CHANNEL_WHATSAPP, mark))	leave it alone
 *	...
 *	channel_deny(o, &delivery, mark, &denial, now)		it is refused
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

struct delivery;

enum channel {
	CHANNEL_NONE,
	CHANNEL_WHATSAPP,
	CHANNEL_MAIL,
	CHANNEL_MAILBOX,
	CHANNEL__MAX
};
/* "whatsapp", "mail", "mailbox", and "" for NONE, which is also what an
 * unknown slug is. */
const char	*channel_slug(enum channel);
enum channel	 channel_from(const char *slug);

#define CHANNEL_MARK_SIZE 65

/* One way out, as it is now.  Instants are 0 when there was none. */
struct channel_row {
	enum channel	route;
	int64_t		queued;		/* messages that wait for it */
	int64_t		oldest_at;	/* ... since */
	int64_t		next_at;	/* its next try; 0 also when stopped */
	int64_t		sent_at;	/* the last that was taken */
	int64_t		failed_at;	/* the last that was not, */
	char		failure[200];	/* and why; or "" */
	int64_t		given_up;	/* messages in the last 30 days */
	int64_t		denied_at;	/* stopped since, */
	char		reason[200];	/* and why; or "" */
	int64_t		checked_at;	/* last asked whether it is well, */
	int64_t		well;		/* and it was */
};

/* Of WhatsApp, mail and mailbox, in this order. */
enum case_err	 channel_list(struct office *, int64_t now,
		    struct channel_row rows[CHANNEL__MAX - 1]);

/* A configuration as a short text that gives nothing of it away. */
void		 channel_mark(const struct office *, const char *whole,
		    char mark[CHANNEL_MARK_SIZE]);

/* Has the channel stopped?  1 or 0; with another configuration it goes on. */
int		 channel_stopped(struct office *, enum channel,
		    const char *mark);

struct channel_denial {
	const char	*reason;	/* the provider's */
	const char	*address;	/* of the page that shows channels */
};
/* The provider did not take our key for this message, which stays queued as if
 * it had not been tried.  *news: it worked until now, and the administrators
 * get a message. */
enum case_err	 channel_deny(struct office *, const struct delivery *,
		    const char *mark, const struct channel_denial *,
		    int64_t now, int *news);

/* Note that the channel was asked whether it is well; one that is goes on. */
enum case_err	 channel_checked(struct office *, enum channel, int well,
		    int64_t now);
