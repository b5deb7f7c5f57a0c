/* account-t.c - the five accounts of tasks and of cases. */

#include "clock/account.h"
#include "clock/standard.h"
#include "clock/verdict.h"
#include "tests/clock/office.h"

#define HOUR 3600
#define MINUTE 60
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static void
is_accounts(struct accounts want, struct accounts got, const char *what)
{
	is_int(want.own, got.own, "%s: own work", what);
	is_int(want.queue, got.queue, "%s: queue", what);
	is_int(want.outside, got.outside, "%s: outside", what);
	is_int(want.applicant, got.applicant, "%s: applicant", what);
	is_int(want.closed, got.closed, "%s: closed", what);
}

/* Received on Thursday, claimed on Friday, outside over the weekend, done on
 * Monday at noon. */
static void
a_task_is_divided(struct calendar *cal)
{
	const struct span spans[] = {
		{ at(cal, "2026-01-08T15:00"), PHASE_QUEUE, 0 },
		{ at(cal, "2026-01-09T08:00"), PHASE_OWN, 0 },
		{ at(cal, "2026-01-09T14:00"), PHASE_OUTSIDE, 0 },
		{ at(cal, "2026-01-12T09:00"), PHASE_OWN, 0 },
	};
	const struct span_list task = { spans, COUNT(spans),
		at(cal, "2026-01-12T12:30") };
	struct accounts got;

	accounts_task(cal, &task, &got);
	is_accounts((struct accounts){
	    /* Friday 08:00-11:30 and 13:00-14:00, Monday 09:00-12:00. */
	    .own = 4 * HOUR + HOUR / 2 + 3 * HOUR,
	    /* Thursday 15:00-16:00, Friday 07:30-08:00. */
	    .queue = HOUR + HOUR / 2,
	    /* Friday 14:00 to Monday 09:00, day and night. */
	    .outside = 67 * HOUR,
	    /* A night of 15.5 hours, the breaks of Friday and Monday. */
	    .closed = 15 * HOUR + HOUR / 2 + HOUR + HOUR / 2 + HOUR / 2,
	}, got, "a task");
	is_int(task.close - spans[0].from, accounts_sum(&got),
	    "...they add up to close minus open");
	/* Friday 14:00-16:30, Monday 07:30-09:00. */
	is_int(4 * HOUR, accounts_outside_work(cal, &task),
	    "...and the outside wait was four working hours");
}

/* Claimed, laid down for another task over a night, taken up, laid down, done:
 * each stretch counts where it belongs, and the limit is that of their sums. */
static void
in_hand_now_and_then(struct calendar *cal)
{
	const struct span spans[] = {
		{ at(cal, "2026-01-12T08:00"), PHASE_QUEUE, 0 },
		{ at(cal, "2026-01-12T08:10"), PHASE_OWN, 0 },
		{ at(cal, "2026-01-12T08:14"), PHASE_QUEUE, 0 },
		{ at(cal, "2026-01-13T07:50"), PHASE_OWN, 0 },
		{ at(cal, "2026-01-13T07:53"), PHASE_QUEUE, 0 },
		{ at(cal, "2026-01-13T11:58"), PHASE_OWN, 0 },
	};
	const struct span_list task = { spans, COUNT(spans),
		at(cal, "2026-01-13T13:01") };
	const struct standard ten = { 5, 10, UNIT_MINUTE, MEASURE_WORK };
	struct accounts got;
	int64_t most;

	accounts_task(cal, &task, &got);
	is_accounts((struct accounts){ .own = 10 * MINUTE,
	    .queue = 10 * MINUTE + 6 * HOUR + 46 * MINUTE + 20 * MINUTE +
	    4 * HOUR + 5 * MINUTE, .closed = HOUR + 15 * HOUR + HOUR / 2 +
	    HOUR }, got, "in hand three times");
	is_int(task.close - spans[0].from, accounts_sum(&got),
	    "...they add up");
	most = standard_queue_allowance(cal, spans[0].from, 1);
	is_int(VERDICT_WITHIN, verdict_of_work(&ten, got.own, got.queue, most,
	    0), "ten minutes in three pieces are ten minutes");
	is_int(VERDICT_OVER, verdict_of_work(&ten, got.own + 1, got.queue,
	    most, 0), "...and a second more is one");
	is_int(VERDICT_OVER, verdict_of_work(&ten, got.own, most + 1, most, 0),
	    "the queue is limited over all its stretches");
	is_int(VERDICT_WITHIN, verdict_of_work(&ten, got.own, most, most, 0),
	    "...to the second");
}

static void
day_and_night_accounts(struct calendar *cal)
{
	const struct span applicant[] = {
		{ at(cal, "2026-03-20T22:00"), PHASE_APPLICANT, 0 },
	};
	const struct span system[] = {
		{ at(cal, "2026-03-20T22:00"), PHASE_QUEUE, 0 },
		{ at(cal, "2026-03-21T00:00"), PHASE_SYSTEM, 0 },
	};
	struct span_list task = { applicant, 1, at(cal, "2026-03-22T22:00") };
	struct accounts got;

	accounts_task(cal, &task, &got);
	is_accounts((struct accounts){ .applicant = 48 * HOUR }, got,
	    "the applicant over a feast");
	task = (struct span_list){ system, 2, at(cal, "2026-03-21T01:00") };
	accounts_task(cal, &task, &got);
	is_accounts((struct accounts){ .own = HOUR, .closed = 2 * HOUR }, got,
	    "the system at night, after a queue");
}

/* An act recorded after the fact closes a task before its later spans. */
static void
late_spans_count_nothing(struct calendar *cal)
{
	const struct span spans[] = {
		{ at(cal, "2026-01-05T08:00"), PHASE_QUEUE, 0 },
		{ at(cal, "2026-01-05T10:00"), PHASE_OUTSIDE, 0 },
		{ at(cal, "2026-01-05T11:00"), PHASE_OWN, 0 },
	};
	struct span_list task = { spans, 3, at(cal, "2026-01-05T10:30") };
	struct accounts got;

	accounts_task(cal, &task, &got);
	is_accounts((struct accounts){ .queue = 2 * HOUR,
	    .outside = HOUR / 2 }, got, "closed in its second span");
	is_int(HOUR / 2, accounts_outside_work(cal, &task),
	    "...outside as long");
	task.close = at(cal, "2026-01-05T10:00");
	accounts_task(cal, &task, &got);
	is_accounts((struct accounts){ .queue = 2 * HOUR }, got,
	    "closed as its second span begins");
	is_int(0, accounts_outside_work(cal, &task), "...never outside");
	task.close = at(cal, "2026-01-05T08:00");
	accounts_task(cal, &task, &got);
	is_int(0, accounts_sum(&got), "closed as it opened");
	task.close = at(cal, "2026-01-05T07:00");
	accounts_task(cal, &task, &got);
	is_int(0, accounts_sum(&got), "closed before it opened");
	task = (struct span_list){ NULL, 0, at(cal, "2026-01-05T12:00") };
	accounts_task(cal, &task, &got);
	is_int(0, accounts_sum(&got), "a task without spans");
	is_int(0, accounts_outside_work(cal, &task), "...nor outside");
}

/* A trip that the standard measures is outside, and moves nothing. */
static void
a_trip_may_stand_still(struct calendar *cal)
{
	const struct span spans[] = {
		{ at(cal, "2026-01-05T08:00"), PHASE_OUTSIDE, 1 },
		{ at(cal, "2026-01-05T10:00"), PHASE_OUTSIDE, 0 },
	};
	const struct span_list task = { spans, 2,
	    at(cal, "2026-01-05T11:00") };
	struct accounts got;

	accounts_task(cal, &task, &got);
	is_int(3 * HOUR, got.outside, "all of it is outside");
	is_int(HOUR, accounts_outside_work(cal, &task),
	    "...and an hour moves the limit");
}

/* Two tasks at once, then a gap, then the applicant. */
static void
a_case_goes_to_the_first(struct calendar *cal)
{
	const struct span a[] = {
		{ at(cal, "2026-01-05T08:00"), PHASE_QUEUE, 0 },
		{ at(cal, "2026-01-05T10:00"), PHASE_OWN, 0 },
	};
	const struct span b[] = {
		{ at(cal, "2026-01-05T09:00"), PHASE_OUTSIDE, 0 },
	};
	const struct span c[] = {
		{ at(cal, "2026-01-06T10:00"), PHASE_APPLICANT, 0 },
	};
	const struct span_list tasks[] = {
		{ a, 2, at(cal, "2026-01-05T13:30") },
		{ b, 1, at(cal, "2026-01-05T15:00") },
		{ c, 1, at(cal, "2026-01-06T11:00") },
	};
	struct accounts got;

	accounts_case(cal, tasks, 3, at(cal, "2026-01-05T07:00"),
	    at(cal, "2026-01-06T12:30"), &got);
	is_accounts((struct accounts){
	    /* 10:00-12:00 and 13:00-13:30, before the outside wait. */
	    .own = 2 * HOUR + HOUR / 2,
	    /* 08:00-10:00; no task 07:30-08:00, 15:00-16:00, Tuesday
	     * 07:30-10:00 and 11:00-12:00. */
	    .queue = 2 * HOUR + HOUR / 2 + HOUR + 2 * HOUR + HOUR / 2 + HOUR,
	    /* The noon break, when own work rests, and 13:30-15:00. */
	    .outside = HOUR + HOUR + HOUR / 2,
	    .applicant = HOUR,
	    /* 07:00-07:30, a night of 15.5 hours, 12:00-12:30. */
	    .closed = HOUR / 2 + 15 * HOUR + HOUR / 2 + HOUR / 2,
	}, got, "a case");
	is_int(at(cal, "2026-01-06T12:30") - at(cal, "2026-01-05T07:00"),
	    accounts_sum(&got), "...they add up");
	accounts_case(cal, tasks, 3, 5, 5, &got);
	is_int(0, accounts_sum(&got), "a case of no time");
	accounts_case(cal, NULL, 0, at(cal, "2026-01-05T00:00"),
	    at(cal, "2026-01-06T00:00"), &got);
	is_accounts((struct accounts){ .queue = 7 * HOUR + HOUR / 2,
	    .closed = 16 * HOUR + HOUR / 2 }, got, "a day without a task");
}

/* Every pair of phases at once, in working time and in the break. */
static void
phases_have_an_order(struct calendar *cal)
{
	static const char want[PHASE__MAX][PHASE__MAX + 1] = {
		/* queue, own, outside, applicant, system */
		"QWQQW", "WWWWW", "QWOOW", "QWOAW", "WWWWW",
	};
	static const char rest[PHASE__MAX][PHASE__MAX + 1] = {
		"CCOAW", "CCOAW", "OOOOW", "AAOAW", "WWWWW",
	};
	int64_t open = at(cal, "2026-01-05T11:00");
	int64_t noon = at(cal, "2026-01-05T12:00");
	int i, j, wrong = 0;

	for (i = 0; i < PHASE__MAX; i++)
		for (j = 0; j < PHASE__MAX; j++) {
			const struct span a = { open, (enum phase)i, 0 };
			const struct span b = { open, (enum phase)j, 0 };
			const struct span_list tasks[] = {
				{ &a, 1, noon + HOUR }, { &b, 1, noon + HOUR },
			};
			struct accounts got[2];
			char is[2];
			int n;

			accounts_case(cal, tasks, 2, open, noon, &got[0]);
			accounts_case(cal, tasks, 2, noon, noon + HOUR,
			    &got[1]);
			for (n = 0; n < 2; n++) {
				is[n] = got[n].own ? 'W' : got[n].queue ? 'Q' :
				    got[n].outside ? 'O' :
				    got[n].applicant ? 'A' : 'C';
				wrong += accounts_sum(&got[n]) != HOUR;
			}
			wrong += is[0] != want[i][j] || is[1] != rest[i][j];
		}
	is_int(0, wrong, "of two phases at once the first in order counts");
}

/* The account of one second, by the words of the rule. */
static int64_t *
account_of(const struct calendar *cal, const struct span_list *tasks,
    size_t count, int64_t t, struct accounts *sum)
{
	int in[PHASE__MAX] = { 0 }, working = calendar_is_open(cal, t);
	int any = 0;
	size_t n, i;

	for (n = 0; n < count; n++)
		for (i = 0; i < tasks[n].count; i++)
			if (t >= tasks[n].span[i].from && t < tasks[n].close &&
			    (i + 1 == tasks[n].count ||
			    t < tasks[n].span[i + 1].from))
				any = in[tasks[n].span[i].phase] = 1;
	if (in[PHASE_SYSTEM] || (working && in[PHASE_OWN]))
		return &sum->own;
	if (working && in[PHASE_QUEUE])
		return &sum->queue;
	if (in[PHASE_OUTSIDE])
		return &sum->outside;
	if (in[PHASE_APPLICANT])
		return &sum->applicant;
	return working && !any ? &sum->queue : &sum->closed;
}

static unsigned int
random_below(unsigned int n)
{
	static uint32_t state = 20260105;

	state ^= state << 13;
	state ^= state >> 17;
	state ^= state << 5;
	return state % n;
}

/* Random tasks over three days, every second looked at. */
static void
random_cases_add_up(struct calendar *cal)
{
	struct span spans[5][6];
	struct span_list tasks[5];
	struct accounts got, want;
	int64_t open = at(cal, "2026-02-18T06:00"), t;
	int64_t close = open + 2 * 24 * HOUR;
	int round, wrong = 0, unequal = 0;
	size_t n, i;

	for (round = 0; round < 40; round++) {
		for (n = 0; n < 5; n++) {
			t = open - HOUR + random_below(40 * HOUR);
			for (i = 0; i < 6; i++) {
				spans[n][i] = (struct span){ t,
				    (enum phase)random_below(PHASE__MAX), 0 };
				t += random_below(3) * random_below(3 * HOUR);
			}
			tasks[n] = (struct span_list){ spans[n],
				1 + random_below(6), t - random_below(HOUR) };
			accounts_task(cal, &tasks[n], &got);
			unequal += accounts_sum(&got) !=
			    (tasks[n].close > spans[n][0].from ?
			    tasks[n].close - spans[n][0].from : 0);
		}
		memset(&want, 0, sizeof(want));
		for (t = open; t < close; t++)
			++*account_of(cal, tasks, 5, t, &want);
		accounts_case(cal, tasks, 5, open, close, &got);
		wrong += memcmp(&want, &got, sizeof(got)) != 0;
		unequal += accounts_sum(&got) != close - open;
	}
	is_int(0, wrong, "40 random cases agree with a count of each second");
	is_int(0, unequal, "...and all accounts add up");
}

static void
phases_have_slugs(void)
{
	int i, wrong = 0;

	for (i = 0; i < PHASE__MAX; i++)
		wrong += account_phase_from(
		    account_phase_slug((enum phase)i)) != i;
	is_int(0, wrong, "every phase comes back from its slug");
	is_string("applicant", account_phase_slug(PHASE_APPLICANT),
	    "...as stored");
	is_int(-1, account_phase_from("asleep"), "an unknown one does not");
	is_int(-1, account_phase_from(NULL), "...nor none");
}

int
main(void)
{
	struct calendar *cal = office_calendar(OFFICE);

	a_task_is_divided(cal);
	in_hand_now_and_then(cal);
	day_and_night_accounts(cal);
	late_spans_count_nothing(cal);
	a_trip_may_stand_still(cal);
	a_case_goes_to_the_first(cal);
	phases_have_an_order(cal);
	random_cases_add_up(cal);
	phases_have_slugs();
	calendar_free(cal);
	return tap_done();
}
