/*
 * order.h - an order, the JSON object that says what is to stand on a paper
 * (sopap-letter(1)).
 *
 * A reader need not check what an order holds: what is not there, or is of
 * another kind, reads as an empty text or an empty list.  All that is returned
 * belongs to the order.
 */
#pragma once

#include <stddef.h>

#include <jansson.h>

#include "reports/letter/pdf.h"

/* The text under a key of an object, "" without one. */
const char	*order_text(const json_t *order, const char *key);
/* The list under a key, to be read with jansson's array functions, which take
 * the NULL of a missing one for an empty list. */
const json_t	*order_list(const json_t *order, const char *key);
/* The n-th text of a list, counted from 0; "" behind its end. */
const char	*order_item(const json_t *list, size_t n);

/*
 * Begin the PDF of an order on the paper that setup has: sets the title, the
 * author, the language, the creation date and the mark of a draft or a sample
 * in it.  To be ended with pdf_finish(); NULL when out of memory.
 */
struct pdf	*order_sheet(const json_t *order, struct pdf_setup *);
