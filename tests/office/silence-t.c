/*
 * silence-t.c - a clock that is ahead: the office's silence tells; brakes that
 * such a clock took are void.
 */
#include <string.h>
#include <unistd.h>

#include "base/metrics.h"
#include "office/change.h"
#include "office/silence.h"
#include "office/throttle.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"

#define DAY INT64_C(86400)
#define NOW (FIXTURE_START + DAY)
#define FAR (NOW + 3650 * DAY)

static struct office *o;

static int64_t
newest(int64_t until)
{
	return fixture_int(o, "SELECT max(recorded_at) FROM events"
	    " WHERE recorded_at <= $1", until);
}

/* An event of the unit, at an instant. */
static void
event(int64_t at)
{
	const struct change ch = { .now = at };

	if (office_set_calendar(o, &ch, "zona: WIB\n"
	    "pola: [{nama: Biasa, senin: [\"08:00-09:00\"]}]\n") != CASE_OK)
		bail(office_why(o));
}

static void
refuses_far_ahead(void)
{
	int64_t last = newest(FAR);

	is_int(CASE_OK, silence_check(o, last), "now");
	is_int(CASE_OK, silence_check(o, last + 15 * DAY),
	    "a fortnight and a day later: holidays");
	is_int(CASE_STATE, silence_check(o, last + 15 * DAY + 1),
	    "a second more: refused");
	is_int(CASE_STATE, silence_check(o, FAR), "ten years ahead");
	ok(strstr(office_why(o), "\"sopap tick --yes\"") != NULL,
	    "...it says what to do");
	is_int(CASE_OK, silence_check(o, last - 400 * DAY),
	    "a clock that is behind is another matter");
}

/* The office once slept for forty days, and may do so again. */
static void
knows_the_longest(void)
{
	int64_t last = newest(FAR) + 40 * DAY;

	event(last);
	is_int(CASE_OK, silence_check(o, last + 41 * DAY),
	    "as long as ever, and a day");
	is_int(CASE_STATE, silence_check(o, last + 41 * DAY + 1),
	    "longer than ever");
}

/* Events of a clock that was ahead tell nothing about the time before. */
static void
passes_over_later_ones(void)
{
	int64_t last = newest(FAR);

	event(FAR);
	is_int(CASE_OK, silence_check(o, last + DAY), "back again: it works");
	is_int(CASE_STATE, silence_check(o, last + 100 * DAY),
	    "...and half as far is refused still");
	is_int(CASE_OK, silence_check(o, FAR + DAY),
	    "where its own history is, the clock is believed");
}

static void
is_confirmed(void)
{
	int64_t last = newest(FAR - 1), then = last + 100 * DAY;
	const struct change ch = { .now = then };
	const struct change soon = { .now = last + DAY };

	is_int(CASE_REPEATED, silence_confirm(o, &soon, "budi"),
	    "nothing is to be confirmed");
	is_int(CASE_OK, silence_confirm(o, &ch, "budi"), "the office slept");
	is_int(CASE_OK, silence_check(o, then), "...it works");
	is_int(CASE_REPEATED, silence_confirm(o, &ch, "budi"), "...once");
	is_int(1, fixture_int(o, "SELECT count(*) FROM events e"
	    " JOIN event_data d ON d.stream = e.stream AND d.seq = e.seq"
	    " WHERE e.kind = 'clock-confirmed' AND e.actor_kind = 'system'"
	    " AND d.payload LIKE '%budi%' AND e.recorded_at = $1", then),
	    "...an event says who");
}

static void
fails(void)
{
	fixture_run(o, "ALTER TABLE events RENAME COLUMN recorded_at TO gone");
	is_int(CASE_DB, silence_check(o, NOW), "no answer is no consent");
	fixture_run(o, "ALTER TABLE events RENAME COLUMN gone TO recorded_at");
}

/* -- brakes -------------------------------------------------------------- */

static void
brakes(void)
{
	const struct throttle t = { "akun", "budi", 3 };

	for (int i = 0; i < 3; i++)
		is_int(CASE_OK, throttle_take(o, &t, FAR), "a try, ahead");
	is_int(CASE_STATE, throttle_take(o, &t, FAR), "one too many");
	is_int(CASE_OK, throttle_check(o, &t, NOW),
	    "back again the brake is off");
	for (int i = 0; i < 3; i++)
		is_int(CASE_OK, throttle_take(o, &t, NOW), "a try, now");
	is_int(CASE_STATE, throttle_take(o, &t, NOW), "one too many");
	is_int(CASE_STATE, throttle_take(o, &t, NOW + 899), "...to its end");
	is_int(CASE_OK, throttle_take(o, &t, NOW + 900), "...then not");
}

/* Refused tries are counted by kind; one that the list does not have, too. */
static void
counted(void)
{
	char dir[] = "/tmp/sopap-brakes-XXXXXX", path[64];
	const struct throttle known = { "akun", "x", 1 };
	const struct throttle other = { "entah", "x", 1 };

	if (mkdtemp(dir) == NULL)
		bail("no folder");
	metrics_open(dir);
	for (int i = 0; i < 3; i++) {
		throttle_take(o, &known, NOW);
		throttle_take(o, &other, NOW);
	}
	is_int(2, (int64_t)metrics_get(THROTTLE_COUNTER, "akun"),
	    "tries that were refused are counted");
	is_int(2, (int64_t)metrics_get(THROTTLE_COUNTER, "lain"),
	    "...of whatever kind");
	metrics_close();
	snprintf(path, sizeof(path), "%s/metrics", dir);
	unlink(path);
	rmdir(dir);
}

int
main(void)
{
	o = fixture_open(NULL);
	brakes();
	counted();
	refuses_far_ahead();
	knows_the_longest();
	passes_over_later_ones();
	is_confirmed();
	fails();
	office_close(o);
	return tap_done();
}
