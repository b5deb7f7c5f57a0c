/*
 * chart-t.c - bars of roles and lines of months: colours where the numbers
 * say, and none without a target.
 */
#include <math.h>

#include "tests/reports/chart/faults.h"
#include "tests/reports/chart/samples.h"
#include "tests/tap.h"

static struct typeface inter;
static struct sample_role role;
static struct sample_trend trend;

/* Count the pixels of a row, between two columns, that have a colour. */
static int
count_in_row(gdImagePtr im, int y, int from, int to, int colour)
{
	int x, n = 0;

	for (x = from; x < to; x++)
		n += gdImageTrueColorPixel(im, x, y) == colour;
	return n;
}

/* The bar of a role, from the middle of its name's line, just above the
 * circle, to the right of the names. */
static void
measures_bar(struct canvas *c, gdImagePtr im, const char *name, int colour,
    double share)
{
	const struct label *l = label_of(c, name);
	const double left = middle_of(c, "0");
	const double right = middle_of(c, "100%");
	const double want = share * (right - left) * 2;
	int n;

	n = count_in_row(im, l->baseline - 20, (int)(2 * left) - 4,
	    (int)(2 * right) + 4, colour);
	ok(fabs(n - want) < 9, "%s: a bar of %d pixels for %.1f", name, n,
	    want);
}

static void
draws_bars_by_number(void)
{
	struct canvas *c;
	const struct label *l;
	gdImagePtr im;

	sample_role_month(&role);
	chart_role_sort(&role.chart);
	c = chart_role_draw(&role.chart, &inter, CHART_WIDE, 2);
	im = canvas_image(c);
	is_int(1920, gdImageSX(im), "twice 960 wide");
	/* The tick of the target takes 6 pixels of a longer bar. */
	measures_bar(c, im, "Kakanwil", COLOUR_VERMILION, 29.0 / 37);
	measures_bar(c, im, "Kabag Program dan Humas", COLOUR_VERMILION,
	    37.0 / 44);
	measures_bar(c, im, "Admin Kanwil", COLOUR_BLUE, 128.0 / 131);
	measures_bar(c, im, "Duta SIGAP", COLOUR_BLUE, 123.0 / 128);
	l = label_of(c, "78,4%");
	is_int(COLOUR_RUST, l->style.colour, "a share below target is rust");
	l = label_of(c, "97,7%");
	is_int(COLOUR_INK, l->style.colour, "...one above is ink");
	ok(label_of(c, "target 90%") != NULL, "the legend names the target");
	ok(label_of(c, "September") != NULL, "...and the month before");
	gdImageDestroy(im);
	canvas_free(c);
}

/* Pixels of any of the colours of judgement. */
static int
coloured(struct canvas *c)
{
	gdImagePtr im = canvas_image(c);
	int x, y, v, n = 0;

	for (y = 0; y < gdImageSY(im); y++)
		for (x = 0; x < gdImageSX(im); x++) {
			v = gdImageTrueColorPixel(im, x, y);
			n += v == COLOUR_BLUE || v == COLOUR_VERMILION ||
			    v == COLOUR_RUST;
		}
	gdImageDestroy(im);
	return n;
}

static void
colours_only_with_a_target(void)
{
	struct canvas *c;

	sample_role_free(&role);
	chart_role_sort(&role.chart);
	c = chart_role_draw(&role.chart, &inter, CHART_WIDE, 1);
	is_int(0, coloured(c), "roles without a target are not coloured");
	ok(label_of(c, "mencapai target") == NULL, "...nor is one named");
	canvas_free(c);
	sample_trend_free(&trend);
	c = chart_trend_draw(&trend.chart, &inter, CHART_WIDE, 1);
	is_int(0, coloured(c), "months without a target are not coloured");
	canvas_free(c);
	sample_trend_year(&trend);
	c = chart_trend_draw(&trend.chart, &inter, CHART_WIDE, 1);
	ok(coloured(c) > 500, "...with one they are");
	canvas_free(c);
}

static void
tells_groups(void)
{
	struct canvas *c;
	const struct label *l;
	int wide;

	sample_role_groups(&role);
	chart_role_sort(&role.chart);
	for (wide = 0; wide <= 1; wide++) {
		c = chart_role_draw(&role.chart, &inter,
		    wide ? CHART_WIDE : CHART_NARROW, 1);
		ok(label_of(c, "4 dari 5") != NULL, "few tasks are counts");
		ok(label_of(c, "12 bulan: 73,3% dari 60 langkah") != NULL,
		    "...beside their twelve months");
		l = label_of(c, "Kurang dari 10 langkah, tidak diperingkat");
		ok(l != NULL && l->baseline >
		    label_of(c, "Kasubbag Program dan Pelaporan")->baseline &&
		    l->baseline < label_of(c, "Kabid Zinfokim")->baseline,
		    "...under a heading of their own");
		l = label_of(c, "Satu pemegang jabatan, tidak diperingkat");
		ok(l != NULL && l->baseline >
		    label_of(c, "Admin Kanwil")->baseline && l->baseline <
		    label_of(c, "Kadivmin")->baseline,
		    "...and so are single holders");
		canvas_free(c);
	}
}

static void
draws_months_by_number(void)
{
	struct canvas *c;
	const struct label *high, *low, *last;
	gdImagePtr im;
	double y;
	int x;

	sample_trend_year(&trend);
	c = chart_trend_draw(&trend.chart, &inter, CHART_WIDE, 1);
	im = canvas_image(c);
	high = label_of(c, "100%");
	low = label_of(c, "70");
	last = label_of(c, "Okt");
	x = (int)(last->box.x + last->box.w / 2);
	y = high->baseline + (low->baseline - high->baseline) *
	    (100 - 91.53) / 30 - 0.36 * 13.5;
	is_int(COLOUR_BLUE, gdImageTrueColorPixel(im, x, (int)lround(y)),
	    "the last month's disc lies at 91,5%%");
	is_int(COLOUR_MUTED, gdImageTrueColorPixel(im, x, last->baseline - 25),
	    "...over its bar");
	ok(label_of(c, "76,4% di luar batas alami") != NULL,
	    "the month outside the limits is marked");
	ok(label_of(c, "84,0%") != NULL, "...the first has its value");
	ok(label_of(c, "batas alami 77,6\xe2\x80\x93" "93,2%") != NULL,
	    "...and the limits are named");
	gdImageDestroy(im);
	canvas_free(c);
	sample_trend_one(&trend);
	c = chart_trend_draw(&trend.chart, &inter, CHART_WIDE, 1);
	ok(label_of(c, "belum ada catatan") != NULL,
	    "months before the first record say so");
	canvas_free(c);
}

int
main(void)
{
	if (typeface_open(&inter, INTER) != 0)
		bail("fonts are missing");
	draws_bars_by_number();
	colours_only_with_a_target();
	tells_groups();
	draws_months_by_number();
	return tap_done();
}
