/*
 * version_move-t.c - open cases go over to another version of their SOP: izin
 * magang gets a new standard while 13 cases run, three are moved.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/version_move.h"
#include "office/change.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/slurp.h"
#include "tests/tap.h"

#define IZIN	"izin-magang-penelitian"
#define CASES	13
#define SIGNER	"subbag-kepegawaian-tu-rt"

static int64_t id[CASES];
static char *yaml;

/* The text with one part replaced by another; given. */
static char *
with(const char *text, const char *old, const char *new)
{
	const char *at = strstr(text, old);
	size_t size = strlen(text) + strlen(new) + 1;
	char *made = malloc(size);

	if (at == NULL || made == NULL)
		bail(old);
	snprintf(made, size, "%.*s%s%s", (int)(at - text), text, new,
	    at + strlen(old));
	return made;
}

static int64_t
put(char *text)
{
	struct change ch = { .now = play_now };
	int64_t version = 0;

	play_must(office_publish(play_office, &ch, IZIN, text, strlen(text),
	    &version), "publish");
	free(text);
	return version;
}

static enum case_err
try(const char *login, int64_t case_id, int64_t to, const char *note)
{
	struct act a = { .case_id = case_id, .now = play_now, .note = note,
	    .actor = { .person_id = play_person(login) } };

	return version_move(play_office, &a, to);
}

static int64_t
sum(const char *sql, int64_t case_id)
{
	return fixture_int(play_office, sql, case_id);
}

/* All that a closed visit was judged by, as one number. */
static int64_t
closed_visits(int64_t case_id)
{
	return sum("SELECT sum(pos * 7 + min * 11 + max * 13 + version_id % 997"
	    " + coalesce(due_at, 0) % 991 + own + queue + length(verdict))"
	    " FROM tasks WHERE case_id = $1 AND open = 0", case_id);
}

static struct version_move
move_of(int64_t case_id, int64_t to)
{
	struct version_move *list, found = { .case_id = 0 };
	size_t n;

	play_must(version_move_list(play_office, IZIN, to, &list, &n), "list");
	for (size_t i = 0; i < n; i++)
		if (list[i].case_id == case_id)
			found = list[i];
	free(list);
	return found;
}

static size_t
count_moves(int64_t to)
{
	struct version_move *list;
	size_t n;

	play_must(version_move_list(play_office, IZIN, to, &list, &n), "list");
	free(list);
	return n;
}

/* Three of 13 cases have from then on the limit of the new version. */
static void
three_of_thirteen(void)
{
	int64_t was = play_row(id[0]).version_id, due[CASES], visits, to;
	struct task_row t;
	struct version_move m;

	for (int i = 0; i < CASES; i++)
		due[i] = play_task(id[i], NULL).due_at;
	play_clock("2026-01-06T09:00");
	to = put(with(yaml, "teks: 1-4 hari, min: 1, maks: 4",
	    "teks: 1-2 hari, min: 1, maks: 2"));
	is_int(CASES, (int64_t)count_moves(to), "all may move");
	m = move_of(id[0], to);
	is_string("", m.why, "...the first one, too");
	is_int(4, m.from, "...from its row");
	is_int(4, m.to, "...to the same");
	visits = closed_visits(id[0]);
	t = play_task(id[0], NULL);
	for (int i = 0; i < 3; i++)
		is_int(CASE_OK, try("admin", id[i], to, "Standar baru"),
		    "moved");
	is_int(to, play_row(id[0]).version_id, "the case has the new version");
	is_int(visits, closed_visits(id[0]), "closed visits are as they were");
	is_int(t.id, play_task(id[0], NULL).id, "the open visit goes on");
	is_int(t.claimed_by, play_task(id[0], NULL).claimed_by,
	    "...with who has taken it");
	is_int(2, play_task(id[0], NULL).max, "...by the new limit");
	is_int(play_at("2026-01-07T16:00"), play_task(id[0], NULL).due_at,
	    "...from its receipt on");
	ok(play_task(id[0], NULL).version > t.version,
	    "...a page of before is told so");
	for (int i = 3; i < CASES; i++)
		if (play_row(id[i]).version_id != was ||
		    play_task(id[i], NULL).due_at != due[i])
			bail("a case that was not moved has changed");
	is_int(CASES - 3, (int64_t)count_moves(to), "ten keep theirs");
	is_int(1, play_events(id[0], "version"), "it is an event");
	is_int(0, play_faults(), "a rebuild finds no difference");
}

static void
refused(void)
{
	int64_t to = office_sop_version(play_office, IZIN, play_now);

	play_keep(id[5]);
	play_refused(CASE_DENIED, try("jfu", id[5], to, "x"),
	    "by an administrator alone");
	play_refused(CASE_INVALID, try("admin", id[5], to, ""),
	    "not without a reason");
	play_refused(CASE_STATE, try("admin", id[5], fixture_sop(play_office,
	    "rkt"), "x"), "not to another SOP");
	play_keep(id[0]);
	play_refused(CASE_STATE, try("admin", id[0], to, "x"),
	    "not where it is already");
}

/* A row more before what was done: those who are past it stay. */
static void
row_more(void)
{
	char *row = with(strstr(yaml, "  - no: 5"), "  - no: 5", "  - no: 6");
	char *text, *named;
	int64_t to;

	*strstr(row, "  - no: 7") = '\0';
	named = with(row, "singkat: Kirim", "singkat: Siapkan");
	text = with(named, "kegiatan: >-\n", "kegiatan: >-\n      Tambahan,\n");
	free(named);
	free(row);
	row = malloc(strlen(text) + 32);
	sprintf(row, "%s  - no: 3\n", text);
	to = put(with(yaml, "  - no: 3\n", row));
	is_string("langkah 3, yang sudah dikerjakan, tidak di tempat yang "
	    "sama lagi", move_of(id[6], to).why, "a case that is past it");
	play_keep(id[6]);
	play_refused(CASE_STATE, try("admin", id[6], to, "x"), "...stays");
	is_string("", move_of(id[12], to).why, "one before it");
	is_int(4, move_of(id[12], to).to, "...its row stands one later");
	is_int(CASE_OK, try("admin", id[12], to, "Langkah baru"), "...moves");
	is_int(4, play_task(id[12], NULL).pos, "...to there");
	is_int(0, play_faults(), "a rebuild finds no difference");
	free(row);
	free(text);
}

/* Another performer: the visit is superseded, and opened for that one. */
static void
another_performer(void)
{
	struct task_row t = play_task(id[7], NULL), now;
	int64_t to = put(with(yaml, "peran: " SIGNER ", dasar: inferred",
	    "peran: kadivmin, dasar: inferred"));

	is_int(CASE_OK, try("admin", id[7], to, "Pelaksana baru"), "moved");
	now = play_task(id[7], "kadivmin");
	ok(now.id != t.id, "a visit of the new performer");
	is_int(t.visit + 1, now.visit, "...a further one");
	is_string("superseded", play_again(t.id).outcome, "the other ended");
	is_string("none", play_again(t.id).verdict, "...without a verdict");
	is_int(0, play_faults(), "a rebuild finds no difference");
}

int
main(void)
{
	size_t len;

	play_open();
	yaml = slurp("lib/sop/" IZIN ".yaml", &len);
	for (int i = 0; i < CASES; i++)
		id[i] = play_case(IZIN, NULL, i == 12 ? "3" : "4");
	three_of_thirteen();
	refused();
	row_more();
	another_performer();
	play_finish(SIGNER, id[1], OUTCOME_FORWARD);
	is_int(5, play_task(id[1], NULL).pos, "a moved case goes on");
	play_whole();
	free(yaml);
	return tap_done();
}
