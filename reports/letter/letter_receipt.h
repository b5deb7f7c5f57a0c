/*
 * letter_receipt.h - "bukti permohonan", which somebody without an account
 * takes home.
 */
#pragma once

#include <stddef.h>

#include <jansson.h>

#include "reports/letter/pdf.h"


/* The receipt of an order, one page, to be ended with pdf_finish(); NULL with
 * the reason in why when the order has no code, or when out of memory. */
struct pdf	*letter_receipt_compose(const json_t *order, char *why,
		    size_t whysize);
