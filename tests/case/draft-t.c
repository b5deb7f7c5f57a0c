/*
 * draft-t.c - a change of the calendar: drafted, looked at, put in force by
 * somebody, and only then, when somebody says so, put on open tasks.
 */
#include <stdlib.h>
#include <string.h>

#include "calendar/calendar_draft.h"
#include "calendar/calendar_edit.h"
#include "case/act_close.h"
#include "case/act_hold.h"
#include "case/calendar_moves.h"
#include "case/task.h"
#include "clock/calendar.h"
#include "office/change.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"

#define SIGAP "sigap-magang-penelitian"

static struct change
by(const char *login)
{
	return (struct change){ .by = play_person(login), .now = play_now };
}

/* The text in force with a holiday more; given. */
static char *
with_holiday(int month, int day)
{
	const struct cal_holiday h = { .year = 2026, .month = month,
	    .day = day, .name = "Mendadak", .decree = "SK 1/2026" };
	char *text = office_calendar_text(play_office), *more, why[256];

	more = calendar_add_holidays(text, &h, 1, why,
	    sizeof(why));
	if (more == NULL)
		bail(why);
	free(text);
	return more;
}

static int64_t
versions(void)
{
	return fixture_int(play_office, "SELECT max(version) FROM"
	    " calendar_versions WHERE id <> $1", 0);
}

static void
is_kept(void)
{
	struct change ch = by("admin"), other = by("kakanwil");
	char *a = with_holiday(1, 13), *b = with_holiday(1, 14), *now;
	struct calendar_draft d = { 0 };

	is_int(CASE_NOT_FOUND, calendar_draft_get(play_office, &d),
	    "nothing is being prepared");
	is_int(CASE_NOT_FOUND, calendar_draft_publish(play_office, &ch),
	    "... so there is nothing to put in force");
	is_int(CASE_NOT_FOUND, calendar_draft_drop(play_office, &ch),
	    "... or to drop");
	is_int(CASE_INVALID, calendar_draft_save(play_office, &ch,
	    "zona: Asia/Jakarta\nlibur: 7\n"), "a text with a fault");
	ok(strstr(office_why(play_office), "baris 2, libur") != NULL,
	    "... is refused by its line");
	is_int(CASE_INVALID, calendar_draft_save(play_office, &ch,
	    "zona: UTC\npola: [{nama: a, senin: [\"08:00-09:00\"]}]\n"
	    "gangguan: [{dari: 2026-01-05T08:00, sampai: 2026-01-05T09:00,"
	    " nama: b, unit: tidak-ada}]\n"),
	    "an outage of a unit that is not there");
	now = office_calendar_text(play_office);
	is_int(CASE_INVALID, calendar_draft_save(play_office, &ch, now),
	    "what is in force is no change");
	free(now);
	is_int(CASE_OK, calendar_draft_save(play_office, &ch, a), "a draft");
	play_now += 60;
	other.now = play_now;
	is_int(CASE_OK, calendar_draft_save(play_office, &other, b),
	    "another has its place");
	is_int(CASE_OK, calendar_draft_get(play_office, &d), "it is there");
	is_string(b, d.text, "... the text");
	is_int(1, d.base, "... what it was begun from");
	is_int(ch.by, d.begun_by, "... by whom");
	is_int(other.by, d.saved_by, "... and who saved it last");
	is_int(60, d.saved_at - d.begun_at, "... when");
	free(d.text);
	is_int(1, versions(), "... and counts for nothing");
	ok(calendar_is_workday(office_calendar(play_office),
	    play_at("2026-01-14T08:00"), NULL), "... nor is it a day off");
	is_int(CASE_OK, calendar_draft_drop(play_office, &ch), "dropped");
	is_int(CASE_NOT_FOUND, calendar_draft_get(play_office, &d),
	    "... it is there no more");
	free(a);
	free(b);
}

/* Moves by a text, or by the calendar in force. */
static size_t
moved(const char *yaml, size_t skip, size_t limit, struct calendar_move **m,
    size_t *n)
{
	size_t total = 0;

	is_int(CASE_OK, calendar_moves(play_office, yaml, play_now, skip,
	    limit, m, n, &total), "what moves");
	return total;
}

static void
says_what_moves(void)
{
	struct change ch;
	int64_t first, second, done, n = 0, was;
	struct calendar_move *m;
	struct task_row t, u, over;
	size_t count;
	char *text;

	play_clock("2026-01-12T09:00");
	done = play_case(SIGAP, "admin-user", "3");
	over = play_claim("subbag-kepegawaian-tu-rt", done);
	over = play_finish("subbag-kepegawaian-tu-rt", done,
	    OUTCOME_FORWARD);
	first = play_case(SIGAP, "admin-user", "3");
	play_now += 3600;
	second = play_case(SIGAP, "admin-user", "3");
	t = play_task(first, NULL);
	u = play_task(second, NULL);
	was = t.due_at;
	is_int(play_at("2026-01-14T16:00"), was, "two tasks of 2 days");
	text = with_holiday(1, 13);
	play_now += 60;
	ch = by("admin");
	play_must(calendar_draft_save(play_office, &ch, text), "draft");

	ok(moved(text, 0, 25, &m, &count) >= 2, "a holiday moves them both");
	for (size_t i = 0; i < count; i++) {
		ok(m[i].task_id != over.id, "... none that is done");
		if (m[i].task_id != t.id)
			continue;
		is_string("3", m[i].no, "... named by its row");
		is_int(was, m[i].was, "... from when");
		is_int(play_at("2026-01-15T16:00"), m[i].will, "... to when");
	}
	free(m);
	n = (int64_t)moved(text, 1, 1, &m, &count);
	is_int(1, (int64_t)count, "a page of them");
	free(m);
	moved(text, 100, 25, &m, &count);
	is_int(0, (int64_t)count, "... may be beyond the last");
	free(m);
	is_int(was, play_again(t.id).due_at, "looking changes nothing");

	is_int(0, (int64_t)moved(NULL, 0, 25, &m, &count),
	    "by the calendar in force nothing moves");
	free(m);
	ch.by = 0;
	is_int(CASE_DENIED, calendar_draft_publish(play_office, &ch),
	    "nobody puts it in force");
	ch = by("admin");
	is_int(CASE_OK, calendar_draft_publish(play_office, &ch),
	    "somebody does");
	is_int(2, versions(), "... as a version");
	is_int(ch.by, fixture_int(play_office, "SELECT made_by FROM"
	    " calendar_versions WHERE version = $1", 2), "... of his");
	is_int(0, fixture_int(play_office, "SELECT count(*) FROM"
	    " calendar_drafts WHERE unit_id <> $1", 0), "... no draft now");
	is_int(was, play_again(t.id).due_at, "open tasks stay");
	is_int(n, (int64_t)moved(NULL, 0, 25, &m, &count),
	    "... and would move as was said");
	free(m);
	is_int(CASE_OK, act_calendar(play_office, ch.by, play_now, &n),
	    "until he says so");
	is_int(play_at("2026-01-15T16:00"), play_again(t.id).due_at,
	    "... then they do");
	is_int(play_at("2026-01-15T16:00"), play_again(u.id).due_at,
	    "... both");
	is_int(over.due_at, play_again(over.id).due_at, "what is done stays");
	is_int(over.calendar_id, play_again(over.id).calendar_id,
	    "... with its calendar");
	is_int(0, (int64_t)moved(NULL, 0, 25, &m, &count),
	    "... and no more would move");
	free(m);
	free(text);
}

/* A wait outside is reckoned again by the new calendar, too. */
static void
outside_waits(void)
{
	struct change ch;
	struct task_row t;
	struct act a;
	int64_t id, n;
	char *text;

	play_clock("2026-01-19T08:00");
	id = play_case(SIGAP, "admin-user", "3");
	t = play_claim("subbag-kepegawaian-tu-rt", id);
	a = play_act("subbag-kepegawaian-tu-rt", &t);
	a.party = "Kakanwil";
	a.register_no = "1";
	play_must(act_outside(play_office, &a), "outside");
	play_clock("2026-01-22T08:00");
	t = play_again(t.id);
	a = play_act("subbag-kepegawaian-tu-rt", &t);
	a.register_no = "1";
	play_must(act_outside_back(play_office, &a), "back");
	t = play_again(t.id);
	is_int(3 * 27000, t.moved, "three days outside");
	text = with_holiday(1, 20);
	ch = by("admin");
	play_must(calendar_draft_save(play_office, &ch, text), "draft");
	play_must(calendar_draft_publish(play_office, &ch), "in force");
	play_must(act_calendar(play_office, ch.by, play_now, &n), "applied");
	is_int(2 * 27000, play_again(t.id).moved, "with a holiday in them two");
	is_int(t.due_at, play_again(t.id).due_at,
	    "... so what was a day of waiting is a day off");
	free(text);
}

/* The text in force with a day without power in a unit; given. */
static char *
with_outage(const char *unit)
{
	const struct cal_outage o = { .from = play_at("2026-01-27T07:30"),
	    .to = play_at("2026-01-27T16:00"), .name = "Listrik padam",
	    .evidence = "Surat PLN 1", .unit = unit };
	char *text = office_calendar_text(play_office), *more, why[256];

	more = calendar_change_outage(text, NULL, &o, NULL,
	    why, sizeof(why));
	if (more == NULL)
		bail(why);
	free(text);
	return more;
}

/* An outage is closed time for its unit and those below it, no other. */
static void
outage_of_a_unit(void)
{
	struct calendar_move *m;
	struct task_row t;
	struct change ch;
	int64_t id, n;
	size_t count;
	char *text;

	play_clock("2026-01-26T09:00");
	id = play_case(SIGAP, "admin-user", "3");
	t = play_task(id, NULL);
	text = with_outage("divisi-keimigrasian");
	is_int(0, (int64_t)moved(text, 0, 25, &m, &count),
	    "an outage elsewhere moves nothing");
	free(m);
	free(text);
	text = with_outage("divisi-administrasi");
	is_int(1, (int64_t)moved(text, 0, 25, &m, &count),
	    "one of the unit does");
	is_int(play_at("2026-01-29T16:00"), m[0].will, "... by that day");
	free(m);
	play_now += 60;
	ch = by("admin");
	play_must(calendar_draft_save(play_office, &ch, text), "draft");
	play_must(calendar_draft_publish(play_office, &ch), "in force");
	play_must(act_calendar(play_office, ch.by, play_now, &n), "applied");
	is_int(play_at("2026-01-29T16:00"), play_again(t.id).due_at,
	    "and so it is when it is applied");
	play_clock("2026-01-27T07:30");
	t = play_claim("subbag-kepegawaian-tu-rt", id);
	play_clock("2026-01-27T15:30");
	t = play_finish("subbag-kepegawaian-tu-rt", id, OUTCOME_FORWARD);
	is_int(0, t.own, "work in that time is outside office time");
	is_int(8 * 3600, t.closed - (t.claimed_at - t.opened_at -
	    t.queue), "... and closed");
	free(text);
}

int
main(void)
{
	play_open();
	is_kept();
	says_what_moves();
	outside_waits();
	outage_of_a_unit();
	play_whole();
	office_close(play_office);
	return tap_done();
}
