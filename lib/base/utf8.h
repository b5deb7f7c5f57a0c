/*
 * utf8.h - text as it comes from outside: UTF-8 (RFC 3629), lines ended by LF.
 *
 * A text that is not UTF-8 is refused as a whole: a repaired one is not what
 * the sender meant.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stddef.h>

/* Are the `len` bytes UTF-8 (no overlong form, no surrogate) without a NUL?
 * 1 or 0; an empty text is. */
int	 utf8_valid(const char *, size_t len);

/* Fold CRLF and lone CR to LF, in place; returns the new length, adds no NUL.
 * Textareas send CRLF for every line break. */
size_t	 utf8_fold_lines(char *, size_t len);

#endif
