/*
 * messenger.h - the parts of sopap-messenger: sending one message, and looking
 * at what waits.
 */
#ifndef REPORTS_MESSENGER_MESSENGER_H
#define REPORTS_MESSENGER_MESSENGER_H

#include "base/conf.h"
#include "message/adapter.h"
#include "message/channel.h"

#define MESSENGER_TEXT_SIZE 8192

struct messenger {
	struct conf		*conf;
	struct office		*office;
	struct adapter		*adapter;	/* NULL: no WhatsApp */
	char			 folder[4096];	/* the mailbox */
	int			 mail;		/* there is a mail server */
	char			 mark[CHANNEL__MAX][CHANNEL_MARK_SIZE];
	struct delivery_query	 q;
	int			 sent;
};

/* A message on its way. */
struct outgoing {
	struct delivery	 d;
	char		 id[24];
	char		 text[MESSENGER_TEXT_SIZE];
};

/* -- messenger_send.c --------------------------------------------------- */

struct adapter_message	 as_message(const struct outgoing *);
struct mail		 as_mail(const struct messenger *,
			    const struct outgoing *, int64_t now);
/* The way it goes: what has no channel goes into the mailbox. */
void			 choose_route(const struct messenger *,
			    struct delivery *);
/* One message: CASE_NOT_FOUND when none is due. */
enum case_err		 messenger_send_next(struct messenger *);

/* -- messenger_look.c --------------------------------------------------- */

/* What would be sent now, secrets hidden; nothing changes. */
int			 messenger_dry_run(struct messenger *);
/* Do the channels work?  What is found well goes on. */
int			 messenger_check(struct messenger *);

#endif
