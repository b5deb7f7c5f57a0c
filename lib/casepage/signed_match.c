/* signed_match.c - a signed file and the letter it is. */
#include "casepage/signed_match.h"

#include "upload/pdf_text.h"

/* The letters whose number, or code, stands in the text: how many; the first
 * and the last of them. */
struct hits {
	size_t	n, first, last;
};

static void
hit(struct hits *h, size_t i)
{
	if (h->n++ == 0)
		h->first = i;
	h->last = i;
}

enum signed_match
signed_match(const struct signed_letter *l, size_t n, const char *text,
    size_t *letter, size_t *other)
{
	struct hits number = { 0, 0, 0 }, code = { 0, 0, 0 }, *h;

	for (size_t i = 0; i < n; i++) {
		if (pdf_text_has(text, l[i].number))
			hit(&number, i);
		if (pdf_text_has(text, l[i].code))
			hit(&code, i);
	}
	h = code.n > 0 ? &code : &number;
	if (h->n == 0)
		return SIGNED_MATCH_NONE;
	*letter = h->first;
	*other = h->last;
	if (h->n > 1)
		return SIGNED_MATCH_SEVERAL;
	if (number.n == 0 || pdf_text_has(text, l[h->first].number))
		return SIGNED_MATCH_ONE;
	*letter = number.first;
	return SIGNED_MATCH_MIXED;
}
