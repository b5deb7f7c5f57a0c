/*
 * correct-t.c - a closed month as it was known then, and as it would be by the
 * calendar of today: a holiday and an outage that became known afterwards.
 */
#include <stdlib.h>
#include <string.h>

#include "calendar/calendar_edit.h"
#include "clock/calendar.h"
#include "month/month.h"
#include "month/month_close.h"
#include "office/change.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"

#define SIGAP "sigap-magang-penelitian"
#define SUBBAG "subbag-kepegawaian-tu-rt"

/* Row 3, of 1 to 2 days, received on the 12th and done on the 15th: late by a
 * day.  Two lie until the month ends: the row after it, and row 3 of another
 * case, received on the 28th. */
static void
work_in_january(void)
{
	int64_t late, open;

	play_clock("2026-01-12T09:00");
	late = play_case(SIGAP, "admin-user", "3");
	play_clock("2026-01-15T10:00");
	play_claim(SUBBAG, late);
	is_string("over", play_finish(SUBBAG, late, OUTCOME_FORWARD).verdict,
	    "a visit is late by a day");
	play_clock("2026-01-28T09:00");
	open = play_case(SIGAP, "admin-user", "3");
	play_clock("2026-02-02T08:00");
	play_claim(SUBBAG, open);
	play_finish(SUBBAG, open, OUTCOME_FORWARD);
}

static void
close_january(void)
{
	const struct change ch = { .now = play_now };
	static const struct month_minutes said;

	play_clock("2026-02-03T08:00");
	play_must(month_close(play_office, &ch, 2026, 1, "", &said), "close");
}

/* Are all counts of two parts alike? */
static int
same(const struct month_part *a, const struct month_part *b)
{
	int alike = 1;

#define COMPARE(name)							\
	if (a->name != b->name) {					\
		printf("# " #name ": %lld, %lld\n",			\
		    (long long)a->name, (long long)b->name);		\
		alike = 0;						\
	}
	MONTH_COUNTS(COMPARE)
	return alike;
}

static struct month_figures *
known(void)
{
	struct month_figures *f = NULL;

	play_must(month_compute(play_office, 2026, 1, "", play_now, &f),
	    "known");
	return f;
}

static struct month_figures *
corrected(const char *sop)
{
	struct month_figures *f = NULL;

	play_must(month_correct(play_office, 2026, 1, sop, play_now, &f),
	    "corrected");
	return f;
}

static void
put_in_force(char *text)
{
	struct change ch = { .by = play_person("admin"), .now = play_now };

	if (text == NULL)
		bail("no text");
	play_must(office_set_calendar(play_office, &ch, text), "calendar");
	free(text);
}

static void
same_calendar(void)
{
	struct month_figures *a, *b = NULL;

	is_int(CASE_STATE, month_correct(play_office, 2026, 1, "", play_now,
	    &b), "a month that is not closed has nothing to correct");
	close_january();
	a = known();
	b = corrected("");
	ok(!b->frozen && b->corrected, "closed, it can be judged again");
	ok(same(&a->office, &b->office),
	    "by the same calendar it is the same");
	ok(same(&a->office, &b->known),
	    "... and what was known is beside it");
	is_int(1, a->office.over, "one was done late");
	is_int(2, a->office.late_open, "... two late when the month ended");
	month_free(a);
	month_free(b);
}

static void
holiday_known_late(void)
{
	const struct cal_holiday h = { .year = 2026, .month = 1, .day = 14,
	    .name = "Mendadak" };
	char *text = office_calendar_text(play_office), why[256];
	struct month_figures *a, *b;
	int64_t at, id = office_calendar_id(play_office);

	put_in_force(calendar_add_holidays(text, &h, 1, why,
	    sizeof(why)));
	free(text);
	a = known();
	is_int(1, a->office.over, "a holiday known later changes no closed "
	    "month");
	at = a->at;
	is_int(id, a->calendar_id, "... nor its calendar");
	b = corrected("");
	is_int(0, b->office.over, "corrected, the visit is on time");
	is_int(a->office.done, b->office.done, "... as many are done");
	is_int(2, b->office.late_open, "... what lay too long still did");
	is_int(office_calendar_id(play_office), b->calendar_id,
	    "... by the calendar of today");
	is_int(id, b->known_calendar_id, "... not that of then");
	is_int(1, b->known.over, "... where it was late");
	month_free(b);
	b = corrected(SIGAP);
	is_int(0, b->office.over, "of one SOP likewise");
	month_free(b);
	b = known();
	ok(same(&a->office, &b->office) && b->at == at,
	    "looking at it changed nothing");
	month_free(a);
	month_free(b);
	is_int(1, fixture_int(play_office, "SELECT count(*) FROM tasks WHERE"
	    " verdict = 'over' AND closed_at < $1",
	    play_at("2026-02-01T00:00")), "... nor a verdict");
}

/* A visit open at the end of the month lies in an outage of its unit. */
static void
outage_known_late(void)
{
	const struct cal_outage o = { .from = play_at("2026-01-29T00:00"),
	    .to = play_at("2026-01-31T00:00"), .name = "Banjir",
	    .evidence = "BA 1", .unit = "divisi-administrasi" };
	char *text = office_calendar_text(play_office), why[256];
	struct month_figures *b;

	put_in_force(calendar_change_outage(text, NULL, &o, NULL,
	    why, sizeof(why)));
	free(text);
	b = corrected("");
	is_int(1, b->office.late_open, "in an outage of the unit one did not "
	    "grow late");
	month_free(b);
	b = known();
	is_int(2, b->office.late_open, "... though it was then");
	month_free(b);
}

int
main(void)
{
	play_open();
	work_in_january();
	same_calendar();
	holiday_known_late();
	outage_known_late();
	play_whole();
	office_close(play_office);
	return tap_done();
}
