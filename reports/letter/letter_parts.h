/*
 * letter_parts.h - what all letters are made of: kop surat, paragraphs,
 * signature.  Each part is written where the pen is and moves it below.
 */
#pragma once

#include <stddef.h>

#include <jansson.h>

#include "letter/letter_text.h"
#include "reports/letter/pdf.h"

/* A letter being written; all is borrowed. */
struct letter {
	const json_t		*order;
	struct letter_text	*text;
	struct pdf		*s;
	size_t			 person;	/* whose copy it is, from 0 */
	size_t			 npeople;
	struct pdf_style	 body;		/* its paragraphs */
};

/* Points between the last paragraph and the signature, usually. */
#define LETTER_BEFORE_SIGN 14

/* A text about the n-th person of the order: `what` 0 name, 1 number,
 * 2 programme, 3 number of the letter, 4 code, 5 link; "" when it is not
 * there. */
const char	*letter_person(const struct letter *, size_t n, size_t what);

/* A text with the values of its variables in their places; to be freed.  NULL
 * when out of memory. */
char		*letter_words(struct letter *, const char *text);
/* 1 when a block is to be printed: it has no condition, or its variable is
 * empty or filled as the condition asks; else 0. */
int		 letter_wants(struct letter *, const struct letter_block *);

/* Kop surat, with the emblem if the order names a picture of it, and the rule
 * below it. */
void		 letter_head(struct letter *);

/* Writes the table of a BLOCK_PEOPLE or BLOCK_REFUSED. */
typedef void	 letter_list(struct letter *, enum block_kind);
/* All blocks of the text, in the style of `body`.  `people` is called for
 * blocks that are tables of persons; NULL for a text that has none. */
void		 letter_blocks(struct letter *, letter_list *people);

/*
 * The signature, `left` points from the left margin: `when` (place and date,
 * or NULL), position, room to sign, name, rank, NIP.  To the left of it stands
 * the QR code of the verification page, unless the person has no link, as in a
 * draft.  Begins a page when all this does not fit on one.
 */
void		 letter_sign(struct letter *, double left, const char *when);
