/* counter_queue-t.c - the queue of a desk, one keypress, and the PIN of its
 * officers. */
#include <string.h>

#include "case/act_finish.h"
#include "case/counter_queue.h"
#include "people/counter_desk.h"
#include "people/login.h"
#include "people/login_session.h"
#include "people/password.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"

#define ENTRY "petugas-entry-scan-kanim"
#define CHECK "kasubsi-izin-tinggal"
#define SLUG "keimigrasian-wna"

static struct counter_queue_row *row;
static size_t nrow;

static void
look_for(const char *performer, const char *wanted)
{
	free(row);
	play_must(counter_queue_list(play_office, performer, wanted, &row,
	    &nrow), "queue");
}

static void
look(const char *performer)
{
	look_for(performer, "");
}

/* -- stations ---------------------------------------------------------- */

static int
stands_at(const char *login, const char *performer)
{
	struct counter_desk *list;
	size_t n, i;
	int found = 0;

	play_must(counter_desk_list(play_office, play_person(login), play_now,
	    &list, &n), "stations");
	for (i = 0; i < n; i++)
		found |= strcmp(list[i].performer, performer) == 0;
	free(list);
	return found;
}

static void
knows_the_desks(void)
{
	ok(stands_at(ENTRY, ENTRY), "a role with physical acts has a desk");
	ok(stands_at(CHECK, CHECK), "so has who checks between them");
	ok(!stands_at(ENTRY, CHECK), "nobody stands at another's");
	ok(!stands_at("kakanwil", "kakanwil"), "an office has none");
	ok(stands_at(NULL, ENTRY) && stands_at(NULL, CHECK), "all of them");
}

/* -- the queue --------------------------------------------------------- */

static void
lists_in_order(void)
{
	char number[COUNTER_QUEUE_NUMBER];
	int64_t first, second;

	play_clock("2026-01-05T08:00");
	first = play_case(SLUG, ENTRY, "2");
	play_clock("2026-01-05T08:01");
	second = play_case(SLUG, ENTRY, "2");
	look(ENTRY);
	is_int(2, (int64_t)nrow, "two wait");
	is_int(first, row[0].task.case_id, "...in the order they came");
	is_int(second, row[1].task.case_id, "...one after the other");
	is_int(2, row[0].total, "...counted");
	fixture_run(play_office, "UPDATE cases SET subject = subject || ' 014'"
	    " WHERE id = (SELECT max(id) FROM cases)");
	look_for(ENTRY, "014");
	fixture_run(play_office, "UPDATE cases SET subject = substr(subject, 1,"
	    " length(subject) - 4) WHERE id = (SELECT max(id) FROM cases)");
	is_int(second, row[0].task.case_id, "the one looked for comes first");
	is_int(2, row[0].total, "...of all that wait");
	look(ENTRY);
	is_string("003", counter_queue_next(play_office, row[0].task.version_id,
	    play_at("2026-01-05T00:00"), number),
	    "two numbers were handed out today");
	is_string("001", counter_queue_next(play_office, row[0].task.version_id,
	    play_at("2026-01-06T00:00"), number), "...none tomorrow");
	is_int(0, counter_queue_done(play_office, ENTRY,
	    play_at("2026-01-05T00:00")),
	    "a number handed out is no work done");
	is_int(0, counter_queue_done(play_office, ENTRY,
	    play_at("2026-01-06T00:00")),
	    "...none tomorrow");
}

static void
waiting_comes_last(void)
{
	int64_t id = play_case(SLUG, ENTRY, "4");

	look(ENTRY);
	is_int(3, (int64_t)nrow, "an applicant is awaited");
	is_int(id, row[2].task.case_id, "...after those who can be served");
	is_int(1, row[2].task.awaited, "...until he is there");
}

/* -- one keypress ------------------------------------------------------ */

static void
one_keypress_claims_and_finishes(void)
{
	int64_t id;
	struct task_row t;
	struct act a;

	play_clock("2026-01-05T09:00");
	id = play_case(SLUG, ENTRY, "3");
	t = play_task(id, CHECK);
	play_clock("2026-01-05T09:07");
	play_hold("jfu", CHECK, "plh");
	a = play_act(CHECK, &t);
	play_keep(id);
	play_refused(CASE_STATE, act_finish(play_office, &a, OUTCOME_FORWARD),
	    "elsewhere a review is taken first, where two may");
	a = play_act(CHECK, &t);
	a.counter = 1;
	play_must(act_finish(play_office, &a, OUTCOME_FORWARD), "counter");
	t = play_again(t.id);
	is_string("forward", t.outcome, "at a counter one keypress does it");
	is_int(play_person(CHECK), t.closed_by, "...whose work it is");
	is_int(7 * 60, t.own, "...counted from the receipt");
	is_string("within", t.verdict, "...within its ten minutes");
}

static void
work_counts_from_the_last_keypress(void)
{
	int64_t a_case, b_case;
	struct task_row a, b;
	struct act act;

	play_clock("2026-01-05T10:00");
	a_case = play_case(SLUG, ENTRY, "3");
	b_case = play_case(SLUG, ENTRY, "3");
	a = play_task(a_case, CHECK);
	b = play_task(b_case, CHECK);
	play_clock("2026-01-05T10:08");
	act = play_act(CHECK, &a);
	act.counter = 1;
	play_must(act_finish(play_office, &act, OUTCOME_FORWARD), "first");
	play_clock("2026-01-05T10:13");
	act = play_act(CHECK, &b);
	act.counter = 1;
	play_must(act_finish(play_office, &act, OUTCOME_FORWARD), "second");
	b = play_again(b.id);
	is_int(5 * 60, b.own, "the next one's work begins with the keypress "
	    "before");
	is_int(8 * 60, b.queue, "...and until then it lay in the queue");
}

static void
another_may_not(void)
{
	int64_t id;
	struct task_row t;
	struct act a;

	id = play_case(SLUG, ENTRY, "3");
	t = play_task(id, CHECK);
	play_keep(id);
	a = play_act(ENTRY, &t);
	a.counter = 1;
	play_refused(CASE_DENIED, act_finish(play_office, &a,
	    OUTCOME_FORWARD), "a neighbour's keypress does nothing");
}

/* -- any desk, and one press for several rows ---------------------------- */

static void
any_sop_has_desks(void)
{
	ok(!stands_at("duta-sigap", "duta-sigap"),
	    "no physical act, no desk");
	is_int(0, counter_desk_has(play_office, play_person("duta-sigap"),
	    play_now), "...and none in the menu");
	play_clock("2026-01-06T08:00");
	play_publish("tests/data/sop-loket.yaml");
	ok(stands_at("duta-sigap", "duta-sigap"),
	    "an SOP of which no program knows makes one");
	is_int(1, counter_desk_has(play_office, play_person("duta-sigap"),
	    play_now), "...in the menu");
	ok(!stands_at(NULL, "pemohon") && !stands_at(NULL, "layanan"),
	    "an applicant and the system have none");
}

/* Rows 3 to 5 have 4, 2 and 6 minutes. */
static void
shares_the_time(void)
{
	static const int64_t share[] = { 120, 60, 180 };
	const char *desk = "duta-sigap";
	int64_t id, done[3], now;
	const struct sop_row *rows[3];
	struct task_row t;
	struct act a;

	id = play_case("legalisasi", desk, "3");
	t = play_task(id, desk);
	play_now = now = t.received_at + 360;
	for (int i = 0; i < 3; i++)
		rows[i] = sop_row_at(office_sop(play_office, t.version_id),
		    i + 3);
	counter_queue_share(play_office, play_person(desk), &t, 0, now, now,
	    rows, 3, done);
	is_int(now - 240, done[0], "six minutes in the ratio of the limits");
	is_int(now - 180, done[1], "...the second row");
	is_int(now, done[2], "...the last ends at the press");
	for (int i = 0; i < 3; i++) {
		t = play_task(id, desk);
		a = play_act(desk, &t);
		a.counter = a.joint = 1;
		a.value = &(struct act_value){ "kode_arsip", "HK.1" };
		a.nvalue = i == 2;
		a.begun_at = i > 0 ? done[i - 1] : 0;
		a.occurred_at = i < 2 ? done[i] : 0;
		play_must(act_finish(play_office, &a, OUTCOME_FORWARD), "row");
		t = play_again(t.id);
		is_int(share[i], t.own, "row %d has its share", i + 3);
		is_int(0, t.late_entry, "...and is not told late");
		is_int(1, t.joint, "...and marked");
		is_string("within", t.verdict, "...and judged by it");
	}
}

/* An hour at the most lies after the first, whatever the limits say. */
static void
shares_no_more_than_an_hour(void)
{
	const char *desk = "duta-sigap";
	int64_t id = play_case("legalisasi", desk, "3"), done[2];
	struct task_row t = play_task(id, desk);
	const struct sop_row *rows[2] = {
		sop_row_at(office_sop(play_office, t.version_id), 3),
		sop_row_at(office_sop(play_office, t.version_id), 5) };

	counter_queue_share(play_office, play_person(desk), &t, play_at(
	    "2026-01-06T08:00"), play_at("2026-01-06T11:00"),
	    play_at("2026-01-06T11:00"), rows, 2, done);
	is_int(play_at("2026-01-06T10:00"), done[0], "of three hours the last "
	    "row has one");
}

/* -- the PIN ----------------------------------------------------------- */

static enum case_err
set(const char *pin)
{
	struct change ch = { .by = play_person(ENTRY), .now = play_now };

	return password_set_pin(play_office, &ch, ch.by, pin);
}

static enum case_err
try(const char *pin, int as_pin)
{
	struct login_try t = { .login = ENTRY, .password = pin,
		.address = "192.0.2.9", .now = play_now, .pin = as_pin };
	int64_t id = 0;
	enum case_err err = login_check(play_office, &t, &id);

	return err == CASE_OK && id != play_person(ENTRY) ? CASE_DB : err;
}

static void
takes_a_pin(void)
{
	static const char *const bad[] = { "", "12345", "1234567", "11111a",
		"111111", "123456", "987654", "121212", "112233", "481481",
		"170845", "010190", "650804" };

	is_int(CASE_DENIED, try("", 1), "without a PIN none fits");
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		is_int(CASE_INVALID, set(bad[i]), "\"%s\" is no PIN", bad[i]);
	is_int(CASE_OK, set("204817"), "six digits are one");
	is_int(CASE_OK, try("204817", 1), "...and fit");
	is_int(CASE_DENIED, try("204817", 0), "...but as no password");
	is_int(CASE_DENIED, try("204818", 1), "others do not");
}

static void
pin_is_slowed_down(void)
{
	for (int i = 0; i < 5; i++)
		try("204818", 1);
	is_int(CASE_STATE, try("204817", 1), "after five wrong ones none is "
	    "heard");
}

static void
pin_session_is_short(void)
{
	char token[LOGIN_TOKEN_SIZE];
	struct login_session s;
	const struct login_session_ends ends = { 86400, 1800, 86400 };

	play_must(login_session_open_pin(play_office, play_person(ENTRY),
	    play_now, &ends, token), "open");
	is_int(CASE_OK, login_session_find(play_office, token, play_now + 60,
	    &ends, &s), "a session by PIN");
	is_int(1, s.by_pin, "...says so");
	is_int(CASE_NOT_FOUND, login_session_find(play_office, token, play_now +
	    1860, &ends, &s), "...and ends unused");
}

static void
password_clears_it(void)
{
	struct change ch = { .now = play_now };

	play_now += 3600;
	is_int(CASE_OK, try("204817", 1), "an hour later it is heard again");
	play_must(password_set(play_office, &ch, play_person(ENTRY),
	    "kuda-besi-terbang"), "password");
	is_int(CASE_DENIED, try("204817", 1), "a new password clears it");
}

int
main(void)
{
	play_open();
	knows_the_desks();
	lists_in_order();
	waiting_comes_last();
	one_keypress_claims_and_finishes();
	work_counts_from_the_last_keypress();
	another_may_not();
	any_sop_has_desks();
	shares_the_time();
	shares_no_more_than_an_hour();
	takes_a_pin();
	pin_is_slowed_down();
	pin_session_is_short();
	password_clears_it();
	play_whole();
	free(row);
	return tap_done();
}
