/*
 * multipart.h - multipart/form-data (RFC 7578) read as a stream.
 *
 * The body is pulled through a reader in blocks of any size and handed to a
 * sink part by part, so a file of any size passes through a fixed buffer.
 * A body that is cut short, or not as the RFC has it, is an error: a file cut
 * in the middle must never look like a file.
 */
#pragma once

#include <stddef.h>
#include <sys/types.h>

/* Up to `size` bytes of the body: their number, 0 at its end, -1 when it
 * broke off. */
typedef ssize_t multipart_reader(void *arg, void *buf, size_t size);

struct multipart_part {
	const char	*name;		/* of the form's field */
	const char	*filename;	/* its path cut off; NULL: a value */
};

/*
 * Called for every part that has a name, in order.  Each answers 0 to go on,
 * anything else to stop.  `begin`'s part lives until it returns.  begin is
 * followed by `data`, any number of times, then by `end` only when the part
 * is whole.
 */
struct multipart_sink {
	int	(*begin)(void *arg, const struct multipart_part *);
	int	(*data)(void *arg, const void *, size_t);
	int	(*end)(void *arg);
	void	*arg;
};

enum multipart_err {
	MULTIPART_OK,
	MULTIPART_CUT,		/* ended before the closing boundary */
	MULTIPART_MALFORMED,
	MULTIPART_MANY,		/* more parts than allowed, or a longer head */
	MULTIPART_STOPPED	/* the sink stopped it */
};

#define MULTIPART_HEAD_MAX 16384	/* bytes of one part's head */
#define MULTIPART_BOUNDARY_MAX 70	/* RFC 2046, section 5.1.1 */

/* The boundary named by a Content-Type: 0, or -1 when it is not
 * multipart/form-data or names none. */
int	 multipart_boundary(const char *content_type,
	    char boundary[MULTIPART_BOUNDARY_MAX + 1]);

/* Read a body of at most `parts` parts to its end. */
enum multipart_err multipart_parse(const char *boundary, size_t parts,
	    multipart_reader *, void *reader_arg,
	    const struct multipart_sink *);
