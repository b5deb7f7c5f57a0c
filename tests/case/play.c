/*
 * play.c - acts at given times by people with logins.
 */
#include "tests/case/play.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/case.h"
#include "clock/calendar.h"
#include "office/change.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/case/whole.h"
#include "tests/slurp.h"
#include "tests/tap.h"

struct office *play_office;
int64_t play_now;

void
play_open(void)
{
	play_office = fixture_open(NULL);
	play_now = FIXTURE_START;
	play_publish("tests/data/sop-ruang.yaml");
}

int64_t
play_publish(const char *path)
{
	struct change ch = { .now = play_now };
	size_t len;
	char *yaml = slurp(path, &len);
	int64_t id = 0;

	play_must(office_publish(play_office, &ch, path, yaml, len, &id),
	    path);
	free(yaml);
	return id;
}

int64_t
play_at(const char *text)
{
	int y, mo, d, h, mi, s = 0;

	if (sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d", &y, &mo, &d, &h, &mi,
	    &s) < 5)
		bail(text);
	return calendar_instant(office_calendar(play_office), y, mo, d, h, mi,
	    s);
}

void
play_clock(const char *text)
{
	play_now = play_at(text);
}

void
play_must(enum case_err err, const char *what)
{
	if (err == CASE_OK)
		return;
	printf("# %s: %d: %s: %s\n", what, err, office_field(play_office),
	    office_why(play_office));
	bail(what);
}

int64_t
play_person(const char *login)
{
	int64_t id;

	if (login == NULL)
		return 0;
	if ((id = fixture_person(play_office, login)) == 0)
		bail(login);
	return id;
}

void
play_hold(const char *login, const char *role, const char *capacity)
{
	static int64_t id = 1;

	if (db_run(office_db(play_office), "INSERT INTO holders (id, role_id,"
	    " person_id, capacity, letter_no, from_at) SELECT $1, id, $2, $3,"
	    " 'W.6-KP.04-12', 0 FROM roles WHERE slug = $4", "iitt", id++,
	    play_person(login), capacity, role) != 1)
		bail(db_error(office_db(play_office)));
}

/* -- reading ----------------------------------------------------------- */

struct task_row
play_task(int64_t case_id, const char *performer)
{
	struct task_row *all, found = { 0 };
	size_t n, i;

	play_must(case_tasks(play_office, case_id, &all, &n), "tasks");
	for (i = 0; i < n && found.id == 0; i++)
		if (all[i].open && !all[i].side && (performer == NULL ||
		    strcmp(all[i].performer, performer) == 0))
			found = all[i];
	free(all);
	if (found.id == 0)
		bail(performer ? performer : "the case has no open task");
	return found;
}

struct task_row
play_again(int64_t task_id)
{
	struct task_row t;

	play_must(task_get(play_office, task_id, &t), "task");
	return t;
}

struct case_row
play_row(int64_t case_id)
{
	struct case_row c;

	play_must(case_get(play_office, case_id, &c), "case");
	return c;
}

int64_t
play_child(int64_t case_id, const char *login)
{
	struct db_stmt *st = db_query(office_db(play_office), "SELECT id"
	    " FROM cases WHERE parent_id = $1 AND officer_id = $2"
	    " ORDER BY id DESC LIMIT 1", "ii", case_id, play_person(login));
	int64_t id = db_step(st) ? db_int(st, 0) : 0;

	db_done(st);
	if (id == 0)
		bail(login);
	return id;
}

int
play_open_tasks(int64_t case_id)
{
	return (int)fixture_int(play_office, "SELECT count(*) FROM tasks"
	    " WHERE case_id = $1 AND open = 1 AND side = 0", case_id);
}

int64_t
play_events(int64_t case_id, const char *kind)
{
	struct db_stmt *st = db_query(office_db(play_office),
	    "SELECT count(*) FROM events WHERE stream = $1"
	    "   AND ($2 = '' OR kind = $2)", "it", case_id, kind ? kind : "");
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	db_done(st);
	return n;
}

static void
dump_rows(FILE *f, const char *sql, int columns, int64_t case_id)
{
	struct db_stmt *st = db_query(office_db(play_office), sql, "i",
	    case_id);
	int i;

	while (db_step(st)) {
		for (i = 0; i < columns; i++)
			fprintf(f, "%s|", db_text(st, i));
		putc('\n', f);
	}
	db_done(st);
}

/* Everything a case consists of, as one text. */
static char *
dump(int64_t case_id)
{
	char *text;
	size_t len;
	FILE *f = open_memstream(&text, &len);

	if (f == NULL)
		bail("out of memory");
	dump_rows(f, "SELECT seq, state, result, refused, end_pos, ended_at,"
	    " promise_from, promise_to, subject, own + queue + outside"
	    " + waiting + closed FROM cases WHERE id = $1", 10, case_id);
	dump_rows(f, "SELECT id, open, phase, awaited, version, opened_at,"
	    " received_at, claimed_at, claimed_by, closed_at, closed_by,"
	    " outcome, verdict, min_at, due_at, queue_max, moved, assignee_id,"
	    " late_reason, late_entry FROM tasks WHERE case_id = $1"
	    " ORDER BY id", 20, case_id);
	dump_rows(f, "SELECT s.task_id, s.n, s.phase, s.from_at FROM spans s"
	    " JOIN tasks t ON t.id = s.task_id WHERE t.case_id = $1"
	    " ORDER BY s.task_id, s.n", 4, case_id);
	dump_rows(f, "SELECT seq, hash FROM events WHERE stream = $1"
	    " ORDER BY seq", 2, case_id);
	dump_rows(f, "SELECT id, state FROM messages WHERE case_id = $1"
	    " ORDER BY id", 2, case_id);
	dump_rows(f, "SELECT id, sha256 FROM documents WHERE case_id = $1"
	    " ORDER BY id", 2, case_id);
	fclose(f);
	return text;
}

static char *kept;
static int64_t kept_of;

void
play_keep(int64_t case_id)
{
	free(kept);
	kept = dump(case_id);
	kept_of = case_id;
}

int
play_unchanged(void)
{
	char *now = dump(kept_of);
	int same = strcmp(kept, now) == 0;

	if (!same)
		printf("# before:\n%s\n# now:\n%s\n", kept, now);
	free(now);
	return same;
}

/* -- acting ------------------------------------------------------------ */

struct act
play_act(const char *login, const struct task_row *t)
{
	struct act a = { .task_id = t->id, .version = t->version,
	    .case_id = t->case_id, .now = play_now };

	a.actor.person_id = play_person(login);
	a.actor.case_id = t->case_id;
	return a;
}

static const struct sop_row *
row_of(const struct task_row *t)
{
	return sop_row_at(office_sop(play_office, t->version_id),
	    (int)t->pos);
}

int64_t
play_case(const char *slug, const char *login, const char *no)
{
	int64_t id = walk_start(play_office, slug, play_person(login), NULL,
	    0, play_now);
	struct case_row c = play_row(id);

	walk_to(play_office, id, sop_row_no(office_sop(play_office,
	    c.version_id), no), play_now);
	return id;
}

/* The open task of a case that the login may do. */
static struct task_row
task_of(const char *login, int64_t case_id)
{
	struct actor who = { .person_id = play_person(login),
	    .case_id = case_id };
	struct task_row *all, found = { 0 };
	const char *capacity;
	size_t n, i;

	play_must(case_tasks(play_office, case_id, &all, &n), "tasks");
	for (i = 0; i < n && found.id == 0; i++)
		if (all[i].open && !all[i].side && case_may_do(play_office,
		    &who, &all[i], play_now, &capacity))
			found = all[i];
	free(all);
	if (found.id == 0)
		bail(login ? login : "nothing by the code");
	return found;
}

struct task_row
play_claim(const char *login, int64_t case_id)
{
	struct task_row t = task_of(login, case_id);
	struct act a = play_act(login, &t);

	play_must(act_claim(play_office, &a), "claim");
	return play_again(t.id);
}

enum case_err
play_try(const char *login, const struct task_row *t, enum outcome outcome)
{
	struct act a = play_act(login, t);
	struct fixture_form form;

	a.note = "Tanggal surat belum diisi.";
	a.late_reason = "beban";
	fixture_fill(play_office, row_of(t), &form, &a);
	return act_finish(play_office, &a, outcome);
}

struct task_row
play_finish(const char *login, int64_t case_id, enum outcome outcome)
{
	struct task_row t = task_of(login, case_id);

	play_must(play_try(login, &t, outcome), "finish");
	walk_back(play_office, case_id, play_now);
	return play_again(t.id);
}

/* -- the whole --------------------------------------------------------- */

int64_t
play_faults(void)
{
	struct whole w;

	free(kept);
	kept = NULL;
	return whole_faults(play_office, &w);
}
