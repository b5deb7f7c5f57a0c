/*
 * digest-t.c - what the people of the office are told of their work: as they
 * chose, in working hours, bundled, and each fact once.
 */
#include <stdio.h>
#include <string.h>

#include "case/act_hold.h"
#include "people/preference.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/store/meddle.h"
#include "tick/tick.h"

#define SIGAP "sigap-magang-penelitian"
#define INBOX "https://sop.contoh.invalid/kotak-masuk"

static const struct tick_rules rules = { .soon_percent = 25,
	.remind_days = 5, .inbox = INBOX };

/* A tick at an instant; how many messages to people of the office lie there
 * afterwards that did not before. */
static int64_t
messages(void)
{
	return fixture_int(play_office, "SELECT count(*) FROM messages"
	    " WHERE person_id IS NOT NULL AND queued_at > $1", 0);
}

static int64_t
told(const char *at)
{
	int64_t before = messages();
	int done;

	play_clock(at);
	play_must(tick(play_office, "told", &rules, play_now, &done), at);
	return messages() - before;
}

/* A text of the last message that was queued. */
static const char *
last(const char *column)
{
	static char text[8192];
	char sql[256];
	struct db_stmt *st;

	snprintf(sql, sizeof(sql), "SELECT %s FROM messages WHERE person_id"
	    " IS NOT NULL ORDER BY queued_at DESC, id DESC LIMIT 1", column);
	st = db_query(office_db(play_office), sql, "");
	text[0] = '\0';
	if (db_step(st))
		db_copy(st, 0, text, sizeof(text));
	db_done(st);
	return text;
}

static int
says(const char *words)
{
	const char *body = last("body");

	if (strstr(body, words) != NULL)
		return 1;
	printf("# no \"%s\" in:\n# %s\n", words, body);
	return 0;
}

static enum case_err
choose(const char *login, const char *work_by, const char *digest_by)
{
	struct change ch = { .by = play_person(login), .now = play_now };
	struct preference t;

	play_must(preference_get(play_office, ch.by, &t), "telling");
	snprintf(t.work_by, sizeof(t.work_by), "%s", work_by);
	snprintf(t.digest_by, sizeof(t.digest_by), "%s", digest_by);
	return preference_set(play_office, &ch, &t);
}

static void
give_addresses(const char *login, const char *phone, const char *email)
{
	db_run(office_db(play_office), "UPDATE people SET phone = $2,"
	    " email = $3 WHERE id = $1", "itt", play_person(login), phone,
	    email);
}

/* -- choosing ------------------------------------------------------------ */

static void
is_chosen(void)
{
	struct change ch = { .by = play_person("admin"), .now = play_now };
	struct preference t;

	play_must(preference_get(play_office, play_person("kakanwil"), &t), "");
	is_string("", t.work_by,
	    "without a choice there is no message of new work");
	is_string("", t.digest_by, "... nor, without an address, of the rest");
	give_addresses("kakanwil", "", "kakanwil@contoh.invalid");
	play_must(preference_get(play_office, play_person("kakanwil"), &t), "");
	is_string("mail", t.digest_by, "... with one a digest goes by mail");
	give_addresses("kakanwil", "", "");
	is_int(CASE_INVALID, choose("admin-kanwil", "whatsapp", ""),
	    "WhatsApp without a number is refused");
	is_string("phone", office_field(play_office), "... naming it");
	is_int(CASE_INVALID, choose("admin-kanwil", "", "mail"),
	    "mail without an address is refused");
	is_string("email", office_field(play_office), "... naming it");
	is_int(CASE_INVALID, choose("admin-kanwil", "merpati", ""),
	    "an unknown way is refused");
	is_string("work_by", office_field(play_office), "... naming it");
	t.person_id = play_person("admin-kanwil");
	snprintf(t.phone, sizeof(t.phone), "0812");
	ch.by = t.person_id;
	is_int(CASE_INVALID, preference_set(play_office, &ch, &t),
	    "a number that is none is refused");
	snprintf(t.phone, sizeof(t.phone), "+6281200000001");
	ch.by = play_person("admin");
	is_int(CASE_DENIED, preference_set(play_office, &ch, &t),
	    "nobody chooses for another");
	is_int(CASE_DENIED, choose("admin-user", "", ""),
	    "outsiders have no such choice");
	is_int(0, fixture_int(play_office, "SELECT count(*) FROM tellings"
	    " WHERE person_id > $1", 0), "and nothing was written");
	give_addresses("admin-kanwil", "+6281200000001",
	    "adminkanwil@contoh.invalid");
	is_int(CASE_OK, choose("admin-kanwil", "whatsapp", "mail"),
	    "with both addresses both go");
	is_int(1, fixture_int(play_office, "SELECT count(*) FROM events"
	    " WHERE kind = 'person-told-by' AND stream = $1",
	    play_person("admin-kanwil")), "... as an event");
}

/* -- new work ------------------------------------------------------------ */

static void
is_bundled(void)
{
	play_clock("2026-01-05T08:00");
	play_case(SIGAP, "admin-user", "2");
	is_int(1, told("2026-01-05T08:01"), "new work is told");
	is_string("whatsapp", last("channel"), "... as was chosen");
	is_string("+6281200000001", last("address"), "... to that number");
	ok(says("Tugas baru untuk Anda (1):"), "... saying how many");
	ok(says("K-2026-0001, Magang dan penelitian (SIGAP), "),
	    "... and which");
	ok(says("langkah 2, batas 6 Jan, 16.00"), "... and until when");
	ok(says(INBOX), "... and where");
	ok(strstr(last("body"), "Siti") == NULL, "... and nobody's name");
	is_string("work", last("kind"), "... its kind");
	is_int(play_at("2026-01-05T16:00"), fixture_int(play_office,
	    "SELECT expires_at FROM messages WHERE kind = 'work'"
	    " AND queued_at > $1", 0), "... not to be sent after hours");
	is_int(0, told("2026-01-05T08:02"), "once");
	play_clock("2026-01-05T08:03");
	play_case(SIGAP, "admin-user", "2");
	play_case(SIGAP, "admin-user", "2");
	is_int(0, told("2026-01-05T08:15:59"), "within 15 minutes nothing is");
	is_int(1, told("2026-01-05T08:16"), "then one message");
	ok(says("Tugas baru untuk Anda (2):"), "... tells both");
	ok(strstr(last("body"), "K-2026-0001") == NULL,
	    "... and not again what was told");
}

static void
never_at_night(void)
{
	play_clock("2026-01-05T15:59");
	play_case(SIGAP, "admin-user", "2");
	is_int(0, told("2026-01-05T16:00"), "after hours nothing is told");
	is_int(0, told("2026-01-06T02:00"), "... nor at night");
	is_int(0, told("2026-01-06T07:29:59"), "... nor before opening");
	play_clock("2026-01-05T17:00");
	play_case(SIGAP, "admin-user", "2");
	is_int(1, told("2026-01-06T07:30"),
	    "the next morning one message tells it, nothing being late");
	ok(says("Tugas baru untuk Anda (2):"), "... all of it");
	play_clock("2026-01-06T12:00");
	play_case(SIGAP, "admin-user", "2");
	is_int(0, told("2026-01-06T12:30"), "nor in the break");
	is_int(0, told("2026-01-16T11:45"), "nor on a holiday");
	is_int(0, told("2026-01-17T09:00"), "nor at the weekend");
}

/* A task that somebody else took, or that came back, is no new work. */
static void
is_still_new(void)
{
	int64_t id;

	is_int(2, told("2026-01-19T07:30"), "on Monday both kinds are told");
	play_clock("2026-01-19T08:00");
	id = play_case(SIGAP, "admin-user", "2");
	play_claim("admin-kanwil-2", id);
	id = play_case(SIGAP, "admin-user", "3");
	play_claim("subbag-kepegawaian-tu-rt", id);
	play_finish("subbag-kepegawaian-tu-rt", id, OUTCOME_RETURN);
	is_int(2, play_task(id, NULL).visit, "a task comes back");
	is_int(0, told("2026-01-19T09:00"), "it is not told at once, nor what "
	    "somebody has taken meanwhile");
	is_int(1, told("2026-01-20T07:30"), "the next morning it is");
	is_string("digest", last("kind"), "... in the digest");
	ok(says("Dikembalikan kepada Anda (1):"), "... as what it is");
	is_int(0, told("2026-01-20T09:00"), "... and not as new work after");
	play_clock("2026-01-20T09:00");
	id = play_case(SIGAP, "admin-user", "3");
	is_int(0, told("2026-01-20T09:10"), "work of another role is not");
	play_claim("subbag-kepegawaian-tu-rt", id);
	play_finish("subbag-kepegawaian-tu-rt", id, OUTCOME_RETURN);
	play_claim("admin-kanwil", id);
	play_finish("admin-kanwil", id, OUTCOME_FORWARD);
	give_addresses("subbag-kepegawaian-tu-rt", "+6281200000002", "");
	play_must(choose("subbag-kepegawaian-tu-rt", "whatsapp", ""), "");
	is_int(1, told("2026-01-20T09:20"),
	    "handed in again it is new to who sent it back");
}

/* A task that a colleague hands over is news to whom it is handed to, though
 * he was told of it when it was the role's. */
static void
is_handed(void)
{
	int64_t id;
	struct task_row t;
	struct act a;

	play_must(choose("admin-kanwil", "", ""), "");
	play_clock("2026-01-20T10:00");
	give_addresses("admin-kanwil-2", "+6281200000003", "");
	play_must(choose("admin-kanwil-2", "whatsapp", ""), "");
	id = play_case(SIGAP, "admin-user", "2");
	is_int(1, told("2026-01-20T10:01"), "who begins to listen hears of all "
	    "that waits");
	play_claim("admin-kanwil", id);
	t = play_task(id, NULL);
	a = play_act("admin-kanwil", &t);
	a.person_id = play_person("admin-kanwil-2");
	play_must(act_hand_over(play_office, &a), "hand over");
	is_int(0, told("2026-01-20T10:10"), "a task handed over");
	is_int(1, told("2026-01-20T10:16"), "... is told with the next bundle");
	ok(says("Tugas baru untuk Anda (1):"), "... alone");
	is_int(0, told("2026-01-20T10:32"), "... once");
	give_addresses("admin-kanwil-2", "", "");
	play_case(SIGAP, "admin-user", "2");
	is_int(0, told("2026-01-20T11:00"), "without an address nothing is");
}

/* -- the digest ---------------------------------------------------------- */

static int64_t
ticks(const char *from, int minutes)
{
	int64_t before = messages();
	int i, done;

	play_clock(from);
	for (i = 0; i < minutes; i++, play_now += 60)
		play_must(tick(play_office, "told", &rules, play_now, &done),
		    from);
	return messages() - before;
}

static void
once_a_morning(void)
{
	play_must(choose("admin-kanwil", "", "mail"), "");
	is_int(1, ticks("2026-01-23T07:29", 120),
	    "days without a tick: one digest, not three");
	is_string("digest", last("kind"), "... it is one");
	is_string("mail", last("channel"), "... by mail");
	is_string("adminkanwil@contoh.invalid", last("address"), "... there");
	ok(says("Baru terlambat (2):"),
	    "... of late tasks that were not named before");
	ok(says("Sekarang pada Anda: 8 terlambat"), "... beside all there is");
	is_string("Tugas Anda: 8 terlambat, 0 hampir habis waktunya",
	    last("subject"), "... told in its subject");
	is_int(0, ticks("2026-01-23T15:00", 30), "no second one that day");
	is_int(0, ticks("2026-01-24T09:00", 2), "none on Saturday");
	is_int(0, ticks("2026-01-26T07:30", 60),
	    "without news there is none at all");
}

/* Five working days from Monday 26 January: due on 2 February, 16.00. */
static void
is_soon_then_late(void)
{
	play_must(choose("admin-kanwil", "", ""), "");
	play_clock("2026-01-26T08:00");
	give_addresses("jfu", "", "jfu@contoh.invalid");
	give_addresses("jfu-2", "", "");
	give_addresses("kasubbag-program-pelaporan", "+6281200000009", "");
	play_must(choose("kasubbag-program-pelaporan", "", "whatsapp"), "");
	fixture_run(play_office, "UPDATE people SET superior_role_id = NULL"
	    " WHERE login NOT LIKE 'jfu%'");
	play_case("data-capaian-kinerja", "kakanwil", "5");
	is_int(0, ticks("2026-01-30T07:30", 2), "with a quarter left: nothing");
	is_int(1, ticks("2026-02-02T07:30", 2), "with less left");
	ok(says("Hampir habis waktunya (1):"), "... it is soon");
	is_int(1, ticks("2026-02-03T07:30", 2), "the day after");
	ok(says("Baru terlambat (1):"), "... it is late");
	is_int(2, ticks("2026-02-09T07:30", 2), "that is told no more; the "
	    "evaluation nobody took is, to him and already to his superior");
	is_int(0, ticks("2026-02-10T07:30", 2),
	    "late by the standard again, to the second, is not more");
	is_int(1, ticks("2026-02-11T07:30", 2), "late by more");
	is_string("+6281200000009", last("address"), "... the superior hears");
	ok(says("Tugas bawahan Anda, terlambat lebih dari satu kali batasnya "
	    "lagi (1):"), "... as what it is");
	ok(says("langkah 5, JFU/JFT, batas 2 Feb, 16.00"), "... and whose");
	is_int(0, ticks("2026-02-12T07:30", 2), "... once");
}

/* A superior position that ended is that of its successor. */
static void
is_succeeded(void)
{
	play_must(choose("kasubbag-program-pelaporan", "", ""), "");
	give_addresses("kabag-program-humas", "", "kabag@contoh.invalid");
	fixture_run(play_office, "UPDATE people SET superior_role_id = (SELECT"
	    " id FROM roles WHERE slug = 'kadivmin') WHERE login = 'jfu'");
	fixture_run(play_office, "UPDATE roles SET valid_to = 1770000000,"
	    " successor_id = (SELECT id FROM roles WHERE slug ="
	    " 'kabag-program-humas') WHERE slug = 'kadivmin'");
	is_int(1, ticks("2026-02-13T07:30", 2), "the successor hears");
	is_string("kabag@contoh.invalid", last("address"), "... by mail");
}

/* An evaluation opens on the first working day; a person who has not taken
 * it is reminded before the fifth one ends.  Ramadan: from 08.00 to 15.00. */
static void
is_reminded_to_evaluate(void)
{
	fixture_run(play_office, "UPDATE people SET phone = '', email = ''");
	give_addresses("petugas-layanan", "", "layanan@contoh.invalid");
	play_must(choose("petugas-layanan", "mail", "mail"), "");
	told("2026-02-27T14:00");	/* what is older is told */
	is_int(1, told("2026-03-02T08:00"), "evaluations open");
	is_string("layanan@contoh.invalid", last("address"),
	    "... whose row it is, is told");
	ok(says("Tugas baru untuk Anda (2):") && says("batas 6 Mar"),
	    "... until the fifth working day");
	is_int(0, told("2026-03-03T08:00") + told("2026-03-04T08:00") +
	    told("2026-03-05T08:00"), "three days nobody takes it");
	is_int(1, told("2026-03-06T08:00"), "on the fifth");
	ok(says("Hampir habis waktunya (2):"), "... he is reminded of both");
}

/* -- cut off ------------------------------------------------------------- */

/* A tick that cannot write the message has not told the fact either. */
static void
is_whole(void)
{
	int done;

	play_clock("2026-02-18T08:00");
	play_must(choose("jfu", "mail", ""), "");
	meddle_break(office_db(play_office), "INSERT", "messages");
	is_int(CASE_DB, tick(play_office, "told", &rules, play_now, &done),
	    "a tick that fails");
	is_int(0, fixture_int(play_office, "SELECT count(*) FROM told"
	    " WHERE fact = 'new' AND person_id = $1", play_person("jfu")),
	    "... leaves nothing behind");
	meddle_mend(office_db(play_office));
	is_int(1, told("2026-02-18T08:01"), "the next one tells it");
	is_int(0, told("2026-02-18T08:20"), "... once");
	is_int(CASE_OK, tick(play_office, "told", NULL, play_now + 60, &done),
	    "without rules nobody is told");
}

int
main(void)
{
	play_open();
	is_chosen();
	is_bundled();
	never_at_night();
	is_still_new();
	is_handed();
	once_a_morning();
	is_soon_then_late();
	is_succeeded();
	is_whole();
	is_reminded_to_evaluate();
	play_whole();
	office_close(play_office);
	return tap_done();
}
