/* letter_raw.h - what the papers share: reading an order, writing a head. */
#ifndef REPORTS_LETTER_LETTER_RAW_H
#define REPORTS_LETTER_LETTER_RAW_H

#include <stddef.h>

#include <jansson.h>

#include "letter/letter_text.h"
#include "reports/letter/letter.h"
#include "reports/letter/pdf.h"

/* A text of an order, "" when it is not there. */
const char	*order_text(const json_t *order, const char *key);
/* A list of an order, empty when it is not there. */
const json_t	*order_list(const json_t *order, const char *key);
/* The n-th text of a list, "" when it is not there. */
const char	*order_item(const json_t *list, size_t n);

/* A sheet for an order: its title, date and draft mark. */
struct pdf	*order_sheet(const json_t *order, struct pdf_setup *);

/* receipt_reply.c */
struct pdf	*letter_receipt_compose(const json_t *order, char *why, size_t whysize);

/* A letter being written. */
struct letter {
	const json_t		*order;
	struct letter_text	*text;
	struct pdf		*s;
	size_t			 person;	/* whose copy it is */
	size_t			 npeople;
	struct pdf_style	 body;		/* its paragraphs */
};

/* Points between the last paragraph and the signature, usually. */
#define LETTER_BEFORE_SIGN 14

/* letter_paper.c: the letter an order has a text for. */
struct pdf	*letter_paper(const json_t *order, char *why, size_t whysize);

/* letter_parts.c: what letters have in common. */
/* A person of the order: 0 name, 1 number, 2 programme, 3 letter's number,
 * 4 code, 5 link. */
const char	*letter_person(const struct letter *, size_t n, size_t what);
/* A text with its variables filled in; free() it. */
char		*letter_words(struct letter *, const char *text);
/* Is a block to be printed, by its condition? */
int		 letter_wants(struct letter *, const struct letter_block *);
/* Kop surat and the rule below it. */
void		 letter_head(struct letter *);
/* The blocks, in the style of `body`; `people` writes the tables of them, of a
 * reply. */
typedef void	 letter_list(struct letter *, enum block_kind);
void		 letter_blocks(struct letter *, letter_list *people);
/* Place and date (NULL: none), position, room to sign, name; to the right of
 * `left`.  With the QR code of the verification page to the left of it. */
void		 letter_sign(struct letter *, double left, const char *when);

/* letter_reply.c, letter_single.c: one whole letter on the sheet. */
void		 letter_reply(struct letter *);
void		 letter_statement(struct letter *);
void		 letter_certificate(struct letter *);

#endif
