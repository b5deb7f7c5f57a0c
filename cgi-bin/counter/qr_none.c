/* qr_none.c - no QR codes: address and code stand on the slip in text. */
#include "cgi-bin/counter/counter.h"

#include <stddef.h>

const char *
counter_qr(const struct request *req, const char *text, int *side)
{
	return NULL;
}
