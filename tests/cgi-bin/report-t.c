/* report-t.c - the report page: who may see it, its addresses, its pictures. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/built.h"
#include "case/act.h"
#include "case/act_start.h"
#include "office/change.h"
#include "office/soplist.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"

/* One case, opened in January 2026. */
static void
open_case(struct office *o)
{
	struct act a = { .now = FIXTURE_START + 3600 };
	struct act_start s = { .version_id = fixture_sop(o, "monev"),
	    .subject = "Nota dinas triwulan" };
	struct fixture_form form;

	a.actor.person_id = fixture_person(o, "jfu");
	fixture_fill(o, sop_row_at(office_sop(o, s.version_id), 1), &form,
	    &a);
	if (act_start(o, &a, &s) != CASE_OK)
		bail(office_why(o));
}

static void
refuses(struct visitor *v)
{
	cgi_get(v, "report", "/laporan/2026-01/");
	is_int(303, v->status, "nobody is sent to the log-in");
	ok(strncmp(v->location, "/masuk", 6) == 0, "... %s", v->location);
}

static void
leads_to_a_month(struct visitor *v)
{
	cgi_get(v, "report", "/laporan");
	is_int(303, v->status, "/laporan leads to a month");
	is_string("/laporan/2026-01/", v->location, "... that of the data");
	cgi_get(v, "report", "/laporan?bulan=2026-01&sop=monev");
	is_string("/laporan/2026-01/monev/", v->location,
	    "the form leads to month and SOP");
	cgi_get(v, "report", "/laporan?bulan=..%2Fx&sop=%2F%2Fcontoh.org");
	is_string("/laporan/2026-01/", v->location, "... and nowhere else");
	cgi_get(v, "report", "/laporan/2026-01");
	is_string("/laporan/2026-01/", v->location,
	    "pictures lie beside the page");
}

/* The height that a page leaves for its first chart of a width. */
static int
room_left(const struct visitor *v, const char *width)
{
	const char *at = strstr(cgi_body(v), width);

	return at != NULL ? atoi(at + strlen(width)) : -1;
}

/* The height that the head of a PNG tells. */
static int
height_of(struct visitor *v, const char *uri)
{
	const unsigned char *head;

	cgi_get(v, "report", uri);
	if (v->status != 200 || v->size < 24)
		return 0;
	head = (const unsigned char *)cgi_body(v);
	return head[20] << 24 | head[21] << 16 | head[22] << 8 | head[23];
}

/* How many files of a folder are pictures. */
static int
pictures(const char *folder)
{
	DIR *d = opendir(folder);
	struct dirent *e;
	int n = 0;

	while (d != NULL && (e = readdir(d)) != NULL)
		n += strstr(e->d_name, ".png") != NULL;
	if (d != NULL)
		closedir(d);
	return n;
}

static void
leaves_room_for_pictures(struct visitor *v)
{
	char charts[256];
	int wide, narrow;

	snprintf(charts, sizeof(charts), "%s/data/charts", cgi_folder());
	cgi_get(v, "report", "/laporan/2026-01/");
	wide = room_left(v, " width=\"960\" height=\"");
	narrow = room_left(v, " width=\"480\" height=\"");
	is_int(0, pictures(charts), "for the first visitor nothing is "
	    "painted");
	ok(wide > 0 && narrow > 0, "... but there is room for it");
	is_int(wide, height_of(v, "/laporan/2026-01/peran.png"),
	    "... as much as the picture has");
	is_int(2 * narrow, height_of(v,
	    "/laporan/2026-01/peran-sempit@2x.png"), "... the narrow one, too");
	is_int(2, pictures(charts), "they are painted when they are asked for");
	cgi_get(v, "report", "/laporan/2026-01/");
	is_int(wide, room_left(v, " width=\"960\" height=\""),
	    "... and the room is the same then");
}

/* A page names cases to who may see them, to others by pseudonyms; files do so
 * to nobody. */
static void
names_cases_to_their_readers(struct office *o, struct visitor *v)
{
	static const char page[] = "/laporan/2026-01/";
	struct visitor other = { .now = v->now };

	/* Of the longest ones. */
	fixture_run(o, "UPDATE cases SET ended_at = opened_at,"
	    " own = 600, state = 'ended'");
	cgi_get(v, "report", page);
	ok(cgi_has(v, ">K-2026-"), "a case is named to who may see it");
	cgi_login(o, &other, "kasi-izin-tinggal");
	cgi_get(&other, "report", page);
	ok(cgi_has(&other, ">b-") && !cgi_has(&other, "K-2026-"),
	    "... to others it has a pseudonym");
	cgi_leave(&other);
	fixture_run(o, "UPDATE cases SET ended_at = NULL, own = 0,"
	    " state = 'open'");
	cgi_get(v, "report", "/laporan/2026-01/tanda.csv");
	ok(v->status == 200 && !cgi_has(v, "K-2026-"), "... and in a file");
	cgi_get(v, "report", "/laporan/2026-01/tanda.csv?nomor=ya");
	is_int(403, v->status, "... unless the right data-pribadi asks");
}

static void
shows_a_month(struct office *o, struct visitor *v)
{
	cgi_get(v, "report", "/laporan/2026-01/");
	is_int(200, v->status, "the page of a month");
	ok(cgi_has(v, "Laporan evaluasi layanan, Januari 2026"), "... heading");
	ok(cgi_has(v, "srcset=\"./peran.png 1x, peran@2x.png 2x\""),
	    "... chart of roles");
	ok(cgi_has(v, "value=\"2026-01\" selected"), "... its month chosen");
	cgi_get(v, "report", "/laporan/2026-01/monev/");
	is_int(200, v->status, "the page of one SOP");
	ok(!cgi_has(v, "name=\"angka\""), "... as a month not closed has one "
	    "report");
	cgi_get(v, "report", "/laporan/2026-01/monev/dikoreksi/");
	is_string("/laporan/2026-01/monev/", v->location, "... and no other");
	cgi_get(v, "report", "/laporan/2026-01/monev/");
	ok(cgi_has(v, "value=\"monev\" selected"), "... the SOP chosen");
	cgi_get(v, "report", "/laporan/2026-T1/");
	is_int(200, v->status, "a quarter");
	ok(cgi_has(v, "Laporan evaluasi layanan, Triwulan I 2026"),
	    "... heading");
	ok(cgi_has(v, "value=\"2026-T1\" selected"), "... is chosen");
	ok(cgi_has(v, "value=\"2026\""), "... a year could be");
	cgi_get(v, "report", "/laporan?bulan=2026-S1&sop=");
	is_string("/laporan/2026-S1/", v->location, "a semester");
	cgi_get(v, "report", "/laporan/2026-01/peran.png");
	is_int(200, v->status, "a picture");
	is_string("image/png", cgi_header(v, "Content-Type"),
	    "... is a PNG");
	ok(v->size > 1000, "... of %zu bytes", v->size);
	cgi_get(v, "report", "/laporan/2026-01/monev/tren-sempit@2x.png");
	is_int(200, v->status, "... of one SOP, narrow, at two pixels");
	cgi_get(v, "report", "/laporan/2026-01/peran.csv");
	is_int(200, v->status, "the table file");
	is_string("text/csv; charset=utf-8", cgi_header(v, "Content-Type"),
	    "... is CSV");
	cgi_get(v, "report", "/laporan/2026-01/sop.csv?bom=ya");
	ok(strncmp(cgi_body(v), "\xef\xbb\xbf\"kode\"", 9) == 0,
	    "with a byte order mark when asked for");
	cgi_get(v, "report", "/laporan/2026-01/monev/log.xes");
	is_string("application/xml", cgi_header(v, "Content-Type"),
	    "the event log");
	ok(cgi_has(v, "<trace>"), "... has the case");
	ok(!cgi_has(v, "Pegawai"), "... and nobody's name");
	ok(!cgi_has(v, "K-2026-"), "... nor the number of a case");
	cgi_get(v, "report", "/laporan/2026-01/monev/log.xes?nomor=ya");
	is_int(403, v->status, "numbers beside pseudonyms are for who has the "
	    "right data-pribadi");
	fixture_run(o, "INSERT INTO rights (id, role_id, word, letter_no,"
	    " from_at) SELECT 7, h.role_id, 'data-pribadi', '', 0"
	    " FROM holders h JOIN people p ON p.id = h.person_id"
	    " WHERE p.login = 'kabag-program-humas'");
	cgi_configure("second_factor", "admin");
	cgi_get(v, "report", "/laporan/2026-01/monev/log.xes?nomor=ya");
	is_string("/akun/bukti?kembali=%2Flaporan%2F2026-01%2Fmonev%2Flog.xes"
	    "%3Fnomor%3Dya", v->location, "... after the second code");
	cgi_get(v, "report", "/laporan/2026-01/monev/log.xes");
	is_int(200, v->status, "... which pseudonyms do not need");
	fixture_run(o, "UPDATE sessions SET proved_at = 4102444800");
	cgi_get(v, "report", "/laporan/2026-01/monev/log.xes?nomor=ya");
	ok(v->status == 200 && cgi_has(v, "K-2026-"),
	    "... then they are there");
	cgi_configure("second_factor", "no");
	is_int(1, fixture_int(o, "SELECT count(*) > 0 FROM audit"
	    " WHERE kind = 'export' AND at >= $1", 0), "... and on record");
	fixture_run(o, "DELETE FROM rights");
	names_cases_to_their_readers(o, v);
	cgi_get(v, "report", "/laporan/2026-01/angka.json");
	ok(cgi_has(v, "\"period\": \"2026-01\""), "the figures as JSON");
}

#define RANGE "/laporan/rentang"
#define DAYS(a, am, b, bm) "kunci=r1&aksi=lihat&versi=0" \
	"&tanggal_mulai-hari=" a "&tanggal_mulai-bulan=" am \
	"&tanggal_mulai-tahun=2026&tanggal_selesai-hari=" b \
	"&tanggal_selesai-bulan=" bm "&tanggal_selesai-tahun=2026"

/* Today is 6 January. */
static void
asks_for_days(struct visitor *v)
{
	cgi_get(v, "report", "/laporan/2026-01/");
	ok(cgi_has(v, "href=\"" RANGE "\""), "the way to any days");
	cgi_get(v, "report", RANGE);
	is_int(200, v->status, "... the form");
	ok(cgi_has(v, "name=\"tanggal_selesai-hari\"") &&
	    cgi_has(v, "<option value=\"monev\">"), "... asks for them");
	cgi_post(v, "report", RANGE, DAYS("6", "1", "5", "1"));
	is_int(422, v->status, "not from behind");
	ok(cgi_has(v, "href=\"#tanggal_selesai-hari\""), "... it says where");
	cgi_post(v, "report", RANGE, DAYS("30", "2", "1", "3"));
	is_int(422, v->status, "not of a day there is not");
	ok(cgi_has(v, "Tanggal itu tidak ada"), "... it says so");
	cgi_post(v, "report", RANGE, DAYS("5", "1", "1", "12"));
	is_int(422, v->status, "not to a day to come");
	ok(cgi_has(v, "2026-12-01 belum tiba") &&
	    cgi_has(v, "href=\"#tanggal_selesai-hari\"") &&
	    cgi_has(v, "name=\"tanggal_selesai-bulan\" type=\"text\""
	    " value=\"12\""), "... and keeps what was typed");
	cgi_post(v, "report", RANGE, DAYS("%3Cb%3E", "1", "6", "1"));
	is_int(422, v->status, "not of a word");
	ok(cgi_has(v, "&lt;b&gt;") && !cgi_has(v, "\"<b>"), "... as text");
	cgi_post(v, "report", RANGE, DAYS("5", "1", "6", "1") "&sop=monev");
	is_string("/laporan/2026-01-05..2026-01-06/monev/", v->location,
	    "to the days of an SOP");
	cgi_post(v, "report", RANGE, DAYS("5", "1", "6", "1"));
	is_string("/laporan/2026-01-05..2026-01-06/", v->location,
	    "... or of all");
}

static void
shows_days(struct visitor *v)
{
	cgi_get(v, "report", "/laporan/2026-01-05..2026-01-06");
	is_string("/laporan/2026-01-05..2026-01-06/", v->location,
	    "files lie beside the page");
	cgi_get(v, "report", v->location);
	is_int(200, v->status, "the page of two days");
	ok(cgi_has(v, "Data layanan, 5–6 Januari 2026</h1>"), "... heading");
	ok(cgi_has(v, "1 langkah selesai, pada 1 berkas."), "... what closed");
	ok(cgi_has(v, "href=\"log.xes\"") && cgi_has(v, "href=\"peran.csv\"")
	    && !cgi_has(v, "tren.csv"), "... its files");
	cgi_get(v, "report", "/laporan/2026-01-05..2026-01-06/log.xes");
	ok(cgi_has(v, "value=\"2026-01-05..2026-01-06\"") &&
	    cgi_has(v, "<trace>"), "the event log");
	cgi_get(v, "report", "/laporan/2026-01-05..2026-01-06/skp/log.xes");
	ok(!cgi_has(v, "<trace>"), "... not of another SOP");
	cgi_get(v, "report", "/laporan/2026-01-03..2026-01-04/");
	ok(cgi_has(v, "Tidak ada langkah yang selesai"), "an empty range");
	cgi_get(v, "report", "/laporan/2026-01-06..2026-01-06/");
	ok(cgi_has(v, "layanan, 6 Januari 2026</h1>"), "one day");
}

#define HALF "/laporan/2026-S1/pemantauan"

static void
monitors_no_running_semester(struct visitor *v)
{
	cgi_get(v, "report", "/laporan/2026-S1/");
	ok(cgi_has(v, "href=\"pemantauan\""), "a semester is monitored");
	cgi_get(v, "report", HALF);
	ok(cgi_has(v, "Semester ini belum berakhir") &&
	    cgi_has(v, "Yang mengisinya: Kabag"), "... once it is over");
	cgi_get(v, "report", "/laporan/2026-01/pemantauan/");
	is_int(404, v->status, "a month is not");
}

/* Put into `form` that every SOP runs well but monev. */
static const char *
assessed(struct office *o, const char *monev)
{
	static char form[8192];
	struct sop_item *list;
	size_t n, i, len = 0;

	if (soplist_names(o, FIXTURE_START + 86400, &list, &n) != CASE_OK)
		bail(office_why(o));
	for (i = 0; i < n; i++)
		if (strcmp(list[i].slug, "monev") != 0)
			len += (size_t)snprintf(form + len,
			    sizeof(form) - len, "keadaan-%s=baik&",
			    list[i].slug);
	snprintf(form + len, sizeof(form) - len, "%s", monev);
	free(list);
	return form;
}

static void
asks_for_every_sop(struct office *o, struct visitor *v)
{
	cgi_get(v, "report", HALF);
	is_int(200, v->status, "the form of a semester that is over");
	ok(cgi_has(v, "name=\"keadaan-monev\"") &&
	    cgi_has(v, "name=\"keadaan-skp\""), "... asks of each SOP");
	ok(cgi_has(v, "1 berkas masuk"), "... with its figures");
	ok(cgi_has(v, "Tidak ada berkas."), "... or that there are none");
	ok(cgi_has(v, "Meragukan</strong> tidak ada langkah"),
	    "what the figures do not say is marked");
	ok(!cgi_has(v, " checked"), "... and nothing is chosen for it");
	cgi_post(v, "report", HALF, assessed(o, "keadaan-monev=tidak"
	    "&catatan-monev=%3Cb%3Elambat&kunci=p1&versi=1"));
	is_int(422, v->status, "what runs badly needs something done");
	ok(cgi_has(v, "Monev: tulis tindakan yang harus diambil"),
	    "... it says so");
	ok(cgi_has(v, "&lt;b&gt;lambat"), "... and keeps what was written");
	cgi_post(v, "report", HALF, assessed(o, "kunci=p1&versi=1"));
	is_int(422, v->status, "an SOP without a word");
	ok(cgi_has(v, "Monev: pilih berjalan baik atau tidak berjalan baik"),
	    "... is asked for");
}

static void
keeps_what_is_written(struct office *o, struct visitor *v)
{
	const char *form = assessed(o, "keadaan-monev=tidak"
	    "&catatan-monev=%3Cb%3Elambat&tindakan-monev=Latihan"
	    "&kunci=p2&versi=1");

	cgi_post(v, "report", HALF, form);
	is_string(HALF, v->location, "kept");
	cgi_get(v, "report", HALF);
	ok(cgi_has(v, "&lt;b&gt;lambat") && cgi_has(v, "Latihan"),
	    "the table has what was written");
	ok(cgi_has(v, "Paraf penilai"), "... and room for initials");
	ok(cgi_has(v, "(Kabag"), "... and who filled it in");
	is_int(1, fixture_int(o, "SELECT count(*) FROM events"
	    " WHERE kind = 'sops-monitored' AND stream = $1",
	    office_unit(o)), "... and it is an event");
	cgi_post(v, "report", HALF, form);
	is_int(303, v->status, "the same form again is the same act");
	cgi_post(v, "report", HALF, assessed(o,
	    "keadaan-monev=baik&kunci=p3&versi=1"));
	is_int(409, v->status, "of two at once the second is told");
}

static void
corrects_by_a_version(struct office *o, struct visitor *v)
{
	cgi_get(v, "report", HALF "?ubah=ya");
	ok(cgi_has(v, "value=\"tidak\" checked") &&
	    cgi_has(v, "&lt;b&gt;lambat"), "the form as it was kept");
	cgi_post(v, "report", HALF, assessed(o,
	    "keadaan-monev=baik&kunci=p4&versi=2"));
	is_int(422, v->status, "a correction without a reason");
	cgi_post(v, "report", HALF, assessed(o, "keadaan-monev=baik"
	    "&alasan-perubahan=Salah+%3Ci%3Ebaca&kunci=p5&versi=2&csrf=0"));
	is_int(422, v->status, "... without its token it comes back");
	ok(cgi_has(v, "value=\"Salah &lt;i&gt;baca\""), "... filled in");
	cgi_post(v, "report", HALF, assessed(o, "keadaan-monev=baik"
	    "&alasan-perubahan=Salah+%3Ci%3Ebaca&kunci=p5&versi=2"));
	is_int(303, v->status, "... with one it is kept");
	cgi_get(v, "report", HALF);
	ok(!cgi_has(v, "Latihan"), "the table is the new one");
	ok(cgi_has(v, "Salah &lt;i&gt;baca"), "... the reason stands below");
	cgi_get(v, "report", HALF "?versi=1");
	ok(cgi_has(v, "Latihan") && cgi_has(v, "yang berlaku adalah versi 2"),
	    "the first version is still there");
	cgi_get(v, "report", HALF "?versi=3");
	is_int(404, v->status, "... and no third");
}

/* Half a year later: who assesses, and who only reads. */
static void
monitors_a_semester(struct office *o, struct visitor *v)
{
	cgi_leave(v);
	v->now = FIXTURE_START + 180 * INT64_C(86400);
	cgi_login(o, v, "jfu");
	cgi_get(v, "report", HALF);
	ok(cgi_has(v, "Semester ini belum dipantau"), "others cannot fill in");
	cgi_post(v, "report", HALF, assessed(o,
	    "keadaan-monev=baik&kunci=p0&versi=1"));
	is_int(403, v->status, "... nor send");
	cgi_leave(v);
	cgi_login(o, v, "kabag-program-humas");
	asks_for_every_sop(o, v);
	keeps_what_is_written(o, v);
	corrects_by_a_version(o, v);
	cgi_leave(v);
	cgi_login(o, v, "jfu");
	cgi_get(v, "report", HALF);
	ok(cgi_has(v, "Paraf penilai"), "everybody of the office reads it");
	ok(!cgi_has(v, "ubah=ya"), "... and may not change it");
	cgi_get(v, "report", HALF "?ubah=ya");
	is_int(403, v->status, "... nor open the form");
	cgi_leave(v);
}

static void
knows_no_other(struct visitor *v)
{
	static const char *const paths[] = { "/laporan/2027-01/",
	    "/laporan/2026-13/", "/laporan/2026-T2/", "/laporan/kemarin/",
	    "/laporan/2026-01/tari/", "/laporan/2026-01/key.png",
	    "/laporan/2026-01/monev/x/y", "/laporan/2026-01/..%2f..%2fkey",
	    "/laporan/2026-01-06..2026-01-05/",
	    "/laporan/2026-01-32..2026-02-02/",
	    "/laporan/2026-01-05..2026-12-01/",
	    "/laporan/2026-01-05..2026-01-06/tren.csv",
	    "/laporan/2026-01-05..2026-01-06/peran.png",
	    "/laporan/2026-01-05..2026-01-06/pengesahan/",
	    "/laporan/2026-01-05..2026-01-06/akar.png",
	    "/laporan/rentang/log.xes" };
	size_t i;

	for (i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		cgi_get(v, "report", paths[i]);
		is_int(404, v->status, "%s is not found", paths[i]);
	}
	cgi_post(v, "report", "/laporan/2026-01/", "a=b");
	is_int(405, v->status, "nothing is posted here");
}

#define MINUTES "tanggal-hari=3&tanggal-bulan=2&tanggal-tahun=2026" \
	"&tempat=Aula&hadir=Kakanwil&pembahasan=Dua+%3Cb%3Eterlambat" \
	"&versi=1&kunci=k1"

static void
closes_with_minutes(struct office *o, struct visitor *v)
{
	cgi_get(v, "report", "/laporan/2026-01/");
	ok(!cgi_has(v, "Sahkan bulan ini"), "who may not is not asked");
	cgi_get(v, "report", "/laporan/2026-01/pengesahan");
	is_int(403, v->status, "... and may not look");
	cgi_post(v, "report", "/laporan/2026-01/pengesahan", MINUTES
	    "&keputusan=x&aksi=kirim");
	is_int(403, v->status, "... nor close");
	cgi_leave(v);
	cgi_login(o, v, "kakanwil");
	cgi_get(v, "report", "/laporan/2026-01/");
	ok(cgi_has(v, "/laporan/2026-01/pengesahan"), "the role is asked");
	cgi_get(v, "report", "/laporan/2026-02/pengesahan");
	is_int(404, v->status, "... not of a month that runs");
	cgi_get(v, "report", "/laporan/2026-01/pengesahan");
	is_int(200, v->status, "the form");
	cgi_post(v, "report", "/laporan/2026-01/pengesahan",
	    "tanggal-hari=1&tanggal-bulan=Dec&tanggal-tahun=2027&tempat=A"
	    "&hadir=B&pembahasan=C&keputusan=D&kunci=k&aksi=kirim");
	is_int(422, v->status, "a meeting that is to come");
	ok(cgi_has(v, "Tanggal rapat tidak boleh sesudah hari ini"),
	    "... closes nothing");
	cgi_post(v, "report", "/laporan/2026-01/pengesahan",
	    "tanggal-hari=31&tanggal-bulan=12&tanggal-tahun=2025&tempat=A"
	    "&hadir=B&pembahasan=C&keputusan=D&kunci=k&aksi=kirim");
	ok(v->status == 422 && cgi_has(v, "Tanggal rapat tidak boleh sebelum "
	    "1 Januari 2026"), "... nor one before the month");
	cgi_post(v, "report", "/laporan/2026-01/pengesahan", MINUTES
	    "&keputusan=&aksi=periksa");
	is_int(422, v->status, "without a decision");
	ok(cgi_has(v, "Isi keputusan"), "... it is asked for");
	ok(cgi_has(v, "Dua &lt;b&gt;terlambat"), "... and all else is there");
	cgi_post(v, "report", "/laporan/2026-01/pengesahan", MINUTES
	    "&keputusan=Tambah+petugas&aksi=periksa");
	is_int(200, v->status, "whole, it is looked at once more");
	ok(cgi_has(v, "Sahkan bulan Januari 2026?"), "... in so many words");
	cgi_post(v, "report", "/laporan/2026-01/pengesahan", MINUTES
	    "&keputusan=Tambah+petugas&aksi=kirim");
	is_int(303, v->status, "closed");
	cgi_get(v, "report", v->location);
	ok(cgi_has(v, "Berita acara pengesahan, Januari 2026"), "the paper");
	ok(cgi_has(v, "Dua &lt;b&gt;terlambat"), "... with what was said");
	ok(cgi_has(v, built_letter ? "src=\"akar.png\"" :
	    "/sidik-jari?cari="), "... and its root as a code");
	cgi_post(v, "report", "/laporan/2026-01/pengesahan", MINUTES
	    "&keputusan=Lain&aksi=kirim");
	is_int(303, v->status, "once closed, nothing changes it");
}

/* Set the figures of the closed month, of the office and of an SOP. */
static void
freeze_figures(struct office *o, int64_t kept, int64_t surveys)
{
	if (db_run(office_db(o), "UPDATE month_figures SET promised = 5,"
	    " kept = $1, promise_late = 0, surveys = $2,"
	    " survey_requirements = 3 * $2, survey_procedure = 3 * $2,"
	    " survey_time = 3 * $2, survey_fee = 3 * $2,"
	    " survey_product = 3 * $2, survey_competence = 3 * $2,"
	    " survey_conduct = 3 * $2, survey_facilities = 3 * $2,"
	    " survey_complaints = 3 * $2, complaints_answered = 11,"
	    " complaints_in_time = 9, complaints_late = 1"
	    " WHERE scope = 'office' AND sop = ''", "ii", kept, surveys) < 1 ||
	    db_run(office_db(o), "UPDATE month_figures SET promised = 5,"
	    " kept = $1, promise_late = 0, key = 'izin-magang-penelitian',"
	    " version_id = $2 WHERE scope = 'sop' AND sop = ''", "ii", kept,
	    fixture_sop(o, "izin-magang-penelitian")) < 1)
		bail("cannot set figures");
}

/* Closed months alone, for who has no account. */
static void
everybody_reads_closed_months(struct office *o)
{
	struct visitor v = { .now = FIXTURE_START + 30 * 86400 };

	freeze_figures(o, 4, 9);
	cgi_get(&v, "report", "/kinerja");
	ok(v.status == 200 && cgi_has(&v, "href=\"/kinerja/2026-01\">Januari "
	    "2026</a>"), "everybody reads a closed month");
	ok(!cgi_has(&v, "Februari 2026"), "... no open one");
	ok(cgi_has(&v, "<td>4 dari 5 permohonan</td>"), "... few are counted");
	ok(cgi_has(&v, "<td>9 jawaban survei</td>"), "... and give no index");
	ok(cgi_has(&v, "<td>75,0% dari 12 pengaduan</td>"),
	    "... complaints, with those past their day");
	ok(cgi_has(&v, "5 hari kerja (disimpulkan dari SOP, belum "
	    "dijanjikan)"), "... an inferred promise is called so");
	ok(!cgi_has(&v, "K-2026-") && !cgi_has(&v, "Pegawai"),
	    "... no case and nobody");
	ok(cgi_header(&v, "ETag") != NULL, "... a browser may keep it");
	freeze_figures(o, 5, 10);
	cgi_get(&v, "report", "/kinerja/2026-01");
	ok(cgi_has(&v, "<td>75,00, mutu C, 10 jawaban</td>"),
	    "enough answers give the index");
	cgi_get(&v, "report", "/kinerja/izin-magang-penelitian");
	ok(v.status == 200 && cgi_has(&v, "<td>5 dari 5 permohonan</td>"),
	    "one SOP by month");
	cgi_get(&v, "report", "/kinerja/2026-02");
	is_int(404, v.status, "an open month is not there");
	cgi_get(&v, "report", "/kinerja/2026");
	is_int(404, v.status, "... nor a year");
	cgi_get(&v, "report", "/kinerja/tidak-ada");
	is_int(404, v.status, "... nor an unknown SOP");
	cgi_get(&v, "report", "/kinerja/2026-01/x");
	is_int(404, v.status, "... nor anything below");
	cgi_get(&v, "home", "/");
	ok(cgi_has(&v, "href=\"/kinerja\""), "the front page leads there");
	cgi_leave(&v);
}

/* Before a month is closed. */
static void
everybody_reads_nothing_yet(void)
{
	struct visitor v = { .now = FIXTURE_START + 86400 };

	cgi_get(&v, "report", "/kinerja");
	ok(v.status == 200 && cgi_has(&v, "Belum ada bulan yang disahkan") &&
	    !cgi_has(&v, "<table"), "without a closed month it says so");
	cgi_get(&v, "report", "/kinerja/2026-01");
	is_int(404, v.status, "... an open month is not there");
	cgi_leave(&v);
}

/* The notice that the office has written stands above its figures. */
static void
everybody_reads_the_notice(struct office *o)
{
	struct visitor v = { .now = FIXTURE_START + 86400 };

	cgi_get(&v, "report", "/kinerja");
	ok(!cgi_has(&v, "Maklumat"), "an office without a notice shows none");
	if (db_run(office_db(o), "INSERT INTO nameplates (id, unit_id, from_at,"
	    " office, service, hours, hours_en, contact, notice, notice_en,"
	    " ground, made_at) VALUES (1, $1, 1, 'A', 'B', 'C', '', '',"
	    " 'Kami sanggup <b>', 'We promise', '', 1)", "i",
	    office_unit(o)) < 1)
		bail("cannot write a notice");
	cgi_get(&v, "report", "/kinerja");
	ok(cgi_has(&v, "Maklumat pelayanan</h2>") && cgi_has(&v,
	    "Kami sanggup &lt;b&gt;"), "... and one that is written, as text");
	cgi_cookie(&v, "bahasa=en");
	cgi_get(&v, "report", "/kinerja");
	ok(cgi_has(&v, "We promise"), "... in English, too");
	fixture_run(o, "DELETE FROM nameplates");
	cgi_leave(&v);
}

/* As it was known when it was closed, and by the calendar of today. */
static void
corrects(struct office *o, struct visitor *v)
{
	const struct change ch = { .now = v->now };

	cgi_get(v, "report", "/laporan/2026-01/");
	ok(cgi_has(v, "value=\"\" selected>Seperti saat disahkan"),
	    "a closed month is shown as known then");
	cgi_get(v, "report", "/laporan?bulan=2026-01&sop=monev"
	    "&angka=dikoreksi");
	is_string("/laporan/2026-01/monev/dikoreksi/", v->location,
	    "the other can be chosen");
	cgi_get(v, "report", v->location);
	is_int(200, v->status, "... corrected");
	ok(cgi_has(v, "Januari 2026: ") && cgi_has(v, "(dikoreksi)</h1>"),
	    "... it says so");
	ok(cgi_has(v, "value=\"dikoreksi\" selected") &&
	    cgi_has(v, "value=\"monev\" selected"), "... and stays chosen");
	ok(!cgi_has(v, "Berita acara pengesahan"), "... it has no minutes");
	cgi_get(v, "report", "/laporan/2026-01/dikoreksi/peran.png");
	is_string("image/png", cgi_header(v, "Content-Type"),
	    "... with pictures of its own");
	cgi_get(v, "report", "/laporan/2026-01/dikoreksi");
	is_string("/laporan/2026-01/dikoreksi/", v->location,
	    "... beside the page");
	cgi_get(v, "report", "/laporan/2026-01/dikoreksi/monev/");
	is_int(404, v->status, "no such address");
	is_int(CASE_OK, office_set_calendar(o, &ch, "zona: Asia/Jakarta\n"
	    "pola: [{nama: Biasa, senin: [\"08:00-12:00\"]}]\n"),
	    "a calendar without holidays");
	cgi_get(v, "report", "/laporan/2026-01/dikoreksi/");
	ok(cgi_has(v, "Hari libur 2026 belum diisi"), "... is flagged");
	cgi_get(v, "report", "/laporan/2026-01/");
	ok(!cgi_has(v, "belum diisi"), "... not in what was known");
}

static void
shows_the_root(struct visitor *v)
{
	char root[80] = "", uri[160];
	const char *at;

	cgi_get(v, "report", "/laporan/2026-01/akar.txt");
	ok(strncmp(cgi_body(v), "2026-01 \n", 9) == 0, "the leaves");
	cgi_get(v, "report", "/laporan/2026-01/monev/akar.png");
	is_int(built_letter ? 200 : 404, v->status,
	    "the code beside the page of an SOP");
	is_string(built_letter ? "image/png" : "text/html; charset=utf-8",
	    cgi_header(v, "Content-Type"), "... a PNG");
	cgi_get(v, "report", "/laporan/2026-01/");
	ok(cgi_has(v, "Berita acara pengesahan"), "the way to the minutes");
	ok(cgi_has(v, "sopap verify --root"), "... and the root");
	cgi_leave(v);
	cgi_get(v, "home", "/");
	at = strstr(cgi_body(v), "sampai Januari 2026: ");
	ok(at != NULL, "everybody sees the root");
	if (at != NULL)
		snprintf(root, sizeof(root), "%.64s", at + 21);
	cgi_get(v, "home", "/sidik-jari");
	ok(cgi_has(v, root), "... in the list as well");
	snprintf(uri, sizeof(uri), "/sidik-jari?cari=%s", root);
	cgi_get(v, "home", uri);
	ok(cgi_has(v, "sama dengan sidik jari Januari 2026"),
	    "one that was kept is compared");
	cgi_get(v, "home", "/sidik-jari?cari=%3Cscript%3Eabc");
	ok(cgi_has(v, "tidak ada di daftar ini"), "... or is not there");
	ok(!cgi_has(v, "<script>abc"), "... and is text");
}

/* With a history of years the list of months does not grow on. */
static void
lists_few_months(struct office *o, struct visitor *v)
{
	if (db_run(office_db(o), "UPDATE cases SET opened_at = opened_at -"
	    " $1 WHERE id = (SELECT min(id) FROM cases)", "i",
	    (int64_t)5 * 365 * 86400) < 0)
		bail("cannot age a case");
	cgi_login(o, v, "kabag-program-humas");
	cgi_get(v, "report", "/laporan/2026-01/");
	ok(cgi_has(v, "<option value=\"2025-03\"") &&
	    cgi_has(v, "<option value=\"2025-T2\""), "months of last year");
	ok(cgi_has(v, "<option value=\"2022\"") &&
	    !cgi_has(v, "<option value=\"2022-"), "years before as a whole");
	cgi_get(v, "report", "/laporan/2022/");
	ok(cgi_has(v, "<option value=\"2022-07\"") &&
	    cgi_has(v, "<option value=\"2022-S1\""),
	    "... which lead to their months");
	ok(!cgi_has(v, "<option value=\"2023-07\""), "... and no others");
	cgi_leave(v);
}

int
main(void)
{
	struct office *o = cgi_office();
	struct visitor v = { .now = FIXTURE_START + 86400 };

	cgi_login(o, &v, "kabag-program-humas");
	cgi_get(&v, "report", "/laporan");
	is_int(404, v.status, "an empty office has no report");
	open_case(o);
	everybody_reads_nothing_yet();
	everybody_reads_the_notice(o);
	leads_to_a_month(&v);
	leaves_room_for_pictures(&v);
	shows_a_month(o, &v);
	asks_for_days(&v);
	shows_days(&v);
	monitors_no_running_semester(&v);
	knows_no_other(&v);
	cgi_leave(&v);
	v.now = FIXTURE_START + 30 * 86400;
	cgi_login(o, &v, "kabag-program-humas");
	closes_with_minutes(o, &v);
	corrects(o, &v);
	shows_the_root(&v);
	refuses(&v);
	monitors_a_semester(o, &v);
	everybody_reads_closed_months(o);
	cgi_login(o, &v, "admin-user");
	cgi_get(&v, "report", "/laporan/2026-01/");
	is_int(403, v.status, "an outsider may not see it");
	cgi_leave(&v);
	lists_few_months(o, &v);
	office_close(o);
	return tap_done();
}
