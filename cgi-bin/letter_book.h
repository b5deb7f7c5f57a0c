/* letter_book.h - the register of outgoing letters. */
#ifndef CGI_BIN_LETTER_BOOK_H
#define CGI_BIN_LETTER_BOOK_H

struct reply;
struct request;

/* Answer /surat: the register, or with format=csv its entries as a table
 * file.  The status of the answer. */
int	 letter_book(struct request *, struct reply *);

#endif
