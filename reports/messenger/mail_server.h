/*
 * mail_server.h - mails to the office's mail server, by SMTP over TLS
 * (libcurl).
 */
#pragma once

#include "reports/messenger/mail.h"
#include "reports/messenger/post.h"

struct conf;

/* Send a mail, and say in `posted` whether the server took it.  An address
 * that could end an SMTP command is refused without asking the server. */
void		 mail_server_send(const struct conf *, const struct mail *,
		    struct posted *);

/* Does the mail server answer, and take the office's login?  1, or 0 with a
 * reason. */
int		 mail_server_check(const struct conf *,
		    char reason[POST_REASON]);

/* All settings that say how to reach it, with the password, as one text to be
 * freed: another text is another configuration.  NULL when out of memory. */
char		*mail_server_settings(const struct conf *);
