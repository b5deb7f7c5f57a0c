/*
 * admin-letters-t.c - the office changes what its letters say; what was
 * issued before stays as it was.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/built.h"
#include "case/document.h"
#include "letter/letter.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/admin.h"
#include "tests/web/seat.h"
#include "upload/sandbox.h"

#define IZIN	"izin-magang-penelitian"
#define HERE	"/admin/surat/balasan"
#define OWN	"surat: balasan\nhal: Jawaban <b>kami</b>\nkepada: {lembaga}" \
		"\n\nDengan hormat & salam kepada {nama}.\n\n@peserta\n"

static struct office *office;

static void
send_text(const char *uri, const char *key, const char *text, int twice)
{
	char *value = encoded(text);

	if (twice)
		post_twice(uri, key, "aksi=berlakukan&teks=%s", value);
	else
		post(uri, key, "aksi=berlakukan&teks=%s", value);
	free(value);
}

/* The body of the last answer, a PDF, as text; "" when it is none. */
static const char *
shown(void)
{
	static char text[1 << 16];
	char command[4300], path[4200];
	size_t n;
	FILE *f;

	if (strncmp(cgi_body(&v), "%PDF-1.", 7) != 0)
		return "";
	snprintf(path, sizeof(path), "%s/contoh.pdf", cgi_folder());
	if ((f = fopen(path, "wb")) == NULL || fwrite(cgi_body(&v), 1,
	    v.size, f) != v.size || fclose(f) != 0)
		bail("cannot write a file");
	snprintf(command, sizeof(command), "pdftotext -layout '%s' -", path);
	if ((f = popen(command, "r")) == NULL)
		bail("pdftotext");
	n = fread(text, 1, sizeof(text) - 1, f);
	text[n] = '\0';
	pclose(f);
	return text;
}

static int
says(const char *text, const char *words)
{
	return strstr(text, words) != NULL;
}

/* -- looking and checking ------------------------------------------------ */

static void
shows_what_is_in_force(void)
{
	get("/admin");
	ok(cgi_has(&v, "href=\"/admin/surat\">Naskah surat</a>") &&
	    cgi_has(&v, "5 naskah, 0 diubah kantor"), "the index");
	get("/admin/surat");
	is_int(200, v.status, "the texts");
	ok(cgi_has(&v, "Surat keterangan selesai penelitian</a>") &&
	    cgi_has(&v, "Kop, penomoran, dan penanda tangan</a>"),
	    "...of letters and letterheads");
	ok(cgi_has(&v, "{lembaga}") &&
	    cgi_has(&v, "perguruan tinggi atau sekolah"),
	    "...with what variables mean");
	get(HERE);
	ok(cgi_has(&v, "pada prinsipnya menerima {jumlah} orang"),
	    "one of them");
	ok(cgi_has(&v, "Isian yang dapat dipakai: {alasan}, {ditolak}"),
	    "...with what it may use");
	ok(cgi_has(&v, "Naskah bawaan") &&
	    !cgi_has(&v, "Pakai naskah bawaan"), "...as it is shipped");
	get("/admin/surat/puisi");
	is_int(404, v.status, "no such text");
	get(HERE "/x");
	is_int(404, v.status, "nothing below it");
	get(HERE "?versi=7");
	is_int(404, v.status, "no such version");
}

static void
tells_all_faults(void)
{
	get(HERE);
	send_text(HERE, "f1", "surat: balasan\nhal: a\nkepada: b\n\n"
	    "Gaji {gaji}\n\n@gambar\n\n<script>alert(1)</script>\n", 0);
	is_int(422, v.status, "two faults");
	ok(cgi_has(&v, "href=\"#teks\">Baris 5: isian tidak dikenal: {gaji}"),
	    "...the first by its line");
	ok(cgi_has(&v, "href=\"#teks\">Baris 7: tanda tidak dikenal"),
	    "...and the second");
	ok(cgi_has(&v, "&lt;script&gt;alert(1)") &&
	    !cgi_has(&v, "<script>alert"), "...what was typed comes back");
	send_text(HERE, "f2", "surat: sertifikat\nhal: a\n\n@nama\n", 0);
	ok(v.status == 422 && cgi_has(&v, "naskah ini untuk surat balasan"),
	    "the text of another letter");
	get(HERE);
	send_text(HERE, "f3", "", 0);
	is_int(422, v.status, "nothing at all");
	get("/admin/surat/kop");
	send_text("/admin/surat/kop", "f4", "[2096-01-01]\nkop: A\n"
	    "nomor: {urut}\njabatan: B\n", 0);
	ok(v.status == 422 && cgi_has(&v, "tidak ada kop yang berlaku pada"),
	    "letterheads of which none is in force");
}

static void
shows_how_it_would_look(void)
{
	char *text = encoded(OWN);

	get(HERE);
	post(HERE, "s1", "aksi=berlakukan&lihat=ya&teks=%s", text);
	is_int(200, v.status, "a look at it");
	ok(says(shown(), "CONTOH"), "...marked as a sample");
	ok(says(shown(), "Dengan hormat & salam kepada Siti"), "...says it");
	free(text);
	get(HERE);
	post(HERE, "s2", "aksi=berlakukan&lihat=ya&teks=surat");
	ok(v.status == 422 && cgi_has(&v, "Baris 1: bukan"),
	    "a wrong text is told, not shown");
	text = encoded("[2018-08-01]\nkop: KANTOR LAIN\nnomor: X-{urut}/"
	    "{tahun}\njabatan: Kepala\n");
	get("/admin/surat/kop");
	post("/admin/surat/kop", "s3", "aksi=berlakukan&lihat=ya&teks=%s",
	    text);
	ok(says(shown(), "KANTOR LAIN") && says(shown(), "X-0136/20"),
	    "a letterhead, on a letter with a number");
	free(text);
	is_int(0, fixture_int(office, "SELECT count(*) + 0 * $1"
	    " FROM letter_texts", 0), "nothing of it is in force");
}

/* The size of a sample of a letterhead with one more line. */
static size_t
size_with(const char *line)
{
	char text[1024], *form;

	snprintf(text, sizeof(text), "[2018-08-01]\n%skop: KANTOR LAIN\n"
	    "nomor: X-{urut}/{tahun}\njabatan: Kepala\n", line);
	form = encoded(text);
	get("/admin/surat/kop");
	post("/admin/surat/kop", "l1", "aksi=berlakukan&lihat=ya&teks=%s",
	    form);
	is_int(200, v.status, "a sample of a letterhead");
	free(form);
	return v.size;
}

/* A letterhead shows a picture that belongs to the machine, as its programs do:
 * nothing of an office, nor of a person on it. */
static void
shows_no_picture_of_others(void)
{
	const char *tree = getenv("SRCDIR");
	char from[512], path[PATH_MAX], line[256];

	snprintf(from, sizeof(from), "%s/tests/data/chart/age-month.png",
	    tree != NULL ? tree : "");
	if (realpath(from, path) == NULL)
		bail(from);
	if (sandbox_landlock() == 0 || strncmp(path, "/usr/", 5) == 0)
		return;
	is_int(0, access(path, R_OK), "a picture that we can read");
	snprintf(line, sizeof(line), "logo: %.200s\n", path);
	is_int((int64_t)size_with(""), (int64_t)size_with(line),
	    "...is not shown");
}

/* -- in force ------------------------------------------------------------ */

/* A letter at the row that is signed, issued by the official who has claimed
 * it. */
static struct letter_row
issued(int64_t id)
{
	struct letter_row *list = NULL, l = { .id = 0 };
	struct seat s;
	size_t n = 0;

	seat_take(&s, office, "approve", "/setujui", id, 1);
	s.program = "letter";
	snprintf(s.uri, sizeof(s.uri), "/surat/%lld", (long long)s.task.id);
	seat_look(&s);
	seat_send(&s, "aksi=siapkan&naskah=balasan&unit=&alasan="
	    "&tanggal_surat-hari=5&tanggal_surat-bulan=1"
	    "&tanggal_surat-tahun=2026");
	is_int(303, s.v.status, "a letter is issued");
	seat_leave(&s);
	if (letter_list(office, id, &list, &n) != CASE_OK || n != 1)
		bail("no letter");
	l = list[0];
	free(list);
	return l;
}

/* The order a PDF was composed by; given, NULL when none is kept. */
static char *
order_of(int64_t document_id)
{
	struct db_stmt *st = db_query(office_db(office),
	    "SELECT body FROM letter_orders WHERE document_id = $1", "i",
	    document_id);
	char *order = db_step(st) ? strdup(db_text(st, 0)) : NULL;

	db_done(st);
	return order;
}

/* The paper once more from its order: is it the one that was issued? */
static int
is_reproduced(const struct letter_row *l)
{
	struct document d = { .id = 0 };
	char *order = order_of(l->document_id);
	char path[4200], command[9000], sha[80] = "";
	FILE *f;

	if (order == NULL || document_get(office, l->document_id, &d) !=
	    CASE_OK)
		return 0;
	snprintf(path, sizeof(path), "%s/order.json", cgi_folder());
	if ((f = fopen(path, "w")) == NULL || fputs(order, f) < 0 ||
	    fclose(f) != 0)
		bail("cannot write a file");
	free(order);
	snprintf(command, sizeof(command), "'%s/reports/letter/sopap-letter' "
	    "<'%s' | sha256sum", getenv("BUILDDIR"), path);
	if ((f = popen(command, "r")) == NULL)
		bail("sopap-letter");
	if (fscanf(f, "%64s", sha) != 1)
		sha[0] = '\0';
	pclose(f);
	return strcmp(sha, d.sha256) == 0;
}

static void
takes_effect_from_now_on(void)
{
	int64_t one = desk_case(office, IZIN, "4"), two;
	const struct letter_row before = issued(one);
	struct letter_row after;

	ok(is_reproduced(&before), "...its order makes the same bytes");
	get(HERE);
	ok(cgi_has(&v, ">sistem</td>") && cgi_has(&v, ">naskah bawaan</td>"),
	    "the shipped text was used since");
	send_text(HERE, "e1", OWN, 0);
	is_int(200, v.status, "a new text is asked for once more");
	ok(cgi_has(&v, "Berlakukan naskah ini?</h1>") &&
	    cgi_has(&v, "Jawaban &lt;b&gt;kami&lt;/b&gt;"),
	    "...with what changes");
	get(HERE);
	send_text(HERE, "e2", OWN, 1);
	is_string(HERE, v.location, "in force");
	get(HERE);
	ok(cgi_has(&v, "Naskah kantor, versi 2") &&
	    cgi_has(&v, "Pegawai admin"), "...by whom");
	is_int(1, fixture_int(office, "SELECT count(*) + 0 * $1 FROM events"
	    " WHERE kind = 'letter-text'", 0), "...an event");
	get("/admin/jejak?jenis=surat");
	ok(cgi_has(&v, "Versi: <del class=\"app-muted\">1</del> 2</p>"),
	    "...old and new in the Jejak");
	two = desk_case(office, IZIN, "4");
	after = issued(two);
	is_string("Jawaban <b>kami</b>", after.subject, "...by the new text");
	ok(is_reproduced(&before) && is_reproduced(&after),
	    "both papers can be made again");
	get("/admin");
	ok(cgi_has(&v, "5 naskah, 1 diubah kantor"), "the index counts it");
	send_text(HERE, "e3", OWN, 0);
	is_int(422, v.status, "the same again is no change");
}

static void
goes_back(void)
{
	get(HERE);
	post_twice(HERE, "b1", "aksi=bawaan");
	is_string(HERE, v.location, "back to the shipped text");
	get(HERE);
	ok(cgi_has(&v, "Versi&nbsp;3") || cgi_has(&v, "Versi\u00a03"),
	    "...as a version of its own");
	ok(cgi_has(&v, "pada prinsipnya menerima"), "...shown");
	get(HERE "?versi=2");
	ok(cgi_has(&v, "Dengan hormat &amp; salam"), "an older one");
	send_text(HERE "?versi=2", "b2", OWN, 1);
	is_string(HERE, v.location, "...in force again");
	get(HERE);
	ok(cgi_has(&v, "Naskah kantor, versi 4"), "...as the fourth");
}

/* Two administrators at once: the form of the second is of an older state. */
static void
not_over_another(void)
{
	get(HERE);
	post_twice(HERE, "o1", "aksi=bawaan");
	send_text(HERE, "o2", "surat: balasan\nhal: a\nkepada: b\n\nc\n", 0);
	ok(v.status == 409 || v.status == 422,
	    "a form of an older state is not taken");
}

int
main(void)
{
	if (!built_letter)
		skip_all("built --without-letter");
	office = cgi_office();
	v.now = FIXTURE_START;
	cgi_login(office, &v, "admin");
	shows_what_is_in_force();
	tells_all_faults();
	shows_how_it_would_look();
	shows_no_picture_of_others();
	takes_effect_from_now_on();
	goes_back();
	not_over_another();
	cgi_leave(&v);
	office_close(office);
	return tap_done();
}
