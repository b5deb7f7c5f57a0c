/*
 * alike.c - do two pictures look alike?  alike WANTED GOT compares two PNG
 * files: of one size, and no part of an eighth of an inch much darker or
 * lighter, or of another colour.  Fonts differ a little from one machine to the
 * next; a table that moved or a rule that is gone shows.
 */
#include <gd.h>
#include <stdio.h>
#include <stdlib.h>

#define PART	8	/* pixels of a side */
#define MOST	40	/* of 255, between the means of two parts */

static gdImagePtr
picture(const char *path)
{
	FILE *f = fopen(path, "rb");
	gdImagePtr im = f != NULL ? gdImageCreateFromPng(f) : NULL;

	if (f != NULL)
		fclose(f);
	return im;
}

/* The mean of one colour (bits to shift) in a part. */
static int
mean(gdImagePtr im, int x, int y, int shift)
{
	int sum = 0, n = 0;

	for (int v = y; v < y + PART && v < gdImageSY(im); v++)
		for (int u = x; u < x + PART && u < gdImageSX(im); u++) {
			sum += gdImageGetTrueColorPixel(im, u, v) >> shift &
			    0xff;
			n++;
		}
	return sum / n;
}

static int
difference(gdImagePtr a, gdImagePtr b, int x, int y)
{
	int shift, d, worst = 0;

	for (shift = 0; shift <= 16; shift += 8) {
		d = abs(mean(a, x, y, shift) - mean(b, x, y, shift));
		if (d > worst)
			worst = d;
	}
	return worst;
}

int
main(int argc, char **argv)
{
	gdImagePtr a, b;
	int d, worst = 0;

	if (argc != 3 || (a = picture(argv[1])) == NULL ||
	    (b = picture(argv[2])) == NULL) {
		fprintf(stderr, "alike: cannot read both pictures\n");
		return 2;
	}
	if (gdImageSX(a) != gdImageSX(b) || gdImageSY(a) != gdImageSY(b)) {
		printf("of another size\n");
		return 1;
	}
	for (int y = 0; y < gdImageSY(a); y += PART)
		for (int x = 0; x < gdImageSX(a); x += PART)
			if ((d = difference(a, b, x, y)) > worst) {
				worst = d;
				printf("at %d, %d: %d\n", x, y, worst);
			}
	gdImageDestroy(a);
	gdImageDestroy(b);
	return worst > MOST;
}
