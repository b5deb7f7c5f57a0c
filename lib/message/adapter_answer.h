/*
 * adapter_answer.h - what the answer of a provider means for a message.
 */
#pragma once

#include <stddef.h>

struct adapter;

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

/* The result an HTTP answer means (status 0: there was none); *answer gets the
 * name or the reason in it. */
enum adapter_result	 adapter_answer(const struct adapter *, long status,
			    const char *body, size_t len,
			    struct adapter_answer *);
/* Is the provider well by its answer to adapter_request_health()?  1 or 0. */
int		 adapter_answer_well(const struct adapter *, long status,
		    const char *body, size_t len);
