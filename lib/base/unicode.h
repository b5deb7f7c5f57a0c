/*
 * unicode.h - texts by what their characters are, over libutf8proc.
 *
 * What people paste holds characters that nobody sees: marks of direction,
 * joiners, soft hyphens, spaces of a dozen widths, letters composed and
 * decomposed.  In a name they print another name than was read, in a code they
 * make another code.  This file knows them all; others ask it.
 *
 *	char *clean = unicode_clean(typed);	what may be kept and printed
 *	unicode_typed(typed, buf, sizeof(buf));	what may be compared as a code
 *
 * Texts are UTF-8 (base/utf8.h); one that is not is left as it is.
 */
#pragma once

#include <stddef.h>

/* A copy without what is not seen (Unicode's default ignorables: marks of
 * direction, joiners, soft hyphens, fillers; controls beyond ASCII), with one
 * plain space for a space of any width, LF for a separator of lines, and
 * composed (NFC).  Given; NULL when memory ran out. */
char	*unicode_clean(const char *);
/* Is it its own clean copy, without looking further: all of ASCII? */
int	 unicode_is_ascii(const char *);

/* A copy composed (NFC) or decomposed (NFD) and otherwise as it is, for what
 * was typed blindly.  Given; NULL when memory ran out. */
char	*unicode_composed(const char *);
char	*unicode_decomposed(const char *);

/* A copy for comparing words as readers do: letters without case and accents,
 * of any width plain, every quote "'".  Given; NULL when memory ran out. */
char	*unicode_folded(const char *);

/*
 * A code, a number of a letter or a person as it was typed or pasted, so that
 * its writer's and its reader's spelling are one: clean, letters and digits of
 * any width plain, any dash "-", any quote "'", no quotes, brackets or marks
 * around it, one space for any run of blanks.  Cut at a character's edge.
 * Returns buf.
 */
char	*unicode_typed(const char *, char *buf, size_t size);

/* Has it a letter, or a digit, of any script?  1 or 0. */
int	 unicode_has_letter(const char *);
int	 unicode_has_digit(const char *);

/* How the limit of a channel is counted. */
enum unicode_unit {
	UNICODE_CHARACTERS,	/* code points */
	UNICODE_UTF16,		/* UTF-16 code units */
	UNICODE_BYTES		/* of UTF-8 */
};
size_t	 unicode_count(const char *, enum unicode_unit);
/* Bytes of its beginning of at most `max` units, ended where a reader sees a
 * character end: accents and joined signs stay whole. */
size_t	 unicode_cut(const char *, size_t max, enum unicode_unit);
