/* qr_none.c - no QR codes: their text is shown instead. */
#include "reports/month/qr.h"

int
qr_write(const char *text, const char *path)
{
	return -1;
}
