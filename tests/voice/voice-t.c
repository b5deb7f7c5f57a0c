/* voice-t.c - surveys and complaints, and what the month makes of them. */
#include <string.h>

#include "case/act_close.h"
#include "case/tracking.h"
#include "month/month.h"
#include "month/month_close.h"
#include "month/month_voice.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "voice/complaint.h"
#include "voice/survey.h"

static const struct complaint_rule rule = { .days = 14,
	.role = "admin-kanwil", .site = "https://sop.example" };
static char code[CASE_CODE_LEN + 1];

/* -- the survey --------------------------------------------------------- */

/* A public case that the applicant withdrew: it has ended. */
static int64_t
ended_case(void)
{
	int64_t id = play_case("izin-magang-penelitian", NULL, "3");
	struct act a = { .actor = { .case_id = id }, .case_id = id,
		.now = play_now, .note = "Tidak jadi." };

	play_must(act_withdraw(play_office, &a), "withdraw");
	return id;
}

static enum case_err
answer(int64_t id, int score)
{
	struct actor actor = { .case_id = id };
	struct survey s = { .case_id = id, .note = "" };

	for (int i = 0; i < SURVEY_ELEMENTS; i++)
		s.score[i] = score;
	return survey_add(play_office, &actor, &s, play_now);
}

static void
one_answer_per_case(void)
{
	int64_t open = play_case("izin-magang-penelitian", NULL, "3");
	int64_t id = ended_case();
	struct actor official = { .person_id = play_person("kakanwil") };
	struct actor other = { .case_id = open };
	struct case_row c = play_row(id);

	is_int(CASE_STATE, answer(open, 4), "not before the end");
	is_int(CASE_DENIED, survey_may(play_office, &official, &c),
	    "no official answers");
	is_int(CASE_DENIED, survey_may(play_office, &other, &c),
	    "nor another applicant");
	is_int(CASE_INVALID, answer(id, 5), "no score above 4");
	is_string("persyaratan", office_field(play_office), "...is named");
	is_int(CASE_OK, answer(id, 4), "an answer");
	is_int(CASE_STATE, answer(id, 1), "...and no second");
}

/* The worked example of the two weights, and the ends of the grades. */
static void
weighs_exactly(void)
{
	struct month_part p = { .surveys = 0 };

	is_int(-1, month_voice_index(&p, SURVEY_NINTH), "nobody answered");
	p.surveys = 2;
	p.survey_requirements = p.survey_procedure = p.survey_time =
	    p.survey_fee = p.survey_product = p.survey_competence =
	    p.survey_conduct = p.survey_facilities = p.survey_complaints = 8;
	is_int(10000, month_voice_index(&p, SURVEY_NINTH), "a perfect survey");
	is_int(9900, month_voice_index(&p, SURVEY_011), "...with 0.11 is 99");
	p.surveys = 100;
	p.survey_requirements = p.survey_procedure = p.survey_time =
	    p.survey_fee = p.survey_product = p.survey_competence =
	    p.survey_conduct = p.survey_facilities = 366;
	p.survey_complaints = 365;
	is_int(9147, month_voice_index(&p, SURVEY_NINTH), "32.93 / 9 * 25");
	is_int(9056, month_voice_index(&p, SURVEY_011), "32.93 * 0.11 * 25");
	is_int('A', survey_grade(8831), "A from 88.31");
	is_int('B', survey_grade(8830), "B up to 88.30");
	is_int('B', survey_grade(7661), "B from 76.61");
	is_int('C', survey_grade(7660), "C up to 76.60");
	is_int('C', survey_grade(6500), "C from 65");
	is_int('D', survey_grade(6499), "D below");
}

/* -- complaints --------------------------------------------------------- */

static void
takes_complaints(void)
{
	struct change ch = { .now = play_now };
	struct complaint in = { .body = "kurang" }, p;

	is_int(CASE_INVALID, complaint_add(play_office, &ch, &in, &rule, &p),
	    "no complaint without a sentence");
	strcpy(in.body, "Petugas tidak ada di loket pada jam kerja.");
	strcpy(in.phone, "+6281234567890");
	is_int(CASE_OK, complaint_add(play_office, &ch, &in, &rule, &p),
	    "a complaint");
	is_string("P-2026-0001", p.number, "...has its own number");
	is_int(play_at("2026-01-26T16:00"), p.due_at,
	    "...and is due after 14 working days");
	is_int(1, complaint_waiting(play_office), "...and waits");
	is_int(1, fixture_int(play_office, "SELECT count(*) FROM messages"
	    " WHERE kind = 'complaint' AND id > $1", 0), "...and is told");
	office_code(play_office, p.id, code);
}

static void
tracks_by_code(void)
{
	struct tracking_try try = { "aaaa-bbbb-cccc", "192.0.2.4", play_now };
	struct complaint p;

	is_int(CASE_NOT_FOUND, complaint_find(play_office, &try, &p),
	    "an unknown code");
	try.code = code;
	is_int(CASE_OK, complaint_find(play_office, &try, &p), "its own");
	is_string("P-2026-0001", p.number, "...finds it");
	try.code = "x";
	for (int i = 0; i < 30; i++)
		complaint_find(play_office, &try, &p);
	try.code = code;
	is_int(CASE_OK, complaint_find(play_office, &try, &p),
	    "slips are no tries");
	try.code = "K7QM2F9DXW4T";
	for (int i = 0; i < 200; i++)
		complaint_find(play_office, &try, &p);
	try.code = code;
	is_int(CASE_OK, complaint_find(play_office, &try, &p),
	    "nor do guesses of others keep anybody out");
}

static void
is_answered_once(void)
{
	struct complaint *list;
	struct change ch = { .now = ++play_now,
		.by = play_person("kakanwil") };
	size_t n;
	int64_t id;

	play_must(complaint_list(play_office, &list, &n), "list");
	is_int(1, (int64_t)n, "a list of one");
	id = list[0].id;
	free(list);
	is_int(CASE_DENIED, complaint_answer(play_office, &ch, id,
	    "Kami perbaiki.", &rule), "not by everybody");
	ch.by = play_person("admin-kanwil");
	is_int(CASE_INVALID, complaint_answer(play_office, &ch, id, "ya",
	    &rule), "no answer in a word");
	is_int(CASE_OK, complaint_answer(play_office, &ch, id,
	    "Loket kini dijaga dua petugas.", &rule), "answered");
	is_int(CASE_STATE, complaint_answer(play_office, &ch, id,
	    "Loket kini dijaga tiga petugas.", &rule), "...once");
	is_int(0, complaint_waiting(play_office), "nothing waits");
}

/* -- the month ---------------------------------------------------------- */

static void
figures(int month, struct month_part *p)
{
	struct month_figures *f;

	play_must(month_compute(play_office, 2026, month, NULL, play_now, &f),
	    "month");
	*p = f->office;
	month_free(f);
}

static void
counts_in_the_month(void)
{
	struct change ch = { .now = play_now };
	struct complaint late = { .body = "Surat saya belum dibalas juga." },
		p;
	struct month_part m;

	play_must(complaint_add(play_office, &ch, &late, &rule, &p), "second");
	figures(1, &m);
	is_int(1, m.surveys, "one answer in January");
	is_int(4, m.survey_fee, "...its scores");
	is_int(2, m.complaints_came, "two complaints came");
	is_int(1, m.complaints_answered, "one was answered");
	is_int(1, m.complaints_in_time, "...in time");
	is_int(1, m.complaints_open, "one is open");
	is_int(0, m.complaints_late, "...not yet late");
	play_clock("2026-02-10T09:00");
	figures(2, &m);
	is_int(0, m.surveys + m.complaints_came, "none in February");
	is_int(1, m.complaints_late, "...but one is late");
	figures(1, &m);
	is_int(1, m.complaints_late, "late at the end of January, too");
}

static void
stays_when_closed(void)
{
	struct change ch = { .now = play_now };
	static const struct month_minutes minutes;
	struct month_part live, kept;

	figures(1, &live);
	play_must(month_close(play_office, &ch, 2026, 1, "kakanwil", &minutes),
	    "close");
	fixture_run(play_office, "DELETE FROM surveys");
	figures(1, &kept);
	is_int(1, kept.surveys, "a closed month keeps its answers");
	is_int(live.survey_conduct, kept.survey_conduct, "...each of them");
	is_int(live.complaints_open, kept.complaints_open,
	    "...and its complaints");
}

int
main(void)
{
	play_open();
	one_answer_per_case();
	weighs_exactly();
	takes_complaints();
	tracks_by_code();
	is_answered_once();
	counts_in_the_month();
	stays_when_closed();
	return tap_done();
}
