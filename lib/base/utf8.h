/*
 * utf8.h - text as it comes from outside: UTF-8 (RFC 3629), lines ended by LF.
 *
 * A text that is not UTF-8 is refused as a whole: a repaired one is not what
 * the sender meant.
 */
#pragma once

#include <stddef.h>

/* Are the `len` bytes UTF-8 (no overlong form, no surrogate) without a NUL?
 * 1 or 0; an empty text is. */
int	 utf8_valid(const char *, size_t len);

/* Fold CRLF and lone CR to LF, in place; returns the new length, adds no NUL.
 * Textareas send CRLF for every line break. */
size_t	 utf8_fold_lines(char *, size_t len);

/* Characters of a text. */
size_t	 utf8_count(const char *);

/* How many of the `len` bytes of a text fit into `max`, cut at a character's
 * edge: len itself when that is not more. */
size_t	 utf8_cut(const char *, size_t len, size_t max);

/* Copy a text into buf of `size` bytes, cut at a character's edge and ended by
 * a NUL; they may overlap.  Returns buf. */
char	*utf8_copy(char *buf, size_t size, const char *text);
