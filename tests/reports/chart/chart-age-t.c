/* chart-age-t.c - the stacked bars: how long each piece is, what is said. */
#include "reports/chart/finding.h"
#include "tests/reports/chart/faults.h"
#include "tests/reports/chart/samples_age.h"
#include "tests/tap.h"

/* From light to dark, as the legend shows them. */
static const char *const legend[AGE__MAX] = {
	"sampai 1 hari kerja", "2\xe2\x80\x93" "5 hari kerja",
	"6\xe2\x80\x93" "10 hari kerja", "lebih dari 10 hari kerja",
};

static struct typeface inter;
static struct sample_age age;

static struct canvas *
draw(int i, const struct typeface *tf, int layout, int scale)
{
	sample_ages[i](&age);
	chart_age_sort(&age.chart);
	return chart_age_draw(&age.chart, tf, (enum chart_layout)layout,
	    scale);
}

/* The colour of an age, from its place in the legend. */
static int
colour_of(const struct canvas *c, gdImagePtr im, int i)
{
	const struct label *l = label_of(c, legend[i]);

	return gdImageTrueColorPixel(im, (int)l->box.x - 14,
	    l->baseline - 5);
}

static int
light(int colour)
{
	return gdTrueColorGetRed(colour) * 3 + gdTrueColorGetGreen(colour) * 6 +
	    gdTrueColorGetBlue(colour);
}

static int
count_in_row(gdImagePtr im, int y, int colour)
{
	int x, n = 0;

	for (x = 0; x < gdImageSX(im); x++)
		n += gdImageTrueColorPixel(im, x, y) == colour;
	return n;
}

/* 10, 10, 10 and 10 of at most 40; and 4, 3, 2 and 1. */
static void
draws_bars_by_number(int layout)
{
	struct canvas *c = draw(0, &inter, layout, 1);
	gdImagePtr im = canvas_image(c);
	const int wide = layout == CHART_WIDE;
	const struct label *most = label_of(c,
	    "Kasubbag Kepegawaian, TU, dan RT");
	const struct label *small = label_of(c,
	    "Petugas Entri dan Pindai Kanim");
	const int top = most->baseline + (wide ? -13 : 15);
	const int other = small->baseline + (wide ? -13 : 15);
	int i, n, full = 0, last = 10000;

	for (i = 0; i < AGE__MAX; i++)
		full += count_in_row(im, top, colour_of(c, im, i));
	ok(full > 300, "a bar of %d pixels for 40", full);
	for (i = 0; i < AGE__MAX; i++) {
		n = count_in_row(im, top, colour_of(c, im, i));
		ok(fabs(n - full / 4.0) <= 2, "...a quarter is %s",
		    legend[i]);
		n = count_in_row(im, other, colour_of(c, im, i));
		ok(fabs(n - full * (4 - i) / 40.0) <= 2, "...%d of 40 are %d "
		    "pixels", 4 - i, n);
		ok(light(colour_of(c, im, i)) < last - 300,
		    "...darker than the younger");
		last = light(colour_of(c, im, i));
	}
	gdImageDestroy(im);
	canvas_free(c);
}

static void
puts_the_worst_first(void)
{
	struct canvas *c = draw(0, &inter, CHART_WIDE, 1);
	const double one = baseline_of(c,
	    "Satu pemegang jabatan, tidak diperingkat");

	ok(baseline_of(c, "Kasubbag Kepegawaian, TU, dan RT") <
	    baseline_of(c, "JFU/JFT") && baseline_of(c, "JFU/JFT") <
	    baseline_of(c, "Petugas Entri dan Pindai Kanim") &&
	    baseline_of(c, "Petugas Entri dan Pindai Kanim") <
	    baseline_of(c, "Admin Kanwil"),
	    "most of the oldest, then of the next");
	ok(one > baseline_of(c, "Duta SIGAP") &&
	    one < baseline_of(c, "Kadivmin") &&
	    baseline_of(c, "Kadivmin") < baseline_of(c, "Kakanwil"),
	    "single holders stand apart, by name");
	ok(label_of(c, "38 hari kerja") != NULL && label_of(c, "40") != NULL,
	    "the oldest and the total are figures");
	ok(label_of(c, "0 hari kerja") == NULL && label_of(c, "hari ini") !=
	    NULL, "... of today no figure");
	ok(label_of(c, "terlambat") != NULL, "what is late is marked");
	canvas_free(c);
}

static const char *
title_of(int i, char buf[FINDING_SIZE])
{
	sample_ages[i](&age);
	return finding_age(&age.chart, buf, FINDING_SIZE);
}

static void
finds(void)
{
	char buf[FINDING_SIZE], alt[FINDING_ALT_SIZE];

	is_string("22 dari 119 langkah yang terbuka sudah terlambat",
	    title_of(0, buf), "two are worst: none is named");
	age.rows[3].late = 11;
	age.rows[3].n[AGE_WEEK] = 6;
	is_string("23 dari 120 langkah yang terbuka sudah terlambat, terbanyak "
	    "pada JFU/JFT", finding_age(&age.chart, buf, sizeof(buf)),
	    "one is worst: it is");
	age.rows[3].single = 1;
	is_string("23 dari 120 langkah yang terbuka sudah terlambat",
	    finding_age(&age.chart, buf, sizeof(buf)),
	    "...unless it has a single holder");
	is_string("Tidak satu pun dari 45 langkah yang terbuka sudah "
	    "terlambat", title_of(1, buf), "nothing is late");
	is_string("Semua langkah yang terbuka sudah terlambat",
	    title_of(4, buf), "all is");
	is_string("Tidak ada langkah yang terbuka pada akhir Oktober 2026",
	    title_of(5, buf), "nothing is open");
	sample_age_month(&age);
	chart_age_sort(&age.chart);
	is_string("Diagram batang bertumpuk per peran, akhir Oktober 2026: 22 "
	    "dari 119 langkah yang terbuka sudah terlambat. Terlambat: "
	    "Kasubbag Kepegawaian, TU, dan RT 10, JFU/JFT 10, Petugas Entri "
	    "dan Pindai Kanim 1 dan Kakanwil 1. Semua angka ada pada tabel di "
	    "bawah diagram.",
	    finding_age_alt(&age.chart, alt, sizeof(alt)), "...in words");
}

int
main(void)
{
	if (typeface_open(&inter, INTER) != 0)
		bail("fonts are missing");
	draws_bars_by_number(CHART_WIDE);
	draws_bars_by_number(CHART_NARROW);
	puts_the_worst_first();
	finds();
	return tap_done();
}
