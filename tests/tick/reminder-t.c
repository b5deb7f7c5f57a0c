/*
 * reminder-t.c - while it is the applicant's turn: the office's time stands
 * still, one reminder comes, and what is not mended is closed where the SOP
 * says so.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_close.h"
#include "case/case_account.h"
#include "office/change.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/slurp.h"
#include "tick/reminder.h"
#include "tick/tick.h"

#define SIGAP "sigap-magang-penelitian"

static const struct tick_rules rules = { .soon_percent = 25,
	.remind_days = 5, .inbox = "https://sop.contoh.invalid/kotak-masuk" };

static void
ticks(const char *at)
{
	int done;

	play_clock(at);
	play_must(tick(play_office, "remind", &rules, play_now, &done), at);
}

static int64_t
reminders(int64_t id)
{
	return fixture_int(play_office, "SELECT count(*) FROM messages"
	    " WHERE kind = 'reminder' AND case_id = $1", id);
}

static const char *
said(int64_t id, const char *kind)
{
	static char text[512];
	struct db_stmt *st = db_query(office_db(play_office), "SELECT body"
	    " FROM messages WHERE case_id = $1 AND kind = $2", "it", id, kind);

	text[0] = '\0';
	if (db_step(st))
		db_copy(st, 0, text, sizeof(text));
	db_done(st);
	return text;
}

/* A request that its second row sent back on Monday 5 January, 09.00. */
static int64_t
sent_back(void)
{
	int64_t id;

	play_clock("2026-01-05T08:30");
	id = play_case(SIGAP, "admin-user", "2");
	play_claim("admin-kanwil", id);
	play_clock("2026-01-05T09:00");
	play_finish("admin-kanwil", id, OUTCOME_RETURN);
	return id;
}

/* An SOP with a line of its own before "perihal_dari". */
static enum case_err
publish(const char *slug, const char *line)
{
	struct change ch = { .now = play_now };
	size_t len;
	char path[96], *yaml, *whole, *at;
	int64_t version;
	enum case_err err;

	snprintf(path, sizeof(path), "lib/sop/%s.yaml", slug);
	yaml = slurp(path, &len);
	at = strstr(yaml, "perihal_dari:");
	if (asprintf(&whole, "%.*s%s\n%s", (int)(at - yaml), yaml, line,
	    at) < 0)
		bail("out of memory");
	err = office_publish(play_office, &ch, path, whole,
	    strlen(whole), &version);
	free(whole);
	free(yaml);
	return err;
}

static void
stands_still(void)
{
	int64_t id = sent_back();
	struct case_row c = play_row(id);
	struct accounts then, now;

	play_must(case_accounts(play_office, &c, play_now, &then), "then");
	ticks("2026-01-09T16:00");
	play_must(case_accounts(play_office, &c, play_now, &now), "now");
	is_int(0, (now.own - then.own) + (now.queue - then.queue) +
	    (now.closed - then.closed) + (now.outside - then.outside),
	    "while the applicant mends, no account of the office grows");
	is_int(play_now - play_at("2026-01-05T09:00"), now.applicant,
	    "... all the time is the applicant's");
	is_int(play_now - c.opened_at, accounts_sum(&now), "... to the second");
	play_finish("admin-user", id, OUTCOME_FORWARD);
	play_must(case_accounts(play_office, &c, play_now + 60, &now), "now");
	is_int(play_now + 60 - c.opened_at, accounts_sum(&now),
	    "... and after it");
}

static void
reminds_once(void)
{
	int64_t id = sent_back();
	struct task_row t = play_task(id, NULL);

	ticks("2026-01-11T10:00");
	is_int(0, reminders(id), "not on a Sunday");
	ticks("2026-01-12T07:29");
	is_int(0, reminders(id), "nor before opening, nor before five days");
	ticks("2026-01-12T07:31");
	is_int(1, reminders(id), "after five working days there is a reminder");
	is_string("Permohonan K-2026-0002 menunggu perbaikan dari Anda sejak "
	    "5 Januari 2026.", said(id, "reminder"), "... saying why");
	is_int(1, play_events(id, "remind"), "... as an event");
	is_int(t.version, play_again(t.id).version,
	    "... that takes nothing from what is being written");
	is_int(CASE_REPEATED, reminder_send(play_office, t.id, play_now),
	    "asked for again there is no second");
	ticks("2026-01-13T08:00");
	ticks("2026-02-27T08:00");
	is_int(1, reminders(id), "... nor does another come by itself");
	is_string("open", play_row(id).state,
	    "where the SOP does not say so it waits on");
	is_int(CASE_STATE, reminder_lapse(play_office, t.id, play_now),
	    "... and cannot be closed");
	play_finish("admin-user", id, OUTCOME_FORWARD);
	play_clock("2026-02-27T09:00");
	play_claim("admin-kanwil", id);
	play_finish("admin-kanwil", id, OUTCOME_RETURN);
	ticks("2026-03-09T09:00");
	is_int(2, reminders(id), "sent back again, a turn of its own");
}

/* The clock sends it, in the language that the request was written in. */
static void
reminds_in_english(void)
{
	int64_t id = sent_back();

	db_run(office_db(play_office), "UPDATE cases SET language = 'en'"
	    " WHERE id = $1", "i", id);
	ticks("2026-01-12T07:31");
	ok(strstr(said(id, "reminder"), "has been waiting for your correction "
	    "since 5 January 2026.") != NULL, "in English, whatever the SOP's "
	    "language");
	db_run(office_db(play_office), "UPDATE cases SET language = ''"
	    " WHERE id = $1", "i", id);
}

static void
reminds_of_letters(void)
{
	int64_t id;

	play_clock("2026-01-05T08:00");
	id = play_case(SIGAP, "admin-user", "8");
	ticks("2026-01-12T08:00");
	is_int(1, reminders(id), "a letter nobody fetches is reminded of, too");
	ok(strstr(said(id, "reminder"), "Suratnya menunggu Anda unduh sejak "
	    "5 Januari 2026") != NULL, "... saying so");
	play_keep(id);
	play_refused(CASE_STATE, reminder_lapse(play_office,
	    play_task(id, NULL).id,
	    play_now + 90 * 86400), "it is not closed like a correction");
	ok(strcmp(play_row(id).result, "withdrawn") != 0, "... nor withdrawn");
}

static void
letter_is_not_withdrawn(void)
{
	int64_t id;
	struct task_row t;
	struct act a;

	play_clock("2026-01-05T08:00");
	id = play_case(SIGAP, "admin-user", "8");
	t = play_task(id, NULL);
	a = play_act("admin-user", &t);
	a.note = "tidak jadi";
	play_keep(id);
	play_refused(CASE_STATE, act_withdraw(play_office, &a),
	    "a case whose letter lies there is not withdrawn");
	ticks("2026-02-05T08:00");
	is_string("unfetched", play_row(id).result,
	    "not fetched for 30 days it ends as that");
}

static void
closes_what_is_not_mended(void)
{
	int64_t id, mended;

	play_clock("2026-01-05T08:01");
	is_int(CASE_INVALID, publish(SIGAP, "batas_perbaikan: -1"),
	    "less than a day is refused");
	ok(strstr(office_why(play_office), "batas_perbaikan: harus 1 atau "
	    "lebih") != NULL, "... by its key");
	is_int(CASE_INVALID, publish("renstra", "batas_perbaikan: 3"),
	    "nor has it a meaning without a correction");
	ok(strstr(office_why(play_office), "tidak ada langkah yang "
	    "mengembalikan ke langkah submit") != NULL, "... which is said");
	is_int(CASE_OK, publish(SIGAP, "batas_perbaikan: 3"),
	    "an SOP that says so");
	id = sent_back();
	mended = sent_back();
	ticks("2026-01-12T08:00");
	ok(strstr(said(id, "reminder"), "Jika tidak diperbaiki dalam 3 hari "
	    "kerja, permohonan ini ditutup.") != NULL,
	    "the reminder says what comes");
	play_clock("2026-01-15T15:00");
	play_finish("admin-user", mended, OUTCOME_FORWARD);
	ticks("2026-01-15T15:59");
	is_string("open", play_row(id).state, "the third day is theirs to its "
	    "end");
	ticks("2026-01-16T10:00");
	is_string("open", play_row(id).state, "a holiday is no day");
	ticks("2026-01-19T07:30");
	is_string("withdrawn", play_row(id).result, "then it is closed");
	is_int(1, play_events(id, "lapse"), "... as an event");
	ok(strstr(said(id, "lapsed"), "ditutup karena tidak diperbaiki") !=
	    NULL, "... and the applicant is told");
	is_string("open", play_row(mended).state, "what was mended goes on");
	ticks("2026-01-19T07:40");
	is_int(1, play_events(id, "lapse"), "... once");
}

/* The tick did not run: the applicant is reminded late, and has the time
 * that the reminder says. */
static void
catches_up(void)
{
	int64_t id = sent_back();

	ticks("2026-03-02T08:00");
	is_int(1, reminders(id), "a reminder that is late");
	is_string("open", play_row(id).state, "... closes nothing");
	ticks("2026-03-05T08:00");
	is_string("open", play_row(id).state, "... for three days");
	ticks("2026-03-06T08:00");
	is_string("withdrawn", play_row(id).result, "... then it does");
}

int
main(void)
{
	play_open();
	stands_still();
	reminds_once();
	reminds_in_english();
	reminds_of_letters();
	letter_is_not_withdrawn();
	closes_what_is_not_mended();
	catches_up();
	play_whole();
	office_close(play_office);
	return tap_done();
}
