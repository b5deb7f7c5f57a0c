/* letter_sop.c - the pages of an SOP's official form. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reports/letter/letter_flow.h"
#include "reports/letter/letter_sop.h"
#include "reports/letter/order.h"

#define MARGIN	30
#define FOOT	16	/* above the lower margin, for the number of the page */
#define PAD	3
#define THIN	0.5

/* Columns of text; the lanes stand behind ACTIVITY. */
enum { NO, ACTIVITY, REQUIREMENTS, TIME, OUTPUT, NOTE, COLUMNS };

static const char *const keys[COLUMNS] = { "no", "activity", "requirements",
	"time", "output", "note" };
static const char *const heads[COLUMNS] = { "No", "Kegiatan", "Kelengkapan",
	"Waktu", "Output", "Keterangan" };

struct form {
	const json_t		*order;
	struct pdf		*s;
	int			 page, pages;
	double			 x[COLUMNS], width[COLUMNS];
	struct letter_flow	 flow;
	int			 breaks;	/* pentagons so far, by twos */
};

/* A row being placed: its texts, and the lines that are not shown yet. */
struct line {
	struct pdf_block	*text[COLUMNS];
	int			 from[COLUMNS];
	struct letter_flow_row	 flow;
	int			 last;
};

static const struct pdf_style cell = { .size = 7.5, .leading = 1.1 };

/* -- the sheet ---------------------------------------------------------- */

static double
bottom(const struct form *f)
{
	return pdf_setup(f->s)->height - MARGIN - FOOT;
}

static double
right(const struct form *f)
{
	return pdf_setup(f->s)->width - MARGIN;
}

static void
rule(const struct form *f, double x, double y, double x2, double y2)
{
	const struct pdf_point points[] = { { x, y }, { x2, y2 } };

	pdf_path(f->s, points, 2, THIN, 0);
}

static void
box(const struct form *f, double x, double y, double width, double height)
{
	pdf_frame(f->s, x, y, width, height, THIN, 0);
}

/* A whole text in a place; its height. */
static double
put(const struct form *f, struct pdf_style style, double x, double y,
    double width, const char *text)
{
	struct pdf_block *b;
	double height;

	style.width = width;
	b = pdf_block(f->s, &style, text);
	height = pdf_block_height(b, 0, pdf_block_lines(b));
	pdf_block_show(f->s, b, 0, pdf_block_lines(b), x, y);
	pdf_block_free(b);
	return height;
}

static double
height_of(const struct form *f, struct pdf_style style, double width,
    const char *text)
{
	style.width = width;
	return pdf_height(f->s, &style, text);
}

/* The foot of the page that begins: which SOP, and which of its pages. */
static void
foot(struct form *f)
{
	struct pdf_style style = { .size = 7.5 };
	const double y = bottom(f) + 6, half = pdf_inner(f->s) / 2;
	char text[64];

	f->page++;
	put(f, style, MARGIN, y, half, order_text(f->order, "name"));
	style.align = PDF_RIGHT;
	snprintf(text, sizeof(text), "Halaman %d dari %d", f->page, f->pages);
	put(f, style, MARGIN + half, y, half, text);
	pdf_move(f->s, MARGIN);
}

static void
turn(struct form *f, double width, double height)
{
	pdf_page_sized(f->s, width, height);
	foot(f);
}

/* -- the identity page -------------------------------------------------- */

#define LABEL_WIDTH 126
#define LOGO	56	/* high */

/* Position, room for the signature, name and NIP. */
static double
approval(const struct form *f, double x, double y, double width, int show)
{
	const json_t *who = json_object_get(f->order, "approved");
	const struct pdf_style plain = { .size = 9.5, .align = PDF_CENTRE };
	const struct pdf_style strong = { .size = 9.5, .bold = 1,
		.align = PDF_CENTRE };
	const char *nip = order_text(who, "nip");
	const double room = 48;
	double at = y + PAD;
	char text[128];

	snprintf(text, sizeof(text), "NIP %s", nip);
	if (show)
		put(f, plain, x, at, width, order_text(who, "position"));
	at += height_of(f, plain, width, order_text(who, "position")) + room;
	if (show)
		put(f, strong, x, at, width, order_text(who, "name"));
	at += height_of(f, strong, width, order_text(who, "name"));
	if (nip[0] != '\0' && show)
		put(f, plain, x, at, width, text);
	if (nip[0] != '\0')
		at += height_of(f, plain, width, text);
	return at + PAD - y;
}

/* A label and its text in two boxes side by side; y below them. */
static double
labelled(const struct form *f, double x, double y, const char *label,
    const char *text)
{
	const struct pdf_style style = { .size = 9.5 };
	const double beside = x + LABEL_WIDTH, width = right(f) - beside;
	double height = fmax(height_of(f, style, LABEL_WIDTH - 2 * PAD, label),
	    height_of(f, style, width - 2 * PAD, text)) + 2 * PAD;

	put(f, style, x + PAD, y + PAD, LABEL_WIDTH - 2 * PAD, label);
	put(f, style, beside + PAD, y + PAD, width - 2 * PAD, text);
	box(f, x, y, LABEL_WIDTH, height);
	box(f, beside, y, width, height);
	return y + height;
}

static double
signed_by(const struct form *f, double x, double y)
{
	const struct pdf_style style = { .size = 9.5 };
	const double beside = x + LABEL_WIDTH, width = right(f) - beside;
	double height = approval(f, beside + PAD, y, width - 2 * PAD, 0);

	put(f, style, x + PAD, y + PAD, LABEL_WIDTH - 2 * PAD,
	    "DISAHKAN OLEH");
	approval(f, beside + PAD, y, width - 2 * PAD, 1);
	box(f, x, y, LABEL_WIDTH, height);
	box(f, beside, y, width, height);
	return y + height;
}

/* The unit's lines under the logo; their height. */
static double
units(const struct form *f, double y, double width)
{
	const struct pdf_style style = { .size = 10, .bold = 1,
		.align = PDF_CENTRE };
	const json_t *list = order_list(f->order, "units");
	const char *logo = order_text(f->order, "logo");
	const double wide = logo[0] != '\0' ? pdf_picture_width(logo, LOGO) :
	    0;
	double at = y + 2 * PAD;

	if (wide > 0) {
		pdf_picture(f->s, logo, MARGIN + (width - wide) / 2, at, LOGO);
		at += LOGO + 2 * PAD;
	}
	for (size_t i = 0; i < json_array_size(list); i++)
		at += put(f, style, MARGIN + PAD, at, width - 2 * PAD,
		    order_item(list, i));
	return at + 2 * PAD - y;
}

/* The upper part: whose it is, beside what it is. */
static double
head_box(const struct form *f)
{
	const json_t *list = order_list(f->order, "identity");
	const double top = MARGIN, width = pdf_inner(f->s) * 0.4;
	double y = top, height = units(f, top, width);

	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *pair = json_array_get(list, i);

		y = labelled(f, MARGIN + width, y, order_item(pair, 0),
		    order_item(pair, 1));
	}
	y = signed_by(f, MARGIN + width, y);
	y = labelled(f, MARGIN + width, y, "NAMA SOP",
	    order_text(f->order, "title"));
	height = fmax(height, y - top);
	box(f, MARGIN, top, width, height);
	box(f, MARGIN, top, pdf_inner(f->s), height);
	return top + height;
}

/* "1. ...", a line each; a single one has no number. */
static char *
numbered(const json_t *list)
{
	const size_t n = json_array_size(list);
	size_t size = 1, len = 0;
	char *text;

	for (size_t i = 0; i < n; i++)
		size += strlen(order_item(list, i)) + 16;
	if ((text = calloc(1, size)) == NULL)
		return NULL;
	for (size_t i = 0; i < n; i++)
		len += (size_t)(n == 1 ? snprintf(text, size, "%s",
		    order_item(list, i)) : snprintf(text + len, size - len,
		    "%s%zu. %s", i > 0 ? "\n" : "", i + 1,
		    order_item(list, i)));
	return text;
}

/* Two boxes of the identity page, whose texts go on on the next page where
 * they have no room. */
struct pair {
	const char		*title[2];
	struct pdf_block	*text[2];
	int			 from[2];
};

static void
read_pair(const struct form *f, size_t i, struct pair *p)
{
	const json_t *list = order_list(f->order, "boxes");

	for (size_t k = 0; k < 2; k++) {
		const json_t *one = json_array_get(list, i + k);
		const json_t *items = json_array_get(one, 1);
		struct pdf_style style = { .size = 9.5, .leading = 1.1,
			.width = pdf_inner(f->s) / 2 - 2 * PAD };
		char *text = numbered(items);

		if (json_array_size(items) > 1)
			style.indent = json_array_size(items) > 9 ? -16 :
			    -10.7;
		p->title[k] = order_item(one, 0);
		p->text[k] = pdf_block(f->s, &style, text != NULL ? text : "");
		p->from[k] = 0;
		free(text);
	}
}

/* Show the rest of a pair as far as it fits into `room`; its height.  *more: is
 * there still something? */
static double
show_pair(const struct form *f, struct pair *p, double y, double room,
    int *more)
{
	const double half = pdf_inner(f->s) / 2;
	double most = 0;

	*more = 0;
	for (int k = 0; k < 2; k++) {
		int to = pdf_block_fit(p->text[k], p->from[k], room);

		pdf_block_show(f->s, p->text[k], p->from[k], to,
		    MARGIN + k * half + PAD, y);
		most = fmax(most, pdf_block_height(p->text[k], p->from[k],
		    to));
		p->from[k] = to;
		*more |= to < pdf_block_lines(p->text[k]);
	}
	return most;
}

static double
put_titles(const struct form *f, const struct pair *p, double y)
{
	const struct pdf_style style = { .size = 9.5, .bold = 1 };
	const double half = pdf_inner(f->s) / 2;
	double most = 0;
	char text[400];

	for (int k = 0; k < 2; k++) {
		snprintf(text, sizeof(text), "%s :", p->title[k]);
		most = fmax(most, put(f, style, MARGIN + k * half + PAD,
		    y + PAD, half - 2 * PAD, text));
	}
	return most + PAD;
}

static double
put_pair(struct form *f, size_t i, double y)
{
	const double half = pdf_inner(f->s) / 2;
	struct pair p;
	int more;

	read_pair(f, i, &p);
	do {
		double top = y;

		if (y + 60 > bottom(f)) {
			turn(f, PDF_A4_SHORT, PDF_A4_LONG);
			top = y = MARGIN;
		}
		y += put_titles(f, &p, y) + 2;
		y += show_pair(f, &p, y, bottom(f) - y - PAD, &more) + PAD;
		box(f, MARGIN, top, half, y - top);
		box(f, MARGIN + half, top, half, y - top);
		if (more)
			y = bottom(f);
	} while (more);
	pdf_block_free(p.text[0]);
	pdf_block_free(p.text[1]);
	return y;
}

static void
identity(struct form *f)
{
	double y;

	foot(f);
	y = head_box(f);
	for (size_t i = 0; i < json_array_size(order_list(f->order,
	    "boxes")); i += 2)
		y = put_pair(f, i, y);
}

/* -- the columns of the table ------------------------------------------- */

/* How much room a column of texts wants: long ones more, but not in proportion
 * to a single cell that is longer than any other. */
static double
want(const json_t *rows, int column)
{
	size_t most = 16;

	for (size_t i = 0; i < json_array_size(rows); i++) {
		size_t len = strlen(order_text(json_array_get(rows, i),
		    keys[column]));

		most = len > most ? len : most;
	}
	return sqrt(most > 600 ? 600 : (double)most);
}

static void
set_columns(struct form *f)
{
	static const double least[COLUMNS] = { [ACTIVITY] = 84,
		[REQUIREMENTS] = 52, [OUTPUT] = 48, [NOTE] = 50 };
	const json_t *rows = order_list(f->order, "rows");
	const int n = f->flow.n;
	double all = 0, room, x = MARGIN;

	f->flow.width = fmin(66, fmax(400.0 / n, fmin(38, 480.0 / n)));
	f->width[NO] = 20;
	f->width[TIME] = 44;
	room = pdf_inner(f->s) - f->flow.width * n - 64;
	for (int i = 0; i < COLUMNS; i++) {
		room -= least[i];
		all += least[i] > 0 ? want(rows, i) : 0;
	}
	for (int i = 0; i < COLUMNS; i++) {
		if (least[i] > 0)
			f->width[i] = least[i] + room * want(rows, i) / all;
		f->x[i] = x;
		x += f->width[i];
		if (i == ACTIVITY) {
			f->flow.left = x;
			x += f->flow.width * n;
		}
	}
}

/* The lines between columns, down a piece of the table. */
static void
rule_columns(const struct form *f, double y, double height)
{
	for (int i = 0; i < COLUMNS; i++)
		rule(f, f->x[i], y, f->x[i], y + height);
	for (int i = 0; i < f->flow.n; i++)
		rule(f, f->flow.left + i * f->flow.width, y,
		    f->flow.left + i * f->flow.width, y + height);
	rule(f, right(f), y, right(f), y + height);
	rule(f, MARGIN, y, right(f), y);
	rule(f, MARGIN, y + height, right(f), y + height);
}

/* -- its head ----------------------------------------------------------- */

/* The size at which no word of a name is wider than a lane. */
static double
lane_size(const struct form *f, const json_t *names)
{
	struct pdf_style style = { .size = 7, .bold = 1, .width = 1000 };
	double widest = 0;
	char word[64];

	for (size_t i = 0; i < json_array_size(names); i++) {
		const char *p = order_item(names, i);

		while (*p != '\0') {
			size_t n = strcspn(p, " /");

			snprintf(word, sizeof(word), "%.*s", (int)n, p);
			widest = fmax(widest, pdf_width(f->s, &style, word));
			p += n + strspn(p + n, " /");
		}
	}
	return fmax(4.5, fmin(7, 7 * (f->flow.width - 5) / fmax(1, widest)));
}

/* A head in the middle of a box. */
static void
head_cell(const struct form *f, struct pdf_style style, double x, double y,
    double width, double height, const char *text)
{
	const double inner = width - 4;

	style.bold = 1;
	style.align = PDF_CENTRE;
	put(f, style, x + 2, y + (height - height_of(f, style, inner, text)) /
	    2, inner, text);
	box(f, x, y, width, height);
}

static double
lane_heads(const struct form *f, double y, double height, int show)
{
	const json_t *names = order_list(f->order, "lanes");
	const struct pdf_style style = { .size = lane_size(f, names),
		.bold = 1, .leading = 1.05 };
	double most = 0;

	for (int i = 0; i < f->flow.n; i++) {
		const char *name = order_item(names, (size_t)i);

		most = fmax(most, height_of(f, style, f->flow.width - 4,
		    name));
		if (show)
			head_cell(f, style, f->flow.left + i * f->flow.width,
			    y, f->flow.width, height, name);
	}
	return most + 4;
}

static double
put_heads(const struct form *f, double y)
{
	const struct pdf_style style = { .size = 7.5, .leading = 1.05 };
	const double upper = 14, lower = fmax(14, lane_heads(f, y, 0, 0));
	const double lanes = f->flow.width * f->flow.n;

	for (int i = NO; i <= ACTIVITY; i++)
		head_cell(f, style, f->x[i], y, f->width[i], upper + lower,
		    heads[i]);
	head_cell(f, style, f->flow.left, y, lanes, upper, "Pelaksana");
	lane_heads(f, y + upper, lower, 1);
	head_cell(f, style, f->x[REQUIREMENTS], y, f->x[NOTE] -
	    f->x[REQUIREMENTS], upper, "Mutu Baku");
	for (int i = REQUIREMENTS; i <= OUTPUT; i++)
		head_cell(f, style, f->x[i], y + upper, f->width[i], lower,
		    heads[i]);
	head_cell(f, style, f->x[NOTE], y, f->width[NOTE], upper + lower,
	    heads[NOTE]);
	return y + upper + lower;
}

static void
put_title(struct form *f)
{
	const struct pdf_style style = { .size = 10, .bold = 1,
		.align = PDF_CENTRE };
	double y = MARGIN;

	y += put(f, style, MARGIN, y, pdf_inner(f->s),
	    "STANDAR OPERASIONAL PROSEDUR");
	y += put(f, style, MARGIN, y, pdf_inner(f->s),
	    order_text(f->order, "title")) + 6;
	pdf_move(f->s, y);
}

/* -- its rows ----------------------------------------------------------- */

/* The letter of the n-th break, counted from 1: A .. Z, AA, AB ... */
static void
name_break(int n, char letter[4])
{
	char *p = letter;

	if (n > 26)
		*p++ = (char)('A' + (n - 1) / 26 - 1);
	*p++ = (char)('A' + (n - 1) % 26);
	*p = '\0';
}

static void
connect(struct form *f, unsigned set, int again)
{
	const double y = pdf_y(f->s);
	char letter[4];

	name_break(f->breaks, letter);
	rule_columns(f, y, LETTER_FLOW_CONNECTOR);
	letter_flow_connect(&f->flow, set, letter, again, y);
	pdf_move(f->s, y + LETTER_FLOW_CONNECTOR);
}

/* To the next page, the flow through a pentagon, from the lanes it leaves to
 * those it enters there. */
static void
go_on(struct form *f, unsigned leaves, unsigned enters)
{
	if (leaves != 0) {
		f->breaks++;
		connect(f, leaves, 0);
	}
	turn(f, PDF_A4_LONG, PDF_A4_SHORT);
	pdf_move(f->s, put_heads(f, MARGIN));
	if (leaves != 0)
		connect(f, enters, 1);
}

/* The room of a page for a row, with a pentagon below unless it is the last. */
static double
room(const struct form *f, const struct line *l)
{
	return bottom(f) - (l->last ? 0 : LETTER_FLOW_CONNECTOR) -
	    pdf_y(f->s);
}

static void
read_line(const struct form *f, const json_t *row, struct line *l)
{
	memset(l, 0, sizeof(*l));
	letter_flow_read(row, f->flow.n, &l->flow);
	for (int i = 0; i < COLUMNS; i++) {
		struct pdf_style style = cell;

		style.width = f->width[i] - 2 * PAD;
		style.align = i == NO || i == TIME ? PDF_CENTRE : PDF_LEFT;
		l->text[i] = pdf_block(f->s, &style, order_text(row, keys[i]));
	}
}

static void
free_line(struct line *l)
{
	for (int i = 0; i < COLUMNS; i++)
		pdf_block_free(l->text[i]);
}

/* The height that the rest of its texts takes. */
static double
text_left(const struct line *l)
{
	double most = 0;

	for (int i = 0; i < COLUMNS; i++)
		most = fmax(most, pdf_block_height(l->text[i], l->from[i],
		    pdf_block_lines(l->text[i])));
	return most + 2 * PAD;
}

static void
show_texts(const struct form *f, struct line *l, double y, double height)
{
	for (int i = 0; i < COLUMNS; i++) {
		int to = pdf_block_fit(l->text[i], l->from[i], height -
		    2 * PAD);

		pdf_block_show(f->s, l->text[i], l->from[i], to,
		    f->x[i] + PAD, y + PAD);
		l->from[i] = to;
	}
}

/* The rest of a row behind its first piece, page by page. */
static void
put_rest(struct form *f, struct line *l)
{
	const unsigned passes = letter_flow_leaves(&f->flow, &l->flow);

	while (text_left(l) > 2 * PAD) {
		double y, height;

		go_on(f, passes, passes);
		y = pdf_y(f->s);
		height = fmin(text_left(l), room(f, l));
		rule_columns(f, y, height);
		show_texts(f, l, y, height);
		letter_flow_pass(&f->flow, passes, y, height);
		pdf_move(f->s, y + height);
	}
}

/* A row, on the next page if it has no room on this one; `before` is the row
 * above it, or NULL. */
static void
put_row(struct form *f, struct line *l, const struct line *before)
{
	const unsigned enters = letter_flow_enters(&f->flow, &l->flow);
	unsigned above = before != NULL ?
	    letter_flow_leaves(&f->flow, &before->flow) : 0;
	double height = fmax(text_left(l), letter_flow_height(&f->flow,
	    &l->flow));
	int across = 1;
	double y;

	if (height > room(f, l) && before != NULL) {
		go_on(f, above, enters);
		across = 0;
		above = above != 0 ? enters : 0;
	}
	y = pdf_y(f->s);
	height = fmin(height, room(f, l));
	rule_columns(f, y, height);
	show_texts(f, l, y, height);
	letter_flow_show(&f->flow, &l->flow, above, across, y, height);
	pdf_move(f->s, y + height);
	put_rest(f, l);
}

static void
table(struct form *f)
{
	const json_t *rows = order_list(f->order, "rows");
	struct line before, l;

	turn(f, PDF_A4_LONG, PDF_A4_SHORT);
	set_columns(f);
	put_title(f);
	pdf_move(f->s, put_heads(f, pdf_y(f->s)));
	for (size_t i = 0; i < json_array_size(rows); i++) {
		read_line(f, json_array_get(rows, i), &l);
		l.last = i + 1 == json_array_size(rows);
		put_row(f, &l, i > 0 ? &before : NULL);
		free_line(&l);
		before = l;
	}
}

/* -- the whole ---------------------------------------------------------- */

/* The form as one of so many pages; their number goes to *pages. */
static struct pdf *
write_form(const json_t *order, int *pages)
{
	struct pdf_setup setup = { .width = PDF_A4_SHORT,
		.height = PDF_A4_LONG, .top = MARGIN, .right = MARGIN,
		.bottom = MARGIN, .left = MARGIN };
	struct form f = { .order = order, .pages = *pages };

	if ((f.s = order_sheet(order, &setup)) == NULL)
		return NULL;
	f.flow.s = f.s;
	f.flow.n = (int)json_array_size(order_list(order, "lanes"));
	identity(&f);
	table(&f);
	*pages = f.page;
	return f.s;
}

struct pdf *
letter_sop_compose(const json_t *order, char *why, size_t whysize)
{
	const size_t lanes = json_array_size(order_list(order, "lanes"));
	char *pdf = NULL;
	int pages = 0;
	size_t len;

	if (lanes < 1 || lanes > LANES_MAX ||
	    json_array_size(order_list(order, "rows")) == 0) {
		snprintf(why, whysize, "lanes, rows: missing");
		return NULL;
	}
	/* How many pages there are is known behind the last one. */
	if (pdf_finish(write_form(order, &pages), &pdf, &len) != 0)
		return NULL;
	free(pdf);
	return write_form(order, &pages);
}
