/*
 * receipt.h - the paper which says that a request came in ("bukti permohonan").
 */
#pragma once

struct case_row;
struct reply;
struct request;

/*
 * Reply with the receipt of a case as an attachment: its code, when it came,
 * its service, the values and files of the first row, and the sentences `next`
 * (ended by NULL), in the language of the page.  It shows the tracking code:
 * the caller checks that the visitor may have it.  The status of the answer.
 */
int	 receipt_reply(struct reply *, const struct request *,
	    const struct case_row *, const char *const *next);
