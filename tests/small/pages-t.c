/*
 * pages-t.c - the pages of an office whose build has neither letters nor a
 * messenger nor iCalendar: each says so, and nothing leads to nowhere.
 *
 * The programs are linked once more, with built.c of this folder and what
 * stands in for the libraries; `make check-small` builds them as configured.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/admin.h"
#include "tests/web/applicant.h"
#include "tests/web/seat.h"

#define PROGRAMS "/tests/small"
#define IZIN "izin-magang-penelitian"
#define SIGAP "sigap-magang-penelitian"
#define NO_LETTER "Penyusun surat (PDF) tidak dipasang di kantor ini."
#define NO_RECEIPT "Kantor ini tidak membuat bukti permohonan"

static struct office *o;

static char built[4096];		/* the build folder */

/* Ask the programs of this folder from now on. */
static void
move(void)
{
	char path[8192];

	snprintf(built, sizeof(built), "%s", getenv("BUILDDIR") != NULL ?
	    getenv("BUILDDIR") : ".");
	snprintf(path, sizeof(path), "%s" PROGRAMS, built);
	setenv("BUILDDIR", path, 1);
}

/* A file of the office's folder; static. */
static const char *
file(const char *name)
{
	static char path[4096];

	snprintf(path, sizeof(path), "%s/%s", cgi_folder(), name);
	return path;
}

/* Run a program of this folder, its words into the file "said"; its exit
 * code. */
__attribute__((format(printf, 1, 2)))
static int
run(const char *fmt, ...)
{
	char command[16384], options[8192];
	va_list ap;
	int status;

	va_start(ap, fmt);
	vsnprintf(options, sizeof(options), fmt, ap);
	va_end(ap);
	snprintf(command, sizeof(command), "%s" PROGRAMS "/%s >%s 2>&1", built,
	    options, file("said"));
	status = system(command);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Does a file of the office's folder hold this text? */
static int
holds(const char *name, const char *text)
{
	static char content[1 << 20];
	FILE *f = fopen(file(name), "r");
	size_t n = f != NULL ? fread(content, 1, sizeof(content) - 1, f) : 0;

	content[n] = '\0';
	if (f != NULL)
		fclose(f);
	return strstr(content, text) != NULL;
}

/* -- letters -------------------------------------------------------------- */

static void
gives_no_receipt(void)
{
	struct visitor a = { .now = FIXTURE_START };
	char *uri, *at;

	applicant_send(&a, applicant_write(o, &a, "/ajukan/" IZIN, "",
	    "surat.pdf"));
	is_int(303, a.status, "an applicant sends");
	uri = strdup(a.location);
	cgi_get(&a, "submit", uri);
	is_int(200, a.status, "...the code is shown");
	ok(cgi_has(&a, "Kode pelacakan Anda"), "...as always");
	ok(cgi_has(&a, NO_RECEIPT), "...and that there is no receipt");
	ok(!cgi_has(&a, "bukti?"), "...no link leads to one");
	ok(cgi_has(&a, "href=\"/lacak\""), "...the others are there");
	if ((at = strstr(uri, "terkirim")) == NULL)
		bail("another address");
	memmove(at + 5, at + 8, strlen(at + 8) + 1);
	memcpy(at, "bukti", 5);
	cgi_get(&a, "submit", uri);
	is_int(404, a.status, "a kept address of a receipt");
	ok(cgi_has(&a, NO_RECEIPT), "...says why");
	cgi_get(&a, "submit", "/ajukan/bukti?berkas=1&tanda=x");
	ok(a.status == 404 && !cgi_has(&a, NO_RECEIPT),
	    "...one that is not signed says nothing");
	cgi_cookie(&a, "bahasa=en");
	cgi_get(&a, "submit", uri);
	ok(cgi_has(&a, "This office makes no receipt as a PDF."),
	    "...in English, too");
	free(uri);
	cgi_leave(&a);
}

/* At a row where a letter is usually composed. */
static void
composes_nothing(const char *program, const char *path, const char *no)
{
	struct seat s;
	char uri[64];

	seat_take(&s, o, program, path, desk_case(o, SIGAP, no), 1);
	seat_look(&s);
	is_int(200, s.v.status, "%s", path);
	ok(cgi_has(&s.v, NO_LETTER), "...says that no letter is composed");
	ok(!cgi_has(&s.v, "\"/surat/"), "...and leads to none");
	snprintf(uri, sizeof(uri), "/surat/%lld", (long long)s.task.id);
	cgi_get(&s.v, "letter", uri);
	is_int(404, s.v.status, "a kept address of it");
	ok(cgi_has(&s.v, NO_LETTER), "...says why");
	cgi_post(&s.v, "letter", uri, "aksi=simpan&naskah=balasan&kunci=k");
	is_int(404, s.v.status, "...sent, too");
	if (strcmp(program, "draft") == 0)
		seat_send_file(&s, "aksi=kirim&keputusan=teruskan"
		    "&catatan=Paraf", "konsep");
	else
		seat_send_file(&s, "aksi=kirim&keputusan=teruskan"
		    "&nomor_surat=W.6-1&tanggal_surat=2026-01-05"
		    "&alasan-dokumen=Ditandatangani+basah.", "berkas");
	is_int(303, s.v.status, "a letter made elsewhere goes on");
	seat_leave(&s);
}

static void
keeps_texts(void)
{
	get("/admin/surat");
	is_int(200, v.status, "the texts of letters");
	ok(cgi_has(&v, NO_LETTER), "...say that none is composed");
	get("/admin/surat/balasan");
	is_int(200, v.status, "one of them");
	ok(!cgi_has(&v, "Lihat contoh"), "...has no sample");
	post("/admin/surat/balasan", "k1", "lihat=1&teks=x");
	is_int(404, v.status, "asked for all the same");
	ok(cgi_has(&v, NO_LETTER), "...it says why");
}

/* -- messages ------------------------------------------------------------- */

static void
sends_nothing(void)
{
	get("/admin/pengiriman");
	is_int(200, v.status, "the page of the messages");
	ok(cgi_has(&v, "Pengirim WhatsApp dan surel tidak dipasang di kantor "
	    "ini."), "...says that nothing goes out");
	ok(cgi_has(&v, "tidak diatur; pesannya ditulis ke kotak surat"),
	    "...but into the folder");
	ok(!cgi_has(&v, "tetapi diatur"), "...as nothing is configured");
}

static void
is_told_by_the_doctor(void)
{
	FILE *f = fopen(file("sopap.conf"), "a");

	run("sopap doctor");
	ok(holds("said", "penyusun surat (PDF) tidak dipasang"),
	    "sopap doctor says that there are no letters");
	ok(holds("said", "tidak dipasang: pesan ditulis ke folder mailbox"),
	    "...and no messenger");
	if (f == NULL || fputs("mail_server = smtp://192.0.2.1\n"
	    "mail_from = a@example.org\n", f) == EOF || fclose(f) != 0)
		bail("sopap.conf");
	is_int(1, run("sopap doctor"), "a mail server is set all the same");
	ok(holds("said", "tidak dipasang, tetapi saluran diatur"),
	    "...that is a fault");
	get("/admin/pengiriman");
	ok(cgi_has(&v, "tidak dipasang, tetapi diatur; pesannya mengantre"),
	    "...which the page tells, too");
}

/* -- the calendar --------------------------------------------------------- */

#define IMPORT "/admin/kalender/impor"
#define TABLE "2027-01-01\tTahun Baru\tlibur\tSKB\n"
#define EVENTS "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" \
	"DTSTART;VALUE=DATE:20270101\r\nSUMMARY:x\r\nEND:VEVENT\r\n" \
	"END:VCALENDAR\r\n"

static void
import(const char *name, const char *text)
{
	static const char *const fields[] = { "aksi=baca", "kunci=k", "dasar=",
		"tahun=", NULL };
	const struct cgi_file file = { "file", name, "text/plain", text,
	    strlen(text) };

	get(IMPORT);
	cgi_upload(&v, "admin", IMPORT, fields, &file);
}

static void
reads_tables_alone(void)
{
	get("/admin/kalender");
	is_int(200, v.status, "the calendar");
	ok(!cgi_has(&v, "iCalendar"), "...promises no iCalendar");
	get(IMPORT);
	ok(cgi_has(&v, "File iCalendar (.ics) tidak dapat dibaca"),
	    "the import says so");
	ok(!cgi_has(&v, ".ics,"), "...and asks for tables");
	import("libur.ics", EVENTS);
	is_int(422, v.status, "an iCalendar file all the same");
	ok(cgi_has(&v, "href=\"#file\">File iCalendar tidak dapat dibaca "
	    "di sini; simpan sebagai tabel"), "...says what to do");
	import("libur.tsv", TABLE);
	is_int(200, v.status, "a table is read");
	ok(cgi_has(&v, "Jumat, 1 Januari 2027: Tahun Baru"), "...as always");
	get("/admin/kalender/ekspor");
	is_int(404, v.status, "no file is given");
	ok(cgi_has(&v, "tidak dapat diunduh sebagai iCalendar"),
	    "...and it says why");
}

static void
write_file(const char *name, const char *text)
{
	FILE *f = fopen(file(name), "w");

	if (f == NULL || fputs(text, f) == EOF || fclose(f) != 0)
		bail(name);
}

/* The same by command. */
static void
imports_tables_alone(void)
{
	write_file("libur.ics", EVENTS);
	is_int(1, run("sopap calendar import %s </dev/null",
	    file("libur.ics")), "sopap calendar import of iCalendar");
	ok(holds("said", "file iCalendar tidak dapat dibaca di sini"),
	    "...is refused with the reason");
	write_file("libur.tsv", TABLE);
	is_int(0, run("sopap calendar import %s </dev/null",
	    file("libur.tsv")), "...of a table");
	ok(holds("said", "2027-01-01"), "...shows its days");
	is_int(1, run("sopap calendar export 2026"), "sopap calendar export");
	ok(holds("said", "iCalendar tidak dapat ditulis di sini"),
	    "...is refused with the reason");
}

/* -- the month ------------------------------------------------------------ */

#define MINUTES "tanggal-hari=3&tanggal-bulan=2&tanggal-tahun=2026" \
	"&tempat=Aula&hadir=Kakanwil&pembahasan=Baik&keputusan=Lanjut" \
	"&versi=1&kunci=k1&aksi=kirim"
#define ROOT "http://localhost/sidik-jari?cari="

static void
writes_out_the_code(void)
{
	struct visitor r = { .now = FIXTURE_START + 30 * 86400 };
	char folder[4096];

	cgi_login(o, &r, "kakanwil");
	cgi_get(&r, "report", "/laporan/2026-01/pengesahan");
	cgi_post(&r, "report", "/laporan/2026-01/pengesahan", MINUTES);
	is_int(303, r.status, "a month is closed");
	cgi_get(&r, "report", r.location);
	ok(cgi_has(&r, ROOT), "its minutes have the address as text");
	ok(!cgi_has(&r, "akar.png"), "...in place of a picture");
	cgi_get(&r, "report", "/laporan/2026-01/");
	is_int(200, r.status, "its report");
	ok(cgi_has(&r, ROOT) && !cgi_has(&r, "akar.png"), "...likewise");
	ok(cgi_has(&r, "peran.png"), "...its charts are there");
	cgi_get(&r, "report", "/laporan/2026-01/akar.png");
	is_int(404, r.status, "no picture is given");
	ok(cgi_has(&r, "Kode QR tidak dibuat di sini"), "...and it says why");
	cgi_leave(&r);
	snprintf(folder, sizeof(folder), "%s", file("laporan"));
	is_int(0, run("sopap-report --out %s --period 2026-01 --assets "
	    "%s/htdocs/assets", folder, built), "sopap-report");
	ok(holds("laporan/index.html", ROOT) &&
	    !holds("laporan/index.html", "akar.png"), "...likewise");
	ok(access(file("laporan/akar.png"), F_OK) == -1 &&
	    access(file("laporan/akar.txt"), F_OK) == 0,
	    "...writes the rest alone");
}

int
main(void)
{
	o = cgi_office();
	move();
	gives_no_receipt();
	composes_nothing("draft", "/susun", "4");
	composes_nothing("approve", "/setujui", "5");
	v.now = FIXTURE_START;
	cgi_login(o, &v, "admin");
	keeps_texts();
	sends_nothing();
	reads_tables_alone();
	imports_tables_alone();
	cgi_leave(&v);
	writes_out_the_code();
	cgi_login(o, &v, "admin");
	is_told_by_the_doctor();
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
