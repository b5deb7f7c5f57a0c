/* canvas-t.c - shapes averaged in linear light, text set on whole pixels. */
#include <math.h>
#include <unistd.h>

#include "reports/chart/canvas.h"
#include "tests/tap.h"

#define FONTS "/usr/share/fonts/opentype/inter"

static struct typeface typeface;

static int
pixel(gdImagePtr im, int x, int y)
{
	return gdImageTrueColorPixel(im, x, y);
}

/* The grey that n of 16 black subpixels on white leave. */
static int
grey(int n)
{
	const int v = (int)lround(255 * pow((16 - n) / 16.0, 1 / 2.2));

	return v << 16 | v << 8 | v;
}

/* Close in each of the three colours, as the light is rounded twice. */
static int
near(int a, int b, int slack)
{
	return abs((a >> 16 & 255) - (b >> 16 & 255)) <= slack &&
	    abs((a >> 8 & 255) - (b >> 8 & 255)) <= slack &&
	    abs((a & 255) - (b & 255)) <= slack;
}

static void
averages_in_linear_light(void)
{
	/* Quarters of a pixel, which canvas_rect would snap away. */
	static const struct point quarter[] = { { 1, 1 }, { 1.25, 1 },
		{ 1.25, 2 }, { 1, 2 } };
	static const struct point half[] = { { 3, 1 }, { 3.5, 1 }, { 3.5, 2 },
		{ 3, 2 } };
	static const struct point one[] = { { 5.5, 1.5 }, { 5.75, 1.5 },
		{ 5.75, 1.75 }, { 5.5, 1.75 } };
	struct canvas *c = canvas_new(&typeface, 9, 1);
	gdImagePtr im;

	canvas_crop(c, 3);
	canvas_convex(c, quarter, 4, 0);
	canvas_convex(c, half, 4, 0);
	canvas_convex(c, one, 4, 0);
	im = canvas_image(c);
	ok(near(grey(4), pixel(im, 1, 1), 1), "a quarter covered: %06x",
	    pixel(im, 1, 1));
	ok(near(grey(8), pixel(im, 3, 1), 1), "a half covered: %06x",
	    pixel(im, 3, 1));
	ok(near(grey(1), pixel(im, 5, 1), 1), "a sixteenth covered: %06x",
	    pixel(im, 5, 1));
	is_int(0xffffff, pixel(im, 2, 1), "none beside it");
	is_int(0xffffff, pixel(im, 1, 0), "none above it");
	is_int(0xffffff, pixel(im, 1, 2), "none below it");
	gdImageDestroy(im);
	canvas_free(c);
}

static void
snaps_rectangles(void)
{
	struct canvas *c = canvas_new(&typeface, 40, 1);
	gdImagePtr im;

	canvas_crop(c, 20);
	canvas_rect(c, 1.6, 2.4, 10, 5, 0x0072b2);
	canvas_rect(c, 20, 2, 0.1, 0.1, 0xd55e00);
	im = canvas_image(c);
	is_int(0xffffff, pixel(im, 1, 2), "left of the snapped edge");
	is_int(0x0072b2, pixel(im, 2, 2), "the corner is the colour itself");
	is_int(0x0072b2, pixel(im, 11, 6), "...and so is the other");
	is_int(0xffffff, pixel(im, 12, 6), "right of the edge");
	is_int(0xffffff, pixel(im, 11, 7), "below the edge");
	is_int(0xd55e00, pixel(im, 20, 2), "nothing is thinner than a pixel");
	gdImageDestroy(im);
	canvas_free(c);
}

/* Sizes that are no multiple of a band, and shapes beyond every edge: the
 * sanitizers watch the memory. */
static void
fills_odd_sizes(void)
{
	static const struct point huge[] = { { -500, -900 }, { 900, -900 },
		{ 900, 900 }, { -500, 900 } };
	struct canvas *c;
	gdImagePtr im;
	int width, height, scale, x, y, right;

	for (scale = 1; scale <= 3; scale++)
		for (width = 1; width <= 37; width += 12)
			for (height = 1; height <= 35; height += 17) {
				c = canvas_new(&typeface, width, scale);
				canvas_crop(c, height);
				canvas_convex(c, huge, 4, 0x123456);
				canvas_disc(c, -30, -30, 5, 0xff0000);
				canvas_disc(c, width + 40, height + 40, 9,
				    0xff0000);
				im = canvas_image(c);
				right = 0;
				for (y = 0; y < gdImageSY(im); y++)
					for (x = 0; x < gdImageSX(im); x++)
						right += pixel(im, x, y) ==
						    0x123456;
				is_int(width * height * scale * scale, right,
				    "%d x %d at scale %d", width, height,
				    scale);
				gdImageDestroy(im);
				canvas_free(c);
			}
}

/* The area of a disc, from how dark its pixels are. */
static void
draws_discs(void)
{
	struct canvas *c = canvas_new(&typeface, 60, 1);
	double area = 0;
	gdImagePtr im;
	int x, y, same = 1;

	canvas_crop(c, 60);
	canvas_disc(c, 30, 30, 20, 0);
	im = canvas_image(c);
	for (y = 0; y < 60; y++)
		for (x = 0; x < 60; x++) {
			area += 1 - pow((pixel(im, x, y) & 255) / 255.0, 2.2);
			same &= pixel(im, x, y) == pixel(im, 59 - x, y) &&
			    pixel(im, x, y) == pixel(im, y, x);
		}
	ok(fabs(area - 3.14159 * 400) < 3, "a disc of radius 20 covers %.1f",
	    area);
	ok(same, "...and is the same from every side");
	gdImageDestroy(im);
	canvas_free(c);
}

static void
draws_lines(void)
{
	static const struct point corner[] = { { 5, 30 }, { 30, 5 },
		{ 55, 30 } };
	static const struct point twice[] = { { 50, 50 }, { 50, 50 } };
	struct canvas *c = canvas_new(&typeface, 60, 2);
	gdImagePtr im;

	canvas_crop(c, 60);
	canvas_line(c, corner, 3, 4, 0x0072b2);
	canvas_line(c, twice, 2, 4, 0xd55e00);
	canvas_line(c, corner, 0, 4, 0);
	im = canvas_image(c);
	is_int(0x0072b2, pixel(im, 35, 35), "on the way up");
	is_int(0x0072b2, pixel(im, 60, 10), "at the joint");
	is_int(0x0072b2, pixel(im, 59, 7), "...whose tip is round and closed");
	is_int(0xffffff, pixel(im, 60, 2), "...and not a spike");
	is_int(0xffffff, pixel(im, 60, 40), "below the joint");
	is_int(0xd55e00, pixel(im, 100, 100), "a line of no length is a dot");
	gdImageDestroy(im);
	canvas_free(c);
}

/* The box of all pixels that are not white, in CSS pixels. */
static struct box
ink(gdImagePtr im, int scale)
{
	int x, y, x0 = 9999, y0 = 9999, x1 = -1, y1 = -1;

	for (y = 0; y < gdImageSY(im); y++)
		for (x = 0; x < gdImageSX(im); x++) {
			if (pixel(im, x, y) == 0xffffff)
				continue;
			x0 = x < x0 ? x : x0;
			x1 = x > x1 ? x : x1;
			y0 = y < y0 ? y : y0;
			y1 = y > y1 ? y : y1;
		}
	return (struct box) { (double)x0 / scale, (double)y0 / scale,
	    (double)(x1 + 1 - x0) / scale, (double)(y1 + 1 - y0) / scale };
}

static void
sets_text(enum align align, const char *text, int tabular, int scale)
{
	const struct text_style style = { FACE_REGULAR, 20, 0x1b1f24,
		tabular };
	struct canvas *c = canvas_new(&typeface, 300, scale);
	const double slack = 1.6;
	struct box told, seen;
	gdImagePtr im;

	canvas_crop(c, 60);
	told = canvas_text(c, 150, 40, align, &style, text);
	im = canvas_image(c);
	seen = ink(im, scale);
	ok(seen.x >= told.x - slack && seen.y >= told.y - slack &&
	    seen.x + seen.w <= told.x + told.w + slack &&
	    seen.y + seen.h <= told.y + told.h + slack,
	    "\"%s\" lies in its box (scale %d, align %d)", text, scale,
	    (int)align);
	if (align == ALIGN_LEFT)
		ok(fabs(seen.x - 150) <= 1, "...from 150: %g", seen.x);
	else if (align == ALIGN_RIGHT)
		ok(seen.x + seen.w <= 150.5 && seen.x + seen.w > 146,
		    "...to 150: %g", seen.x + seen.w);
	else
		ok(fabs(seen.x + seen.w / 2 - 150) < 2, "...about 150: %g",
		    seen.x + seen.w / 2);
	gdImageDestroy(im);
	canvas_free(c);
}

static void
lists_labels(void)
{
	const struct text_style style = { FACE_MEDIUM, 14, 0, 0 };
	struct canvas *c = canvas_new(&typeface, 300, 1);
	const struct label *labels;
	size_t len = 0;
	void *png;
	int n, i;

	for (i = 0; i < 50; i++)
		canvas_text(c, 10, 20 + i, ALIGN_LEFT, &style, "A & B\n<&lt;>");
	labels = canvas_labels(c, &n);
	is_int(50, n, "every text is listed");
	is_string("A & B\n<&lt;>", labels[49].text, "...as it was given");
	is_int(69, labels[49].baseline, "...with its baseline");
	canvas_text(c, 10, 20, ALIGN_LEFT, &style, "");
	png = canvas_png(c, &len);
	ok(png != NULL && len > 60, "markup and empty texts are set");
	gdFree(png);
	canvas_free(c);
}

/* The same calls give the same bytes, with the resolution inside. */
static void
writes_png(void)
{
	const struct text_style style = { FACE_SEMIBOLD, 22, 0, 0 };
	struct canvas *c[2];
	size_t len[2];
	void *png[2];
	gdImagePtr im;
	int i;

	for (i = 0; i < 2; i++) {
		c[i] = canvas_new(&typeface, 200, 2);
		canvas_crop(c[i], 50);
		canvas_disc(c[i], 50, 20, 10, 0xd55e00);
		canvas_text(c[i], 70, 30, ALIGN_LEFT, &style, "91,6%");
		png[i] = canvas_png(c[i], &len[i]);
	}
	is_int((int64_t)len[0], (int64_t)len[1], "two pictures, one length");
	ok(memcmp(png[0], png[1], len[0]) == 0, "...and the same bytes");
	im = gdImageCreateFromPngPtr((int)len[0], png[0]);
	is_int(400, gdImageSX(im), "scale 2 doubles the width");
	is_int(100, gdImageSY(im), "...and the height");
	is_int(192, gdImageResolutionX(im), "...and the resolution");
	is_int(0xffffff, gdImageGetTrueColorPixel(im, 2, 2),
	    "white stays white");
	is_int(0xd55e00, gdImageGetTrueColorPixel(im, 100, 40),
	    "...and what is even keeps its colour");
	gdImageDestroy(im);
	is_int(-1, canvas_write(c[0], "/nonexistent/a.png"),
	    "a file that cannot be written is an error");
	for (i = 0; i < 2; i++) {
		gdFree(png[i]);
		canvas_free(c[i]);
	}
	ok(canvas_new(&typeface, 0, 1) == NULL, "no width is refused");
	ok(canvas_new(&typeface, 10, 9) == NULL, "...and such a scale too");
	canvas_free(NULL);
}

static void
keeps_marks(void)
{
	struct canvas *c = canvas_new(&typeface, 100, 2);
	const struct box in = { 12, 12, 5, 5 }, beside = { 30, 10, 5, 5 };
	const struct box *mark;
	int n;

	mark = canvas_marks(c, &n);
	is_int(0, n, "an empty canvas has no marks");
	canvas_mark(c, 10, 10, 20, 10);
	mark = canvas_marks(c, &n);
	is_int(1, n, "a mark is kept");
	ok(canvas_box_overlap(mark, &in), "...in CSS pixels");
	ok(!canvas_box_overlap(mark, &beside),
	    "...and an edge is not shared ground");
	canvas_free(c);
}

int
main(void)
{
	static const char *const texts[] = { "Kepegawaian", "101,1%", "A & B" };
	int scale, align;
	size_t i;

	if (typeface_open(&typeface, FONTS) == -1)
		bail("no fonts");
	averages_in_linear_light();
	snaps_rectangles();
	fills_odd_sizes();
	draws_discs();
	draws_lines();
	for (scale = 1; scale <= 2; scale++)
		for (align = ALIGN_LEFT; align <= ALIGN_RIGHT; align++)
			for (i = 0; i < 3; i++) {
				sets_text((enum align)align, texts[i], 0,
				    scale);
				sets_text((enum align)align, texts[i], 1,
				    scale);
			}
	lists_labels();
	keeps_marks();
	writes_png();
	return tap_done();
}
