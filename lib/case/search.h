/*
 * search.h - words of cases, folded for the search.  Inside lib/case only.
 *
 * A case is found by the beginnings of words of its subject and applicant, by
 * its whole number ("k-2026-0412") and the parts of that, and by its code.
 */
#pragma once

#include <stddef.h>

#define SEARCH_WORD_SIZE 48
#define SEARCH_WORDS 3		/* of what was typed; more are passed over */

struct office;

/* Words that begin like a typed one lie in [from, to); "" and "": anything. */
struct search_range {
	char	from[SEARCH_WORD_SIZE];
	char	to[SEARCH_WORD_SIZE + 4];
};

/* The next word at or after `text`, of *n bytes; its end when there is none. */
const char	*search_word(const char *text, size_t *n);
/* Small letters, cut at a character's edge; returns buf. */
char		*search_fold(const char *word, size_t n, char *buf,
		    size_t size);
/* The number of a case or a letter as it was typed (base/unicode.h), as a word:
 * in small letters, with a dash for a blank between its parts; returns buf. */
char		*search_number(const char *typed,
		    char buf[SEARCH_WORD_SIZE]);
/* A search: the code of a case (its hash), or beginnings of words, all of
 * which the case must have. */
struct search {
	char			code[65];
	struct search_range	word[SEARCH_WORDS];
};

/* Read a search as it was typed; NULL is an empty one. */
void		 search_read(struct office *, const char *typed,
		    struct search *);

/* Part of a statement: the case has a word between two texts. */
#define SEARCH_HAS_WORD(id, from, to) \
	" AND (" from " = '' OR " id " IN (SELECT w.case_id" \
	"   FROM search_words w WHERE w.word >= " from " AND w.word < " to "))"
