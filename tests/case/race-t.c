/*
 * race-t.c - two processes act on the same case at the same instant.
 */
#include <sys/wait.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "case/act_finish.h"
#include "case/act_start.h"
#include "office/office.h"
#include "store/sqlite.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/store/folder.h"
#include "tests/store/meddle.h"

#define FINISHES 200
#define SIGNINGS 50

/* The act of a racer, and the login; both are given when the gun goes off. */
struct lane {
	const char	*login;
	int64_t		 task_id, version;
};

struct racer {
	pid_t	pid;
	int	gun, result;		/* pipes, from the parent's side */
};

static void
must_write(int fd, const void *what, size_t size)
{
	if (write(fd, what, size) != (ssize_t)size)
		bail("pipe");
}

static void
must_read(int fd, void *what, size_t size)
{
	if (read(fd, what, size) != (ssize_t)size)
		bail("pipe");
}

static void
open_file(enum db_mode mode)
{
	char why[256];

	play_office = office_open(folder, mode, why, sizeof(why));
	if (play_office == NULL)
		bail(why);
}

static enum case_err
finish(const struct lane *lane)
{
	struct task_row t = play_again(lane->task_id);

	t.version = lane->version;
	return play_try(lane->login, &t, OUTCOME_FORWARD);
}

/* Waits for the gun, acts, tells; until there is nothing more to do. */
static void
race(int gun, int result)
{
	struct lane lane;
	enum case_err err;
	char login[64];

	open_file(DB_WRITE);
	while (read(gun, &lane, sizeof(lane)) == (ssize_t)sizeof(lane)) {
		must_read(gun, login, sizeof(login));
		lane.login = login;
		err = finish(&lane);
		must_write(result, &err, sizeof(err));
	}
	office_close(play_office);
	_exit(0);
}

static void
start(struct racer *r, const struct racer *other)
{
	int gun[2], result[2];

	if (pipe(gun) != 0 || pipe(result) != 0)
		bail("pipe");
	fflush(stdout);
	if ((r->pid = fork()) == -1)
		bail("fork");
	if (r->pid == 0) {
		close(gun[1]);
		close(result[0]);
		if (other != NULL)
			close(other->gun);
		race(gun[0], result[1]);
	}
	close(gun[0]);
	close(result[1]);
	r->gun = gun[1];
	r->result = result[0];
}

static void
fire(const struct racer *r, const struct lane *lane)
{
	char login[64] = "";

	snprintf(login, sizeof(login), "%s", lane->login);
	must_write(r->gun, lane, sizeof(*lane));
	must_write(r->gun, login, sizeof(login));
}

static int
ends_well(struct racer *r)
{
	int status;

	close(r->gun);
	close(r->result);
	return waitpid(r->pid, &status, 0) == r->pid && status == 0;
}

/* -- the course -------------------------------------------------------- */

static int64_t finishes[FINISHES], signings[SIGNINGS];

/* Two hold the counter's role; two of the four have signed. */
static void
prepare(void)
{
	int i;

	play_now = FIXTURE_START;
	play_office = fixture_open(folder);
	db_bulk(office_db(play_office), 1);
	play_hold("jfu-2", "petugas-biometric-kanim", "definitif");
	for (i = 0; i < FINISHES; i++)
		finishes[i] = play_case("keimigrasian-wna",
		    "petugas-entry-scan-kanim", "5");
	for (i = 0; i < SIGNINGS; i++) {
		signings[i] = play_case("perjanjian-kinerja", "kakanwil", "8");
		play_claim("kadivmin", signings[i]);
		play_finish("kadivmin", signings[i], OUTCOME_FORWARD);
		play_claim("kadiv-yankumham", signings[i]);
		play_finish("kadiv-yankumham", signings[i], OUTCOME_FORWARD);
		play_claim("kadiv-pemasyarakatan", signings[i]);
		play_claim("kadiv-keimigrasian", signings[i]);
	}
	db_bulk(office_db(play_office), 0);
}

static struct lane
lane_of(int64_t case_id, const char *login, const char *performer)
{
	struct task_row t = play_task(case_id, performer);

	return (struct lane){ login, t.id, t.version };
}

static void
both(const struct racer r[2], const struct lane lane[2],
    enum case_err err[2])
{
	fire(&r[0], &lane[0]);
	fire(&r[1], &lane[1]);
	must_read(r[0].result, &err[0], sizeof(err[0]));
	must_read(r[1].result, &err[1], sizeof(err[1]));
}

/* The same task: one wins, the other hears that it came late. */
static void
same_task(const struct racer r[2])
{
	struct lane lane[2];
	enum case_err err[2];
	int64_t events;
	int i, one = 0, late = 0, doubled = 0, won[2] = { 0, 0 };

	for (i = 0; i < FINISHES; i++) {
		lane[0] = lane_of(finishes[i], "petugas-biometric-kanim",
		    NULL);
		lane[1] = lane[0];
		lane[1].login = "jfu-2";
		events = play_events(finishes[i], NULL);
		both(r, lane, err);
		one += (err[0] == CASE_OK) + (err[1] == CASE_OK) == 1;
		won[err[0] != CASE_OK]++;
		late += err[err[0] == CASE_OK] == CASE_CONFLICT;
		doubled += play_events(finishes[i], NULL) != events + 1 ||
		    play_open_tasks(finishes[i]) != 1 ||
		    play_task(finishes[i], NULL).pos != 6;
	}
	is_int(FINISHES, one, "one wins each time (%d to %d)", won[0], won[1]);
	is_int(FINISHES, late, "... the other comes late");
	is_int(0, doubled, "... nothing is done twice");
}

/* The last two of those who all sign: the row ends once. */
static void
last_signers(const struct racer r[2])
{
	struct lane lane[2];
	enum case_err err[2];
	int i, signed_all = 0, ended_once = 0;

	for (i = 0; i < SIGNINGS; i++) {
		lane[0] = lane_of(signings[i], "kadiv-pemasyarakatan",
		    "kadiv-pemasyarakatan");
		lane[1] = lane_of(signings[i], "kadiv-keimigrasian",
		    "kadiv-keimigrasian");
		both(r, lane, err);
		signed_all += err[0] == CASE_OK && err[1] == CASE_OK;
		ended_once += fixture_int(play_office, "SELECT count(*)"
		    " FROM tasks WHERE case_id = $1 AND pos = 9",
		    signings[i]) == 1;
	}
	is_int(SIGNINGS, signed_all, "both last signers sign each time");
	is_int(SIGNINGS, ended_once, "... and the row ends once");
}

static struct office *other;

/* The other process closes January while an act is between two tries. */
static void
close_january(void)
{
	db_again = NULL;
	db_run(office_db(other), "INSERT INTO months (unit_id, month,"
	    " closed_at, calendar_id, n, root, prev, role_name, held_on, place,"
	    " attended, findings, decisions) VALUES ($1, '2026-01', $2, $3, 1,"
	    " '', '', '', '', '', '', '', '')", "iii", office_unit(other),
	    play_now, office_calendar_id(other));
}

/* Its second try judges anew whether an act may be recorded. */
static void
month_closes_between(void)
{
	int64_t id = play_case("keimigrasian-wna", "petugas-entry-scan-kanim",
	    "5");
	struct task_row t = play_claim("petugas-biometric-kanim", id);
	struct fixture_form form;
	struct act a;
	char why[256];

	other = office_open(folder, DB_WRITE, why, sizeof(why));
	if (other == NULL)
		bail(why);
	play_keep(id);
	play_clock("2026-02-03T09:00");
	a = play_act("petugas-biometric-kanim", &t);
	a.occurred_at = play_at("2026-01-29T09:00");
	a.late_reason = "beban";
	a.note = "Dicatat dari buku agenda.";
	fixture_fill(play_office, sop_row_at(office_sop(play_office,
	    t.version_id), (int)t.pos), &form, &a);
	db_again = close_january;
	play_refused(CASE_STATE, act_finish(play_office, &a, OUTCOME_FORWARD),
	    "a month that closes during an act is closed to it");
	ok(strstr(office_why(play_office), "disahkan") != NULL,
	    "... as is said");
	office_close(other);
}

/* An act that starts a case, with a whole form or an empty one. */
static enum case_err
start_case(int whole)
{
	struct act a = { .now = play_now, .actor.person_id =
	    play_person("petugas-entry-scan-kanim") };
	struct act_start s = { .version_id = fixture_sop(play_office,
	    "keimigrasian-wna") };
	struct fixture_form form;

	if (whole)
		fixture_fill(play_office, sop_row_at(office_sop(play_office,
		    s.version_id), 1), &form, &a);
	return act_start(play_office, &a, &s);
}

static int64_t
last_number(void)
{
	return fixture_int(play_office, "SELECT value FROM counters"
	    " WHERE name = 'K-2026' AND value > $1", 0);
}

/* An act that starts a case waits for another only to have the next number: all
 * that can be judged without it is judged before. */
static void
numbers_are_taken_last(void)
{
	char why[256];
	int64_t before = last_number();

	other = office_open(folder, DB_WRITE, why, sizeof(why));
	if (other == NULL)
		bail(why);
	meddle(office_db(other), "BEGIN; UPDATE counters SET value = value");
	db_patience(office_db(play_office), 100);
	is_int(CASE_INVALID, start_case(0), "another takes a number: what is "
	    "wrong with a form is said at once");
	is_int(CASE_BUSY, start_case(1), "... the next number waits");
	meddle(office_db(other), "ROLLBACK");
	db_patience(office_db(play_office), 5000);
	is_int(CASE_OK, start_case(1), "... until it is given back");
	is_int(before + 1, last_number(), "... and there is no gap");
	office_close(other);
}

int
main(void)
{
	struct racer r[2];

	folder_make();
	prepare();
	office_close(play_office);
	start(&r[0], NULL);
	start(&r[1], &r[0]);
	open_file(DB_WRITE);
	same_task(r);
	last_signers(r);
	ok(ends_well(&r[0]) && ends_well(&r[1]), "both end well");
	play_whole();
	if (place_is_server())
		numbers_are_taken_last();
	month_closes_between();
	office_close(play_office);
	return tap_done();
}
