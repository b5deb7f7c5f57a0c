/* chart_trend.c - twelve months: is anything different? */
#include <math.h>
#include <stdio.h>

#include "base/text.h"
#include "page/format.h"
#include "reports/chart/chart_trend.h"
#include "reports/chart/finding.h"

#define FULL	1000		/* 100% in tenths */
#define DOT	5.5		/* radius of a month's circle */
#define LAST_DOT 7.5
#define RIM	2.2
#define HEIGHT	66.0		/* of the tallest bar */
#define BAR	0.55		/* of the width of a month */
#define NBSP	"\xc2\xa0"
#define EN_DASH "\xe2\x80\x93"

/* Has a month a share of its own? */
static int
month_has(const struct chart_trend *c, int i)
{
	return !share_is_few(c->month[i].share);
}

struct share
chart_trend_own(const struct chart_trend *c)
{
	return c->period != NULL ? c->own : c->month[c->n - 1].share;
}

static double
exactly(const struct chart_trend *c, int i)
{
	return (double)c->month[i].share.on_time /
	    (double)c->month[i].share.counted;
}

int
chart_trend_limits(const struct chart_trend *c, struct noise_limits *out)
{
	const int n = c->n - (c->running != 0);
	double x[TREND_MONTHS];
	int i;

	for (i = 0; i < n; i++)
		x[i] = month_has(c, i) ? exactly(c, i) : (double)NAN;
	if (noise_limits(x, n, out) == -1)
		return -1;
	out->low = fmax(0, out->low);
	out->high = fmin(1, out->high);
	return 0;
}

static int
to_tenths(double share)
{
	return (int)lround(FULL * share);
}

char *
chart_trend_limits_words(char *buf, size_t size, const struct noise_limits *l)
{
	char low[FORMAT_SIZE], high[FORMAT_SIZE];

	format_number(low, sizeof(low), to_tenths(l->low) / 10.0, 1);
	snprintf(buf, size, "%s" EN_DASH "%s", low,
	    share_percent(high, sizeof(high), to_tenths(l->high)));
	return buf;
}

int
chart_trend_signal(const struct chart_trend *c, const struct noise_limits *l,
    int i)
{
	if (!month_has(c, i) || (c->running && i == c->n - 1))
		return 0;
	return exactly(c, i) < l->low ? -1 : exactly(c, i) > l->high;
}

/* Everything the drawing needs to know; y grows downwards. */
struct plan {
	struct canvas			*canvas;
	const struct typeface		*typeface;
	const struct chart_trend	*data;
	const struct chart_look		*look;
	int				 narrow;
	double				 left, right, top, bottom, slot;
	int				 floor, step;	/* of the axis */
	int				 limited;	/* there are limits */
	struct noise_limits		 limits;
	int				 named;		/* target labelled */
	double				 base;		/* of the volume */
	struct text_style		 plain, strong, muted, last;
	struct box			 taken[12];	/* labels in the plot */
	int				 ntaken;
};

static int
has_share(const struct plan *p, int i)
{
	return month_has(p->data, i);
}

static int
is_unfinished(const struct plan *p, int i)
{
	return p->data->running && i == p->data->n - 1;
}

static int
signal_of(const struct plan *p, int i)
{
	return p->limited ? chart_trend_signal(p->data, &p->limits, i) : 0;
}

static int
tenths_of(const struct plan *p, int i)
{
	return share_tenths(p->data->month[i].share, p->data->target);
}

static int
is_below(const struct plan *p, int i)
{
	return share_is_below(p->data->month[i].share, p->data->target);
}

/* The share in large figures. */
static int
own_tenths(const struct plan *p)
{
	return share_tenths(chart_trend_own(p->data), p->data->target);
}

static int
own_is_low(const struct plan *p)
{
	return share_is_low(chart_trend_own(p->data), p->data->target);
}

/* The middle of a month's column; the last month is always rightmost. */
static double
x_of(const struct plan *p, int i)
{
	return p->left + (TREND_MONTHS - p->data->n + i + 0.5) * p->slot;
}

static double
y_of(const struct plan *p, int value)
{
	return p->bottom - (p->bottom - p->top) * (value - p->floor) /
	    (FULL - p->floor);
}

static struct point
point_of(const struct plan *p, int i)
{
	return (struct point) { x_of(p, i), y_of(p, tenths_of(p, i)) };
}

/* -- the plot -------------------------------------------------------------- */

/* The lowest value to be drawn, in tenths; limits that are far below everything
 * end at the axis. */
static int
least_of(const struct plan *p)
{
	int i, least = p->data->target != SHARE_NONE ? p->data->target : FULL;

	for (i = 0; i < p->data->n; i++)
		if (has_share(p, i) && tenths_of(p, i) < least)
			least = tenths_of(p, i);
	i = to_tenths(p->limits.low);
	return p->limited && i < least && i >= FULL / 2 ? i : least;
}

/*
 * Begin the axis at a round figure below everything drawn, with room for a
 * label under the lowest point; at zero when the range is wide.
 */
static void
choose_axis(struct plan *p)
{
	const int least = least_of(p);

	p->floor = least / 100 * 100;
	if (p->floor > 900)
		p->floor = 900;
	if (y_of(p, least) > p->bottom - 2.4 * p->look->label)
		p->floor -= 100;
	p->step = FULL - p->floor <= 200 ? 50 : 100;
	if (FULL - p->floor > 500) {
		p->floor = 0;
		p->step = 250;
	}
}

static void
choose_styles(struct plan *p)
{
	const double size = p->look->label;

	p->plain = (struct text_style) { FACE_REGULAR, size, COLOUR_INK, 0 };
	p->strong = (struct text_style) { FACE_SEMIBOLD, size, COLOUR_INK,
		0 };
	p->muted = (struct text_style) { FACE_REGULAR, size, COLOUR_MUTED,
		0 };
	p->last = (struct text_style) { FACE_SEMIBOLD, round(1.3 * size),
		COLOUR_INK, 0 };
	if (p->data->target != SHARE_NONE)
		p->last.colour = own_is_low(p) ? COLOUR_RUST : COLOUR_BLUE;
}

/* The plot below the heading; the wide one keeps room for labels right. */
static void
choose_frame(struct plan *p, double y)
{
	p->left = p->look->margin + 12 +
	    typeface_width(p->typeface, &p->muted, "100%");
	p->right = p->look->width - p->look->margin - (p->narrow ? 0 : 92);
	p->slot = (p->right - p->left) / TREND_MONTHS;
	p->top = y + (p->narrow ? 54 : 50);
	p->bottom = p->top + 240;
}

static void
draw_grid(const struct plan *p)
{
	char words[FORMAT_SIZE];
	int value;

	for (value = p->floor; value <= FULL; value += p->step) {
		canvas_rect(p->canvas, p->left, y_of(p, value) - 0.5,
		    p->right - p->left, 1, COLOUR_GRID);
		if (value == FULL)
			snprintf(words, sizeof(words), "100%%");
		else
			format_int(words, sizeof(words), value / 10);
		canvas_text(p->canvas, p->left - 12,
		    round(y_of(p, value) + 0.36 * p->muted.size),
		    ALIGN_RIGHT, &p->muted, words);
	}
}

static void
draw_target(const struct plan *p)
{
	const double y = y_of(p, p->data->target);
	double x;

	for (x = p->left; x < p->right; x += 12)
		canvas_rect(p->canvas, x, y - 1, fmin(7, p->right - x), 2,
		    COLOUR_INK);
}

/* The band between the natural limits, as far as the axis goes. */
static struct box
band_of(const struct plan *p)
{
	const double top = y_of(p, to_tenths(p->limits.high));
	const double end = fmin(p->bottom, y_of(p, to_tenths(p->limits.low)));

	return (struct box) { p->left, top, p->right - p->left, end - top };
}

static void
draw_band(const struct plan *p)
{
	const struct box b = band_of(p);

	canvas_rect(p->canvas, b.x, b.y, b.w, b.h, COLOUR_TRACK);
}

static void
draw_mean(const struct plan *p)
{
	canvas_rect(p->canvas, p->left, y_of(p, to_tenths(p->limits.mean)) -
	    0.5, p->right - p->left, 1, COLOUR_MUTED);
}

/* A period's own share, across its months. */
static void
draw_own(const struct plan *p)
{
	const double from = fmax(p->left, x_of(p, p->data->n -
	    p->data->own_months) - p->slot / 2);

	canvas_rect(p->canvas, from, y_of(p, own_tenths(p)) - 2,
	    p->right - from, 4, COLOUR_PALE);
}

static void
draw_dot(const struct plan *p, int i)
{
	const struct point at = point_of(p, i);
	const double r = i == p->data->n - 1 && p->data->period == NULL ?
	    LAST_DOT : DOT;
	int colour = COLOUR_BLUE;

	if (signal_of(p, i) != 0)
		colour = p->data->target == SHARE_NONE ? COLOUR_INK :
		    COLOUR_VERMILION;
	else if (p->data->target == SHARE_NONE || is_unfinished(p, i))
		colour = COLOUR_PLAIN;
	canvas_disc(p->canvas, at.x, at.y, r + 2.5, COLOUR_PAPER);
	canvas_mark(p->canvas, at.x - r, at.y - r, 2 * r, 2 * r);
	if (is_below(p, i) || is_unfinished(p, i))
		chart_ring(p->canvas, at.x, at.y, r, RIM, colour);
	else
		canvas_disc(p->canvas, at.x, at.y, r, colour);
}

/* To a month that is not over: in pieces. */
static void
draw_unfinished(const struct plan *p, struct point a, struct point b,
    int colour)
{
	const double long_ = hypot(b.x - a.x, b.y - a.y);
	struct point piece[2];
	double at;
	int end;

	for (at = 0; at < long_; at += 9)
		for (end = 0; end < 2; end++) {
			const double t = fmin(1, (at + 4 * end) / long_);

			piece[end] = (struct point) { a.x + t * (b.x - a.x),
			    a.y + t * (b.y - a.y) };
			if (end == 1)
				canvas_line(p->canvas, piece, 2, 2, colour);
		}
}

/* The line, broken where a month has no share of its own. */
static void
draw_line(const struct plan *p)
{
	const int colour = p->data->target == SHARE_NONE ? COLOUR_PLAIN :
	    COLOUR_BLUE;
	const int last = p->data->n - 1;
	struct point run[TREND_MONTHS];
	int i, n = 0;

	for (i = 0; i <= last + 1; i++) {
		if (i <= last && has_share(p, i) && !is_unfinished(p, i)) {
			run[n++] = point_of(p, i);
			continue;
		}
		canvas_line(p->canvas, run, n, 3, colour);
		if (i == last && n > 0 && has_share(p, i))
			draw_unfinished(p, run[n - 1], point_of(p, i), colour);
		n = 0;
	}
	for (i = 0; i <= last; i++)
		if (has_share(p, i))
			draw_dot(p, i);
}

/* -- the labels ----------------------------------------------------------
 *
 * Each takes a place free of the line, of the circles and of the labels set
 * before it, or is left out.
 */

/* Does the line between two points touch a box? */
static int
crosses(const struct point *a, const struct point *b, const struct box *box)
{
	double x0 = fmax(a->x, box->x), x1 = fmin(b->x, box->x + box->w);
	double y0, y1;

	if (x0 > x1)
		return 0;
	y0 = a->y + (b->y - a->y) * (x0 - a->x) / (b->x - a->x);
	y1 = a->y + (b->y - a->y) * (x1 - a->x) / (b->x - a->x);
	return fmin(y0, y1) < box->y + box->h && fmax(y0, y1) > box->y;
}

/* Does a box lie in the plot, free of labels, circles and lines? */
static int
is_clear(const struct plan *p, const struct box *box)
{
	struct point a, b;
	struct box dot;
	int i;

	if (box->x < p->left || box->x + box->w > p->right ||
	    box->y + box->h > p->bottom + 4)
		return 0;
	for (i = 0; i < p->ntaken; i++)
		if (canvas_box_overlap(box, &p->taken[i]))
			return 0;
	for (i = 0; i < p->data->n; i++) {
		if (!has_share(p, i))
			continue;
		b = point_of(p, i);
		dot = (struct box) { b.x - 9, b.y - 9, 18, 18 };
		if (canvas_box_overlap(box, &dot))
			return 0;
		if (i > 0 && has_share(p, i - 1)) {
			a = point_of(p, i - 1);
			if (crosses(&a, &b, box))
				return 0;
		}
	}
	return 1;
}

/* The room a text needs, with a little air around it. */
static struct box
room(const struct plan *p, const struct text_style *style, const char *text,
    double x, double baseline, enum align align)
{
	const double w = typeface_width(p->typeface, style, text);

	if (align == ALIGN_CENTRE)
		x -= w / 2;
	else if (align == ALIGN_RIGHT)
		x -= w;
	return (struct box) { x - 3, baseline - round(0.8 * style->size),
	    w + 6, round(1.1 * style->size) };
}

/* Clear the grid behind a label, but not the band, and remember its place. */
static void
take(struct plan *p, const struct box *box)
{
	const struct box b = band_of(p);
	const double top = fmax(b.y, box->y);
	const double end = fmin(b.y + b.h, box->y + box->h);

	canvas_rect(p->canvas, box->x, box->y, box->w, box->h, COLOUR_PAPER);
	if (p->limited && top < end)
		canvas_rect(p->canvas, box->x, top, box->w, end - top,
		    COLOUR_TRACK);
	if (p->ntaken < (int)(sizeof(p->taken) / sizeof(*p->taken)))
		p->taken[p->ntaken++] = *box;
}

/* Set a label where it is clear: 1, or 0 and nothing set. */
static int
place(struct plan *p, const struct text_style *style, const char *text,
    double x, double baseline, enum align align)
{
	const struct box box = room(p, style, text, x, baseline, align);

	if (!is_clear(p, &box))
		return 0;
	take(p, &box);
	canvas_text(p->canvas, x, baseline, align, style, text);
	return 1;
}

/* A text about x, but within the plot: 1 when it found room. */
static int
place_about(struct plan *p, const struct text_style *style, const char *text,
    double x, double baseline)
{
	const double half = typeface_width(p->typeface, style, text) / 2 + 4;

	return place(p, style, text, fmax(fmin(x, p->right - half),
	    p->left + half), baseline, ALIGN_CENTRE);
}

/* A text below or above a point: 1 when it found room. */
static int
place_at(struct plan *p, const struct text_style *style, const char *text,
    int i, int above)
{
	const struct point at = point_of(p, i);

	return place_about(p, style, text, at.x,
	    round(above ? at.y - 15 : at.y + 13 + style->size));
}

static int
place_value(struct plan *p, int i, int above)
{
	char words[FORMAT_SIZE];

	return place_at(p, &p->plain, share_percent(words, sizeof(words),
	    tenths_of(p, i)), i, above);
}

/* "78,4% di luar batas alami" at a month that is, or at least its value. */
static void
label_signal(struct plan *p, int i)
{
	const int above = signal_of(p, i) > 0;
	struct text_style rust = p->muted;
	char value[FORMAT_SIZE], text[2 * FORMAT_SIZE];

	if (i == p->data->n - 1 && p->data->period == NULL)
		return;
	rust.colour = p->data->target == SHARE_NONE ? COLOUR_INK :
	    COLOUR_RUST;
	share_percent(value, sizeof(value), tenths_of(p, i));
	snprintf(text, sizeof(text), "%s di luar batas alami", value);
	if (!place_at(p, &rust, text, i, above) &&
	    !place_at(p, &rust, value, i, above))
		place_at(p, &rust, value, i, !above);
}

/* "batas alami 78,8-93,8%" in the band, at its upper or lower edge. */
static void
label_band(struct plan *p)
{
	const struct box b = band_of(p);
	const double high = round(b.y + 5 + 0.8 * p->muted.size);
	const double low = round(b.y + b.h - 7);
	char words[FORMAT_SIZE], text[2 * FORMAT_SIZE];
	int i;

	snprintf(text, sizeof(text), "batas alami %s",
	    chart_trend_limits_words(words, sizeof(words), &p->limits));
	for (i = 0; i < TREND_MONTHS && b.h > 2 * p->muted.size; i++)
		if (place(p, &p->muted, text, p->left + 8 + i * p->slot, high,
		    ALIGN_LEFT) || place(p, &p->muted, text,
		    p->left + 8 + i * p->slot, low, ALIGN_LEFT))
			return;
}

/* The first value, on the side the line does not go to. */
static void
label_first(struct plan *p)
{
	int i = 0;

	while (i < p->data->n && !has_share(p, i))
		i++;
	if (i >= p->data->n - 1 || signal_of(p, i) != 0)
		return;
	if (!place_value(p, i, 1))
		place_value(p, i, 0);
}

/* The value of the chart, large; a triangle where it is below the target. */
static void
set_last(struct plan *p, const char *words, double x, double baseline,
    enum align align)
{
	const double w = typeface_width(p->typeface, &p->last, words);
	const double mark = own_is_low(p) ? 17 : 0;

	if (align == ALIGN_LEFT)
		x += mark;
	if (mark > 0)
		chart_triangle(p->canvas,
		    align == ALIGN_LEFT ? x - 10 : x - w - 10,
		    baseline - round(0.36 * p->last.size), 12, 1,
		    COLOUR_VERMILION);
	canvas_text(p->canvas, x, baseline, align, &p->last, words);
}

/* In the wide layout both stand right of the plot and keep apart. */
static void
label_right(struct plan *p, const char *words, const char *target)
{
	const double line = y_of(p, p->data->target);
	double value = 0, name = line;
	int side;

	if (words != NULL) {
		value = y_of(p, own_tenths(p));
		side = own_is_low(p) ? 1 : -1;
		if (target != NULL && fabs(value - line) < 26) {
			value = line + side * 15;
			name = line - side * 11;
		}
		set_last(p, words, x_of(p, p->data->n - 1) + 17,
		    round(value + 0.36 * p->last.size), ALIGN_LEFT);
	}
	if (target != NULL)
		canvas_text(p->canvas, p->right + 10,
		    round(name + 0.36 * p->plain.size), ALIGN_LEFT, &p->plain,
		    target);
	p->named = 1;
}

/* In the narrow layout they find a place in the plot. */
static void
label_inside(struct plan *p, const char *words, const char *target)
{
	const double line = y_of(p, p->data->target);
	struct box box;
	double baseline;
	int i;

	if (words != NULL) {
		baseline = round(y_of(p, own_tenths(p)) - 16);
		box = room(p, &p->last, words, p->right - 3, baseline,
		    ALIGN_RIGHT);
		box.x -= 18;
		box.w += 18;
		if (!is_clear(p, &box)) {
			box.y += 32 + p->last.size;
			baseline += 32 + p->last.size;
		}
		take(p, &box);
		set_last(p, words, p->right - 3, baseline, ALIGN_RIGHT);
	}
	for (i = 0; i < TREND_MONTHS && target != NULL && !p->named; i++)
		p->named = place(p, &p->plain, target,
		    p->left + 3 + i * p->slot, round(line - 8), ALIGN_LEFT) ||
		    place(p, &p->plain, target, p->left + 3 + i * p->slot,
		    round(line + 7 + 0.75 * p->plain.size), ALIGN_LEFT);
}

/* All labels of the plot, before the line, which lies above their ground. */
static void
draw_labels(struct plan *p)
{
	char last[FORMAT_SIZE], target[FORMAT_SIZE + 8], share[FORMAT_SIZE];
	const char *value = NULL, *name = NULL;
	int i;

	if (!share_is_few(chart_trend_own(p->data)))
		value = share_percent(last, sizeof(last), own_tenths(p));
	if (p->data->target != SHARE_NONE) {
		snprintf(target, sizeof(target), "target %s",
		    share_target(share, sizeof(share), p->data->target));
		name = target;
	}
	if (p->narrow)
		label_inside(p, value, NULL);
	else
		label_right(p, value, name);
	for (i = 0; i < p->data->n; i++)
		if (signal_of(p, i) != 0)
			label_signal(p, i);
	label_first(p);
	if (p->limited)
		label_band(p);
	if (p->narrow)
		label_inside(p, NULL, name);
}

/* -- the bars below -------------------------------------------------------- */

/* The middle of the last column's text, which stays within the canvas. */
static double
last_middle(const struct plan *p, double width)
{
	return fmin(x_of(p, p->data->n - 1),
	    p->look->width - p->look->margin / 2.0 - width / 2);
}

/* The least k so that every k-th column, counted from the last, has room for a
 * text of this width. */
static int
every(const struct plan *p, double width)
{
	const double shift = x_of(p, p->data->n - 1) - last_middle(p, width);
	int k = 1;

	while (k < TREND_MONTHS && k * p->slot < width + 8 + shift)
		k++;
	return k;
}

/* The upper end of a month's bar. */
static double
top_of(const struct plan *p, int i)
{
	int64_t most = 1;
	int k;

	for (k = 0; k < p->data->n; k++)
		if (p->data->month[k].done > most)
			most = p->data->month[k].done;
	return round(p->base - HEIGHT * (double)p->data->month[i].done /
	    (double)most);
}

/* The left edge of a month's bar, on a whole pixel. */
static double
left_of(const struct plan *p, int i)
{
	return round(x_of(p, i) - round(BAR * p->slot) / 2);
}

static void
draw_bar(const struct plan *p, int i)
{
	const double width = round(BAR * p->slot);
	const double x = left_of(p, i), top = top_of(p, i);

	if (p->data->month[i].done == 0)
		return;
	canvas_rect(p->canvas, x, top, width, p->base - top,
	    i == p->data->n - 1 ? COLOUR_MUTED : COLOUR_PALE);
	if (is_unfinished(p, i) && p->base - top > 4)
		canvas_rect(p->canvas, x + 2, top + 2, width - 4,
		    p->base - top - 2, COLOUR_PAPER);
	canvas_mark(p->canvas, x, top, width, p->base - top);
}

/* The number of a month above its bar, and above its neighbours' where it is
 * so long that it reaches over them. */
static void
draw_count(const struct plan *p, int i, double widest)
{
	const int last = i == p->data->n - 1;
	const struct text_style *style = last ? &p->strong : &p->muted;
	const double middle = last ? last_middle(p, widest) :
	    left_of(p, i) + round(BAR * p->slot) / 2;
	char words[FORMAT_SIZE];
	double reach, top = top_of(p, i);
	int k;

	format_int(words, sizeof(words), p->data->month[i].done);
	reach = typeface_width(p->typeface, style, words) / 2 +
	    BAR * p->slot / 2 + 3;
	for (k = 0; k < p->data->n; k++)
		if (fabs(x_of(p, k) - middle) < reach)
			top = fmin(top, top_of(p, k));
	canvas_text(p->canvas, middle, top - 7, ALIGN_CENTRE, style, words);
}

/* The number of steps, as bars on the same months. */
static void
draw_bars(const struct plan *p)
{
	const int n = p->data->n;
	char words[FORMAT_SIZE];
	double widest = 0;
	int i, k;

	for (i = 0; i < n; i++) {
		format_int(words, sizeof(words), p->data->month[i].done);
		widest = fmax(widest, typeface_width(p->typeface, &p->strong,
		    words));
	}
	k = every(p, widest);
	for (i = 0; i < n; i++) {
		draw_bar(p, i);
		if ((n - 1 - i) % k == 0)
			draw_count(p, i, widest);
	}
	canvas_rect(p->canvas, p->left, p->base, p->right - p->left, 1,
	    COLOUR_AXIS);
}

/* Months below the bars; returns the lowest baseline. */
static double
draw_months(const struct plan *p)
{
	const struct chart_trend_month *m = p->data->month;
	const double baseline = p->base + round(1.5 * p->plain.size);
	const double below = baseline + round(1.55 * p->plain.size);
	const double top = p->narrow ? baseline + 6 : p->base;
	const int n = p->data->n;
	int i, first = 0, k = every(p, typeface_width(p->typeface, &p->plain,
	    "Mar"));
	char year[16];

	for (i = 0; i < n; i++) {
		if ((n - 1 - i) % k == 0)
			canvas_text(p->canvas, x_of(p, i), baseline,
			    ALIGN_CENTRE, i == n - 1 ? &p->strong : &p->plain,
			    format_month_short(m[i].month));
		if (i + 1 < n && m[i + 1].year == m[i].year)
			continue;
		snprintf(year, sizeof(year), "%d", m[i].year);
		if (typeface_width(p->typeface, &p->muted, year) + 4 <
		    (i - first + 1) * p->slot)
			canvas_text(p->canvas, (x_of(p, first) + x_of(p, i)) /
			    2, below, ALIGN_CENTRE, &p->muted, year);
		if (i + 1 < n)
			canvas_rect(p->canvas, x_of(p, i) + p->slot / 2, top,
			    1, below + 3 - top, COLOUR_AXIS);
		first = i + 1;
	}
	return below;
}

/* While there is little history, the empty months say so. */
static void
draw_empty(const struct plan *p)
{
	const char *words = "belum ada catatan";
	const double width = (TREND_MONTHS - p->data->n) * p->slot;

	if (typeface_width(p->typeface, &p->muted, words) + 20 < width)
		canvas_text(p->canvas, p->left + width / 2, round(p->base - 8),
		    ALIGN_CENTRE, &p->muted, words);
}

/* Heading, bars and months below the plot; returns the lowest baseline. */
static double
draw_volume(struct plan *p, double y)
{
	const struct text_style heading = { FACE_MEDIUM, p->look->row,
		COLOUR_INK, 0 };

	y += round(2.6 * p->look->label);
	canvas_text(p->canvas, p->look->margin, y, ALIGN_LEFT, &heading,
	    "Jumlah langkah selesai");
	p->base = y + 104;
	draw_bars(p);
	draw_empty(p);
	return draw_months(p);
}

/* -- the chart ------------------------------------------------------------- */

/* A word on each mark that the plot has. */
static void
note_marks(const struct plan *p, char *buf, size_t size)
{
	const int target = p->data->target, last = p->data->n - 1;
	char words[FORMAT_SIZE];
	int i, points = 0;

	for (i = 0; i <= last; i++)
		points += has_share(p, i);
	if (target != SHARE_NONE && points > 0)
		text_add(buf, size, "Lingkaran penuh: mencapai target; "
		    "kosong: di bawah target. ");
	if (target != SHARE_NONE && !p->named)
		text_add(buf, size, "Garis putus-putus: target %s. ",
		    share_target(words, sizeof(words), target));
	if (p->data->period != NULL && own_tenths(p) >= 0)
		text_add(buf, size, "Garis tebal: %s. ", p->data->period);
	if (p->data->running)
		text_add(buf, size, "%s belum berakhir. ",
		    format_month(p->data->month[last].month));
	if (p->floor > 0)
		text_add(buf, size, "Sumbu tegak mulai dari %d%%. ",
		    p->floor / 10);
	if (points <= last)
		text_add(buf, size, "Bulan di bawah 10 langkah tidak "
		    "digambar. ");
}

static void
draw_notes(const struct plan *p, double y)
{
	char marks[2 * TYPEFACE_LINE_SIZE] = "", limits[TYPEFACE_LINE_SIZE];
	const char *notes[] = { limits, marks, p->data->source };
	char mean[FORMAT_SIZE];

	if (p->limited)
		snprintf(limits, sizeof(limits), "Batas alami: naik turunnya "
		    "bulan-bulan ini sendiri, sekitar rata-rata %s; perubahan "
		    "di dalamnya tidak berarti.", share_percent(mean,
		    sizeof(mean), to_tenths(p->limits.mean)));
	else
		snprintf(limits, sizeof(limits), "Batas alami tampil begitu "
		    "ada %s bulan yang berakhir.", share_count_words(mean,
		    sizeof(mean), NOISE_LEAST));
	note_marks(p, marks, sizeof(marks));
	if (p->data->note != NULL)
		text_add(marks, sizeof(marks), "%s", p->data->note);
	chart_foot(p->canvas, p->look, y + 14, notes, 3);
}

/* The measure, the SOPs and the months of the chart. */
static char *
subtitle(const struct chart_trend *c, char *buf, size_t size)
{
	const struct chart_trend_month *first = &c->month[0];
	const struct chart_trend_month *last = &c->month[c->n - 1];
	char from[FORMAT_SIZE] = "";

	if (c->n > 1)
		snprintf(from, sizeof(from), "%s" NBSP "%d sampai ",
		    format_month(first->month), first->year);
	snprintf(buf, size,
	    "Langkah tepat waktu per bulan, %s, %s%s" NBSP "%d",
	    c->scope != NULL ? c->scope : "semua SOP", from,
	    format_month(last->month), last->year);
	return buf;
}

struct canvas *
chart_trend_draw(const struct chart_trend *data,
    const struct typeface *typeface, enum chart_layout layout, int scale)
{
	struct plan p = { .data = data, .typeface = typeface,
		.look = chart_look(layout), .narrow = layout == CHART_NARROW };
	char title[FINDING_SIZE], below[TYPEFACE_LINE_SIZE];

	if ((p.canvas = canvas_new(typeface, p.look->width, scale)) == NULL)
		return NULL;
	p.limited = chart_trend_limits(data, &p.limits) == 0;
	choose_styles(&p);
	choose_frame(&p, chart_head(p.canvas, p.look,
	    finding_trend(data, title, sizeof(title)),
	    subtitle(data, below, sizeof(below))));
	choose_axis(&p);
	if (p.limited)
		draw_band(&p);
	draw_grid(&p);
	if (p.limited)
		draw_mean(&p);
	if (data->period != NULL && own_tenths(&p) >= 0)
		draw_own(&p);
	if (data->target != SHARE_NONE)
		draw_target(&p);
	draw_labels(&p);
	draw_line(&p);
	draw_notes(&p, draw_volume(&p, p.bottom));
	return p.canvas;
}
