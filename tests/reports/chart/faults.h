/*
 * faults.h - what must hold of every chart, measured from the boxes its canvas
 * recorded: no text leaves the canvas, touches another or lies on a mark, no
 * mark leaves the canvas, and both scales have one layout.
 */
#pragma once

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reports/chart/canvas.h"
#include "reports/chart/chart.h"
#include "tests/tap.h"

#define INTER "/usr/share/fonts/opentype/inter"
#define DEJAVU "/usr/share/fonts/truetype/dejavu"

struct chart_faults {
	int	outside, touching, covered;
};

/* The label whose text is `text`, or NULL. */
static inline const struct label *
label_of(const struct canvas *c, const char *text)
{
	const struct label *labels;
	int i, n;

	labels = canvas_labels(c, &n);
	for (i = 0; i < n; i++)
		if (strcmp(labels[i].text, text) == 0)
			return &labels[i];
	return NULL;
}

/* The line a text stands on; -1 where it is missing. */
static inline double
baseline_of(const struct canvas *c, const char *text)
{
	const struct label *l = label_of(c, text);

	return l != NULL ? l->baseline : -1;
}

/* The middle of a text, from left to right; without it all is lost. */
static inline double
middle_of(const struct canvas *c, const char *text)
{
	const struct label *l = label_of(c, text);

	if (l == NULL)
		bail(text);
	return l->box.x + l->box.w / 2;
}

static inline int
leaves(const struct canvas *c, const struct box *b)
{
	return b->x < 0 || b->y < 0 || b->x + b->w > canvas_width(c) ||
	    b->y + b->h > canvas_height(c);
}

static inline void
count_faults(const struct canvas *c, struct chart_faults *f)
{
	const struct label *l;
	const struct box *m;
	int i, j, n, nmarks;

	l = canvas_labels(c, &n);
	m = canvas_marks(c, &nmarks);
	for (i = 0; i < n; i++) {
		if (leaves(c, &l[i].box)) {
			printf("# outside: %s\n", l[i].text);
			f->outside++;
		}
		for (j = 0; j < i; j++)
			if (canvas_box_overlap(&l[i].box, &l[j].box)) {
				printf("# touching: %s | %s\n", l[j].text,
				    l[i].text);
				f->touching++;
			}
		for (j = 0; j < nmarks; j++)
			if (canvas_box_overlap(&l[i].box, &m[j])) {
				printf("# covers a mark: %s\n", l[i].text);
				f->covered++;
			}
	}
	for (j = 0; j < nmarks; j++)
		f->outside += leaves(c, &m[j]);
}

/* The largest difference between the pixels of file and drawing, of 255. */
static inline int
worst_pixel(const struct canvas *c)
{
	gdImagePtr drawn = canvas_image(c), kept;
	size_t len = 0;
	void *png = canvas_png(c, &len);
	int x, y, shift, a, b, worst = 0;

	kept = gdImageCreateFromPngPtr((int)len, png);
	for (y = 0; y < gdImageSY(drawn); y++)
		for (x = 0; x < gdImageSX(drawn); x++)
			for (shift = 0; shift < 24; shift += 8) {
				a = gdImageTrueColorPixel(drawn, x, y) >>
				    shift & 255;
				b = gdImageGetTrueColorPixel(kept, x, y) >>
				    shift & 255;
				if (abs(a - b) > worst)
					worst = abs(a - b);
			}
	gdImageDestroy(drawn);
	gdImageDestroy(kept);
	gdFree(png);
	return worst;
}

/* Are two canvases one picture, byte for byte?  Frees them. */
static inline int
same_bytes(struct canvas *one, struct canvas *two)
{
	size_t len, again;
	void *a = canvas_png(one, &len);
	void *b = canvas_png(two, &again);
	const int same = a != NULL && b != NULL && len == again &&
	    memcmp(a, b, len) == 0;

	gdFree(a);
	gdFree(b);
	canvas_free(one);
	canvas_free(two);
	return same;
}

/* Both scales of one layout; frees them. */
static inline void
check_layout(struct canvas *one, struct canvas *two, const char *kind,
    const char *name, int layout)
{
	const char *shape = layout == CHART_WIDE ? "wide" : "narrow";
	const struct label *a, *b;
	struct chart_faults f = { 0 };
	int i, n, m, same = 1;

	count_faults(one, &f);
	count_faults(two, &f);
	is_int(0, f.outside, "%s %s, %s: everything is inside", kind, name,
	    shape);
	is_int(0, f.touching, "...no text touches another");
	is_int(0, f.covered, "...nor lies on a mark");
	is_int(canvas_height(one), canvas_height(two),
	    "...both scales are equally high");
	a = canvas_labels(one, &n);
	b = canvas_labels(two, &m);
	is_int(n, m, "...and have the same texts");
	for (i = 0; i < n && i < m; i++)
		same &= strcmp(a[i].text, b[i].text) == 0 &&
		    fabs(a[i].baseline - b[i].baseline / 2.0) <= 1;
	ok(same, "...in the same places");
	canvas_free(one);
	canvas_free(two);
}
