/*
 * book.h - the register of outgoing letters, as a page and as a table
 * file.
 *
 * A name is masked: whoever looks after numbers need not know whose letter it
 * is; the way to the case, which is checked there, leads to it.
 */
#ifndef CGI_BIN_LETTER_BOOK_H
#define CGI_BIN_LETTER_BOOK_H

#include "letter/letter_register.h"

#define BOOK_CSV_MAX 20000	/* rows of a table file */

struct reply;
struct request;

/* One looking at it. */
struct book {
	struct request		*req;
	struct letter_register_query	 q;
	struct letter_register_entry	*entry;
	size_t			 n;
	int64_t			 total;
};

/* States of a letter, ended by a NULL state; that of a letter. */
struct book_state {
	const char	*state, *words, *colour;
};
extern const struct book_state	 book_states[];
const struct book_state	*book_state(const struct letter_row *);

const char	*book_kind(const struct letter_row *);
const char	*book_to(const struct request *, const struct letter_row *);
const char	*book_subject(const struct request *,
		    const struct letter_row *);
/* Why a number has no letter in force; "" of one that has. */
const char	*book_note(const struct request *, const struct letter_row *);

/* The entries as a table file; the status of the answer. */
int	 book_csv(const struct book *, struct reply *);

/* Answer /surat: the register, or with format=csv its entries as a table
 * file.  The status of the answer. */
int	 letter_book(struct request *, struct reply *);

#endif
