/*
 * search.c - words of cases, folded for the search.
 */
#include "case/search.h"

#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "case/case.h"

#define NUMBER_TYPED 256	/* bytes of a number that are read */

/* Letters and digits; all of what is not ASCII counts as letters. */
static int
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || (c & 0x80);
}

const char *
search_word(const char *text, size_t *n)
{
	while (*text != '\0' && !is_word(*text))
		text++;
	for (*n = 0; is_word(text[*n]); ++*n)
		continue;
	return text;
}

char *
search_fold(const char *word, size_t n, char *buf, size_t size)
{
	size_t i;

	n = utf8_cut(word, n, size - 1);
	for (i = 0; i < n; i++)
		buf[i] = word[i] >= 'A' && word[i] <= 'Z' ?
		    (char)(word[i] - 'A' + 'a') : word[i];
	buf[n] = '\0';
	return buf;
}

char *
search_number(const char *typed, char buf[SEARCH_WORD_SIZE])
{
	char plain[NUMBER_TYPED], *to = plain;

	unicode_typed(typed, plain, sizeof(plain));
	for (const char *s = plain; *s != '\0'; s++)
		if (*s != ' ')
			*to++ = *s;
		else if (is_word(s[-1]) && is_word(s[1]))
			*to++ = '-';
	*to = '\0';
	return search_fold(plain, strlen(plain), buf, SEARCH_WORD_SIZE);
}

/* "K-2026-0412" and its beginnings: a letter, a dash, figures. */
static size_t
number_length(const char *text)
{
	size_t n;

	if (!is_word(text[0]) || text[1] != '-' ||
	    text[2] < '0' || text[2] > '9')
		return 0;
	n = 2 + strspn(text + 2, "0123456789-");
	return text[n + strspn(text + n, " ")] == '\0' ? n : 0;
}

static void
fill(struct search_range *r, const char *word, size_t n)
{
	/* The last character there is (U+10FFFF) ends every beginning. */
	static const char last[] = "\xf4\x8f\xbf\xbf";

	search_fold(word, n, r->from, sizeof(r->from));
	strcpy(r->to, r->from);
	strcat(r->to, last);
}

void
search_read(struct office *o, const char *typed, struct search *s)
{
	char number[SEARCH_WORD_SIZE];
	struct case_row c;
	size_t n, i;

	memset(s, 0, sizeof(*s));
	if (typed == NULL)
		return;
	if (office_code_hash(o, typed, s->code) == 0 &&
	    case_by_code(o, typed, &c) == CASE_OK)
		return;
	s->code[0] = '\0';
	if (number_length(search_number(typed, number)) > 0) {
		fill(&s->word[0], number, strlen(number));
		return;
	}
	for (i = 0; i < SEARCH_WORDS && *(typed = search_word(typed, &n)) !=
	    '\0'; i++, typed += n)
		fill(&s->word[i], typed, n);
}
