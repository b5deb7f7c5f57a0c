/* canvas.c - the shapes and texts of a picture, as a list. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reports/chart/canvas_raw.h"

struct canvas *
canvas_new(const struct typeface *typeface, int width, int scale)
{
	struct canvas *c;

	if (width < 1 || scale < 1 || scale > CANVAS_SCALE_MAX ||
	    (c = calloc(1, sizeof(*c))) == NULL)
		return NULL;
	c->typeface = typeface;
	c->width = width;
	c->height = 1;
	c->scale = scale;
	return c;
}

void
canvas_free(struct canvas *c)
{
	size_t i;

	if (c == NULL)
		return;
	for (i = 0; i < c->nlabels; i++)
		free(c->labels[i].text);
	free(c->labels);
	free(c->marks);
	free(c->points);
	free(c->shapes);
	free(c);
}

void
canvas_crop(struct canvas *c, int height)
{
	c->height = height > 1 ? height : 1;
}

const struct typeface *
canvas_typeface(const struct canvas *c)
{
	return c->typeface;
}

/* Make room for `more` members in a growing array: 0, or the canvas fails. */
static int
reserve(struct canvas *c, void *array, size_t used, size_t *max, size_t more,
    size_t size)
{
	void *old, *grown;
	size_t want;

	if (c->failed)
		return -1;
	if (used + more <= *max)
		return 0;
	want = 2 * (used + more);
	memcpy(&old, array, sizeof(old));
	if ((grown = reallocarray(old, want, size)) == NULL) {
		c->failed = 1;
		return -1;
	}
	memcpy(array, &grown, sizeof(grown));
	*max = want;
	return 0;
}

static void
add_shape(struct canvas *c, const struct point *points, int n, double r,
    int colour)
{
	const double k = CANVAS_OVER * c->scale;
	struct shape *s;
	struct point p;
	int i;

	if (reserve(c, &c->points, c->npoints, &c->maxpoints, (size_t)n,
	    sizeof(*c->points)) == -1 ||
	    reserve(c, &c->shapes, c->nshapes, &c->maxshapes, 1,
	    sizeof(*c->shapes)) == -1)
		return;
	s = &c->shapes[c->nshapes++];
	*s = (struct shape) { .first = c->npoints, .n = n, .r = r * k,
	    .top = INFINITY, .bottom = -INFINITY, .colour = colour };
	for (i = 0; i < n; i++) {
		p = (struct point) { points[i].x * k, points[i].y * k };
		s->top = fmin(s->top, p.y - s->r);
		s->bottom = fmax(s->bottom, p.y + s->r);
		c->points[c->npoints++] = p;
	}
}

void
canvas_convex(struct canvas *c, const struct point *points, int n, int colour)
{
	if (n >= 3)
		add_shape(c, points, n, 0, colour);
}

void
canvas_disc(struct canvas *c, double x, double y, double r, int colour)
{
	const struct point centre = { x, y };

	add_shape(c, &centre, 1, r, colour);
}

/* The nearest edge between two image pixels. */
static double
snap(const struct canvas *c, double v)
{
	return round(v * c->scale) / c->scale;
}

void
canvas_rect(struct canvas *c, double x, double y, double w, double h,
    int colour)
{
	const double least = 1.0 / c->scale;
	const double x0 = snap(c, x), y0 = snap(c, y);
	const double x1 = fmax(snap(c, x + w), x0 + least);
	const double y1 = fmax(snap(c, y + h), y0 + least);
	const struct point corner[] = {
		{ x0, y0 }, { x1, y0 }, { x1, y1 }, { x0, y1 },
	};

	add_shape(c, corner, 4, 0, colour);
}

void
canvas_line(struct canvas *c, const struct point *p, int n, double width,
    int colour)
{
	double dx, dy, k;
	int i;

	for (i = 0; i < n; i++) {
		canvas_disc(c, p[i].x, p[i].y, width / 2, colour);
		if (i == 0)
			continue;
		dx = p[i].x - p[i - 1].x;
		dy = p[i].y - p[i - 1].y;
		if ((k = hypot(dx, dy)) <= 0)
			continue;
		dx *= width / 2 / k;
		dy *= width / 2 / k;
		canvas_convex(c, (struct point[]) {
		    { p[i - 1].x - dy, p[i - 1].y + dx },
		    { p[i].x - dy, p[i].y + dx },
		    { p[i].x + dy, p[i].y - dx },
		    { p[i - 1].x + dy, p[i - 1].y - dx } }, 4, colour);
	}
}

struct box
canvas_text(struct canvas *c, double x, double baseline, enum align align,
    const struct text_style *style, const char *text)
{
	struct text_extent ext;
	struct label *label;
	double pen = x * c->scale;

	if (reserve(c, &c->labels, c->nlabels, &c->maxlabels, 1,
	    sizeof(*c->labels)) == -1)
		return (struct box) { 0 };
	label = &c->labels[c->nlabels];
	if (typeface_extent(c->typeface, style, c->scale, text, &ext) == -1 ||
	    (label->text = strdup(text)) == NULL) {
		c->failed = 1;
		return (struct box) { 0 };
	}
	if (align == ALIGN_LEFT)
		pen -= ext.left;
	else if (align == ALIGN_CENTRE)
		pen -= (ext.left + ext.right) / 2;
	else
		pen -= ext.right;
	label->style = *style;
	label->x = (int)lround(pen);
	label->baseline = (int)lround(baseline * c->scale);
	label->box = (struct box) {
		.x = (label->x + ext.left) / c->scale,
		.y = (label->baseline + ext.top) / c->scale,
		.w = (ext.right - ext.left) / c->scale,
		.h = (ext.bottom - ext.top) / c->scale,
	};
	c->nlabels++;
	return label->box;
}

const struct label *
canvas_labels(const struct canvas *c, int *n)
{
	*n = (int)c->nlabels;
	return c->labels;
}

void
canvas_mark(struct canvas *c, double x, double y, double w, double h)
{
	if (reserve(c, &c->marks, c->nmarks, &c->maxmarks, 1,
	    sizeof(*c->marks)) == 0)
		c->marks[c->nmarks++] = (struct box) { x, y, w, h };
}

const struct box *
canvas_marks(const struct canvas *c, int *n)
{
	*n = (int)c->nmarks;
	return c->marks;
}

int
canvas_box_overlap(const struct box *a, const struct box *b)
{
	return a->x < b->x + b->w && b->x < a->x + a->w &&
	    a->y < b->y + b->h && b->y < a->y + a->h;
}
