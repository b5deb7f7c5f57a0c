/*
 * post.h - messages over HTTP (libcurl), and the result every way out gives:
 * the provider's API, the mail server (mail_server.h), the mailbox folder
 * (mailbox.h).  None of these knows the database.
 */
#pragma once

#include <stdint.h>

#include "message/adapter.h"
#include "message/adapter_answer.h"
#include "message/adapter_request.h"

#define POST_REASON 200

/* The reason of a build without libcurl, post_none.c. */
#define POST_LEFT_OUT "dipasang tanpa pengirim WhatsApp dan surel"

/* The result of an attempt. */
struct posted {
	enum adapter_result	 result;
	char			 id[160];	/* the provider's name for it */
	char			 reason[POST_REASON];	/* of a failure */
	int64_t			 pause;		/* seconds the provider asks
						   for, or 0 */
};

/* Send a message by the provider's API. */
void		 post_http(const struct adapter *,
		    const struct adapter_message *, struct posted *);

/* Is the provider well?  1, 0 with a reason; -1 when it cannot be asked. */
int		 post_health(const struct adapter *, char reason[POST_REASON]);

/* All that says how the provider is reached, as one text to be freed: another
 * text is another configuration.  NULL when out of memory. */
char		*post_settings(const struct adapter *);
