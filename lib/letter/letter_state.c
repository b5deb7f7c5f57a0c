/* letter_state.c - the four states of a letter. */
#include "letter/letter_state.h"

#include <string.h>

/* A letter that was withdrawn had been in force, a dropped one had not: both
 * are cancelled. */
const struct letter_state_words letter_states[LETTER_STATE__MAX] = {
	[LETTER_PREPARED] = { "disiapkan", "Disiapkan",
	    "Disiapkan: belum ditandatangani, belum berlaku",
	    "Surat ini belum ditandatangani, belum berlaku",
	    { "reserved", "reserved" } },
	[LETTER_IN_FORCE] = { "berlaku", "Berlaku", "Berlaku",
	    "Surat ini berlaku", { "valid", "valid" } },
	[LETTER_REPLACED] = { "diganti", "Diganti", "Diganti",
	    "Surat ini sudah diganti", { "superseded", "superseded" } },
	[LETTER_CANCELLED] = { "dibatalkan", "Dibatalkan", "Dibatalkan",
	    "Surat ini dibatalkan", { "withdrawn", "dropped" } },
};

enum letter_state
letter_state_of(const struct letter_row *l)
{
	for (int i = 0; i < LETTER_CANCELLED; i++)
		if (strcmp(letter_states[i].stored[0], l->state) == 0)
			return (enum letter_state)i;
	return LETTER_CANCELLED;
}

const struct letter_state_words *
letter_state_words(const struct letter_row *l)
{
	return &letter_states[letter_state_of(l)];
}

const struct letter_state_words *
letter_state_named(const char *slug)
{
	for (int i = 0; i < LETTER_STATE__MAX; i++)
		if (strcmp(letter_states[i].slug, slug) == 0)
			return &letter_states[i];
	return NULL;
}
