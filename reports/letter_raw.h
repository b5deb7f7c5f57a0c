/* letter_raw.h - what the papers share: reading an order, writing a head. */
#ifndef REPORTS_LETTER_RAW_H
#define REPORTS_LETTER_RAW_H

#include <stddef.h>

#include <jansson.h>

#include "reports/letter.h"
#include "reports/sheet.h"

/* A text of an order, "" when it is not there. */
const char	*order_text(const json_t *order, const char *key);
/* A list of an order, empty when it is not there. */
const json_t	*order_list(const json_t *order, const char *key);
/* The n-th text of a list, "" when it is not there. */
const char	*order_item(const json_t *list, size_t n);

/* A sheet for an order: its title, date and draft mark. */
struct sheet	*order_sheet(const json_t *order, struct sheet_setup *);

/* letter_receipt.c */
struct sheet	*receipt(const json_t *order, char *why, size_t whysize);

#endif
