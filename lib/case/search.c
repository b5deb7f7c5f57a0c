/*
 * search.c - words of cases, folded for the search.
 */
#include "case/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "case/case.h"
#include "office/row.h"
#include "sop/sop.h"

static const char known[] =
	"SELECT 1 FROM search_words WHERE word >= $1 AND word < $2 LIMIT 1";

/* SEARCH_HAS_REST cuts by it. */
_Static_assert(SEARCH_WORD_SIZE == 48, "the width of a field");

#define NUMBER_TYPED 256	/* bytes of a number that are read */
#define NUMBER_LONGEST 40	/* of one that is kept as a whole */
#define PHONE_DIGITS 8		/* at least */
#define PARTS_DIGITS 6		/* of a number in parts, at least */
#define PARTS_LETTERS 2		/* before them, at most */

/* Letters and digits; all of what is not ASCII counts as letters. */
static int
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || (c & 0x80);
}

static int
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A word or a part of one, cut at a character's edge; returns buf. */
static char *
cut(const char *from, size_t n, char buf[SEARCH_WORD_SIZE])
{
	n = utf8_cut(from, n, SEARCH_WORD_SIZE - 1);
	memcpy(buf, from, n);
	buf[n] = '\0';
	return buf;
}

char *
search_number(const char *typed, char buf[SEARCH_WORD_SIZE])
{
	char plain[NUMBER_TYPED], *to = plain, *folded;

	unicode_typed(typed, plain, sizeof(plain));
	for (const char *s = plain; *s != '\0'; s++)
		if (*s != ' ')
			*to++ = *s;
		else if (is_word(s[-1]) && is_word(s[1]))
			*to++ = '-';
	*to = '\0';
	folded = unicode_folded(plain);
	cut(folded != NULL ? folded : "", folded != NULL ? strlen(folded) : 0,
	    buf);
	free(folded);
	return buf;
}

/* -- words of a text ------------------------------------------------------- */

struct words {
	search_word_found	*found;
	void			*arg;
	int			 office;
};

static void
put(const struct words *w, const char *from, size_t n)
{
	char word[SEARCH_WORD_SIZE];

	if (n > 0)
		w->found(w->arg, cut(from, n, word), w->office);
}

/* The next word at or after `text`, of *n bytes, with the apostrophes in it;
 * its end when there is none. */
static const char *
next_word(const char *text, size_t *n)
{
	while (*text != '\0' && !is_word(*text))
		text++;
	for (*n = 0; is_word(text[*n]) || (text[*n] == '\'' && *n > 0 &&
	    is_word(text[*n + 1])); ++*n)
		continue;
	return text;
}

/* The word without its apostrophes: its bytes. */
static size_t
join(const char *word, size_t n, char *to, size_t size)
{
	size_t len = 0;

	for (size_t i = 0; i < n && len < size; i++)
		if (word[i] != '\'')
			to[len++] = word[i];
	return len;
}

static void
put_word(const struct words *w, const char *word, size_t n)
{
	char joined[SEARCH_WORD_SIZE];
	size_t len = join(word, n, joined, sizeof(joined)), part;

	put(w, joined, len);
	for (size_t at = 0; len < n && at < n; at += part + 1) {
		part = 0;
		while (at + part < n && word[at + part] != '\'')
			part++;
		put(w, word + at, part);
	}
}

/* "+6281234567890" is found by 0812..., too. */
static void
put_phone(const struct words *w, const char *text)
{
	char local[SEARCH_WORD_SIZE] = "0";

	if (strncmp(text, "+62", 3) != 0 ||
	    text[1 + strspn(text + 1, "0123456789")] != '\0')
		return;
	utf8_copy(local + 1, sizeof(local) - 1, text + 3);
	put(w, local, strlen(local));
}

/* A number with signs in it, as a whole. */
static void
put_whole(const struct words *w, const char *text)
{
	char whole[SEARCH_WORD_SIZE];
	size_t n = strlen(text);

	if (n > NUMBER_LONGEST || strpbrk(text, "0123456789") == NULL ||
	    strpbrk(text, "-/. ") == NULL)
		return;
	search_number(text, whole);
	put(w, whole, strlen(whole));
}

/*
 * The number that begins at `text` and is written in parts with blanks between
 * them, as in a passport: "A 1234567", "0912 345 678".  Joined, and its bytes
 * in the text; 0 when none begins there.
 */
static size_t
join_parts(const char *text, char joined[SEARCH_WORD_SIZE])
{
	size_t n = 0, letters = 0, len = 0, blanks = 0;

	for (; n < SEARCH_WORD_SIZE - 1; text++, len++) {
		if (*text == ' ' && n > 0 && is_digit(text[1])) {
			blanks++;
			continue;
		}
		letters += !is_digit(*text);
		if (!is_word(*text) || letters > PARTS_LETTERS ||
		    (n >= letters && !is_digit(*text)))
			break;
		joined[n++] = *text;
	}
	joined[n] = '\0';
	return blanks > 0 && !is_word(*text) &&
	    strspn(joined + strcspn(joined, "0123456789"), "0123456789") >=
	    PARTS_DIGITS ? len : 0;
}

static void
put_text(const struct words *w, const char *text)
{
	char joined[SEARCH_WORD_SIZE];
	char *folded = text != NULL ? unicode_folded(text) : NULL;
	const char *word = folded;
	size_t n;

	if (folded == NULL)
		return;
	for (; *(word = next_word(word, &n)) != '\0'; word += n) {
		put_word(w, word, n);
		if (join_parts(word, joined) > 0)
			put(w, joined, strlen(joined));
	}
	put_phone(w, folded);
	put_whole(w, text);
	free(folded);
}

/* Is it written, so that somebody may look for its words? */
static int
is_written(const struct sop_row *row, const char *name)
{
	const struct sop_field *f = row != NULL ? sop_field_of(row, name) :
	    NULL;

	return f == NULL || f->type == FIELD_TEXT ||
	    f->type == FIELD_PARAGRAPH || f->type == FIELD_PHONE ||
	    f->type == FIELD_PEOPLE;
}

void
search_event(const char *number, const json_t *payload,
    const struct sop_row *row, int external, search_word_found *found,
    void *arg)
{
	static const char *const ours[] = { "note", "evidence", "register_no",
		"party" };
	static const char *const of_case[] = { "subject", "applicant",
		"phone" };
	const struct words public = { found, arg, 0 }, office = { found, arg,
	    1 };
	const json_t *c = json_object_get(payload, "case");
	json_t *value;
	const char *name;

	put_text(&public, number);
	for (size_t i = 0; i < sizeof(of_case) / sizeof(of_case[0]); i++)
		put_text(&public, json_string_value(json_object_get(c,
		    of_case[i])));
	json_object_foreach(json_object_get(payload, "fields"), name, value)
		if (is_written(row, name))
			put_text(external || strcmp(name, "nomor_surat") == 0 ?
			    &public : &office, json_string_value(value));
	for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++)
		put_text(&office, json_string_value(json_object_get(payload,
		    ours[i])));
}

/* -- a search as it was typed ---------------------------------------------- */

/* "K-2026-0412" and its beginnings: a letter, a dash, figures. */
static size_t
number_length(const char *text)
{
	size_t n;

	if (!is_word(text[0]) || text[1] != '-' || !is_digit(text[2]))
		return 0;
	n = 2 + strspn(text + 2, "0123456789-");
	return text[n + strspn(text + n, " ")] == '\0' ? n : 0;
}

/* A telephone number in any spelling, as its digits: 1; 0 when it is none. */
static int
read_phone(const char *typed, char digits[SEARCH_WORD_SIZE])
{
	const char *s = typed + strspn(typed, " (");
	size_t n = 0;

	if (*s != '+' && *s != '0' && strncmp(s, "62", 2) != 0)
		return 0;
	for (; *s != '\0' && n < SEARCH_WORD_SIZE - 1; s++)
		if (is_digit(*s))
			digits[n++] = *s;
		else if (strchr(" +-.()", *s) == NULL)
			return 0;
	digits[n] = '\0';
	return n >= PHONE_DIGITS;
}

static void
fill(struct search_range *r, const char *word)
{
	strcpy(r->from, word);
	strcpy(r->to, word);
	strcat(r->to, SEARCH_LAST);
}

/* A word behind the first ones: substr() counts characters. */
static void
add_rest(struct search *s, const char *word)
{
	char *end = s->rest + strlen(s->rest);
	size_t n = utf8_count(word);

	if (strlen(word) + SEARCH_WORD_SIZE < sizeof(s->rest) -
	    (size_t)(end - s->rest))
		sprintf(end, "%s%*s", word, (int)(SEARCH_WORD_SIZE - n), "");
}

static void
fill_words(const char *typed, struct search *s)
{
	char *folded = unicode_folded(typed), word[SEARCH_WORD_SIZE];
	const char *from = folded;
	size_t n;

	for (int i = 0; folded != NULL && i < SEARCH_WORDS + SEARCH_MORE &&
	    *(from = next_word(from, &n)) != '\0'; i++, from += n) {
		size_t len = join(from, n, word, sizeof(word));

		word[utf8_cut(word, len, sizeof(word) - 1)] = '\0';
		if (i < SEARCH_WORDS)
			fill(&s->word[i], word);
		else
			add_rest(s, word);
	}
	free(folded);
}

/* Is what was typed a number in parts, and does any begin with it?  Joined. */
static int
read_parts(struct office *o, const char *typed, char joined[SEARCH_WORD_SIZE])
{
	char plain[NUMBER_TYPED], *folded;
	struct search_range r;
	size_t n;

	folded = unicode_folded(unicode_typed(typed, plain, sizeof(plain)));
	n = folded != NULL ? join_parts(folded, joined) : 0;
	if (n > 0 && folded[n] != '\0')
		n = 0;
	free(folded);
	if (n == 0)
		return 0;
	fill(&r, joined);
	return row_int(db_query(office_db(o), known, "tt", r.from, r.to)) != 0;
}

void
search_read(struct office *o, const char *typed, struct search *s)
{
	char number[SEARCH_WORD_SIZE];
	struct case_row c;

	memset(s, 0, sizeof(*s));
	if (typed == NULL)
		return;
	if (office_code_hash(o, typed, s->code) == 0 &&
	    case_by_code(o, typed, &c) == CASE_OK)
		return;
	s->code[0] = '\0';
	/* "A 1234567" looks like the number of a case, too. */
	if (read_parts(o, typed, number) ||
	    number_length(search_number(typed, number)) > 0 ||
	    read_phone(typed, number)) {
		fill(&s->word[0], number);
	} else {
		fill_words(typed, s);
		search_number(typed, number);
	}
	if (strpbrk(number, "0123456789") != NULL)
		strcpy(s->whole, number);
}

void
search_exactly(struct search *s)
{
	/* Nothing is between a word and itself, and nothing but the word
	 * between it and itself with a blank: no word holds one. */
	char whole[SEARCH_WORD_SIZE];

	strcpy(whole, s->whole[0] != '\0' ? s->whole : "!");
	memset(s, 0, sizeof(*s));
	strcpy(s->word[0].from, whole);
	strcpy(s->word[0].to, whole);
	if (whole[0] != '!')
		strcat(s->word[0].to, " ");
}
