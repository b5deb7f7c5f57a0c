/* admin-import-t.c - days off from a file over the web: looked at,
 * chosen, kept in the draft; damaged files; and days off as a file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/built.h"
#include "calendar/holiday.h"
#include "office/office.h"
#include "tests/case/fixture.h"
#include "tests/case/others.h"
#include "tests/tap.h"
#include "tests/web/admin.h"

#define HERE "/admin/kalender/impor"
#define DRAFT "/admin/kalender/rancangan"

static struct office *o;

/* A number for everything a refused file must not have changed. */
static int64_t
state(void)
{
	return 1000 * fixture_int(o, "SELECT count(*) FROM calendar_versions"
	    " WHERE id <> $1", 0) + fixture_int(o, "SELECT count(*) FROM"
	    " calendar_drafts WHERE unit_id <> $1", 0);
}

static const char *year = "";		/* which alone, of the form */

static void
send(const char *name, const char *data, size_t len, const char *decree)
{
	char dasar[128], tahun[32];
	const char *const fields[] = { "aksi=baca", "kunci=k", dasar, tahun,
		NULL };
	const struct cgi_file file = { "file", name, "text/calendar", data,
	    len };

	snprintf(dasar, sizeof(dasar), "dasar=%s", decree);
	snprintf(tahun, sizeof(tahun), "tahun=%s", year);
	get(HERE);
	cgi_upload(&v, "admin", HERE, fields, len == 0 ? NULL : &file);
}

#define EVENT(date, name) "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:" date \
	"\r\nSUMMARY:" name "\r\n"
#define END "END:VEVENT\r\n"

static const char ics[] = "BEGIN:VCALENDAR\r\n"
    EVENT("20270101", "Tahun Baru <b> \\; \"x\"") END
    EVENT("20260101", "Tahun Baru") END
    EVENT("20270206", "Imlek (belum pasti)") END
    EVENT("20270209", "Cuti Bersama Imlek") END
    EVENT("20270209", "Cuti Bersama Imlek") END
    EVENT("20270301", "Batal") "STATUS:CANCELLED\r\n" END
    EVENT("20279924", "Salah") END
    "END:VCALENDAR\r\n";

static void
shows_a_file(void)
{
	get(HERE);
	is_int(200, v.status, "a file is asked for");
	ok(cgi_has(&v, "enctype=\"multipart/form-data\""), "...by a form");
	send("libur.ics", ics, sizeof(ics) - 1, "SKB 9/2026");
	is_int(200, v.status, "it is shown first");
	ok(cgi_has(&v, "7 tanggal, 3 di antaranya dapat dimasukkan"),
	    "...how many may be taken");
	ok(cgi_has(&v, "Jumat, 1 Januari 2027: Tahun Baru &lt;b&gt; ; "
	    "&quot;x&quot;"), "...each with its name, escaped");
	ok(cgi_has(&v, "value=\"1\" aria-describedby=\"pilih-1-ket\" checked"),
	    "...what is new is chosen");
	ok(cgi_has(&v, "value=\"2\" aria-describedby=\"pilih-2-ket\">"),
	    "...what is not certain is not");
	ok(cgi_has(&v, "libur; belum pasti; SKB 9/2026"), "...and says so");
	ok(cgi_has(&v, "cuti bersama; SKB 9/2026"), "...joint leave is told");
	ok(cgi_has(&v, "<td>sudah ada: Tahun Baru 2026 Masehi</td>"),
	    "...what is there already");
	ok(cgi_has(&v, "<td>ganda</td>") && cgi_has(&v, "<td>batal</td>"),
	    "...double and cancelled events");
	ok(cgi_has(&v, ">Baris 27</th>"), "...and what cannot be read, by its "
	    "line");
	is_int(1000, state(), "...and nothing is changed");
}

/* The days that the page carries, for a form; given. */
static char *
carried(void)
{
	const char *field = cgi_field(&v, "daftar");
	char *plain = strdup(field), *to = plain, *form;

	for (; *field != '\0'; to++) {
		if (strncmp(field, "&lt;", 4) == 0)
			*to = '<', field += 4;
		else if (strncmp(field, "&gt;", 4) == 0)
			*to = '>', field += 4;
		else if (strncmp(field, "&quot;", 6) == 0)
			*to = '"', field += 6;
		else
			*to = *field++;
	}
	*to = '\0';
	form = encoded(plain);
	free(plain);
	return form;
}

static void
keeps_what_is_chosen(void)
{
	char *list = carried(), *text;

	post(HERE, "s1", "aksi=simpan&daftar=%s", list);
	is_int(422, v.status, "nothing chosen");
	ok(cgi_has(&v, "href=\"#pilih-1\">Pilih paling sedikit satu tanggal"),
	    "...is said");
	ok(!cgi_has(&v, " checked"), "...and stays so");
	post(HERE, "s2", "aksi=simpan&daftar=2027-13-01%%09x&pilih=1");
	is_int(422, v.status, "a list that is none");
	post(HERE, "s3", "aksi=simpan&pilih=1");
	is_int(400, v.status, "no list at all");
	post(HERE, "s4", "csrf=0&aksi=simpan&daftar=%s&pilih=1", list);
	is_int(422, v.status, "without its token it comes back");
	ok(cgi_has(&v, " checked"), "...as it was ticked");
	post(HERE, "s4", "aksi=simpan&daftar=%s&pilih=1&pilih=3&pilih=9"
	    "&pilih=x", list);
	is_int(303, v.status, "what is chosen is kept");
	is_string(DRAFT, v.location, "...in the draft");
	is_int(1001, state(), "...where it counts for nothing");
	post(HERE, "s4", "aksi=simpan&daftar=%s&pilih=1&pilih=3&pilih=9"
	    "&pilih=x", list);
	is_int(303, v.status, "sent twice");
	get(DRAFT);
	ok(cgi_has(&v, "2 tanggal berubah."), "...two days");
	ok(!cgi_has(&v, "belum pasti"), "...and not the third");
	post_twice(DRAFT, "s5", "aksi=berlakukan");
	office_fresh(o);
	text = office_calendar_text(o);
	ok(strstr(text, "  - tanggal: 2027-02-09\n    jenis: cuti\n"
	    "    nama: \"Cuti Bersama Imlek\"\n    dasar: \"SKB 9/2026\"\n") !=
	    NULL, "put in force, with the decree");
	free(text);
	free(list);
	send("libur.ics", ics, sizeof(ics) - 1, "");
	ok(cgi_has(&v, "7 tanggal, 1 di antaranya dapat dimasukkan"),
	    "the same file again has one left");
}

/* Refused whole, with the line and the reason, and nothing changed. */
static void
refused(const char *name, const char *data, size_t len, const char *why)
{
	int64_t before = state();

	send(name, data, len, "");
	is_int(422, v.status, "%s: refused", name);
	ok(cgi_has(&v, "href=\"#file\">") && cgi_has(&v, why),
	    "...with the reason");
	is_int(before, state(), "...and nothing is changed");
}

static void
refuses_damaged_files(void)
{
	static const char latin[] = "2028-05-01\tHari Buruh\n"
	    "2028-05-02\tLibur \xe9\n";
	size_t len = 10000000;
	char *big = malloc(len);

	if (big == NULL)
		bail("out of memory");
	refused("none", "", 0, "Pilih file iCalendar atau TSV");
	refused("cut.ics", ics, 120, "Baris ");
	refused("latin.tsv", latin, sizeof(latin) - 1,
	    "Baris 2: ada huruf yang bukan UTF-8");
	refused("twice.tsv", "2028-05-01\ta\n2028-05-01\tb\n", 26,
	    "Baris 2: tanggal 2028-05-01 sudah ada di baris 1");
	refused("utf16.ics", "\xff\xfe" "B\0E\0", 6, "Baris 1: ");
	memset(big, ' ', len);
	memcpy(big, ics, sizeof(ics) - 1);
	refused("big.ics", big, len, "ile lebih besar dari 1 MiB");
	free(big);
	refused("html.ics", "<b>x</b>\n", 9, "&lt;b&gt;x");
}

static void
takes_a_table(void)
{
	static const char tsv[] = "tanggal\tnama\tjenis\tdasar\n"
	    "2028-05-01\tHari Buruh\tlibur\tSKB 1/2027\n"
	    "2028-05-02\tCuti\tcuti\n";
	char *list;

	send("libur.tsv", tsv, sizeof(tsv) - 1, "SKB 2/2027");
	is_int(200, v.status, "a table");
	ok(cgi_has(&v, "libur; SKB 1/2027") &&
	    cgi_has(&v, "cuti bersama; SKB 2/2027"),
	    "...a decree where it has none");
	list = carried();
	post(HERE, "t1", "aksi=simpan&daftar=%s&pilih=1&pilih=2", list);
	is_int(303, v.status, "...is kept");
	free(list);
	get(DRAFT);
	ok(cgi_has(&v, "cuti: Cuti"), "...both");
	post_twice(DRAFT, "t2", "aksi=buang");
}

/* A file that was sent without the second code is read when the code comes. */
static void
waits_for_the_second_code(void)
{
	static const char tsv[] = "2028-05-01\tHari Buruh\tlibur\n";
	char *key;

	cgi_configure("second_factor", "admin");
	send("libur.tsv", tsv, sizeof(tsv) - 1, "SKB 2/2027");
	ok(v.status == 403 && cgi_has(&v, "action=\"/akun/bukti\""),
	    "a file without a second code waits for it");
	is_string("SKB 2/2027", cgi_field(&v, "isian.dasar"),
	    "...with what was typed");
	key = encoded(cgi_field(&v, "isian.file-lama"));
	fixture_run(o, "UPDATE sessions SET proved_at = 4102444800");
	post(HERE, "w1", "aksi=baca&dasar=SKB+2/2027&file-lama=%s", key);
	is_int(200, v.status, "then it is read");
	ok(cgi_has(&v, "1 Mei 2028: Hari Buruh") &&
	    cgi_has(&v, "libur; SKB 2/2027"), "...as it was sent");
	key[0] ^= 1;
	post(HERE, "w2", "aksi=baca&dasar=&file-lama=%s", key);
	is_int(422, v.status, "a reference that was made up is no file");
	free(key);
	cgi_configure("second_factor", "no");
}

static void
gives_a_file(void)
{
	struct holiday_source src = { office_calendar(o), 2026, 2027 };
	char why[256];
	struct holidays h;

	get("/admin/kalender/ekspor?tahun=2027");
	is_int(200, v.status, "days off of a year as a file");
	is_string("text/calendar; charset=utf-8", cgi_header(&v,
	    "Content-Type"), "...of its type");
	is_string("attachment; filename=\"libur-2027.ics\"", cgi_header(&v,
	    "Content-Disposition"), "...and name");
	is_int(0, holidays_read(&src, cgi_body(&v), v.size, &h, why,
	    sizeof(why)), "...which can be read");
	is_int(2, (int64_t)h.count, "...with the two of it");
	ok(h.count == 2 && strcmp(h.list[0].day.name,
	    "Tahun Baru <b> ; \"x\"") == 0, "...as they are called");
	holidays_free(&h);
	get("/admin/kalender/ekspor");
	ok(cgi_has(&v, "DTSTART;VALUE=DATE:20210101") &&
	    cgi_has(&v, "DTSTART;VALUE=DATE:20270101"), "all years");
	get("/admin/kalender/ekspor?tahun=2060");
	is_int(404, v.status, "none beyond the calendar");
}

/* More than a form can show is taken a year at a time. */
static void
takes_a_year_of_many(void)
{
	char *text = NULL;
	size_t len;
	FILE *f = open_memstream(&text, &len);
	int y, m, d;

	for (y = 2033; y <= 2034; y++)
		for (m = 1; m <= 8; m++)
			for (d = 1; d <= 28; d++)
				fprintf(f, "%d-%02d-%02d\tL\n", y, m, d);
	if (f == NULL || fclose(f) != 0)
		bail("out of memory");
	send("many.tsv", text, len, "SKB 9");
	is_int(422, v.status, "448 new dates");
	ok(cgi_has(&v, "href=\"#tahun\">File ini berisi 448 tanggal baru, "
	    "sekali impor paling banyak 400. Isi satu tahun"),
	    "...are too many, and what to do is said");
	ok(cgi_has(&v, "value=\"SKB 9\""), "...what was typed stays");
	year = "1999";
	send("many.tsv", text, len, "");
	is_int(422, v.status, "no year of the calendar");
	ok(cgi_has(&v, "href=\"#tahun\">Isi tahun dari 2005"), "...is said");
	year = "2034";
	send("many.tsv", text, len, "");
	is_int(200, v.status, "one year of it");
	ok(cgi_has(&v, "224 tanggal, 224 di antaranya dapat") &&
	    !cgi_has(&v, "Januari 2033"), "...is shown alone");
	year = "";
	free(text);
}

/* -- files of others ----------------------------------------------------- */

/* Of whatever file, nothing counts before somebody says so; one that is no
 * good is refused with its line. */
static void
meets(const char *folder, char *file)
{
	const int64_t before = state();
	static char text[HOLIDAY_FILE_MAX];
	char path[16384];
	FILE *f;
	size_t len;

	file[strcspn(file, "\t")] = '\0';
	snprintf(path, sizeof(path), "%s/%s", folder, file);
	if ((f = fopen(path, "r")) == NULL)
		bail(path);
	len = fread(text, 1, sizeof(text), f);
	fclose(f);
	send(file, text, len, "");
	ok(v.status == 200 || (v.status == 422 && (cgi_has(&v,
	    "href=\"#file\">Baris ") || cgi_has(&v, "sekali impor paling "
	    "banyak"))), "%s: shown, or refused by its line (%d)", file,
	    v.status);
	is_int(before, state(), "...nothing is changed");
}

int
main(void)
{
	if (!built_ical)
		skip_all("built --without-ical");
	o = cgi_office();
	v.now = FIXTURE_START;
	cgi_login(o, &v, "admin");
	shows_a_file();
	keeps_what_is_chosen();
	refuses_damaged_files();
	takes_a_table();
	waits_for_the_second_code();
	gives_a_file();
	takes_a_year_of_many();
	others_each(meets);
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
