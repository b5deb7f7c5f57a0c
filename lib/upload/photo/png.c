/* png.c - a PNG on white paper, made smaller. */
#include <stdlib.h>

#include <png.h>

#include "upload/photo/photo.h"

/* A picture and by how much it shrinks: one pixel of n by n. */
struct shrink {
	const unsigned char	*pixel;
	unsigned		 width, n;
	unsigned		 across;	/* pixels of its line */
};

/* Line y of the smaller picture: the mean of n lines and n columns. */
static void
shrunk(void *arg, unsigned y, unsigned char *line)
{
	const struct shrink *s = arg;
	unsigned sum;

	for (unsigned i = 0; i < 3 * s->across; i++) {
		const unsigned char *from = s->pixel +
		    3 * ((size_t)y * s->n * s->width + i / 3 * s->n) + i % 3;

		sum = 0;
		for (unsigned k = 0; k < s->n * s->n; k++)
			sum += from[3 * ((size_t)(k / s->n) * s->width +
			    k % s->n)];
		line[i] = (unsigned char)(sum / (s->n * s->n));
	}
}

static enum photo_err
pack(const png_image *image, const unsigned char *pixel, struct photo *p)
{
	unsigned side = image->width > image->height ? image->width :
	    image->height;
	struct shrink s = { .pixel = pixel, .width = image->width,
		.n = (side + PHOTO_SIDE - 1) / PHOTO_SIDE };

	s.across = p->width = image->width / s.n;
	p->height = image->height / s.n;
	if (p->width == 0 || p->height == 0)
		return PHOTO_LARGE;	/* a line, not a picture */
	p->gray = 0;
	p->turn = 1;
	return photo_jpeg_lines(p, shrunk, &s);
}

enum photo_err
photo_png(FILE *fp, struct photo *p)
{
	static const png_color white = { 255, 255, 255 };
	png_image image = { .version = PNG_IMAGE_VERSION };
	enum photo_err err = PHOTO_BROKEN;
	unsigned char *pixel;

	if (!png_image_begin_read_from_stdio(&image, fp))
		return feof(fp) ? PHOTO_CUT : PHOTO_BROKEN;
	if (image.height > PHOTO_PIXELS / image.width) {
		png_image_free(&image);
		return PHOTO_LARGE;
	}
	image.format = PNG_FORMAT_RGB;
	pixel = malloc(PNG_IMAGE_SIZE(image));
	if (pixel == NULL)
		err = PHOTO_LARGE;
	else if (!png_image_finish_read(&image, &white, pixel, 0, NULL))
		err = feof(fp) ? PHOTO_CUT : PHOTO_BROKEN;
	else
		err = pack(&image, pixel, p);
	png_image_free(&image);
	free(pixel);
	return err;
}
