/* letter_flow.c - symbols, arrows and labels in the lanes of a row. */
#include <math.h>
#include <string.h>

#include "reports/letter/letter_flow.h"
#include "reports/letter/order.h"

#define LINE	0.9
#define GAP	6	/* from a row's edge to where the flow runs across */
#define HEAD	6	/* an arrow's, long */
#define BOX	9	/* half the height of each symbol */
#define CAPSULE	7.5
#define DIAMOND	13
#define END_LINE 10	/* from a diamond down to its "Selesai" */
#define LABEL	4	/* between a line or a symbol and its label */
#define PASSES	(LANE_UP | LANE_DOWN)
#define SYMBOLS	(LANE_START | LANE_END | LANE_BOX | LANE_DECISION)

void
letter_flow_read(const json_t *row, int n, struct letter_flow_row *r)
{
	const json_t *cells = order_list(row, "cells");

	memset(r, 0, sizeof(*r));
	for (int i = 0; i < n; i++) {
		const json_t *cell = json_array_get(cells, (size_t)i);

		r->pieces[i] = (unsigned)json_integer_value(
		    json_array_get(cell, 0));
		r->back[i] = order_item(cell, 1);
	}
}

static unsigned
lanes_with(const struct letter_flow *f, const struct letter_flow_row *r,
    unsigned pieces)
{
	unsigned set = 0;

	for (int i = 0; i < f->n; i++)
		if (r->pieces[i] & pieces)
			set |= 1U << i;
	return set;
}

unsigned
letter_flow_leaves(const struct letter_flow *f,
    const struct letter_flow_row *r)
{
	return lanes_with(f, r, LANE_DOWN);
}

unsigned
letter_flow_enters(const struct letter_flow *f,
    const struct letter_flow_row *r)
{
	return lanes_with(f, r, LANE_UP);
}

static double
middle(const struct letter_flow *f, int lane)
{
	return f->left + (lane + 0.5) * f->width;
}

/* Half the height of the symbol of a cell; 0 without one. */
static double
half(unsigned pieces)
{
	if (pieces & LANE_DECISION)
		return DIAMOND;
	if (pieces & LANE_BOX)
		return BOX;
	return pieces & (LANE_START | LANE_END) ? CAPSULE : 0;
}

/* -- labels ------------------------------------------------------------- */

/* Where the label of a return stands: in the lane that the dashed line leads
 * to, or, when that is its own or has a line down, beside it. */
struct label {
	int	 lane;
	double	 x, width;
	double	 below;		/* the middle of the row */
};

static int
is_free(const struct letter_flow *f, const struct letter_flow_row *r, int lane)
{
	return lane >= 0 && lane < f->n &&
	    (r->pieces[lane] & (SYMBOLS | PASSES)) == 0 &&
	    r->back[lane][0] == '\0';
}

static struct label
place(const struct letter_flow *f, const struct letter_flow_row *r, int lane)
{
	struct label l = { .lane = lane, .below = LABEL };

	if ((r->pieces[lane] & (SYMBOLS | PASSES)) != 0)
		l.lane = is_free(f, r, lane + 1) ? lane + 1 :
		    is_free(f, r, lane - 1) ? lane - 1 : lane;
	l.x = f->left + l.lane * f->width + 2;
	l.width = f->width - 4;
	if (l.lane == lane && half(r->pieces[lane]) > 0) {
		l.x = middle(f, lane) + LABEL;
		l.width = f->width / 2 - LABEL - 1;
		l.below = half(r->pieces[lane]) + LABEL;
	}
	return l;
}

static struct pdf_style
label_style(const struct letter_flow *f)
{
	return (struct pdf_style){ .size = fmin(6, f->width / 6),
		.align = PDF_CENTRE, .leading = 1.05 };
}

/* The height of a text in a width. */
static double
text_height(const struct letter_flow *f, const char *text, double width)
{
	struct pdf_style style = label_style(f);

	style.width = width;
	return pdf_height(f->s, &style, text);
}

static void
show_text(const struct letter_flow *f, const struct pdf_style *style,
    const char *text, double x, double y)
{
	struct pdf_block *b = pdf_block(f->s, style, text);

	pdf_block_show(f->s, b, 0, pdf_block_lines(b), x, y);
	pdf_block_free(b);
}

/* -- how high ----------------------------------------------------------- */

/* The room a cell needs below the middle of its row. */
static double
lower(const struct letter_flow *f, const struct letter_flow_row *r, int lane)
{
	unsigned pieces = r->pieces[lane];
	double need = half(pieces) + GAP;

	if (pieces & LANE_YES)
		need = DIAMOND + LABEL + text_height(f, "Ya", f->width);
	if (pieces & LANE_YES_END)
		need = DIAMOND + END_LINE + 2 * CAPSULE + LABEL;
	if (r->back[lane][0] != '\0') {
		struct label l = place(f, r, lane);

		need = fmax(need, l.below + text_height(f, r->back[lane],
		    l.width) + LABEL);
	}
	return need;
}

double
letter_flow_height(const struct letter_flow *f,
    const struct letter_flow_row *r)
{
	double most = GAP;

	for (int i = 0; i < f->n; i++) {
		most = fmax(most, lower(f, r, i));
		if (r->pieces[i] & LANE_UP)
			most = fmax(most, GAP + HEAD + 2 + half(r->pieces[i]));
	}
	return 2 * most;
}

/* -- lines -------------------------------------------------------------- */

static void
line(const struct letter_flow *f, double x, double y, double x2, double y2,
    unsigned how)
{
	const struct pdf_point points[] = { { x, y }, { x2, y2 } };

	pdf_path(f->s, points, 2, LINE, how);
}

/* The head of an arrow whose point is at x, y; `dx`, `dy`: where it points. */
static void
arrow(const struct letter_flow *f, double x, double y, int dx, int dy)
{
	const double w = HEAD / 2.0;
	const struct pdf_point points[] = { { x, y },
		{ x - dx * HEAD - dy * w, y - dy * HEAD - dx * w },
		{ x - dx * HEAD + dy * w, y - dy * HEAD + dx * w } };

	pdf_path(f->s, points, 3, 0.1, PDF_BLACK | PDF_CLOSED);
}

/* Into a cell from above, and out of it below. */
static void
show_flow(const struct letter_flow *f, unsigned pieces, int lane, double y,
    double height)
{
	const double x = middle(f, lane), at = y + height / 2;

	if (pieces & LANE_LEFT)
		line(f, x - f->width / 2, y + GAP, x, y + GAP, 0);
	if (pieces & LANE_RIGHT)
		line(f, x, y + GAP, x + f->width / 2, y + GAP, 0);
	if (pieces & LANE_UP)
		line(f, x, y + GAP, x, at - half(pieces), 0);
	if (pieces & LANE_ARROW)
		arrow(f, x, at - half(pieces), 0, 1);
	if (pieces & LANE_DOWN)
		line(f, x, at + half(pieces), x, y + height, 0);
	if (pieces & LANE_YES_END)
		line(f, x, at + DIAMOND, x, at + DIAMOND + END_LINE, 0);
}

/* The dashed line of a return as far as it runs through a cell. */
static void
show_back(const struct letter_flow *f, const struct letter_flow_row *r,
    int lane, double at)
{
	const unsigned pieces = r->pieces[lane];
	const double x = middle(f, lane), w = f->width / 2;

	if (pieces & LANE_BACK_LEFT)
		line(f, x, at, x - w, at, PDF_DASHED);
	if (pieces & LANE_BACK_RIGHT)
		line(f, x, at, x + w, at, PDF_DASHED);
	if (pieces & LANE_TO_LEFT) {
		line(f, x + w, at, x - HEAD / 2.0, at, PDF_DASHED);
		arrow(f, x - HEAD, at, -1, 0);
	} else if (pieces & LANE_TO_RIGHT) {
		line(f, x - w, at, x + HEAD / 2.0, at, PDF_DASHED);
		arrow(f, x + HEAD, at, 1, 0);
	} else if (pieces & LANE_BACK_ACROSS) {
		line(f, x - w, at, x + w, at, PDF_DASHED);
	}
}

/* A return within its own lane: beside it, then up or down. */
static void
show_turn(const struct letter_flow *f, const struct letter_flow_row *r,
    int lane, double at)
{
	const struct label l = place(f, r, lane);
	const double x = middle(f, l.lane);
	const int up = (r->pieces[lane] & LANE_TO_ABOVE) != 0;

	if (l.lane == lane)
		return;
	line(f, middle(f, lane), at, x, at, PDF_DASHED);
	if (up)
		arrow(f, x, at - HEAD, 0, -1);
}

/* -- symbols ------------------------------------------------------------ */

static void
show_capsule(const struct letter_flow *f, const char *text, double x,
    double at)
{
	const double width = fmin(40, f->width - 5);
	const struct pdf_style style = { .size = fmin(6.5, width / 4),
		.bold = 1, .align = PDF_CENTRE, .width = width };
	const double height = pdf_height(f->s, &style, text);

	pdf_capsule(f->s, x - width / 2, at - CAPSULE, width, 2 * CAPSULE,
	    LINE);
	show_text(f, &style, text, x - width / 2, at - height / 2);
}

static void
show_symbol(const struct letter_flow *f, unsigned pieces, double x, double at)
{
	const double w = fmin(20, f->width / 2 - 4);
	const struct pdf_point box[] = { { x - w, at - BOX }, { x + w,
		at - BOX }, { x + w, at + BOX }, { x - w, at + BOX } };
	const struct pdf_point diamond[] = { { x - w, at }, { x, at -
		DIAMOND }, { x + w, at }, { x, at + DIAMOND } };

	if (pieces & LANE_BOX)
		pdf_path(f->s, box, 4, LINE, PDF_WHITE | PDF_CLOSED);
	if (pieces & LANE_DECISION)
		pdf_path(f->s, diamond, 4, LINE, PDF_WHITE | PDF_CLOSED);
	if (pieces & LANE_START)
		show_capsule(f, "Mulai", x, at);
	if (pieces & LANE_END)
		show_capsule(f, "Selesai", x, at);
	if (pieces & LANE_YES_END)
		show_capsule(f, "Selesai", x, at + DIAMOND + END_LINE +
		    CAPSULE);
}

static void
show_labels(const struct letter_flow *f, const struct letter_flow_row *r,
    int lane, double at)
{
	struct pdf_style style = label_style(f);
	const struct label l = place(f, r, lane);

	if (r->back[lane][0] != '\0') {
		style.width = l.width;
		show_text(f, &style, r->back[lane], l.x, at + l.below);
	}
	if ((r->pieces[lane] & (LANE_YES | LANE_YES_END)) == 0)
		return;
	/* Beside the line down, on the side that the other label leaves. */
	style.width = f->width / 2 - LABEL;
	style.align = PDF_LEFT;
	if (r->back[lane][0] != '\0' && l.lane == lane) {
		style.align = PDF_RIGHT;
		show_text(f, &style, "Ya", middle(f, lane) - f->width / 2,
		    at + DIAMOND + 1);
	} else {
		show_text(f, &style, "Ya", middle(f, lane) + LABEL,
		    at + DIAMOND + 1);
	}
}

/* -- a row -------------------------------------------------------------- */

void
letter_flow_show(const struct letter_flow *f, const struct letter_flow_row *r,
    unsigned above, int across, double y, double height)
{
	const double at = y + height / 2;
	const unsigned beside = LANE_LEFT | LANE_RIGHT;

	for (int i = 0; i < f->n; i++) {
		if (above & 1U << i)
			line(f, middle(f, i), y, middle(f, i), y + GAP, 0);
		show_flow(f, across ? r->pieces[i] : r->pieces[i] & ~beside, i,
		    y, height);
		show_back(f, r, i, at);
		if (r->back[i][0] != '\0' && r->pieces[i] & SYMBOLS)
			show_turn(f, r, i, at);
	}
	for (int i = 0; i < f->n; i++)
		show_symbol(f, r->pieces[i], middle(f, i), at);
	for (int i = 0; i < f->n; i++)
		show_labels(f, r, i, at);
}

void
letter_flow_pass(const struct letter_flow *f, unsigned set, double y,
    double height)
{
	for (int i = 0; i < f->n; i++)
		if (set & 1U << i)
			line(f, middle(f, i), y, middle(f, i), y + height, 0);
}

void
letter_flow_connect(const struct letter_flow *f, unsigned set,
    const char *letter, int again, double y)
{
	const struct pdf_style style = { .size = 7, .bold = 1,
		.align = PDF_CENTRE, .width = 16 };
	const double top = y + (again ? 2 : 6), foot = top + 18;

	for (int i = 0; i < f->n; i++) {
		const double x = middle(f, i);
		const struct pdf_point home[] = { { x - 8, top },
			{ x + 8, top }, { x + 8, top + 11 }, { x, foot },
			{ x - 8, top + 11 } };

		if ((set & 1U << i) == 0)
			continue;
		line(f, x, again ? foot : y, x, again ? y +
		    LETTER_FLOW_CONNECTOR : top, 0);
		pdf_path(f->s, home, 5, LINE, PDF_WHITE | PDF_CLOSED);
		show_text(f, &style, letter, x - 8, top + 2);
	}
}
