/*
 * signed_match.h - which of several letters a signed file is.
 *
 * The paper of a letter bears its number and its code.  Nobody can guess a
 * code, and no letter names another's, so the code says whose a file is; by the
 * number alone it is found where the code was lost on the way, as on a paper
 * that was typed again.  A number may be named by other letters, too.
 */
#pragma once

#include <stddef.h>

/* A letter that a file may be; of a paper that bears several, the first. */
struct signed_letter {
	const char	*number, *code;
};

enum signed_match {
	SIGNED_MATCH_ONE,	/* *letter */
	SIGNED_MATCH_NONE,
	SIGNED_MATCH_SEVERAL,	/* *letter and *other, at least */
	SIGNED_MATCH_MIXED	/* the number of *letter, the code of *other */
};

/* Find the letter of a text among n of them; what is not set stays. */
enum signed_match	 signed_match(const struct signed_letter *, size_t n,
			    const char *text, size_t *letter, size_t *other);
