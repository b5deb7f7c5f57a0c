/*
 * chart-rows-t.c - lines of SOPs, bars of returns, cells of rows by months:
 * drawn where the numbers say, readable, and told in a sentence.
 */
#include <math.h>

#include "reports/chart/finding.h"
#include "tests/reports/chart/faults.h"
#include "tests/reports/chart/samples_rows.h"
#include "tests/tap.h"

static struct typeface inter;
static struct sample_role sop;
static struct sample_return sent;
static struct sample_heat heat;

/* -- classes of cells ---------------------------------------------------- */

static void
classes(void)
{
	static const struct {
		int	target, percent;
		enum heat_class want;
	} list[] = {
		{ 900, 0, HEAT_FAR }, { 900, 69, HEAT_FAR },
		{ 900, 70, HEAT_LOW }, { 900, 79, HEAT_LOW },
		{ 900, 80, HEAT_NEAR }, { 900, 89, HEAT_NEAR },
		{ 900, 90, HEAT_ON }, { 900, 94, HEAT_ON },
		{ 900, 95, HEAT_ABOVE }, { 900, 100, HEAT_ABOVE },
		{ 925, 92, HEAT_NEAR }, { 925, 93, HEAT_ON },
		{ 1000, 99, HEAT_NEAR }, { 1000, 100, HEAT_ABOVE },
		{ 150, 0, HEAT_LOW }, { 150, 5, HEAT_NEAR },
		{ 150, 15, HEAT_ON }, { 150, 58, HEAT_ABOVE },
	};
	size_t i;

	for (i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		is_int(list[i].want, chart_heat_class(list[i].percent,
		    list[i].target), "%d%% of a target of %d/10%%",
		    list[i].percent, list[i].target);
}

/* A whole percent is on the same side of the target as the share. */
static void
rounds(void)
{
	static const struct {
		int64_t	on_time, counted;
		int	target, want;
	} list[] = {
		{ 0, 0, 900, SHARE_NONE }, { 3, 4, 900, 75 },
		{ 899, 1000, 900, 89 }, { 896, 1000, 900, 89 },
		{ 896, 1000, SHARE_NONE, 90 }, { 900, 1000, 900, 90 },
		{ 925, 1000, 925, 93 }, { 924, 1000, 925, 92 },
		{ 999, 1000, 900, 99 }, { 1, 1000, 900, 1 },
		{ 5, 5, 1000, 100 }, { 0, 5, 900, 0 },
		{ 9876542, 9876543, 1000, 99 },
	};
	size_t i;

	for (i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		is_int(list[i].want, share_whole((struct share) {
		    list[i].on_time, list[i].counted }, list[i].target),
		    "%d of %d", (int)list[i].on_time, (int)list[i].counted);
}

static double
luminance(int colour)
{
	static const double part[] = { 0.2126, 0.7152, 0.0722 };
	double v, sum = 0;
	int i;

	for (i = 0; i < 3; i++) {
		v = (colour >> (16 - 8 * i) & 255) / 255.0;
		sum += part[i] * (v <= 0.04045 ? v / 12.92 :
		    pow((v + 0.055) / 1.055, 2.4));
	}
	return sum;
}

static void
letters_are_readable(void)
{
	double a, b, ratio;
	int i;

	for (i = 0; i < HEAT__MAX; i++) {
		a = luminance(chart_heat_colour((enum heat_class)i));
		b = luminance(chart_heat_ink((enum heat_class)i));
		ratio = (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
		ok(ratio >= 4.5, "class %d: letters stand out %.1f to 1", i,
		    ratio);
	}
}

/* -- drawn by number ----------------------------------------------------- */

/* The colour left of a text of a cell in the row of a name. */
static int
cell_colour(const struct canvas *c, gdImagePtr im, const char *name,
    const char *month)
{
	const struct label *l = label_of(c, name);

	if (l == NULL)
		bail(name);
	return gdImageTrueColorPixel(im, (int)middle_of(c, month) - 19,
	    l->baseline - 5);
}

static void
colours_cells(void)
{
	struct canvas *c;
	gdImagePtr im;

	sample_heat_month(&heat);
	c = chart_heat_draw(&heat.chart, &inter, CHART_WIDE, 1);
	im = canvas_image(c);
	is_int(0xb2560d, cell_colour(c, im, "Langkah 3", "Nov"), "57%%");
	is_int(0xe9a15b, cell_colour(c, im, "Langkah 3", "Okt"), "74%%");
	is_int(0xc6dcec, cell_colour(c, im, "Langkah 2", "Nov"), "91%%");
	is_int(0x4b94c6, cell_colour(c, im, "Langkah 2", "Okt"), "97%%");
	is_int(0xf8ddbe, cell_colour(c, im, "Langkah 11", "Okt"), "85%%");
	is_int(COLOUR_PAPER, cell_colour(c, im, "Langkah 11", "Nov"),
	    "four tasks have no colour");
	is_int(FACE_SEMIBOLD, label_of(c, "57")->style.face,
	    "below the target is bold");
	is_int(FACE_REGULAR, label_of(c, "97")->style.face,
	    "... above it is not");
	gdImageDestroy(im);
	canvas_free(c);
	sample_heat_free(&heat);
	c = chart_heat_draw(&heat.chart, &inter, CHART_WIDE, 1);
	im = canvas_image(c);
	is_int(COLOUR_TRACK, cell_colour(c, im, "Langkah 3", "Nov"),
	    "without a target nothing is coloured");
	gdImageDestroy(im);
	canvas_free(c);
}

/* Pixels of a bar's colour on the line of its share. */
static int
bar_length(const struct canvas *c, gdImagePtr im, const char *share,
    int colour)
{
	const struct label *l = label_of(c, share);
	int x, n = 0;

	if (l == NULL)
		bail(share);
	for (x = 0; x < gdImageSX(im); x++)
		n += gdImageTrueColorPixel(im, x, l->baseline - 5) == colour;
	return n;
}

/* 11.1% and 9.6% of a scale to 20%, from zero on. */
static void
draws_bars_from_zero(void)
{
	struct canvas *c;
	gdImagePtr im;
	double left, right;
	int n;

	sample_return_month(&sent);
	chart_return_sort(&sent.chart);
	c = chart_return_draw(&sent.chart, &inter, CHART_WIDE, 1);
	im = canvas_image(c);
	left = middle_of(c, "0");
	right = middle_of(c, "20%");
	n = bar_length(c, im, "12,0%", COLOUR_MUTED);
	ok(fabs((right - left) * 12.0 / 20 - n) < 3,
	    "the longest bar, darker than the others: %d of %.1f", n,
	    right - left);
	n = bar_length(c, im, "9,6%", COLOUR_PALE);
	ok(fabs((right - left) * 9.6 / 20 - n) < 3, "another: %d", n);
	ok(label_of(c, "Keimigrasian WNA, langkah 11")->baseline <
	    label_of(c, "SIGAP, langkah 2")->baseline &&
	    label_of(c, "SIGAP, langkah 2")->baseline <
	    label_of(c, "SIGAP, langkah 3")->baseline, "most first");
	ok(label_of(c, "Keimigrasian WNA, langkah 12")->baseline >
	    label_of(c, "Satu pemegang jabatan, tidak diperingkat")->baseline,
	    "... one holder apart");
	gdImageDestroy(im);
	canvas_free(c);
}

/* The last month of SIGAP, 89% on a scale from 60 to 100, and the others. */
static void
draws_lines_on_one_scale(void)
{
	struct canvas *c;
	const struct label *top, *bottom;
	gdImagePtr im;
	double x, middle;

	sample_sop_month(&sop);
	chart_role_sort(&sop.chart);
	c = chart_role_draw(&sop.chart, &inter, CHART_WIDE, 1);
	im = canvas_image(c);
	top = label_of(c, "100%");
	bottom = label_of(c, "60");
	ok(top != NULL && bottom != NULL, "the scale is named, once");
	x = label_of(c, "Okt 2026")->box.x + label_of(c, "Okt 2026")->box.w -
	    10;
	/* The bottom of the ground is the baseline of its name. */
	middle = bottom->baseline - 44 * (89 - 60) / 40.0;
	is_int(COLOUR_VERMILION, gdImageTrueColorPixel(im, (int)x,
	    (int)lround(middle)), "89%% is where it is, and below");
	middle += label_of(c, "Keimigrasian WNA")->baseline -
	    label_of(c, "Magang dan penelitian (SIGAP)")->baseline -
	    44 * 5 / 40.0;
	is_int(COLOUR_BLUE, gdImageTrueColorPixel(im, (int)x,
	    (int)lround(middle)), "94%% on the same scale, above");
	gdImageDestroy(im);
	canvas_free(c);
}

/* -- chosen and told ----------------------------------------------------- */

static void
chooses_rows(void)
{
	int i, sorted = 1;

	sample_heat_many(&heat);
	is_int(40, heat.chart.all, "forty rows");
	is_int(HEAT_MOST, heat.chart.nrows, "... as many as there is room");
	is_string("Langkah 21", heat.chart.rows[0].name,
	    "... those with most late tasks");
	for (i = 1; i < heat.chart.nrows; i++)
		sorted &= heat.chart.rows[i].order >
		    heat.chart.rows[i - 1].order;
	ok(sorted, "... in the order of the SOP");
	ok(heat.chart.most == &heat.chart.rows[HEAT_MOST - 1],
	    "the last has most");
	sample_heat_month(&heat);
	is_int(3, heat.chart.nrows, "a row of dashes is left out");
	is_int(3, heat.chart.judged, "judged in October");
	is_int(2, heat.chart.below, "... below the target");
}

static void
tells_returns(void)
{
	char buf[FINDING_ALT_SIZE];

	sample_return_month(&sent);
	chart_return_sort(&sent.chart);
	is_string("3,3% keputusan mengembalikan berkas, paling sering pada "
	    "Keimigrasian WNA, langkah 11 (12,0%)",
	    finding_return(&sent.chart, buf, sizeof(buf)), "a month");
	is_string("Diagram batang per langkah, Oktober 2026: 3,3% keputusan "
	    "mengembalikan berkas, paling sering pada Keimigrasian WNA, "
	    "langkah 11 (12,0%). Dikembalikan: Keimigrasian WNA, langkah 11 "
	    "12,0%, SIGAP, langkah 2 11,1%, SIGAP, langkah 3 9,6%, "
	    "Keimigrasian WNA, langkah 12 8,9% dan RKT, langkah 4 2 dari 5. "
	    "Semua angka ada pada tabel di bawah diagram.",
	    finding_return_alt(&sent.chart, buf, sizeof(buf)), "... in full");
	sent.rows[0].single = 1;
	chart_return_sort(&sent.chart);
	ok(strstr(finding_return(&sent.chart, buf, sizeof(buf)), "sering") ==
	    NULL, "one holder has more: nobody is named");
	sample_return_many(&sent);
	sent.rows[38].sent.on_time = 40;
	chart_return_sort(&sent.chart);
	ok(strstr(finding_return(&sent.chart, buf, sizeof(buf)), "sering") ==
	    NULL, "... nor where two have the same");
	sample_return_one(&sent);
	is_string("Satu dari satu keputusan mengembalikan berkas",
	    finding_return(&sent.chart, buf, sizeof(buf)), "one decision");
	sent.rows[0].sent = (struct share) { 6, 12 };
	sent.chart.office = sent.rows[0].sent;
	is_string("50,0% keputusan mengembalikan berkas, paling sering pada "
	    "langkah 2 (50,0%)", finding_return(&sent.chart, buf,
	    sizeof(buf)), "of one SOP: without its name");
	sample_return_none(&sent);
	is_string("Tidak ada keputusan pada Oktober 2026",
	    finding_return(&sent.chart, buf, sizeof(buf)), "no decision");
	sent.chart.office.counted = 9;
	is_string("Tidak ada berkas yang dikembalikan pada Oktober 2026",
	    finding_return(&sent.chart, buf, sizeof(buf)), "no return");
}

static void
tells_lost_time(void)
{
	char buf[FINDING_ALT_SIZE];

	sample_heat_month(&heat);
	is_string("Keterlambatan terbanyak pada langkah 3, Magang dan "
	    "penelitian (SIGAP), di bawah target sepanjang 12 bulan",
	    finding_heat(&heat.chart, buf, sizeof(buf)), "a year");
	is_string("Peta warna langkah menurut bulan, 12 bulan sampai Oktober "
	    "2026: keterlambatan terbanyak pada langkah 3, Magang dan "
	    "penelitian (SIGAP), di bawah target sepanjang 12 bulan. Di bawah "
	    "target pada Oktober 2026: langkah 3, Magang dan penelitian "
	    "(SIGAP) 74% dan langkah 11, Keimigrasian WNA 85%. Semua angka "
	    "ada pada tabel di bawah diagram.", finding_heat_alt(&heat.chart,
	    buf, sizeof(buf)), "... in full");
	heat.rows[1].single = 1;
	chart_heat_choose(&heat.chart);
	is_string("Dua dari tiga langkah di bawah target 90% pada Oktober "
	    "2026", finding_heat(&heat.chart, buf, sizeof(buf)),
	    "one holder has most: nobody is named");
	heat.chart.target = SHARE_NONE;
	is_string("Keterlambatan tersebar pada tiga langkah",
	    finding_heat(&heat.chart, buf, sizeof(buf)),
	    "... nor without a target");
	sample_heat_many(&heat);
	is_string("Keterlambatan terbanyak pada langkah 40, di bawah target "
	    "pada 10 dari 12 bulan", finding_heat(&heat.chart, buf,
	    sizeof(buf)), "of one SOP: without its name");
	sample_heat_first(&heat);
	is_string("Keterlambatan terbanyak pada langkah 2, Magang dan "
	    "penelitian (SIGAP)", finding_heat(&heat.chart, buf, sizeof(buf)),
	    "one month alone");
	heat.rows[0].month[0] = (struct share) { 9, 9 };
	chart_heat_choose(&heat.chart);
	is_string("Tidak ada keterlambatan dalam satu bulan",
	    finding_heat(&heat.chart, buf, sizeof(buf)), "nothing late");
}

static void
tells_sops(void)
{
	char buf[FINDING_ALT_SIZE];

	sample_sop_month(&sop);
	chart_role_sort(&sop.chart);
	is_string("Hanya Magang dan penelitian (SIGAP) yang belum mencapai "
	    "target 90% tepat waktu", finding_role(&sop.chart, buf,
	    sizeof(buf)), "one SOP below");
	is_string("Diagram garis per SOP, Oktober 2026: hanya Magang dan "
	    "penelitian (SIGAP) yang belum mencapai target 90% tepat waktu. "
	    "Di bawah target: Magang dan penelitian (SIGAP) 89,2%. Semua "
	    "angka ada pada tabel di bawah diagram.",
	    finding_role_alt(&sop.chart, buf, sizeof(buf)), "... in full");
	sample_sop_many(&sop);
	is_string("30 dari 40 SOP belum mencapai target 90% tepat waktu",
	    finding_role(&sop.chart, buf, sizeof(buf)), "many");
}

int
main(void)
{
	if (typeface_open(&inter, INTER) != 0)
		bail("fonts are missing");
	classes();
	rounds();
	letters_are_readable();
	colours_cells();
	draws_bars_from_zero();
	draws_lines_on_one_scale();
	chooses_rows();
	tells_returns();
	tells_lost_time();
	tells_sops();
	return tap_done();
}
