/*
 * crash-t.c - a process killed in the middle of its acts loses none that it
 * acknowledged and doubles none; what is left is whole.
 */
#include <sys/wait.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/act_start.h"
#include "store/sqlite.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/case/walk.h"
#include "tests/store/folder.h"

#define ROUNDS 30

/* An act that returned, told before the next begins. */
struct done {
	int	round, act;
};

static int fuse;		/* writes until the process kills itself */
static enum db_point where;	/* at which point of them */

static void
burn(enum db_point point)
{
	if (point == where && --fuse == 0)
		kill(getpid(), SIGKILL);
}

static void
open_file(void)
{
	char why[256];

	play_office = office_open(folder, DB_WRITE, why, sizeof(why));
	if (play_office == NULL)
		bail(why);
}

static void
key_of(const struct done *d, char key[32])
{
	snprintf(key, 32, "kunci-%d-%d", d->round, d->act);
}

/* The next act of a case: claim it or finish it; open one when it is done. */
static enum case_err
act(int64_t *case_id, const char *key)
{
	struct act_start s = { .version_id = fixture_sop(play_office,
	    "monev") };
	struct task_row t = { .pos = 1, .version_id = s.version_id };
	struct fixture_form form;
	struct act a;
	enum case_err err;

	if (*case_id != 0 && walk_current(play_office, *case_id, &t)) {
		a = play_act(NULL, &t);
		a.actor.person_id = walk_doer(play_office, &t);
		a.idem = key;
		a.late_reason = "beban";
		a.exception = 1;
		a.note = "Seperti biasa.";
		if (t.claimed_by == 0)
			return act_claim(play_office, &a);
		fixture_fill(play_office, sop_row_at(office_sop(play_office,
		    t.version_id), (int)t.pos), &form, &a);
		return act_finish(play_office, &a, OUTCOME_FORWARD);
	}
	a = play_act("jfu", &t);
	a.task_id = 0;
	a.idem = key;
	fixture_fill(play_office, sop_row_at(office_sop(play_office,
	    s.version_id), 1), &form, &a);
	err = act_start(play_office, &a, &s);
	*case_id = a.case_id;
	return err;
}

/* Act upon act, each told when it is done, until the end comes. */
static void
work(int round, int out)
{
	struct done d = { round, 0 };
	int64_t case_id = 0;
	char key[32];

	open_file();
	if (round % 3 != 0) {
		where = round % 3 == 1 ? DB_WRITE_BEGINS : DB_WRITE_ENDS;
		fuse = 1 + round;
		db_watch = burn;
	}
	for (;; d.act++) {
		key_of(&d, key);
		play_must(act(&case_id, key), "act");
		if (write(out, &d, sizeof(d)) != (ssize_t)sizeof(d))
			_exit(1);
	}
}

static int
is_there_once(const struct done *d)
{
	struct db_stmt *st;
	char key[32];
	int64_t n;

	key_of(d, key);
	st = db_query(office_db(play_office),
	    "SELECT count(*) FROM events WHERE idem = $1", "t", key);
	n = db_step(st) ? db_int(st, 0) : -1;
	db_done(st);
	return n == 1;
}

/* Kill it after so many acts were told; every third round only, in the others
 * it does so itself.  Returns what was told. */
static int
reap(pid_t pid, int in, int after, struct done *told, int max)
{
	int n = 0, status;

	while (n < max && read(in, &told[n], sizeof(told[n])) ==
	    (ssize_t)sizeof(told[n])) {
		n++;
		if (n == after)
			kill(pid, SIGKILL);
	}
	close(in);
	if (waitpid(pid, &status, 0) != pid || !WIFSIGNALED(status) ||
	    WTERMSIG(status) != SIGKILL)
		bail("the process was not killed");
	return n;
}

static void
crash(int round, int *acts, int *lost)
{
	static struct done told[4096];
	int fd[2], i, n;
	pid_t pid;

	if (pipe(fd) != 0)
		bail("pipe");
	fflush(stdout);
	if ((pid = fork()) == -1)
		bail("fork");
	if (pid == 0) {
		close(fd[0]);
		work(round, fd[1]);
	}
	close(fd[1]);
	n = reap(pid, fd[0], round % 3 == 0 ? 2 + round : -1, told, 4096);
	open_file();
	for (i = 0; i < n; i++)
		*lost += !is_there_once(&told[i]);
	*acts += n;
	is_int(0, play_faults(), "round %d: whole after %d acts", round, n);
	office_close(play_office);
}

int
main(void)
{
	int round, acts = 0, lost = 0;

	folder_make();
	play_now = FIXTURE_START;
	play_office = fixture_open(folder);
	office_close(play_office);
	for (round = 0; round < ROUNDS; round++)
		crash(round, &acts, &lost);
	ok(acts > 300, "%d acts were acknowledged", acts);
	is_int(0, lost, "... each of them is there, once");
	return tap_done();
}
