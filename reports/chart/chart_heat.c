/* chart_heat.c - rows of the SOPs by months: where in the SOP is time lost? */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "page/format.h"
#include "reports/chart/chart_heat.h"
#include "reports/chart/chart_rows.h"
#include "reports/chart/finding.h"

#define GAP 2			/* of paper between cells */
#define NBSP "\xc2\xa0"

/* -- classes of a cell ----------------------------------------------------- */

int
chart_heat_has(struct share s)
{
	return s.counted >= HEAT_LEAST;
}

char *
chart_heat_words(char *buf, size_t size, struct share s, int target)
{
	if (chart_heat_has(s))
		snprintf(buf, size, "%d", share_whole(s, target));
	else
		snprintf(buf, size, "\xe2\x80\x93");
	return buf;
}

int64_t
chart_heat_late(const struct chart_heat_row *row)
{
	int64_t late = 0;
	int i;

	for (i = 0; i < HEAT_MONTHS; i++)
		late += row->month[i].counted - row->month[i].on_time;
	return late;
}

/* The least whole percent of each class. */
static void
bounds(int target, int low[HEAT__MAX])
{
	const int whole = (target + 9) / 10;

	low[HEAT_FAR] = 0;
	low[HEAT_LOW] = whole > 20 ? whole - 20 : 0;
	low[HEAT_NEAR] = whole > 10 ? whole - 10 : 0;
	low[HEAT_ON] = whole;
	low[HEAT_ABOVE] = (whole + 101) / 2;
}

enum heat_class
chart_heat_class(int percent, int target)
{
	int low[HEAT__MAX], class = HEAT_FAR;

	bounds(target, low);
	while (class + 1 < HEAT__MAX && percent >= low[class + 1])
		class++;
	return (enum heat_class)class;
}

int
chart_heat_colour(enum heat_class class)
{
	static const int colours[HEAT__MAX] = { 0xb2560d, 0xe9a15b, 0xf8ddbe,
		0xc6dcec, 0x4b94c6 };

	return colours[class];
}

int
chart_heat_ink(enum heat_class class)
{
	return class == HEAT_FAR ? COLOUR_PAPER : COLOUR_INK;
}

/* -- which rows ---------------------------------------------------------- */

/* Has a row anything but dashes? */
static int
is_shown(const struct chart_heat *c, const struct chart_heat_row *row)
{
	int i;

	for (i = 0; i < c->n; i++)
		if (chart_heat_has(row->month[i]))
			return 1;
	return 0;
}

static int
by_late(const void *va, const void *vb)
{
	const struct chart_heat_row *a = va, *b = vb;
	const int64_t left = chart_heat_late(a), right = chart_heat_late(b);

	if (left != right)
		return left > right ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static int
by_order(const void *va, const void *vb)
{
	const struct chart_heat_row *a = va, *b = vb;

	return a->order < b->order ? -1 : a->order > b->order;
}

static void
keep_shown(struct chart_heat *c)
{
	const struct share *last;
	int i, n = 0;

	for (i = 0; i < c->nrows; i++) {
		if (!is_shown(c, &c->rows[i]))
			continue;
		last = &c->rows[i].month[c->n - 1];
		c->judged += chart_heat_has(*last);
		c->below += chart_heat_has(*last) &&
		    share_is_below(*last, c->target);
		c->rows[n++] = c->rows[i];
	}
	c->all = c->nrows = n;
}

void
chart_heat_choose(struct chart_heat *c)
{
	int64_t most, order = -1;
	int i;

	c->most = NULL;
	c->judged = c->below = 0;
	keep_shown(c);
	if (c->nrows == 0)
		return;
	qsort(c->rows, (size_t)c->nrows, sizeof(*c->rows), by_late);
	most = chart_heat_late(c->rows);
	if (most > 0 && !c->rows->single && (c->nrows == 1 ||
	    chart_heat_late(c->rows + 1) < most))
		order = c->rows->order;
	if (c->nrows > HEAT_MOST)
		c->nrows = HEAT_MOST;
	qsort(c->rows, (size_t)c->nrows, sizeof(*c->rows), by_order);
	for (i = 0; i < c->nrows && order != -1; i++)
		if (c->rows[i].order == order)
			c->most = &c->rows[i];
}

/* -- the drawing ----------------------------------------------------------- */

/* Everything the drawing of cells needs to know. */
struct plan {
	struct chart_rows		 r;
	const struct chart_heat		*data;
	double				 slot, high;	/* of a cell */
	double				 tab;		/* of the activities */
	struct text_style		 cell;
};

/* Year and month of a column. */
static int
month_of(const struct chart_heat *c, int i, int *year)
{
	const int at = 12 * c->year + c->month - 1 - (c->n - 1 - i);

	*year = at / 12;
	return at % 12 + 1;
}

/* Cells of a whole number of pixels end at the margin; the narrow layout has
 * them below the names. */
static void
choose_frame(struct plan *p)
{
	struct chart_rows *r = &p->r;
	const struct chart_heat_row *row;
	const double wide = r->look->width - 2 * r->look->margin;

	p->slot = r->narrow ? floor(wide / HEAT_MONTHS) : 48;
	p->high = r->narrow ? 36 : 32;
	r->width = p->slot * p->data->n;
	r->left = r->narrow ? r->look->margin :
	    r->look->width - r->look->margin - p->slot * HEAT_MONTHS;
	r->name = r->narrow ? wide : r->left - r->look->margin - 14;
	p->cell = (struct text_style) { FACE_REGULAR, r->narrow ? 15 : 13.5,
	    COLOUR_INK, 1 };
	for (row = p->data->rows; row < p->data->rows + p->data->nrows; row++)
		p->tab = chart_rows_widest(r, &r->bold, row->name, p->tab);
	p->tab = fmin(p->tab + 12, r->name - 60);
}

static double
middle_of(const struct plan *p, int i)
{
	return p->r.left + (i + 0.5) * p->slot;
}

/* -- around the cells ---------------------------------------------------- */

/* "di bawah 70", "70-79", "95-100%"; 0 when no percent is in the class. */
static int
class_words(int target, int class, char *buf, size_t size)
{
	int low[HEAT__MAX], high;

	bounds(target, low);
	high = class + 1 < HEAT__MAX ? low[class + 1] - 1 : 100;
	if (high < low[class])
		return 0;
	if (class == HEAT_FAR)
		snprintf(buf, size, "di bawah" NBSP "%d%%", high + 1);
	else if (high == low[class])
		snprintf(buf, size, "%d%%", high);
	else
		snprintf(buf, size, "%d\xe2\x80\x93%d%%", low[class], high);
	return 1;
}

/* The classes, with the target between those below and above it. */
static double
draw_legend(const struct plan *p, double y)
{
	const int target = p->data->target;
	struct point pen = { p->r.look->margin, y }, at;
	char words[FORMAT_SIZE + 16], number[FORMAT_SIZE];
	int class;

	for (class = 0; class < HEAT__MAX; class++) {
		if (class == HEAT_ON) {
			snprintf(words, sizeof(words), "target %s",
			    share_target(number, sizeof(number), target));
			at = chart_rows_legend(&p->r, 14, words, &pen);
			canvas_rect(p->r.canvas, at.x + 1, at.y - 8, 3, 16,
			    COLOUR_INK);
		}
		if (!class_words(target, class, words, sizeof(words)))
			continue;
		at = chart_rows_legend(&p->r, 30, words, &pen);
		canvas_rect(p->r.canvas, at.x, at.y - 8, 22, 16,
		    chart_heat_colour((enum heat_class)class));
	}
	return pen.y;
}

/* Years over the months; returns the y below. */
static double
draw_months(const struct plan *p, double y)
{
	const struct text_style *small = &p->r.words;
	struct text_style style = p->cell;
	int i, year, next, month, first = 0;
	char words[16];

	for (i = 0; i < p->data->n; i++) {
		month = month_of(p->data, i, &year);
		style.face = i + 1 == p->data->n ? FACE_SEMIBOLD :
		    FACE_REGULAR;
		canvas_text(p->r.canvas, middle_of(p, i), y + 40,
		    ALIGN_CENTRE, &style, format_month_short(month));
		month_of(p->data, i + 1, &next);
		if (i + 1 < p->data->n && next == year)
			continue;
		snprintf(words, sizeof(words), "%d", year);
		canvas_text(p->r.canvas, (middle_of(p, first) +
		    middle_of(p, i)) / 2, y + 18, ALIGN_CENTRE, small, words);
		if (i + 1 < p->data->n)
			canvas_rect(p->r.canvas, middle_of(p, i) +
			    p->slot / 2 - 0.5, y + 6, 1, 40, COLOUR_AXIS);
		first = i + 1;
	}
	return y + 50;
}

/* -- cells --------------------------------------------------------------- */

static void
draw_cell(const struct plan *p, struct share s, int i, double y)
{
	const double x = p->r.left + i * p->slot;
	const int target = p->data->target;
	struct text_style style = p->cell;
	enum heat_class class;
	char words[FORMAT_SIZE];
	int colour = COLOUR_TRACK;

	if (!chart_heat_has(s)) {
		style.colour = COLOUR_MUTED;
	} else if (target != SHARE_NONE) {
		class = chart_heat_class(share_whole(s, target), target);
		colour = chart_heat_colour(class);
		style.colour = chart_heat_ink(class);
		if (share_is_below(s, target))
			style.face = FACE_SEMIBOLD;
	}
	if (chart_heat_has(s))
		canvas_rect(p->r.canvas, x, y, p->slot - GAP, p->high - GAP,
		    colour);
	canvas_text(p->r.canvas, x + (p->slot - GAP) / 2,
	    round(y + (p->high - GAP) / 2 + 0.36 * style.size), ALIGN_CENTRE,
	    &style, chart_heat_words(words, sizeof(words), s, target));
}

/* "Langkah 2", and at the tab stop its activity as far as there is room. */
static void
draw_name(const struct plan *p, const struct chart_heat_row *row,
    double baseline)
{
	const struct chart_rows *r = &p->r;
	const struct text_style *style = row == p->data->most ? &r->bold :
	    &r->plain;
	const double x = r->look->margin;
	const double left = chart_rows_fit(r, style, x, baseline, r->name,
	    row->name);

	if (row->activity[0] != '\0' && left + 6 <= p->tab)
		chart_rows_fit(r, &r->words, x + p->tab, baseline,
		    r->name - p->tab, row->activity);
}

/* A row and its cells; returns the y below. */
static double
draw_row(const struct plan *p, const struct chart_heat_row *row, double y)
{
	int i;

	draw_name(p, row, p->r.narrow ? y + 24 :
	    round(y + (p->high - GAP) / 2 + 5));
	if (p->r.narrow)
		y += 33;
	for (i = 0; i < p->data->n; i++)
		draw_cell(p, row->month[i], i, y);
	return y + p->high;
}

/* The name of the SOP over its rows. */
static double
draw_sop(const struct plan *p, const char *name, double y)
{
	const struct chart_rows *r = &p->r;

	y += round(1.6 * r->bold.size);
	chart_rows_fit(r, &r->bold, r->look->margin, y,
	    r->look->width - 2 * r->look->margin, name);
	return y + 10;
}

static double
draw_rows(const struct plan *p, double y)
{
	const struct chart_heat_row *row = p->data->rows;
	const struct chart_heat_row *end = row + p->data->nrows;

	for (; row < end; row++) {
		if (p->data->scope == NULL && (row == p->data->rows ||
		    strcmp(row->sop, row[-1].sop) != 0))
			y = draw_sop(p, row->sop, y);
		y = draw_row(p, row, y);
	}
	return y;
}

static void
draw_notes(const struct plan *p, double y)
{
	char first[3 * TYPEFACE_LINE_SIZE] = "", number[FORMAT_SIZE];
	const char *notes[] = { first, p->data->source };

	if (p->data->nrows > 0)
		text_add(first, sizeof(first), "%s\xe2\x80\x93: kurang dari "
		    "%d langkah. ", p->data->target != SHARE_NONE ?
		    "Tebal: di bawah target. " : "", HEAT_LEAST);
	if (p->data->nrows < p->data->all)
		text_add(first, sizeof(first), "%d dari %s langkah, yang "
		    "paling banyak terlambat. ", p->data->nrows,
		    format_int(number, sizeof(number), p->data->all));
	if (p->data->note != NULL)
		text_add(first, sizeof(first), "%s", p->data->note);
	chart_foot(p->r.canvas, p->r.look, y + 14, notes, 2);
}

/* The measure, the SOPs and the months of the chart. */
static char *
subtitle(const struct chart_heat *c, char *buf, size_t size)
{
	char from[FORMAT_SIZE] = "";
	int year, month = month_of(c, 0, &year);

	if (c->n > 1)
		snprintf(from, sizeof(from), "%s" NBSP "%d sampai ",
		    format_month(month), year);
	snprintf(buf, size, "Persen tepat waktu per langkah dan bulan, %s, "
	    "%s%s" NBSP "%d", c->scope != NULL ? c->scope : "semua SOP", from,
	    format_month(c->month), c->year);
	return buf;
}

struct canvas *
chart_heat_draw(const struct chart_heat *data,
    const struct typeface *typeface, enum chart_layout layout, int scale)
{
	struct plan p = { .data = data };
	char title[FINDING_SIZE], below[TYPEFACE_LINE_SIZE];
	double y;

	if (chart_rows_begin(&p.r, typeface, layout, scale) == NULL)
		return NULL;
	choose_frame(&p);
	y = chart_head(p.r.canvas, p.r.look,
	    finding_heat(data, title, sizeof(title)),
	    subtitle(data, below, sizeof(below)));
	if (data->nrows == 0) {
		y = chart_rows_nothing(&p.r, "Langkah tampil di sini begitu "
		    "ada lima yang dinilai dalam sebulan.", y);
	} else {
		if (data->target != SHARE_NONE)
			y = draw_legend(&p, y +
			    round(2.4 * p.r.look->subtitle));
		y = draw_months(&p, y + round(1.3 * p.r.look->label));
		y = draw_rows(&p, y);
	}
	draw_notes(&p, y);
	return p.r.canvas;
}
