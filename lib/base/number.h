/*
 * number.h - whole numbers out of text, as forms and addresses send them.
 */
#pragma once

#include <stdint.h>

/*
 * Parse decimal digits, with a '-' before them or not, into *out.  Nothing
 * else may stand in the text: no space, no '+', no fraction.  0; -1, and *out
 * untouched, when it is no such number or not in [min, max].
 */
int	 number_parse(const char *text, int64_t min, int64_t max, int64_t *out);
