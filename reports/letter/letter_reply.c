/* letter_reply.c - surat dinas: the letter that answers a request. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reports/letter/letter_reply.h"
#include "reports/letter/order.h"

#define IN_LETTER	8	/* participants; more go on another page */
#define INDENT		28	/* of the first line of a paragraph */
#define LABEL		62	/* "Lampiran" */
#define SIGN_LEFT	0.52	/* of the width */

static const struct pdf_column columns[] = {
	{ "No", 7, PDF_CENTRE },
	{ "Nama", 43, PDF_LEFT },
	{ "NIM/NISN", 22, PDF_LEFT },
	{ "Program studi", 32, PDF_LEFT },
};

/* The two lists a reply may hold. */
static const struct list {
	enum block_kind	 block;
	const char	*key;		/* in the order */
	const char	*title;		/* on a sheet of its own, beside the
					   other */
	const char	*who;		/* in the letter, instead */
} lists[] = {
	{ BLOCK_PEOPLE, "people", "PESERTA YANG DITERIMA", "peserta" },
	{ BLOCK_REFUSED, "refused", "PESERTA YANG BELUM DAPAT DITERIMA",
	    "tersebut" },
};

/* Persons of a list that the text names: all of them, or 0 when no block of
 * the list is printed. */
static size_t
named(struct letter *l, const struct list *list)
{
	for (size_t i = 0; i < l->text->nblock; i++)
		if (l->text->block[i].kind == list->block &&
		    letter_wants(l, &l->text->block[i]))
			return json_array_size(order_list(l->order,
			    list->key));
	return 0;
}

static int
is_attached(struct letter *l)
{
	return named(l, &lists[0]) + named(l, &lists[1]) > IN_LETTER;
}

static void
table(struct letter *l, const struct list *list)
{
	struct pdf_style cell = { .size = l->body.size - 1,
		.leading = 1.05 };
	const json_t *all = order_list(l->order, list->key);
	char n[24];

	pdf_table(l->s, &cell, columns, 4);
	for (size_t i = 0; i < json_array_size(all); i++) {
		const json_t *who = json_array_get(all, i);
		const char *row[] = { n, order_item(who, 0),
			order_item(who, 1), order_item(who, 2) };

		snprintf(n, sizeof(n), "%zu", i + 1);
		pdf_row(l->s, row);
	}
	pdf_table_end(l->s, 8);
}

static void
people(struct letter *l, enum block_kind block)
{
	const struct list *list = &lists[block == BLOCK_REFUSED];
	const size_t n = json_array_size(order_list(l->order, list->key));
	struct pdf_style style = l->body;
	char words[160];

	if (n == 0)
		return;
	if (!is_attached(l)) {
		table(l, list);
		return;
	}
	style.indent = 0;
	snprintf(words, sizeof(words), "Nama %zu orang %s tercantum dalam "
	    "lampiran surat ini.", n, list->who);
	pdf_text(l->s, &style, words);
}

/* A line of the letter's own head: its label, and the text if it has any. */
static void
head_line(struct letter *l, const char *label, const char *text)
{
	struct pdf_style style = l->body;
	char *words = letter_words(l, text);

	style.align = PDF_LEFT;
	style.after = 1;
	style.width = pdf_inner(l->s) * 0.68;
	pdf_pair(l->s, &style, label, LABEL, words);
	free(words);
}

/* A draft has room for the number. */
static const char *
number(const struct letter *l)
{
	const char *text = order_text(l->order, "number");

	return text[0] != '\0' ? text : "..............................";
}

/* Number to the left and date to the right, on one line. */
static void
head_lines(struct letter *l)
{
	const char *const *head = l->text->head;
	struct pdf_style date = l->body;
	const double top = pdf_y(l->s);
	const char *enclosed = head[KEY_ENCLOSED];

	date.align = PDF_RIGHT;
	pdf_text(l->s, &date, order_text(l->order, "date"));
	pdf_move(l->s, top);
	head_line(l, "Nomor", number(l));
	head_line(l, "Sifat", head[KEY_URGENCY][0] != '\0' ?
	    head[KEY_URGENCY] : "Biasa");
	head_line(l, "Lampiran", is_attached(l) ? "1 (satu) berkas" :
	    enclosed[0] != '\0' ? enclosed : "-");
	head_line(l, "Hal", head[KEY_SUBJECT]);
}

static void
addressee(struct letter *l)
{
	struct pdf_style style = l->body;
	char *to = letter_words(l, l->text->head[KEY_TO]);
	char *at = letter_words(l, l->text->head[KEY_AT]);
	char *yth = malloc(strlen(to) + 8);

	style.align = PDF_LEFT;
	style.after = 0;
	style.width = pdf_inner(l->s) * 0.62;
	pdf_space(l->s, 12);
	if (yth != NULL) {
		sprintf(yth, "Yth. %s", to);
		pdf_text(l->s, &style, yth);
	}
	if (at[0] != '\0') {
		pdf_text(l->s, &style, "di");
		style.left = 24;
		pdf_text(l->s, &style, at);
	}
	pdf_space(l->s, 12);
	free(yth);
	free(at);
	free(to);
}

static void
copies(struct letter *l)
{
	struct pdf_style style = { .size = 9.5, .after = 1 };
	char n[600], *words;

	if (l->text->ncopy == 0)
		return;
	pdf_space(l->s, 10);
	pdf_need(l->s, 30);
	pdf_text(l->s, &style, "Tembusan:");
	for (size_t i = 0; i < l->text->ncopy; i++) {
		if ((words = letter_words(l, l->text->copy[i])) == NULL)
			return;
		snprintf(n, sizeof(n), "%zu. %s", i + 1, words);
		pdf_text(l->s, &style, l->text->ncopy > 1 ? n : words);
		free(words);
	}
}

/* Long lists on a page of their own, signed as well. */
static void
attachment(struct letter *l)
{
	const double left = pdf_inner(l->s) * 0.45;
	struct pdf_style title = { .size = 12, .bold = 1,
		.align = PDF_CENTRE, .after = 10 };
	struct pdf_style ref = { .size = 10, .left = left };
	const int both = named(l, &lists[0]) > 0 && named(l, &lists[1]) > 0;

	pdf_page(l->s);
	pdf_text(l->s, &ref, "Lampiran surat");
	pdf_pair(l->s, &ref, "Nomor", 46, number(l));
	pdf_pair(l->s, &ref, "Tanggal", 46, order_text(l->order, "date"));
	pdf_space(l->s, 16);
	for (size_t i = 0; i < 2; i++) {
		if (named(l, &lists[i]) == 0)
			continue;
		pdf_need(l->s, 60);
		pdf_text(l->s, &title, both ? lists[i].title :
		    "DAFTAR PESERTA");
		table(l, &lists[i]);
		pdf_space(l->s, 12);
	}
	letter_sign(l, pdf_inner(l->s) * SIGN_LEFT, NULL);
}

void
letter_reply(struct letter *l)
{
	letter_head(l);
	pdf_space(l->s, 12);
	head_lines(l);
	addressee(l);
	l->body.indent = INDENT;
	letter_blocks(l, people);
	pdf_space(l->s, LETTER_BEFORE_SIGN);
	letter_sign(l, pdf_inner(l->s) * SIGN_LEFT, NULL);
	copies(l);
	if (is_attached(l))
		attachment(l);
}
