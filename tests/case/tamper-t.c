/*
 * tamper-t.c - whoever changes the history or what is derived from it is
 * found, and what is derived is mended.
 */
#include <stdlib.h>
#include <string.h>

#include "case/rebuild.h"
#include "store/event.h"
#include "tests/case/play.h"
#include "tests/store/meddle.h"

static char found[256];
static int64_t found_stream, found_seq;

static void
note_fault(void *arg, int64_t stream, int64_t seq, const char *what)
{
	if (found[0] == '\0') {
		found_stream = stream;
		found_seq = seq;
		snprintf(found, sizeof(found), "%s", what);
	}
}

static void
note_difference(void *arg, int64_t id, const char *what)
{
	note_fault(arg, id, 0, what);
}

static void
with_case(const char *sql, int64_t id, char *buf, size_t size)
{
	char number[24];
	const char *p;

	snprintf(number, sizeof(number), "%lld", (long long)id);
	for (buf[0] = '\0'; (p = strchr(sql, '@')) != NULL; sql = p + 1) {
		strncat(buf, sql, (size_t)(p - sql));
		strcat(buf, number);
	}
	strncat(buf, sql, size - strlen(buf) - 1);
}

/* The chain of a case is broken at an event ("@" is the case); then all is as
 * before. */
static void
breaks(int64_t id, int64_t seq, const char *sql, const char *want,
    const char *what)
{
	char text[1024];
	int64_t n;
	int faults;

	with_case(sql, id, text, sizeof(text));
	meddle_begin(office_db(play_office));
	meddle(office_db(play_office), text);
	found[0] = '\0';
	faults = event_verify(office_db(play_office), note_fault, NULL, NULL,
	    &n);
	meddle_undo(office_db(play_office));
	ok(faults > 0, "%s: found", what);
	is_string(want, found, "... as what it is");
	is_int(id, found_stream, "... in that case");
	is_int(seq, found_seq, "... at that event");
}

static void
history(void)
{
	int64_t id = play_case("pagu-anggaran", "kakanwil", "4");
	int64_t last = play_row(id).seq;
	static const char content[] = "isi tidak cocok dengan sidik jarinya";
	static const char payload[] =
	    "keterangan tidak cocok dengan sidik jarinya";

	breaks(id, 2, "UPDATE events SET occurred_at = occurred_at - 3600"
	    " WHERE stream = @ AND seq = 2", content, "another time");
	breaks(id, 2, "UPDATE events SET actor_id = (SELECT id FROM people"
	    " WHERE login = 'jfu') WHERE stream = @ AND seq = 2", content,
	    "another actor");
	breaks(id, 3, "UPDATE events SET effect = replace(effect, 'within',"
	    " 'over') WHERE stream = @ AND seq = 3", content,
	    "another verdict");
	breaks(id, 3, "UPDATE events SET kind = 'return' WHERE stream = @"
	    " AND seq = 3", content, "another decision");
	breaks(id, 1, "UPDATE events SET idem = 'x' WHERE stream = @"
	    " AND seq = 1", content, "another key");
	breaks(id, 1, "UPDATE event_data SET payload = '{}'"
	    " WHERE stream = @ AND seq = 1", payload, "other words");
	breaks(id, 1, "UPDATE event_data SET salt = 'x' WHERE stream = @"
	    " AND seq = 1", payload, "another salt");
	breaks(id, 3, "DELETE FROM event_data WHERE stream = @ AND seq = 3",
	    "keterangan hilang", "words taken away");
	breaks(id, 3, "UPDATE event_data SET payload = '' WHERE stream = @"
	    " AND seq = 3", "keterangan hilang", "words made empty");
	breaks(id, 3, "DELETE FROM event_data WHERE stream = @ AND seq = 2;"
	    "DELETE FROM events WHERE stream = @ AND seq = 2",
	    "nomor urut terputus", "an event taken out");
	breaks(id, 2, "UPDATE events SET seq = 1000 WHERE stream = @"
	    " AND seq = 2; UPDATE events SET seq = 2 WHERE stream = @"
	    " AND seq = 3; UPDATE events SET seq = 3 WHERE stream = @"
	    " AND seq = 1000", "tidak menyambung ke kejadian sebelumnya",
	    "two events that changed places");
	breaks(id, last, "DELETE FROM event_data WHERE stream = @ AND seq ="
	    " (SELECT max(seq) FROM events WHERE stream = @);"
	    "DELETE FROM events WHERE stream = @ AND seq ="
	    " (SELECT max(seq) FROM events WHERE stream = @)",
	    "berkas dan riwayatnya berbeda panjang", "the last one gone");
	breaks(id, last, "DELETE FROM event_data WHERE stream = @;"
	    "DELETE FROM events WHERE stream = @",
	    "berkas dan riwayatnya berbeda panjang", "all of them gone");
	is_int(0, play_faults(), "and all is as before");
}

/* Changes that no statement of the program may make. */
static void
append_only(void)
{
	struct db *db = office_db(play_office);

	is_int(DB_ERROR, db_run(db, "UPDATE events SET occurred_at = 0", ""),
	    "no event is changed");
	ok(strstr(db_error(db), "append-only") != NULL, "... %s",
	    db_error(db));
	is_int(DB_ERROR, db_run(db, "DELETE FROM events", ""),
	    "... nor deleted");
}

/* The last event gone, and the case set back with it: the rows still tell. */
static void
set_back(int64_t id)
{
	char text[1024];
	int64_t n;

	with_case("DELETE FROM event_data WHERE stream = @ AND seq ="
	    " (SELECT max(seq) FROM events WHERE stream = @);"
	    "DELETE FROM events WHERE stream = @ AND seq ="
	    " (SELECT max(seq) FROM events WHERE stream = @);"
	    "UPDATE cases SET seq = seq - 1 WHERE id = @", id, text,
	    sizeof(text));
	meddle_unguard(office_db(play_office));
	meddle(office_db(play_office), text);
	is_int(0, event_verify(office_db(play_office), note_fault, NULL, NULL,
	    &n),
	    "a case set back by one act with its number verifies");
	found[0] = '\0';
	ok(rebuild(play_office, 0, note_difference, NULL, &n) > 0,
	    "... but its rows say more: %s", found);
	ok(rebuild(play_office, 1, note_difference, NULL, &n) > 0,
	    "... until they are derived again");
	is_int(0, play_faults(), "... to what the history says");
}

/* A changed row is found, and mended. */
static void
mends(int64_t id, const char *sql, const char *want, const char *what)
{
	char text[1024];
	int64_t n;

	with_case(sql, id, text, sizeof(text));
	meddle_loose(office_db(play_office), text);
	found[0] = '\0';
	ok(rebuild(play_office, 0, note_difference, NULL, &n) > 0,
	    "%s: found", what);
	is_string(want, found, "... as what it is");
	is_int(id, found_stream, "... in that case");
	ok(rebuild(play_office, 1, note_difference, NULL, &n) > 0,
	    "... and mended");
	is_int(0, play_faults(), "... for good");
}

static void
derived(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "5");

	play_claim("kadivmin", id);
	mends(id, "UPDATE cases SET result = 'done' WHERE id = @",
	    "berkas: result berbeda", "a result");
	mends(id, "UPDATE cases SET subject = 'x' WHERE id = @",
	    "berkas: subject berbeda", "a subject, kept apart");
	mends(id, "UPDATE tasks SET verdict = 'below' WHERE case_id = @"
	    " AND pos = 4", "tugas: verdict berbeda", "a verdict");
	mends(id, "UPDATE tasks SET due_at = due_at + 86400"
	    " WHERE case_id = @ AND open = 1", "tugas: due_at berbeda",
	    "a limit");
	mends(id, "UPDATE tasks SET claimed_by = NULL, claimed_at = NULL,"
	    " phase = 'queue' WHERE case_id = @ AND claimed_by IS NOT NULL"
	    " AND open = 1", "tugas: phase berbeda", "a claim");
	mends(id, "UPDATE spans SET from_at = from_at + 60 WHERE n = 2 AND"
	    " task_id IN (SELECT id FROM tasks WHERE case_id = @)",
	    "jejak waktu tanpa kejadian", "a span moved");
	mends(id, "UPDATE spans SET n = n + 7 WHERE n = 1 AND task_id IN"
	    " (SELECT id FROM tasks WHERE case_id = @)",
	    "jejak waktu tanpa kejadian", "spans in another order");
	mends(id, "DELETE FROM spans WHERE n = 1 AND task_id IN (SELECT id"
	    " FROM tasks WHERE case_id = @ AND pos = 4)",
	    "jejak waktu hilang", "a span taken away");
	mends(id, "INSERT INTO spans (task_id, n, phase, from_at) SELECT id,"
	    " 9, 'outside', opened_at FROM tasks WHERE case_id = @"
	    " AND pos = 2", "jejak waktu tanpa kejadian", "a span put in");
	mends(id, "DELETE FROM spans WHERE task_id IN (SELECT id FROM tasks"
	    " WHERE case_id = @ AND pos = 4); DELETE FROM tasks"
	    " WHERE case_id = @ AND pos = 4", "tugas hilang", "a visit gone");
	mends(id, "INSERT INTO tasks SELECT id + 999, case_id, version_id, pos,"
	    " visit + 1, kind, side, performer, external, assignee_id,"
	    " institution_id, open, phase, awaited, version, opened_at,"
	    " received_at, claimed_at, claimed_by, closed_at, recorded_at,"
	    " closed_by, outcome, return_pos, verdict, min, max, unit,"
	    " measure, min_at, due_at, queue_max, moved, calendar_id,"
	    " late_reason, late_entry, own_approval, own, queue, outside,"
	    " waiting, closed, joint, lent, unproved, unit_id FROM tasks"
	    " WHERE case_id = @ AND pos = 2", "tugas tanpa kejadian",
	    "a visit put in");
	mends(id, "DELETE FROM cases WHERE id = @", "berkas hilang",
	    "the case itself gone");
	play_finish("kadivmin", id, OUTCOME_FORWARD);
	is_int(0, play_faults(), "mended, it goes on");
	set_back(id);
}

/* -- payloads destroyed --------------------------------------------------- */

static char destroyed[64];
static int64_t destroyed_seq;

static void
note_destroyed(void *arg, int64_t stream, int64_t seq, const char *what)
{
	destroyed_seq = seq;
	snprintf(destroyed, sizeof(destroyed), "%s", what);
}

static int
append(struct db *db, void *arg)
{
	return event_append(db, arg) == 0 ? 0 : 1;
}

/* An act by the case's own stream, with this effect: its number. */
static int64_t
record(int64_t id, const char *kind, const char *effect)
{
	struct event e = { .stream = id, .kind = kind, .capacity = "",
	    .actor_kind = ACTOR_SYSTEM, .recorded_at = play_now,
	    .occurred_at = play_now, .effect = effect, .payload = "{}" };
	char text[256];

	is_int(0, db_tx(office_db(play_office), append, &e),
	    "%s is recorded", kind);
	with_case("UPDATE cases SET seq = (SELECT max(seq) FROM events"
	    " WHERE stream = @) WHERE id = @", id, text, sizeof(text));
	meddle(office_db(play_office), text);
	return e.seq;
}

static void
verifies(int faults, const char *want, const char *what)
{
	int64_t n;

	found[0] = destroyed[0] = '\0';
	is_int(faults, event_verify(office_db(play_office), note_fault,
	    note_destroyed, NULL, &n), "%s: %d faults", what, faults);
	is_string(want, found, "... of this kind");
}

static void
derives(int faults, const char *want, const char *what)
{
	int64_t n;

	found[0] = '\0';
	is_int(faults, rebuild(play_office, 0, note_difference, NULL, &n),
	    "%s: %d differences", what, faults);
	is_string(want, found, "... of this kind");
}

/* As it was before it was changed. */
static void
restore(void)
{
	meddle(office_db(play_office), "DELETE FROM event_data WHERE (stream,"
	    " seq) IN (SELECT stream, seq FROM kept);"
	    "INSERT INTO event_data SELECT * FROM kept; DROP TABLE kept");
	is_int(0, play_faults(), "and all is as before");
}

static void
change(int64_t id, const char *sql)
{
	char text[256];

	meddle(office_db(play_office),
	    "CREATE TEMP TABLE kept AS SELECT * FROM event_data");
	with_case("DELETE FROM kept WHERE stream <> @", id, text,
	    sizeof(text));
	meddle(office_db(play_office), text);
	with_case(sql, id, text, sizeof(text));
	meddle(office_db(play_office), text);
}

/* As `sql` leaves the payload of event 1, destroyed by an act, and by none. */
static void
goes(const char *sql, const char *what)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "5"), by;
	char want[64];

	change(id, sql);
	verifies(1, "keterangan hilang", what);
	derives(1, "keterangan kejadian hilang", what);
	record(id, "note", "{\"destroyed\": [1]}");
	verifies(1, "keterangan hilang", "an act of another kind");
	record(id, "destroy", "{\"destroyed\": [2, 100]}");
	verifies(1, "keterangan hilang", "another payload destroyed");
	by = record(id, "destroy", "{\"destroyed\": [2, 1]}");
	verifies(0, "", "this one destroyed");
	snprintf(want, sizeof(want), "keterangan dimusnahkan oleh kejadian"
	    " %lld", (long long)by);
	is_string(want, destroyed, "... by that act, as is told");
	is_int(1, destroyed_seq, "... of the event");
	derives(0, "", "... and what it told is left as it is");
	restore();
}

/* Neither an act before an event destroys its payload, nor the event itself. */
static void
not_before(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "5");
	int64_t seq = play_row(id).seq + 1;
	char effect[64];

	snprintf(effect, sizeof(effect), "{\"destroyed\": [%lld, %lld]}",
	    (long long)seq, (long long)seq + 1);
	record(id, "destroy", effect);
	record(id, "note", "{}");
	change(id, "DELETE FROM event_data WHERE stream = @ AND seq >= (SELECT"
	    " max(seq) - 1 FROM events WHERE stream = @)");
	verifies(2, "keterangan hilang", "by an act before it, or by itself");
	restore();
}

/* A payload that is there and cannot be read hides no difference. */
static void
unreadable(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "5");

	change(id, "UPDATE event_data SET payload = substr(payload, 2)"
	    " WHERE stream = @ AND seq = 1");
	verifies(1, "keterangan tidak cocok dengan sidik jarinya", "no JSON");
	derives(1, "keterangan kejadian tidak terbaca", "no JSON");
	restore();
}

int
main(void)
{
	play_open();
	append_only();
	history();
	goes("DELETE FROM event_data WHERE stream = @ AND seq = 1",
	    "words gone");
	goes("UPDATE event_data SET payload = '', salt = '' WHERE stream = @"
	    " AND seq = 1", "words made empty");
	not_before();
	unreadable();
	derived();
	play_whole();
	office_close(play_office);
	return tap_done();
}
