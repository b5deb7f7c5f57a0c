/*
 * post.h - how a message leaves the house: over HTTP or SMTP (libcurl), or
 * into the mailbox folder.  None of these knows the database.
 */
#ifndef REPORTS_MESSENGER_POST_H
#define REPORTS_MESSENGER_POST_H

#include <stddef.h>
#include <stdint.h>

#include "message/adapter.h"

struct conf;

#define POST_REASON 200

/* What came of it. */
struct posted {
	enum adapter_result	 result;
	char			 id[160];	/* the provider's name for it */
	char			 reason[POST_REASON];
	int64_t			 pause;		/* the provider asks for, or 0 */
};

/* -- over HTTP (post.c) ------------------------------------------------- */

void		 post_http(const struct adapter *,
		    const struct adapter_message *, struct posted *);
/* Is the provider well?  1, 0 with a reason; -1 when it cannot be asked. */
int		 post_health(const struct adapter *, char reason[POST_REASON]);

/* -- by mail (mail.c, mail_server.c) ------------------------------------ */

/* A file that goes with a mail. */
struct mail_file {
	const char	*name;		/* plain ASCII */
	const char	*type;		/* MIME */
	const void	*data;
	size_t		 len;
};

struct mail {
	const char	*office;	/* name of the sender */
	const char	*from;		/* address of the sender */
	const char	*to;
	const char	*subject;
	const char	*text;
	const char	*id;		/* the message's number */
	int64_t		 now;
	const struct mail_file *file;	/* or NULL */
};

/* The mail as it goes out (RFC 5322), lines ended by CRLF; `quoted`: in
 * quoted-printable, else in UTF-8 as it is; with a file of two parts (RFC
 * 2046).  Given; NULL: out of memory. */
char		*mail_compose(const struct mail *, int quoted);
/* Bytes that a file of this size adds to a mail. */
int64_t		 mail_room(int64_t size);

/* What may stand in a header, and in the middle of a text, as it is. */
int		 mail_is_ascii(const char *);

void		 mail_server_send(const struct conf *, const struct mail *,
		    struct posted *);
/* Does the mail server answer, and take our login?  1, or 0 with a reason. */
int		 mail_server_check(const struct conf *,
		    char reason[POST_REASON]);

/* All that says how to reach it, the password too.  Given; NULL: out of
 * memory. */
char		*mail_server_settings(const struct conf *);

/* -- into the mailbox folder (letterbox.c) ------------------------------ */

/* Write ID.eml for a mail address, ID.json for a number, whole and synced;
 * again it is the same file. */
void		 mailbox_write(const char *folder, const struct mail *,
		    struct posted *);

#endif
