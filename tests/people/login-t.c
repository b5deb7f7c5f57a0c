/* login-t.c - passwords, sessions, and the brake on guessing. */
#include <sodium.h>
#include <sqlite3.h>
#include <string.h>

#include "office/throttle.h"
#include "office/unit.h"
#include "people/login.h"
#include "people/login_session.h"
#include "people/password.h"
#include "people/password_link.h"
#include "people/person.h"
#include "store/event.h"
#include "store/sqlite.h"
#include "tests/store/place.h"
#include "tests/tap.h"

#define NOW	1795400000LL
#define HOUR	3600
#define IDLE	(8 * HOUR)
#define GOOD	"kuda-besi-terbang"

static struct office *o;
static int64_t person;
static int verified;	/* hashes that were compared with */

/* In the place of the library's: each call takes as long as the next. */
int
crypto_pwhash_str_verify(const char hash[crypto_pwhash_STRBYTES],
    const char *const password, unsigned long long len)
{
	verified++;
	return crypto_pwhash_argon2id_str_verify(hash, password, len);
}
static const struct login_session_ends ends = { IDLE, 1800, 7 * 24 * HOUR };
static const struct change by_system = { .now = NOW };

static int64_t
number(const char *sql)
{
	struct db_stmt *st = db_query(office_db(o), sql, "");
	int64_t v = db_step(st) ? db_int(st, 0) : -1;

	db_done(st);
	return v;
}

static void
text(const char *sql, char *buf, size_t size)
{
	struct db_stmt *st = db_query(office_db(o), sql, "");

	db_step(st);
	db_copy(st, 0, buf, size);
	db_done(st);
}

static void
set_up(void)
{
	struct unit_row u = { .slug = "kanwil", .name = "Kantor Wilayah" };
	struct person p = { .login = "196504081987031002", .name = "Budi S.",
		.active = 1 };
	char why[256];

	o = office_open(NULL, DB_CREATE, why, sizeof(why));
	if (o == NULL)
		bail(why);
	unit_add(o, &by_system, &u, &p.unit_id);
	is_int(CASE_OK, person_add(o, &by_system, &p, &person), "a person");
	db_run(office_db(o), "INSERT INTO roles (id, slug, name, unit_id,"
	    " external, system, single, valid_from) VALUES (7,"
	    " 'petugas-loket', 'Petugas', $1, 0, 0, 0, 0)", "i", p.unit_id);
	db_run(office_db(o), "INSERT INTO holders (id, role_id, person_id,"
	    " capacity, letter_no, from_at) VALUES (8, 7, $1, 'definitif',"
	    " '', 0)", "i", person);
}

static enum case_err
try(const char *login, const char *password, const char *address, int64_t now)
{
	struct login_try t = { login, password, address, now, NULL, 0 };
	int64_t id = -1;
	enum case_err err = login_check(o, &t, &id);

	if (err == CASE_OK && id != person)
		bail("somebody else");
	return err == CASE_OK || id == -1 ? err : CASE__MAX;
}

static void
passwords_are_checked(void)
{
	static const struct { const char *password, *why; } weak[] = {
		{ "123456789012", "mudah ditebak" },
		{ "aaaaaaaaaaaaaa", "huruf yang berbeda" },
		{ "abababababab", "huruf yang berbeda" },
		{ "abcdefghijkl", "berurutan" },
		{ "international", "kamus" },
		{ "lanoitanretni", "kamus" },
		{ "Administration1", "kamus" },
		{ "sopap-sopap-26", "nama layanan" },
		{ "KANTOR-wilayah-1", "nama kantor" },
		{ "xkanwilsumsel26", "nama kantor" },
		{ "meja-LOKET-2026", "peran Anda" },
		{ "perahu-budiman-7", "nama Anda" },
		{ "palembang2026", "satu kata" },
		{ "17081945-merdeka!", "satu kata" },
		{ "passwordpassword", "satu kata" },
		{ "..bismillah123", "satu kata" },
	};
	char hash[160];

	is_int(CASE_DENIED, try("196504081987031002", "", "::1", NOW),
	    "without a password nobody comes in");
	is_int(CASE_INVALID, password_set(o, &by_system, person, "pendek12345"),
	    "eleven characters are too few");
	is_string("password", office_field(o), "...named");
	is_int(CASE_INVALID, password_set(o, &by_system, person,
	    "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"),
	    "twelve bytes are not twelve characters");
	is_int(CASE_INVALID, password_set(o, &by_system, person,
	    "x196504081987031002"), "the NIP is no password");
	for (size_t i = 0; i < sizeof(weak) / sizeof(weak[0]); i++) {
		is_int(CASE_INVALID, password_set(o, &by_system, person,
		    weak[i].password), "guessed: %s", weak[i].password);
		ok(strstr(office_why(o), weak[i].why) != NULL, "...%s",
		    office_why(o));
	}
	is_int(CASE_NOT_FOUND, password_set(o, &by_system, 7, GOOD), "nobody");
	is_int(CASE_OK, password_set(o, &by_system, person, GOOD),
	    "a good one");
	text("SELECT password FROM people", hash, sizeof(hash));
	ok(strncmp(hash, "$argon2id$v=19$m=19456,t=2,", 27) == 0,
	    "...is kept as argon2id of 19 MiB in two passes");
	is_int(1, number("SELECT count(*) FROM events WHERE kind ="
	    " 'password-set'"), "...an event");
	is_int(0, number("SELECT count(*) FROM event_data WHERE payload LIKE"
	    " '%argon%' OR payload LIKE '%kuda%'"), "...that does not tell it");
}

/* A sentence is a password, and all of it counts. */
static void
long_ones_count_whole(void)
{
	char most[130];

	for (size_t i = 0; i < sizeof(most) - 1; i++)
		most[i] = "kuda-besi-terbang_"[i * i % 18];
	most[129] = '\0';
	is_int(CASE_INVALID, password_set(o, &by_system, person, most),
	    "more than 128 bytes");
	most[128] = '\0';
	is_int(CASE_OK, password_set(o, &by_system, person, most), "128");
	is_int(CASE_OK, try("196504081987031002", most, "::1", NOW),
	    "...let in");
	most[127] ^= 1;
	is_int(CASE_DENIED, try("196504081987031002", most, "::1", NOW),
	    "...by the last of them, too");
	if (password_set(o, &by_system, person, GOOD) != CASE_OK)
		bail(office_why(o));
}

static void
the_right_one_comes_in(void)
{
	is_int(CASE_OK, try("196504081987031002", GOOD, "::1", NOW), "in");
	is_int(CASE_OK, try("19650408 198703 1 002", GOOD, "::1", NOW),
	    "the NIP as it is printed, too");
	is_int(CASE_DENIED, try("196504081987031002", "Kuda-besi-terbang",
	    "::1", NOW), "a wrong password");
	is_string("NIP atau kata sandi tidak cocok.", office_why(o), "...says");
	is_int(CASE_DENIED, try("nobody", GOOD, "::1", NOW),
	    "an unknown login");
	is_string("NIP atau kata sandi tidak cocok.", office_why(o), "...same");
}

static void
cheap_hashes_are_made_anew(void)
{
	char hash[crypto_pwhash_STRBYTES], kept[160];

	if (crypto_pwhash_str(hash, GOOD, strlen(GOOD), 1, 8192 * 1024) != 0)
		bail("argon2id");
	db_run(office_db(o), "UPDATE people SET password = $1", "t", hash);
	is_int(CASE_OK, try("196504081987031002", GOOD, "::1", NOW),
	    "an older, cheaper hash lets in");
	text("SELECT password FROM people", kept, sizeof(kept));
	ok(strncmp(kept, "$argon2id$v=19$m=19456,t=2,", 27) == 0,
	    "...and is made anew");
	is_int(CASE_OK, try("196504081987031002", GOOD, "::1", NOW), "...well");
	is_int(CASE_DENIED, try("196504081987031002", "kuda", "::1", NOW),
	    "...not for everyone");
	db_run(office_db(o), "DELETE FROM throttles", "");
}

#define COMPOSED "\u00c9mile-rahasia-99"
#define PIECES	"E\u0301mile-rahasia-99"

/* A keyboard composes letters or not, then as now. */
static void
letters_are_composed(void)
{
	char hash[crypto_pwhash_STRBYTES], kept[160];

	is_int(CASE_OK, password_set(o, &by_system, person, COMPOSED),
	    "a letter with an accent");
	is_int(CASE_OK, try("196504081987031002", PIECES, "::1", NOW),
	    "...comes in pieces");
	is_int(CASE_OK, password_set(o, &by_system, person, PIECES),
	    "...or is set so");
	is_int(CASE_OK, try("196504081987031002", COMPOSED, "::1", NOW),
	    "...and typed whole");
	is_int(CASE_DENIED, try("196504081987031002", "Emile-rahasia-99",
	    "::1", NOW), "...with its accent");
	if (crypto_pwhash_str(hash, PIECES, strlen(PIECES), 2,
	    19456 * 1024) != 0)
		bail("argon2id");
	for (int i = 0; i < 2; i++) {
		db_run(office_db(o), "UPDATE people SET password = $1", "t",
		    hash);
		is_int(CASE_OK, try("196504081987031002", i == 0 ? PIECES :
		    COMPOSED, "::1", NOW), "an older hash of pieces lets in");
		text("SELECT password FROM people", kept, sizeof(kept));
		ok(strcmp(hash, kept) != 0, "...and is made anew");
		is_int(CASE_OK, try("196504081987031002", COMPOSED, "::1",
		    NOW), "...of the whole letter");
	}
	is_int(CASE_OK, password_set(o, &by_system, person, GOOD), "back");
	db_run(office_db(o), "DELETE FROM throttles", "");
}

/* A NIP is read as it stands on letters and in chats. */
static void
logins_are_read(void)
{
	static const char *const typed[] = { "19650408 198703 1 002",
		"19650408\u00a0198703\u00a01\u00a0002",
		"19650408.198703.1.002", "19650408-198703-1-002",
		"\u201c196504081987031002\u201d", "NIP", "'19650408 198703 1 "
		"002'", "\uff11965040819870310\uff102" };

	for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++)
		is_int(strcmp(typed[i], "NIP") == 0 ? CASE_DENIED : CASE_OK,
		    try(typed[i], GOOD, "::1", NOW), "login \"%s\"",
		    typed[i]);
	db_run(office_db(o), "DELETE FROM throttles", "");
}

static void
guessing_is_braked(void)
{
	char address[16];
	int i;

	for (i = 0; i < 10; i++) {
		snprintf(address, sizeof(address), "10.0.0.%d", i);
		is_int(CASE_DENIED, try("196504081987031002", "salah",
		    address, NOW + i), "try %d", i + 1);
	}
	is_int(CASE_STATE, try("196504081987031002", GOOD, "10.0.1.1",
	    NOW + 10), "then not even the right one, from anywhere");
	is_string("Terlalu banyak percobaan. Coba lagi dalam 15 menit.",
	    office_why(o), "...and says how long");
	is_int(CASE_DENIED, try("orang-lain", GOOD, "10.0.1.2", NOW + 10),
	    "...others are not concerned");
	is_int(0, number("SELECT count(*) FROM throttles"
	    " WHERE length(key) <> 64"), "...what was typed is not kept");
	is_int(CASE_STATE, try("196504081987031002", GOOD, "10.0.1.1",
	    NOW + 899), "a quarter of an hour");
	is_int(CASE_OK, try("196504081987031002", GOOD, "10.0.1.1",
	    NOW + 900), "...later, in");
	is_int(CASE_DENIED, try("196504081987031002", "salah", "10.0.1.1",
	    NOW + 900), "...and counts afresh");
	is_int(1, number("SELECT max(tries) FROM throttles"),
	    "...what is past is forgotten");
}

static void
addresses_are_braked(void)
{
	int64_t now = NOW + HOUR;
	char login[16];
	int i, denied = 0;

	for (i = 0; i < 50; i++) {
		snprintf(login, sizeof(login), "tebak-%d", i);
		denied += try(login, "salah", "10.9.9.9", now) == CASE_DENIED;
	}
	is_int(50, denied, "fifty tries at many accounts");
	is_int(CASE_STATE, try("196504081987031002", GOOD, "10.9.9.9", now),
	    "...are the last from there");
	is_int(CASE_OK, try("196504081987031002", GOOD, "10.9.9.8", now),
	    "...not from elsewhere");
}

/* Slips of a day must not add up: an office shares one address. */
static void
slips_do_not_add_up(void)
{
	int64_t now = NOW + 2 * HOUR;
	char login[24];
	int i;

	for (i = 0; i < 60; i++) {
		snprintf(login, sizeof(login), "pegawai-%d", i);
		try(login, "salah", "10.7.7.7", now + i * 600);
	}
	is_int(CASE_OK, try("196504081987031002", GOOD, "10.7.7.7",
	    now + 60 * 600), "a slip every ten minutes keeps nobody out");
}

static enum case_err
try_in(const char *device, const char *password, int64_t now)
{
	struct login_try t = { "196504081987031002", password, "10.8.8.8", now,
		device, 0 };
	int64_t id;

	return login_check(o, &t, &id);
}

/* Guesses at an account from elsewhere do not lock its owner out. */
static void
guessing_locks_nobody_out(void)
{
	int64_t now = NOW + 24 * HOUR;
	int i;

	for (i = 0; i < 10; i++)
		try("196504081987031002", "salah", "10.6.6.6", now);
	is_int(CASE_STATE, try_in(NULL, GOOD, now),
	    "an account guessed at is closed");
	is_int(CASE_OK, try_in("peramban-a", GOOD, now),
	    "...but not in a browser it logged in with before");
	for (i = 0; i < 10; i++)
		is_int(CASE_DENIED, try_in("peramban-b", "salah", now),
		    "ten tries in another, %d", i + 1);
	is_int(CASE_STATE, try_in("peramban-b", GOOD, now),
	    "...which is braked for itself");
	is_int(CASE_OK, try_in("peramban-a", GOOD, now), "...alone");
}

/* Nobody learns by the time of an answer whether there is such an account. */
static void
unknown_takes_as_long(void)
{
	static const struct { const char *password; int times; } tries[] = {
		{ "salah", 1 },
		{ "\xc3\x89mile-salah", 2 },	/* in another spelling, too */
	};
	int64_t now = NOW + 30 * HOUR;

	for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]); i++) {
		verified = 0;
		is_int(CASE_DENIED, try("196504081987031002",
		    tries[i].password, "10.7.7.7", now), "a wrong password");
		is_int(tries[i].times, verified, "...is compared");
		verified = 0;
		is_int(CASE_DENIED, try("tidak-ada", tries[i].password,
		    "10.7.7.7", now), "...that of nobody");
		is_int(tries[i].times, verified, "...as often");
	}
}

/* A client with one address of IPv6 has as many as it likes. */
static void
networks_are_one_address(void)
{
	int64_t now = NOW + 36 * HOUR;
	char login[16], address[40], buf[THROTTLE_ADDRESS_SIZE];
	int i;

	for (i = 0; i < 50; i++) {
		snprintf(login, sizeof(login), "tebak6-%d", i);
		snprintf(address, sizeof(address), "2001:db8:1:2::%x", i + 1);
		try(login, "salah", address, now);
	}
	is_int(CASE_STATE, try("196504081987031002", GOOD,
	    "2001:db8:1:2:ffff::1", now), "fifty addresses of one network");
	is_int(CASE_OK, try("196504081987031002", GOOD, "2001:db8:1:3::1",
	    now), "...not of the one beside it");
	is_string("::ffff:192.0.2.1", throttle_address("::ffff:192.0.2.1",
	    buf), "IPv4 in another dress stays whole");
	is_string("unix:", throttle_address("unix:", buf), "...as does text");
}

static void
sessions_last_while_used(void)
{
	struct login_session s, again;
	char token[LOGIN_TOKEN_SIZE], other[LOGIN_TOKEN_SIZE];

	is_int(CASE_OK, login_session_open(o, person, NOW, &ends, token),
	    "a session");
	is_int(64, strlen(token), "...has a token");
	is_int(CASE_OK, login_session_find(o, token, NOW, &ends, &s),
	    "...that finds it");
	is_int(person, s.person_id, "...and its person");
	is_int(64, strlen(s.csrf), "...and what its forms carry");
	ok(strcmp(s.csrf, token) != 0, "...which is not the token");
	login_session_open(o, person, NOW, &ends, other);
	ok(strcmp(token, other) != 0, "another session is another");
	other[0] = other[0] == 'a' ? 'b' : 'a';
	is_int(CASE_NOT_FOUND, login_session_find(o, other, NOW, &ends, &again),
	    "a token that is nearly right finds none");
	is_int(CASE_OK, login_session_find(o, token, NOW + 299, &ends, &again),
	    "used");
	is_int(NOW, again.seen_at, "...noted at most");
	is_int(CASE_OK, login_session_find(o, token, NOW + 300, &ends, &again),
	    "...");
	is_int(NOW + 300, again.seen_at, "...every five minutes");
	is_int(CASE_OK, login_session_peek(o, token, NOW + 900, &ends, &again),
	    "a look that is no use");
	is_int(NOW + 300, again.seen_at, "...is not noted");
	is_int(CASE_OK, login_session_find(o, token, NOW + 300 + IDLE - 1,
	    &ends, &again), "unused for nearly too long");
	is_int(CASE_NOT_FOUND, login_session_find(o, token,
	    NOW + 300 + 2 * IDLE - 1, &ends, &again), "...too long");
	login_session_open(o, person, NOW + 300 + 2 * IDLE - 1, &ends, other);
	is_int(1, number("SELECT count(*) FROM sessions"),
	    "the next one to log in sweeps the old away");
	is_int(CASE_OK, login_session_close(o,
	    number("SELECT id FROM sessions")), "logged out");
	is_int(CASE_NOT_FOUND, login_session_find(o, other,
	    NOW + 300 + 2 * IDLE, &ends, &again), "...is out");
}

static void
sessions_end_after_a_week(void)
{
	struct login_session s;
	char token[LOGIN_TOKEN_SIZE];
	int64_t at = NOW;

	login_session_open(o, person, NOW, &ends, token);
	for (; at < NOW + 7 * 86400; at += IDLE / 2)
		if (login_session_find(o, token, at, &ends, &s) != CASE_OK)
			bail("a session in use has ended");
	is_int(CASE_NOT_FOUND, login_session_find(o, token, at, &ends, &s),
	    "a session used all the time ends after a week");
}

static void
tokens_are_not_kept(void)
{
	char token[LOGIN_TOKEN_SIZE], kept[80];

	login_session_open(o, person, NOW, &ends, token);
	text("SELECT token_hash FROM sessions", kept, sizeof(kept));
	ok(strcmp(kept, token) != 0, "the database does not know the token");
	is_int(64, strlen(kept), "...but its hash");
}

static void
others_end_sessions(void)
{
	struct login_session s;
	struct person p;
	char token[LOGIN_TOKEN_SIZE];

	login_session_open(o, person, NOW, &ends, token);
	password_set(o, &by_system, person, "kata-sandi-yang-baru");
	is_int(CASE_NOT_FOUND, login_session_find(o, token, NOW, &ends, &s),
	    "a new password ends the sessions");
	login_session_open(o, person, NOW, &ends, token);
	person_get(o, person, &p);
	p.active = 0;
	is_int(CASE_OK, person_change(o, &by_system, &p), "made inactive");
	is_int(CASE_NOT_FOUND, login_session_find(o, token, NOW, &ends, &s),
	    "...is logged out");
	is_int(CASE_DENIED, try("196504081987031002", "kata-sandi-yang-baru",
	    "::2", NOW + 2 * HOUR), "...and does not come in");
}

/* The operators of an institution that was closed stay outside. */
static void
closed_stay_outside(void)
{
	struct login_session s;
	char token[LOGIN_TOKEN_SIZE];
	struct person p;

	person_get(o, person, &p);
	p.active = 1;
	person_change(o, &by_system, &p);
	password_set(o, &by_system, person, "kata-sandi-yang-lain-lagi");
	db_run(office_db(o), "INSERT INTO institutions (id, name, kind, state)"
	    " VALUES (7, 'Kampus', 'kampus', 'active')", "");
	db_run(office_db(o), "UPDATE people SET institution_id = 7"
	    " WHERE id = $1", "i", person);
	is_int(CASE_OK, try("196504081987031002", "kata-sandi-yang-lain-lagi",
	    "::3", NOW + 4 * HOUR), "an operator comes in");
	login_session_open(o, person, NOW, &ends, token);
	db_run(office_db(o), "UPDATE institutions SET state = 'closed'", "");
	is_int(CASE_NOT_FOUND, login_session_find(o, token, NOW, &ends, &s),
	    "the institution is closed: the session is over");
	is_int(CASE_DENIED, try("196504081987031002",
	    "kata-sandi-yang-lain-lagi", "::3", NOW + 5 * HOUR),
	    "...and there is no other");
}

/* -- forgotten passwords: work is counted, not time ------------------------ */

#define STATEMENTS 300

/* How often each statement ran since the last look. */
static void
look_at_runs(int runs[STATEMENTS])
{
	sqlite3 *sq = sqlite_handle(office_db(o));
	sqlite3_stmt *st = NULL;
	size_t n = 0;

	memset(runs, 0, STATEMENTS * sizeof(*runs));
	while ((st = sqlite3_next_stmt(sq, st)) != NULL && n < STATEMENTS)
		runs[n++] = sqlite3_stmt_status(st, SQLITE_STMTSTATUS_RUN, 1);
	if (n == STATEMENTS)
		bail("too many statements");
}

static void
forget(const char *login, int64_t now, int runs[STATEMENTS])
{
	const struct password_forgotten f = { .login = login,
	    .address = login, .site = "https://kantor.example", .now = now };

	look_at_runs(runs);
	is_int(CASE_OK, password_link_forgotten(o, &f), "%s", login);
	look_at_runs(runs);
}

/* Asked for by anybody who has an account, by one who cannot be reached or is
 * gone, by nobody: the same statements run, as often, also once the account's
 * links are used up. */
static void
forgetting_takes_as_long(void)
{
	static const char *const names[] = { "196504081987031002",
	    "tanpa-nomor", "keluar", "tidak-ada" };
	struct person p = { .login = "tanpa-nomor", .name = "T", .active = 1 };
	int first[STATEMENTS], runs[STATEMENTS];
	int64_t now = NOW + 3000 * HOUR;

	if (place_is_server())		/* it counts no statements */
		return;
	p.unit_id = number("SELECT min(id) FROM units");
	is_int(CASE_OK, person_add(o, &by_system, &p, NULL), "one more");
	strcpy(p.login, "keluar");
	p.active = 0;
	is_int(CASE_OK, person_add(o, &by_system, &p, NULL), "one who left");
	db_run(office_db(o), "UPDATE people SET phone = '+628120000009'"
	    " WHERE login <> 'tanpa-nomor'", "");
	for (size_t i = 0; i < 4; i++)
		forget(names[i], now, runs);
	for (int n = 0; n < 3; n++)
		for (size_t i = 0; i < 4; i++) {
			forget(names[i], now + HOUR + n, i == 0 ? first :
			    runs);
			ok(i == 0 || memcmp(first, runs, sizeof(runs)) == 0,
			    "...takes what another takes");
		}
	is_int(3, number("SELECT count(*) FROM messages"),
	    "a message goes out to the one who can be reached");
	is_int(number("SELECT count(*) FROM messages WHERE body LIKE"
	    " '%196504081987031002%'"), number("SELECT count(*) FROM messages"),
	    "...and to nobody else");
	is_int(person, number("SELECT max(person_id) FROM tokens"),
	    "...with a link of his");
}

int
main(void)
{
	set_up();
	passwords_are_checked();
	long_ones_count_whole();
	the_right_one_comes_in();
	cheap_hashes_are_made_anew();
	letters_are_composed();
	logins_are_read();
	guessing_is_braked();
	addresses_are_braked();
	slips_do_not_add_up();
	guessing_locks_nobody_out();
	unknown_takes_as_long();
	forgetting_takes_as_long();
	networks_are_one_address();
	sessions_last_while_used();
	sessions_end_after_a_week();
	tokens_are_not_kept();
	others_end_sessions();
	closed_stay_outside();
	office_close(o);
	return tap_done();
}
