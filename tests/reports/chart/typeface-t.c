/* typeface-t.c - finding fonts, measuring, shortening and wrapping. */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reports/chart/typeface.h"
#include "tests/tap.h"

#define INTER "/usr/share/fonts/opentype/inter"
#define DEJAVU "/usr/share/fonts/truetype/dejavu"

static const struct text_style style = { FACE_REGULAR, 15, 0, 0 };
static const struct text_style figures = { FACE_REGULAR, 15, 0, 1 };

static void
finds_fonts(void)
{
	char folder[] = "/tmp/typeface-XXXXXX", path[64];
	struct typeface tf;
	FILE *f;

	is_int(0, typeface_open(&tf, INTER), "Inter is found");
	is_string(INTER "/Inter-SemiBold.otf", tf.path[FACE_SEMIBOLD],
	    "...each weight in its file");
	is_int(1, typeface_open(&tf, DEJAVU), "DejaVu where that is given");
	is_int(1, typeface_open(&tf, "/nonexistent"),
	    "...and where there is nothing");
	is_string(DEJAVU "/DejaVuSans-Bold.ttf", tf.path[FACE_SEMIBOLD],
	    "...bold for semibold");
	if (mkdtemp(folder) == NULL)
		bail("mkdtemp");
	snprintf(path, sizeof(path), "%s/Inter-Regular.otf", folder);
	if ((f = fopen(path, "w")) == NULL)
		bail("fopen");
	fputs("no font", f);
	fclose(f);
	is_int(1, typeface_open(&tf, folder), "a file that is no font is not "
	    "taken for one");
	unlink(path);
	rmdir(folder);
}

static void
measures(const struct typeface *tf)
{
	struct text_extent ext;
	const double zero = typeface_width(tf, &figures, "0");

	is_int((int64_t)typeface_width(tf, &figures, "111,1"),
	    (int64_t)typeface_width(tf, &figures, "888,8"),
	    "figures of a column have one width");
	ok(typeface_width(tf, &style, "111") < typeface_width(tf, &style,
	    "888"), "...which they have not in a sentence");
	ok(typeface_width(tf, &figures, "0000000000") > 9 * zero,
	    "...and take their room");
	is_int(0, (int64_t)typeface_width(tf, &style, ""), "nothing is 0 wide");
	ok(typeface_width(tf, &style, "&amp;") >
	    typeface_width(tf, &style, "&") + 20,
	    "what looks like an entity is letters");
	is_int((int64_t)typeface_width(tf, &style, "a b"),
	    (int64_t)typeface_width(tf, &style, "a\nb"),
	    "a line break is a space");
	typeface_extent(tf, &style, 2, "Hg", &ext);
	ok(ext.top < -20 && ext.bottom > 4 && ext.left > 1 && ext.right > 30,
	    "the ink of Hg: %g %g %g %g", ext.left, ext.top, ext.right,
	    ext.bottom);
	is_int(0, typeface_extent(tf, &figures, 1, "\xe2\x80\x93", &ext),
	    "a dash among figures");
}

static void
shortens(const struct typeface *tf)
{
	char buf[TYPEFACE_LINE_SIZE], small[8], text[700];
	size_t n;

	is_string("Kabag", typeface_fit(tf, &style, 100, "Kabag", buf,
	    sizeof(buf)), "what fits stays");
	is_string("Kasubbag Program\xe2\x80\xa6", typeface_fit(tf, &style,
	    typeface_width(tf, &style, "Kasubbag Program, \xe2\x80\xa6"),
	    "Kasubbag Program, dan Pelaporan", buf, sizeof(buf)),
	    "no comma or space stands before the ellipsis");
	is_string("\xe2\x80\xa6", typeface_fit(tf, &style, 1, "Kabag", buf,
	    sizeof(buf)), "no room: an ellipsis");
	is_string("", typeface_fit(tf, &style, 1, "", buf, sizeof(buf)),
	    "nothing stays nothing");
	is_string("Kasu\xe2\x80\xa6", typeface_fit(tf, &style, 500,
	    "Kasubbag", small, sizeof(small)), "a small buffer is kept to");
	for (n = 0; n + 2 < sizeof(text); n += 2)
		memcpy(text + n, "\xc3\xa9", 2);
	text[n] = '\0';
	typeface_fit(tf, &style, 101, text, buf, sizeof(buf));
	n = strlen(buf);
	ok(n > 3 && (n - 3) % 2 == 0 && typeface_width(tf, &style, buf) <= 101,
	    "no character is cut in two");
	typeface_fit(tf, &style, 1e6, text, buf, sizeof(buf));
	ok(strlen(buf) < sizeof(buf) && strlen(buf) > 200,
	    "a text longer than the buffer is cut");
}

static void
wraps(const struct typeface *tf)
{
	const char *name = "Kasubbag Kepegawaian, Tata Usaha, dan Rumah Tangga";
	struct text_lines lines;
	int i;

	typeface_wrap(tf, &style, 200, 4, name, &lines);
	is_int(3, lines.n, "three lines");
	is_string("Kasubbag Kepegawaian,", lines.line[0],
	    "...broken at spaces");
	is_string("Tangga", lines.line[2], "...to the last word");
	typeface_wrap(tf, &style, 200, 2, name, &lines);
	is_int(2, lines.n, "two are allowed");
	ok(strstr(lines.line[1], "\xe2\x80\xa6") != NULL,
	    "...and the last says that more was there");
	typeface_balance(tf, &style, 280, 3, name, &lines);
	is_int(2, lines.n, "balancing needs no more lines");
	is_string("Kasubbag Kepegawaian, Tata", lines.line[0],
	    "...and makes them about equal");
	typeface_wrap(tf, &style, 60, 4, "Kewarganegaraanasing", &lines);
	for (i = 0; i < lines.n; i++)
		ok(typeface_width(tf, &style, lines.line[i]) <= 60,
		    "a long word is cut: %s", lines.line[i]);
	typeface_wrap(tf, &style, 60, 4, "  ", &lines);
	is_int(0, lines.n, "spaces are no line");
	typeface_wrap(tf, &style, 0, 4, "abc", &lines);
	is_int(3, lines.n, "without width each letter has a line");
}

int
main(void)
{
	struct typeface tf;

	finds_fonts();
	if (typeface_open(&tf, INTER) != 0)
		bail("Inter is not installed");
	measures(&tf);
	shortens(&tf);
	wraps(&tf);
	return tap_done();
}
