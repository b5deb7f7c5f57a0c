/*
 * adapterraw.h - an adapter from within.  Inside lib/conf/adapter*.c only.
 */
#ifndef CONF_ADAPTERRAW_H
#define CONF_ADAPTERRAW_H

#include <jansson.h>

#include "conf/adapter.h"

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

#endif
