/*
 * alike.c - do two pictures look alike?  alike WANTED GOT compares two PNG
 * files: of one size, and no part of an eighth of an inch much darker or
 * lighter.  Fonts differ a little from one machine to the next; a table that
 * moved or a rule that is gone shows.
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

static int
mean(gdImagePtr im, int x, int y)
{
	int sum = 0, n = 0;

	for (int v = y; v < y + PART && v < gdImageSY(im); v++)
		for (int u = x; u < x + PART && u < gdImageSX(im); u++) {
			sum += gdTrueColorGetGreen(gdImageGetTrueColorPixel(im,
			    u, v));
			n++;
		}
	return sum / n;
}

int
main(int argc, char **argv)
{
	gdImagePtr a, b;
	int worst = 0;

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
			if (abs(mean(a, x, y) - mean(b, x, y)) > worst) {
				worst = abs(mean(a, x, y) - mean(b, x, y));
				printf("at %d, %d: %d\n", x, y, worst);
			}
	gdImageDestroy(a);
	gdImageDestroy(b);
	return worst > MOST;
}
