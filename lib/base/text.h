/*
 * text.h - a text that grows in a buffer of fixed size.
 */
#pragma once

#include <stddef.h>

/* Append to the string in a buffer of `size` bytes; what does not fit is
 * cut. */
__attribute__((format(printf, 3, 4)))
void	 text_add(char *buf, size_t size, const char *fmt, ...);
