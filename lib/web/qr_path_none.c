/* qr_path_none.c - no QR codes: what they say stands beside them in text. */
#include "web/qr_path.h"

#include <stddef.h>

const char *
qr_path(struct arena *arena, const char *text, int *side)
{
	return NULL;
}
