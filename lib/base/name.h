/*
 * name.h - is a text the name of a person?
 *
 * Names go into letters, greetings and lists.  A number or an address in one
 * is something else that slipped in, or a message to others in our name.
 */
#pragma once

enum name_fault {
	NAME_GOOD,
	NAME_EMPTY,		/* nothing that is read: no letter */
	NAME_DIGIT,		/* a number, in digits of any script */
	NAME_ADDRESS,		/* of a page or of mail */
	NAME_MARK		/* a sign that parts the columns of a list */
};

/* Judge a clean text (base/unicode.h). */
enum name_fault	 name_judge(const char *);
/* The end of the sentence that asks for a better one, "tanpa angka"; "" of
 * NAME_GOOD and NAME_EMPTY. */
const char	*name_fault_words(enum name_fault);
