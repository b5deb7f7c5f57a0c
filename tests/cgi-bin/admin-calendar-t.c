/* admin-calendar-t.c - the calendar and the SOPs, changed on the web. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/calendar.h"
#include "office/office.h"
#include "office/soplist.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/admin.h"

#define HERE "/admin/kalender"

static int64_t
versions(struct office *o)
{
	return fixture_int(o, "SELECT count(*) FROM calendar_versions"
	    " WHERE id <> $1", 0);
}

/* -- the year ------------------------------------------------------------ */

static void
shows_a_year(void)
{
	get("/admin");
	ok(cgi_has(&v, "Hari libur 2027 belum diisi"), "flagged on the index");
	get(HERE);
	is_int(200, v.status, "the year of now");
	ok(cgi_has(&v, ">Kalender 2026</h1>"), "...named");
	ok(cgi_has(&v, "Hari libur 2027 belum diisi."), "...the next flagged");
	ok(cgi_has(&v, "href=\"/admin/kalender/libur/2026-01-01\">Kamis, 1 "
	    "Januari 2026</a>"), "...its holidays");
	ok(cgi_has(&v, "<td>cuti bersama</td>"), "...of both kinds");
	ok(cgi_has(&v, "SKB 1497/2025"), "...with their decrees");
	ok(cgi_has(&v, "<td>07.30–12.00, 13.00–16.00</td>"),
	    "...its hours");
	ok(cgi_has(&v, "Ramadan 1447 H"), "...of Ramadan, too");
	ok(!cgi_has(&v, "Ramadan 1446 H"), "...and no other year's");
	ok(cgi_has(&v, "href=\"/admin/kalender?tahun=2024\">2024</a>"),
	    "...and the way to others");
	get(HERE "?tahun=2024");
	ok(cgi_has(&v, ">Kalender 2024</h1>"), "another year");
	get(HERE "?tahun=2028");
	ok(cgi_has(&v, "Hari libur 2028 belum diisi."), "one that has no "
	    "holidays is flagged");
	get(HERE "?tahun=2060");
	is_int(404, v.status, "none beyond the calendar");
	get(HERE "/apa");
	is_int(404, v.status, "no such page");
}

/* -- a holiday more or less ---------------------------------------------- */

#define DRAFT HERE "/rancangan"
#define NEW "aksi=tambah&tanggal-hari=17&tanggal-bulan=mar&tanggal-tahun=2026" \
	"&nama=Haul+%%3Cb%%3E+%%22x%%22&jenis=libur&dasar=SK+1%%2F2026"

static void
drafts_a_holiday(struct office *o)
{
	int64_t before = versions(o);

	get(DRAFT);
	is_int(303, v.status, "without a draft");
	is_string(HERE, v.location, "...there is the year");
	get(HERE "/libur");
	is_int(200, v.status, "the form of a holiday");
	post(HERE "/libur", "a1", NEW);
	is_int(303, v.status, "is kept");
	is_string(DRAFT, v.location, "...in the draft");
	post(HERE "/libur", "a1", NEW);
	is_int(303, v.status, "sent twice");
	is_int(before, versions(o), "...and counts for nothing");
	get(HERE);
	ok(cgi_has(&v, "Ada rancangan kalender yang belum berlaku"),
	    "the year says that there is one");
	ok(!cgi_has(&v, "Haul"), "...and no more");
	get(HERE "/libur");
	post(HERE "/libur", "a2", NEW);
	is_int(422, v.status, "a date once");
	ok(cgi_has(&v, "href=\"#tanggal-hari\">Tanggal ini sudah"),
	    "...is said");
	post(HERE "/libur", "a3", "aksi=tambah&tanggal=2026-02-30&nama="
	    "&jenis=x");
	is_int(422, v.status, "a date, a name and a kind");
	ok(cgi_has(&v, "#tanggal-hari") && cgi_has(&v, "#nama") &&
	    cgi_has(&v, "#jenis"), "...are needed, is said");
	post(HERE "/libur", "a4", "aksi=tambah&tanggal=2060-01-01&nama=A"
	    "&jenis=cuti");
	is_int(422, v.status, "none beyond the calendar");
}

static void
shows_a_draft(void)
{
	get(DRAFT);
	is_int(200, v.status, "the draft");
	ok(cgi_has(&v, "5 Januari 2026, 08.00 WIB, Pegawai admin"),
	    "...by whom and when");
	ok(cgi_has(&v, "1 tanggal berubah.</p>"),
	    "...what changes");
	ok(cgi_has(&v, "href=\"/admin/kalender/libur/2026-03-17\">Selasa, 17 "
	    "Maret 2026</a>"), "...on which date");
	ok(cgi_has(&v, "<td>08.00–12.00, 12.30–15.00</td><td>libur: Haul "
	    "&lt;b&gt; &quot;x&quot;</td>"), "...from what to what, escaped");
	ok(cgi_has(&v, "Batas untuk berkas mulai Senin, 16 Maret 2026, 14.00 "
	    "WIB, standar 1 hari"), "...what becomes of a case before it");
	ok(cgi_has(&v, "<del>Selasa, 17 Maret 2026, 15.00 WIB</del>"),
	    "...until when it had time");
	/* 18 to 24 March 2026 are days off: Nyepi and Idulfitri. */
	ok(cgi_has(&v, "Rabu, 25 Maret 2026, 16.00 WIB</p>"),
	    "...and will have");
	ok(cgi_has(&v, "Tidak ada tugas terbuka yang batasnya bergeser."),
	    "...and what of open tasks");
}

static void
puts_in_force(struct office *o)
{
	int64_t before = versions(o);
	char *text;

	post(DRAFT, "p1", "aksi=berlakukan");
	is_int(200, v.status, "is asked once more");
	ok(cgi_has(&v, "Berlakukan kalender ini?</h1>"), "...by name");
	is_int(before, versions(o), "...and nothing is changed");
	post(DRAFT, "p1", "tindakan=berlakukan&pasti=ya");
	is_int(303, v.status, "in force");
	is_int(before + 1, versions(o), "...by a version");
	post(DRAFT, "p1", "tindakan=berlakukan&pasti=ya");
	is_int(303, v.status, "sent twice");
	is_int(before + 1, versions(o), "...one version");
	office_fresh(o);
	text = office_calendar_text(o);
	ok(strstr(text, "  - tanggal: 2026-03-17\n    jenis: libur\n"
	    "    nama: \"Haul <b> \\\"x\\\"\"\n    dasar: \"SK 1/2026\"\n") !=
	    NULL, "...in the text");
	free(text);
	get(HERE);
	ok(cgi_has(&v, "Haul &lt;b&gt; &quot;x&quot;"), "listed, escaped");
	ok(!cgi_has(&v, "Ada rancangan"), "...and no draft is left");
}

#define ONE HERE "/libur/2026-03-17"

/* The page of the latest change of a kind in the Jejak. */
static void
get_latest(const char *kind)
{
	char uri[64];
	const char *at;

	snprintf(uri, sizeof(uri), "/admin/jejak?jenis=%s", kind);
	get(uri);
	at = strstr(cgi_body(&v), "href=\"/admin/jejak/");
	if (at == NULL)
		bail("no such change");
	snprintf(uri, sizeof(uri), "%.*s", (int)strcspn(at + 6, "\""),
	    at + 6);
	get(uri);
}

static void
removes_a_holiday(struct office *o)
{
	const char *why;

	get(ONE);
	is_int(200, v.status, "a holiday");
	ok(cgi_has(&v, "SK 1/2026"), "...with its decree");
	post(ONE, "b1", "aksi=hapus");
	is_int(303, v.status, "goes, in the draft");
	get(ONE);
	is_int(404, v.status, "...where it is no more");
	get(DRAFT);
	post_twice(DRAFT, "b2", "aksi=berlakukan");
	is_int(303, v.status, "put in force");
	get_latest("kalender");
	ok(cgi_has(&v, "Kalender diberlakukan</h1>") &&
	    cgi_has(&v, "Versi</dt>") && cgi_has(&v, "<del>"),
	    "...the Jejak has its version");
	ok(cgi_has(&v, "Mulai baris"), "...and its lines, old and new");
	office_fresh(o);
	ok(calendar_is_workday(office_calendar(o), FIXTURE_START + 71 * 86400,
	    &why), "...it is a working day");
	post(ONE, "b1", "aksi=hapus");
	is_int(303, v.status, "sent twice");
	get(HERE "/libur/x");
	is_int(404, v.status, "nor was this ever");
}

/* A change that is taken back leaves no draft; a draft that another has saved
 * since is not put in force unseen. */
static void
drops_a_draft(struct office *o)
{
	int64_t before = versions(o);

	get(HERE "/libur");
	post(HERE "/libur", "d1", NEW);
	get(ONE);
	post(ONE, "d2", "aksi=hapus");
	is_string(HERE, v.location, "taken back, nothing is left");
	get(DRAFT);
	is_int(303, v.status, "...no draft");
	get(HERE "/libur");
	post(HERE "/libur", "d3", NEW);
	get(DRAFT);
	post(DRAFT, "d4", "aksi=buang");
	ok(cgi_has(&v, "govuk-button--warning"), "dropping warns");
	post(DRAFT, "d4", "tindakan=buang&pasti=ya");
	is_int(303, v.status, "dropped");
	get(DRAFT);
	is_int(303, v.status, "...it is no more");
	get(HERE "/libur");
	post(HERE "/libur", "d5", NEW);
	cgi_post(&v, "admin", DRAFT, "aksi=berlakukan&kunci=d6&versi=0"
	    "&pasti=ya&tindakan=berlakukan");
	is_int(409, v.status, "one that was not looked at");
	is_int(before, versions(o), "...does not come in force");
	post(DRAFT, "d7", "aksi=buang");
	post(DRAFT, "d7", "tindakan=buang&pasti=ya");
	is_int(303, v.status, "dropped");
}

/* -- outages ------------------------------------------------------------- */

#define OUTAGE HERE "/gangguan"
#define WHEN "&mulai=2026-01-06&jam-mulai=10.00&selesai=2026-01-06" \
	"&jam-selesai=11:30"

static void
records_an_outage(struct office *o)
{
	const struct calendar *cal;

	get(OUTAGE);
	is_int(200, v.status, "the outages");
	ok(cgi_has(&v, "value=\"divisi-keimigrasian\""), "...of which unit");
	post(OUTAGE, "o1", "aksi=catat&nama=Padam&unit=kantor&bukti=x"
	    "&mulai=2026-01-06&jam-mulai=25.00&selesai=2026-01-06"
	    "&jam-selesai=9");
	is_int(422, v.status, "times that are none");
	ok(cgi_has(&v, "href=\"#jam-mulai\">Isi jam seperti 10.00") &&
	    cgi_has(&v, "href=\"#jam-selesai\">Isi jam"), "...are named");
	post(OUTAGE, "o2", "aksi=catat&nama=Padam&unit=kantor&bukti=x"
	    "&mulai=2026-01-06&jam-mulai=10.00&selesai=2026-01-06"
	    "&jam-selesai=10.00");
	is_int(422, v.status, "an end that is none");
	ok(cgi_has(&v, "Selesai harus setelah mulai"), "...is told");
	post(OUTAGE, "o3", "aksi=catat");
	is_int(422, v.status, "nothing filled in");
	ok(cgi_has(&v, "#bukti"), "...evidence is asked for");
	for (int i = 0; i < 2; i++) {
		static const char *const far[] = { "2023-12-31",
			"2027-02-01" };

		post(OUTAGE, i == 0 ? "o7" : "o8", "aksi=catat&nama=Padam"
		    "&unit=kantor&bukti=x&mulai=%s&jam-mulai=10.00&selesai=%s"
		    "&jam-selesai=11.00", far[i], far[i]);
		is_int(422, v.status, "an outage of %s", far[i]);
		ok(cgi_has(&v, "href=\"#mulai-hari\">"), "...is no slip kept");
	}
	post(OUTAGE, "o4", "aksi=catat&nama=Listrik+%%3Cb%%3E+padam"
	    "&unit=divisi-keimigrasian&bukti=Surat+PLN+12" WHEN);
	is_int(303, v.status, "an outage");
	is_string(DRAFT, v.location, "...is drafted");
	get(OUTAGE);
	ok(cgi_has(&v, "Listrik &lt;b&gt; padam") && cgi_has(&v, "dalam "
	    "rancangan, belum berlaku"), "...and listed as a draft");
	post(OUTAGE, "o5", "aksi=catat&nama=Lagi&unit=divisi-keimigrasian"
	    "&bukti=x" WHEN);
	is_int(422, v.status, "once");
	ok(cgi_has(&v, "bertumpang dengan baris"), "...is told");
	get(DRAFT);
	post_twice(DRAFT, "o6", "aksi=berlakukan");
	is_int(303, v.status, "in force");
	get(HERE);
	ok(cgi_has(&v, "<td>Divisi Keimigrasian</td><td>6 Januari 2026, 10.00 "
	    "WIB</td><td>6 Januari 2026, 11.30 WIB</td><td>Surat PLN 12</td>"),
	    "the year lists it, with unit and evidence");
	ok(!cgi_has(&v, "dalam rancangan, belum"), "...as it counts now");
	ok(!cgi_has(&v, "href=\"" OUTAGE "/"), "...and leads nowhere");
	office_fresh(o);
	cal = office_calendar(o);
	is_int(27000, calendar_elapsed(cal, FIXTURE_START + 86400 - 1800,
	    FIXTURE_START + 86400 + 36000), "the office worked that day");
	cal = office_calendar_for(o, office_calendar_id(o),
	    "kasi-izin-tinggal");
	is_int(27000 - 5400, calendar_elapsed(cal, FIXTURE_START + 86400 -
	    1800, FIXTURE_START + 86400 + 36000), "...the unit less");
}

/* The unit's, of 6 January, 10.00 WIB. */
#define POWER OUTAGE "/1767668400-divisi-keimigrasian"
#define AS_IT_IS "&nama=Listrik+%%3Cb%%3E+padam&unit=divisi-keimigrasian" \
	"&bukti=Surat+PLN+12&mulai=2026-01-06&jam-mulai=10.00" \
	"&selesai=2026-01-06"

static void
mends_an_outage(struct office *o)
{
	get(OUTAGE);
	ok(cgi_has(&v, "href=\"" POWER "\">Listrik &lt;b&gt; padam</a>"),
	    "an outage leads to its page");
	get(POWER);
	is_int(200, v.status, "...where it stands");
	ok(cgi_has(&v, "value=\"11.30\"") && cgi_has(&v,
	    "value=\"Surat PLN 12\""), "...as it was recorded");
	post(POWER, "p1", "aksi=simpan&jam-selesai=11.30" AS_IT_IS
	    "&alasan=Iseng");
	is_int(422, v.status, "nothing changed");
	ok(cgi_has(&v, "Belum ada yang diubah"), "...is said");
	post(POWER, "p2", "aksi=simpan&jam-selesai=12.00" AS_IT_IS "&alasan=");
	is_int(422, v.status, "no reason");
	ok(cgi_has(&v, "href=\"#alasan\""), "...is asked for");
	get(POWER);
	post(POWER, "p3", "aksi=simpan&jam-selesai=12.00" AS_IT_IS
	    "&alasan=Salah+%%3Cjam%%3E");
	is_int(303, v.status, "a longer one");
	is_string(DRAFT, v.location, "...is drafted");
	get(DRAFT);
	ok(cgi_has(&v, "padam\\&quot; diperbaiki 2026-01-05: Salah "
	    "&lt;jam&gt;"), "...with why");
	ok(cgi_has(&v, "sampai: 2026-01-06T12:00"), "...and until when");
	get(POWER);
	post(POWER, "p4", "aksi=hapus&alasan-hapus=");
	is_int(422, v.status, "not taken out without a reason");
	get(POWER);
	post(POWER, "p5", "aksi=hapus&alasan-hapus=Tidak+jadi");
	is_int(303, v.status, "...but with one");
	get(OUTAGE);
	ok(!cgi_has(&v, "Listrik &lt;b&gt; padam"), "...it is gone there");
	get(DRAFT);
	ok(cgi_has(&v, "padam\\&quot; dihapus 2026-01-05: Tidak jadi"),
	    "...and the draft says why");
	get(POWER);
	is_int(404, v.status, "its page is gone");
	post(POWER, "p5", "aksi=hapus&alasan-hapus=Tidak+jadi");
	is_int(303, v.status, "sent twice it is the same");
	get(DRAFT);
	post_twice(DRAFT, "p6", "aksi=buang");
	is_int(1, calendar_has_unit(office_calendar(o), NULL),
	    "what is in force keeps it");
}

/* -- the whole text ------------------------------------------------------ */

#define SMALL "zona: Asia/Jakarta\npola:\n  - nama: Biasa <b>\n" \
	"    senin: [\"08:00-12:00\"]\n    selasa: [\"08:00-12:00\"]\n"

static void
changes_the_text(struct office *o)
{
	char *form = encoded(SMALL), *bad = encoded("zona: Asia/Jakarta\n"
	    "libur: 7 <b>\npola: 1\n"), *same;

	get(HERE "/teks");
	is_int(200, v.status, "the text");
	ok(cgi_has(&v, "zona:\n  nama: &quot;WIB&quot;\n  selisih: "
	    "&quot;+07:00&quot;\npola:\n"), "...line by line");
	ok(cgi_has(&v, "nama: &quot;Ramadan 1442 H&quot;"), "...escaped");
	post(HERE "/teks", "c1", "aksi=teks&teks=%s", bad);
	is_int(422, v.status, "a fault");
	ok(cgi_has(&v, "href=\"#teks\">Baris 2, libur:"), "...by its line");
	ok(cgi_has(&v, "libur: 7 &lt;b&gt;\npola: 1"), "...the text is kept");
	post(HERE "/teks", "c2", "aksi=teks&teks=+");
	is_int(422, v.status, "no text");
	post(HERE "/teks", "c3", "aksi=teks");
	is_int(422, v.status, "none at all");
	same = office_calendar_text(o);
	free(bad);
	bad = encoded(same);
	post(HERE "/teks", "c4", "aksi=teks&teks=%s", bad);
	is_int(422, v.status, "the same");
	ok(cgi_has(&v, "Belum ada yang diubah"), "...is said");
	get(HERE "/teks");
	post(HERE "/teks", "c5", "aksi=teks&teks=%s", form);
	is_int(303, v.status, "another text is a draft");
	get(DRAFT);
	ok(cgi_has(&v, "\u00a0\u00a0- nama: Biasa &lt;b&gt;"),
	    "...with the new lines");
	ok(cgi_has(&v, "<del>"), "...and the old");
	ok(cgi_has(&v, "Yang tampak di bawah 60 tanggal pertama"),
	    "...and the dates that change");
	ok(cgi_has(&v, "<del>Selasa, 6 Januari 2026, 16.00 WIB</del>"),
	    "...the limit of a case that begins now");
	ok(cgi_has(&v, "Selasa, 6 Januari 2026, 12.00 WIB</p>"),
	    "...and the new one");
	get(HERE "/teks");
	ok(cgi_has(&v, "nama: Biasa &lt;b&gt;\n"), "the text is the draft's");
	get(DRAFT);
	post_twice(DRAFT, "c6", "aksi=berlakukan");
	is_int(303, v.status, "put in force");
	free(same);
	office_fresh(o);
	same = office_calendar_text(o);
	is_string(SMALL, same, "...as it was typed");
	free(same);
	free(form);
	free(bad);
}

static void
lists_versions(struct office *o)
{
	get(HERE "/versi");
	ok(cgi_has(&v, ">Versi 5</a>"), "the versions");
	ok(cgi_has(&v, "<td>Pegawai admin</td>"), "...by whom");
	ok(cgi_has(&v, "<td>penyiapan sistem</td>"), "...or at set-up");
	get(HERE "/versi/5");
	is_string(SMALL, cgi_body(&v), "a text");
	is_string("text/plain; charset=utf-8", cgi_header(&v, "Content-Type"),
	    "...as a text");
	get(HERE "/versi/9");
	is_int(404, v.status, "none that is not");
	(void)o;
}

static void
applies_to_tasks(struct office *o)
{
	get(HERE "/terapkan");
	is_int(200, v.status, "the calendar for open tasks");
	post(HERE "/terapkan", "e1", "aksi=terapkan");
	ok(cgi_has(&v, "Terapkan kalender pada semua tugas"), "is asked for");
	post(HERE "/terapkan", "e1", "tindakan=terapkan&pasti=ya");
	is_int(303, v.status, "and done");
	get(HERE);
	ok(cgi_has(&v, "diperbarui pada 0 berkas"), "...and counted");
	(void)o;
}

/* -- SOPs ---------------------------------------------------------------- */

#define SKP "/admin/sop/skp"

static char *
skp_text(struct office *o)
{
	return soplist_text(o, office_sop_version(o, "skp", v.now));
}

/* The text with its first `old` replaced, for a form; given. */
static char *
with(const char *text, const char *old, const char *new)
{
	const char *at = strstr(text, old);
	char *all = NULL, *form;

	if (at == NULL || asprintf(&all, "%.*s%s%s", (int)(at - text), text,
	    new, at + strlen(old)) == -1)
		bail("the text has no such line");
	form = encoded(all);
	free(all);
	return form;
}

static void
lists_sops(void)
{
	get("/admin/sop");
	is_int(200, v.status, "the SOPs");
	ok(cgi_has(&v, "href=\"/admin/sop/skp\">"), "...with a page each");
	ok(cgi_has(&v, "Divisi Keimigrasian</th>"), "...by unit");
	get(SKP);
	is_int(200, v.status, "one");
	ok(cgi_has(&v, "href=\"/sop/skp?versi=1\">Versi\u00a01</a>"),
	    "...with its versions");
	ok(cgi_has(&v, "kode: skp\n"), "...and its text");
	get("/admin/sop/tidak-ada");
	is_int(404, v.status, "no such SOP");
}

static void
refuses_a_text(struct office *o)
{
	char *text = skp_text(o), *form = with(text, "jenis: ",
	    "jenis: apa<b>\n    jenisnya: ");

	get(SKP);
	post(SKP, "f1", "aksi=terbitkan&teks=%s", form);
	is_int(422, v.status, "a text with faults");
	ok(cgi_has(&v, "href=\"#teks\">Baris "), "...by their lines");
	ok(cgi_has(&v, "jenis: apa&lt;b&gt;\n"), "...is kept");
	free(form);
	form = encoded(text);
	post(SKP, "f2", "aksi=terbitkan&teks=%s", form);
	is_int(422, v.status, "the same");
	post("/admin/sop/baru", "f3", "aksi=terbitkan&teks=%s", form);
	is_int(422, v.status, "one that is there is not new");
	ok(cgi_has(&v, "SOP dengan kode ini sudah ada"), "...is said");
	post("/admin/sop/rkt", "f4", "aksi=terbitkan&teks=%s", form);
	is_int(422, v.status, "nor is it another");
	ok(cgi_has(&v, "bukan kode SOP pada halaman ini"), "...is said");
	free(form);
	free(text);
}

#define INDENT 100000

/* The cost of a line's indent does not grow with its square: this one would
 * take ten thousand million bytes, far more than a request may (base/price.h).
 */
static void
shows_a_deep_indent(struct office *o)
{
	static char line[INDENT + 32];
	char *text = skp_text(o), *form;

	memset(line, ' ', INDENT);
	strcpy(line + INDENT, "# catatan\nnama: SKP");
	form = with(text, "nama: SKP", line);
	get(SKP);
	post(SKP, "h1", "aksi=terbitkan&teks=%s", form);
	is_int(200, v.status, "a line that begins with 100,000 blanks");
	ok(cgi_has(&v, "Kepala dan langkah SOP tetap sama") &&
	    cgi_has(&v, "\u00a0\u00a0# catatan"), "...is shown as it is");
	free(form);
	free(text);
}

static void
publishes(struct office *o)
{
	char *text = skp_text(o), *form = with(text, "nama: SKP",
	    "nama: \"SKP <b>\"");

	get(SKP);
	post(SKP, "g1", "aksi=terbitkan&teks=%s", form);
	is_int(200, v.status, "a version is looked at once more");
	ok(cgi_has(&v, "<del>SKP</del>"), "...with what was");
	ok(cgi_has(&v, "SKP &lt;b&gt;</p>"), "...and what will be");
	ok(!cgi_has(&v, "Langkah 1,"), "...and no more");
	ok(cgi_has(&v, "Versi 2 berlaku begitu diterbitkan"), "...and when");
	post(SKP, "g1", "tindakan=terbitkan&pasti=ya&aksi=kirim&teks=%s",
	    form);
	is_int(303, v.status, "published");
	post(SKP, "g1", "tindakan=terbitkan&pasti=ya&aksi=kirim&teks=%s",
	    form);
	is_int(303, v.status, "...and again");
	is_int(2, fixture_int(o, "SELECT count(*) FROM sop_versions v"
	    " JOIN sops s ON s.id = v.sop_id WHERE s.slug = 'skp'"
	    " AND s.id <> $1", 0), "...is one version more");
	is_int(fixture_person(o, "admin"), fixture_int(o, "SELECT"
	    " published_by FROM sop_versions WHERE id = $1",
	    office_sop_version(o, "skp", v.now)), "...by whom");
	get_latest("sop&tentang=skp");
	ok(cgi_has(&v, "SOP diterbitkan</h1>") && cgi_has(&v, "Mulai baris") &&
	    cgi_has(&v, "href=\"/admin/sop/skp\""),
	    "...the Jejak has its lines");
	free(form);
	form = with(text, "nama: SKP", "# catatan\nnama: \"SKP <b>\"");
	get(SKP);
	post(SKP, "g2", "aksi=terbitkan&teks=%s", form);
	ok(cgi_has(&v, "Kepala dan langkah SOP tetap sama"),
	    "a comment changes no step");
	ok(cgi_has(&v, "# catatan</p>"), "...and is shown");
	free(form);
	form = with(text, "min: 120", "min: 90");
	post(SKP, "g4", "aksi=terbitkan&teks=%s", form);
	ok(cgi_has(&v, "Langkah 1, cara kerja"), "a limit changes one");
	ok(cgi_has(&v, "90–120 menit waktu mengerjakan</p>"), "...is said");
	free(form);
	form = with(text, "kode: skp\n", "kode: skp-dua\n");
	get("/admin/sop/baru");
	post("/admin/sop/baru", "g3", "aksi=terbitkan&teks=%s", form);
	is_int(200, v.status, "a new SOP");
	ok(cgi_has(&v, "Langkah 1, baru"), "...with all its steps");
	post("/admin/sop/baru", "g3", "tindakan=terbitkan&pasti=ya&teks=%s",
	    form);
	is_int(303, v.status, "...is published");
	ok(office_sop_version(o, "skp-dua", v.now) != 0, "...and in force");
	free(form);
	free(text);
}

/* -- weekly hours --------------------------------------------------------- */

#define HOURS "/admin/kalender/jam"
#define RAMADAN "aksi=jam&nama=Ramadan+%%3Cb%%3E&dari=2040-06-01&sampai=" \
	"2040-06-30&dasar=SK+9&senin=%s&selasa=08.00-12.00&rabu=&kamis=&jumat="

static void
sets_weekly_hours(struct office *o)
{
	const struct calendar *cal;
	const char *why;

	get("/admin/kalender");
	ok(cgi_has(&v, "href=\"" HOURS "\"") && cgi_has(&v,
	    "href=\"" HOURS "/tetap\""), "the calendar leads to its hours");
	get(HOURS);
	post(HOURS, "w1", RAMADAN, "jam+delapan");
	is_int(422, v.status, "hours that are none");
	ok(cgi_has(&v, "href=\"#senin\">Isi jam seperti"), "...beside the day");
	ok(cgi_has(&v, "jam delapan"), "...as typed");
	post(HOURS, "w2", RAMADAN, "13.00-12.00");
	is_int(422, v.status, "hours backwards");
	post(HOURS, "w3", RAMADAN, "08.00-12.00%2C+12:30-15:00");
	is_int(303, v.status, "Ramadan, in the draft");
	get(DRAFT);
	post_twice(DRAFT, "w4", "aksi=berlakukan");
	is_int(303, v.status, "...put in force");
	office_fresh(o);
	cal = office_calendar(o);
	is_int(6 * 3600 + 1800, calendar_elapsed(cal, calendar_instant(cal,
	    2040, 6, 4, 0, 0, 0), calendar_instant(cal, 2040, 6, 5, 0, 0, 0)),
	    "a Monday then");
	ok(!calendar_is_workday(cal, calendar_instant(cal, 2040, 6, 6, 9, 0,
	    0), &why), "...no Wednesday");
	get(HOURS "/2040-06-01");
	is_int(200, v.status, "it has a page");
	ok(cgi_has(&v, "value=\"08.00-12.00, 12.30-15.00\"") &&
	    cgi_has(&v, "Ramadan &lt;b&gt;"), "...filled in, escaped");
	post(HOURS "/2040-06-01", "w5", RAMADAN, "09.00-12.00");
	is_int(303, v.status, "...and is changed");
	get(HOURS "/tetap");
	ok(cgi_has(&v, "Jam kerja: Biasa &lt;b&gt;</h1>") && cgi_has(&v,
	    "value=\"08.00-12.00\""), "that of always");
	ok(!cgi_has(&v, "sampai-hari"), "...has no dates");
	get(HOURS "/2040-06-02");
	is_int(404, v.status, "none begins there");
	get(HOURS "/x");
	is_int(404, v.status, "no date");
}

int
main(void)
{
	struct office *o = cgi_office();

	v.now = FIXTURE_START;
	cgi_login(o, &v, "admin");
	shows_a_year();
	drafts_a_holiday(o);
	shows_a_draft();
	puts_in_force(o);
	removes_a_holiday(o);
	drops_a_draft(o);
	records_an_outage(o);
	mends_an_outage(o);
	lists_sops();
	refuses_a_text(o);
	shows_a_deep_indent(o);
	publishes(o);
	changes_the_text(o);
	lists_versions(o);
	applies_to_tasks(o);
	sets_weekly_hours(o);
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
