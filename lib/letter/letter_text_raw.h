/* letter_text_raw.h - what the readers of a letter's text share.  For
 * lettertext*.c only. */
#ifndef LETTER_LETTER_TEXT_RAW_H
#define LETTER_LETTER_TEXT_RAW_H

#include "letter/letter_text.h"

#define LETTER_NAME_SIZE 32	/* of a variable, its NUL included */

/* NULL, or why these bytes are no text; *line grows by what was read. */
const char	*letter_text_characters_check(const char *text, size_t len,
		    int *line);

int		 letter_text_is_variable(const char *name, size_t len);

/* 0; -1 with the reason when a variable is none, or a brace stands alone. */
int		 letter_text_variables_check(const char *text, char *why,
		    size_t size);

#endif
