/*
 * rights-t.c - the four rights: given to roles for a time, had by their
 * holders, and never so that nobody manages the office.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "people/person.h"
#include "people/proposal.h"
#include "people/rights.h"
#include "people/role.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/slurp.h"
#include "tests/store/place.h"

#define DAY	86400

static int64_t
role_of(const char *slug)
{
	struct role_row r;

	play_must(role_by_slug(play_office, slug, &r), slug);
	return r.id;
}

static enum case_err
give(const char *role, int right, int64_t from, int64_t to, int64_t *id)
{
	struct change ch = { .by = play_person("admin"), .now = play_now };
	struct right_row g = { .role_id = role_of(role), .right = right,
	    .letter_no = "SK-7", .from_at = from, .to_at = to };

	return rights_give(play_office, &ch, &g, id);
}

static enum case_err
end(int64_t id, int64_t at)
{
	struct change ch = { .by = play_person("admin"), .now = play_now };

	return rights_end(play_office, &ch, id, at);
}

static int
has(const char *login, enum right r, int64_t at)
{
	return rights_has(play_office, play_person(login), r, at);
}

static void
words(void)
{
	for (int r = 0; r < RIGHTS__MAX; r++)
		is_int(r, rights_from(rights_word((enum right)r)), "%s",
		    rights_word((enum right)r));
	is_int(-1, rights_from("segala"), "no other word is a right");
}

static void
by_name(void)
{
	is_int(1, has("admin", RIGHTS_MANAGE, play_now),
	    "an administrator by name manages");
	for (int r = RIGHTS_SEE_ALL; r < RIGHTS__MAX; r++)
		is_int(0, has("admin", (enum right)r, play_now),
		    "...and has not %s", rights_word((enum right)r));
	is_int(0, has("kakanwil", RIGHTS_MANAGE, play_now),
	    "nobody else does, the head neither");
}

static unsigned
doors(const char *login, int64_t at)
{
	return rights_doors(play_office, play_person(login), at);
}

/* Somebody looks after personal data at any time. */
static void
has_doors(void)
{
	const unsigned manage = 1u << RIGHTS_MANAGE,
	    personal = 1u << RIGHTS_PERSONAL;
	int64_t id;

	is_int(manage | personal, doors("admin", play_now),
	    "where nobody has data-pribadi an administrator looks after it");
	is_int(0, doors("kabag-program-humas", play_now), "nobody else does");
	is_int(0, doors("admin-user", play_now), "nor an institution");
	play_must(give("kabag-program-humas", RIGHTS_PERSONAL,
	    play_now + DAY, play_now + 2 * DAY, &id), "a right");
	is_int(manage | personal, doors("admin", play_now + DAY - 1),
	    "until somebody has it");
	is_int(manage, doors("admin", play_now + DAY), "...no longer");
	is_int(personal, doors("kabag-program-humas", play_now + DAY),
	    "who has it does");
	is_int(manage | personal, doors("admin", play_now + 2 * DAY),
	    "...and again afterwards");
}

static void
refused(void)
{
	int64_t at = play_now;

	is_int(CASE_INVALID, give("layanan", RIGHTS_CLOSE, at, 0, NULL),
	    "the system has no rights");
	is_int(CASE_INVALID, give("admin-user", RIGHTS_SEE_ALL, at, 0, NULL),
	    "an institution has none");
	is_int(CASE_INVALID, give("kadivmin", RIGHTS__MAX, at, 0, NULL),
	    "what is no right is not given");
	is_string("right", office_field(play_office), "...which is told");
	is_int(CASE_INVALID, give("kadivmin", RIGHTS_CLOSE, at, at, NULL),
	    "no end before the beginning");
}

static void
for_a_time(void)
{
	int64_t id = 0, from = play_now + DAY, to = play_now + 9 * DAY;

	play_must(give("kadivmin", RIGHTS_PERSONAL, from, to, &id), "give");
	is_int(0, has("kadivmin", RIGHTS_PERSONAL, from - 1), "not before");
	is_int(1, has("kadivmin", RIGHTS_PERSONAL, from), "from its beginning");
	is_int(1, has("kadivmin", RIGHTS_PERSONAL, to - 1), "to its end");
	is_int(0, has("kadivmin", RIGHTS_PERSONAL, to), "not after");
	is_int(0, has("kadivmin", RIGHTS_SEE_ALL, from), "it is that alone");
	is_int(0, has("kakanwil", RIGHTS_PERSONAL, from),
	    "...and not a superior's");
	is_int(CASE_INVALID, give("kadivmin", RIGHTS_PERSONAL, from + 1, 0,
	    NULL), "twice at a time it is not given");
	play_hold("jfu-2", "kadivmin", "plh");
	is_int(1, has("jfu-2", RIGHTS_PERSONAL, from), "a Plh. has it, too");
	fixture_run(play_office, "UPDATE people SET active = 0"
	    " WHERE login = 'jfu-2'");
	is_int(0, has("jfu-2", RIGHTS_PERSONAL, from),
	    "who is no longer active has none");
	fixture_run(play_office, "UPDATE people SET active = 1"
	    " WHERE login = 'jfu-2'");
	fixture_run(play_office, "DELETE FROM holders WHERE capacity = 'plh'");
	play_must(end(id, from + DAY), "end");
	is_int(0, has("kadivmin", RIGHTS_PERSONAL, from + DAY),
	    "ended, it is gone");
	is_int(CASE_STATE, end(id, from + 2 * DAY), "it does not end twice");
	is_int(2, fixture_int(play_office, "SELECT count(*) FROM events"
	    " WHERE stream = $1 AND kind IN ('right-given', 'right-ended')",
	    role_of("kadivmin")), "both are events of the role");
	is_int(2, fixture_int(play_office, "SELECT count(*) FROM audit"
	    " WHERE about_id = $1 AND kind IN ('right-given', 'right-ended')",
	    role_of("kadivmin")), "...and in the record of security");
}

/* An outsider never has a right, whatever was named wrongly. */
static void
outsiders(void)
{
	int64_t id = 0;

	play_must(give("jft", RIGHTS_SEE_ALL, play_now, 0, &id), "give");
	play_hold("admin-user", "jft", "definitif");
	is_int(0, has("admin-user", RIGHTS_SEE_ALL, play_now),
	    "an outsider has no right of the office");
	is_int(1, has("jft", RIGHTS_SEE_ALL, play_now), "its official has");
	play_must(end(id, play_now), "end");
	fixture_run(play_office, "DELETE FROM holders WHERE person_id ="
	    " (SELECT id FROM people WHERE login = 'admin-user')"
	    " AND role_id = (SELECT id FROM roles WHERE slug = 'jft')");
}

/* The office always has somebody who manages it. */
static void
somebody_manages(void)
{
	struct change ch = { .by = play_person("admin"), .now = play_now };
	struct person p;
	int64_t id = 0;

	play_must(person_by_login(play_office, "admin", &p), "admin");
	p.active = 0;
	is_int(CASE_STATE, person_change(play_office, &ch, &p),
	    "the only administrator stays");
	play_must(give("kadivmin", RIGHTS_MANAGE, play_now, 0, &id), "give");
	is_int(1, has("kadivmin", RIGHTS_MANAGE, play_now),
	    "a role can manage");
	is_int(CASE_OK, person_change(play_office, &ch, &p),
	    "then the administrator by name may go");
	is_int(CASE_STATE, end(id, play_now), "but not the role's right, too");
	is_int(1, has("kadivmin", RIGHTS_MANAGE, play_now), "...which stays");
	p.active = 1;
	play_must(person_change(play_office, &ch, &p), "again");
	play_must(end(id, play_now), "end");
}

/* -- done together --------------------------------------------------------- */

/* From now on a part of every change stops, as a machine does that has lost its
 * power between two statements; NULL: no longer. */
static void
stop_at(const char *statement)
{
	char sql[256];

	fixture_run(play_office, "DROP TRIGGER IF EXISTS stop");
	if (statement == NULL)
		return;
	snprintf(sql, sizeof(sql), "CREATE TEMP TRIGGER stop BEFORE %s"
	    " BEGIN SELECT RAISE(ABORT, 'stopped'); END", statement);
	fixture_run(play_office, sql);
}

#define MARK "INSERT ON events WHEN NEW.kind = 'alone'"

/* -- four eyes --------------------------------------------------------- */

static int64_t
alone(void)
{
	return fixture_int(play_office, "SELECT count(*) FROM events"
	    " WHERE kind = 'alone' AND stream > $1", 0);
}

static int64_t
messages(const char *like)
{
	struct db_stmt *st = db_query(office_db(play_office),
	    "SELECT count(*) FROM messages WHERE subject LIKE $1", "t", like);
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	db_done(st);
	return n;
}

static enum case_err
asked(const char *by, int right, int *waits)
{
	struct change ch = { .by = play_person(by), .now = play_now };
	struct right_row g = { .role_id = role_of("jft"), .right = right,
	    .from_at = play_now };

	return proposal_right(play_office, &ch, &g, "kakanwil", waits);
}

static enum case_err
decided(const char *by, int agree)
{
	struct change ch = { .by = play_person(by), .now = play_now };
	struct proposal *list;
	int64_t id;
	size_t n;

	play_must(proposal_list(play_office, &list, &n), "list");
	if (n == 0)
		bail("nothing waits");
	id = list[0].id;
	free(list);
	return proposal_decide(play_office, &ch, id, agree);
}

static size_t
waiting(void)
{
	struct proposal *list;
	size_t n;

	play_must(proposal_list(play_office, &list, &n), "list");
	free(list);
	return n;
}

static enum case_err
named(const char *by, const char *role, const char *person, int *waits)
{
	struct change ch = { .by = play_person(by), .now = play_now };
	struct holder_row h = { .role_id = role_of(role),
	    .person_id = play_person(person), .from_at = play_now,
	    .letter_no = "W.6-KP.04-77" };

	return proposal_holder(play_office, &ch, &h, "kakanwil", waits);
}

/* Alone in the office one names a holder as before, and it is marked. */
static void
names_a_holder_alone(void)
{
	struct change ch = { .now = play_now };
	struct right_row g = { .role_id = role_of("kabag-program-humas"),
	    .right = RIGHTS_MANAGE, .from_at = play_now };
	int waits = 1;

	play_must(rights_give(play_office, &ch, &g, NULL), "kelola");
	fixture_run(play_office, "UPDATE holders SET to_at = 1 WHERE role_id ="
	    " (SELECT id FROM roles WHERE slug = 'kabag-program-humas')");
	play_must(named("admin", "kabag-program-humas", "petugas-kanwil",
	    &waits), "named");
	is_int(0, waits, "one administrator names a holder with kelola");
	is_int(1, has("petugas-kanwil", RIGHTS_MANAGE, play_now),
	    "...who has it at once");
	is_int(2, alone(), "...marked as one's alone");
	fixture_run(play_office, "DELETE FROM rights"
	    " WHERE word = 'kelola'");
}

/* Nothing takes effect by one's word alone without its mark, nor without the
 * message to the head of office. */
static void
marked_or_not_done(void)
{
	static const char *const at[] = { MARK, "INSERT ON messages" };
	struct change ch = { .by = play_person("admin"), .now = play_now };
	int64_t marks = alone();
	int waits;

	if (place_is_server())		/* its triggers are others */
		return;
	for (size_t i = 0; i < 2; i++) {
		stop_at(at[i]);
		is_int(CASE_DB, asked("admin", RIGHTS_SEE_ALL, &waits), "%s",
		    at[i]);
		is_int(0, has("jft", RIGHTS_SEE_ALL, play_now),
		    "...and no right is given");
		is_int(CASE_DB, proposal_admin(play_office, &ch,
		    play_person("jft"), "kakanwil", &waits), "...likewise");
		is_int(0, has("jft", RIGHTS_MANAGE, play_now),
		    "...nobody is made an administrator");
		is_int(marks, alone(), "...nothing is marked");
	}
	stop_at(NULL);
}

/* An office of one administrator is blocked by nothing. */
static void
by_one(void)
{
	int waits = 1;

	fixture_run(play_office, "UPDATE people SET email = login || '@x.id'"
	    " WHERE login IN ('kakanwil', 'admin', 'jfu')");
	play_must(asked("admin", RIGHTS_CLOSE, &waits), "given");
	is_int(0, waits, "with one administrator nothing waits");
	is_int(1, has("jft", RIGHTS_CLOSE, play_now), "...it is in force");
	is_int(1, alone(), "...marked as one's alone");
	is_int(1, messages("Diberlakukan seorang administrator%"),
	    "...and the head of office hears of it");
	marked_or_not_done();
	names_a_holder_alone();
}

/* A proposal is told to the others, and a change that takes effect is decided:
 * each is one. */
static void
asked_and_decided_whole(void)
{
	int waits;

	if (place_is_server())
		return;
	stop_at("INSERT ON messages");
	is_int(CASE_DB, asked("admin", RIGHTS_SEE_ALL, &waits),
	    "a proposal of which nobody hears");
	is_int(0, (int64_t)waiting(), "...is none");
	stop_at(NULL);
	play_must(asked("admin", RIGHTS_SEE_ALL, &waits), "asked");
	stop_at("UPDATE ON proposals");
	is_int(CASE_DB, decided("jfu", 1), "a decision that is not kept");
	is_int(0, has("jft", RIGHTS_SEE_ALL, play_now), "...has no effect");
	is_int(1, (int64_t)waiting(), "...and it waits as before");
	stop_at(NULL);
	is_int(CASE_OK, decided("jfu", 1), "decided again");
	is_int(1, has("jft", RIGHTS_SEE_ALL, play_now), "...it is in force");
}

/* A holder of a role with kelola is an administrator. */
static void
names_a_holder(void)
{
	static const char role[] = "jft-analis-kepegawaian";
	struct change ch = { .now = play_now };
	struct right_row g = { .role_id = role_of(role),
	    .right = RIGHTS_MANAGE, .from_at = play_now };
	int waits = 1;

	play_must(named("admin", role, "petugas-kanwil", &waits), "named");
	is_int(0, waits, "a holder of a role without kelola is named at once");
	play_must(rights_give(play_office, &ch, &g, NULL), "kelola");
	play_must(named("admin", role, "kakanwil", &waits), "named");
	is_int(1, waits, "of a role with kelola it waits");
	is_int(0, has("kakanwil", RIGHTS_MANAGE, play_now), "...until then "
	    "the right is not given");
	is_int(CASE_DENIED, decided("admin", 1), "nobody agrees to his own");
	is_int(CASE_OK, decided("jfu", 1), "agreed");
	is_int(1, has("kakanwil", RIGHTS_MANAGE, play_now), "...then it is");
	is_int(1, fixture_int(play_office, "SELECT count(*) FROM holders"
	    " WHERE letter_no = 'W.6-KP.04-77' AND capacity = 'definitif'"
	    " AND person_id = $1", play_person("kakanwil")),
	    "...by the holding as it was proposed");
	is_int(CASE_INVALID, named("admin", role, "kakanwil", &waits),
	    "what cannot be is not proposed");
	is_int(0, (int64_t)waiting(), "...and nothing waits");
}

static void
by_two(void)
{
	struct change ch = { .by = play_person("admin"), .now = play_now };
	size_t len;
	char *yaml, *changed;
	int waits = 0;
	int64_t version = fixture_sop(play_office, "rkt");

	fixture_run(play_office, "UPDATE people SET admin = 1"
	    " WHERE login = 'jfu'");
	play_must(asked("admin", RIGHTS_PERSONAL, &waits), "asked");
	is_int(1, waits, "with two it waits");
	is_int(0, has("jft", RIGHTS_PERSONAL, play_now), "...not in force");
	is_int(1, (int64_t)waiting(), "...and is listed");
	ok(messages("Menunggu persetujuan%") >= 1, "...the other is told");
	is_int(CASE_DENIED, decided("admin", 1), "nobody agrees to his own");
	is_int(CASE_OK, decided("jfu", 0), "the other may decline");
	is_int(0, has("jft", RIGHTS_PERSONAL, play_now), "...it is not given");
	play_must(asked("admin", RIGHTS_PERSONAL, &waits), "asked again");
	is_int(CASE_OK, decided("jfu", 1), "the other agrees");
	is_int(1, has("jft", RIGHTS_PERSONAL, play_now), "...it is in force");
	is_int(0, (int64_t)waiting(), "...and nothing waits");
	play_must(proposal_admin(play_office, &ch, play_person("jft"),
	    "kakanwil", &waits), "asked");
	is_int(1, waits, "an administrator by name waits, too");
	is_int(0, has("jft", RIGHTS_MANAGE, play_now), "...and is none yet");
	is_int(CASE_OK, decided("jfu", 1), "agreed");
	is_int(1, has("jft", RIGHTS_MANAGE, play_now), "...then he is");
	is_int(2, alone(), "...nor was it one's alone");
	names_a_holder();
	yaml = slurp("lib/sop/rkt.yaml", &len);
	changed = malloc(len + 32);
	snprintf(changed, len + 32, "%s# lagi\n", yaml);
	play_must(proposal_version(play_office, &ch, changed, 0, "kakanwil",
	    &waits), "asked");
	is_int(1, waits, "a version waits");
	is_int(version, office_sop_version(play_office, "rkt", play_now),
	    "...the one before stays in force");
	is_int(CASE_OK, decided("jfu", 1), "agreed");
	ok(office_sop_version(play_office, "rkt", play_now + 1) != version,
	    "...then it is in force");
	asked_and_decided_whole();
	is_int(CASE_INVALID, proposal_version(play_office, &ch, "x: y", 0,
	    "kakanwil", &waits), "a text that is no SOP is not proposed");
	free(yaml);
	free(changed);
}

int
main(void)
{
	play_open();
	words();
	by_name();
	has_doors();
	refused();
	for_a_time();
	outsiders();
	somebody_manages();
	by_one();
	by_two();
	play_whole();
	office_close(play_office);
	return tap_done();
}
