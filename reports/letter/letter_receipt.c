/*
 * letter_receipt.c - "bukti permohonan": one page with the code of the case,
 * the data that were sent, and the steps that follow.
 */
#include <math.h>
#include <stdio.h>

#include "reports/letter/letter_receipt.h"
#include "reports/letter/order.h"

#define BRAND	0x14345e
#define GOLD	0xc79a2b
#define MUTED	0x484949
#define MARGIN	(20 * PDF_MM)
#define QR_SIZE	92
#define LABEL	150	/* width of the labels */

static const struct pdf_style body = { .size = 10.5, .after = 3 };
static const struct pdf_style small = { .size = 9, .after = 2,
	.colour = MUTED };

static void
heading(struct pdf *s, const char *text)
{
	const struct pdf_style style = { .size = 12.5, .bold = 1,
		.after = 5, .colour = BRAND };

	pdf_space(s, 14);
	pdf_text(s, &style, text);
}

/* The office, its service, and the title of the paper. */
static void
head(struct pdf *s, const json_t *order)
{
	const struct pdf_style office = { .size = 13, .bold = 1,
		.after = 1, .colour = BRAND, .lines = 2 };
	const struct pdf_style service = { .size = 10.5, .after = 6,
		.colour = MUTED, .lines = 1 };
	const struct pdf_style title = { .size = 21, .bold = 1,
		.after = 10 };

	pdf_text(s, &office, order_text(order, "office"));
	pdf_text(s, &service, order_text(order, "service"));
	pdf_frame(s, MARGIN, pdf_y(s) + 1, pdf_inner(s), 0, 2, GOLD);
	pdf_space(s, 18);
	pdf_text(s, &title, order_text(order, "title"));
}

/* The code large in a box, beside it the way to the page that asks for it. */
static void
code_box(struct pdf *s, const json_t *order)
{
	const double top = pdf_y(s), width = pdf_inner(s) - QR_SIZE - 14;
	const struct pdf_style label = { .size = 10.5, .left = 14,
		.width = width - 28, .after = 4, .colour = MUTED };
	const struct pdf_style code = { .size = 27, .bold = 1, .left = 14,
		.width = width - 28, .after = 5, .fixed = 1, .lines = 1 };
	struct pdf_style keep = small;

	pdf_frame(s, MARGIN, top, width, QR_SIZE, 1.2, BRAND);
	pdf_move(s, top + 11);
	pdf_text(s, &label, order_text(order, "code_label"));
	pdf_text(s, &code, order_text(order, "code"));
	keep.left = 14;
	keep.width = width - 28;
	keep.lines = 2;
	pdf_text(s, &keep, order_text(order, "code_help"));
	pdf_qr(s, order_text(order, "link"),
	    pdf_setup(s)->width - MARGIN - QR_SIZE, top, QR_SIZE);
	pdf_move(s, top + QR_SIZE + 4);
}

/* The foot, which begins there; the rest is written above it. */
static double
foot_top(struct pdf *s, const json_t *order)
{
	const json_t *next = order_list(order, "next");
	struct pdf_style item = body;
	double height = 14 + 22 + 30;

	item.left = 16;
	for (size_t i = 0; i < json_array_size(next); i++)
		height += pdf_height(s, &item, order_item(next, i)) +
		    item.after;
	return pdf_setup(s)->height - MARGIN - height;
}

/* Labels and values, each cut after three lines, down to `bottom`; then how
 * many are left. */
static void
pairs(struct pdf *s, const json_t *list, double bottom, const char *more)
{
	struct pdf_style style = body;
	char text[128];

	style.lines = 3;
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *pair = json_array_get(list, i);

		if (pdf_y(s) + 4 * style.size * 1.3 > bottom &&
		    i + 1 < json_array_size(list)) {
			snprintf(text, sizeof(text), "%s (%zu)", more,
			    json_array_size(list) - i);
			pdf_text(s, &small, text);
			return;
		}
		pdf_pair(s, &style, order_item(pair, 0), LABEL,
		    order_item(pair, 1));
	}
}

static void
what_follows(struct pdf *s, const json_t *order)
{
	const json_t *next = order_list(order, "next");
	struct pdf_style item = body;
	char n[24];
	double top;

	heading(s, order_text(order, "next_title"));
	for (size_t i = 0; i < json_array_size(next); i++) {
		snprintf(n, sizeof(n), "%zu.", i + 1);
		top = pdf_y(s);
		item.left = 0;
		pdf_text(s, &item, n);
		pdf_move(s, top);
		item.left = 16;
		pdf_text(s, &item, order_item(next, i));
	}
}

static void
foot(struct pdf *s, const json_t *order)
{
	const double top = pdf_setup(s)->height - MARGIN - 14;

	pdf_frame(s, MARGIN, top - 6, pdf_inner(s), 0, 0.5, MUTED);
	pdf_move(s, top);
	pdf_text(s, &small, order_text(order, "foot"));
}

struct pdf *
letter_receipt_compose(const json_t *order, char *why, size_t whysize)
{
	struct pdf_setup setup = { .width = PDF_A4_SHORT,
		.height = PDF_A4_LONG, .top = MARGIN, .right = MARGIN,
		.bottom = MARGIN - 4, .left = MARGIN };
	struct pdf *s;
	double bottom;

	if (order_text(order, "code")[0] == '\0') {
		snprintf(why, whysize, "code: missing");
		return NULL;
	}
	if ((s = order_sheet(order, &setup)) == NULL)
		return NULL;
	bottom = foot_top(s, order);
	head(s, order);
	code_box(s, order);
	pdf_space(s, 12);
	pairs(s, order_list(order, "facts"), bottom, "");
	heading(s, order_text(order, "sent_title"));
	pairs(s, order_list(order, "sent"), bottom,
	    order_text(order, "more"));
	what_follows(s, order);
	foot(s, order);
	return s;
}
