/* letter_certificate.c - letters that are one a person: surat keterangan,
 * sertifikat. */
#include <stdio.h>
#include <stdlib.h>

#include "reports/letter/letter_certificate.h"
#include "reports/letter/order.h"

#define GOLD	0xc79a2b
#define BRAND	0x14345e
#define FOOT	202	/* from the lower edge to a certificate's signature */

static const char *
when(const struct letter *l, char *buf, size_t size)
{
	snprintf(buf, size, "%s, %s", order_text(l->order, "place"),
	    order_text(l->order, "date"));
	return order_text(l->order, "place")[0] != '\0' ? buf :
	    order_text(l->order, "date");
}

/* The title and, below it, the number. */
static void
title(struct letter *l, const struct pdf_style *style)
{
	struct pdf_style number = { .size = l->body.size,
		.align = PDF_CENTRE };
	char *words = letter_words(l, l->text->head[KEY_SUBJECT]);
	char text[200];

	pdf_text(l->s, style, words);
	free(words);
	snprintf(text, sizeof(text), "Nomor: %s", letter_person(l, l->person,
	    3));
	pdf_text(l->s, &number, text);
}

void
letter_statement(struct letter *l)
{
	const struct pdf_style big = { .size = 14, .bold = 1,
		.align = PDF_CENTRE, .after = 1 };
	char buf[200];

	letter_head(l);
	pdf_space(l->s, 22);
	title(l, &big);
	pdf_space(l->s, 20);
	letter_blocks(l, NULL);
	pdf_space(l->s, 22);
	letter_sign(l, pdf_inner(l->s) * 0.52, when(l, buf, sizeof(buf)));
}

/* Two frames, the outer one gold. */
static void
border(struct letter *l)
{
	const struct pdf_setup *p = pdf_setup(l->s);

	pdf_frame(l->s, 24, 24, p->width - 48, p->height - 48, 3.5, GOLD);
	pdf_frame(l->s, 31, 31, p->width - 62, p->height - 62, 0.8, BRAND);
}

void
letter_certificate(struct letter *l)
{
	const struct pdf_style big = { .size = 32, .bold = 1,
		.align = PDF_CENTRE, .after = 2, .colour = BRAND };
	char buf[200];
	double foot;

	border(l);
	letter_head(l);
	pdf_space(l->s, 18);
	title(l, &big);
	pdf_space(l->s, 14);
	l->body.align = PDF_CENTRE;
	l->body.after = 5;
	l->body.size = 13;
	letter_blocks(l, NULL);
	/* The signature stands at the foot, whatever is above it. */
	foot = pdf_setup(l->s)->height - FOOT;
	if (pdf_y(l->s) + 8 < foot)
		pdf_move(l->s, foot);
	l->body.size = 11;
	letter_sign(l, pdf_inner(l->s) * 0.62, when(l, buf, sizeof(buf)));
}
