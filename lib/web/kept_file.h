/*
 * kept_file.h - a file that was accepted with a form which comes back: its page
 * carries a signed text in place of it, in a field named FIELD-lama.
 */
#pragma once

struct request;
struct upload;

/* The text for a stored file: good for this visitor, address and field alone.
 * Lives in the arena. */
const char	*kept_file_key(const struct request *, const char *field,
		    const struct upload *);
/* The same for a form that is cut off and comes back with the token it has. */
const char	*kept_file_key_again(const struct request *, const char *field,
		    const struct upload *);
/* And back, name, hash, type and size: 0, or -1 when it is none of ours, or the
 * file has gone. */
int		 kept_file_read(const struct request *, const char *field,
		    const char *key, struct upload *);
