/*
 * report-t.c - sopap-report over the small month made by hand: what it says,
 * that it says the same twice, and that no name becomes a formula or markup.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "base/built.h"
#include "calendar/calendar_edit.h"
#include "clock/calendar.h"
#include "month/month_close.h"
#include "office/change.h"
#include "page/assets.h"
#include "reports/month/report.h"
#include "reports/month/report_picture.h"
#include "tests/case/fixture.h"
#include "tests/month/month_data.h"
#include "tests/store/folder.h"
#include "tests/tap.h"

#define TREND_PICTURE (PICTURE_FORMS * REPORT_TREND)

/* A file of the folder, given, with its length; empty when there is none. */
static char *
content(const char *name, size_t *len)
{
	FILE *f = fopen(folder_path(name), "rb");
	char *text = calloc(1, 1 << 21);

	if (text == NULL)
		bail("no memory");
	*len = f != NULL ? fread(text, 1, (1 << 21) - 1, f) : 0;
	if (f != NULL)
		fclose(f);
	return text;
}

static void
has(const char *text, const char *what)
{
	const char *line = what + strspn(what, "\r\n");

	ok(strstr(text, what) != NULL, "it says %.*s",
	    (int)strcspn(line, "\r\n"), line);
}

/* Every part can be reached from the contents at the top. */
static void
contents(const char *page)
{
	static const char head[] = "<h2 class=\"govuk-heading-m\" id=\"";
	const char *h = page;
	char href[128];
	int n = 0;

	for (; (h = strstr(h, head)) != NULL; n++) {
		h += sizeof(head) - 1;
		snprintf(href, sizeof(href), "<li><a class=\"govuk-link\" "
		    "href=\"#%.*s\"", (int)strcspn(h, "\""), h);
		has(page, href);
	}
	ok(n > 10, "%d parts have a heading", n);
}

/* An outage on a day in October 2026, which becomes known now. */
static void
record_outage(struct office *o, const char *day, const char *name,
    const char *unit)
{
	char from[32], why[256], *text = office_calendar_text(o), *more;
	struct cal_outage out = { .name = name, .evidence = "Surat <PLN> 12",
	    .unit = unit };
	const struct change ch = { .now = month_data_at(o,
	    "2026-09-01T08:00") };

	snprintf(from, sizeof(from), "%sT10:00", day);
	out.from = month_data_at(o, from);
	out.to = out.from + 5400;
	more = calendar_change_outage(text, NULL, &out, NULL,
	    why, sizeof(why));
	if (more == NULL || office_set_calendar(o, &ch, more) != CASE_OK)
		bail("no outage");
	free(text);
	free(more);
}

static void
make_office(void)
{
	struct office *o;
	FILE *f = fopen(folder_path("sopap.conf"), "w");

	if (f == NULL || mkdir(folder_path("data"), 0700) == -1)
		bail(folder);
	fprintf(f, "data = %s\ntemplates = %s/templates\n"
	    "office = Kantor <Uji>\nservice = Layanan Uji\n",
	    folder_path("data"), getenv("BUILDDIR"));
	fclose(f);
	chmod(folder_path("sopap.conf"), 0600);
	setenv("SOPAP_CONF", folder_path("sopap.conf"), 1);
	o = fixture_open(folder_path("data"));
	month_data_load(o);
	record_outage(o, "2026-10-04", "Listrik <padam>",
	    "divisi-administrasi");
	fixture_run(o, "UPDATE performers SET name = '=SUM(1) \"x\" <b>'"
	    " WHERE expr = 'petugas-layanan'");
	office_close(o);
}

/* Run the program; its exit status. */
static int
run(const char *options)
{
	char command[2048];
	int status;

	snprintf(command, sizeof(command), "%s/reports/month/sopap-report "
	    "--assets %s/htdocs/assets %s >%s 2>&1", getenv("BUILDDIR"),
	    getenv("BUILDDIR"), options, folder_path("said"));
	status = system(command);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int
report(const char *name, const char *month)
{
	char options[1024];

	snprintf(options, sizeof(options), "--out %s %s", folder_path(name),
	    month);
	return run(options);
}

static void
same_files(const char *one, const char *two)
{
	size_t na, nb;
	char *a = content(one, &na), *b = content(two, &nb);

	ok(na > 0 && na == nb && memcmp(a, b, na) == 0, "%s: the same bytes",
	    two);
	free(a);
	free(b);
}

static void
same_file(const char *name)
{
	char one[128], two[128];

	snprintf(one, sizeof(one), "satu/%s", name);
	snprintf(two, sizeof(two), "dua/%s", name);
	same_files(one, two);
}

static void
gives_the_same_bytes(void)
{
	int i;

	is_int(0, report("satu", "--month 2026-10"), "a report");
	is_int(0, report("dua", "--month 2026-10"), "the same again");
	same_file("index.html");
	same_file("peran.csv");
	same_file(ASSET_GOVUK_CSS);
	same_file(ASSET_APP_CSS);
	for (i = 0; i < PICTURE__MAX; i++)
		same_file(report_picture_name(i));
}

static void
says_the_figures(void)
{
	size_t len;
	char *page = content("satu/index.html", &len);

	has(page, "Gangguan yang tercatat");
	has(page, "Listrik &lt;padam&gt;<td");
	has(page, ">Divisi Administrasi");
	ok(strstr(page, "belum diisi") == NULL, "its holidays are known");

	has(page, "Laporan evaluasi layanan, Oktober 2026");
	has(page, "2 dari 5 berkas dalam waktu layanannya (disimpulkan dari "
	    "SOP, belum dijanjikan). 75,0% langkah selesai tepat waktu, di "
	    "bawah target 90%; satu peran belum mencapainya.<");
	/* Nine of eleven: its interval holds the target, it has no name. */
	ok(strstr(page, "terutama") == NULL && strstr(page, "terendah") ==
	    NULL, "no role is called the lowest by chance");
	has(page, ">dalam waktu layanan<");
	has(page, ">2 dari 5 berkas: 5 diputus, tidak ada yang berjalan "
	    "melewatinya; September \xe2\x80\x93, Oktober 2025 "
	    "\xe2\x80\x93; disimpulkan dari SOP, belum dijanjikan<");
	has(page, "27 dari 36; target 90%; September ");
	has(page, ">Sub Bagian Kepegawaian, Tata Usaha, dan Rumah Tangga<td>"
	    "1 dari 2<td>1 dari 3<");	/* on time but for a wait */
	has(page, "Peran kantor: jam kerja kantor");
	has(page, "Di luar kantor dan sistem: waktu nyata, siang dan malam");
	has(page, "tidak dihitung: 4 dari 5.");
	has(page, "Dalam waktu layanan sebelumnya: September \xe2\x80\x93, "
	    "Oktober 2025 \xe2\x80\x93.");
	has(page, "tertua 50 hari kerja, September 1, Oktober 2025 0");
	has(page, "Data per 1 Desember 2026, 09.00 WIB");
	has(page, "Oktober 2026 belum disahkan");
	has(page, "Kantor &lt;Uji&gt;");
	has(page, "=SUM(1) &quot;x&quot; &lt;b&gt;");
	has(page, "dua belas bulan: 3 dari 5");	/* Subbag: 4 done, 1 late */
	has(page, "1 langkah dikembalikan, lalu diteruskan tanpa perubahan<");
	has(page, "tiga dari tujuh langkah yang terbuka sudah terlambat. "
	    "Terlambat: Admin Kanwil 1, JFU/JFT 1 dan Sub Bagian "
	    "Kepegawaian, Tata Usaha, dan Rumah Tangga 1.");
	has(page, ">Admin Kanwil<td>3<td>2<td>0<td>0<td>1<td>50<td>1<");
	/* 4,000 of 7,200 seconds of work. */
	has(page, "<td>60\xe2\x80\x93" "120 menit<td>56%<td>56%"
	    "<td>1 jam 6 menit<td>0 dari 1<");
	has(page, "Menunggu diambil paling lama");
	has(page, "27 jam 46 menit");
	has(page, "<caption>Menunggu diambil paling lama");
	contents(page);
	has(page, "Tidak ada standar yang jauh dari yang terukur.");
	has(page, "srcset=\"./peran-sempit.png 1x, peran-sempit@2x.png 2x\"");
	ok(strstr(page, "<script") == NULL, "no script");
	ok(strstr(page, "http://") == NULL &&
	    strstr(page, "href=\"/") == NULL, "nothing outside the folder");
	free(page);
}

/* Figures of other periods that the figures of a month do not hold. */
static void
compares_the_promise(void)
{
	size_t len;
	char *page;

	is_int(0, report("november", "--month 2026-11"), "November");
	page = content("november/index.html", &len);
	has(page, "Dalam waktu layanan sebelumnya: Oktober 2 dari 5, "
	    "November 2025 \xe2\x80\x93.");
	free(page);
}

static void
writes_a_table(void)
{
	size_t len;
	char *csv = content("satu/peran.csv", &len);

	has(csv, "\"peran\",\"kelompok\",\"dasar target\",\"target persen\","
	    "\"selesai\"");
	has(csv, "\r\n\"Admin Kanwil\",\"diperingkat\",\"SK 4\",75,10,2,6,2,1,"
	    "3,15,3,13,0,2,425,611,475,760,4791,1600,0,0,1,1,1,11,9\r\n");
	has(csv, "\r\n\"'=SUM(1) \"\"x\"\" <b>\",\"kurang dari sepuluh\",");
	/* No target, no verdict: empty cells. */
	has(csv, "\r\n\"Layanan Magang dan Penelitian\",\"sistem\",\"\",,0,");
	free(csv);
}

static void
draws_pictures(void)
{
	int i, once, twice;
	char name[128];

	for (i = 0; i < PICTURE__MAX; i += 2) {
		snprintf(name, sizeof(name), "satu/%s",
		    report_picture_name(i));
		once = report_picture_height(folder_path(name));
		ok(once > 200, "%s is a picture", name);
		snprintf(name, sizeof(name), "satu/%s",
		    report_picture_name(i + 1));
		twice = report_picture_height(folder_path(name));
		is_int(2 * once, twice, "%s is twice as high", name);
		is_int(i, report_picture_from(report_picture_name(i)),
		    "... found by its name");
	}
	is_int(-1, report_picture_from("lain.png"), "another name");
	is_int(0, report_picture_height(folder_path("satu/index.html")),
	    "a page has no height");
}

/* For the web: drawn once, and again when the figures differ. */
static void
keeps_pictures(void)
{
	struct month_figures *oct = NULL, *sep = NULL;
	struct typeface face;
	struct report r;
	struct office *o;
	char why[256], a[1024], b[1024];
	struct stat was, now;

	o = office_open(folder_path("data"), DB_READ, why, sizeof(why));
	if (o == NULL || typeface_open(&face, "/usr/share/fonts/opentype/inter")
	    == -1)
		bail(o == NULL ? why : "fonts");
	if (month_compute(o, 2026, 10, NULL, month_data_at(o,
	    "2026-12-10T08:00"), &oct) != CASE_OK || month_compute(o, 2026, 9,
	    NULL, month_data_at(o, "2026-12-10T08:00"), &sep) != CASE_OK)
		bail(office_why(o));
	report_open(&r, o, oct);
	is_int(0, report_picture_kept(&r, &face, TREND_PICTURE,
	    folder_path("charts"), NULL, a, sizeof(a)), "a kept picture");
	ok(stat(a, &was) == 0 && report_picture_height(a) > 200, "... drawn");
	report_picture_kept(&r, &face, TREND_PICTURE, folder_path("charts"),
	    NULL, b, sizeof(b));
	ok(stat(b, &now) == 0 && strcmp(a, b) == 0 &&
	    was.st_ino == now.st_ino, "... once");
	report_close(&r);
	report_open(&r, o, sep);
	report_picture_kept(&r, &face, TREND_PICTURE, folder_path("charts"),
	    NULL, b, sizeof(b));
	ok(strcmp(a, b) != 0, "other figures, another picture");
	report_close(&r);
	month_free(oct);
	month_free(sep);
	office_close(o);
}

static void
reports_a_quarter(void)
{
	char *page;
	size_t len;

	is_int(0, report("triwulan", "--period 2026-T4"), "a quarter");
	page = content("triwulan/index.html", &len);
	has(page, "Laporan evaluasi layanan, Triwulan IV 2026");
	has(page, "Masa laporan: 1 Oktober\xe2\x80\x93");
	has(page, "Triwulan IV 2025");
	free(page);
	is_int(0, report("tahun", "--period 2026"), "a year");
	page = content("tahun/index.html", &len);
	has(page, "Laporan evaluasi layanan, Tahun 2026");
	free(page);
	is_int(2, report("salah", "--period 2026-T5"), "no fifth quarter");
}

static void
reports_a_closed_month(void)
{
	static const struct month_minutes said;
	struct change ch = { 0 };
	struct office *o;
	char why[256], *page;
	size_t len;

	o = office_open(folder_path("data"), DB_WRITE, why, sizeof(why));
	if (o == NULL)
		bail(why);
	ch.now = month_data_at(o, "2026-12-10T08:00");
	is_int(CASE_OK, month_close(o, &ch, 2026, 10, "", &said),
	    "the month is closed");
	fixture_run(o, "UPDATE tasks SET verdict = 'over'");
	record_outage(o, "2026-10-18", "Banjir", NULL);
	office_close(o);
	is_int(0, report("tutup", "--month 2026-10"), "its report");
	page = content("tutup/index.html", &len);
	has(page, "Listrik &lt;padam&gt;");
	ok(strstr(page, "Banjir") == NULL, "an outage not known then is not "
	    "in it");
	has(page, "75,0% langkah selesai tepat waktu");
	has(page, "Data per 10 Desember 2026, 08.00 WIB");
	has(page, "Sudah disahkan");
	has(page, built_letter ? "src=\"akar.png\"" :
	    "/sidik-jari?cari=");
	free(page);
	is_int(0, report("lagi", "--month 2026-10 --corrected"),
	    "corrected, it is another");
	page = content("lagi/index.html", &len);
	has(page, "Oktober 2026 (dikoreksi)</h1>");
	has(page, "kalender yang berlaku sekarang, versi 3");
	has(page, "memakai kalender versi 2");
	has(page, "Saat disahkan dan sesudah dikoreksi");
	has(page, ">Seluruh kantor");
	has(page, ">18 Oktober 2026, 10.00 WIB<td");
	has(page, ">18 Oktober 2026, 11.30 WIB<td");
	has(page, ">Surat &lt;PLN&gt; 12");
	free(page);
	is_int(0, report("tutup2", "--month 2026-10"), "the first again");
	same_files("tutup/index.html", "tutup2/index.html");
	is_int(1, report("x", "--month 2026-11 --corrected"),
	    "a month not closed has none");
}

static void
refuses_what_is_wrong(void)
{
	char *said;
	size_t len;

	is_int(2, run(""), "no folder");
	is_int(2, report("x", "--month oktober"), "not a month");
	is_int(2, report("x", "sisa"), "an argument too many");
	is_int(1, report("x", "--month 2027-05"), "a month to come");
	said = content("said", &len);
	has(said, "Pilih bulan yang sudah berjalan.");
	free(said);
	is_int(1, report("x", "--sop tiada"), "an unknown SOP");
	is_int(1, report("sopap.conf", "--month 2026-09"), "a file for folder");
	is_int(0, report("baru", ""), "without a month: the last one over");
	said = content("said", &len);
	has(said, "laporan November 2026");
	free(said);
}

int
main(void)
{
	folder_make();
	make_office();
	gives_the_same_bytes();
	says_the_figures();
	compares_the_promise();
	writes_a_table();
	draws_pictures();
	keeps_pictures();
	refuses_what_is_wrong();
	reports_a_quarter();
	reports_a_closed_month();
	return tap_done();
}
