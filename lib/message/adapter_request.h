/*
 * adapter_request.h - a message as the HTTP request that sends it, made of an
 * adapter's templates: words in braces are replaced by what the message is
 * made of.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct adapter;
struct arena;

/* The parts of a message; none is NULL. */
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
	struct arena	*arena;		/* of all its texts */
	const char	*method;
	const char	*url;
	const char	*header[ADAPTER_HEADERS + 1];	/* "Name: value" */
	size_t		 nheader;
	const char	*body;		/* NULL: none */
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
