/*
 * pdf_text.h - the text of a PDF: pdftotext(1) finds it, as a limited child.
 * A page that is a picture, as a scanner makes it, has none.
 */
#pragma once

/* The text of the file behind a descriptor, which stays open: UTF-8, given,
 * free() it; "" when it has none.  NULL when it cannot be found out, or is
 * longer than a letter is. */
char	*pdf_text_read(int fd);

/*
 * Does a text hold a number or a code, whole: "412" is not held by "4121", nor
 * "W-1" by "W-1/2026"?  Blanks, ends of lines and dashes do not count, for a
 * line may end within it, and neither do capitals.
 */
int	 pdf_text_has(const char *text, const char *word);
