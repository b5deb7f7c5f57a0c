/*
 * answer_link.h - links to the answer of a case, sent in a message instead of
 * the file.
 *
 * The token is derived from the message and the server key, so that a message
 * sent again has the same link; the database knows its hash alone.  A link is
 * good for as many days as the key link_days of sopap.conf(5) says.
 */
#pragma once

#include <stdint.h>

#include "case/case.h"

#define ANSWER_LINK_SIZE 33

/* The link of a message, good until an instant; made anew it stays. */
enum case_err	 answer_link_make(struct office *, int64_t message_id,
		    int64_t case_id, int64_t expires_at,
		    char token[ANSWER_LINK_SIZE]);

/* The case of a token.  CASE_NOT_FOUND: nobody gave out this one;
 * CASE_STATE: it is no longer good. */
enum case_err	 answer_link_find(struct office *, const char *token,
		    int64_t now, struct case_row *);
