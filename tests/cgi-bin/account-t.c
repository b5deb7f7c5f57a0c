/* account-t.c - one's own account: password, link, second code, devices. */
#include <liboath/oath.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/office_key.h"
#include "people/factor.h"
#include "people/password.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"

#define NOW	FIXTURE_START
#define FIRST	"kuda-besi-terbang"
#define SECOND	"gajah-mina-berenang"

static const struct change by_system = { .now = NOW };
static struct office *o;
static int64_t head;
static char key[FACTOR_SECRET_SIZE];	/* of the telephone */

static void
enter(struct visitor *v, const char *login, const char *password)
{
	char form[256];

	cgi_get(v, "login", "/masuk");
	snprintf(form, sizeof(form), "nip=%s&kata-sandi=%s", login, password);
	cgi_post(v, "login", "/masuk", form);
}

static int64_t
messages(const char *part)
{
	struct db_stmt *st = db_query(office_db(o), "SELECT count(*) FROM"
	    " messages WHERE address = '+628120000001' AND body LIKE $1", "t",
	    part);
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	db_done(st);
	return n;
}

static void
shows_the_account(void)
{
	struct visitor v = { .now = NOW };

	cgi_get(&v, "account", "/akun");
	is_int(303, v.status, "nobody has none");
	enter(&v, "kakanwil", FIRST);
	cgi_get(&v, "account", "/akun");
	is_int(200, v.status, "the account");
	ok(cgi_has(&v, "kakanwil") && cgi_has(&v, "+628120000001"),
	    "...what is known");
	ok(cgi_has(&v, "perangkat ini") && cgi_has(&v, "192.0.2.7"),
	    "...where it is logged in, and from where");
	ok(cgi_has(&v, "tidak diminta di kantor ini"),
	    "...and that no second code is asked for");
	cgi_get(&v, "account", "/akun/lain");
	is_int(404, v.status, "no such page");
	cgi_leave(&v);
	cgi_login(o, &v, "admin-user");
	cgi_get(&v, "account", "/akun");
	is_int(200, v.status, "an operator has one, too");
	cgi_leave(&v);
}

static void
changes_the_password(void)
{
	struct visitor v = { .now = NOW }, other = { .now = NOW };

	enter(&v, "kakanwil", FIRST);
	enter(&other, "kakanwil", FIRST);
	cgi_get(&v, "account", "/akun/sandi");
	is_int(200, v.status, "the form");
	cgi_post(&v, "account", "/akun/sandi", "kunci=a1&aksi=sandi"
	    "&kata-sandi=salah&kata-sandi-baru=" SECOND);
	ok(v.status == 422 && cgi_has(&v, "href=\"#kata-sandi\""),
	    "the present password is asked for");
	cgi_post(&v, "account", "/akun/sandi", "kunci=a2&aksi=sandi"
	    "&kata-sandi=" FIRST "&kata-sandi-baru=kakanwil-kakanwil");
	ok(v.status == 422 && cgi_has(&v, "href=\"#kata-sandi-baru\""),
	    "a weak one is refused beside its field");
	ok(!cgi_has(&v, "kakanwil-kakanwil"), "...and not shown");
	is_int(0, messages("Kata sandi diganti%"), "nothing was changed");
	cgi_post(&v, "account", "/akun/sandi", "kunci=a4&aksi=sandi"
	    "&kata-sandi=" FIRST "&kata-sandi-baru=" SECOND);
	is_int(303, v.status, "a good one is taken");
	cgi_get(&v, "account", "/akun");
	ok(v.status == 200 && cgi_has(&v, "Kata sandi diganti."),
	    "...and this session goes on");
	cgi_get(&other, "account", "/akun");
	is_int(303, other.status, "...the other has ended");
	is_int(1, messages("Kata sandi diganti untuk akun kakanwil%"),
	    "...and the person is told");
	is_int(1, fixture_int(o, "SELECT count(*) FROM audit WHERE kind ="
	    " 'password-set' AND person_id = $1 AND about_id = $1", head),
	    "...as is the audit");
	cgi_leave(&other);
	enter(&other, "kakanwil", SECOND);
	is_int(303, other.status, "it lets in");
	cgi_leave(&other);
	cgi_leave(&v);
}

/* The link of the last message, from its query on. */
static const char *
link_of_message(void)
{
	static char token[128];
	struct db_stmt *st = db_query(office_db(o), "SELECT body FROM messages"
	    " WHERE body LIKE '%/sandi?kunci=%' ORDER BY id DESC LIMIT 1", "");
	const char *at = db_step(st) ? strstr(db_text(st, 0), "/sandi?") :
	    NULL;

	snprintf(token, sizeof(token), "%.*s", at != NULL ?
	    (int)strcspn(at, " ") : 0, at != NULL ? at : "");
	db_done(st);
	return token;
}

static void
forgets_the_password(void)
{
	struct visitor v = { .now = NOW }, w = { .now = NOW };
	char *one;

	cgi_get(&v, "login", "/masuk");
	ok(cgi_has(&v, "href=\"/sandi/lupa\""), "the log-in leads there");
	cgi_get(&v, "account", "/sandi/lupa");
	cgi_post(&v, "account", "/sandi/lupa", "kunci=b1&nip=kakanwil");
	is_int(303, v.status, "asked for");
	cgi_get(&v, "login", v.location);
	one = strdup(cgi_body(&v));
	is_int(1, messages("Buat kata sandi%dalam 15 menit%"),
	    "...sent to the number on record");
	cgi_get(&w, "account", "/sandi/lupa");
	cgi_post(&w, "account", "/sandi/lupa", "kunci=b2&nip=tidak-ada");
	is_int(303, w.status, "of an unknown person");
	cgi_get(&w, "login", w.location);
	ok(cgi_has(&w, "Bila akun itu ada") && strstr(one, "Bila akun itu ada")
	    != NULL, "...the same answer");
	free(one);
	cgi_leave(&w);
	cgi_get(&v, "account", link_of_message());
	is_string("/sandi", v.location, "the token leaves the address");
	cgi_get(&v, "account", "/sandi");
	cgi_post(&v, "account", "/sandi", "kata-sandi-baru=pendek");
	is_int(422, v.status, "a weak one");
	cgi_get(&v, "account", "/sandi?bahasa=en");
	cgi_get(&v, "account", "/sandi");
	cgi_post(&v, "account", "/sandi", "kata-sandi-baru=international");
	ok(v.status == 422 && cgi_has(&v, "This password is in the dictionary"),
	    "...in the reader's language");
	cgi_post(&v, "account", "/sandi", "kata-sandi-baru=" FIRST);
	is_string("/masuk", v.location, "a good one");
	ok(strstr(v.answer, "sopap-peramban=") != NULL,
	    "...from a browser that is known then");
	cgi_get(&w, "login", "/masuk");
	for (int i = 0; i < 11; i++)
		cgi_post(&w, "login", "/masuk", "nip=kakanwil&kata-sandi=x");
	ok(cgi_has(&w, "Terlalu banyak percobaan"), "strangers guess");
	enter(&v, "kakanwil", FIRST);
	is_int(303, v.status, "...and do not keep its owner out");
	cgi_leave(&w);
	cgi_get(&v, "account", link_of_message());
	cgi_get(&v, "account", "/sandi");
	is_int(404, v.status, "the link works once");
	cgi_post(&v, "account", "/sandi/lupa", "kunci=b3&nip=kakanwil");
	cgi_get(&w, "account", link_of_message());
	w.now = NOW + 15 * 60;
	cgi_get(&w, "account", "/sandi");
	is_int(404, w.status, "...and for fifteen minutes");
	for (int i = 0; i < 5; i++)
		cgi_post(&v, "account", "/sandi/lupa", "kunci=b4&nip=kakanwil");
	is_int(303, v.status, "asked for again and again");
	is_int(2, messages("Buat kata sandi%"), "...two are sent");
	cgi_leave(&w);
	cgi_leave(&v);
	fixture_run(o, "DELETE FROM throttles");
}

/* A code of the telephone at an instant. */
static const char *
code_at(int64_t at)
{
	static char otp[8];
	char *secret = NULL;
	size_t len = 0;

	if (oath_base32_decode(key, strlen(key), &secret, &len) != OATH_OK ||
	    oath_totp_generate(secret, len, (time_t)at, 30, 0, 6, otp) !=
	    OATH_OK)
		bail("liboath");
	free(secret);
	return otp;
}

static char recovery[16];

static void
sets_up_a_second_code(void)
{
	struct visitor v = { .now = NOW };
	char form[128];
	const char *at;

	enter(&v, "kakanwil", FIRST);
	cgi_get(&v, "account", "/akun/kode-kedua");
	ok(cgi_has(&v, "Di kantor ini kode kedua tidak diminta"),
	    "where nobody is asked, the page says so");
	cgi_get(&v, "account", "/akun/kode-kedua/gambar.svg");
	is_int(404, v.status, "no picture of no key");
	cgi_post(&v, "account", "/akun/kode-kedua",
	    "kunci=c1&aksi=mulai&kata-sandi=salah");
	is_int(422, v.status, "it begins with the password");
	cgi_post(&v, "account", "/akun/kode-kedua",
	    "kunci=c2&aksi=mulai&kata-sandi=" FIRST);
	is_int(303, v.status, "...");
	cgi_get(&v, "account", "/akun/kode-kedua");
	ok(cgi_has(&v, "gambar.svg"), "a picture to scan");
	is_int(CASE_OK, factor_secret(o, head, NOW, key), "a key");
	cgi_get(&v, "account", "/akun/kode-kedua/gambar.svg");
	is_string("image/svg+xml", cgi_header(&v, "Content-Type"), "...as SVG");
	ok(cgi_has(&v, "<path d=\"M4 4h7v1h-7zM"), "...of a QR code");
	ok(strstr(cgi_header(&v, "Cache-Control"), "no-store") != NULL,
	    "...that no cache keeps");
	cgi_get(&v, "account", "/akun/kode-kedua");
	cgi_post(&v, "account", "/akun/kode-kedua",
	    "kunci=c3&aksi=pasang&kode=000000");
	is_int(422, v.status, "a wrong first code");
	is_int(0, factor_since(o, head), "...sets nothing up");
	snprintf(form, sizeof(form), "kunci=c4&aksi=pasang&kode=%s",
	    code_at(NOW));
	cgi_post(&v, "account", "/akun/kode-kedua", form);
	is_int(200, v.status, "the right one");
	is_int(NOW, factor_since(o, head), "...sets it up");
	at = strstr(cgi_body(&v), "Kode cadangan 1</dt>");
	at = at != NULL ? strstr(at, "app-lines\">") : NULL;
	if (at == NULL)
		bail("no recovery code is shown");
	snprintf(recovery, sizeof(recovery), "%.14s", at + 11);
	is_int(8, factor_codes_left(o, head), "...with recovery codes");
	is_int(0, fixture_int(o, "SELECT count(*) FROM recovery_codes WHERE"
	    " length(hash) <> 64 AND $1 = 0", 0), "...kept as hashes");
	cgi_get(&v, "account", "/akun/kode-kedua");
	ok(!cgi_has(&v, recovery) && !cgi_has(&v, "gambar.svg"),
	    "...shown once");
	is_int(1, messages("Kode kedua%dipasang%"), "the person is told");
	cgi_leave(&v);
}

/* A form that was sent without a code waits for it, and goes on by a press. */
static void
carries_a_form(struct visitor *v)
{
	char form[512], csrf[80];

	cgi_post(v, "admin", "/admin/peran/baru", "aksi=tambah&kunci=d"
	    "&catatan=Peran+baru+untuk+%3Ctahun%3E+depan&kata-sandi=rahasia");
	ok(v->status == 403 && cgi_has(v, "Isi kode kedua"),
	    "a form is not done");
	is_string("Peran baru untuk &lt;tahun&gt; depan", cgi_field(v,
	    "isian.catatan"), "...and goes with the code");
	ok(!cgi_has(v, "rahasia"), "...but no secret");
	snprintf(csrf, sizeof(csrf), "%s", cgi_field(v, "isian.csrf"));
	cgi_post(v, "account", "/akun/bukti", "kembali=/admin/peran/baru"
	    "&isian.aksi=tambah&isian.catatan=%3Cb%3E");
	is_int(200, v->status, "the code is asked for");
	is_string("&lt;b&gt;", cgi_field(v, "isian.catatan"), "...with it");
	cgi_post(v, "account", "/akun/bukti", "kembali=/admin/peran/baru"
	    "&kode=000000&isian.catatan=%3Cb%3E");
	is_int(422, v->status, "a wrong code");
	is_string("&lt;b&gt;", cgi_field(v, "isian.catatan"),
	    "...has it still");
	snprintf(form, sizeof(form), "kembali=/admin/peran/baru&kode=%s"
	    "&isian.csrf=%s&isian.aksi=tambah&isian.catatan=%%3Cb%%3E"
	    "&isian.kunci=d", code_at(v->now), csrf);
	cgi_post(v, "account", "/akun/bukti", form);
	ok(v->status == 200 && cgi_has(v, "action=\"/admin/peran/baru\"") &&
	    cgi_has(v, "Kirim sekarang"), "the right one leads on");
	is_string("&lt;b&gt;", cgi_field(v, "catatan"), "...with it");
	is_string(csrf, cgi_field(v, "csrf"), "...to be sent as it is");
	snprintf(form, sizeof(form), "csrf=%s&aksi=tambah&kunci=d&"
	    "catatan=%%3Cb%%3E", csrf);
	cgi_post(v, "admin", "/admin/peran/baru", form);
	ok(v->status == 422 && !cgi_has(v, "sudah lama terbuka") &&
	    cgi_has(v, "href=\"#"), "...and judged as the form it was");
}

#define GOAL "/admin/peran/baru"
#define KEPT "&kembali=" GOAL "&isian.aksi=tambah&isian.kunci=g" \
	"&isian.catatan=%3Cb%3E&isian.csrf="

/* Send a form of the second code with what it takes along. */
static void
send_with(struct visitor *v, const char *uri, const char *form)
{
	char all[512];

	snprintf(all, sizeof(all), "%s%s%s", form, KEPT, v->csrf);
	cgi_post(v, "account", uri, all);
	is_string("&lt;b&gt;", cgi_field(v, strstr(uri, "bukti") == NULL ||
	    cgi_has(v, "kata-sandi") ? "isian.catatan" : "catatan"),
	    "...with the form that waits");
}

/* A person without a second code sets one up, and the form goes along. */
static void
sets_one_up_on_the_way(void)
{
	static const char here[] = "/akun/kode-kedua";
	const int64_t admin = fixture_person(o, "admin");
	struct visitor v = { .now = NOW + 3600 };
	char form[160], before[sizeof(key)];

	if (password_set(o, &by_system, admin, SECOND) != CASE_OK)
		bail(office_why(o));
	cgi_login(o, &v, "admin");
	cgi_post(&v, "admin", GOAL, "aksi=tambah&kunci=g&catatan=%3Cb%3E");
	is_int(403, v.status, "a form without a second code");
	send_with(&v, "/akun/bukti", "");
	ok(v.status == 200 && cgi_has(&v, "Isian Anda belum terkirim") &&
	    cgi_has(&v, "action=\"/akun/kode-kedua\""),
	    "who has none sets one up");
	send_with(&v, here, "kunci=g1&aksi=mulai&kata-sandi=salah");
	is_int(422, v.status, "a wrong password");
	send_with(&v, here, "kunci=g2&aksi=mulai&kata-sandi=" SECOND);
	ok(v.status == 200 && cgi_has(&v, "gambar.svg"), "the right one");
	send_with(&v, here, "kunci=g3&aksi=pasang&kode=000000");
	is_int(422, v.status, "a wrong first code");
	memcpy(before, key, sizeof(key));
	is_int(CASE_OK, factor_secret(o, admin, v.now, key), "its key");
	snprintf(form, sizeof(form), "kunci=g4&aksi=pasang&kode=%s",
	    code_at(v.now));
	memcpy(key, before, sizeof(key));
	send_with(&v, here, form);
	ok(v.status == 200 && cgi_has(&v, "Kode cadangan 1") &&
	    cgi_has(&v, "action=\"/akun/bukti\""), "it is set up");
	send_with(&v, "/akun/bukti", "kunci=g5&aksi=lanjut");
	ok(v.status == 200 && cgi_has(&v, "action=\"" GOAL "\""),
	    "...and leads on to where it was asked for");
	snprintf(form, sizeof(form), "csrf=%s&aksi=tambah&kunci=g", v.csrf);
	cgi_post(&v, "admin", GOAL, form);
	ok(v.status == 422 && cgi_has(&v, "href=\"#"),
	    "...where the form is judged");
	cgi_leave(&v);
}

/* The list of cases goes out after the code alone; so do letters and figures
 * of persons (letter-book-t.c, report-t.c). */
static void
asks_before_data_goes_out(void)
{
	static const char exports[] = "SELECT count(*) FROM audit"
	    " WHERE kind = 'export-all' AND person_id = $1";
	struct visitor v = { .now = NOW + 3600 };

	fixture_sees_all(o, "kakanwil");
	cgi_login(o, &v, "kakanwil");
	cgi_get(&v, "case", "/berkas");
	is_int(200, v.status, "a list is read without a code");
	cgi_get(&v, "case", "/berkas?format=csv");
	is_string("/akun/bukti?kembali=%2Fberkas%3Fformat%3Dcsv", v.location,
	    "to take it out a code is asked for");
	is_int(0, fixture_int(o, exports, head), "...and nothing went out");
	fixture_run(o, "UPDATE sessions SET proved_at = 4102444800");
	cgi_get(&v, "case", "/berkas?format=csv");
	is_int(200, v.status, "with the code it goes");
	is_int(1, fixture_int(o, exports, head), "...and is on record");
	cgi_leave(&v);
	cgi_login(o, &v, "admin-user");
	cgi_get(&v, "case", "/berkas?format=csv");
	is_int(200, v.status, "an institution's own list is asked for none");
	cgi_leave(&v);
}

static void
asks_for_it(void)
{
	struct visitor v = { .now = NOW + 3600 };
	char form[160];

	cgi_configure("second_factor", "admin");
	cgi_login(o, &v, "admin");
	cgi_get(&v, "admin", "/admin/pengguna?cari=a");
	is_string("/akun/bukti?kembali=%2Fadmin%2Fpengguna%3Fcari%3Da",
	    v.location, "administrators are asked first");
	cgi_get(&v, "account", v.location);
	is_string("/akun/kode-kedua?kembali=%2Fadmin%2Fpengguna%3Fcari%3Da",
	    v.location, "...to set it up");
	cgi_get(&v, "account", v.location);
	is_string("/admin/pengguna?cari=a", cgi_field(&v, "kembali"),
	    "...and to go on");
	cgi_leave(&v);
	sets_one_up_on_the_way();
	asks_before_data_goes_out();
	fixture_run(o, "UPDATE people SET admin = 1 WHERE login = 'kakanwil'");
	enter(&v, "kakanwil", FIRST);
	cgi_get(&v, "inbox", "/kotak-masuk");
	is_int(200, v.status, "other work goes on");
	carries_a_form(&v);
	fixture_run(o, "UPDATE sessions SET proved_at = 0");
	fixture_run(o, "UPDATE factors SET step = 0");
	cgi_get(&v, "account", "/akun/bukti?kembali=/admin/peran");
	is_int(200, v.status, "the code is asked for");
	cgi_post(&v, "account", "/akun/bukti", "kembali=/admin/peran&kode=1");
	is_int(422, v.status, "a wrong one");
	snprintf(form, sizeof(form), "kembali=/admin/peran&kode=%s",
	    code_at(v.now));
	cgi_post(&v, "account", "/akun/bukti", form);
	is_string("/admin/peran", v.location, "the right one leads on");
	cgi_get(&v, "admin", "/admin/peran");
	is_int(200, v.status, "...");
	v.now += 15 * 60 - 1;
	cgi_get(&v, "admin", "/admin/peran");
	is_int(200, v.status, "...for fifteen minutes");
	v.now++;
	cgi_get(&v, "admin", "/admin/peran");
	is_int(303, v.status, "...no longer");
	snprintf(form, sizeof(form), "kembali=//evil.example&kode=%s",
	    code_at(v.now));
	cgi_get(&v, "account", "/akun/bukti");
	cgi_post(&v, "account", "/akun/bukti", form);
	is_string("/akun", v.location, "it leads to our own pages");
	cgi_get(&v, "account", "/akun/bukti");
	cgi_post(&v, "account", "/akun/bukti", form);
	is_int(422, v.status, "a code is taken once");
	cgi_leave(&v);
}

static void
brakes_digits_alone(void)
{
	struct visitor v = { .now = NOW + 9000 };
	char form[160];

	enter(&v, "kakanwil", FIRST);
	cgi_get(&v, "account", "/akun/bukti");
	for (int i = 0; i < 5; i++)
		cgi_post(&v, "account", "/akun/bukti", "kode=123456");
	snprintf(form, sizeof(form), "kode=%s", code_at(v.now));
	cgi_post(&v, "account", "/akun/bukti", form);
	ok(v.status == 422 && cgi_has(&v, "Terlalu banyak percobaan"),
	    "after five guesses digits are not taken");
	is_int(1, fixture_int(o, "SELECT count(*) FROM audit WHERE kind ="
	    " 'factor' AND outcome = 'braked' AND person_id = $1", head),
	    "...which the audit knows");
	snprintf(form, sizeof(form), "kode=%s", recovery);
	cgi_post(&v, "account", "/akun/bukti", form);
	is_int(303, v.status, "...a recovery code is");
	is_int(7, factor_codes_left(o, head), "...and gone");
	cgi_get(&v, "account", "/akun/bukti");
	cgi_post(&v, "account", "/akun/bukti", form);
	is_int(422, v.status, "...once");
	cgi_leave(&v);
	fixture_run(o, "DELETE FROM throttles");
}

static void
asks_who_approves(void)
{
	struct visitor v = { .now = NOW + 20000 };

	cgi_login(o, &v, "kakanwil");
	cgi_get(&v, "approve", "/setujui/1");
	is_int(404, v.status, "approving is not asked about");
	cgi_configure("second_factor", "approve");
	cgi_get(&v, "approve", "/setujui/1");
	ok(strncmp(v.location, "/akun/bukti?", 12) == 0,
	    "...unless the office says so");
	cgi_get(&v, "review", "/periksa/1");
	is_int(404, v.status, "...and other steps are not");
	cgi_configure("second_factor", "no");
	cgi_get(&v, "admin", "/admin");
	is_int(200, v.status, "nobody is asked where it is off");
	cgi_leave(&v);
}

/* Another server key: the telephone's codes and the session go on. */
static void
outlives_a_key(void)
{
	struct visitor v = { .now = NOW + 18000 };
	char data[256], why[512] = "", form[64];

	snprintf(data, sizeof(data), "%s/data", cgi_folder());
	office_close(o);
	o = office_open(data, DB_UPGRADE, why, sizeof(why));
	if (o == NULL || office_key_turn(o, data, NOW + 18000, why,
	    sizeof(why)) != 0)
		bail(why);
	office_close(o);
	if ((o = office_open(data, DB_WRITE, why, sizeof(why))) == NULL)
		bail(why);
	enter(&v, "kakanwil", FIRST);
	cgi_get(&v, "account", "/akun/bukti?kembali=/admin/peran");
	cgi_post(&v, "account", "/akun/bukti",
	    "kembali=/admin/peran&kode=000000");
	is_int(422, v.status, "after the key was turned a wrong code is one");
	snprintf(form, sizeof(form), "kembali=/admin/peran&kode=%s",
	    code_at(v.now));
	cgi_post(&v, "account", "/akun/bukti", form);
	is_string("/admin/peran", v.location, "...and a right one is taken");
	cgi_leave(&v);
}

/* Nobody who reads it can change sopap.conf. */
static void
names_no_key(void)
{
	struct visitor v = { .now = NOW + 19000 };

	cgi_configure("second_factor", "no");
	cgi_login(o, &v, "jfu");
	cgi_get(&v, "account", "/akun");
	ok(cgi_has(&v, "tidak diminta di kantor ini") &&
	    !cgi_has(&v, "second_factor"), "the account names no key");
	cgi_get(&v, "account", "/akun/kode-kedua");
	ok(cgi_has(&v, "kode kedua tidak diminta") &&
	    !cgi_has(&v, "second_factor") && !cgi_has(&v, "sopap.conf"),
	    "...nor does the page of the second code");
	cgi_leave(&v);
}

static void
ends_it(void)
{
	struct visitor v = { .now = NOW + 20000 };

	cgi_login(o, &v, "kakanwil");
	cgi_get(&v, "account", "/akun/kode-kedua");
	cgi_post(&v, "account", "/akun/kode-kedua",
	    "kunci=e1&aksi=lepas&kata-sandi-lepas=salah");
	is_int(422, v.status, "it ends with the password alone");
	cgi_post(&v, "account", "/akun/kode-kedua",
	    "kunci=e2&aksi=lepas&kata-sandi-lepas=" FIRST);
	is_int(303, v.status, "...");
	ok(factor_since(o, head) == 0 && factor_codes_left(o, head) == 0,
	    "nothing of it is left");
	is_int(1, messages("Kode kedua%dilepas%"), "the person is told");
	cgi_leave(&v);
}

static void
leaves_everywhere(void)
{
	struct visitor v = { .now = NOW + 20000 }, w = { .now = NOW + 20000 };

	cgi_login(o, &v, "kakanwil");
	cgi_login(o, &w, "kakanwil");
	cgi_get(&v, "account", "/akun");
	cgi_post(&v, "account", "/akun", "aksi=keluar");
	is_int(400, v.status, "a form without its key");
	cgi_post(&v, "account", "/akun", "kunci=f1&aksi=keluar");
	is_string("/masuk?keluar=1", v.location, "out everywhere");
	cgi_get(&w, "inbox", "/kotak-masuk");
	is_int(303, w.status, "...there");
	cgi_get(&v, "inbox", "/kotak-masuk");
	is_int(303, v.status, "...and here");
	cgi_leave(&w);
	cgi_leave(&v);
}

/* How long a session lasts is the office's to say. */
static void
ends_as_configured(void)
{
	struct visitor v = { .now = NOW + 40000 };

	cgi_configure("session_hours", "1");
	cgi_configure("session_days", "1");
	cgi_login(o, &v, "kakanwil");
	v.now += 3600 - 1;
	cgi_get(&v, "inbox", "/kotak-masuk");
	is_int(200, v.status, "unused for nearly an hour");
	v.now += 3600;
	cgi_get(&v, "inbox", "/kotak-masuk");
	is_int(303, v.status, "...for an hour: it has ended");
	cgi_login(o, &v, "kakanwil");
	for (int i = 0; i < 47; i++) {
		v.now += 1800;
		cgi_get(&v, "account", "/akun");
	}
	is_int(200, v.status, "used all the time");
	v.now += 1800;
	cgi_get(&v, "account", "/akun");
	is_int(303, v.status, "...it ends after a day");
	cgi_configure("session_hours", "10");
	cgi_configure("session_days", "7");
	cgi_leave(&v);
}

int
main(void)
{
	o = cgi_office();
	head = fixture_person(o, "kakanwil");
	if (password_set(o, &by_system, head, FIRST) != CASE_OK)
		bail(office_why(o));
	fixture_run(o, "UPDATE people SET phone = '+628120000001'"
	    " WHERE login = 'kakanwil'");
	shows_the_account();
	changes_the_password();
	forgets_the_password();
	sets_up_a_second_code();
	asks_for_it();
	brakes_digits_alone();
	asks_who_approves();
	outlives_a_key();
	names_no_key();
	ends_it();
	leaves_everywhere();
	ends_as_configured();
	office_close(o);
	return tap_done();
}
