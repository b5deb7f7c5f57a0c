/* trim.h - white space around a word of a file.  Inside lib/base only. */
#pragma once

#include <string.h>

/* The text without the white space around it; it is cut in place. */
static inline char *
trim(char *s)
{
	size_t len;

	s += strspn(s, " \t\r\n");
	len = strlen(s);
	while (len > 0 && strchr(" \t\r\n", s[len - 1]) != NULL)
		s[--len] = '\0';
	return s;
}
