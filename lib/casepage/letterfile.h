/*
 * letterfile.h - the texts of letters as they are in force: the office's own,
 * else the file that came with the programs (sopap-letter(5)).
 */
#pragma once

#include <stddef.h>

#include "letter/letter_text.h"

struct request;

/* Texts there are, "kop" last, and what they are called; ended by NULL. */
struct letterfile {
	const char	*name;		/* "balasan-tolak" */
	const char	*title;
	enum letter_kind kind;		/* LETTER__MAX: of the letterheads */
	const char	*file;		/* what a file of it is called:
					   "surat-izin" */
};
extern const struct letterfile	 letterfiles[];

/* One of them; NULL when there is none of this name. */
const struct letterfile	*letterfile_named(const char *name);

/* The text in force, and the shipped one; each lives as long as the request.
 * NULL with the reason in why. */
const char	*letterfile_in_force(const struct request *, const char *name,
		    char *why, size_t whysize);
const char	*letterfile_shipped(const struct request *, const char *name,
		    char *why, size_t whysize);

/* Can it be used for this file?  0; -1 with all faults, a line each. */
int		 letterfile_check(const struct request *,
		    const struct letterfile *, const char *text, char *why,
		    size_t whysize);
