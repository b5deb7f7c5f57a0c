/*
 * letter_sop.h - the official form of an SOP (PermenPAN-RB 35/2012): its
 * identity page, and the table with the flowchart on pages across.
 *
 * Nothing is cut: what has no room on a page goes on on the next, under the
 * same heads; where the flow goes on, two pentagons bear the same letter.
 */
#pragma once

#include <stddef.h>

#include <jansson.h>

struct pdf;

/* Compose the form; to be ended with pdf_finish().  NULL with the reason in
 * why. */
struct pdf	*letter_sop_compose(const json_t *order, char *why,
		    size_t whysize);
