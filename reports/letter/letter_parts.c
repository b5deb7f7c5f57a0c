/* letter_parts.c - heads, paragraphs and signatures of letters. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reports/letter/letter_parts.h"
#include "reports/letter/order.h"

#define QR_SIZE		78
#define SIGN_ROOM	58	/* points to sign in */
#define LOGO_HEIGHT	68

const char *
letter_person(const struct letter *l, size_t n, size_t what)
{
	return order_item(json_array_get(order_list(l->order, "people"), n),
	    what);
}

/* -- variables ------------------------------------------------------------- */

static const char *
value(void *arg, const char *name)
{
	static const char *const own[] = { "nama", "nim", "prodi", "nomor" };
	const struct letter *l = arg;
	const char *text;

	for (size_t i = 0; i < 4; i++)
		if (strcmp(own[i], name) == 0 && (i < 3 ||
		    l->text->kind != LETTER_REPLY))
			return letter_person(l, l->person, i);
	text = json_string_value(json_object_get(json_object_get(l->order,
	    "values"), name));
	return text != NULL ? text : "";
}

char *
letter_words(struct letter *l, const char *text)
{
	char *words = letter_text_fill(text, value, l);

	return words != NULL ? words : strdup("");
}

int
letter_wants(struct letter *l, const struct letter_block *b)
{
	if (b->only == NULL)
		return 1;
	return (value(l, b->only)[0] == '\0') == b->empty;
}

/* -- the head -------------------------------------------------------------- */

/* The last line of the kop is the office's own and stands out; all are
 * centred on the paper, beside the emblem. */
void
letter_head(struct letter *l)
{
	const json_t *kop = order_list(l->order, "kop");
	const json_t *address = order_list(l->order, "alamat");
	const double top = pdf_y(l->s), left = pdf_setup(l->s)->left;
	struct pdf_style line = { .size = 13, .align = PDF_CENTRE,
		.leading = 1.08 };
	double logo = 0;

	if (order_text(l->order, "logo")[0] != '\0')
		logo = pdf_picture(l->s, order_text(l->order, "logo"), left,
		    top, LOGO_HEIGHT);
	if (logo > 0) {
		line.left = logo + 8;
		line.width = pdf_inner(l->s) - 2 * (logo + 8);
	}
	for (size_t i = 0; i < json_array_size(kop); i++) {
		line.bold = i + 1 == json_array_size(kop);
		pdf_text(l->s, &line, order_item(kop, i));
	}
	line.size = 9;
	line.bold = 0;
	pdf_space(l->s, 2);
	for (size_t i = 0; i < json_array_size(address); i++)
		pdf_text(l->s, &line, order_item(address, i));
	if (logo > 0)
		pdf_move(l->s, fmax(pdf_y(l->s), top + LOGO_HEIGHT));
	pdf_space(l->s, 5);
	pdf_rule(l->s, 2);
	pdf_space(l->s, 1.2);
	pdf_rule(l->s, 0.6);
}

/* Place and date, position, room, name, rank and NIP. */
static double
sign_height(const struct letter *l)
{
	const json_t *sign = json_object_get(l->order, "sign");
	const int lines = (l->text->kind != LETTER_REPLY) + 2 +
	    (order_text(sign, "rank")[0] != '\0') +
	    (order_text(sign, "nip")[0] != '\0');

	return fmax(QR_SIZE, SIGN_ROOM + lines * l->body.size * 1.3);
}

/* -- paragraphs -------------------------------------------------------- */

static void
put_item(struct letter *l, const struct letter_block *b, const char *words)
{
	struct pdf_style mark = l->body, item = l->body;
	double top;

	item.left = l->body.left + 20;
	item.indent = mark.indent = 0;
	item.after = 2;
	mark.align = PDF_LEFT;
	pdf_need(l->s, fmin(pdf_height(l->s, &item, words),
	    2.6 * item.size));
	top = pdf_y(l->s);
	pdf_text(l->s, &mark, b->label);
	pdf_move(l->s, top);
	pdf_text(l->s, &item, words);
}

/* Labels of pairs that follow each other are of one width. */
static double
pair_width(struct letter *l, size_t n)
{
	struct pdf_style style = l->body;
	double width = 0;

	while (n > 0 && l->text->block[n - 1].kind == BLOCK_PAIR)
		n--;
	for (; n < l->text->nblock && l->text->block[n].kind == BLOCK_PAIR;
	    n++)
		width = fmax(width, pdf_width(l->s, &style,
		    l->text->block[n].label));
	return fmin(width + 8, pdf_inner(l->s) / 2);
}

static void
put_pair(struct letter *l, size_t n, const char *words)
{
	struct pdf_style style = l->body;

	if (words[0] == '\0')
		return;
	style.after = 1;
	style.indent = 0;
	pdf_pair(l->s, &style, l->text->block[n].label, pair_width(l, n),
	    words);
}

/* Below a run of items or pairs there is room again, if any was printed. */
static void
end_run(struct letter *l, size_t n, int *printed)
{
	const enum block_kind kind = l->text->block[n].kind;

	if (n + 1 < l->text->nblock && l->text->block[n + 1].kind == kind)
		return;
	if ((kind == BLOCK_ITEM || kind == BLOCK_PAIR) && *printed)
		pdf_space(l->s, l->body.after);
	*printed = 0;
}

static void
put_name(struct letter *l, const char *words)
{
	struct pdf_style name = l->body;

	name.size = 28;
	name.bold = 1;
	/* A long name is set smaller before it is broken. */
	while (name.size > 18 && pdf_height(l->s, &name, words) >
	    name.size * 1.6)
		name.size -= 1;
	pdf_space(l->s, 4);
	pdf_text(l->s, &name, words);
	pdf_space(l->s, 4);
}

/* Keep the last paragraph and the signature on one page; that of a certificate
 * stands at the foot anyway. */
static void
keep_signature(struct letter *l, size_t n, const char *words)
{
	if (n + 1 == l->text->nblock && l->text->kind != LETTER_CERTIFICATE)
		pdf_need(l->s, pdf_height(l->s, &l->body, words) +
		    l->body.after + LETTER_BEFORE_SIGN +
		    sign_height(l));
}

void
letter_blocks(struct letter *l, letter_list *people)
{
	int printed = 0;

	for (size_t i = 0; i < l->text->nblock; i++) {
		const struct letter_block *b = &l->text->block[i];
		char *words;

		if (letter_wants(l, b) && (words = letter_words(l, b->text))) {
			printed |= words[0] != '\0';
			if (b->kind == BLOCK_PEOPLE ||
			    b->kind == BLOCK_REFUSED)
				people(l, b->kind);
			else if (b->kind == BLOCK_ITEM)
				put_item(l, b, words);
			else if (b->kind == BLOCK_PAIR)
				put_pair(l, i, words);
			else if (b->kind == BLOCK_NAME)
				put_name(l, words);
			else {
				keep_signature(l, i, words);
				pdf_text(l->s, &l->body, words);
			}
			free(words);
		}
		end_run(l, i, &printed);
	}
}

/* -- signature --------------------------------------------------------- */

/* The way to the verification page; a draft has none. */
static void
put_check(struct letter *l, double top)
{
	const struct pdf_setup *p = pdf_setup(l->s);
	struct pdf_style small = { .size = 7.5, .left = QR_SIZE,
		.width = 126, .colour = 0x484949 };
	char words[400];

	if (letter_person(l, l->person, 5)[0] == '\0')
		return;
	pdf_qr(l->s, letter_person(l, l->person, 5), p->left - 8, top,
	    QR_SIZE);
	snprintf(words, sizeof(words), "Periksa surat ini: pindai kode QR, "
	    "atau buka %s dan masukkan kodenya.", order_text(l->order,
	    "site"));
	pdf_move(l->s, top + 10);
	pdf_text(l->s, &small, words);
	/* On a line of its own: a code is not broken. */
	snprintf(words, sizeof(words), "Kode %s", letter_person(l, l->person,
	    4));
	small.bold = 1;
	small.size = 8.5;
	pdf_text(l->s, &small, words);
}

void
letter_sign(struct letter *l, double left, const char *when)
{
	const json_t *sign = json_object_get(l->order, "sign");
	struct pdf_style style = { .size = l->body.size, .left = left,
		.leading = 1.1 };
	char words[300];
	double top, end;

	pdf_need(l->s, sign_height(l));
	top = pdf_y(l->s);
	if (when != NULL)
		pdf_text(l->s, &style, when);
	snprintf(words, sizeof(words), "%s%s,",
	    order_text(sign, "capacity"), order_text(sign, "position"));
	pdf_text(l->s, &style, words);
	pdf_space(l->s, SIGN_ROOM);
	style.bold = 1;
	pdf_text(l->s, &style, order_text(sign, "name"));
	style.bold = 0;
	if (order_text(sign, "rank")[0] != '\0')
		pdf_text(l->s, &style, order_text(sign, "rank"));
	snprintf(words, sizeof(words), "NIP %s", order_text(sign, "nip"));
	if (order_text(sign, "nip")[0] != '\0')
		pdf_text(l->s, &style, words);
	end = pdf_y(l->s);
	put_check(l, fmax(top, end - QR_SIZE));
	pdf_move(l->s, fmax(end, top + QR_SIZE));
}
