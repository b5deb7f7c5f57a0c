/*
 * password_weak.h - would a password be guessed?  By the library of Debian's
 * password programs (libcrack2) with its dictionary, and by the words that
 * somebody who knows the office tries first.
 */
#pragma once

#include "office/office.h"

struct person;

/* The reason that a composed password (base/unicode.h) of this person would be
 * guessed, a constant in Indonesian; NULL when it is good enough. */
const char	*password_weak(struct office *, const struct person *,
		    const char *password);

/* Is the dictionary there?  Without it words are not looked up: 1 or 0. */
int		 password_weak_ready(void);
