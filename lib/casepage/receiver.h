/*
 * receiver.h - the persons who get a case when its row goes on.
 *
 * A row that names a relation ("the direct superior", "the same person", "every
 * head of section") is told by the names of the persons it means here; any
 * other by its performer as printed.
 */
#pragma once

struct sop_row;
struct step;

/* "Maya Kartika (Kabag Program dan Humas)", or "JFU/JFT".  Lives with the
 * request. */
const char	*receiver_words(const struct step *,
		    const struct sop_row *next);
