/*
 * canvas_image.c - shapes averaged down from a larger canvas, then text.
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

#include "reports/chart/canvas_raw.h"

#define OVER	CANVAS_OVER
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

/*
 * Where the horizontal line through the middle of subpixel row `row` is
 * inside a shape: from *left to *right.  0 when it misses it.
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

/* Fill a band, whose first subpixel row is `from`, with all shapes. */
static void
fill(const struct canvas *c, uint32_t *band, size_t width, int from, int rows)
{
	const struct shape *s;
	double left, right;
	size_t i, k, end;
	int row;

	for (i = 0; i < width * (size_t)rows; i++)
		band[i] = PAPER;
	for (k = 0; k < c->nshapes; k++) {
		s = &c->shapes[k];
		if (s->bottom <= from || s->top >= from + rows)
			continue;
		for (row = 0; row < rows; row++) {
			if (!cut(c, s, from + row, &left, &right))
				continue;
			left = fmin(fmax(left, 0), (double)width);
			right = fmin(fmax(right, 0), (double)width);
			i = (size_t)row * width + (size_t)ceil(left - 0.5);
			end = (size_t)row * width + (size_t)ceil(right - 0.5);
			for (; i < end; i++)
				band[i] = (uint32_t)s->colour;
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

/* Whether all subpixels of an output pixel have one colour, as most do. */
static int
is_plain(const uint32_t *corner, size_t width)
{
	size_t x, y;

	for (y = 0; y < OVER; y++)
		for (x = 0; x < OVER; x++)
			if (corner[y * width + x] != *corner)
				return 0;
	return 1;
}

/* The colour of one output pixel: the mean light of its subpixels. */
static int
average(const uint32_t *light, const uint32_t *corner, size_t width)
{
	uint32_t sum[3] = { 0 }, v;
	size_t x, y;

	if (is_plain(corner, width))
		return (int)*corner;
	for (y = 0; y < OVER; y++)
		for (x = 0; x < OVER; x++) {
			v = corner[y * width + x];
			sum[0] += light[v >> 16 & 255];
			sum[1] += light[v >> 8 & 255];
			sum[2] += light[v & 255];
		}
	for (x = 0; x < 3; x++)
		sum[x] = code_of(light, sum[x] / (OVER * OVER));
	return (int)(sum[0] << 16 | sum[1] << 8 | sum[2]);
}

/* The shapes of the canvas on im, band by band: 0, or -1 without memory. */
static int
draw_shapes(const struct canvas *c, gdImagePtr im)
{
	const size_t width = OVER * (size_t)gdImageSX(im);
	uint32_t light[256], *band;
	int top, rows, x, y;

	if ((band = reallocarray(NULL, width * OVER * BAND, sizeof(*band))) ==
	    NULL)
		return -1;
	light_table(light);
	for (top = 0; top < gdImageSY(im); top += BAND) {
		rows = gdImageSY(im) - top;
		if (rows > BAND)
			rows = BAND;
		fill(c, band, width, OVER * top, OVER * rows);
		for (y = 0; y < rows; y++)
			for (x = 0; x < gdImageSX(im); x++)
				gdImageTrueColorPixel(im, x, top + y) =
				    average(light, band + OVER * ((size_t)y *
				    width + (size_t)x), width);
	}
	free(band);
	return 0;
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
