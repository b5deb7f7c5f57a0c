/*
 * adapter.h - how messages go out over HTTP, as data.
 *
 * An office's file names a profile (what a provider's API looks like), gives
 * its settings and says where its secrets are; whatever a profile says it may
 * say otherwise.  sopap-adapter(5) explains every key.  This module makes
 * requests of messages and reads answers and callbacks; it opens no
 * connection.
 *
 *	a = adapter_read("/etc/sopap/whatsapp.json", PROFILES, why, size);
 *	if (adapter_request(a, &message, &r, why, size) == 0) ...
 *	switch (adapter_answer(a, 200, body, len, &answer)) ...
 */
#ifndef MESSAGE_ADAPTER_H
#define MESSAGE_ADAPTER_H

#include <stddef.h>
#include <stdint.h>

struct adapter;

/* NULL with `file: key: reason` in why.  `profiles` is the folder of profiles
 * named without one. */
struct adapter	*adapter_read(const char *path, const char *profiles,
		    char *why, size_t whysize);
void		 adapter_free(struct adapter *);
const char	*adapter_name(const struct adapter *);
/* All of it as one text, secrets too: another text is another configuration.
 * Given; NULL: out of memory. */
char		*adapter_whole(const struct adapter *);

/* -- sending ------------------------------------------------------------ */

/* What a message is made of; none is NULL. */
struct adapter_message {
	const char	*id;		/* our own number for it */
	const char	*to;		/* E.164: "+628..." */
	const char	*text;
	const char	*subject;
	const char	*kind;		/* "confirmed", "returned" ... */
	const char	*number;	/* of the case */
	const char	*language;	/* "id", "en" */
};

#define ADAPTER_HEADERS 16

struct adapter_request {
	const char	*method;
	char		*url;
	char		*header[ADAPTER_HEADERS + 1];	/* "Name: value" */
	size_t		 nheader;
	char		*body;		/* NULL: none */
	int64_t		 timeout;	/* seconds */
};

/* The request that sends a message: 0, or -1 with why.  With `hide` secrets
 * are stars, for a dry run.  Freed by adapter_request_free(). */
int		 adapter_request(const struct adapter *,
		    const struct adapter_message *, int hide,
		    struct adapter_request *, char *why, size_t whysize);
/* The request that asks whether the provider is well: 0, or -1 when the
 * profile has none. */
int		 adapter_request_health(const struct adapter *,
		    struct adapter_request *);
void		 adapter_request_free(struct adapter_request *);

/* A number as the provider wants it: "+62", "62", "08", "62@c.us". */
void		 adapter_request_phone(const char *format, const char *e164,
		    char *buf, size_t size);

enum adapter_result {
	ADAPTER_SENT,		/* the provider has taken it */
	ADAPTER_LATER,		/* the provider's trouble: try again */
	ADAPTER_DENIED,		/* it does not take our key: nothing goes until
				   somebody mends that */
	ADAPTER_REFUSED		/* this message will never go this way */
};

struct adapter_answer {
	char	id[160];	/* the provider's name for it, or "" */
	char	reason[200];	/* of a failure, as the provider says */
};

/* What an answer means; status 0: there was none. */
enum adapter_result	 adapter_answer(const struct adapter *, long status,
			    const char *body, size_t len,
			    struct adapter_answer *);
/* ...of the question for its health: 1 well, 0 not. */
int		 adapter_answer_well(const struct adapter *, long status,
		    const char *body, size_t len);

/* Seconds until the next try after so many, -1: give up.  NULL has the usual
 * ones. */
int64_t		 retry_pause(const struct adapter *, int64_t tries);
/* At most so many messages in so many seconds. */
void		 adapter_rate(const struct adapter *, int64_t *messages,
		    int64_t *seconds);
/* May a message whose first sending was cut be sent again, the provider
 * seeing by our number that it is the same? */
int		 adapter_knows_repeats(const struct adapter *);
/* Seconds in which a callback would tell of a sending that was cut. */
int64_t		 adapter_settle(const struct adapter *);

/* -- callbacks ---------------------------------------------------------- */

struct adapter_callback {
	const char	*token;		/* of the address; or "" */
	const char	*(*header)(void *arg, const char *name);
	void		*arg;
	const char	*type;		/* of the body */
	const char	*body;
	size_t		 len;
};

/* Does it come from the provider, by HMAC or token? */
int		 adapter_callback_ok(const struct adapter *,
		    const struct adapter_callback *);

struct adapter_status {
	const char	*id, *alias, *ref;	/* names of the message; or "" */
	const char	*state;		/* accepted, delivered, read, failed */
	const char	*reason;
};
typedef void adapter_news(void *arg, const struct adapter_status *);

/* Call fn for every known status in it: how many, -1 when it is malformed. */
int		 adapter_callback_read(const struct adapter *,
		    const struct adapter_callback *, adapter_news *, void *arg);

/* The word to answer when a provider asks whether the address is ours, from
 * the query of its request; NULL when it does not know the secret. */
const char	*adapter_callback_challenge(const struct adapter *,
		    const char *(*query)(void *arg, const char *name),
		    void *arg);

#endif
