/* finding-t.c - the sentence over a chart, and the text instead of it. */
#include "reports/chart/finding.h"

#include "page/format.h"
#include "tests/reports/chart/samples.h"
#include "tests/tap.h"

/* One role of a case: on time, counted, single holder. */
struct role {
	const char	*name;
	int64_t		 on_time, counted;
	int		 single;
};

struct role_case {
	const char	*title;
	int		 target;
	struct role	 role[6];
};

static const struct role_case role_cases[] = {
	{ "Tidak ada langkah yang dinilai pada Oktober 2026", 900,
	    { { NULL, 0, 0, 0 } } },
	{ "Tidak ada langkah yang dinilai pada Oktober 2026", SHARE_NONE,
	    { { "A", 0, 0, 0 } } },
	/* No target: the share of the office. */
	{ "91,7% langkah selesai tepat waktu pada Oktober 2026", SHARE_NONE,
	    { { "A", 50, 50, 0 }, { "B", 60, 70, 0 } } },
	{ "Tujuh dari sembilan langkah selesai tepat waktu pada Oktober 2026",
	    SHARE_NONE, { { "A", 4, 5, 0 }, { "B", 3, 4, 0 } } },
	/* A target, but no role with ten tasks. */
	{ "84,6% langkah selesai tepat waktu pada Oktober 2026, di bawah "
	    "target 90%", 900,
	    { { "A", 4, 5, 0 }, { "B", 7, 8, 0 } } },
	{ "Semua peran mencapai target 90% tepat waktu", 900,
	    { { "A", 10, 10, 0 }, { "B", 9, 10, 0 } } },
	{ "Semua peran yang dinilai mencapai target 92,5% tepat waktu", 925,
	    { { "A", 10, 10, 0 }, { "C", 10, 10, 0 }, { "B", 1, 9, 0 } } },
	{ "Belum ada peran yang mencapai target 90% tepat waktu", 900,
	    { { "A", 8, 10, 0 }, { "B", 8, 10, 0 } } },
	{ "Belum ada peran yang mencapai target 90% tepat waktu", 900,
	    { { "Kakanwil", 8, 10, 1 }, { "B", 0, 10, 0 } } },
	{ "Dua dari tiga peran belum mencapai target 90% tepat waktu", 900,
	    { { "A", 8, 10, 0 }, { "B", 0, 10, 0 }, { "C", 10, 10, 0 } } },
	/* One alone below is named, unless it has a single holder. */
	{ "Hanya Duta SIGAP yang belum mencapai target 90% tepat waktu", 900,
	    { { "Duta SIGAP", 8, 10, 0 }, { "B", 10, 10, 0 },
	    { "C", 10, 10, 1 } } },
	{ "Satu dari tiga peran belum mencapai target 90% tepat waktu", 900,
	    { { "Kakanwil", 8, 10, 1 }, { "B", 10, 10, 0 },
	    { "C", 10, 10, 0 } } },
	/* A role with few tasks is neither counted nor named. */
	/* One that is judged: the chart's own share, no "belum ada". */
	{ "80,0% langkah selesai tepat waktu pada Oktober 2026, di bawah "
	    "target 90%", 900, { { "A", 8, 10, 0 } } },
	{ "Hanya C yang belum mencapai target 90% tepat waktu", 900,
	    { { "A", 0, 9, 0 }, { "B", 10, 10, 0 }, { "C", 1, 10, 0 } } },
};

static void
tells_roles(const struct role_case *rc)
{
	static struct sample_role s;
	char buf[FINDING_SIZE];
	const struct role *r;

	sample_role_begin(&s, "case");
	for (r = rc->role; r->name != NULL; r++)
		sample_role_add(&s, r->name, r->on_time, r->counted, 0, 0,
		    r->single);
	s.chart.target = rc->target;
	is_string(rc->title, finding_role(&s.chart, buf, sizeof(buf)), "%s",
	    rc->title);
}

static void
tells_many_roles(void)
{
	static struct sample_role s;
	char buf[FINDING_ALT_SIZE];

	sample_role_month(&s);
	chart_role_sort(&s.chart);
	is_string("Empat dari sembilan peran belum mencapai target 90% tepat "
	    "waktu", finding_role(&s.chart, buf, sizeof(buf)),
	    "a month of nine roles");
	is_string("Diagram batang per peran, Oktober 2026: empat dari "
	    "sembilan peran belum mencapai target 90% tepat waktu. Di bawah "
	    "target: Kabag Program dan Humas 84,1%, Kakanwil 78,4%, Kasubbag "
	    "Kepegawaian, TU, dan RT 86,7% dan Petugas Entri dan Pindai Kanim "
	    "88,9%. Semua angka ada pada tabel di bawah diagram.",
	    finding_role_alt(&s.chart, buf, sizeof(buf)), "...in words");
	sample_role_many(&s);
	chart_role_sort(&s.chart);
	is_string("30 dari 40 peran belum mencapai target 90% tepat waktu",
	    finding_role(&s.chart, buf, sizeof(buf)), "ten and more: figures");
	finding_role_alt(&s.chart, buf, sizeof(buf));
	ok(strstr(buf, "Peran nomor 16 75,0% dan 22 peran lain. Semua") != NULL,
	    "...and eight are told: %s", buf);
	sample_role_free(&s);
	is_string("Diagram batang per peran, Oktober 2026: 91,7% langkah "
	    "selesai tepat waktu pada Oktober 2026. Semua angka ada pada "
	    "tabel di bawah diagram.",
	    finding_role_alt(&s.chart, buf, sizeof(buf)),
	    "without a target none is below");
}

static void
cuts_what_is_too_long(void)
{
	static struct sample_role s;
	char buf[40];

	sample_role_month(&s);
	memset(buf, '#', sizeof(buf));
	finding_role_alt(&s.chart, buf, 39);
	is_string("Diagram batang per peran, Oktober 2026", buf,
	    "an alternative text is cut at its buffer");
	is_int('#', buf[39], "...and nothing is written behind it");
}

struct trend_case {
	const char	*title;
	int		 target, n;
	int64_t		 counts[TREND_MONTHS][2];
};

static const struct trend_case trend_cases[] = {
	/* Too few months for limits: nothing is compared. */
	{ "Ketepatan waktu Oktober 2026 adalah 93,8%, di atas target 90%",
	    900, 1, { { 300, 320 } } },
	{ "Ketepatan waktu Oktober 2026 adalah 80,0%, di bawah target 90%",
	    900, 1, { { 80, 100 } } },
	{ "Ketepatan waktu Oktober 2026 adalah 80,0%", SHARE_NONE, 1,
	    { { 80, 100 } } },
	{ "Tiga dari empat langkah tepat waktu pada Oktober 2026", 900, 2,
	    { { 80, 100 }, { 3, 4 } } },
	{ "Tidak ada langkah yang dinilai pada Oktober 2026", 900, 2,
	    { { 80, 100 }, { 0, 0 } } },
	{ "Ketepatan waktu Oktober 2026 adalah 95,0%, di atas target 90%",
	    900, 2, { { 80, 100 }, { 95, 100 } } },
	{ "Ketepatan waktu Oktober 2026 adalah 90,0%, tepat pada target 90%",
	    900, 3, { { 95, 100 }, { 89, 100 }, { 90, 100 } } },
	{ "Ketepatan waktu Oktober 2026 adalah 97,0%, di atas target 92,5%",
	    925, 5, { { 80, 100 }, { 81, 100 }, { 82, 100 }, { 83, 100 },
	    { 97, 100 } } },
	/* Up and down within the limits: no news, whatever the target. */
	{ "Ketepatan waktu 90,2%, tidak berbeda nyata dari September", 900, 7,
	    { { 889, 1000 }, { 902, 1000 }, { 898, 1000 }, { 901, 1000 },
	    { 897, 1000 }, { 899, 1000 }, { 902, 1000 } } },
	{ "Ketepatan waktu 89,9%, tidak berbeda nyata dari September", 900, 7,
	    { { 889, 1000 }, { 902, 1000 }, { 898, 1000 }, { 901, 1000 },
	    { 897, 1000 }, { 901, 1000 }, { 899, 1000 } } },
	{ "Ketepatan waktu 90,2%, tidak berbeda nyata dari September",
	    SHARE_NONE, 7, { { 889, 1000 }, { 902, 1000 }, { 898, 1000 },
	    { 901, 1000 }, { 897, 1000 }, { 899, 1000 }, { 902, 1000 } } },
	/* The month before is too small to compare with. */
	{ "Ketepatan waktu 90,2%, dalam batas alami 88,4\xe2\x80\x93" "91,2%",
	    900, 8, { { 889, 1000 }, { 902, 1000 }, { 898, 1000 },
	    { 901, 1000 }, { 897, 1000 }, { 899, 1000 }, { 3, 4 },
	    { 902, 1000 } } },
	/* Out of its limits: said, with these. */
	{ "Ketepatan waktu 70,0%, di bawah batas alami 80,6\xe2\x80\x93"
	    "95,1%", 900, 9, { { 902, 1000 }, { 902, 1000 }, { 898, 1000 },
	    { 901, 1000 }, { 897, 1000 }, { 899, 1000 }, { 902, 1000 },
	    { 902, 1000 }, { 700, 1000 } } },
	{ "Ketepatan waktu 98,0%, di atas batas alami 63,4\xe2\x80\x93"
	    "82,9%", 900, 9, { { 702, 1000 }, { 702, 1000 }, { 698, 1000 },
	    { 701, 1000 }, { 697, 1000 }, { 699, 1000 }, { 702, 1000 },
	    { 702, 1000 }, { 980, 1000 } } },
	/* The month before was: this one is as usual again. */
	{ "Ketepatan waktu 90,0%, dalam batas alami 75,7\xe2\x80\x93"
	    "100,0%; hanya September di luar batas alami", 900, 10,
	    { { 902, 1000 }, { 902, 1000 }, { 898, 1000 }, { 901, 1000 },
	    { 897, 1000 }, { 899, 1000 }, { 902, 1000 }, { 902, 1000 },
	    { 700, 1000 }, { 900, 1000 } } },
};

static void
tells_months(const struct trend_case *tc)
{
	struct sample_trend s;
	char buf[FINDING_SIZE];

	sample_trend_begin(&s, "case", tc->counts, tc->n);
	s.chart.target = tc->target;
	is_string(tc->title, finding_trend(&s.chart, buf, sizeof(buf)), "%s",
	    tc->title);
}

static void
tells_a_year(void)
{
	struct sample_trend s;
	char buf[FINDING_ALT_SIZE];

	sample_trend_year(&s);
	is_string("Ketepatan waktu 91,5%, tidak berbeda nyata dari September; "
	    "hanya Maret di luar batas alami", finding_trend(&s.chart, buf,
	    sizeof(buf)), "a year of months");
	is_string("Diagram garis 12 bulan sampai Oktober 2026: ketepatan "
	    "waktu 91,5%, tidak berbeda nyata dari September; hanya Maret di "
	    "luar batas alami. Batas alami 77,6\xe2\x80\x93" "93,2%. Di "
	    "bawah target: November 2025 84,0%, Desember 2025 81,3%, Januari "
	    "84,7%, Februari 86,1%, Maret 76,4%, April 79,8%, Mei 85,2%, Juni "
	    "87,7%, Juli 88,5% dan Agustus 89,2%. Semua angka ada pada tabel "
	    "di bawah diagram.",
	    finding_trend_alt(&s.chart, buf, sizeof(buf)), "...in words");
	sample_trend_unfinished(&s);
	is_string("Oktober belum berakhir: 91,5% tepat waktu sejauh ini; "
	    "hanya Maret di luar batas alami", finding_trend(&s.chart, buf,
	    sizeof(buf)), "a month that runs is judged by nothing");
	sample_trend_running(&s);
	is_string("Ketepatan waktu Tahun 2026 (sampai 12 Oktober) adalah "
	    "86,7%, di bawah target 90%; hanya Maret di luar batas alami",
	    finding_trend(&s.chart, buf, sizeof(buf)),
	    "a longer period tells its own share");
}

/* Signals are of months that are over and have a share. */
static void
finds_signals(void)
{
	struct sample_trend s;
	struct noise_limits l;
	char words[FORMAT_SIZE];

	sample_trend_year(&s);
	is_int(0, chart_trend_limits(&s.chart, &l), "limits of a year");
	is_string("77,6\xe2\x80\x93" "93,2%", chart_trend_limits_words(words,
	    sizeof(words), &l), "... in words");
	is_int(-1, chart_trend_signal(&s.chart, &l, 4), "March is below");
	is_int(0, chart_trend_signal(&s.chart, &l, 5), "April is not");
	s.chart.month[11].share = (struct share) { 300, 744 };
	is_int(-1, chart_trend_signal(&s.chart, &l, 11), "so low is October");
	s.chart.running = 1;
	is_int(0, chart_trend_signal(&s.chart, &l, 11), "... not while it "
	    "runs");
	s.chart.month[4].share = (struct share) { 0, 9 };
	is_int(0, chart_trend_signal(&s.chart, &l, 4), "... nor with nine");
	sample_trend_one(&s);
	is_int(-1, chart_trend_limits(&s.chart, &l), "one month has none");
}

/* The order of chart and table. */
static void
sorts_rows(void)
{
	static const char *const want[] = {
		"Petugas Entri dan Pindai Kanim",
		"Petugas Layanan Magang & Penelitian", "Admin Kanwil",
		"Duta SIGAP", "JFU/JFT", "Kadivmin",
		"Kakanwil", "Kasubbag Program dan Pelaporan", "Kabid Zinfokim",
		"Petugas Kantor Wilayah", "Pejabat Eselon IV",
	};
	static struct sample_role s;
	int i;

	sample_role_groups(&s);
	chart_role_sort(&s.chart);
	for (i = 0; i < s.chart.n; i++)
		is_string(want[i], s.chart.rows[i].name, "row %d", i);
	is_int(ROLE_RANKED, chart_role_group(&s.chart.rows[4]), "ranked");
	is_int(ROLE_SINGLE, chart_role_group(&s.chart.rows[5]), "one holder");
	is_int(ROLE_FEW, chart_role_group(&s.chart.rows[8]),
	    "few tasks, though one holder");
	is_int(ROLE_NONE, chart_role_group(&s.chart.rows[10]), "no task");
	sample_role_none(&s);
	chart_role_sort(&s.chart);
	is_int(0, s.chart.n, "no rows to sort");
}

int
main(void)
{
	size_t i;

	for (i = 0; i < sizeof(role_cases) / sizeof(*role_cases); i++)
		tells_roles(&role_cases[i]);
	tells_many_roles();
	cuts_what_is_too_long();
	for (i = 0; i < sizeof(trend_cases) / sizeof(*trend_cases); i++)
		tells_months(&trend_cases[i]);
	tells_a_year();
	finds_signals();
	sorts_rows();
	return tap_done();
}
