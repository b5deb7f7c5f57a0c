/* chart_trend.c - twelve months: is it getting better? */
#include <math.h>
#include <stdio.h>

#include "page/format.h"
#include "reports/chart/chart_trend_raw.h"
#include "reports/chart/finding.h"

#define FULL 1000		/* 100% in tenths */
#define DOT 5.5			/* radius of a month's circle */
#define LAST_DOT 7.5
#define RIM 2.2
#define NBSP "\xc2\xa0"

int
trend_has_share(const struct plan *p, int i)
{
	return !share_is_few(p->data->month[i].share);
}

int
trend_tenths(const struct plan *p, int i)
{
	return share_tenths(p->data->month[i].share, p->data->target);
}

int
trend_is_below(const struct plan *p, int i)
{
	return share_is_below(p->data->month[i].share, p->data->target);
}

double
trend_x(const struct plan *p, int i)
{
	return p->left + (TREND_MONTHS - p->data->n + i + 0.5) * p->slot;
}

double
trend_y(const struct plan *p, int value)
{
	return p->bottom - (p->bottom - p->top) * (value - p->floor) /
	    (FULL - p->floor);
}

struct point
trend_point(const struct plan *p, int i)
{
	return (struct point) { trend_x(p, i), trend_y(p, trend_tenths(p, i)) };
}

/*
 * Where the axis begins: a round figure below everything drawn, with room
 * for a label under the lowest point; at zero when the range is wide.
 */
static void
choose_axis(struct plan *p)
{
	const double lines = p->narrow && p->data->lowest != NULL ? 4 : 2.4;
	int i, least = p->data->target != SHARE_NONE ? p->data->target : FULL;

	for (i = 0; i < p->data->n; i++)
		if (trend_has_share(p, i) && trend_tenths(p, i) < least)
			least = trend_tenths(p, i);
	p->floor = least / 100 * 100;
	if (p->floor > 900)
		p->floor = 900;
	if (trend_y(p, least) > p->bottom - lines * p->look->label)
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
		p->last.colour = trend_is_below(p, p->data->n - 1) ?
		    COLOUR_RUST : COLOUR_BLUE;
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
		canvas_rect(p->canvas, p->left, trend_y(p, value) - 0.5,
		    p->right - p->left, 1, COLOUR_GRID);
		if (value == FULL)
			snprintf(words, sizeof(words), "100%%");
		else
			format_int(words, sizeof(words), value / 10);
		canvas_text(p->canvas, p->left - 12,
		    round(trend_y(p, value) + 0.36 * p->muted.size),
		    ALIGN_RIGHT, &p->muted, words);
	}
}

static void
draw_target(const struct plan *p)
{
	const double y = trend_y(p, p->data->target);
	double x;

	for (x = p->left; x < p->right; x += 12)
		canvas_rect(p->canvas, x, y - 1, fmin(7, p->right - x), 2,
		    COLOUR_INK);
}

static void
draw_dot(const struct plan *p, int i)
{
	const struct point at = trend_point(p, i);
	const double r = i == p->data->n - 1 ? LAST_DOT : DOT;
	int colour = COLOUR_BLUE;

	if (p->data->target == SHARE_NONE)
		colour = COLOUR_PLAIN;
	else if (i == p->data->n - 1 && trend_is_below(p, i))
		colour = COLOUR_VERMILION;
	canvas_disc(p->canvas, at.x, at.y, r + 2.5, COLOUR_PAPER);
	canvas_mark(p->canvas, at.x - r, at.y - r, 2 * r, 2 * r);
	if (trend_is_below(p, i))
		chart_ring(p->canvas, at.x, at.y, r, RIM, colour);
	else
		canvas_disc(p->canvas, at.x, at.y, r, colour);
}

/* The line, broken where a month has no share of its own. */
static void
draw_line(const struct plan *p)
{
	const int colour = p->data->target == SHARE_NONE ? COLOUR_PLAIN :
	    COLOUR_BLUE;
	struct point run[TREND_MONTHS];
	int i, n = 0;

	for (i = 0; i <= p->data->n; i++) {
		if (i < p->data->n && trend_has_share(p, i)) {
			run[n++] = trend_point(p, i);
			continue;
		}
		canvas_line(p->canvas, run, n, 3, colour);
		n = 0;
	}
	for (i = 0; i < p->data->n; i++)
		if (trend_has_share(p, i))
			draw_dot(p, i);
}

static void
draw_notes(const struct plan *p, double y)
{
	char first[2 * TYPEFACE_LINE_SIZE] = "", words[FORMAT_SIZE];
	const char *notes[] = { NULL, p->data->source };
	int i, few = 0, points = 0;
	size_t n = 0;

	for (i = 0; i < p->data->n; i++) {
		points += trend_has_share(p, i);
		few += !trend_has_share(p, i);
	}
	if (p->data->target != SHARE_NONE && points > 0)
		n += (size_t)snprintf(first + n, sizeof(first) - n,
		    "Lingkaran penuh: mencapai target; kosong: di bawah "
		    "target. ");
	if (p->data->target != SHARE_NONE && !p->named)
		n += (size_t)snprintf(first + n, sizeof(first) - n,
		    "Garis putus-putus: target %s. ",
		    share_target(words, sizeof(words), p->data->target));
	if (p->floor > 0)
		n += (size_t)snprintf(first + n, sizeof(first) - n,
		    "Sumbu tegak mulai dari %d%%. ", p->floor / 10);
	if (few > 0)
		n += (size_t)snprintf(first + n, sizeof(first) - n,
		    "Bulan di bawah 10 langkah tidak digambar. ");
	if (p->data->note != NULL)
		n += (size_t)snprintf(first + n, sizeof(first) - n, "%s",
		    p->data->note);
	if (n > 0)
		notes[0] = first;
	chart_foot(p->canvas, p->look, y + 14, notes, 2);
}

/* What, of which SOPs, and from when to when. */
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
	p.lowest = chart_trend_lowest(data);
	choose_styles(&p);
	choose_frame(&p, chart_head(p.canvas, p.look,
	    finding_trend(data, title, sizeof(title)),
	    subtitle(data, below, sizeof(below))));
	choose_axis(&p);
	draw_grid(&p);
	if (data->target != SHARE_NONE)
		draw_target(&p);
	trend_draw_labels(&p);
	draw_line(&p);
	draw_notes(&p, trend_draw_volume(&p, p.bottom));
	return p.canvas;
}
