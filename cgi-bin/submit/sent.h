/* sent.h - the pages after a case has begun: what follows, and the receipt. */
#pragma once

#include <stdint.h>

struct reply;
struct request;

/* The page ("terkirim") and the receipt ("bukti") of the case in the address,
 * for a visitor whose address is signed; the status of the answer. */
int		 sent_page(struct request *, struct reply *);
int		 sent_receipt(struct request *, struct reply *);
/* The signed address of `what`, one of the two, for a case; lives with the
 * request. */
const char	*sent_address(const struct request *, const char *what,
		    int64_t case_id);
