/*
 * search.h - words of cases, folded for the search.  Inside lib/case only.
 *
 * A case is found by the beginnings of words of all that was written in it:
 * number, subject, applicant, the values of its forms (participants with their
 * numbers, telephones, letters, institutions, titles), notes and reasons; and
 * by its code.  Words are folded: letters without case and accents, and words
 * with an apostrophe also without it and in their parts.  A telephone number is
 * kept with the country's code and with a 0, a number with signs in it also as
 * a whole, and one that is written in parts ("A 1234567") also without blanks.
 *
 * The words stand in the table search_words, which is derived: every event adds
 * its own, and a rebuild compares them.  Those that the office wrote (column
 * `office`) find nothing for outsiders.
 */
#pragma once

#include <stddef.h>

#include <jansson.h>

#define SEARCH_WORD_SIZE 48
#define SEARCH_WORDS 3		/* of what was typed: those looked up first */
#define SEARCH_MORE 17		/* ...and more, which a case must have, too */

struct office;
struct sop_row;

/* Words that begin like a typed one lie in [from, to); "" and "": anything. */
struct search_range {
	char	from[SEARCH_WORD_SIZE];
	char	to[SEARCH_WORD_SIZE + 4];
};

/* The number of a case or a letter as it was typed (base/unicode.h), as a word:
 * folded, with a dash for a blank between its parts; returns buf. */
char		*search_number(const char *typed,
		    char buf[SEARCH_WORD_SIZE]);
/* A search: the code of a case (its hash), or beginnings of words, all of
 * which the case must have: the words behind the first ones, each in
 * SEARCH_WORD_SIZE characters, filled up with blanks.  `whole` is what was
 * typed as one whole number of whatever kind; "" when it is none. */
struct search {
	char			code[65];
	struct search_range	word[SEARCH_WORDS];
	char			rest[SEARCH_MORE * 2 * SEARCH_WORD_SIZE];
	char			whole[SEARCH_WORD_SIZE];
};

/* Read a search as it was typed; NULL is an empty one. */
void		 search_read(struct office *, const char *typed,
		    struct search *);
/* Of a search that was read only the whole number: nothing when it has none. */
void		 search_exactly(struct search *);

/* A word of a case, as it was found; `office` as above. */
typedef void	 search_word_found(void *arg, const char *word, int office);
/* The words of an event: of the case's number when that is set by it (or
 * NULL), and of its payload: of the row's fields those that are written, not
 * chosen; `external`: its task is an applicant's.  A row of NULL has all.  One
 * word may come more than once. */
void		 search_event(const char *number, const json_t *payload,
		    const struct sop_row *, int external, search_word_found *,
		    void *arg);

/* Parts of a statement: the cases that have a word between two texts, and it is
 * not only the office's, unless `official` holds; and whether a case does,
 * which is looked up by the case, however common the word. */
#define SEARCH_LAST "\xf4\x8f\xbf\xbf"	/* U+10FFFF ends all beginnings */
#define SEARCH_BETWEEN(from, to, official) \
	"w.word >= " from " AND w.word < " to \
	" AND (w.office = 0 OR " official ")"
#define SEARCH_WORD_BETWEEN(from, to, official) \
	"(SELECT DISTINCT w.case_id FROM search_words w WHERE " \
	SEARCH_BETWEEN(from, to, official) ")"
#define SEARCH_HAS_WORD(id, from, to, official) \
	" AND (" from " = '' OR EXISTS (SELECT 1 FROM search_words w" \
	"  WHERE w.case_id = " id " AND " SEARCH_BETWEEN(from, to, official) \
	"))"
/* ...and whether it has all words of `rest`, cut into its fields. */
#define SEARCH_HAS_REST(id, rest, official) \
	" AND (" rest " = '' OR NOT EXISTS (WITH RECURSIVE q (n, word) AS (" \
	"  SELECT 0, rtrim(substr(" rest ", 1, 48))" \
	"  UNION ALL SELECT n + 1, rtrim(substr(" rest ", (n + 1) * 48 + 1," \
	"    48)) FROM q WHERE (n + 1) * 48 < length(" rest "))" \
	" SELECT 1 FROM q WHERE NOT EXISTS (SELECT 1 FROM search_words w" \
	"  WHERE w.case_id = " id " AND " SEARCH_BETWEEN("q.word", \
	"q.word || '" SEARCH_LAST "'", official) ")))"
/* ...and whether it has not a word that is no beginning, but whole. */
#define SEARCH_HAS_NOT(id, whole, official) \
	" AND (" whole " = '' OR NOT EXISTS (SELECT 1 FROM search_words w" \
	"  WHERE w.case_id = " id " AND w.word = " whole \
	"  AND (w.office = 0 OR " official ")))"
