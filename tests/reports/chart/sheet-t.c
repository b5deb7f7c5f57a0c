/*
 * sheet-t.c - what must hold of every sample of the seven charts.  Of all of
 * them: everything is on the canvas, no text touches another or lies on a
 * mark, and the title is whole.  Of each chart: the same rows give the same
 * bytes, and a file has the colours that were drawn.  Of the hard cases: how
 * many rows there are, and that the values are printed (the table below).
 */
#include <string.h>

#include "tests/reports/chart/faults.h"
#include "tests/reports/chart/sheet.h"
#include "tests/tap.h"

#define DASH "\xe2\x80\x93"
#define SAMPLES 10		/* of a chart, at most */
#define WIDE 1
#define NARROW 2
#define BOTH 3

/* A text, or its beginning, and how often a sample has it. */
struct expect {
	const char	*chart, *sample;
	int		 layouts;
	int		 begins;	/* the text is a beginning */
	const char	*text;
	int		 times;
};

static const struct expect expects[] = {
	/* No task: a sentence in place of rows, no row, no axis. */
	{ "role", "none", BOTH, 1, "Peran tampil di sini", 1 },
	{ "role", "none", BOTH, 0, "100%", 0 },
	{ "role", "none", BOTH, 1, "Tidak ada langkah yang", 1 },
	{ "pace", "none", BOTH, 1, "Langkah tampil di sini", 1 },
	{ "age", "none", BOTH, 1, "Tidak ada", 1 },
	{ "trend", "nothing", BOTH, 1, "tiga dari empat", 0 },
	{ "trend", "nothing", BOTH, 1, "Tiga dari empat langkah", 1 },
	{ "sop", "none", BOTH, 1, "SOP tampil di sini", 1 },
	{ "sop", "none", BOTH, 0, "100%", 0 },
	{ "return", "none", BOTH, 1, "Langkah tampil di sini", 1 },
	{ "return", "none", BOTH, 1, "Tidak ada keputusan", 1 },
	{ "return", "none", BOTH, 0, "0", 0 },
	{ "heat", "none", BOTH, 1, "Langkah tampil di sini", 1 },
	{ "heat", "none", BOTH, 0, DASH, 0 },

	/* One task: told as a count, in no percent. */
	{ "role", "one", BOTH, 0, "90,9%", 1 },
	{ "pace", "one", BOTH, 0, "RKT, langkah 1", 1 },
	{ "age", "one", BOTH, 0, "Kakanwil", 1 },
	{ "sop", "one", BOTH, 0, "1 dari 1", 1 },
	{ "sop", "one", BOTH, 0, "100%", 0 },
	{ "return", "one", WIDE, 0, "1 dari 1", 1 },
	{ "return", "one", NARROW, 0, "1 dari 1 keputusan", 1 },
	{ "return", "one", BOTH, 0, "100%", 0 },
	{ "return", "one", BOTH, 0, DASH, 1 },
	{ "heat", "one", BOTH, 1, "Belum ada langkah", 1 },

	/* Forty: all roles and SOPs; of rows as many as the chart draws. */
	{ "role", "many", BOTH, 1, "Peran nomor ", 40 },
	{ "role", "many", BOTH, 0, "60,0%", 1 },
	{ "role", "many", BOTH, 0, "99,0%", 1 },
	{ "pace", "many", BOTH, 1, "Pagu Anggaran, langkah ", 12 },
	{ "age", "many", BOTH, 1, "Peran nomor ", 40 },
	{ "sop", "many", BOTH, 1, "SOP nomor ", 40 },
	{ "sop", "many", BOTH, 0, "75,0%", 1 },
	{ "return", "many", BOTH, 0, "Mengoreksi laporan", 20 },
	{ "return", "many", BOTH, 0, "40,0%", 1 },
	{ "return", "many", BOTH, 0, "21,0%", 1 },
	{ "return", "many", BOTH, 0, "20,0%", 0 },
	{ "return", "many", BOTH, 1, "20 dari 40 langkah", 1 },
	{ "heat", "many", BOTH, 1, "Langkah ", 20 },
	{ "heat", "many", BOTH, 0, "Langkah 40", 1 },
	{ "heat", "many", WIDE, 1, "Tebal: di bawah target. " DASH ": kurang "
	    "dari 5 langkah. 20 dari 40 langkah", 1 },
	{ "heat", "many", BOTH, 0, "Langkah 20", 0 },
	{ "heat", "many", BOTH, 0, "80", 20 },
	{ "heat", "many", BOTH, 0, "91", 20 },

	/* Long names, nothing and everything, seven digits. */
	{ "role", "extreme", BOTH, 0, "0,0%", 1 },
	{ "role", "extreme", BOTH, 0, "100,0%", 1 },
	{ "role", "extreme", BOTH, 0, "1.234.567 dari 9.876.543", 1 },
	{ "trend", "extreme", BOTH, 0, "1.234.567", 1 },
	{ "trend", "extreme", BOTH, 0, "0,0%", 1 },
	{ "age", "extreme", BOTH, 1, "Kasi Izin Tinggal", 1 },
	{ "pace", "extreme", BOTH, 1, "Penyampaian data", 5 },
	{ "sop", "extreme", BOTH, 0, "100,0%", 1 },
	{ "sop", "extreme", BOTH, 0, "0,0%", 1 },
	{ "sop", "extreme", BOTH, 0, "3 dari 4", 1 },
	{ "sop", "extreme", BOTH, 0, "9.876.543 dari 9.876.543", 1 },
	{ "sop", "extreme", BOTH, 0, "0 dari 1.234.567", 1 },
	{ "return", "extreme", BOTH, 0, "100,0%", 1 },
	{ "return", "extreme", BOTH, 0, "0,1%", 1 },
	{ "return", "extreme", WIDE, 0, "9.876.543 dari 9.876.543", 1 },
	{ "return", "extreme", WIDE, 0, "7 dari 7", 1 },
	{ "return", "extreme", NARROW, 0, "1 dari 1.234.567 keputusan", 1 },
	{ "heat", "extreme", BOTH, 0, "0", 7 },
	{ "heat", "extreme", BOTH, 0, "100", 17 },
	{ "heat", "extreme", BOTH, 0, "Langkah 1000", 1 },

	/* One month of history. */
	{ "trend", "one", BOTH, 1, "Okt", 1 },
	{ "trend", "one", BOTH, 0, "Sep", 0 },
	{ "sop", "first", BOTH, 0, "Okt 2026", 0 },	/* no line yet */
	{ "sop", "first", BOTH, 1, "12 bulan: ", 2 },
	{ "sop", "first", BOTH, 0, "92,0%", 1 },
	{ "heat", "first", BOTH, 0, "Okt", 1 },
	{ "heat", "first", BOTH, 0, "Sep", 0 },
	{ "heat", "first", BOTH, 0, "85", 1 },

	/* Few tasks stand in a group of their own, one holder too. */
	{ "role", "groups", BOTH, 1, "Kurang dari 10 langkah", 1 },
	{ "role", "groups", BOTH, 0, "4 dari 5", 1 },
	{ "sop", "month", BOTH, 1, "Kurang dari 10 langkah", 1 },
	{ "sop", "month", BOTH, 0, "8 dari 9", 1 },
	{ "sop", "month", BOTH, 0, "12 bulan: 90,0% dari 10 langkah", 1 },
	{ "sop", "month", BOTH, 0, "Nov 2025", 1 },
	{ "sop", "month", BOTH, 0, "Nyata lebih tinggi daripada yang terendah "
	    "di atas", 1 },
	{ "sop", "month", BOTH, 0, "Tanpa langkah pada Oktober 2026: Renstra.",
	    1 },
	{ "sop", "month", BOTH, 0, "Renstra", 0 },
	{ "sop", "month", WIDE, 1, "Yang selang 95%-nya bertemu tidak "
	    "diperingkat: menurut nama. Selisih dalam poin persen terhadap "
	    "September. Garis: dari 60%", 1 },
	{ "role", "month", BOTH, 0, "selang 95%", 1 },
	{ "role", "month", BOTH, 0, "29 dari 37", 1 },
	/* A month that is not over, and a period's own share. */
	{ "trend", "month", BOTH, 1, "batas alami ", 1 },
	{ "trend", "unfinished", WIDE, 1, "Lingkaran penuh: mencapai target; "
	    "kosong: di bawah target. Oktober belum berakhir.", 1 },
	{ "trend", "running", BOTH, 0, "86,7%", 1 },
	{ "trend", "running", BOTH, 0, "91,5%", 0 },
	{ "trend", "one", BOTH, 1, "Batas alami tampil", 1 },
	{ "trend", "one", BOTH, 1, "batas alami ", 0 },
	{ "sop", "month", BOTH, 0, "target 90%", 1 },
	{ "sop", "free", BOTH, 0, "target 90%", 0 },
	{ "return", "month", BOTH, 1, "Satu pemegang jabatan", 1 },
	{ "return", "month", BOTH, 1, "Kurang dari 10 keputusan", 1 },
	{ "return", "month", WIDE, 0, "2 dari 5", 1 },
	{ "return", "month", BOTH, 0, "20%", 1 },
	{ "heat", "month", BOTH, 0, DASH, 3 },
	{ "heat", "month", BOTH, 0, "Langkah 4", 0 },	/* nothing but dashes */
	{ "heat", "month", BOTH, 0, "74", 2 },
	{ "heat", "month", BOTH, 0, "di bawah\xc2\xa0" "70%", 1 },
	{ "heat", "month", BOTH, 0, "95" DASH "100%", 1 },
	{ "heat", "free", BOTH, 0, "target 90%", 0 },
	{ "heat", "free", BOTH, 0, "74", 2 },
};

static struct typeface inter, dejavu;
static struct canvas *drawn[SHEET_CHARTS][SAMPLES][2];
static const char *names[SHEET_CHARTS][SAMPLES];

static int
count(const struct canvas *c, const struct expect *e)
{
	const struct label *l;
	int i, n, times = 0;

	l = canvas_labels(c, &n);
	for (i = 0; i < n; i++)
		times += e->begins ? strncmp(l[i].text, e->text,
		    strlen(e->text)) == 0 : strcmp(l[i].text, e->text) == 0;
	return times;
}

static void
prints(const struct expect *e)
{
	int chart, sample, layout;

	for (chart = 0; strcmp(sheet_charts[chart].name, e->chart) != 0;)
		if (++chart == SHEET_CHARTS)
			bail(e->chart);
	for (sample = 0; strcmp(names[chart][sample], e->sample) != 0;)
		if (++sample == sheet_charts[chart].n)
			bail(e->sample);
	for (layout = CHART_WIDE; layout <= CHART_NARROW; layout++)
		if ((e->layouts & 1 << layout) != 0)
			is_int(e->times, count(drawn[chart][sample][layout],
			    e), "%s %s, %s: \"%s\"", e->chart, e->sample,
			    layout == CHART_WIDE ? "wide" : "narrow", e->text);
}

/* A title ends in no ellipsis, and the source is the last line. */
static void
reads_whole(const struct canvas *c, const char *chart, const char *name,
    int layout)
{
	const double title = chart_look((enum chart_layout)layout)->title;
	const struct label *l;
	int i, n, cut = 0;

	l = canvas_labels(c, &n);
	for (i = 0; i < n; i++)
		cut += l[i].style.size >= title &&
		    strstr(l[i].text, "\xe2\x80\xa6") != NULL;
	is_int(0, cut, "%s %s: the title is whole", chart, name);
	ok(n > 2 && l[n - 1].baseline < canvas_height(c) &&
	    strstr(l[n - 1].text, "WIB") != NULL,
	    "...and the last line is the source");
}

/* Draw all samples once, to be asked about. */
static void
draws_whole(int chart, int layout)
{
	const struct sheet_chart *s = &sheet_charts[chart];
	int i;

	if (s->n > SAMPLES)
		bail("too many samples");
	for (i = 0; i < s->n; i++) {
		names[chart][i] = s->prepare(i);
		drawn[chart][i][layout] = s->draw(&inter,
		    (enum chart_layout)layout, 1);
		reads_whole(drawn[chart][i][layout], s->name, names[chart][i],
		    layout);
	}
}

static void
keeps_texts_apart(const struct typeface *tf, const struct sheet_chart *chart)
{
	const char *name;
	int i, layout;

	for (i = 0; i < chart->n; i++)
		for (layout = CHART_WIDE; layout <= CHART_NARROW; layout++) {
			name = chart->prepare(i);
			check_layout(chart->draw(tf,
			    (enum chart_layout)layout, 1), chart->draw(tf,
			    (enum chart_layout)layout, 2), chart->name, name,
			    layout);
		}
}

/* A file has 256 colours, and drawings more. */
static void
keeps_bytes_and_colours(const struct sheet_chart *chart)
{
	struct canvas *c;
	int worst;

	chart->prepare(0);
	ok(same_bytes(chart->draw(&inter, CHART_NARROW, 2),
	    chart->draw(&inter, CHART_NARROW, 2)),
	    "%s: the same rows give the same bytes", chart->name);
	c = chart->draw(&inter, CHART_WIDE, 2);
	worst = worst_pixel(c);
	ok(worst <= 10, "...a file's colours are at most %d of 255 off",
	    worst);
	canvas_free(c);
}

static void
free_all(void)
{
	int i, k;

	for (i = 0; i < SHEET_CHARTS; i++)
		for (k = 0; k < SAMPLES; k++) {
			canvas_free(drawn[i][k][CHART_WIDE]);
			canvas_free(drawn[i][k][CHART_NARROW]);
		}
}

int
main(void)
{
	size_t i;
	int chart;

	if (typeface_open(&inter, INTER) != 0 ||
	    typeface_open(&dejavu, DEJAVU) != 1)
		bail("fonts are missing");
	for (chart = 0; chart < SHEET_CHARTS; chart++) {
		draws_whole(chart, CHART_WIDE);
		draws_whole(chart, CHART_NARROW);
		keeps_texts_apart(&inter, &sheet_charts[chart]);
		keeps_texts_apart(&dejavu, &sheet_charts[chart]);
		keeps_bytes_and_colours(&sheet_charts[chart]);
	}
	for (i = 0; i < sizeof(expects) / sizeof(expects[0]); i++)
		prints(&expects[i]);
	free_all();
	return tap_done();
}
