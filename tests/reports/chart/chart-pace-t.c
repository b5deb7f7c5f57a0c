/* chart-pace-t.c - the strips of visits: where they lie, what is said. */
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

/* The rows in which a colour stands near a place, of all of the picture. */
static int
times_at(gdImagePtr im, double x, int colour)
{
	int y, was = 0, now, n = 0;

	for (y = 0; y < gdImageSY(im); y++, was = now) {
		now = gdImageTrueColorPixel(im, (int)lround(x), y) == colour;
		n += now && !was;
	}
	return n;
}

/* One row of three visits at a half, at the limit and at one and a half of it,
 * the last of them late. */
static void
places_visits_by_number(int layout)
{
	static const int64_t visits[] = { 500, 1000, 1500 };
	struct chart_pace_row row = { .name = "A", .activity = "", .who = "B",
		.standard = "1 jam", .share = { 20, 30 }, .value = visits,
		.n = 3, .median = 500, .p90 = 1500 };
	const struct chart_pace one = { .period = "Oktober 2026",
		.source = "", .rows = &row, .n = 1 };
	struct canvas *c = chart_pace_draw(&one, &inter,
	    (enum chart_layout)layout, 1);
	gdImagePtr im = canvas_image(c);
	const struct box *strip;
	double y, half = middle_of(c, "separuh");
	const double more = middle_of(c, "1,5 kali");
	int n;

	strip = canvas_marks(c, &n);
	y = strip->y + strip->h / 2;
	ok(is_at(im, half, y, COLOUR_BLUE), "the median at a half is blue");
	ok(is_at(im, more - 8, y, COLOUR_VERMILION) &&
	    is_at(im, more + 8, y, COLOUR_VERMILION),
	    "...nine of ten at one and a half a ring of vermilion");
	is_int(COLOUR_PAPER, gdImageTrueColorPixel(im, (int)lround(more),
	    (int)lround(y)), "...that is open");
	ok(is_at(im, middle_of(c, "batas"), y - 12, COLOUR_INK),
	    "the line stands at the limit");
	ok(fabs(more - 2 * middle_of(c, "batas") + half) < 3 &&
	    fabs(middle_of(c, "2 kali") - more - half + middle_of(c, "0")) <
	    3, "the scale is even");
	gdImageDestroy(im);
	canvas_free(c);
}

/* A visit at a twentieth less or more than the limit is left or right of its
 * line: each alone in its row, few of them. */
static void
parts_late_from_not(void)
{
	static const int64_t visits[] = { 950, 1050 };
	struct chart_pace_row row[2] = {
		{ .name = "A", .activity = "", .who = "B", .standard =
		    "1 jam", .share = { 1, 1 }, .value = visits, .n = 1 },
		{ .name = "C", .activity = "", .who = "D", .standard =
		    "1 jam", .share = { 0, 1 }, .value = visits + 1, .n = 1,
		    .place = 1 },
	};
	const struct chart_pace two = { .period = "Oktober 2026",
		.source = "", .rows = row, .n = 2 };
	struct canvas *c = chart_pace_draw(&two, &inter, CHART_WIDE, 1);
	gdImagePtr im = canvas_image(c);
	const double limit = middle_of(c, "batas");
	const double step = (middle_of(c, "2 kali") - limit) / 20;
	int left = 0, right = 0, i;

	for (i = -2; i <= 2; i++) {
		left += times_at(im, limit - step + i, COLOUR_PALE);
		right += times_at(im, limit + step + i, COLOUR_PALE);
	}
	is_int(1, left, "one visit left of the limit");
	is_int(1, right, "...and one right of it");
	ok(label_of(c, "1 dari 1") != NULL && label_of(c, "0 dari 1") != NULL,
	    "...which is the one that is late");
	gdImageDestroy(im);
	canvas_free(c);
}

static void
tells_lateness(void)
{
	struct canvas *c = draw(0, &inter, CHART_WIDE, 1);
	const struct label *l = label_of(c, "28,8%");

	ok(l != NULL && l->style.colour == COLOUR_RUST,
	    "a tenth late or more is rust");
	l = label_of(c, "1,6%");
	ok(l != NULL && l->style.colour == COLOUR_INK, "less is ink");
	ok(label_of(c, "34 dari 118") != NULL, "how many were late");
	ok(label_of(c, "30 detik") != NULL && label_of(c, "10 hari") != NULL,
	    "thirty seconds and ten days fit one chart");
	ok(baseline_of(c, "SIGAP, langkah 2") <
	    baseline_of(c, "SIGAP, langkah 4") &&
	    baseline_of(c, "SIGAP, langkah 4") <
	    baseline_of(c, "RKT, langkah 3"), "the slowest come first");
	ok(label_of(c, "Periksa kelengkapan syarat") != NULL,
	    "each has its short name");
	ok(label_of(c, "Sub Bagian Kepegawaian, Tata Usaha,") != NULL &&
	    label_of(c, "dan Rumah Tangga") != NULL,
	    "...and its performer whole");
	canvas_free(c);
	c = draw(0, &inter, CHART_NARROW, 1);
	ok(label_of(c, "terlambat 34 dari 118, 28,8%") != NULL &&
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
	    "Kurang dari 10 pekerjaan, tidak diperingkat");

	ok(one > baseline_of(c, "RKT, langkah 3") &&
	    one < baseline_of(c, "Langkah 9") && baseline_of(c, "Langkah 9") <
	    baseline_of(c, "Langkah 7"),
	    "steps of a single holder stand apart, as in the SOP");
	ok(few > baseline_of(c, "Langkah 7") &&
	    few < baseline_of(c, "Langkah 12"), "...so do those done rarely");
	ok(label_of(c, layout == CHART_WIDE ? "1 dari 5" :
	    "terlambat 1 dari 5") != NULL && label_of(c, "20,0%") == NULL,
	    "...of which there is a count, and no percent");
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
	    label_of(c, "Anak panah: di luar skala. Digambar 12 dari 40 "
	    "langkah; semuanya ada pada langkah.csv.") != NULL,
	    "...and of how many is said");
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

/* Without standards: durations, no limit, nothing late. */
static void
draws_durations(int layout)
{
	struct canvas *c = draw(6, &inter, layout, 1);
	gdImagePtr im = canvas_image(c);
	int x, y, coloured = 0;

	ok(label_of(c, "batas") == NULL && label_of(c, "terlambat") == NULL,
	    "durations have no limit");
	ok(fabs(middle_of(c, "10 jam") - 2 * middle_of(c, "10 menit") +
	    middle_of(c, "10 detik")) < 3,
	    "...on a scale where equal steps multiply alike");
	ok(layout != CHART_WIDE || (label_of(c, "25 jam") != NULL &&
	    label_of(c, "8 jam 20 menit") != NULL &&
	    label_of(c, "60") != NULL), "...and are told, in hours");
	for (y = 0; y < gdImageSY(im); y++)
		for (x = 0; x < gdImageSX(im); x++)
			coloured += gdImageTrueColorPixel(im, x, y) ==
			    COLOUR_VERMILION;
	is_int(0, coloured, "...in no colour of lateness");
	gdImageDestroy(im);
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

	is_string("Pada tiga langkah, sepersepuluh pekerjaan atau lebih "
	    "melewati batasnya", title_of(0, buf), "%s", buf);
	chart_pace_sort(&pace.chart);
	is_string("Diagram garis per pekerjaan, Oktober 2026: pada tiga "
	    "langkah, sepersepuluh pekerjaan atau lebih melewati batasnya. "
	    "Terlambat: SIGAP, langkah 2 (standar 5\xe2\x80\x93" "10 menit, "
	    "34 dari 118); SIGAP, langkah 4 (standar 1\xe2\x80\x93" "2 hari, "
	    "14 dari 60) dan Keimigrasian WNA, langkah 18 (standar 5 menit, "
	    "15 dari 144). Semua angka ada pada tabel di bawah diagram.",
	    finding_pace_alt(&pace.chart, alt, sizeof(alt)), "...in words");
	is_string("Belum ada langkah dengan sepuluh pekerjaan pada Oktober "
	    "2026", title_of(4, buf), "one step done once");
	is_string("Belum ada langkah dengan sepuluh pekerjaan pada Oktober "
	    "2026", title_of(5, buf), "...and none");
	is_string("Yang paling lama Langkah 3: separuhnya 25 jam atau lebih",
	    title_of(6, buf), "without standards the longest");
	sample_pace_begin(&pace, "case");
	sample_pace_add(&pace, "A", "1 hari", 500, 1100, 1, 45);
	sample_pace_add(&pace, "B", "1 jam", 60, 2500, 9, 9);
	is_string("Pada semua langkah yang dinilai, sembilan dari sepuluh "
	    "pekerjaan atau lebih selesai dalam batasnya",
	    finding_pace(&pace.chart, buf, sizeof(buf)),
	    "none is over, whatever lies at nine of ten");
	sample_pace_add(&pace, "C", "1 jam", 60, 1001, 1, 10);
	is_string("Hanya pada C sepersepuluh pekerjaan atau lebih melewati "
	    "batasnya", finding_pace(&pace.chart, buf, sizeof(buf)),
	    "one alone is named");
	pace.rows[2].single = 1;
	is_string("Pada satu langkah, sepersepuluh pekerjaan atau lebih "
	    "melewati batasnya", finding_pace(&pace.chart, buf, sizeof(buf)),
	    "...unless it has a single holder");
	pace.rows[0].share.on_time = 40;
	is_string("Pada semua langkah yang dinilai, sepersepuluh pekerjaan "
	    "atau lebih melewati batasnya", finding_pace(&pace.chart, buf,
	    sizeof(buf)), "all are over");
}

static void
words(void)
{
	char buf[PACE_WORDS];

	is_string("62%", chart_pace_part(buf, 624), "a part of the limit");
	is_string("100%", chart_pace_part(buf, 1000), "...the whole of it");
	is_string("> 100%", chart_pace_part(buf, 1001),
	    "...more, by less than it would show");
	is_string("12.346%", chart_pace_part(buf, 123456), "...much more");
}

int
main(void)
{
	if (typeface_open(&inter, INTER) != 0)
		bail("fonts are missing");
	places_visits_by_number(CHART_WIDE);
	places_visits_by_number(CHART_NARROW);
	parts_late_from_not();
	tells_lateness();
	tells_groups(CHART_WIDE);
	tells_groups(CHART_NARROW);
	draws_the_slowest_of_many();
	draws_the_slow_of_all_groups();
	draws_durations(CHART_WIDE);
	draws_durations(CHART_NARROW);
	finds();
	words();
	return tap_done();
}
