/*
 * letter_verify.h - what the holder of a paper may learn of it: by its code,
 * whether the letter is valid; with a file, whether it is the same.
 *
 * The page that shows and words it (cgi-bin/verify.c) is public, so names are
 * masked and guessing is throttled (office/throttle.h).
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "letter/letter.h"

struct letter_try {
	const char	*code;		/* as typed */
	const char	*address;	/* of the client */
	int64_t		 now;
};

/*
 * An issued letter by its code.  CASE_NOT_FOUND, one answer for an unknown
 * code and a text that is none, by the same path; CASE_STATE after too many of
 * them, from this address or from all together, whatever the code.
 */
enum case_err	 letter_find(struct office *, const struct letter_try *,
		    struct letter_row *);

/* Is a file with this SHA-256 (hex) the letter as composed, or a file the
 * office added to its case when it signed or handed it over?  1 or 0. */
int		 letter_has_file(struct office *, const struct letter_row *,
		    const char *sha256);

/* Mask a name as "S*** N********": enough to recognise, too little to learn.
 * Returns buf. */
char		*letter_mask(const char *name, char *buf, size_t size);

/* A text of the letter with the holder's name in it masked as well, and its
 * subject like that; each returns buf. */
char		*letter_masked(const struct letter_row *, const char *text,
		    char *buf, size_t size);
char		*letter_subject(const struct letter_row *, char *buf,
		    size_t size);
