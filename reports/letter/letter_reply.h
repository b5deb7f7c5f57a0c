/*
 * letter_reply.h - surat balasan, the letter that answers a request.
 */
#pragma once

#include "reports/letter/letter_parts.h"

/* Write it from the top of a page.  Up to eight persons stand in the letter;
 * more stand on a page of their own behind it, which is signed as well. */
void		 letter_reply(struct letter *);
