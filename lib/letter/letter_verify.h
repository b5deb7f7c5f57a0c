/*
 * letter_verify.h - what the holder of a paper may learn of it: by its code,
 * the letter's state; with a file, whether it is the same.
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
 * A letter that has a paper, or had one that was destroyed, by its code.
 * CASE_NOT_FOUND, one answer for an unknown code and a text that is none, by
 * the same path; CASE_STATE after too many of them, from this address or from
 * all together, whatever the code.
 */
enum case_err	 letter_find(struct office *, const struct letter_try *,
		    struct letter_row *);

/* The same for the office itself, without a brake: CASE_OK, CASE_NOT_FOUND,
 * CASE_DB. */
enum case_err	 letter_by_code(struct office *, const char *code,
		    struct letter_row *);

enum letter_file {
	LETTER_FILE_OTHER,
	LETTER_FILE_UNSIGNED,	/* the paper as it was composed */
	LETTER_FILE_OFFICE	/* added when it was signed or handed over */
};

/* The relation of a file with this SHA-256 (hex) to the letter. */
enum letter_file letter_has_file(struct office *, const struct letter_row *,
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
