/* number.c - whole numbers out of text. */
#include "base/number.h"

int
number_parse(const char *text, int64_t min, int64_t max, int64_t *out)
{
	int negative = *text == '-', digit;
	int64_t n = 0;

	text += negative;
	if (*text == '\0')
		return -1;
	for (; *text != '\0'; text++) {
		if (*text < '0' || *text > '9')
			return -1;
		/* Downwards, where there is one number more. */
		digit = *text - '0';
		if (n < (INT64_MIN + digit) / 10)
			return -1;
		n = n * 10 - digit;
	}
	if (!negative && n == INT64_MIN)
		return -1;
	n = negative ? n : -n;
	if (n < min || n > max)
		return -1;
	*out = n;
	return 0;
}
