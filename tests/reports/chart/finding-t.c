/* finding-t.c - the sentence over a chart, and the text instead of it. */
#include "reports/chart/finding.h"
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
	{ "84,6% langkah selesai tepat waktu pada Oktober 2026", 900,
	    { { "A", 4, 5, 0 }, { "B", 7, 8, 0 } } },
	{ "Semua peran mencapai target 90% tepat waktu", 900,
	    { { "A", 10, 10, 0 }, { "B", 9, 10, 0 } } },
	{ "Semua peran yang dinilai mencapai target 92,5% tepat waktu", 925,
	    { { "A", 10, 10, 0 }, { "B", 1, 9, 0 } } },
	{ "Belum ada peran yang mencapai target 90% tepat waktu", 900,
	    { { "A", 8, 10, 0 }, { "B", 8, 10, 0 } } },
	{ "Belum ada peran yang mencapai target 90% tepat waktu", 900,
	    { { "Kakanwil", 8, 10, 1 }, { "B", 0, 9, 0 } } },
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
	    "target: Kakanwil 78,4%, Kabag Program dan Humas 84,1%, Kasubbag "
	    "Kepegawaian, TU, dan RT 86,7% dan Petugas Entri dan Pindai Kanim "
	    "88,9%. Semua angka ada pada tabel di bawah diagram.",
	    finding_role_alt(&s.chart, buf, sizeof(buf)), "...in words");
	sample_role_many(&s);
	chart_role_sort(&s.chart);
	is_string("30 dari 40 peran belum mencapai target 90% tepat waktu",
	    finding_role(&s.chart, buf, sizeof(buf)), "ten and more: figures");
	finding_role_alt(&s.chart, buf, sizeof(buf));
	ok(strstr(buf, "Peran nomor 8 67,0% dan 22 peran lain. Semua") != NULL,
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
	{ "Ketepatan waktu Oktober 2026 adalah 93,8%, di atas target", 900, 1,
	    { { 300, 320 } } },
	{ "Ketepatan waktu Oktober 2026 adalah 80,0%, di bawah target", 900, 1,
	    { { 80, 100 } } },
	{ "Ketepatan waktu Oktober 2026 adalah 80,0%", SHARE_NONE, 1,
	    { { 80, 100 } } },
	{ "Tiga dari empat langkah tepat waktu pada Oktober 2026", 900, 2,
	    { { 80, 100 }, { 3, 4 } } },
	{ "Tidak ada langkah yang dinilai pada Oktober 2026", 900, 2,
	    { { 80, 100 }, { 0, 0 } } },
	/* The month before is too small to compare with. */
	{ "Ketepatan waktu Oktober 2026 adalah 95,0%, kini di atas target",
	    900, 3, { { 80, 100 }, { 3, 4 }, { 95, 100 } } },
	{ "Ketepatan waktu naik menjadi 95,0%, kini di atas target", 900, 2,
	    { { 80, 100 }, { 95, 100 } } },
	{ "Ketepatan waktu naik menjadi 90,0%, kini tepat pada target", 900,
	    3, { { 95, 100 }, { 89, 100 }, { 90, 100 } } },
	{ "Ketepatan waktu tetap 90,0%, dua bulan mencapai target", 900, 3,
	    { { 80, 100 }, { 90, 100 }, { 90, 100 } } },
	{ "Ketepatan waktu naik menjadi 85,0%, tiga bulan di bawah target",
	    900, 4, { { 99, 100 }, { 80, 100 }, { 81, 100 }, { 85, 100 } } },
	/* A gap ends a run. */
	{ "Ketepatan waktu naik menjadi 97,0%, dua bulan di atas target", 900,
	    4, { { 99, 100 }, { 3, 4 }, { 95, 100 }, { 97, 100 } } },
	{ "Ketepatan waktu turun menjadi 95,0%, 12 bulan di atas target", 900,
	    12, { { 99, 100 }, { 96, 100 }, { 96, 100 }, { 96, 100 },
	    { 96, 100 }, { 96, 100 }, { 96, 100 }, { 96, 100 }, { 96, 100 },
	    { 96, 100 }, { 96, 100 }, { 95, 100 } } },
	/* Without a target: only a clear extreme of three or more is told. */
	{ "Ketepatan waktu naik menjadi 95,0%, tertinggi dalam tiga bulan",
	    SHARE_NONE, 3, { { 90, 100 }, { 80, 100 }, { 95, 100 } } },
	{ "Ketepatan waktu turun menjadi 79,0%, terendah dalam tiga bulan",
	    SHARE_NONE, 3, { { 90, 100 }, { 80, 100 }, { 79, 100 } } },
	{ "Ketepatan waktu turun menjadi 85,0%", SHARE_NONE, 3,
	    { { 80, 100 }, { 90, 100 }, { 85, 100 } } },
	{ "Ketepatan waktu naik menjadi 90,0%", SHARE_NONE, 3,
	    { { 90, 100 }, { 80, 100 }, { 90, 100 } } },
	{ "Ketepatan waktu naik menjadi 95,0%", SHARE_NONE, 2,
	    { { 80, 100 }, { 95, 100 } } },
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
	is_string("Ketepatan waktu naik menjadi 91,5%, dua bulan di atas "
	    "target", finding_trend(&s.chart, buf, sizeof(buf)),
	    "a year of months");
	is_string("Diagram garis 12 bulan sampai Oktober 2026: ketepatan "
	    "waktu naik menjadi 91,5%, dua bulan di atas target. Di bawah "
	    "target: November 2025 84,0%, Desember 2025 81,3%, Januari 84,7%, "
	    "Februari 86,1%, Maret 76,4%, April 79,8%, Mei 85,2%, Juni 87,7%, "
	    "Juli 88,5% dan Agustus 89,2%. Semua angka ada pada tabel di "
	    "bawah diagram.",
	    finding_trend_alt(&s.chart, buf, sizeof(buf)), "...in words");
	is_int(4, chart_trend_lowest(&s.chart), "the lowest is March");
	sample_trend_full(&s);
	is_int(-1, chart_trend_lowest(&s.chart), "of equals none is lowest");
	sample_trend_one(&s);
	is_int(-1, chart_trend_lowest(&s.chart), "...nor is one alone");
	sample_trend_fall(&s);
	is_int(11, chart_trend_lowest(&s.chart),
	    "months of few tasks are passed over");
}

/* The order of chart and table. */
static void
sorts_rows(void)
{
	static const char *const want[] = {
		"Petugas Layanan Magang & Penelitian",
		"Petugas Entri dan Pindai Kanim", "JFU/JFT", "Duta SIGAP",
		"Admin Kanwil", "Kadivmin", "Kakanwil",
		"Kasubbag Program dan Pelaporan", "Kabid Zinfokim",
		"Pejabat Eselon IV", "Petugas Kantor Wilayah",
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
	sorts_rows();
	return tap_done();
}
