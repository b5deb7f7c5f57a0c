/*
 * letter_state.h - the four states of a letter, in the words that every page,
 * table and message has for them.
 *
 * A letter is prepared first: its number is reserved, and its paper composed
 * with its code.  It is in force once the approval has been sent with the
 * signed file (case/act_letter.h); then a newer one may stand in its place, or
 * it is cancelled: by what undoes the decision while it is in the office, later
 * by an administrator alone.  What was only prepared is cancelled by any
 * other end.
 */
#pragma once

#include "letter/letter.h"

enum letter_state {
	LETTER_PREPARED,	/* not signed, not in force */
	LETTER_IN_FORCE,
	LETTER_REPLACED,
	LETTER_CANCELLED,
	LETTER_STATE__MAX
};

struct letter_state_words {
	const char	*slug;		/* "disiapkan", in an address */
	const char	*word;		/* "Disiapkan" */
	const char	*meaning;	/* "Disiapkan: belum ditandatangani,
					   belum berlaku" */
	const char	*heading;	/* "Surat ini berlaku" */
	const char	*stored[2];	/* in the database; twice the same */
};

/* In the order of enum letter_state. */
extern const struct letter_state_words letter_states[LETTER_STATE__MAX];

enum letter_state	 letter_state_of(const struct letter_row *);
/* Its words, of that table. */
const struct letter_state_words	*letter_state_words(const struct letter_row *);
/* The words of a slug; NULL when it is none. */
const struct letter_state_words	*letter_state_named(const char *slug);
