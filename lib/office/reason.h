/*
 * reason.h - how long a reason is at least: what a person is told who is sent
 * back, refused or answered has to be a sentence.  One rule for the acts and
 * for the pages that ask.
 */
#pragma once

#define REASON_MIN 10		/* characters */

/* Has it so many characters (not bytes), blanks around it aside?  NULL has
 * none. */
int	 reason_is_enough(const char *text);
