/* letter-book-t.c - the register of outgoing letters. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/built.h"
#include "case/act_finish.h"
#include "letter/letter.h"
#include "letter/letter_text.h"
#include "letter/letter_version.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/seat.h"

#define SIGAP	"sigap-magang-penelitian"
#define TU	"subbag-kepegawaian-tu-rt"
#define ON	"&unit=&alasan=&tanggal_surat-hari=5&tanggal_surat-bulan=1" \
		"&tanggal_surat-tahun=2026"

static struct office *office;
static struct visitor v;

/* A letter of a case at a row that is signed; `more` is typed beside. */
static void
issue(int64_t id, const char *text, const char *more)
{
	char form[512];
	struct seat s;

	seat_take(&s, office, "approve", "/setujui", id, 1);
	s.program = "letter";
	snprintf(s.uri, sizeof(s.uri), "/surat/%lld", (long long)s.task.id);
	seat_look(&s);
	snprintf(form, sizeof(form), "aksi=siapkan&naskah=%s%s" ON, text,
	    more);
	seat_send(&s, form);
	is_int(303, s.v.status, "%s prepared", text);
	seat_leave(&s);
	v.now = desk_now;
}

static void
look(const char *uri)
{
	cgi_get(&v, "letter", uri);
}

/* -- who ------------------------------------------------------------------ */

static void
for_those_who_write(void)
{
	static const char *const others[] = { "kakanwil", "petugas-kanwil" };

	for (int i = 0; i < 2; i++) {
		cgi_login(office, &v, others[i]);
		look("/surat");
		is_int(403, v.status, "%s has no letters to write", others[i]);
		cgi_leave(&v);
	}
	cgi_login(office, &v, TU);
	cgi_get(&v, "case", "/berkas");
	ok(cgi_has(&v, "href=\"/surat\">Daftar surat keluar</a>"),
	    "whoever has finds the way to the register");
	cgi_leave(&v);
	cgi_login(office, &v, "kakanwil");
	cgi_get(&v, "case", "/berkas");
	ok(v.status == 200 && !cgi_has(&v, "href=\"/surat\""),
	    "...nobody else");
	cgi_leave(&v);
	cgi_login(office, &v, "admin-user");
	look("/surat");
	is_int(403, v.status, "nor has an outsider");
	cgi_leave(&v);
	look("/surat");
	is_int(303, v.status, "nobody is sent to the log-in");
	cgi_login(office, &v, "admin");
	look("/surat");
	is_int(200, v.status, "an administrator may look");
	ok(cgi_has(&v, "Tidak ada surat yang cocok."), "...at nothing yet");
	cgi_leave(&v);
}

/* -- what stands in it ---------------------------------------------------- */

static void
tells_of_every_number(int64_t first, int64_t second)
{
	char number[64];
	char link[64];

	issue(first, "balasan", "");
	issue(second, "balasan", "&nomor_surat=W.6.UM.01.01-0003");
	issue(first, "sertifikat", "");
	cgi_login(office, &v, TU);
	look("/surat");
	is_int(200, v.status, "whoever signs letters reads the register");
	ok(cgi_has(&v, "W.6.UM.01.01-0001</th>") &&
	    cgi_has(&v, "W.6.UM.01.01-0003</th>"), "...its numbers");
	ok(cgi_has(&v, ">5 Januari 2026</td>"), "...dates");
	ok(cgi_has(&v, ">Pimpinan "), "...who they went to");
	ok(cgi_has(&v, ">S*** R********</td>") &&
	    !cgi_has(&v, "Siti Rahmawati"), "...of a person not the name");
	snprintf(link, sizeof(link), "/berkas/%lld", (long long)first);
	ok(cgi_has(&v, link), "...and the case");
	cgi_leave(&v);
	issue(first, "keterangan", "");
	snprintf(number, sizeof(number), "%s", "W.6.UM.01.01-0004");
	cgi_login(office, &v, TU);
	look("/surat");
	ok(cgi_has(&v, number), "what was numbered elsewhere is passed over");
	ok(cgi_has(&v, "nomor urut terakhir 4;") &&
	    cgi_has(&v, "1 surat bernomor dari luar") &&
	    cgi_has(&v, "bernomor dari luar: 3<"), "...and explained");
}

static void
finds(const char *query, int n, const char *name)
{
	char uri[128], words[32];

	snprintf(uri, sizeof(uri), "/surat?%s", query);
	look(uri);
	snprintf(words, sizeof(words), "%d surat", n);
	ok(v.status == 200 && cgi_has(&v, words), "%s", name);
}

static void
finds_a_number(void)
{
	finds("cari=w.6.um.01.01-0003", 1, "a number in small letters");
	finds("cari=+0004+", 1, "a part of one");
	finds("cari=%25", 0, "what stands for anything stands for itself");
	finds("cari=_", 0, "...likewise");
	finds("cari=%27+OR+1%3D1", 0, "what is no number");
	finds("tahun=2026&keadaan=disiapkan", 2, "a year and a state");
	finds("tahun=2026&keadaan=dibatalkan", 2, "what was given up");
	finds("tahun=2026&keadaan=berlaku", 0, "nothing is in force");
	finds("tahun=2025", 0, "another year");
	finds("keadaan=diganti", 0, "another state");
	finds("keadaan=valid", 4, "what is no state");
	finds("cari=%3Cb%3E", 0, "hostile");
	ok(!cgi_has(&v, "<b>") && cgi_has(&v, "value=\"&lt;b&gt;\""),
	    "...is escaped");
}

/* The letter prepared last in a case is sent with its signed file. */
static void
sign(int64_t case_id, const char *number)
{
	const struct task_row t = desk_task(office, case_id);
	const struct act_value value[] = { { "nomor_surat", number },
		{ "tanggal_surat", "2026-01-05" } };
	const struct act_file pdf = { "berkas", "tanda.pdf",
		"0123456789abcdef0123456789abcdef"
		"0123456789abcdef0123456789abcdef", "application/pdf", 1 };
	struct act a = { .task_id = t.id, .version = t.version,
		.now = desk_now, .late_reason = "beban", .value = value,
		.nvalue = 2, .file = &pdf, .nfile = 1 };

	a.actor.person_id = t.claimed_by;
	is_int(CASE_OK, act_finish(office, &a, OUTCOME_FORWARD), "%s: signed",
	    number);
}

static int64_t
letter_of(const char *number)
{
	struct db_stmt *st = db_query(office_db(office), "SELECT id FROM"
	    " letters WHERE number = $1 AND state = 'valid'", "t", number);
	int64_t id = db_step(st) ? db_int(st, 0) : 0;

	db_done(st);
	return id;
}

static void
withdraws_one(int64_t id)
{
	char page[64], form[128];

	snprintf(page, sizeof(page), "/surat/tarik/%lld", (long long)id);
	look(page);
	is_int(403, v.status, "who signs letters withdraws none");
	cgi_leave(&v);
	cgi_login(office, &v, "admin");
	look(page);
	ok(v.status == 200 && cgi_has(&v, "Batalkan surat ini?") &&
	    cgi_has(&v, "W.6.UM.01.01-0003"), "an administrator is asked");
	cgi_post(&v, "letter", page, "aksi=tarik&kunci=w0&alasan=");
	ok(v.status == 422 && cgi_has(&v, "href=\"#alasan\""),
	    "...for a reason");
	snprintf(form, sizeof(form), "aksi=tarik&kunci=w1&alasan=%s",
	    "%3DSalah+nomor");
	cgi_post(&v, "letter", page, form);
	is_int(303, v.status, "one is withdrawn");
	cgi_post(&v, "letter", page, form);
	is_int(303, v.status, "...once, however often it is sent");
	cgi_leave(&v);
	cgi_login(office, &v, TU);
}

static void
tells_what_became_of_them(int64_t second)
{
	look("/surat");
	ok(cgi_has(&v, "Disiapkan</strong>"),
	    "what is not signed is only prepared");
	sign(second, "W.6.UM.01.01-0003");
	look("/surat?keadaan=berlaku");
	ok(cgi_has(&v, "W.6.UM.01.01-0003</th>") &&
	    cgi_has(&v, "Berlaku</strong>"), "what is signed is in force");
	withdraws_one(letter_of("W.6.UM.01.01-0003"));
	look("/surat?keadaan=dibatalkan");
	ok(cgi_has(&v, "Dibatalkan</strong>") && cgi_has(&v, "=Salah nomor"),
	    "...cancelled, which is told with the reason");
	ok(cgi_has(&v, "tidak pernah berlaku"),
	    "...beside what never was in force");
}

/* A spreadsheet takes no cell for a formula. */
static void
as_a_table_file(int64_t first)
{
	const struct change ch = { .by = fixture_person(office, "admin"),
	    .now = desk_now };
	const struct letter_version_new own = { "balasan", "surat: balasan\n"
	    "hal: =1+1\nkepada: @{lembaga}\n\nIsi.\n", 0 };

	is_int(CASE_OK, letter_version_publish(office, &ch, &own),
	    "a hostile text");
	cgi_leave(&v);
	issue(first, "balasan", "");
	cgi_login(office, &v, TU);
	cgi_configure("second_factor", "admin");
	look("/surat?format=csv&tahun=2026");
	is_string("/akun/bukti?kembali=%2Fsurat%3Fformat%3Dcsv%26tahun%3D2026",
	    v.location, "a table file asks for the second code");
	fixture_run(office, "UPDATE sessions SET proved_at = 4102444800");
	look("/surat?format=csv&tahun=2026");
	is_int(200, v.status, "...then it goes");
	cgi_configure("second_factor", "no");
	look("/surat?format=csv");
	is_int(200, v.status, "as a table file");
	is_string("attachment; filename=\"surat-keluar.csv\"",
	    cgi_header(&v, "Content-Disposition"), "...to be saved");
	ok(cgi_has(&v, "\"Nomor surat\",\"Nomor urut\""), "...with heads");
	ok(cgi_has(&v, "\"W.6.UM.01.01-0001\",\"1\",\"2026\",\"2026-01-05\""),
	    "...and rows");
	ok(cgi_has(&v, "\"'=1+1\"") && cgi_has(&v, "\"'@") &&
	    !cgi_has(&v, "\"=1"), "...without formulas");
	ok(cgi_has(&v, "\"Dibatalkan\"") && cgi_has(&v, "\"Disiapkan\""),
	    "...and the states of letters");
	ok(!cgi_has(&v, "Siti Rahmawati"), "...names masked");
	cgi_leave(&v);
}

/* Texts that an office wrote before 0.3.0 call the case otherwise. */
static void
takes_the_old_word(int64_t case_id)
{
	const struct change ch = { .by = fixture_person(office, "admin"),
	    .now = desk_now };
	const struct letter_version_new own = { "balasan", "surat: balasan\n"
	    "hal: Izin, {perkara} = {berkas}\nkepada: Rektor\n\nIsi.\n", 0 };
	static const char wrong[] = "surat: balasan\nhal: {perkaranya}\n"
	    "kepada: Rektor\n\nIsi.\n";
	struct case_row c;
	char words[256];

	ok(letter_text_parse("balasan", wrong, strlen(wrong), words,
	    sizeof(words)) == NULL && strstr(words, "balasan:2: isian tidak "
	    "dikenal: {perkaranya}") != NULL, "a word that no letter knows is "
	    "refused by name: %s", words);
	is_int(CASE_OK, letter_version_publish(office, &ch, &own),
	    "a text with the old word is taken");
	issue(case_id, "balasan", "");
	case_get(office, case_id, &c);
	snprintf(words, sizeof(words), "Izin, %s = %s</td>", c.number,
	    c.number);
	cgi_login(office, &v, TU);
	look("/surat");
	ok(cgi_has(&v, words), "...and says the same as the new one");
	cgi_leave(&v);
}

/* The id of the letter prepared last in a case; its number. */
static int64_t
prepared(int64_t case_id, char number[96])
{
	struct db_stmt *st = db_query(office_db(office), "SELECT id, number"
	    " FROM letters WHERE case_id = $1 AND state = 'reserved'"
	    "   AND document_id IS NOT NULL", "i", case_id);
	int64_t id = db_step(st) ? db_int(st, 0) : 0;

	db_copy(st, 1, number, 96);
	db_done(st);
	return id;
}

/* A letter stands there for whoever may see its case. */
static void
is_of_cases_that_are_seen(void)
{
	static const char *const see[] = { TU, "admin" };
	int64_t id = desk_case(office, "izin-magang-penelitian", "4");
	char number[96], cell[112], csv[128];

	issue(id, "balasan", "");
	prepared(id, number);
	snprintf(cell, sizeof(cell), "%s</th>", number);
	for (int i = 0; i < 2; i++) {
		cgi_login(office, &v, see[i]);
		look("/surat");
		ok(cgi_has(&v, cell), "%s: %s is listed", see[i], number);
		cgi_leave(&v);
	}
	cgi_login(office, &v, "duta-sigap");
	look("/surat");
	ok(v.status == 200 && cgi_has(&v, "W.6.UM.01.01-0001</th>") &&
	    !cgi_has(&v, cell), "to others it is not there");
	snprintf(csv, sizeof(csv), "/surat?cari=%s", number);
	look(csv);
	ok(cgi_has(&v, "Tidak ada surat yang cocok."), "...nor found");
	look("/surat?format=csv");
	ok(cgi_has(&v, "W.6.UM.01.01-0001") && !cgi_has(&v, number),
	    "...nor in the table file");
	fixture_run(office, "INSERT INTO rights (id, role_id, word, letter_no,"
	    " from_at) SELECT 7, id, 'lihat-semua', '', 0 FROM roles"
	    " WHERE slug = 'duta-sigap'");
	look("/surat");
	ok(cgi_has(&v, cell), "...but for the right lihat-semua");
	cgi_leave(&v);
}

/* A case that is cancelled behind its approval takes its letter along, and the
 * paper says so to everybody. */
static void
ends_with_its_case(int64_t case_id)
{
	char number[96], code[CASE_CODE_LEN + 1], page[64];
	int64_t id = prepared(case_id, number);

	sign(case_id, number);
	office_letter_code(office, id, code);
	snprintf(page, sizeof(page), "/verifikasi/%s", code);
	cgi_get(&v, "verify", page);
	ok(cgi_has(&v, "Surat ini berlaku</h1>"), "%s: in force", number);
	cgi_login(office, &v, "admin");
	snprintf(page, sizeof(page), "/berkas/%lld", (long long)case_id);
	cgi_get(&v, "case", page);
	cgi_post(&v, "case", page, "aksi=batal&alasan=Ganda&kunci=e1");
	ok(v.status == 200 && cgi_has(&v, "Surat yang belum sampai kepada "
	    "pemohon ikut dibatalkan."), "who cancels the case is told");
	cgi_post(&v, "case", page, "aksi=kirim&alasan=Ganda&kunci=e2");
	is_int(303, v.status, "...and does it");
	look("/surat?keadaan=dibatalkan");
	ok(cgi_has(&v, number) && cgi_has(&v, "Berkas dibatalkan kantor."),
	    "the register says why the letter went");
	cgi_leave(&v);
	snprintf(page, sizeof(page), "/verifikasi/%s", code);
	cgi_get(&v, "verify", page);
	ok(cgi_has(&v, "Surat ini dibatalkan</h1>") && cgi_has(&v,
	    "Surat itu tidak berlaku lagi."), "and so does the verification");
}

int
main(void)
{
	int64_t first, second;

	if (!built_letter)
		skip_all("built --without-letter");
	office = cgi_office();
	fixture_sees_all(office, "admin");
	v.now = FIXTURE_START;
	for_those_who_write();
	first = desk_case(office, SIGAP, "5");
	second = desk_case(office, SIGAP, "5");
	tells_of_every_number(first, second);
	finds_a_number();
	tells_what_became_of_them(second);
	as_a_table_file(first);
	takes_the_old_word(first);
	is_of_cases_that_are_seen();
	ends_with_its_case(first);
	office_close(office);
	return tap_done();
}
