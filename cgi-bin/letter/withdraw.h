/* withdraw.h - an administrator takes an issued letter back. */
#ifndef CGI_BIN_LETTER_WITHDRAW_H
#define CGI_BIN_LETTER_WITHDRAW_H

struct reply;
struct request;

/* /surat/tarik/ID, both methods. */
int	 letter_withdrawal(struct request *, struct reply *);

#endif
