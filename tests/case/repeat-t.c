/*
 * repeat-t.c - a page that is no longer true, and a form sent twice.
 */
#include <string.h>

#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/act_start.h"
#include "store/sqlite.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/tap.h"

#define SIGAP "sigap-magang-penelitian"

/* Somebody was faster: his name and the time are told. */
static void
stale_pages(void)
{
	int64_t id = play_case(SIGAP, "admin-user", "2");
	struct task_row old = play_task(id, NULL);
	struct act a;

	play_clock("2026-01-05T09:10");
	play_claim("admin-kanwil", id);
	play_clock("2026-01-05T09:20");
	play_keep(id);
	a = play_act("admin-kanwil-2", &old);
	play_refused(CASE_CONFLICT, act_claim(play_office, &a),
	    "a page from before the claim");
	is_int(play_person("admin-kanwil"), a.by_person, "... by whom");
	is_int(play_at("2026-01-05T09:10"), a.by_at, "... and when");
	play_refused(CASE_CONFLICT, play_try("admin-kanwil", &old,
	    OUTCOME_FORWARD), "also of the claimer's own");
	old = play_finish("admin-kanwil", id, OUTCOME_FORWARD);
	old.version--;
	play_keep(id);
	play_refused(CASE_CONFLICT, play_try("admin-kanwil", &old,
	    OUTCOME_FORWARD), "a page of what is done");
	old.version++;
	play_refused(CASE_STATE, play_try("admin-kanwil", &old,
	    OUTCOME_FORWARD), "... even with its last version");
}

/* A conflict names the person whose act on another task changed this one. */
static void
changed_by_others(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "5");
	struct task_row mine = play_task(id, "kadiv-yankumham");
	struct act a;

	play_claim("kadiv-yankumham", id);
	mine = play_again(mine.id);
	play_claim("kadivmin", id);
	play_clock("2026-01-05T10:00");
	play_finish("kadivmin", id, OUTCOME_RETURN);
	play_clock("2026-01-05T10:05");
	a = play_act("kadiv-yankumham", &mine);
	a.actor.case_id = 0;
	play_keep(id);
	play_refused(CASE_CONFLICT, act_release(play_office, &a),
	    "a visit that another's return ended");
	is_int(play_person("kadivmin"), a.by_person, "... by him");
	is_int(play_at("2026-01-05T10:00"), a.by_at, "... then");
}

static int64_t
events_of(const char *idem)
{
	struct db_stmt *st = db_query(office_db(play_office),
	    "SELECT count(*) FROM events WHERE idem = $1", "t", idem);
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	db_done(st);
	return n;
}

static void
double_clicks(void)
{
	int64_t id = play_case(SIGAP, "admin-user", "2");
	struct task_row t = play_task(id, NULL);
	struct act a = play_act("admin-kanwil", &t), b;

	a.idem = "kunci-1";
	b = a;
	is_int(CASE_OK, act_claim(play_office, &a), "a form");
	play_keep(id);
	b.case_id = 0;
	play_refused(CASE_REPEATED, act_claim(play_office, &b),
	    "the same form again");
	is_int(id, b.case_id, "... tells its case");
	is_string(play_row(id).number, b.number, "... and its number");
	is_int(1, events_of("kunci-1"), "... one event came of it");
	b = play_act("admin-kanwil", &t);
	b.version++;
	b.idem = "kunci-1";
	play_refused(CASE_REPEATED, act_finish(play_office, &b,
	    OUTCOME_FORWARD), "a key is good for one act");
}

/* A row of the system follows at once: the key is the person's act's. */
static void
requests_twice(void)
{
	struct act_start s = { .version_id = fixture_sop(play_office,
	    "izin-magang-penelitian") };
	const struct sop *sop = office_sop(play_office, s.version_id);
	struct act a = { .now = play_now, .idem = "kunci-2" }, b;
	struct fixture_form form;
	int64_t n;

	fixture_fill(play_office, sop_row_at(sop, 1), &form, &a);
	b = a;
	is_int(CASE_OK, act_start(play_office, &a, &s), "a request");
	n = fixture_int(play_office, "SELECT count(*) FROM cases"
	    " WHERE id > $1", 0);
	is_int(CASE_REPEATED, act_start(play_office, &b, &s), "again");
	is_int(a.case_id, b.case_id, "... is the same case");
	is_int(n, fixture_int(play_office, "SELECT count(*) FROM cases"
	    " WHERE id > $1", 0), "... no second one");
	is_int(1, events_of("kunci-2"), "... one event has the key");
	is_int(2, play_events(a.case_id, NULL),
	    "... beside the system's confirmation");
	is_int(1, fixture_int(play_office, "SELECT count(*) FROM messages"
	    " WHERE case_id = $1", a.case_id), "... sent once");
}

static void
nothing_between(void)
{
}

/* A transaction that runs again is of the same person, though nobody is who
 * closes the rows of the system at its end. */
static void
begun_again(void)
{
	int64_t id;

	db_again = nothing_between;
	id = play_case(SIGAP, "admin-user", "2");
	is_int(play_person("admin-user"), play_row(id).applicant_id,
	    "a request that is tried again is still the operator's");
	db_again = NULL;
}

/* Notes move nothing, whatever the page knew. */
static void
notes(void)
{
	int64_t id = play_case(SIGAP, "admin-user", "2");
	struct task_row t = play_task(id, NULL), now;
	struct act a;

	play_claim("admin-kanwil", id);
	now = play_again(t.id);
	a = play_act("kasi-izin-tinggal", &t);
	a.note = "Pemohon menelepon, surat asli menyusul.";
	play_keep(id);
	play_refused(CASE_DENIED, act_note(play_office, &a, "call"),
	    "nobody notes on a case that he does not see");
	a = play_act("duta-sigap", &t);
	a.note = "Pemohon menelepon, surat asli menyusul.";
	is_int(CASE_OK, act_note(play_office, &a, "call"),
	    "a telephone note by any official who sees it");
	is_int(1, play_events(id, "call"), "... is an event");
	is_int(now.version, play_again(t.id).version,
	    "... the task is as it was");
	a.task_id = 0;
	is_int(CASE_OK, act_note(play_office, &a, "note"),
	    "a note on the case");
	a.note = "";
	play_keep(id);
	play_refused(CASE_INVALID, act_note(play_office, &a, "note"),
	    "an empty note");
	a = play_act("admin-user", &t);
	a.note = "Halo";
	play_refused(CASE_DENIED, act_note(play_office, &a, "note"),
	    "notes are the office's own");
	a = play_act(NULL, &t);
	a.note = "Halo";
	play_refused(CASE_DENIED, act_note(play_office, &a, "note"),
	    "... not the code's");
	a = play_act("duta-sigap", &t);
	a.note = "\xff\xfe";
	play_refused(CASE_INVALID, act_note(play_office, &a, "note"),
	    "what is no text is not kept");
	is_string("note", office_field(play_office), "... and named");
	a = play_act("admin-kanwil", &now);
	is_int(CASE_OK, act_release(play_office, &a),
	    "a page from before the notes is still true");
}

int
main(void)
{
	play_open();
	stale_pages();
	changed_by_others();
	double_clicks();
	requests_twice();
	begun_again();
	notes();
	play_whole();
	office_close(play_office);
	return tap_done();
}
