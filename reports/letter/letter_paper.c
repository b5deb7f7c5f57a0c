/* letter_paper.c - the paper of a letter: which sheet, how many copies. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reports/letter/letter_raw.h"

#define PEOPLE_MAX 100

/* Margins of official letters: 3 cm left, 2 cm elsewhere, in millimetres. */
static const struct {
	double	width, height, top, right, bottom, left, size;
	int	numbered;
	void	(*write)(struct letter *);
} forms[LETTER__MAX] = {
	[LETTER_REPLY] = { PDF_A4_SHORT, PDF_A4_LONG, 15, 20, 18, 30, 11,
	    1, letter_reply },
	[LETTER_STATEMENT] = { PDF_A4_SHORT, PDF_A4_LONG, 15, 20, 18, 30,
	    11, 0, letter_statement },
	[LETTER_CERTIFICATE] = { PDF_A4_LONG, PDF_A4_SHORT, 20, 30, 18, 30,
	    13, 0, letter_certificate },
};

static int
check_people(const json_t *order, char *why, size_t whysize)
{
	const size_t n = json_array_size(order_list(order, "people"));
	const size_t refused = json_array_size(order_list(order, "refused"));

	if (n >= 1 && n <= PEOPLE_MAX && refused <= PEOPLE_MAX)
		return 0;
	snprintf(why, whysize, "people: %zu, not 1 to %d", n + refused,
	    PEOPLE_MAX);
	return -1;
}

static struct pdf *
begin(const json_t *order, enum letter_kind kind)
{
	struct pdf_setup setup = {
		.width = forms[kind].width, .height = forms[kind].height,
		.top = forms[kind].top * PDF_MM,
		.right = forms[kind].right * PDF_MM,
		.bottom = forms[kind].bottom * PDF_MM,
		.left = forms[kind].left * PDF_MM,
		.numbered = forms[kind].numbered,
	};

	return order_sheet(order, &setup);
}

struct pdf *
letter_paper(const json_t *order, char *why, size_t whysize)
{
	const char *text = order_text(order, "text");
	const char *file = order_text(order, "file");
	struct letter l = { .order = order,
		.npeople = json_array_size(order_list(order, "people")),
		.body = { .align = PDF_JUSTIFY, .after = 6,
		    .leading = 1.2 } };

	if (check_people(order, why, whysize) != 0)
		return NULL;
	l.text = letter_text_parse(file, text, strlen(text), why, whysize);
	if (l.text == NULL)
		return NULL;
	l.body.size = forms[l.text->kind].size;
	if ((l.s = begin(order, l.text->kind)) != NULL) {
		forms[l.text->kind].write(&l);
		while (l.text->kind != LETTER_REPLY &&
		    ++l.person < l.npeople) {
			pdf_page(l.s);
			forms[l.text->kind].write(&l);
		}
	}
	letter_text_free(l.text);
	return l.s;
}
