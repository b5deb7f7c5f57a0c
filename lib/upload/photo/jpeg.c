/*
 * jpeg.c - a JPEG made smaller and rid of all but the picture.
 *
 * libjpeg scales by eighths while it decodes, so a photo passes line by line
 * and no whole picture is ever held.
 */
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

#include "upload/photo/photo.h"

#define EIGHTHS 8

/* libjpeg's way out of an error; a warning about a lost end is one for us. */
struct trouble {
	struct jpeg_error_mgr	 mgr;
	jmp_buf			 out;
	enum photo_err		 err;
};

static void
give_up(j_common_ptr c)
{
	struct trouble *t = (struct trouble *)(void *)c->err;

	if (t->err == PHOTO_OK)
		t->err = c->err->msg_code == JERR_INPUT_EMPTY ? PHOTO_CUT :
		    PHOTO_BROKEN;
	longjmp(t->out, 1);
}

static void
hear(j_common_ptr c, int level)
{
	struct trouble *t = (struct trouble *)(void *)c->err;

	if (level != -1)
		return;
	c->err->num_warnings++;
	if (c->err->msg_code == JWRN_JPEG_EOF) {
		t->err = PHOTO_CUT;
		longjmp(t->out, 1);
	}
}

static void
say_nothing(j_common_ptr c)
{
}

static struct jpeg_error_mgr *
prepare(struct trouble *t)
{
	jpeg_std_error(&t->mgr);
	t->mgr.error_exit = give_up;
	t->mgr.emit_message = hear;
	t->mgr.output_message = say_nothing;
	t->err = PHOTO_OK;
	return &t->mgr;
}

/* -- how the camera was held --------------------------------------------- */

static unsigned
number(const unsigned char *s, int len, int little)
{
	unsigned n = 0;

	for (int i = 0; i < len; i++)
		n = n << 8 | s[little ? len - 1 - i : i];
	return n;
}

/* The Orientation tag of the first directory (Exif 2.3, 4.6.4). */
static int
exif_turn(const unsigned char *data, size_t len)
{
	const unsigned char *tiff = data + 6;
	unsigned at, n, turn;
	int little;

	if (len < 20 || memcmp(data, "Exif\0\0", 6) != 0)
		return 1;
	len -= 6;
	little = tiff[0] == 'I';
	at = number(tiff + 4, 4, little);
	if (at > len - 2)
		return 1;
	n = number(tiff + at, 2, little);
	for (at += 2; n > 0 && at <= len - 12; n--, at += 12)
		if (number(tiff + at, 2, little) == 0x0112) {
			turn = number(tiff + at + 8, 2, little);
			return turn >= 1 && turn <= 8 ? (int)turn : 1;
		}
	return 1;
}

static int
turn_of(const struct jpeg_decompress_struct *in)
{
	int turn = 1;

	for (jpeg_saved_marker_ptr m = in->marker_list; m != NULL &&
	    turn == 1; m = m->next)
		if (m->marker == JPEG_APP0 + 1)
			turn = exif_turn(m->data, m->data_length);
	return turn;
}

/* -- the picture --------------------------------------------------------- */

/* Forget what was written so far. */
static void
drop(struct jpeg_compress_struct *out, struct photo *p)
{
	if (out->dest != NULL)
		out->dest->term_destination(out);
	free(p->data);
	p->data = NULL;
}

/* As many eighths as stay within the longest side; 0 when even one does not. */
static unsigned
eighths(unsigned width, unsigned height)
{
	unsigned side = width > height ? width : height, n = EIGHTHS;

	while (n > 0 && (unsigned long)side * n > EIGHTHS * PHOTO_SIDE)
		n--;
	return n;
}

/* The colours of printers into those of screens; such files are inverted. */
static void
from_cmyk(unsigned char *line, unsigned width)
{
	for (unsigned i = 0; i < width; i++)
		for (int k = 0; k < 3; k++)
			line[3 * i + k] = (unsigned char)(line[4 * i + k] *
			    line[4 * i + 3] / 255);
}

static void
begin_output(struct jpeg_compress_struct *out, struct photo *p)
{
	jpeg_mem_dest(out, &p->data, &p->len);
	out->image_width = p->width;
	out->image_height = p->height;
	out->input_components = p->gray ? 1 : 3;
	out->in_color_space = p->gray ? JCS_GRAYSCALE : JCS_RGB;
	jpeg_set_defaults(out);
	jpeg_set_quality(out, PHOTO_QUALITY, TRUE);
	jpeg_start_compress(out, TRUE);
}

static enum photo_err
begin_input(struct jpeg_decompress_struct *in, struct photo *p)
{
	jpeg_save_markers(in, JPEG_APP0 + 1, 0xffff);
	jpeg_read_header(in, TRUE);
	p->turn = turn_of(in);
	in->scale_denom = EIGHTHS;
	in->scale_num = eighths(in->image_width, in->image_height);
	if (in->scale_num == 0)
		return PHOTO_LARGE;
	p->gray = in->jpeg_color_space == JCS_GRAYSCALE;
	if (in->num_components == 4)
		in->out_color_space = JCS_CMYK;
	else if (!p->gray)
		in->out_color_space = JCS_RGB;
	jpeg_start_decompress(in);
	p->width = in->output_width;
	p->height = in->output_height;
	return PHOTO_OK;
}

/* Line by line out of the one and into the other. */
static enum photo_err
pass(struct jpeg_decompress_struct *in, struct jpeg_compress_struct *out,
    struct photo *p)
{
	enum photo_err err = begin_input(in, p);
	JSAMPARRAY line;

	if (err != PHOTO_OK)
		return err;
	begin_output(out, p);
	line = in->mem->alloc_sarray((j_common_ptr)in, JPOOL_IMAGE,
	    p->width * 4, 1);
	while (in->output_scanline < in->output_height) {
		jpeg_read_scanlines(in, line, 1);
		if (in->out_color_space == JCS_CMYK)
			from_cmyk(line[0], p->width);
		jpeg_write_scanlines(out, line, 1);
	}
	jpeg_finish_decompress(in);
	jpeg_finish_compress(out);
	return PHOTO_OK;
}

enum photo_err
photo_jpeg(FILE *fp, struct photo *p)
{
	struct jpeg_decompress_struct in = { .err = NULL };
	struct jpeg_compress_struct out = { .err = NULL };
	struct trouble t;
	enum photo_err err;

	in.err = out.err = prepare(&t);
	if (setjmp(t.out) == 0) {
		jpeg_create_decompress(&in);
		jpeg_create_compress(&out);
		jpeg_stdio_src(&in, fp);
		err = pass(&in, &out, p);
	} else
		err = t.err;
	if (err != PHOTO_OK)
		drop(&out, p);
	jpeg_destroy_decompress(&in);
	jpeg_destroy_compress(&out);
	return err;
}

/* -- pictures of another kind -------------------------------------------- */

enum photo_err
photo_jpeg_lines(struct photo *p, void (*line)(void *, unsigned,
    unsigned char *), void *arg)
{
	struct jpeg_compress_struct out = { .err = NULL };
	unsigned char *row[1] = { malloc(3 * (size_t)p->width) };
	struct trouble t;
	unsigned y;

	out.err = prepare(&t);
	if (row[0] == NULL)
		return PHOTO_LARGE;
	if (setjmp(t.out) == 0) {
		jpeg_create_compress(&out);
		begin_output(&out, p);
		while ((y = out.next_scanline) < p->height) {
			line(arg, y, row[0]);
			jpeg_write_scanlines(&out, row, 1);
		}
		jpeg_finish_compress(&out);
	} else
		drop(&out, p);
	jpeg_destroy_compress(&out);
	free(row[0]);
	return t.err;
}
