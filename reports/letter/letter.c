/* letter.c - reading an order, and choosing who writes it. */
#include "reports/letter/letter_raw.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char	*name;
	struct pdf	*(*write)(const json_t *, char *, size_t);
} papers[] = {
	{ "bukti", letter_receipt_compose },
	{ "surat", letter_paper },
};

const char *
order_text(const json_t *order, const char *key)
{
	const char *text = json_string_value(json_object_get(order, key));

	return text != NULL ? text : "";
}

const json_t *
order_list(const json_t *order, const char *key)
{
	return json_object_get(order, key);
}

const char *
order_item(const json_t *list, size_t n)
{
	const char *text = json_string_value(json_array_get(list, n));

	return text != NULL ? text : "";
}

struct pdf *
order_sheet(const json_t *order, struct pdf_setup *setup)
{
	setup->made = json_integer_value(json_object_get(order, "made"));
	setup->language = json_string_value(json_object_get(order,
	    "language"));
	setup->title = order_text(order, "title");
	setup->author = order_text(order, "office");
	setup->draft = json_is_true(json_object_get(order, "sample")) ?
	    "CONTOH" : json_is_true(json_object_get(order, "draft")) ?
	    "DRAF" : NULL;
	return pdf_new(setup);
}

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
