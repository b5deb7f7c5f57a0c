/* letter.c - from an order to a paper: which one, on which sheet, how often. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "letter/letter_text.h"
#include "reports/letter/letter.h"
#include "reports/letter/letter_certificate.h"
#include "reports/letter/letter_parts.h"
#include "reports/letter/letter_receipt.h"
#include "reports/letter/letter_reply.h"
#include "reports/letter/letter_sop.h"
#include "reports/letter/order.h"
#include "reports/letter/pdf.h"

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

/* The letter an order has a text for, each person's copy on a page. */
static struct pdf *
write_letter(const json_t *order, char *why, size_t whysize)
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

static const struct {
	const char	*name;
	struct pdf	*(*write)(const json_t *, char *, size_t);
} papers[] = {
	{ "bukti", letter_receipt_compose },
	{ "surat", write_letter },
	{ "sop", letter_sop_compose },
};

static int
write_paper(const json_t *order, char **pdf, size_t *pdflen, char *why,
    size_t whysize)
{
	const char *paper = order_text(order, "paper");
	struct pdf *s;

	for (size_t i = 0; i < sizeof(papers) / sizeof(papers[0]); i++) {
		if (strcmp(papers[i].name, paper) != 0)
			continue;
		if ((s = papers[i].write(order, why, whysize)) == NULL)
			return -1;
		if (pdf_finish(s, pdf, pdflen) == 0)
			return 0;
		snprintf(why, whysize, "the sheet could not be finished");
		return -1;
	}
	snprintf(why, whysize, "paper: unknown: %.40s", paper);
	return -1;
}

int
letter_compose(const char *order, size_t len, char **pdf, size_t *pdflen,
    char *why, size_t whysize)
{
	json_error_t error;
	json_t *root = json_loadb(order, len, JSON_REJECT_DUPLICATES, &error);
	int rc;

	if (root == NULL || !json_is_object(root)) {
		snprintf(why, whysize, "order: %s", root == NULL ?
		    error.text : "not an object");
		json_decref(root);
		return -1;
	}
	snprintf(why, whysize, "out of memory");
	rc = write_paper(root, pdf, pdflen, why, whysize);
	json_decref(root);
	return rc;
}
