/*
 * phone.h - telephone numbers: read as people write them, kept as ITU-T E.164
 * has them, shown as people read them.
 *
 *	if (phone_read("0812-3456-7890", out, sizeof(out)) == 0)
 *		out is "+6281234567890"
 *
 * A number without a country is Indonesian.
 */
#pragma once

#include <stddef.h>

#define PHONE_SIZE 17		/* "+", 15 digits, and the NUL */

/*
 * A number as typed or pasted into "+" and 8 to 15 digits: 0; -1 when it is
 * none, of no country, or Indonesian and no mobile number.  Read leniently:
 * blanks, dashes, dots, brackets, quotes, digits of any width, "(0)" behind
 * the country, "00" or "62" for "+62", "WA:", "tel:", "https://wa.me/62...", a
 * comma at its end.
 */
int	 phone_read(const char *typed, char *out, size_t size);

/* A number kept, in groups: "0812-3456-7890"; of another country
 * "+44 7911-1234-56"; any other text as it is.  Returns buf. */
char	*phone_words(const char *number, char *buf, size_t size);

/* "Isi %s ..." - the end of the sentence that asks for one. */
#define PHONE_HINT "dengan angka, diawali 08 atau + dan kode negara"
