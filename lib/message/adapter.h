/*
 * adapter.h - how messages go out over HTTP, as data.
 *
 * An office's file names a profile (what a provider's API looks like), gives
 * its settings and says where its secrets are; all that a profile says it may
 * say otherwise.  sopap-adapter(5) explains every key.  adapter_request.h
 * makes requests of messages, adapter_answer.h reads their answers and
 * adapter_callback.h what a provider says later; none of them opens a
 * connection.
 *
 *	a = adapter_read("/etc/sopap/whatsapp.json", PROFILES, why, size);
 *	if (adapter_request(a, &message, &r, why, size) == 0) ...
 *	switch (adapter_answer(a, 200, body, len, &answer)) ...
 */
#pragma once

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>

#include "base/unicode.h"

/* Read an adapter, to be freed; NULL with `file: key: reason` in why.
 * `profiles` is the folder of profiles named without one. */
struct adapter	*adapter_read(const char *path, const char *profiles,
		    char *why, size_t whysize);
void		 adapter_free(struct adapter *);
const char	*adapter_name(const struct adapter *);
/* All of it as one text, secrets too: another text is another configuration.
 * Given; NULL: out of memory. */
char		*adapter_whole(const struct adapter *);

/* The rate limit: at most so many messages in so many seconds. */
void		 adapter_rate(const struct adapter *, int64_t *messages,
		    int64_t *seconds);
/* The longest text of a message of this kind, and how it is counted. */
size_t		 adapter_text_max(const struct adapter *, const char *kind,
		    enum unicode_unit *);
/* The template of a kind of message, or of any; NULL: there is none. */
const char	*adapter_template(const struct adapter *, const char *kind);
/* May a message whose first sending was cut be sent again, the provider
 * seeing by our number that it is the same? */
int		 adapter_knows_repeats(const struct adapter *);
/* Seconds in which a callback would speak of a sending that was cut. */
int64_t		 adapter_settle(const struct adapter *);

/* -- for the other files of the adapter ---------------------------------- */

struct adapter {
	json_t	*root;		/* profile and office's file, made one */
	json_t	*secret;	/* name to value */
};

/* The value at a path of names and numbers, "data.messages.0.id"; NULL when
 * there is none. */
json_t		*adapter_at(json_t *, const char *path);
/* Text, whole number or truth as text; "" for anything else. */
const char	*adapter_word(const json_t *, char *buf, size_t size);
/* The first word at one of the paths: a text, or a list of them. */
const char	*adapter_first(json_t *, const json_t *paths, char *buf,
		    size_t size);
/* A text of the adapter's own, "" when it has none. */
const char	*adapter_text(const struct adapter *, const char *path);
int64_t		 adapter_number(const struct adapter *, const char *path,
		    int64_t otherwise);
