/*
 * letter_version.h - which texts of letters are in force, and since when.
 *
 * A text is a whole file (sopap-letter(5)), named "balasan", "kop" and so on;
 * letter_text.h reads it.  Here it is only kept: a version that took effect is
 * never changed, so every letter can be composed again from its text.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"
#include "office/office.h"

struct act_work;

struct letter_version {
	int64_t	 id, version;
	int64_t	 made_at, made_by;	/* made_by 0: the system */
	int	 shipped;		/* the file that came along is used */
	int64_t	 letters;		/* papers made of it */
	char	 sha256[65];
};

/* The versions of a text, newest first; none is no error: the shipped file is
 * in force.  Given, free() *rows.  CASE_OK, CASE_DB. */
enum case_err	 letter_version_list(struct office *, const char *name,
		    struct letter_version **rows, size_t *count);

/* The text of a version; given, free() it.  NULL when there is none. */
char		*letter_version_body(struct office *, int64_t id);

/* The office's own text that is in force; given.  NULL when it is the shipped
 * one. */
char		*letter_version_own(struct office *, const char *name);

/*
 * A text takes effect, from ch->now on; or, when shipped, the file that came
 * along does again, of which body is a copy.  The caller has checked it.
 * CASE_INVALID (field "teks") when it is in force already.
 */
struct letter_version_new {
	const char	*name, *body;
	int		 shipped;
};
enum case_err	 letter_version_publish(struct office *, const struct change *,
		    const struct letter_version_new *);

/* Within an act: the version of a text that a letter is made of now.  A
 * shipped file that was not used before becomes one; 0 when the office's own
 * text has just taken effect instead, so that the letter is to be composed
 * again. */
int64_t		 letter_version_used(struct act_work *, const char *name,
		    const char *text);
