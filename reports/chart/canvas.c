/*
 * canvas.c - the shapes and texts of a picture, as a list; then the picture:
 * shapes averaged down from a larger canvas, and text.
 *
 * The large canvas of a tall picture would take hundreds of megabytes, so it
 * exists in bands of a few output rows: every band is filled with the shapes
 * that touch it and averaged before the next.  A subpixel belongs to a shape
 * when its centre does; gd's own polygons would include their far edges and
 * round their corners, and come out a quarter of a pixel too fat.
 */
#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reports/chart/canvas.h"
#include "reports/chart/canvas_palette.h"

#define OVER	4		/* subpixels per pixel and direction */
#define BAND	16		/* output rows worked on at a time */
#define GAMMA	2.2
#define LIGHT	(1 << 24)	/* full light; sixteen of them fit 32 bits */
#define PAPER	0xffffff

/*
 * The 28 pictures of a month with 256 colours, packed alone (2 cores, zlib of
 * Debian 12): level 6 2,435 kB in 0.45 s, 7 2,401 kB in 0.54 s, 8 2,308 kB in
 * 1.28 s, 9 2,282 kB in 3.46 s.  Five in a hundred bytes are not worth six
 * times the time, more than half of the five seconds all charts may take.
 */
#define LEVEL	7

/* A convex polygon, or a disc when it has one point; in subpixels. */
struct shape {
	size_t	first;		/* of its points */
	int	n;
	double	r;
	double	top, bottom;
	int	colour;
};

struct canvas {
	const struct typeface	*typeface;
	int			 width, height, scale;
	int			 failed;
	struct shape		*shapes;
	size_t			 nshapes, maxshapes;
	struct point		*points;
	size_t			 npoints, maxpoints;
	struct label		*labels;
	size_t			 nlabels, maxlabels;
	struct box		*marks;
	size_t			 nmarks, maxmarks;
};

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

int
canvas_width(const struct canvas *c)
{
	return c->width;
}

int
canvas_height(const struct canvas *c)
{
	return c->height;
}

const struct typeface *
canvas_typeface(const struct canvas *c)
{
	return c->typeface;
}

/* -- the list -------------------------------------------------------------- */

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
	const double k = OVER * c->scale;
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

/* -- the picture ----------------------------------------------------------- */

/*
 * Cut a shape by the horizontal line through the middle of subpixel row `row`:
 * the line is inside from *left to *right.  Returns 1, or 0 when it misses the
 * shape.
 */
static int
cut(const struct canvas *c, const struct shape *s, int row, double *left,
    double *right)
{
	const struct point *p = c->points + s->first, *a, *b;
	const double y = row + 0.5;
	double d, x;
	int i;

	if (y < s->top || y >= s->bottom)
		return 0;
	if (s->n == 1) {
		d = sqrt(fmax(0, s->r * s->r - (y - p->y) * (y - p->y)));
		*left = p->x - d;
		*right = p->x + d;
		return 1;
	}
	*left = INFINITY;
	*right = -INFINITY;
	for (i = 0; i < s->n; i++) {
		a = &p[i];
		b = &p[(i + 1) % s->n];
		if ((a->y <= y) == (b->y <= y))
			continue;
		x = a->x + (y - a->y) * (b->x - a->x) / (b->y - a->y);
		*left = fmin(*left, x);
		*right = fmax(*right, x);
	}
	return *left < *right;
}

/*
 * The colours of the shapes, each once: a subpixel keeps the place of its
 * colour here, one byte, so that four of them are looked at at once.  A chart
 * has some twenty.
 */
struct inks {
	uint32_t	 colour[256];
	size_t		 n;
	unsigned char	*of;		/* the place, of each shape */
};

/* 0, or -1 without memory or with too many colours. */
static int
inks_find(const struct canvas *c, struct inks *inks)
{
	size_t i, k;

	inks->colour[0] = PAPER;
	inks->n = 1;
	if ((inks->of = malloc(c->nshapes + 1)) == NULL)
		return -1;
	for (k = 0; k < c->nshapes; k++) {
		for (i = 0; i < inks->n; i++)
			if (inks->colour[i] == (uint32_t)c->shapes[k].colour)
				break;
		if (i == 256)
			return -1;
		if (i == inks->n)
			inks->colour[inks->n++] =
			    (uint32_t)c->shapes[k].colour;
		inks->of[k] = (unsigned char)i;
	}
	return 0;
}

/* Fill a band, whose first subpixel row is `from`, with all shapes. */
static void
fill(const struct canvas *c, const struct inks *inks, unsigned char *band,
    size_t width, int from, int rows)
{
	const struct shape *s;
	double left, right;
	size_t i, k, end;
	int row;

	memset(band, 0, width * (size_t)rows);
	for (k = 0; k < c->nshapes; k++) {
		s = &c->shapes[k];
		if (s->bottom <= from || s->top >= from + rows)
			continue;
		for (row = 0; row < rows; row++) {
			if (!cut(c, s, from + row, &left, &right))
				continue;
			left = fmin(fmax(left, 0), (double)width);
			right = fmin(fmax(right, 0), (double)width);
			i = (size_t)ceil(left - 0.5);
			end = (size_t)ceil(right - 0.5);
			if (i < end)
				memset(band + (size_t)row * width + i,
				    inks->of[k], end - i);
		}
	}
}

/* The light of each of the 256 codes. */
static void
light_table(uint32_t *light)
{
	int v;

	for (v = 0; v < 256; v++)
		light[v] = (uint32_t)lround(pow(v / 255.0, GAMMA) * LIGHT);
}

/* The code whose light is nearest. */
static uint32_t
code_of(const uint32_t *light, uint32_t value)
{
	uint32_t low = 0, high = 255, middle;

	while (low < high) {
		middle = (low + high) / 2;
		if (value * 2 < light[middle] + light[middle + 1])
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* Have all subpixels of an output pixel one colour?  Most have. */
static int
is_plain(const unsigned char *corner, size_t width)
{
	const uint32_t all = *corner * UINT32_C(0x01010101);
	uint32_t row;
	size_t y;

	_Static_assert(OVER == sizeof(row), "a row of a pixel is one word");
	for (y = 0; y < OVER; y++) {
		memcpy(&row, corner + y * width, sizeof(row));
		if (row != all)
			return 0;
	}
	return 1;
}

/* The colour of one output pixel: the mean light of its subpixels. */
static int
average(const struct inks *inks, const uint32_t *light,
    const unsigned char *corner, size_t width)
{
	uint32_t sum[3] = { 0 }, v;
	size_t x, y;

	if (is_plain(corner, width))
		return (int)inks->colour[*corner];
	for (y = 0; y < OVER; y++)
		for (x = 0; x < OVER; x++) {
			v = inks->colour[corner[y * width + x]];
			sum[0] += light[v >> 16 & 255];
			sum[1] += light[v >> 8 & 255];
			sum[2] += light[v & 255];
		}
	for (x = 0; x < 3; x++)
		sum[x] = code_of(light, sum[x] / (OVER * OVER));
	return (int)(sum[0] << 16 | sum[1] << 8 | sum[2]);
}

/* The shapes of the canvas on im, band by band. */
static void
draw_bands(const struct canvas *c, const struct inks *inks,
    unsigned char *band, gdImagePtr im)
{
	const size_t width = OVER * (size_t)gdImageSX(im);
	uint32_t light[256];
	int top, rows, x, y;

	light_table(light);
	for (top = 0; top < gdImageSY(im); top += BAND) {
		rows = gdImageSY(im) - top;
		if (rows > BAND)
			rows = BAND;
		fill(c, inks, band, width, OVER * top, OVER * rows);
		for (y = 0; y < rows; y++)
			for (x = 0; x < gdImageSX(im); x++)
				gdImageTrueColorPixel(im, x, top + y) =
				    average(inks, light, band + OVER *
				    ((size_t)y * width + (size_t)x), width);
	}
}

/* 0, or -1 without memory or with too many colours. */
static int
draw_shapes(const struct canvas *c, gdImagePtr im)
{
	struct inks inks;
	unsigned char *band = NULL;
	int rc = inks_find(c, &inks);

	if (rc == 0 && (band = reallocarray(NULL, OVER * OVER * BAND,
	    (size_t)gdImageSX(im))) == NULL)
		rc = -1;
	if (rc == 0)
		draw_bands(c, &inks, band, im);
	free(band);
	free(inks.of);
	return rc;
}

gdImagePtr
canvas_image(const struct canvas *c)
{
	const struct label *l;
	gdImagePtr im;
	size_t i;

	if (c->failed || (im = gdImageCreateTrueColor(c->width * c->scale,
	    c->height * c->scale)) == NULL)
		return NULL;
	gdImageSetResolution(im, 96 * (unsigned)c->scale,
	    96 * (unsigned)c->scale);
	if (draw_shapes(c, im) == -1)
		goto fail;
	for (i = 0; i < c->nlabels; i++) {
		l = &c->labels[i];
		if (typeface_set(c->typeface, &l->style, c->scale, l->text,
		    im, l->x, l->baseline) == -1)
			goto fail;
	}
	return im;
fail:
	gdImageDestroy(im);
	return NULL;
}

void *
canvas_png(const struct canvas *c, size_t *len)
{
	gdImagePtr im;
	void *bytes;
	int n = 0;

	if ((im = canvas_image(c)) == NULL)
		return NULL;
	im = canvas_palette(im);
	bytes = gdImagePngPtrEx(im, &n, LEVEL);
	gdImageDestroy(im);
	if (bytes != NULL)
		*len = (size_t)n;
	return bytes;
}

int
canvas_write(const struct canvas *c, const char *path)
{
	FILE *f;
	void *bytes;
	size_t len;
	int ok;

	errno = ENOMEM;
	if ((bytes = canvas_png(c, &len)) == NULL)
		return -1;
	if ((f = fopen(path, "wb")) == NULL) {
		gdFree(bytes);
		return -1;
	}
	ok = fwrite(bytes, 1, len, f) == len;
	gdFree(bytes);
	return fclose(f) == 0 && ok ? 0 : -1;
}
