/* audit-t.c - the record of log-ins, refusals, rights, exports and readings. */
#include <stdio.h>
#include <string.h>

#include "message/alarm.h"
#include "office/audit.h"
#include "people/holder.h"
#include "people/login.h"
#include "people/login_session.h"
#include "people/password.h"
#include "people/person.h"
#include "people/role.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"

#define NOW	FIXTURE_START
#define PASSWORD "kuda-besi-terbang"
#define FORM	"nip=kakanwil&kata-sandi=" PASSWORD
#define PAGE	"/admin/keamanan"

static const struct change by_system = { .now = NOW };
static struct office *o;

/* Entries of a kind and outcome: of the person, about, from this address. */
static int64_t
entries(const char *kind, const char *outcome, int64_t person,
    int64_t about, const char *address)
{
	struct db_stmt *st = db_query(office_db(o), "SELECT count(*) FROM audit"
	    " WHERE kind = $1 AND outcome = $2 AND person_id = $3"
	    " AND about_id = $4 AND address = $5", "ttiit", kind, outcome,
	    person, about, address);
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	db_done(st);
	return n;
}

static int64_t
all(const char *kind)
{
	struct db_stmt *st = db_query(office_db(o),
	    "SELECT count(*) FROM audit WHERE kind = $1", "t", kind);
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	db_done(st);
	return n;
}

/* Does the log of the programs hold this text? */
static int
logged(const char *text)
{
	char path[512], line[4096];
	int found = 0;
	FILE *f;

	snprintf(path, sizeof(path), "%s/err", cgi_folder());
	if ((f = fopen(path, "r")) == NULL)
		return 0;
	while (!found && fgets(line, sizeof(line), f) != NULL)
		found = strstr(line, text) != NULL;
	fclose(f);
	return found;
}

static void
forget(void)
{
	fixture_run(o, "DELETE FROM throttles");
	fixture_run(o, "DELETE FROM audit");
}

static void
coming_in(void)
{
	struct visitor v = { .now = NOW, .remote = "2001:db8:1:2:3::4" };
	int64_t head = fixture_person(o, "kakanwil");
	const char *net = "2001:db8:1:2::";
	char line[256];

	cgi_get(&v, "login", "/masuk");
	cgi_post(&v, "login", "/masuk", "nip=kakanwil&kata-sandi=rahasiaku");
	is_int(1, entries("login", "bad", 0, head, net),
	    "a wrong password: at which account, from which network");
	cgi_post(&v, "login", "/masuk", "nip=salahketik&kata-sandi=x");
	is_int(1, entries("login", "bad", 0, 0, net), "an unknown name");
	for (int i = 0; i < 10; i++)
		cgi_post(&v, "login", "/masuk", "nip=kakanwil&kata-sandi=x");
	is_int(1, entries("login", "braked", 0, head, net), "a braked try");
	fixture_run(o, "DELETE FROM throttles");
	cgi_post(&v, "login", "/masuk", FORM);
	is_int(303, v.status, "in");
	is_int(1, entries("login", "good", head, head, net), "...who");
	snprintf(line, sizeof(line), "\"audit\":\"login\",\"outcome\":\"good\","
	    "\"person\":\"%lld\",\"address\":\"%s\"", (long long)head, net);
	ok(logged(line), "...and one line of the log");
	ok(!logged("rahasiaku") && !logged("salahketik"),
	    "what was typed is nowhere in it");
	is_int(0, fixture_int(o, "SELECT count(*) FROM audit WHERE $1 = 0 AND"
	    " address <> '' AND (program <> 'login' OR request = '')", 0),
	    "every entry has its program and request");
	cgi_get(&v, "inbox", "/kotak-masuk");
	cgi_post(&v, "login", "/keluar", "a=b");
	is_int(1, entries("logout", "good", head, 0, net), "out");
	cgi_leave(&v);
}

static void
at_the_counter(void)
{
	struct visitor v = { .now = NOW + 60 };
	int64_t other = fixture_person(o, "petugas-entry-scan-kanim");
	char form[128];
	const char *ip = "192.0.2.7";

	if (password_set_pin(o, &by_system, other, "402915") != CASE_OK)
		bail(office_why(o));
	is_int(1, entries("pin-set", "good", 0, other, ""), "a new PIN");
	cgi_login(o, &v, "petugas-entry-scan-kanim");
	snprintf(form, sizeof(form), "aksi=ganti&petugas=%lld&pin-petugas="
	    "111222", (long long)other);
	cgi_post(&v, "counter", "/loket", form);
	is_int(1, entries("pin", "bad", 0, other, ip), "a wrong PIN");
	snprintf(form, sizeof(form), "aksi=ganti&petugas=%lld&pin-petugas="
	    "402915", (long long)other);
	cgi_post(&v, "counter", "/loket", form);
	is_int(1, entries("pin", "good", other, other, ip), "a right PIN");
	cgi_leave(&v);
}

static void
sessions_end(void)
{
	const struct login_session_ends ends = { 3600, 1800, 604800 };
	char token[LOGIN_TOKEN_SIZE];
	int64_t jfu = fixture_person(o, "jfu"), n = all("session-ended");

	login_session_open(o, jfu, NOW, &ends, token);
	login_session_open(o, fixture_person(o, "jft"), NOW + 7200,
	    &ends, token);
	ok(entries("session-ended", "good", jfu, 0, "") > 0 &&
	    all("session-ended") > n, "a session that was left ends");
	if (login_session_end_all(o, &by_system, jfu) != CASE_OK)
		bail(office_why(o));
	is_int(1, entries("sessions-ended", "good", 0, jfu, ""),
	    "all of a person's, by somebody");
}

static void
refusals(void)
{
	struct visitor v = { .now = NOW, .remote = "192.0.2.8" };
	int64_t jfu = fixture_person(o, "jfu");

	cgi_login(o, &v, "jfu");
	for (int i = 0; i < 3; i++)
		cgi_get(&v, "admin", "/admin/pengguna");
	is_int(403, v.status, "not an administrator");
	is_int(1, entries("refused", "refused", jfu, 0, "192.0.2.8"),
	    "...once in an hour");
	v.now += 3600;
	cgi_get(&v, "admin", "/admin");
	is_int(2, entries("refused", "refused", jfu, 0, "192.0.2.8"),
	    "...and in the next");
	cgi_post(&v, "inbox", "/kotak-masuk", "aksi=ambil&tugas=1&csrf=x");
	is_int(1, entries("forged", "refused", jfu, 0, "192.0.2.8"),
	    "a form of somebody else's");
	cgi_leave(&v);
	v.now = NOW;
	cgi_get(&v, "verify", "/verifikasi/KODEYANGSALAH");
	is_int(0, fixture_int(o, "SELECT count(*) FROM audit WHERE $1 = 0"
	    " AND about LIKE '%KODE%'", 0), "no secret address is kept");
	cgi_leave(&v);
}

static void
changes(void)
{
	struct person p;
	struct holder_row h = { .from_at = NOW };
	struct role_row r;
	int64_t head = fixture_person(o, "kakanwil"), id;
	struct change ch = { .now = NOW, .by = fixture_person(o, "admin") };

	forget();
	if (password_set(o, &ch, head, PASSWORD) != CASE_OK ||
	    person_get(o, head, &p) != CASE_OK)
		bail(office_why(o));
	is_int(1, entries("password-set", "good", ch.by, head, ""),
	    "a password");
	p.admin = 1;
	ch.dry = 1;
	person_change(o, &ch, &p);
	is_int(0, all("admin-named"), "a change that was only tried");
	ch.dry = 0;
	p.unit_id = -1;
	person_change(o, &ch, &p);
	is_int(0, all("person-changed"), "...or refused");
	person_get(o, head, &p);
	p.admin = 1;
	person_change(o, &ch, &p);
	ok(entries("admin-named", "good", ch.by, head, "") == 1 &&
	    entries("person-changed", "good", ch.by, head, "") == 1,
	    "an administrator");
	person_change(o, &ch, &p);
	is_int(1, all("admin-named"), "...is named once");
	role_by_slug(o, "jfu", &r);
	h.role_id = r.id;
	h.person_id = head;
	if (holder_add(o, &ch, &h, &id) != CASE_OK ||
	    holder_end(o, &ch, id, NOW + 60) != CASE_OK)
		bail(office_why(o));
	is_int(1, entries("role-named", "good", ch.by, r.id, ""), "a role");
	is_int(1, entries("role-relieved", "good", ch.by, r.id, ""),
	    "...and its end");
	p.admin = 0;
	person_change(o, &ch, &p);
}

static void
readings(void)
{
	struct visitor v = { .now = NOW };
	int64_t head = fixture_person(o, "kakanwil");
	const char *ip = "192.0.2.7";

	cgi_login(o, &v, "kakanwil");
	for (int i = 0; i < 3; i++)
		cgi_get(&v, "case", "/berkas?cari=ayu");
	is_int(200, v.status, "a list");
	is_int(1, entries("list", "good", head, 0, ip), "...once an hour");
	cgi_get(&v, "case", "/berkas?format=csv&cari=ayu");
	is_int(1, entries("export", "good", head, 0, ip), "an export");
	cgi_get(&v, "case", "/berkas?format=csv");
	is_int(1, entries("export-all", "good", head, 0, ip),
	    "...of everything");
	cgi_leave(&v);
	cgi_login(o, &v, "admin");
	cgi_get(&v, "letter", "/surat");
	cgi_get(&v, "letter", "/surat?format=csv");
	head = fixture_person(o, "admin");
	is_int(1, entries("list", "good", head, 0, ip), "the letters' too");
	is_int(1, entries("export", "good", head, 0, ip), "...and theirs");
	cgi_leave(&v);
	cgi_login(o, &v, "admin-user");
	cgi_get(&v, "case", "/berkas?format=csv");
	is_int(1, all("export-all"), "an institution's own are not all");
	cgi_leave(&v);
}

static void
shows_them(void)
{
	struct visitor v = { .now = NOW };

	cgi_login(o, &v, "kakanwil");
	cgi_get(&v, "admin", PAGE);
	is_int(403, v.status, "the page is the administrators'");
	cgi_leave(&v);
	cgi_login(o, &v, "admin");
	cgi_get(&v, "admin", "/admin");
	ok(cgi_has(&v, "Catatan keamanan"), "it stands in the index");
	cgi_get(&v, "admin", PAGE);
	ok(cgi_has(&v, "Administrator baru</td>") &&
	    cgi_has(&v, "Seluruh data diunduh</td>") &&
	    cgi_has(&v, "192.0.2.7"), "all of it");
	cgi_get(&v, "admin", PAGE "?cari=kakanwil&jenis=export");
	ok(cgi_has(&v, "tabel</td>") && !cgi_has(&v, "Administrator baru</td>"),
	    "by person and kind");
	cgi_get(&v, "admin", PAGE "?cari=jfu&jenis=export");
	ok(cgi_has(&v, "Tidak ada catatan yang cocok."), "...of another");
	cgi_get(&v, "admin", PAGE "?hari=2026-01-05&jenis=export");
	ok(cgi_has(&v, "tabel</td>"), "by day");
	cgi_get(&v, "admin", PAGE "?hari=2026-01-06");
	ok(cgi_has(&v, "Tidak ada catatan yang cocok."), "...of another");
	cgi_get(&v, "admin", PAGE "?hari=besok");
	ok(cgi_has(&v, "Pilih hari"), "a day that is none");
	cgi_get(&v, "admin", PAGE "?cari=%3Cb%3E");
	ok(cgi_has(&v, "Tidak ada pengguna atau berkas dengan") &&
	    cgi_has(&v, "value=\"&lt;b&gt;\""), "nobody of that name");
	cgi_post(&v, "admin", PAGE, "a=b");
	is_int(405, v.status, "nothing is changed there");
	cgi_get(&v, "admin", PAGE "/x");
	is_int(404, v.status, "nothing below it");
	cgi_leave(&v);
}

static int64_t
mails(const char *subject)
{
	struct db_stmt *st = db_query(office_db(o), "SELECT count(*) FROM"
	    " messages WHERE subject = $1", "t", subject);
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	db_done(st);
	return n;
}

static void
tells_administrators(void)
{
	struct audit_entry bad = { .kind = AUDIT_LOGIN, .outcome = AUDIT_BAD,
		.at = NOW };

	fixture_run(o, "UPDATE people SET email = 'a@example.id'"
	    " WHERE login = 'admin'");
	for (int i = 0; i < 2; i++)
		is_int(CASE_OK, alarm_audit(o, "http://x/y", NOW + 60),
		    "the minute comes");
	is_int(1, mails("Administrator baru"), "a new one is told once");
	is_int(1, mails("Seluruh data diunduh"), "and an export of all");
	is_int(0, mails("Banyak percobaan masuk yang gagal"), "no failures");
	for (int i = 0; i < ALARM_FAILURES; i++)
		audit(o, &bad);
	for (int i = 0; i < 2; i++)
		alarm_audit(o, "http://x/y", NOW + 60);
	is_int(1, mails("Banyak percobaan masuk yang gagal"), "many are told");
}

static void
has_an_end(void)
{
	int removed;
	int64_t n = fixture_int(o, "SELECT count(*) FROM audit WHERE at >= $1",
	    NOW + 1);

	is_int(CASE_OK, audit_sweep(o, NOW + 1, &removed), "swept");
	ok(removed > 0, "...what is old");
	is_int(n, fixture_int(o, "SELECT count(*) FROM audit WHERE $1 = 0",
	    0), "...and not the rest");
}

/* Nobody fills the disk by being refused. */
static void
strangers_have_room(void)
{
	struct visitor v = { .now = NOW, .remote = "192.0.2.66" };

	forget();
	cgi_get(&v, "login", "/masuk");
	for (int i = 0; i < AUDIT_STRANGERS + 5; i++)
		cgi_post(&v, "login", "/masuk", "nip=jfu&kata-sandi=x");
	is_int(AUDIT_STRANGERS + 1, fixture_int(o, "SELECT count(*) FROM audit"
	    " WHERE $1 = 0 AND address = '192.0.2.66'", 0), "so many");
	is_int(1, all("left-out"), "...and that more were left out");
	cgi_leave(&v);
}

/* No act fails for the record, and none is missing from the log. */
static void
never_in_the_way(void)
{
	struct visitor v = { .now = NOW + 9000 };

	fixture_run(o, "DELETE FROM throttles");
	fixture_run(o, "ALTER TABLE audit RENAME TO audit_gone");
	cgi_get(&v, "login", "/masuk");
	cgi_post(&v, "login", "/masuk", FORM);
	is_int(303, v.status, "in, without a table to write it to");
	ok(logged("are not kept: "), "...which the log says");
	is_int(CASE_OK, password_set(o, &by_system,
	    fixture_person(o, "kakanwil"), PASSWORD), "a change, too");
	cgi_leave(&v);
}

int
main(void)
{
	o = cgi_office();
	if (password_set(o, &by_system, fixture_person(o, "kakanwil"),
	    PASSWORD) != CASE_OK)
		bail(office_why(o));
	fixture_sees_all(o, "kakanwil");
	coming_in();
	at_the_counter();
	sessions_end();
	refusals();
	changes();
	readings();
	shows_them();
	tells_administrators();
	has_an_end();
	strangers_have_room();
	never_in_the_way();
	office_close(o);
	return tap_done();
}
