/*
 * chart_trend_label.c - the labels in the plot: each takes a place free of the
 * line, of the circles and of the labels set before it, or is left out.
 */
#include <math.h>
#include <stdio.h>

#include "page/format.h"
#include "reports/chart/chart_trend_raw.h"

/* Whether the line between two points touches a box. */
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

/* Whether a box lies in the plot, free of labels, circles and lines. */
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
		if (!trend_has_share(p, i))
			continue;
		b = trend_point(p, i);
		dot = (struct box) { b.x - 9, b.y - 9, 18, 18 };
		if (canvas_box_overlap(box, &dot))
			return 0;
		if (i > 0 && trend_has_share(p, i - 1)) {
			a = trend_point(p, i - 1);
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

/* Clear the grid behind a label and remember its place. */
static void
take(struct plan *p, const struct box *box)
{
	canvas_rect(p->canvas, box->x, box->y, box->w, box->h, COLOUR_PAPER);
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

/* A value below or above its point: 1 when it found room. */
static int
place_value(struct plan *p, int i, int above)
{
	const struct point at = trend_point(p, i);
	char words[FORMAT_SIZE];

	share_percent(words, sizeof(words), trend_tenths(p, i));
	return place_about(p, &p->plain, words, at.x,
	    round(above ? at.y - 15 : at.y + 13 + p->plain.size));
}

/* "terendah, masa libur" beside a value or, where it is the last month,
 * below its circle: on the right, or on the left. */
static int
place_reason(struct plan *p, const char *text, double baseline)
{
	const double x = trend_x(p, p->lowest);
	char words[FORMAT_SIZE];
	double half;

	if (p->lowest == p->data->n - 1)
		return place(p, &p->muted, text, p->right - 3, baseline,
		    ALIGN_RIGHT);
	share_percent(words, sizeof(words), trend_tenths(p, p->lowest));
	half = typeface_width(p->typeface, &p->plain, words) / 2 + 7;
	return place(p, &p->muted, text, x + half, baseline, ALIGN_LEFT) ||
	    place(p, &p->muted, text, x - half, baseline, ALIGN_RIGHT);
}

/* The lowest value and why it is so, in one line or, if need be, two. */
static void
label_lowest(struct plan *p)
{
	const double y = trend_y(p, trend_tenths(p, p->lowest));
	const double baseline = round(y + 13 + p->plain.size);
	const char *reason = p->data->lowest;
	char text[TYPEFACE_LINE_SIZE];

	if (p->lowest != p->data->n - 1 && !place_value(p, p->lowest, 0)) {
		place_value(p, p->lowest, 1);
		return;
	}
	snprintf(text, sizeof(text), "terendah%s%s",
	    reason != NULL ? ", " : "", reason != NULL ? reason : "");
	if (place_reason(p, text, baseline) || reason == NULL)
		return;
	if (place_reason(p, "terendah", baseline))
		place_about(p, &p->muted, reason, trend_x(p, p->lowest),
		    baseline + round(1.3 * p->muted.size));
}

/* The first value, on the side the line does not go to. */
static void
label_first(struct plan *p)
{
	int i = 0;

	while (i < p->data->n && !trend_has_share(p, i))
		i++;
	if (i >= p->data->n - 1 || i == p->lowest)
		return;
	if (!place_value(p, i, 1))
		place_value(p, i, 0);
}

/* The last value, large; a triangle says that it is below the target. */
static void
set_last(struct plan *p, const char *words, double x, double baseline,
    enum align align)
{
	const double w = typeface_width(p->typeface, &p->last, words);
	const double mark = trend_is_below(p, p->data->n - 1) ? 17 : 0;

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
	const int i = p->data->n - 1;
	const double line = trend_y(p, p->data->target);
	double value = 0, name = line;
	int side;

	if (words != NULL) {
		value = trend_point(p, i).y;
		side = trend_is_below(p, i) ? 1 : -1;
		if (target != NULL && fabs(value - line) < 26) {
			value = line + side * 15;
			name = line - side * 11;
		}
		set_last(p, words, trend_x(p, i) + 17,
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
	const double line = trend_y(p, p->data->target);
	struct box box;
	double baseline;
	int i;

	if (words != NULL) {
		baseline = round(trend_point(p, p->data->n - 1).y - 16);
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

void
trend_draw_labels(struct plan *p)
{
	char last[FORMAT_SIZE], target[FORMAT_SIZE + 8], share[FORMAT_SIZE];
	const char *value = NULL, *name = NULL;

	if (trend_has_share(p, p->data->n - 1))
		value = share_percent(last, sizeof(last),
		    trend_tenths(p, p->data->n - 1));
	if (p->data->target != SHARE_NONE) {
		snprintf(target, sizeof(target), "target %s",
		    share_target(share, sizeof(share), p->data->target));
		name = target;
	}
	if (p->narrow)
		label_inside(p, value, NULL);
	else
		label_right(p, value, name);
	if (p->lowest != -1)
		label_lowest(p);
	label_first(p);
	if (p->narrow)
		label_inside(p, NULL, name);
}
