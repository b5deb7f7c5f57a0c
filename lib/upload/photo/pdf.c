/*
 * pdf.c - a PDF of photos, one to a page of A4, written as it comes.
 *
 * A JPEG lies in a PDF as it is (ISO 32000, DCTDecode), and how the camera was
 * held is a matter of the matrix that places it.  Nothing else is in the file,
 * no date and no name: the same photos give the same bytes.
 */
#include <stdarg.h>
#include <stdlib.h>

#include "upload/photo/photo.h"

#define SHORT	595.0		/* A4, in points */
#define LONG	842.0
#define COARSE	0.75		/* points a pixel at most: 96 to an inch */
#define EACH	3		/* objects of a page */

__attribute__((format(printf, 2, 3))) static int
say(struct photo_pdf *pdf, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vfprintf(pdf->out, fmt, ap);
	va_end(ap);
	pdf->size += n;
	return n < 0 ? -1 : 0;
}

/* Object number n begins here; 1 is the catalogue, 2 the list of pages. */
static int
object(struct photo_pdf *pdf, int n)
{
	pdf->at[n] = pdf->size;
	return say(pdf, "%d 0 obj", n);
}

int
photo_pdf_begin(struct photo_pdf *pdf, FILE *out, int pages)
{
	pdf->out = out;
	pdf->pages = 0;
	pdf->size = 0;
	pdf->at = calloc((size_t)(3 + EACH * pages), sizeof(*pdf->at));
	/* Bytes over 127 tell those who pass it on that it is no text. */
	return pdf->at == NULL ? -1 : say(pdf, "%%PDF-1.4\n%%\xe2\xe3\xcf"
	    "\xd3\n");
}

/* Where the picture lies: in the middle of a page as wide or as tall as it. */
struct place {
	double	page_width, page_height;
	double	width, height;
	double	x, y;
};

static struct place
place(const struct photo *p)
{
	double width = p->turn > 4 ? p->height : p->width;
	double height = p->turn > 4 ? p->width : p->height;
	struct place at = { SHORT, LONG, 0, 0, 0, 0 };
	double scale = COARSE;

	if (width > height) {
		at.page_width = LONG;
		at.page_height = SHORT;
	}
	if (width * scale > at.page_width)
		scale = at.page_width / width;
	if (height * scale > at.page_height)
		scale = at.page_height / height;
	at.width = width * scale;
	at.height = height * scale;
	at.x = (at.page_width - at.width) / 2;
	at.y = (at.page_height - at.height) / 2;
	return at;
}

/*
 * The matrix that lays the unit square of an image onto its place, turned and
 * mirrored as Exif's Orientation says: for each of the eight, which way width
 * and height go, and from which corner.
 */
static int
write_matrix(struct photo_pdf *pdf, const struct place *at, int turn)
{
	static const struct {
		int a, b, c, d, e, f;
	} m[9] = {
		[1] = { 1, 0, 0, 1, 0, 0 }, [2] = { -1, 0, 0, 1, 1, 0 },
		[3] = { -1, 0, 0, -1, 1, 1 }, [4] = { 1, 0, 0, -1, 0, 1 },
		[5] = { 0, -1, -1, 0, 1, 1 }, [6] = { 0, -1, 1, 0, 0, 1 },
		[7] = { 0, 1, 1, 0, 0, 0 }, [8] = { 0, 1, -1, 0, 1, 0 },
	};
	double w = at->width, h = at->height;

	return say(pdf, "q %09.3f %09.3f %09.3f %09.3f %09.3f %09.3f cm "
	    "/I Do Q\n", m[turn].a * w, m[turn].b * h, m[turn].c * w,
	    m[turn].d * h, at->x + m[turn].e * w, at->y + m[turn].f * h);
}

#define CONTENT_LEN (2 + 6 * 10 + 11)	/* what write_matrix() writes */

int
photo_pdf_page(struct photo_pdf *pdf, const struct photo *p)
{
	int n = 3 + EACH * pdf->pages++;
	struct place at = place(p);

	object(pdf, n);
	say(pdf, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.0f %.0f]"
	    "/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>>>>>endobj\n",
	    at.page_width, at.page_height, n + 1, n + 2);
	object(pdf, n + 1);
	say(pdf, "<</Length %d>>stream\n", CONTENT_LEN);
	write_matrix(pdf, &at, p->turn);
	say(pdf, "endstream endobj\n");
	object(pdf, n + 2);
	say(pdf, "<</Type/XObject/Subtype/Image/Width %u/Height %u"
	    "/ColorSpace/%s/BitsPerComponent 8/Filter/DCTDecode"
	    "/Length %lu>>stream\n", p->width, p->height,
	    p->gray ? "DeviceGray" : "DeviceRGB", p->len);
	pdf->size += (long)p->len;
	if (fwrite(p->data, 1, p->len, pdf->out) != p->len)
		return -1;
	return say(pdf, "\nendstream endobj\n");
}

int
photo_pdf_end(struct photo_pdf *pdf)
{
	int last = 2 + EACH * pdf->pages;
	long table;

	object(pdf, 1);
	say(pdf, "<</Type/Catalog/Pages 2 0 R>>endobj\n");
	object(pdf, 2);
	say(pdf, "<</Type/Pages/Count %d/Kids[", pdf->pages);
	for (int i = 0; i < pdf->pages; i++)
		say(pdf, "%s%d 0 R", i > 0 ? " " : "", 3 + EACH * i);
	say(pdf, "]>>endobj\n");
	table = pdf->size;
	say(pdf, "xref\n0 %d\n0000000000 65535 f \n", last + 1);
	for (int i = 1; i <= last; i++)
		say(pdf, "%010ld 00000 n \n", pdf->at[i]);
	say(pdf, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%ld\n%%%%EOF\n",
	    last + 1, table);
	return fflush(pdf->out) == 0 && !ferror(pdf->out) ? 0 : -1;
}
