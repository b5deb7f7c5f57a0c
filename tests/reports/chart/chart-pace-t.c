/* chart-pace-t.c - the two-dot rows: where the dots lie, what is said. */
#include "reports/chart/finding.h"
#include "tests/reports/chart/faults.h"
#include "tests/reports/chart/samples_pace.h"
#include "tests/tap.h"

static struct typeface inter;
static struct sample_pace pace;

static struct canvas *
draw(int i, const struct typeface *tf, int layout, int scale)
{
	sample_paces[i](&pace);
	chart_pace_sort(&pace.chart);
	return chart_pace_draw(&pace.chart, tf, (enum chart_layout)layout,
	    scale);
}

/* Is a colour found on a horizontal line, near a place of the scale? */
static int
is_at(gdImagePtr im, double x, double y, int colour)
{
	int i, n = 0;

	for (i = -9; i <= 9; i++)
		n += gdImageTrueColorPixel(im, (int)lround(x) + i,
		    (int)lround(y)) == colour;
	return n > 0;
}

/* 300 and 1200 of 600 seconds: a half, and twice the standard. */
static void
places_dots_by_number(int layout)
{
	struct canvas *c = draw(0, &inter, layout, 1);
	gdImagePtr im = canvas_image(c);
	const struct label *name = label_of(c, "SIGAP, langkah 2");
	const double y = layout == CHART_WIDE ? name->baseline + 4 :
	    name->baseline + 50;
	const double half = middle_of(c, "1/2");
	const double twice = middle_of(c, "2 kali");

	ok(is_at(im, half, y, COLOUR_BLUE), "the median at a half is blue");
	ok(is_at(im, twice - 8, y, COLOUR_VERMILION) &&
	    is_at(im, twice + 8, y, COLOUR_VERMILION),
	    "...nine of ten at twice the standard a ring of vermilion");
	is_int(COLOUR_PAPER, gdImageTrueColorPixel(im, (int)lround(twice),
	    (int)lround(y)), "...that is open");
	ok(!is_at(im, middle_of(c, "1/4"), y, COLOUR_BLUE) &&
	    !is_at(im, middle_of(c, "4 kali"), y, COLOUR_VERMILION),
	    "...and no dot elsewhere");
	ok(fabs(half - 2 * middle_of(c, "1/4") + middle_of(c, "1/8")) < 3 &&
	    fabs(middle_of(c, "4 kali") - 3 * twice / 2 + half / 2) < 3,
	    "each step of the scale doubles");
	gdImageDestroy(im);
	canvas_free(c);
}

static void
tells_durations(void)
{
	struct canvas *c = draw(0, &inter, CHART_WIDE, 1);
	const struct label *l = label_of(c, "> 5 menit");

	ok(l != NULL && l->style.colour == COLOUR_RUST,
	    "what is longer by less than it shows says so, in rust");
	l = label_of(c, "25 menit");
	ok(l != NULL && l->style.colour == COLOUR_INK, "one within is ink");
	ok(label_of(c, "12 detik") != NULL && label_of(c, "9 hari") != NULL,
	    "thirty seconds and ten days fit one chart");
	ok(baseline_of(c, "SIGAP, langkah 2") <
	    baseline_of(c, "SIGAP, langkah 4") &&
	    baseline_of(c, "SIGAP, langkah 4") <
	    baseline_of(c, "RKT, langkah 3"), "the slowest come first");
	canvas_free(c);
	c = draw(0, &inter, CHART_NARROW, 1);
	ok(label_of(c, "9 dari 10: 20 menit") != NULL &&
	    label_of(c, "median 5 menit") != NULL &&
	    label_of(c, "standar 10 hari") != NULL, "narrow says them too");
	canvas_free(c);
}

static void
tells_groups(int layout)
{
	struct canvas *c = draw(1, &inter, layout, 1);
	const double one = baseline_of(c,
	    "Satu pemegang jabatan, tidak diperingkat");
	const double few = baseline_of(c,
	    "Kurang dari 10 kali selesai, tidak diperingkat");

	ok(one > baseline_of(c, "RKT, langkah 3") &&
	    one < baseline_of(c, "Langkah 9") && baseline_of(c, "Langkah 9") <
	    baseline_of(c, "Langkah 7"),
	    "steps of a single holder stand apart, as in the SOP");
	ok(few > baseline_of(c, "Langkah 7") &&
	    few < baseline_of(c, "Langkah 12"), "...so do those done rarely");
	ok(label_of(c, "4 dari 5 tepat waktu") != NULL,
	    "...and are counts, not dots");
	canvas_free(c);
}

static void
draws_the_slowest_of_many(void)
{
	struct canvas *c = draw(3, &inter, CHART_WIDE, 1);

	ok(label_of(c, "Pagu Anggaran, langkah 40") != NULL &&
	    label_of(c, "Pagu Anggaran, langkah 29") != NULL,
	    "the slowest twelve are drawn");
	ok(label_of(c, "Pagu Anggaran, langkah 28") == NULL &&
	    label_of(c, "28 langkah lain ada pada langkah.csv.") != NULL,
	    "...and how many are not is said");
	canvas_free(c);
}

/* One of a single holder among the slowest: drawn, and not ranked. */
static void
draws_the_slow_of_all_groups(void)
{
	struct canvas *c;

	sample_pace_many(&pace);
	pace.rows[30].single = 1;
	chart_pace_sort(&pace.chart);
	c = chart_pace_draw(&pace.chart, &inter, CHART_WIDE, 1);
	ok(baseline_of(c, "Pagu Anggaran, langkah 31") > baseline_of(c,
	    "Satu pemegang jabatan, tidak diperingkat") &&
	    label_of(c, "Pagu Anggaran, langkah 29") != NULL,
	    "a slow step of a single holder is drawn, apart");
	canvas_free(c);
}

static const char *
title_of(int i, char buf[FINDING_SIZE])
{
	sample_paces[i](&pace);
	return finding_pace(&pace.chart, buf, FINDING_SIZE);
}

static void
finds(void)
{
	char buf[FINDING_SIZE], alt[FINDING_ALT_SIZE];

	is_string("Pada tiga dari enam langkah, sepersepuluh pekerjaan atau "
	    "lebih melebihi waktu standar", title_of(0, buf), "%s", buf);
	chart_pace_sort(&pace.chart);
	is_string("Diagram titik per langkah, Oktober 2026: pada tiga dari "
	    "enam langkah, sepersepuluh pekerjaan atau lebih melebihi waktu "
	    "standar. Melebihi waktu standar: SIGAP, langkah 2 (standar "
	    "5\xe2\x80\x93" "10 menit, 9 dari 10 dalam 20 menit); SIGAP, "
	    "langkah 4 (standar 1\xe2\x80\x93" "2 hari, 9 dari 10 dalam 3 "
	    "hari 1 jam) dan Keimigrasian WNA, langkah 18 (standar 5 menit, 9 "
	    "dari 10 dalam > 5 menit). Semua angka ada pada tabel di bawah "
	    "diagram.", finding_pace_alt(&pace.chart, alt, sizeof(alt)),
	    "...in words");
	is_string("Belum ada langkah yang selesai sepuluh kali pada Oktober "
	    "2026", title_of(4, buf), "one step done once");
	is_string("Belum ada langkah yang selesai sepuluh kali pada Oktober "
	    "2026", title_of(5, buf), "...and none");
	sample_pace_begin(&pace, "case");
	sample_pace_add(&pace, "A", "1 jam", 3600, 60, 3600, 10);
	sample_pace_add(&pace, "B", "1 jam", 3600, 60, 9000, 9);
	is_string("Pada semua langkah yang dinilai, sembilan dari sepuluh "
	    "pekerjaan selesai dalam waktu standarnya",
	    finding_pace(&pace.chart, buf, sizeof(buf)), "none is over");
	sample_pace_add(&pace, "C", "1 jam", 3600, 60, 3601, 10);
	is_string("Hanya pada C sepersepuluh pekerjaan atau lebih melebihi "
	    "waktu standar", finding_pace(&pace.chart, buf, sizeof(buf)),
	    "one alone is named");
	pace.rows[2].single = 1;
	is_string("Pada satu dari dua langkah, sepersepuluh pekerjaan atau "
	    "lebih melebihi waktu standar", finding_pace(&pace.chart, buf,
	    sizeof(buf)), "...unless it has a single holder");
	pace.rows[0].p90 = 3601;
	is_string("Pada semua langkah yang dinilai, sepersepuluh pekerjaan "
	    "atau lebih melebihi waktu standar", finding_pace(&pace.chart,
	    buf, sizeof(buf)), "all are over");
}

int
main(void)
{
	if (typeface_open(&inter, INTER) != 0)
		bail("fonts are missing");
	places_dots_by_number(CHART_WIDE);
	places_dots_by_number(CHART_NARROW);
	tells_durations();
	tells_groups(CHART_WIDE);
	tells_groups(CHART_NARROW);
	draws_the_slowest_of_many();
	draws_the_slow_of_all_groups();
	finds();
	return tap_done();
}
