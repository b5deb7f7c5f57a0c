/*
 * canvas_palette.c - an image in 256 colours: a third of the bytes, a fourth
 * of the time.
 *
 * The colours that most pixels have stay exactly what they are, so that white
 * is white and a bar has the colour of its legend.  A shade at the rim of a
 * letter or a dot takes the colour of another one that is so near that nobody
 * sees the difference: how near depends on the number of shades.
 */
#include <stdint.h>
#include <stdlib.h>

#include "reports/chart/canvas_palette.h"

#define SLOTS	(1 << 15)	/* a chart has some hundred colours */
#define COLOURS	256

/* A colour, the pixels that have it, and its place in the palette. */
struct shade {
	int	 colour;
	unsigned n;		/* 0: the slot is free */
	int	 index;
};

/* The slot of a colour, free or its own. */
static struct shade *
slot_of(struct shade *table, int colour)
{
	uint32_t i = (uint32_t)colour * 2654435761u >> 17;

	while (table[i].n > 0 && table[i].colour != colour)
		i = (i + 1) % SLOTS;
	return &table[i];
}

/* Count the colours of an image; their number, or -1 when there are many. */
static int
count(gdImagePtr im, struct shade *table)
{
	struct shade *s;
	int x, y, n = 0;

	for (y = 0; y < gdImageSY(im); y++)
		for (x = 0; x < gdImageSX(im); x++) {
			s = slot_of(table, gdImageTrueColorPixel(im, x, y));
			if (s->n++ > 0)
				continue;
			s->colour = gdImageTrueColorPixel(im, x, y);
			if (++n > SLOTS / 2)
				return -1;
		}
	return n;
}

/* Most often met first; equals by colour, so that the order is always one. */
static int
by_number(const void *va, const void *vb)
{
	const struct shade *a = *(struct shade *const *)va;
	const struct shade *b = *(struct shade *const *)vb;

	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return a->colour < b->colour ? -1 : a->colour > b->colour;
}

/* The square of the distance of two colours. */
static int
distance(int a, int b)
{
	const int red = gdTrueColorGetRed(a) - gdTrueColorGetRed(b);
	const int green = gdTrueColorGetGreen(a) - gdTrueColorGetGreen(b);
	const int blue = gdTrueColorGetBlue(a) - gdTrueColorGetBlue(b);

	return red * red + green * green + blue * blue;
}

/*
 * Make a palette from the top of the list, leaving out colours that are within
 * `reach` of one in it.  Every colour gets the index of the nearest that was in
 * the palette then.  Returns the size of the palette, or -1 when it would need
 * more than COLOURS.
 */
static int
pick(struct shade *const *list, int n, int reach, int *palette)
{
	int i, k, d, least, used = 0;

	for (i = 0; i < n; i++) {
		least = reach * reach + 1;
		for (k = 0; k < used && least > 0; k++) {
			d = distance(palette[k], list[i]->colour);
			if (d >= least)
				continue;
			least = d;
			list[i]->index = k;
		}
		if (least <= reach * reach)
			continue;
		if (used == COLOURS)
			return -1;
		palette[used] = list[i]->colour;
		list[i]->index = used++;
	}
	return used;
}

/* Give each colour its place in the palette of `out`: 0, or -1. */
static int
choose(struct shade *table, int n, gdImagePtr out)
{
	struct shade **list = calloc((size_t)n, sizeof(struct shade *));
	int palette[COLOURS], i, k = 0, reach = 0, used;

	if (list == NULL)
		return -1;
	for (i = 0; i < SLOTS; i++)
		if (table[i].n > 0)
			list[k++] = &table[i];
	qsort(list, (size_t)n, sizeof(struct shade *), by_number);
	while ((used = pick(list, n, reach, palette)) == -1)
		reach += 2;
	for (i = 0; i < used; i++)
		gdImageColorAllocate(out, gdTrueColorGetRed(palette[i]),
		    gdTrueColorGetGreen(palette[i]),
		    gdTrueColorGetBlue(palette[i]));
	free(list);
	return 0;
}

gdImagePtr
canvas_palette(gdImagePtr im)
{
	struct shade *table = calloc(SLOTS, sizeof(*table));
	gdImagePtr out = gdImageCreate(gdImageSX(im), gdImageSY(im));
	int x, y, n = -1;

	if (table != NULL && out != NULL && (n = count(im, table)) > 0 &&
	    choose(table, n, out) == -1)
		n = -1;
	for (y = 0; y < gdImageSY(im) && n > 0; y++)
		for (x = 0; x < gdImageSX(im); x++)
			gdImagePalettePixel(out, x, y) = (unsigned char)slot_of(
			    table, gdImageTrueColorPixel(im, x, y))->index;
	free(table);
	if (n <= 0) {
		if (out != NULL)
			gdImageDestroy(out);
		return im;
	}
	gdImageSetResolution(out, gdImageResolutionX(im),
	    gdImageResolutionY(im));
	gdImageDestroy(im);
	return out;
}
