/*
 * delivery-t.c - messages on their way: tried, cut, given up; what providers
 * say later; links to letters; no identity numbers.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "case/request_brake.h"
#include "case/answer.h"
#include "case/answer_link.h"
#include "case/arrival.h"
#include "case/document.h"
#include "message/delivery.h"
#include "message/retry.h"
#include "message/secret.h"
#include "message/wording.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"

#define IZIN "izin-magang-penelitian"
#define DAY INT64_C(86400)

static struct delivery_query q;

/* The next that is due now; bails out without one. */
static struct delivery
next(void)
{
	struct delivery d;

	q.now = play_now;
	play_must(delivery_next(play_office, &q, &d), "the next");
	return d;
}

static int
none(void)
{
	struct delivery d;

	q.now = play_now;
	return delivery_next(play_office, &q, &d) == CASE_NOT_FOUND;
}

static struct delivery
begun(void)
{
	struct delivery d = next();

	play_must(delivery_begin(play_office, &d, 0, 0, play_now), "begin");
	return d;
}

static const char *
text_of(const char *query, int64_t id)
{
	static char text[256];
	struct db_stmt *st = db_query(office_db(play_office), query, "i", id);

	text[0] = '\0';
	if (db_step(st))
		db_copy(st, 0, text, sizeof(text));
	db_done(st);
	return text;
}

static const char *
delivery_state(int64_t id)
{
	return text_of("SELECT state FROM deliveries WHERE message_id = $1",
	    id);
}

static const char *
message_state(int64_t id)
{
	return text_of("SELECT state FROM messages WHERE id = $1", id);
}

static void
sends(void)
{
	int64_t id = play_case(IZIN, NULL, "3");
	struct delivery d = next();

	is_int(id, d.case_id, "a confirmation waits");
	is_string("confirmed", d.kind, "... of its kind");
	is_int(CHANNEL_WHATSAPP, d.route, "... for WhatsApp");
	is_string("id", d.language, "... in Indonesian");
	is_string("+6281234567890", d.address, "... to the number given");
	q.stopped[CHANNEL_WHATSAPP] = 1;
	ok(none(), "a route that is stopped has nothing due");
	q.stopped[CHANNEL_WHATSAPP] = 0;
	play_must(delivery_begin(play_office, &d, 0, 0, play_now), "begin");
	is_string("begun", delivery_state(d.id), "on record before it leaves");
	is_int(1, delivery_count(play_office, CHANNEL_WHATSAPP, play_now - 60),
	    "... and counted");
	play_must(retry_later(play_office, &d, play_now + 60, "tutup",
	    play_now), "later");
	ok(none(), "after a failure it waits");
	play_now += 60;
	is_int(1, next().tries, "... for the second try");
	d = begun();
	play_must(delivery_sent(play_office, &d, "wamid.1", play_now), "sent");
	is_string("accepted", delivery_state(d.id), "accepted, no more");
	is_string("sent", message_state(d.id), "... and sent");
	ok(none(), "... once");
}

/* -- codes and links --------------------------------------------------- */

static void
hides(void)
{
	static const struct {
		const char *text, *hidden;
	} t[] = {
		{ "Kode pelacakan: K7QM-3WXA-9HTP.",
		    "Kode pelacakan: ****-****-****." },
		{ "K7QM-3WXA-9HTP", "****-****-****" },
		{ "a/sandi?kunci=0123abcd\nb", "a/sandi?kunci=********\nb" },
		{ "https://a/tautan/Ab_9, habis",
		    "https://a/tautan/****, habis" },
		{ "Nomor K-2026-0412", "Nomor K-2026-0412" },
		{ "W.6.UM.01.01-0001-2026", "W.6.UM.01.01-0001-2026" },
		{ "AK7QM-3WXA-9HTP", "AK7QM-3WXA-9HTP" },
		{ "K7QM-3WXA-9HTP-AAAA", "K7QM-3WXA-9HTP-AAAA" },
		{ "K7QM-3WXA-", "K7QM-3WXA-" }, { "kunci=", "kunci=" },
		{ "", "" },
	};
	char text[256];

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		snprintf(text, sizeof(text), "%s", t[i].text);
		secret_hide(text);
		is_string(t[i].hidden, text, "hidden in \"%s\"", t[i].text);
	}
}

static const char *
body_of(int64_t id)
{
	return text_of("SELECT body FROM messages WHERE id = $1", id);
}

/* A code is in the outbox until the message is known to have arrived. */
static void
forgets_codes(void)
{
	struct arrival_news news = { .arrival = ARRIVAL_DELIVERED };
	struct delivery d, e, f;
	char code[CASE_CODE_LEN + 1], before[128];

	play_case(IZIN, NULL, "3");
	d = next();
	office_code(play_office, d.case_id, code);
	snprintf(before, sizeof(before), "%.4s-%.4s-%.4s", code, code + 4,
	    code + 8);
	ok(strstr(d.body, before) != NULL, "a confirmation has the code");
	play_must(delivery_begin(play_office, &d, 0, 0, play_now), "begin");
	play_must(retry_later(play_office, &d, play_now, "tutup", play_now),
	    "later");
	d = begun();
	ok(strstr(d.body, before) != NULL, "tried again, it is whole");
	play_must(delivery_sent(play_office, &d, "wamid.9", play_now), "sent");
	ok(strstr(body_of(d.id), before) != NULL,
	    "WhatsApp has it, and may not bring it");
	play_must(secret_sweep(play_office, play_now + 60), "a sweep");
	ok(strstr(body_of(d.id), before) != NULL, "... for days");
	news.message_id = d.id;
	play_must(arrival_news(play_office, &news, 0, play_now), "it arrives");
	ok(strstr(body_of(d.id), before) == NULL &&
	    strstr(body_of(d.id), "****-****-****") != NULL,
	    "... and the code is gone");
	play_case(IZIN, NULL, "3");
	e = begun();
	play_must(delivery_sent(play_office, &e, "wamid.10", play_now), "sent");
	play_must(secret_sweep(play_office, play_now + 4 * DAY), "a sweep");
	ok(strstr(body_of(e.id), "****-****-****") != NULL,
	    "... or after days without news");
	play_case(IZIN, NULL, "3");
	f = begun();
	f.route = CHANNEL_MAILBOX;
	play_must(delivery_sent(play_office, &f, "", play_now), "sent");
	ok(strstr(body_of(f.id), "****-****-****") != NULL,
	    "into the mailbox it is gone at once");
}

/* An attempt that was cut comes up again, and is known to have been cut. */
static void
cuts(void)
{
	int64_t id = play_case(IZIN, NULL, "3");
	struct delivery d = next();
	struct arrival_news news = { .arrival = ARRIVAL_UNKNOWN };

	play_must(delivery_begin(play_office, &d, 0, 300, play_now), "begin");
	ok(none(), "while its news may come it is left alone");
	play_now += 300;
	d = next();
	ok(d.cut, "then it comes up as cut");
	is_int(id, d.case_id, "... the same");
	play_must(delivery_begin(play_office, &d, 1, 300, play_now), "begin");
	is_int(1, fixture_int(play_office, "SELECT repeated FROM deliveries"
	    " WHERE message_id = $1", d.id), "marked as perhaps sent twice");
	news.message_id = d.id;
	is_int(CASE_OK, arrival_news(play_office, &news, 0, play_now),
	    "the provider says by our own number that it has it");
	play_now += 300;
	ok(none(), "... so it is not sent again");
	is_string("sent", message_state(d.id), "... and is sent");
}

/* A clock that went back: what it has put off is due, what it has queued goes
 * out, an attempt that is under way is one that was cut. */
static void
clock_goes_back(void)
{
	static const int64_t steps[] = { 60, 3600, 86400 };

	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		int64_t id = play_case(IZIN, NULL, "3"), then = play_now;
		struct delivery d = next();

		play_must(delivery_begin(play_office, &d, 0, 0, play_now),
		    "begin");
		play_must(retry_later(play_office, &d, play_now + 3600,
		    "tutup", play_now), "later");
		play_now -= steps[i];
		is_int(id, next().case_id, "put off by a clock %lld ahead it "
		    "is tried now", (long long)steps[i]);
		d = begun();
		play_must(delivery_sent(play_office, &d, "wamid.b", play_now),
		    "sent");
		ok(none(), "... once");
		play_now = then + 60;
	}
}

static void
news_of(const char *provider_id, enum arrival arrival)
{
	struct arrival_news n = { .provider_id = provider_id,
	    .arrival = arrival, .reason = "" };

	play_must(arrival_news(play_office, &n, 0, play_now), "news");
}

static void
ranks(void)
{
	struct arrival_news n = { .provider_id = "nobody's",
	    .arrival = ARRIVAL_READ };
	struct delivery d;

	play_case(IZIN, NULL, "3");
	d = begun();
	is_int(CASE_BUSY, arrival_news(play_office, &n, 0, play_now),
	    "news may be faster than the answer: ask again");
	play_must(delivery_sent(play_office, &d, "wamid.2", play_now), "sent");
	news_of("wamid.2", ARRIVAL_READ);
	news_of("wamid.2", ARRIVAL_DELIVERED);
	news_of("wamid.2", ARRIVAL_UNKNOWN);
	is_string("read", delivery_state(d.id), "the highest stays");
	news_of("wamid.2", ARRIVAL_FAILED);
	is_string("read", delivery_state(d.id),
	    "what was read did not fail to arrive");
	is_int(CASE_NOT_FOUND, arrival_news(play_office, &n, 0, play_now),
	    "no message of ours");
	n.provider_id = "wamid.2";
	n.alias = "state-7";
	play_must(arrival_news(play_office, &n, 0, play_now), "an alias");
	n.provider_id = NULL;
	is_int(CASE_OK, arrival_news(play_office, &n, 0, play_now),
	    "found by the other name later");
}

static int64_t
side_tasks(int64_t id)
{
	return fixture_int(play_office, "SELECT count(*) FROM tasks"
	    " WHERE case_id = $1 AND side = 1 AND open = 1", id);
}

static void
gives_up(void)
{
	int64_t id = play_case(IZIN, NULL, "3");
	struct delivery d = begun();

	is_int(CASE_OK, arrival_failed(play_office, d.id, "no WhatsApp", 0,
	    play_now), "given up");
	is_string("failed", message_state(d.id), "the message failed");
	is_int(1, side_tasks(id), "a side task tells the applicant instead");
	is_int(1, play_open_tasks(id), "... and blocks nothing");
	is_int(CASE_OK, arrival_failed(play_office, d.id, "no WhatsApp", 0,
	    play_now), "again");
	is_int(1, side_tasks(id), "... is the same");
	/* A crash after the first half. */
	id = play_case(IZIN, NULL, "3");
	d = begun();
	db_run(office_db(play_office), "UPDATE deliveries SET state = 'failed'"
	    " WHERE message_id = $1", "i", d.id);
	is_int(CASE_OK, arrival_tidy(play_office, play_now), "tidied");
	is_int(1, side_tasks(id), "what a crash cut is done later");
}

/* A failed read is not "nothing is left". */
static void
fails(void)
{
	const struct arrival_news n = { .provider_id = "wamid.none",
	    .arrival = ARRIVAL_READ };

	fixture_run(play_office, "ALTER TABLE deliveries RENAME TO gone");
	is_int(CASE_DB, arrival_tidy(play_office, play_now),
	    "to tidy without the database fails");
	is_int(CASE_DB, arrival_news(play_office, &n, 0, play_now),
	    "... as news do");
	fixture_run(play_office, "ALTER TABLE gone RENAME TO deliveries");
}

/* WhatsApp does not reach the applicant, mail may. */
static void
falls_back(void)
{
	int64_t id = play_case(IZIN, NULL, "3");
	struct delivery d = begun();

	db_run(office_db(play_office), "UPDATE cases SET email = 'a@b.example'"
	    " WHERE id = $1", "i", id);
	is_int(CASE_OK, arrival_failed(play_office, d.id, "no WhatsApp", 1,
	    play_now), "another way is known");
	is_int(0, side_tasks(id), "no task yet");
	d = next();
	is_int(CHANNEL_MAIL, d.route, "a mail follows");
	is_string("a@b.example", d.address, "... to the address given");
	is_int(0, d.tries, "... tried afresh");
	play_must(delivery_begin(play_office, &d, 0, 0, play_now), "begin");
	is_int(CASE_OK, arrival_failed(play_office, d.id, "550", 1,
	    play_now), "that fails, too");
	is_int(1, side_tasks(id), "now somebody has to call");
	db_run(office_db(play_office), "UPDATE cases SET email = ''"
	    " WHERE id = $1", "i", id);
}

static void
of_the_office(void)
{
	struct delivery d;

	db_run(office_db(play_office), "INSERT INTO messages (id, person_id,"
	    " kind, channel, address, subject, body, state, queued_at,"
	    " expires_at) VALUES (77, $1, 'digest', 'mail', 'x@y.example',"
	    " 'Tugas', 'Tiga tugas', 'queued', $2, $3)", "iii",
	    play_person("kakanwil"), play_now, play_now + 100);
	d = next();
	is_int(0, d.case_id, "a message of no case");
	is_int(CHANNEL_MAIL, d.route, "... by mail");
	play_now += 100;
	ok(none(), "not sent when it is too late");
	is_int(CASE_OK, arrival_tidy(play_office, play_now), "tidied");
	is_string("expired", message_state(77), "... it has expired");
	fixture_run(play_office, "UPDATE messages SET state = 'queued',"
	    " expires_at = NULL WHERE id = 77");
	d = begun();
	is_int(CASE_OK, arrival_failed(play_office, 77, "550", 1, play_now),
	    "one that fails");
	is_string("failed", message_state(77), "... has failed, no more");
}

/* -- links -------------------------------------------------------------- */

static void
links(void)
{
	int64_t id = play_case(IZIN, NULL, "5");
	char token[ANSWER_LINK_SIZE], same[ANSWER_LINK_SIZE];
	struct case_row c = play_row(id);
	struct document doc;

	is_int(CASE_NOT_FOUND, case_answer(play_office, &c, &doc),
	    "no letter before it is given out");
	play_claim("petugas-layanan", id);
	play_finish("petugas-layanan", id, OUTCOME_FORWARD);
	c = play_row(id);
	is_int(CASE_OK, case_answer(play_office, &c, &doc), "then there is");
	is_string("berkas", doc.field, "... the signed one");
	play_must(answer_link_make(play_office, 5, id, play_now + DAY, token),
	    "a link");
	play_must(answer_link_make(play_office, 5, id, play_now + 9 * DAY,
	    same), "again");
	is_string(token, same, "the same message has the same link");
	ok(strstr(text_of("SELECT hash FROM links WHERE case_id = $1", id),
	    token) == NULL, "the database does not know it");
	is_int(CASE_OK, answer_link_find(play_office, token, play_now + DAY - 1,
	    &c), "it opens the case");
	is_int(id, c.id, "... its own");
	is_int(CASE_STATE, answer_link_find(play_office, token, play_now + DAY,
	    &c), "up to its end");
	token[0] = token[0] == 'a' ? 'b' : 'a';
	is_int(CASE_NOT_FOUND, answer_link_find(play_office, token, play_now,
	    &c), "another opens nothing");
}

/* -- no identity numbers ------------------------------------------------ */

static void
cleans(void)
{
	static const char *const texts[][2] = {
		{ "NIK 1671051208990003 salah", "NIK ................ salah" },
		{ "NIK 1671 0512 0899 0003.", "NIK .... .... .... ....." },
		{ "NIP 19650408 198703 1 002", "NIP ........ ...... . ..." },
		{ "Paspor A1234567 habis", "Paspor ........ habis" },
		{ "paspor AB123456,", "paspor ........," },
		{ "ITAS 2C11JE1234-T", "ITAS ..........-T" },
		{ "NISN 9981234567", "NISN .........." },
		{ "hubungi 0812-3456-7890", "hubungi 0812-3456-7890" },
		{ "+6281234567890", "+6281234567890" },
		{ "081234567890", "081234567890" },
		{ "kode K7QM-2F9D-XW4T", "kode K7QM-2F9D-XW4T" },
		{ "nomor K-2026-0412", "nomor K-2026-0412" },
		{ "W.6.OT.02.02-0136", "W.6.OT.02.02-0136" },
		{ "22-11-2026 14.05", "22-11-2026 14.05" },
		{ "30 November 2026", "30 November 2026" },
		{ "", "" },
	};
	char text[128];

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		snprintf(text, sizeof(text), "%s", texts[i][0]);
		wording_clean(text);
		is_string(texts[i][1], text, "\"%s\"", texts[i][0]);
	}
}

static const struct message_source shipped = { .o = NULL };

/* A message about a decision says yes or no. */
static void
says_the_decision(void)
{
	static const struct {
		struct wording_decision d;
		const char *id, *en;
	} cases[] = {
		{ { 0, 1, 1 }, "K-2026-0412 disetujui. Surat siap diunduh.",
		    "K-2026-0412 has been approved. The letter is ready" },
		{ { 0, 0, 0 }, " disetujui. ", " has been approved. " },
		{ { 0, 3, 5 }, " disetujui untuk 3 dari 5 peserta. Surat ",
		    " has been approved for 3 of 5 participants. The " },
		{ { 1, 0, 5 }, " ditolak. Surat siap diunduh.",
		    " has been refused. The letter is ready " },
	};
	struct wording_about about = { "K-2026-0412", "K7QM2F9DXW4T", "",
		NULL };
	char text[512];

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		about.decision = &cases[i].d;
		wording_body(&shipped, "id", "ready", &about, text,
		    sizeof(text));
		ok(strstr(text, cases[i].id) != NULL, "%s", text);
		wording_body(&shipped, "en", "ready", &about, text,
		    sizeof(text));
		ok(strstr(text, cases[i].en) != NULL, "%s", text);
		wording_body(&shipped, "id", "notified", &about, text,
		    sizeof(text));
		ok(strstr(text, "ditolak") != NULL ? i == 3 :
		    strstr(text, "disetujui") != NULL, "%s", text);
	}
	about.decision = NULL;
	wording_body(&shipped, "id", "notified", &about, text,
		    sizeof(text));
	ok(strstr(text, "sudah diproses.") != NULL, "%s", text);
}

/* Every text there is, of a case full of such numbers. */
static void
says_no_numbers(void)
{
	static const char *const kinds[] = { "confirmed", "returned", "ready",
		"notified" };
	static const char *const numbers[] = { "1671051208990003",
		"A1234567", "198703" };
	static const char typed[] = "NIK 1671051208990003, paspor A1234567, "
	    "NIP 19650408 198703 1 002 tidak terbaca.";
	struct wording how = { "Kantor", "https://a.example",
	    "https://a.example/tautan/abc", 30, 0, UNICODE_UTF16,
	    { .o = NULL } };
	struct delivery d = { .name = "Budi 1671051208990003" };
	const struct wording_about about = { "K-2026-0412", "K7QM2F9DXW4T",
		typed, NULL };
	char whole[8192];

	for (size_t i = 0; i < 8; i++) {
		snprintf(d.language, sizeof(d.language), "%s",
		    i < 4 ? "id" : "en");
		wording_body(&shipped, d.language, kinds[i % 4], &about, d.body,
		    sizeof(d.body));
		wording_whole(&d, &how, whole, sizeof(whole));
		for (size_t k = 0; k < 3; k++)
			ok(strstr(whole, numbers[k]) == NULL,
			    "%s in %s does not say %s", kinds[i % 4],
			    d.language, numbers[k]);
		ok(strstr(whole, i < 4 ? "Terima kasih." : "Thank you.") !=
		    NULL, "... and is whole");
	}
	ok(strstr(whole, "https://a.example/tautan/abc") != NULL,
	    "the link stays");
	snprintf(d.name, sizeof(d.name), "KLIK https://evil.example/1");
	wording_whole(&d, &how, whole, sizeof(whole));
	ok(strstr(whole, "evil") == NULL && strncmp(whole, "Dear applicant,",
	    15) == 0, "no address in a greeting");
	snprintf(d.name, sizeof(d.name), "Klik evil.example");
	wording_whole(&d, &how, whole, sizeof(whole));
	ok(strstr(whole, "evil") == NULL, "... nor a bare domain");
	snprintf(d.name, sizeof(d.name), "Dr. Siti Nurhaliza, S.H., M.Kn.");
	wording_whole(&d, &how, whole, sizeof(whole));
	ok(strncmp(whole, "Dear Dr. Siti", 13) == 0, "titles are no address");
	snprintf(d.name, sizeof(d.name), "Budi 1671051208990003");
	d.case_id = 5;
	how.link = "";
	wording_whole(&d, &how, whole, sizeof(whole));
	ok(strstr(whole, "https://a.example/lacak?bahasa=en\n") != NULL,
	    "without letter it says where to look");
	d.account = 1;
	wording_whole(&d, &how, whole, sizeof(whole));
	ok(strstr(whole, "https://a.example/kotak-masuk?bahasa=en\n") != NULL,
	    "... who has an account, there");
	d.person_id = 1;
	wording_whole(&d, &how, whole, sizeof(whole));
	ok(strstr(whole, "Dear") == NULL && strstr(whole, "http") == NULL,
	    "to people of the office as it is");
}

/* A message fits its channel, cut between characters before its link. */
static void
fits_its_channel(void)
{
	static const struct {
		size_t max;
		enum unicode_unit unit;
	} t[] = { { 4096, UNICODE_UTF16 }, { 1024, UNICODE_CHARACTERS },
		{ 700, UNICODE_BYTES }, { 2100, UNICODE_UTF16 } };
	struct wording how = { "Kantor", "https://a.example", "", 30, 0,
	    UNICODE_UTF16, { .o = NULL } };
	struct delivery d = { .name = "Siti", .language = "id", .case_id = 5 };
	char whole[8192];

	for (size_t n = 0; n + 8 < sizeof(d.body); n += 4)
		strcpy(d.body + n, n % 8 == 0 ? "a\u0301b" : "\U0001f600");
	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		char *mark;

		how.max = t[i].max;
		how.unit = t[i].unit;
		wording_whole(&d, &how, whole, sizeof(whole));
		ok(unicode_count(whole, t[i].unit) <= t[i].max,
		    "%zu units: it fits", t[i].max);
		mark = strstr(whole, "…");
		ok(unicode_count(whole, t[i].unit) + 8 >= t[i].max ||
		    mark == NULL, "... and no more is cut than has to be");
		ok(utf8_valid(whole, strlen(whole)), "... it is text");
		ok((mark != NULL && strncmp(mark + 3, "\n\nPermohonan Anda: "
		    "https://a.example/lacak", 40) == 0) || mark == NULL,
		    "... with a mark, and a link to the rest");
		ok(mark == NULL || mark[-1] == 'b' ||
		    (unsigned char)mark[-1] == 0x80 ||
		    (unsigned char)mark[-1] == 0x81, "... and whole letters");
	}
	strcpy(d.body, "Lihat \u202eelpmaxe\u202c.");
	wording_whole(&d, &how, whole, sizeof(whole));
	ok(strstr(whole, "Lihat elpmaxe.") != NULL, "no mark of direction");
}

/* A foreigner gets English. */
static void
in_english(void)
{
	int64_t id = play_case("keimigrasian-wna",
	    "petugas-entry-scan-kanim", "13");
	struct delivery d;

	play_claim("petugas-kanwil", id);
	play_finish("petugas-kanwil", id, OUTCOME_FORWARD);
	d = next();
	is_string("en", d.language, "immigration speaks English");
	ok(strncmp(d.subject, "Application ", 12) == 0, "... in the subject");
}

/* Messages to a number that a stranger typed, and requests that name it. */
static void
spares_a_number(void)
{
	int64_t now = play_now, id;
	struct delivery d;

	while (!none()) {
		d = begun();
		play_must(delivery_sent(play_office, &d, "", play_now), "sent");
	}
	id = play_case(IZIN, NULL, "3");
	q.per_day = 1;
	ok(none(), "a number that had its messages of the day gets no more");
	is_int(1, delivery_held(play_office, id, 1, play_now), "... one waits");
	is_int(1, delivery_held(play_office, 0, 1, play_now), "... in all");
	is_int(0, delivery_held(play_office, id + 1, 1, play_now),
	    "... of no other case");
	is_int(0, delivery_held(play_office, id, 1000, play_now),
	    "... with room for a thousand none");
	is_int(CASE_STATE, request_brake(play_office, "+6281234567890", 1,
	    play_now), "nor may one more request name it");
	ok(strstr(office_why(play_office), "Isian Anda tetap tersimpan") !=
	    NULL, "... in kind words");
	is_int(CASE_OK, request_brake(play_office, "+6281234567890", 1000,
	    play_now), "... below the limit it may");
	is_int(CASE_OK, request_brake(play_office, "+442071234567", 1,
	    play_now), "... and another number");
	play_now += DAY + 1;
	is_int(CASE_OK, request_brake(play_office, "+6281234567890", 1,
	    play_now), "a day later it may");
	d = begun();
	is_int(id, d.case_id, "... and what waited goes out: nothing is lost");
	play_must(delivery_sent(play_office, &d, "", play_now), "sent");
	q.per_day = 0;
	play_now = now;
}

int
main(void)
{
	play_open();
	sends();
	spares_a_number();
	cuts();
	clock_goes_back();
	ranks();
	gives_up();
	fails();
	falls_back();
	of_the_office();
	cleans();
	says_the_decision();
	says_no_numbers();
	fits_its_channel();
	fixture_run(play_office, "UPDATE messages SET state = 'sent'");
	in_english();
	fixture_run(play_office, "UPDATE messages SET state = 'sent'");
	links();
	hides();
	fixture_run(play_office, "UPDATE messages SET state = 'sent'");
	forgets_codes();
	play_whole();
	office_close(play_office);
	return tap_done();
}
