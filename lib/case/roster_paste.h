/*
 * roster_paste.h - a list of persons as it is pasted: from a spreadsheet, a
 * table, a chat.
 *
 * Parts of a line lie between tabs, semicolons or commas; numbers and bullets
 * before it go; a heading ("No, Nama, NIM, Prodi") says what the columns hold.
 * Where a line may mean two things it becomes a row all the same, with a
 * question beside it: the person who pasted it knows, we do not.
 */
#pragma once

#include "case/roster.h"

struct roster_pasted {
	char			*rows;		/* as typed (case/roster.h) */
	struct field_error	*asked;
	size_t			 nasked;
	const char		*rest;		/* of the text, for which there
						   was no room; or "" */
};

/*
 * Make rows of a pasted text, to follow `before` rows; no more than the field
 * takes.  A question is noted of each line without a number, with one in the
 * name, with a comma that may be one of a degree, or without anything between
 * its parts.  0, with rows and asked given, to be freed; -1 when memory ran
 * out.
 */
int	 roster_paste(const struct sop_field *, const char *text,
	    size_t before, struct roster_pasted *);
