/*
 * absence-t.c - a colleague is away: who stands in, what becomes of the tasks,
 * and that it ends by the clock.  Row 2 of SIGAP has two holders (admin-kanwil
 * and -2) and 5-10 minutes; kadivmin is a position.  The superior of everybody
 * is the kasubbag.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/absence_move.h"
#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/hand.h"
#include "case/inbox.h"
#include "office/change.h"
#include "people/absence.h"
#include "people/holder.h"
#include "people/person.h"
#include "people/rights.h"
#include "people/role.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tick/tick.h"

#define SIGAP "sigap-magang-penelitian"
#define PAGU "pagu-anggaran"
#define BOSS "kasubbag-program-pelaporan"
#define HEAD "kakanwil"

static struct change
by(const char *login)
{
	return (struct change){ .by = play_person(login), .now = play_now };
}

/* From a day to another, 00.00; the tasks moved. */
static struct absence
away(const char *login, const char *from, const char *to,
    const char *stand_in)
{
	struct absence a = { .person_id = play_person(login),
	    .from_at = play_at(from), .to_at = play_at(to),
	    .stand_in_id = play_person(stand_in), .tasks = ABSENCE_MOVED,
	    .reason = "tidak masuk" };

	return a;
}

static enum case_err
confirm(const char *login, const struct absence *a, int64_t *id)
{
	struct change ch = by(login);

	return absence_confirm(play_office, &ch, a, HEAD, id);
}

static struct absence_moved
moved(int64_t id)
{
	struct absence_moved m;

	play_must(absence_move(play_office, id, 0, play_now, &m), "move");
	return m;
}

static int
see_due(void)
{
	int done = 0;

	play_must(absence_tick(play_office, play_now, &done), "tick");
	return done;
}

static enum case_err
try(enum case_err (*fn)(struct office *, struct act *), const char *login,
    const struct task_row *t)
{
	struct act a = play_act(login, t);

	return fn(play_office, &a);
}

static enum case_err
act_outside_of(struct office *o, struct act *a)
{
	a->party = "SISUMAKER";
	return act_outside(o, a);
}

static int
holds(const char *login, const char *role)
{
	enum capacity as;

	return holder_acts_for(play_office, play_person(login), role, play_now,
	    &as);
}

static int64_t
told(const char *login)
{
	char email[64];
	struct db_stmt *st;
	int64_t n;

	snprintf(email, sizeof(email), "%s@contoh.id", login);
	st = db_query(office_db(play_office), "SELECT count(*) FROM messages"
	    " WHERE address = $1", "t", email);
	n = db_step(st) ? db_int(st, 0) : -1;
	db_done(st);
	return n;
}

/* Everybody has an address. */
static void
addresses(void)
{
	fixture_run(play_office, "UPDATE people SET email = login ||"
	    " '@contoh.id'");
}

/* -- who may say it -------------------------------------------------------- */

static void
one_s_own(void)
{
	struct change me = by("jfu"), other = by("jft");
	struct absence a = away("jfu", "2026-01-05T00:00", "2026-01-07T00:00",
	    "jfu-2"), read;
	int64_t id = 0, none;

	is_int(CASE_DENIED, absence_propose(play_office, &other, &a, &none),
	    "nobody proposes another's absence");
	is_int(CASE_OK, absence_propose(play_office, &me, &a, &id),
	    "one's own is proposed");
	is_int(1, told(BOSS), "... and the superior hears of it");
	is_int(0, told("jfu-2"), "... the stand-in not yet");
	is_int(0, see_due(), "a proposal moves nothing");
	a.id = id;
	is_int(CASE_DENIED, confirm("jfu", &a, &none),
	    "nobody confirms his own");
	is_int(CASE_DENIED, confirm("jfu-2", &a, &none),
	    "... nor does the stand-in");
	is_int(CASE_DENIED, confirm("admin-user", &a, &none),
	    "... nor an outsider");
	is_int(CASE_OK, confirm(BOSS, &a, &none), "the superior does");
	is_int(CASE_STATE, confirm("admin", &a, &none),
	    "of two who confirm at once one is told that it is done");
	is_int(1, told("jfu-2") == 1 && told("jfu") == 1, "both hear of it");
	absence_get(play_office, id, &read);
	is_int(play_person(BOSS), read.decided_by, "it says who confirmed");
	other = by("jft");
	is_int(CASE_DENIED, absence_end(play_office, &other, id),
	    "not everybody ends it");
	is_int(CASE_OK, absence_end(play_office, &me, id),
	    "the person himself says that he is back");
	is_int(CASE_STATE, absence_end(play_office, &me, id), "... once");
	is_int(1, see_due(), "its end is seen to");
}

static void
declined(void)
{
	struct change me = by("jfu"), boss = by(BOSS), other = by("jft");
	struct absence a = away("jfu", "2026-01-20T00:00", "2026-01-21T00:00",
	    "jfu-2");
	int64_t id = 0, before = told("jfu-2");

	play_must(absence_propose(play_office, &me, &a, &id), "propose");
	is_int(CASE_DENIED, absence_decline(play_office, &other, id),
	    "not everybody declines");
	is_int(CASE_OK, absence_decline(play_office, &boss, id),
	    "the superior declines");
	is_int(CASE_STATE, absence_decline(play_office, &me, id), "... once");
	a.id = id;
	is_int(CASE_STATE, confirm(BOSS, &a, NULL), "... then it is over");
	is_int(before, told("jfu-2"), "the stand-in never hears of it");
}

/* It is refused, beside this field. */
static void
wrong(const struct absence *a, const char *login, const char *field,
    const char *what)
{
	is_int(CASE_INVALID, confirm(login, a, NULL), "%s", what);
	is_string(field, office_field(play_office), "... named");
}

static void
faults(void)
{
	const char *day = "2026-02-02T00:00", *end = "2026-02-04T00:00";
	struct absence a = away("jfu", end, day, "jfu-2");

	wrong(&a, BOSS, "to_at", "an end before the beginning");
	a = away("jfu", "2025-12-01T00:00", "2026-01-02T00:00", "jfu-2");
	wrong(&a, BOSS, "to_at", "a term that is over");
	a = away("jfu", day, end, "jfu");
	wrong(&a, BOSS, "stand_in_id", "one who stands in for himself");
	a = away("jfu", day, end, BOSS);
	wrong(&a, BOSS, "stand_in_id", "one who gives it to himself");
	a = away("jfu", day, end, "admin");
	wrong(&a, "admin", "stand_in_id", "... an administrator, too");
	a = away("jfu", day, end, "admin-user");
	wrong(&a, BOSS, "stand_in_id", "an outsider who stands in");
	a = away("jfu", day, end, "jfu-2");
	a.reason[0] = '\0';
	wrong(&a, BOSS, "reason", "without a reason");
	a = away("jfu", day, end, "jfu-2");
	a.tasks = -1;
	wrong(&a, BOSS, "tasks", "without a word on the tasks");
	a = away("admin-user", day, end, "jfu-2");
	wrong(&a, "admin", "person_id", "of an outsider");
	a = away("kadivmin", day, end, "jfu-2");
	wrong(&a, "admin", "letter_no", "a Plh. by an administrator without "
	    "the number of a surat perintah");
	is_int(CASE_OK, confirm(BOSS, &a, NULL),
	    "... but by the press of the superior");
}

/* -- chains ---------------------------------------------------------------- */

static void
chains(void)
{
	struct absence a = away("jfu", "2026-03-02T00:00", "2026-03-07T00:00",
	    "jfu-2"), b;
	struct change boss = by(BOSS);
	int64_t id;

	play_must(confirm(BOSS, &a, &id), "jfu is away");
	wrong(&a, BOSS, "from_at", "twice at a time");
	b = away("jfu", "2026-03-06T00:00", "2026-03-10T00:00", "jfu-2");
	wrong(&b, BOSS, "from_at", "... or overlapping by a day");
	b.from_at = a.to_at;
	is_int(CASE_OK, confirm(BOSS, &b, NULL), "one behind the other");
	b = away("jft", "2026-03-03T00:00", "2026-03-04T00:00", "jfu");
	wrong(&b, BOSS, "stand_in_id", "a stand-in who is away himself");
	b = away("jfu-2", "2026-03-03T00:00", "2026-03-04T00:00", "jfu");
	wrong(&b, BOSS, "stand_in_id", "A for B and B for A");
	b.stand_in_id = play_person("jft");
	is_int(CASE_OK, confirm(BOSS, &b, NULL), "who stands in may fall ill");
	is_int(CASE_OK, absence_end(play_office, &boss, id),
	    "what has not begun is called off");
	is_int(0, (int)fixture_int(play_office, "SELECT count(*) FROM holders"
	    " WHERE absence_id = $1 AND to_at > from_at", id),
	    "... and never was");
}

/* -- the roles ------------------------------------------------------------- */

/* The title under which a person holds a role now. */
static const char *
title(const char *login, const char *slug)
{
	struct holder_row of = { .person_id = play_person(login) }, *list;
	const char *found = "none";
	size_t n;

	play_must(holder_list(play_office, &of, play_now, &list, &n), "list");
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].role_slug, slug) == 0)
			found = holder_capacity_title(list[i].capacity);
	free(list);
	return found;
}

static void
roles(void)
{
	struct absence a;
	struct holder_row h = { .person_id = play_person("jft"),
	    .capacity = CAPACITY_PLH, .letter_no = "W.6-1" };
	struct change ch = by("admin");
	struct role_row role;

	play_clock("2026-02-02T07:00");
	is_string("Plh.", title("jfu-2", "kadivmin"), "of a position he is "
	    "Plh.");
	a = away("duta-sigap", "2026-02-01T00:00", "2026-02-04T00:00", "jft");
	is_int(CASE_OK, confirm("admin", &a, NULL), "of any other role "
	    "without a number");
	is_string("pengganti", title("jft", "duta-sigap"), "... its pengganti");
	is_int(1, holds("jft", "duta-sigap"), "... who does its work");
	is_int(0, (int)fixture_int(play_office, "SELECT count(*) FROM holders"
	    " WHERE person_id = $1 AND absence_id IS NOT NULL AND from_at <"
	    " 1769990000", a.stand_in_id), "a term that began before gives "
	    "him nothing before now");
	is_int(0, holds("jft", "kakanwil"), "... and nothing else");
	play_clock("2026-02-03T23:59:59");
	is_int(1, holds("jft", "duta-sigap") && holds("jfu-2", "kadivmin"),
	    "so to the last second");
	play_clock("2026-02-04T00:00");
	is_int(0, holds("jft", "duta-sigap") || holds("jfu-2", "kadivmin"),
	    "it ends by the clock");
	play_must(role_by_slug(play_office, "duta-sigap", &role), "role");
	h.role_id = role.id;
	h.from_at = play_now;
	ch.now = play_now;
	is_int(CASE_INVALID, holder_add(play_office, &ch, &h, NULL),
	    "nobody is Plh. of what is no position");
	is_string("capacity", office_field(play_office), "... named");
}

/* A role with kelola is given by two, where there are two. */
static void
kelola(void)
{
	struct absence a = away("kasi-izin-tinggal", "2026-02-04T00:00",
	    "2026-02-06T00:00", "jft");
	struct change ch = by("admin");
	struct right_row g = { .right = RIGHTS_MANAGE, .from_at = play_now };
	struct role_row role;

	play_must(role_by_slug(play_office, "kasi-izin-tinggal", &role), "r");
	g.role_id = role.id;
	play_must(rights_give(play_office, &ch, &g, NULL), "kelola");
	fixture_run(play_office, "ALTER TABLE proposals RENAME TO gone");
	is_int(CASE_DB, confirm(BOSS, &a, NULL),
	    "who has kelola is away, and the proposal cannot be written");
	is_int(0, (int)fixture_int(play_office, "SELECT count(*) FROM"
	    " absences WHERE person_id = $1", a.person_id),
	    "... neither is the absence");
	fixture_run(play_office, "ALTER TABLE gone RENAME TO proposals");
	is_int(CASE_OK, confirm(BOSS, &a, NULL), "who has kelola is away");
	is_int(0, rights_has(play_office, play_person("jft"), RIGHTS_MANAGE,
	    play_now), "the stand-in has not the right");
	is_int(1, (int)fixture_int(play_office, "SELECT count(*) FROM"
	    " proposals WHERE decided_at IS NULL AND $1 = 0", 0),
	    "... it waits for an administrator");
}

/* -- the tasks ------------------------------------------------------------- */

static int64_t
letter(const char *at)
{
	play_clock(at);
	return play_case(SIGAP, "admin-user", "2");
}

static void
tasks(void)
{
	int64_t one, two, three, done, id;
	struct absence a;
	struct absence_moved m;
	struct task_row t, was;
	struct absence_item *item;
	size_t n;

	one = letter("2026-02-09T08:00");
	two = letter("2026-02-09T08:00");
	three = letter("2026-02-09T08:00");
	done = letter("2026-02-09T08:00");
	play_claim("admin-kanwil", three);
	play_claim("admin-kanwil", done);
	play_claim("admin-kanwil", two);
	play_clock("2026-02-09T08:02");
	play_claim("admin-kanwil", one);
	play_clock("2026-02-09T08:05");
	was = play_task(one, NULL);
	/* Finished while the form is open. */
	play_finish("admin-kanwil", done, OUTCOME_FORWARD);
	t = play_task(three, NULL);
	play_must(try(act_outside_of, "admin-kanwil", &t), "outside");
	a = away("admin-kanwil", "2026-02-09T00:00", "2026-02-11T00:00",
	    "admin-kanwil-2");
	play_must(confirm(BOSS, &a, &id), "confirm");
	m = moved(id);
	is_int(3, m.moved, "what is taken is moved, and what is outside");
	is_int(0, moved(id).moved, "... once");
	t = play_task(one, NULL);
	is_int(a.stand_in_id, t.claimed_by, "the stand-in has it");
	is_int(was.claimed_at, t.claimed_at, "... since it was taken");
	is_int(was.opened_at, t.opened_at, "... and came");
	is_int(0, hand_holds(&t), "... but not in hand");
	is_int(1, t.version > was.version, "... and a page of it is old");
	is_string("outside", play_task(three, NULL).phase, "what lies outside "
	    "lies there");
	is_int(3, told("admin-kanwil-2") + 1, "he hears of his standing in, "
	    "and of the tasks");
	play_must(absence_items(play_office, id, &item, &n), "items");
	is_int(3, (int)n, "who comes back finds what was moved");
	is_string("\303\211mile_Ali", item[0].to, "... and to whom");
	free(item);
	is_int(1, (int)play_events(one, "hand-over"), "the case tells it");
	play_keep(one);
	play_refused(CASE_STATE, try(act_take, "admin-kanwil", &t),
	    "who is away has it no longer");
	play_clock("2026-02-09T08:10");
	t = play_finish("admin-kanwil-2", one, OUTCOME_FORWARD);
	is_string("within", t.verdict, "work goes on with its clock");
	play_clock("2026-02-11T00:00");
	is_int(1, see_due() > 0, "it ends");
	is_int(a.stand_in_id, play_task(two, NULL).claimed_by, "what he may "
	    "do by his own role stays with him");
}

/* Some of them; without a stand-in they go back to the role. */
static void
chosen(void)
{
	int64_t one = letter("2026-02-12T08:00"), pick[3], id;
	int64_t two = letter("2026-02-12T08:00");
	struct absence a;

	play_claim("admin-kanwil", one);
	play_claim("admin-kanwil", two);
	a = away("admin-kanwil", "2026-02-12T00:00", "2026-02-13T00:00", NULL);
	a.tasks = ABSENCE_CHOSEN;
	pick[0] = pick[1] = play_task(one, NULL).id;
	pick[2] = 7;		/* none */
	a.chosen = pick;
	a.nchosen = 3;
	play_must(confirm(BOSS, &a, &id), "confirm");
	is_int(1, moved(id).moved, "the chosen one goes");
	is_int(0, play_task(one, NULL).claimed_by, "... back to the role");
	is_int(play_person("admin-kanwil"), play_task(two, NULL).claimed_by,
	    "the other is kept");
	is_int(CASE_OK, try(act_claim, "admin-kanwil-2", &(struct task_row){
	    .id = play_task(one, NULL).id,
	    .version = play_task(one, NULL).version }),
	    "anybody of the role takes it");
}

/* One that begins some other day; the right to a task ends with the role. */
static void
position(void)
{
	int64_t id, one, two;
	struct absence a;
	struct task_row t;

	play_clock("2026-02-16T08:00");
	one = play_case(PAGU, "kakanwil", "2");
	two = play_case(PAGU, "kakanwil", "2");
	play_claim("kadivmin", one);
	play_claim("kadivmin", two);
	a = away("kadivmin", "2026-02-17T00:00", "2026-02-19T00:00", "jfu-2");
	play_must(confirm(BOSS, &a, &id), "confirm");
	is_int(0, moved(id).moved, "before its first day nothing moves");
	see_due();
	is_int(a.person_id, play_task(one, NULL).claimed_by,
	    "... and no tick does it");
	play_clock("2026-02-17T07:00");
	is_int(1, see_due(), "on its first day a tick does");
	is_int(play_person("jfu-2"), play_task(one, NULL).claimed_by,
	    "the Plh. has it");
	play_clock("2026-02-17T09:00");
	play_finish("jfu-2", one, OUTCOME_FORWARD);
	play_clock("2026-02-19T00:00");
	t = play_task(two, NULL);
	play_keep(two);
	play_refused(CASE_DENIED, play_try("jfu-2", &t, OUTCOME_FORWARD),
	    "behind its last day he may not, though he has it");
	is_int(1, see_due(), "a tick gives it back");
	is_int(play_person("kadivmin"), play_task(two, NULL).claimed_by,
	    "... to who was away");
	is_int(0, see_due(), "... once");
}

/* Nobody approves his own draft, as a stand-in either. */
static void
own_draft(void)
{
	struct absence a;
	struct task_row t;
	int64_t case_id, id;

	play_clock("2026-02-24T08:00");
	case_id = play_case("pinjam-ruang", "admin-user", "5");
	t = play_task(case_id, "kadivmin");
	play_must(try(act_claim, "kadivmin", &t), "claim");
	a = away("kadivmin", "2026-02-24T00:00", "2026-02-25T00:00", "jfu");
	play_must(confirm(BOSS, &a, &id), "confirm");
	is_int(2, moved(id).moved, "what he has to approve is moved");
	t = play_task(case_id, "kadivmin");
	is_int(a.stand_in_id, t.claimed_by, "... to who drafted it");
	play_keep(case_id);
	play_refused(CASE_INVALID, play_try("jfu", &t, OUTCOME_FORWARD),
	    "who cannot approve it");
	is_string("exception", office_field(play_office), "... and is told");
}

/* A task that the stand-in may not do stays; a person is made inactive. */
static void
not_his(void)
{
	int64_t id, one = letter("2026-02-20T08:00");
	struct absence a;
	struct absence_moved m;
	struct change ch = by("admin");
	struct person p;

	play_claim("admin-kanwil", one);
	a = away("admin-kanwil", "2026-02-20T00:00", "2026-02-21T00:00",
	    "jft");
	play_must(confirm(BOSS, &a, &id), "confirm");
	fixture_run(play_office, "UPDATE holders SET to_at = from_at WHERE"
	    " absence_id IS NOT NULL AND to_at > 1771500000");
	m = moved(id);
	is_int(0, m.moved, "without the role nothing moves");
	is_int(2, m.kept, "... it is counted");
	play_clock("2026-02-21T00:00");
	see_due();
	/* Made inactive, he is asked about in the same way. */
	play_must(person_get(play_office, play_person("admin-kanwil"), &p),
	    "person");
	a = (struct absence){ .stand_in_id = play_person("admin-kanwil-2"),
	    .tasks = ABSENCE_MOVED, .reason = "pindah kantor" };
	ch.now = play_now;
	is_int(CASE_OK, absence_leave(play_office, &ch, &p, &a, &id),
	    "who is made inactive leaves tasks, too");
	is_int(1, moved(id).moved >= 1, "... they are moved");
	is_int(play_person("admin-kanwil-2"), play_task(one, NULL).claimed_by,
	    "... to whom it was said");
	is_int(0, fixture_int(play_office, "SELECT active FROM people WHERE"
	    " id = $1", p.id), "... and he is inactive");
	a = away("jfu", "2026-02-23T00:00", "2026-02-24T00:00",
	    "admin-kanwil");
	wrong(&a, BOSS, "stand_in_id", "an inactive stand-in");
}

/* A term over a closed month changes nothing of it. */
static void
closed(void)
{
	int64_t before = fixture_int(play_office, "SELECT count(*) FROM events"
	    " WHERE recorded_at < $1", play_now);
	struct absence a;

	fixture_close_month(play_office, "2026-01");
	a = away("jft", "2026-01-15T00:00", "2026-12-15T00:00",
	    "petugas-layanan");
	is_int(CASE_OK, confirm(BOSS, &a, NULL), "a term that began in a "
	    "closed month, and is long, is no fault");
	is_int(before, fixture_int(play_office, "SELECT count(*) FROM events"
	    " WHERE recorded_at < $1", play_now), "the past is as it was");
}

/* Without a superior the administrators are asked; the office's tick sees to
 * what begins; a stand-in who is made inactive has the right no longer. */
static void
around(void)
{
	struct change ch = by("petugas-kanwil");
	struct absence a = away("petugas-kanwil", "2026-02-26T00:00",
	    "2026-02-28T00:00", "kabid-zinfokim");
	int64_t id, asked = told("admin");
	int done;

	fixture_run(play_office, "UPDATE people SET superior_role_id = NULL"
	    " WHERE login = 'petugas-kanwil'");
	play_must(absence_propose(play_office, &ch, &a, &id), "propose");
	is_int(1, told("admin") - asked, "without a superior the "
	    "administrators are asked");
	a.id = id;
	is_int(CASE_DENIED, confirm(BOSS, &a, NULL), "nobody else confirms");
	is_int(CASE_OK, confirm("admin", &a, NULL), "... but they do");
	play_clock("2026-02-26T08:00");
	is_int(1, holds("kabid-zinfokim", "petugas-kanwil"),
	    "from that day on");
	play_must(tick(play_office, "test", NULL, play_now, &done),
	    "tick");
	absence_get(play_office, id, &a);
	is_int(play_now, a.moved_at, "the tick of the office sees to it");
	fixture_run(play_office, "UPDATE people SET active = 0"
	    " WHERE login = 'kabid-zinfokim'");
	is_int(0, holds("kabid-zinfokim", "petugas-kanwil"),
	    "who is made inactive stands in no longer");
}

int
main(void)
{
	play_open();
	addresses();
	one_s_own();
	declined();
	faults();
	chains();
	roles();
	kelola();
	tasks();
	chosen();
	position();
	not_his();
	own_draft();
	closed();
	around();
	play_whole();
	office_close(play_office);
	return tap_done();
}
