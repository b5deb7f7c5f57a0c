/*
 * adapter_callback.h - callbacks: what a provider says of a message later, by
 * a request to our address.
 */
#pragma once

#include <stddef.h>

struct adapter;

struct adapter_callback {
	const char	*token;		/* of the address; or "" */
	const char	*(*header)(void *arg, const char *name);
	void		*arg;
	const char	*type;		/* of the body */
	const char	*body;
	size_t		 len;
};

/* Does the callback come from the provider, by HMAC or token?  1 or 0. */
int		 adapter_callback_ok(const struct adapter *,
		    const struct adapter_callback *);

struct adapter_status {
	const char	*id, *alias, *ref;	/* names of it; or "" */
	const char	*state;		/* accepted, delivered, read, failed */
	const char	*reason;
};
typedef void adapter_news(void *arg, const struct adapter_status *);

/* Call fn for every known status in a callback: how many, -1 when it is
 * malformed. */
int		 adapter_callback_read(const struct adapter *,
		    const struct adapter_callback *, adapter_news *, void *arg);

/* The word to answer when a provider asks whether the address is ours, from
 * the query of its request; NULL when it does not know the secret. */
const char	*adapter_callback_challenge(const struct adapter *,
		    const char *(*query)(void *arg, const char *name),
		    void *arg);
