/*
 * adapterraw.h - an adapter from within.  Inside lib/message/adapter*.c only.
 */
#ifndef MESSAGE_ADAPTERRAW_H
#define MESSAGE_ADAPTERRAW_H

#include <jansson.h>

#include "message/adapter.h"

struct adapter {
	json_t	*root;		/* profile and office's file, made one */
	json_t	*secret;	/* name to value */
};

/* A file being read, and where the reason of a refusal goes. */
struct adapter_reader {
	const char	*path;
	char		*why;
	size_t		 whysize;
};

/* Say `file: key: reason`; -1. */
__attribute__((format(printf, 3, 4)))
int		 adapter_refuse(const struct adapter_reader *,
		    const char *key, const char *fmt, ...);
/* Is all of it known and as it should be?  0, or -1. */
int		 adapter_check(const struct adapter_reader *,
		    const struct adapter *);

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

/* One request in the making. */
struct adapter_making {
	const struct adapter		*a;
	const struct adapter_message	*m;
	int				 hide;
	char				 phone[64];
	char				*line;	/* the text on one line */
	char				*why;
	size_t				 whysize;
};

/* The template of the kind of message, or of any; NULL: there is none. */
const char	*adapter_template(const struct adapter_making *);
/* A text with its words in braces replaced, %-encoded in an address; NULL with
 * why.  Given. */
char		*adapter_expand(struct adapter_making *, const char *from,
		    int encode);
/* The fields with every text in them replaced, and those as a form's body;
 * given, NULL on failure. */
json_t		*adapter_fill(struct adapter_making *, json_t *from);
char		*adapter_form(json_t *fields);

#endif
