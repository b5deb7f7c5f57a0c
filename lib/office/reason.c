/* reason.c - what is long enough for a reason. */
#include "office/reason.h"

#include <stddef.h>
#include <string.h>

int
reason_is_enough(const char *text)
{
	static const char blank[] = " \t\r\n";
	size_t len, n = 0, i;

	if (text == NULL)
		return 0;
	text += strspn(text, blank);
	len = strlen(text);
	while (len > 0 && strchr(blank, text[len - 1]) != NULL)
		len--;
	/* Every character of UTF-8 has one byte that continues none. */
	for (i = 0; i < len; i++)
		n += ((unsigned char)text[i] & 0xc0) != 0x80;
	return n >= REASON_MIN;
}
