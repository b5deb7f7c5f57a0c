/*
 * photo-t.c - photos into one PDF: upright, small, nothing told that is not in
 * the picture; looked at as pdftoppm(1) draws it.
 */
#include <fcntl.h>
#include <unistd.h>

#include <gd.h>

#include "tests/tap.h"
#include "upload/child.h"
#include "upload/photo/photo.h"
#include "upload/photos.h"

#define PDF_MAX (8 << 20)

static char dir[] = "/tmp/sopap-photo-XXXXXX";
static char *pdf;
static size_t pdf_len;

static int
keep(void *arg, const void *data, size_t len)
{
	if (len > PDF_MAX - pdf_len)
		return -1;
	memcpy(pdf + pdf_len, data, len);
	pdf_len += len;
	return 0;
}

static const char *
path_of(const char *name)
{
	static char path[256];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	return path;
}

static void
write_file(const char *name, const void *data, size_t len)
{
	FILE *fp = fopen(path_of(name), "w");

	if (fp == NULL || fwrite(data, 1, len, fp) != len || fclose(fp) != 0)
		bail("cannot write a file");
}

/* The PDF of files in the folder, ended by NULL: the program's exit code. */
static int
join(const char *const *name)
{
	char program[512], count[8];
	const char *argv[] = { program, count, NULL };
	int fd[PHOTOS_MAX], code;
	struct child c = { .argv = argv, .input = -1, .more = fd,
		.seconds = 10, .patience = 20, .most = PDF_MAX, .take = keep };

	snprintf(program, sizeof(program), "%s/libexec/photo",
	    getenv("BUILDDIR"));
	for (; name[c.nmore] != NULL; c.nmore++)
		fd[c.nmore] = open(path_of(name[c.nmore]), O_RDONLY);
	snprintf(count, sizeof(count), "%zu", c.nmore);
	pdf_len = 0;
	code = child_run(&c);
	while (c.nmore > 0)
		close(fd[--c.nmore]);
	return code;
}

static int
join_one(const char *name)
{
	const char *const names[] = { name, NULL };

	return join(names);
}

/* A picture of four colours: red and green above, blue and white below. */
static gdImagePtr
four(int width, int height)
{
	static const int color[4] = { 0xff0000, 0x00ff00, 0x0000ff, 0xffffff };
	gdImagePtr im = gdImageCreateTrueColor(width, height);

	for (int i = 0; i < 4; i++)
		gdImageFilledRectangle(im, i % 2 * width / 2,
		    i / 2 * height / 2, width, height, color[i]);
	return im;
}

/* A JPEG held so by its camera, which also says where it was. */
static void
write_jpeg(const char *name, int width, int height, int turn)
{
	static const unsigned char head[] = "\xff\xe1\0\x40" "Exif\0\0"
	    "MM\0\x2a\0\0\0\x08" "\0\x02"
	    "\x01\x12\0\x03\0\0\0\x01\0\0\0\0"
	    "\x01\x0f\0\x02\0\0\0\x14\0\0\0\x26"
	    "\0\0\0\0" "GPS -2.9761 104.7754";
	gdImagePtr im = four(width, height);
	int len;
	char *jpeg = gdImageJpegPtr(im, &len, 90);
	char *whole = calloc(1, (size_t)len + 66);

	memcpy(whole, jpeg, 2);
	memcpy(whole + 2, head, sizeof(head) - 1);
	whole[2 + 4 + 6 + 8 + 2 + 9] = (char)turn;
	memcpy(whole + 2 + 66 - 2, jpeg + 2, (size_t)len - 2);
	write_file(name, whole, (size_t)len + 64);
	free(whole);
	gdFree(jpeg);
	gdImageDestroy(im);
}

static void
write_png(const char *name, int width, int height)
{
	gdImagePtr im = four(width, height);
	int len;
	char *png = gdImagePngPtr(im, &len);

	write_file(name, png, (size_t)len);
	gdFree(png);
	gdImageDestroy(im);
}

/* The corners of page n as letters, from above left in reading order. */
static const char *
corners(int page)
{
	static char seen[5];
	char line[1024];
	unsigned char *pixel;
	int w, h;
	FILE *fp;

	write_file("made.pdf", pdf, pdf_len);
	snprintf(line, sizeof(line), "cd %s && pdftoppm -r 18 -f %d -l %d "
	    "-singlefile made.pdf made", dir, page, page);
	if (system(line) != 0 || (fp = fopen(path_of("made.ppm"), "r")) ==
	    NULL || fscanf(fp, "P6 %d %d 255", &w, &h) != 2)
		return "no picture";
	getc(fp);
	pixel = malloc((size_t)w * (size_t)h * 3);
	if (fread(pixel, 3, (size_t)(w * h), fp) != (size_t)(w * h))
		bail("a picture is cut");
	for (int i = 0; i < 4; i++) {
		const unsigned char *p = pixel + 3 * ((h / 3 + i / 2 * h / 3) *
		    w + w / 3 + i % 2 * w / 3);

		seen[i] = "-rg-b--w"[(p[0] > 128) + 2 * (p[1] > 128) +
		    4 * (p[2] > 128)];
	}
	free(pixel);
	fclose(fp);
	return seen;
}

static int
has(const char *text)
{
	return memmem(pdf, pdf_len, text, strlen(text)) != NULL;
}

static void
turns_photos(void)
{
	static const char *const want[9] = { NULL, "rgbw", "grwb", "wbgr",
		"bwrg", "rbgw", "brwg", "wgbr", "gwrb" };
	char name[16];

	for (int turn = 1; turn <= 8; turn++) {
		snprintf(name, sizeof(name), "%d.jpg", turn);
		write_jpeg(name, 800, 600, turn);
		is_int(0, join_one(name), "a photo, held so: %d", turn);
		is_string(want[turn], corners(1), "...is upright");
		ok(has(turn > 4 ? "/MediaBox[0 0 595 842]" :
		    "/MediaBox[0 0 842 595]"), "...on a page like it");
		ok(!has("Exif") && !has("GPS"), "...without its place");
	}
}

static void
joins_in_order(void)
{
	static const char *const names[] = { "3.jpg", "a.png", "6.jpg",
		NULL };
	char *first = malloc(PDF_MAX), line[600];
	size_t len;

	write_png("a.png", 400, 600);
	is_int(0, join(names), "three photos");
	is_string("wbgr", corners(1), "...the first");
	is_string("rgbw", corners(2), "...the second, a PNG");
	is_string("brwg", corners(3), "...the third");
	ok(has("/Count 3"), "...and no more");
	snprintf(line, sizeof(line), QPDF " --check %s >/dev/null 2>&1",
	    path_of("made.pdf"));
	is_int(0, system(line), "...in a PDF without fault");
	memcpy(first, pdf, pdf_len);
	len = pdf_len;
	join(names);
	ok(len == pdf_len && memcmp(first, pdf, len) == 0,
	    "the same photos give the same bytes");
	free(first);
}

static void
makes_photos_smaller(void)
{
	write_jpeg("large.jpg", 6400, 4800, 1);
	is_int(0, join_one("large.jpg"), "a photo of 30 megapixels");
	ok(has("/Width 2400/Height 1800"), "...is made smaller");
	is_string("rgbw", corners(1), "...and whole");
	write_png("large.png", 4000, 3000);
	is_int(0, join_one("large.png"), "a PNG of 12 megapixels");
	ok(has("/Width 2000/Height 1500"), "...is made smaller");
	is_string("rgbw", corners(1), "...and whole");
	write_jpeg("small.jpg", 40, 30, 1);
	is_int(0, join_one("small.jpg"), "a small picture");
	ok(has("q 00030.000 00000.000"), "...is not blown up");
}

static size_t
slurp(const char *name, char *buf, size_t size)
{
	FILE *fp = fopen(path_of(name), "r");
	size_t n = fp != NULL ? fread(buf, 1, size, fp) : 0;

	if (fp != NULL)
		fclose(fp);
	return n;
}

static void
knows_bad_photos(void)
{
	static const char *const second[] = { "1.jpg", "cut.jpg", NULL };
	/* 60,000 pixels wide and as tall, of which nothing follows. */
	static const char bomb[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60"
	    "\0\0\xea\x60\x8\x2\0\0\0\x1c\x51\x13\x5b";
	char *buf = malloc(PDF_MAX);
	size_t n = slurp("1.jpg", buf, PDF_MAX);

	write_file("cut.jpg", buf, n / 2);
	is_int(PHOTOS_CUT, join_one("cut.jpg"), "half a JPEG");
	is_int(PHOTOS_CUT + 1, join(second), "...after a whole one");
	memset(buf + n / 4, 0xff, n / 2);
	buf[0] = (char)0xff;
	write_file("bad.jpg", buf, 200);
	memset(buf + 20, 'x', 100);
	write_file("worse.jpg", buf, n);
	ok(join_one("bad.jpg") >= PHOTOS_CUT, "a broken JPEG");
	ok(join_one("worse.jpg") >= PHOTOS_CUT, "a JPEG of something else");
	n = slurp("a.png", buf, PDF_MAX);
	write_file("cut.png", buf, n / 2);
	is_int(PHOTOS_CUT, join_one("cut.png"), "half a PNG");
	buf[n / 2] ^= 0x55;
	write_file("bad.png", buf, n);
	is_int(PHOTOS_BROKEN, join_one("bad.png"), "a broken PNG");
	write_file("bomb.png", bomb, sizeof(bomb) - 1);
	ok(join_one("bomb.png") >= PHOTOS_LARGE, "a PNG of gigabytes");
	write_file("empty.jpg", "", 0);
	ok(join_one("empty.jpg") >= PHOTOS_CUT, "an empty file");
	free(buf);
}

int
main(void)
{
	char line[64];

	pdf = malloc(PDF_MAX);
	if (mkdtemp(dir) == NULL)
		bail("cannot make a folder");
	dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
	turns_photos();
	joins_in_order();
	makes_photos_smaller();
	knows_bad_photos();
	snprintf(line, sizeof(line), "rm -rf %s", dir);
	if (system(line) != 0)
		bail("cannot clean up");
	free(pdf);
	return tap_done();
}
