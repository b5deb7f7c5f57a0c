/*
 * act_close-t.c - ends that no row brings: withdrawn, cancelled, never fetched;
 * messages that do not arrive; another calendar.
 */
#include <stdlib.h>
#include <string.h>

#include "case/act_close.h"
#include "case/act_hold.h"
#include "case/task.h"
#include "office/change.h"
#include "people/person.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/slurp.h"
#include "tick/reminder.h"
#include "tick/tick.h"

#define SIGAP "sigap-magang-penelitian"
#define IZIN "izin-magang-penelitian"
#define DAY INT64_C(86400)

static enum case_err
withdraw(const char *login, int64_t id, const char *note)
{
	struct act a = { .case_id = id, .now = play_now, .note = note };

	a.actor.person_id = play_person(login);
	a.actor.case_id = login == NULL ? id : 0;
	return act_withdraw(play_office, &a);
}

static void
withdrawals(void)
{
	int64_t id = play_case(SIGAP, "admin-user", "3");
	struct task_row t = play_claim("subbag-kepegawaian-tu-rt", id);

	play_keep(id);
	play_refused(CASE_DENIED, withdraw("jfu", id, "Batal"),
	    "an official cannot withdraw a request");
	play_refused(CASE_DENIED, withdraw("admin-user-2", id, "Batal"),
	    "nor another institution");
	play_refused(CASE_INVALID, withdraw("admin-user", id, ""),
	    "the applicant says why");
	play_now += 600;
	is_int(CASE_OK, withdraw("admin-user", id, "Mahasiswa pindah."),
	    "... and does");
	t = play_again(t.id);
	is_string("withdrawn", t.outcome, "what was open is closed");
	is_string("none", t.verdict, "... and was not late");
	is_string("withdrawn", play_row(id).result, "so is the case");
	is_int(play_now, play_row(id).ended_at, "... now");
	play_keep(id);
	play_refused(CASE_STATE, withdraw("admin-user", id, "Lagi"), "once");
	play_refused(CASE_STATE, play_try("subbag-kepegawaian-tu-rt", &t,
	    OUTCOME_FORWARD), "nothing goes on");
	id = play_case(IZIN, NULL, "3");
	is_int(CASE_OK, withdraw(NULL, id, "Tidak jadi."), "by the code");
	id = play_case("monev", "jfu", "2");
	play_keep(id);
	play_refused(CASE_DENIED, withdraw(NULL, id, "Tidak jadi."),
	    "a case without applicant is nobody's to withdraw");
}

static enum case_err
cancel(const char *login, int64_t id, const char *note, int64_t at)
{
	struct act a = { .case_id = id, .now = play_now, .note = note,
	    .occurred_at = at };

	a.actor.person_id = play_person(login);
	return act_cancel(play_office, &a);
}

static void
cancellations(void)
{
	int64_t id, opened = play_now;
	struct task_row t;

	id = play_case("pinjam-ruang", "admin-user", "5");
	play_now += 3600;
	t = play_claim("kadivmin", id);
	play_now += 3600;
	play_keep(id);
	play_refused(CASE_DENIED, cancel("kakanwil", id, "Ganda", 0),
	    "only an administrator cancels");
	play_refused(CASE_INVALID, cancel("admin", id, NULL, 0),
	    "... with a reason");
	play_refused(CASE_INVALID, cancel("admin", id, "Ganda", opened),
	    "... not before what was recorded of it");
	is_int(CASE_OK, cancel("admin", id, "Permohonan ganda.", 0), "so");
	is_int(0, play_open_tasks(id), "all open visits are closed");
	is_string("cancelled", play_again(t.id).outcome, "... as cancelled");
	is_string("cancelled", play_row(id).result, "... with the case");
}

/* A letter nobody fetches for 30 days. */
static void
unfetched(void)
{
	int64_t id = play_case(SIGAP, "admin-user", "8"), opened = play_now;
	struct task_row t = play_task(id, NULL);
	int done;

	is_int(1, fixture_int(play_office, "SELECT count(*) FROM messages"
	    " WHERE case_id = $1 AND kind = 'ready'", id),
	    "the applicant is told that it is there");
	is_int(t.id, fixture_int(play_office, "SELECT task_id FROM messages"
	    " WHERE case_id = $1 AND kind = 'ready'", id), "... which");
	play_must(tick(play_office, "a", NULL, opened + 30 * DAY - 1, &done),
	    "tick");
	is_int(1, play_again(t.id).open, "a second before it waits still");
	play_must(tick(play_office, "a", NULL, opened + 30 * DAY, &done),
	    "tick");
	t = play_again(t.id);
	is_string("expired", t.outcome, "after 30 days it is no longer waited");
	is_string("none", t.verdict, "... nobody was late");
	is_string("unfetched", play_row(id).result,
	    "the case is done, not withdrawn");
	is_int(30 * DAY, t.waiting, "all that time was the applicant's");
	play_now = opened + 31 * DAY;
	play_keep(id);
	play_refused(CASE_STATE, play_try("admin-user", &t, OUTCOME_DOWNLOAD),
	    "nothing is open any more");
	is_int(CASE_STATE, act_expire(play_office, t.id, play_now),
	    "it expires once");
	is_int(CASE_NOT_FOUND, act_expire(play_office, 1, play_now),
	    "nothing is no download");
	/* Rows behind the download have to be done all the same. */
	id = play_case("pinjam-ruang", "admin-user", "6");
	is_int(CASE_OK, act_expire(play_office, play_task(id, NULL).id,
	    play_now + 30 * DAY), "in the middle of an SOP");
	is_int(8, play_task(id, NULL).pos, "the case goes on behind it");
	is_int(1, fixture_int(play_office, "SELECT count(*) FROM messages"
	    " WHERE case_id = $1 AND kind = 'notified'", id),
	    "... past the system's notice");
}

static int64_t
message_of(int64_t id, const char *kind)
{
	struct db_stmt *st = db_query(office_db(play_office),
	    "SELECT id FROM messages WHERE case_id = $1 AND kind = $2", "it",
	    id, kind);
	int64_t m = db_step(st) ? db_int(st, 0) : 0;

	db_done(st);
	return m;
}

static struct task_row
side_of(int64_t id)
{
	return play_again(fixture_int(play_office, "SELECT id FROM tasks"
	    " WHERE case_id = $1 AND side = 1", id));
}

static int
is_held(const char *role)
{
	struct person *list;
	size_t n = 0;

	play_must(person_holders(play_office, role, play_now, &list, &n),
	    "holders");
	free(list);
	return n > 0;
}

/* The side task lands with somebody, however the roles are held. */
static void
finds_somebody(void)
{
	int64_t id = play_case(SIGAP, "admin-user", "2");
	int64_t last = play_case(SIGAP, "admin-user", "8");
	struct task_row t;

	play_claim("admin-kanwil", id);
	play_finish("admin-kanwil", id, OUTCOME_RETURN);
	t = play_task(id, NULL);
	is_string("submit", t.kind, "the applicant's first row");
	play_must(reminder_send(play_office, t.id, play_now), "remind");
	is_int(CASE_OK, act_undeliverable(play_office, message_of(id,
	    "reminder"), play_now), "its reminder does not arrive");
	is_string("admin-kanwil", side_of(id).performer,
	    "... nobody before it: whoever is next has the task");
	id = play_case(SIGAP, "admin-user", "8");
	db_run(office_db(play_office), "UPDATE holders SET to_at = $1"
	    " WHERE role_id = (SELECT id FROM roles WHERE slug ="
	    " 'admin-kanwil')", "i", play_now - 1);
	is_int(CASE_OK, act_undeliverable(play_office, message_of(id,
	    "ready"), play_now), "the nearest role is held by nobody");
	is_string("duta-sigap", side_of(id).performer,
	    "... the one before it has the task");
	db_run(office_db(play_office), "UPDATE holders SET to_at = $1"
	    " WHERE role_id IN (SELECT id FROM roles WHERE slug IN"
	    " ('duta-sigap', 'subbag-kepegawaian-tu-rt'))", "i",
	    play_now - 1);
	is_int(CASE_OK, act_undeliverable(play_office, message_of(last,
	    "ready"), play_now), "no role of the SOP is held");
	ok(is_held(side_of(last).performer), "... %s has the task",
	    side_of(last).performer);
}

/* A message that fails becomes a side task of the fallback role. */
static void
undeliverable(void)
{
	int64_t id = play_case(IZIN, NULL, "3"), m;
	struct task_row t, side;

	t = play_task(id, NULL);
	m = message_of(id, "confirmed");
	is_string("forward", play_again(fixture_int(play_office,
	    "SELECT id FROM tasks WHERE case_id = $1 AND pos = 2", id)).outcome,
	    "the system's row closed when the message was queued");
	is_int(CASE_OK, act_undeliverable(play_office, m, play_now), "failed");
	side = play_again(fixture_int(play_office, "SELECT id FROM tasks"
	    " WHERE case_id = $1 AND side = 1", id));
	is_string("petugas-layanan", side.performer,
	    "a side task for the fallback role");
	is_int(2, side.pos, "... of that row");
	is_string("work", side.measure,
	    "... in office time, though the software's was real");
	is_int(1, play_open_tasks(id), "... beside the way");
	play_keep(id);
	play_refused(CASE_REPEATED, act_undeliverable(play_office, m,
	    play_now), "once");
	play_claim("petugas-layanan", id);
	play_finish("petugas-layanan", id, OUTCOME_FORWARD);
	is_int(0, play_again(t.id).open, "the case goes on without it");
	play_must(act_claim(play_office, &(struct act){ .task_id = side.id,
	    .version = side.version, .now = play_now, .actor.person_id =
	    play_person("petugas-layanan") }), "claim");
	side = play_again(side.id);
	play_keep(id);
	play_refused(CASE_INVALID, play_try("petugas-layanan", &side,
	    OUTCOME_REFUSE), "a side task decides nothing");
	is_int(CASE_OK, play_try("petugas-layanan", &side, OUTCOME_FORWARD),
	    "it is done");
	is_int(4, play_task(id, NULL).pos, "... and moves nothing");
	is_int(CASE_NOT_FOUND, act_undeliverable(play_office, 77, play_now),
	    "no such message");
	id = play_case(SIGAP, "admin-user", "8");
	t = play_task(id, NULL);
	m = message_of(id, "ready");
	is_int(CASE_OK, act_undeliverable(play_office, m, play_now),
	    "of an outsider's row");
	side = side_of(id);
	is_string("admin-kanwil", side.performer,
	    "... whoever had it before has the task");
	is_string("notify", side.kind, "... to tell, nothing else");
	is_int(0, side.max, "... without the applicant's limit");
	is_int(1, play_open_tasks(id), "... beside the way");
	play_must(act_claim(play_office, &(struct act){ .task_id = side.id,
	    .version = side.version, .now = play_now, .actor.person_id =
	    play_person("admin-kanwil") }), "claim");
	side = play_again(side.id);
	is_int(CASE_OK, play_try("admin-kanwil", &side, OUTCOME_FORWARD),
	    "... and does it");
	is_string("none", play_again(side.id).verdict,
	    "... not late nor early");
	is_int(CASE_OK, play_try("admin-user", &t, OUTCOME_DOWNLOAD),
	    "the download goes on");
}

/* A side task may outlive its case. */
static void
outlives(void)
{
	int64_t id = play_case(IZIN, NULL, "5");
	struct task_row side;

	play_claim("petugas-layanan", id);
	play_finish("petugas-layanan", id, OUTCOME_FORWARD);
	is_string("done", play_row(id).result, "the last row told him");
	play_must(act_undeliverable(play_office, message_of(id, "notified"),
	    play_now + 60), "undeliverable");
	side = play_again(fixture_int(play_office, "SELECT id FROM tasks"
	    " WHERE case_id = $1 AND side = 1", id));
	is_string("petugas-layanan", side.performer,
	    "without fallback the row's own role tells again");
	play_now += 120;
	play_must(act_claim(play_office, &(struct act){ .task_id = side.id,
	    .version = side.version, .now = play_now, .actor.person_id =
	    play_person("petugas-layanan") }), "claim");
	side = play_again(side.id);
	is_int(CASE_OK, play_try("petugas-layanan", &side, OUTCOME_FORWARD),
	    "though the case has ended");
	is_string("done", play_row(id).result, "... which stays as it was");
}

/* A new holiday changes open tasks by an act of its own alone. */
static void
calendars(void)
{
	struct change ch = { .now = 0 };
	size_t len;
	char *yaml, *more, *at;
	int64_t id, old, n, due;
	struct task_row t;

	play_clock("2026-01-12T09:00");
	id = play_case(SIGAP, "admin-user", "3");
	t = play_task(id, NULL);
	due = play_at("2026-01-14T16:00");
	old = t.calendar_id;
	is_int(due, t.due_at, "2 working days");
	yaml = slurp("lib/clock/kanwil-sumsel.yaml", &len);
	at = strstr(yaml, "\nlibur:\n");
	if (at == NULL || (more = malloc(len + 200)) == NULL)
		bail("the calendar has no holidays");
	at += strlen("\nlibur:\n");
	snprintf(more, len + 200, "%.*s  - {tanggal: 2026-01-13, jenis: libur,"
	    " nama: Mendadak}\n%s", (int)(at - yaml), yaml, at);
	ch.now = play_now;
	play_must(office_set_calendar(play_office, &ch, more), "calendar");
	free(more);
	free(yaml);
	play_now += 60;
	t = play_claim("subbag-kepegawaian-tu-rt", id);
	is_int(old, t.calendar_id, "a claim changes no calendar");
	is_int(due, t.due_at, "... nor the limit");
	is_int(play_at("2026-01-15T16:00"), play_task(play_case(SIGAP,
	    "admin-user", "3"), NULL).due_at, "a new task knows the holiday");
	is_int(CASE_DENIED, act_calendar(play_office, play_person("jfu"),
	    play_now, &n), "not everybody applies a calendar");
	is_int(CASE_OK, act_calendar(play_office, play_person("admin"),
	    play_now, &n), "an administrator does");
	ok(n > 0, "... in %d cases", (int)n);
	is_int(play_at("2026-01-15T16:00"), play_again(t.id).due_at,
	    "then the limit is another");
	is_int(1, play_events(id, "calendar"), "... by an event");
	is_int(CASE_OK, act_calendar(play_office, 0, play_now, &n), "again");
	is_int(0, n, "... changes nothing");
}

int
main(void)
{
	play_open();
	withdrawals();
	cancellations();
	unfetched();
	undeliverable();
	outlives();
	calendars();
	finds_somebody();
	play_whole();
	office_close(play_office);
	return tap_done();
}
