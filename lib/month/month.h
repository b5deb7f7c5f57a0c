/*
 * month.h - the figures of a month.
 *
 * A month is the office's (its time zone), its visits are those of `tasks`.
 * `done` are visits with a verdict that closed in the month by forward,
 * refusal, end or download, or late by return, withdrawal, cancellation or
 * supersession; all others that closed are listed apart.  `late_open` are
 * those open at its end that can no longer be on time; one counts again in
 * each month it stays open.  The share on time is (below + within) of (done +
 * late_open); how it is rounded and printed says reports/chart/share.h.  A
 * visit counts for its performer as printed ("JFU/JFT"), visits
 * of evaluation cases too; cases are counted without evaluation cases.
 * Visits of external roles and of the system count for their role and row,
 * never for the office or an SOP.
 *
 * A visit without a standard has no verdict: it is in no share and never late;
 * its times count for the medians.
 *
 * The room computes (here), compares with limits (month_pace.h), closes
 * (month_close.h), proves (root.h) and explains (bottleneck.h) figures; it
 * draws nothing and prints nothing.  The parts they are kept for stand in
 * grid.h, the rules of what counts in month_visits.c, month_cases.c,
 * month_promise.c and month_voice.c.
 *
 *	struct month_figures *f;
 *	err = month_compute(office, 2026, 10, NULL, now, &f);
 *	month_free(f);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/lateness.h"
#include "office/office.h"

#define MONTH_FEW	10	/* fewer counted visits: no share, no rank */
#define MONTH_SERIES	12	/* months of the series, this one last */
#define MONTH_MARKS	50	/* listed per sign, the earliest */

/* The kinds of parts that figures are about. */
enum month_scope {
	MONTH_OFFICE,
	MONTH_ROLE,		/* a performer as printed */
	MONTH_SOP,
	MONTH_ROW,		/* a row of an SOP version */
	MONTH_UNIT,		/* the unit whose SOPs they are */
	MONTH_SCOPE__MAX
};

/* How figures are shown; lists are in this order. */
enum month_group {
	MONTH_RANKED,		/* lowest tier first, then by name */
	MONTH_SINGLE,		/* one holder: by name, never in a headline */
	MONTH_SMALL,		/* fewer than MONTH_FEW: "4 dari 5", by name */
	MONTH_EXTERNAL,		/* apart: outside the office, by name */
	MONTH_SYSTEM,		/* apart: the software, by name */
	MONTH_GROUP__MAX
};

/* Signs that figures may have been helped along: name in C, count, slug in the
 * database; `arg` is passed on to X. */
#define MONTH_SIGNS(X, arg)						\
	/* sent back in the last tenth of the time */			\
	X(arg, TIGHT_RETURN, tight_returns, "tight-return")		\
	/* sent back, and forwarded as it was */			\
	X(arg, UNCHANGED, unchanged, "unchanged")			\
	/* done in under a tenth of the limit */			\
	X(arg, FAST, fast, "fast")					\
	/* dicatat belakangan */					\
	X(arg, LATE_ENTRY, late_entries, "late-entry")			\
	/* approved one's own draft, by exception */			\
	X(arg, OWN_APPROVAL, own_approvals, "own-approval")		\
	/* by one press with its neighbours */				\
	X(arg, JOINT, joint, "joint")					\
	/* a signed file lacked something and was sent all the same */	\
	X(arg, UNPROVED, unproved, "unproved")				\
	/* late, had an outside wait not been recorded */		\
	X(arg, SAVED, saved, "saved")					\
	/* an outside wait that began in the last tenth of the time */	\
	X(arg, LATE_WAIT, late_waits, "late-wait")
#define MONTH_SIGN_ID(arg, id, member, slug) SIGN_##id,
enum month_sign { MONTH_SIGNS(MONTH_SIGN_ID, ) SIGN__MAX };
#undef MONTH_SIGN_ID

/*
 * Every whole number that is kept about a part, in the order of the columns of
 * month_figures.  Times are seconds; own work, queue and closed as in
 * clock/account.h.  Medians and 90th percentiles (R type 7, rounded to a
 * second) are of visits that were done, or finished and not judged (at a row
 * without a standard, or by somebody outside), -1 without any: `own` of own
 * work, `turn` of receipt to close in working time, outside waits excluded
 * (elapsed limits: real time).  Ages are working days since the visit opened.
 */
#define MONTH_WHY(X, id, member, slug, label) X(why_##member)
#define MONTH_SIGN(X, id, member, slug) X(member)
#define MONTH_COUNTS(X)							\
	X(external)		/* a role outside the office */		\
	X(system)		/* the software */			\
	X(single)		/* a role with one holder */		\
	X(target)		/* percent, -1 without one in force */	\
	X(open_before)		/* visits open when it began */		\
	X(came)			/* opened in it */			\
	X(done)								\
	X(below)		/* done, by verdict */			\
	X(within)							\
	X(over)								\
	X(apart_returns)	/* closed and not done: returns, */	\
	X(apart_void)		/* taken back or superseded, */		\
	X(apart_none)		/* without a verdict, */		\
	X(apart_stopped)	/* withdrawn, cancelled, not fetched */	\
	X(late_open)							\
	X(open_after)		/* open at its end */			\
	X(age_day)		/* of these: at most 1 working day, */	\
	X(age_week)		/* at most 5, */			\
	X(age_fortnight)	/* at most 10, */			\
	X(age_older)							\
	X(oldest_days)		/* of the oldest open visit */		\
	X(oldest_at)		/* when it opened, 0 without one */	\
	X(late_oldest_days)	/* of the oldest late_open */		\
	X(decided)		/* forward, end, refusal, download, return */ \
	X(returned)		/* of these: sent back */		\
	X(refused)							\
	X(withdrawn)		/* ended by a withdrawal */		\
	X(rework)		/* done, second and later visits */	\
	X(own_median)							\
	X(own_p90)							\
	X(turn_median)							\
	X(turn_p90)							\
	X(own_time)		/* sums over all visits that closed */	\
	X(queue_time)							\
	X(outside_time)							\
	X(applicant_time)						\
	X(closed_time)							\
	X(rework_time)		/* all accounts of later visits */	\
	LATENESS(MONTH_WHY, X)	/* done late, by the reason given */	\
	X(why_none)							\
	MONTH_SIGNS(MONTH_SIGN, X)					\
	X(prev_done)		/* the month before */			\
	X(prev_on_time)							\
	X(prev_late_open)						\
	X(prev_decided)							\
	X(prev_returned)						\
	X(last_done)		/* the same month a year before */	\
	X(last_on_time)							\
	X(last_late_open)						\
	X(year_done)		/* twelve months, this one included; */	\
	X(year_on_time)		/* late_open is this month's */		\
	X(cases_open_before)	/* office and SOP: cases */		\
	X(cases_came)							\
	X(cases_done)		/* ended, by result */			\
	X(cases_refused)						\
	X(cases_withdrawn)						\
	X(cases_cancelled)						\
	X(cases_unfetched)						\
	X(cases_open_after)						\
	X(promised)		/* decided, with a service time */	\
	X(kept)			/* in time, all time counted */		\
	X(kept_own)		/* without applicant and outside time */ \
	X(surveys)		/* answers in it */ \
	X(survey_requirements)	/* sums of their scores, 1 to 4 */ \
	X(survey_procedure) \
	X(survey_time) \
	X(survey_fee) \
	X(survey_product) \
	X(survey_competence) \
	X(survey_conduct) \
	X(survey_facilities) \
	X(survey_complaints) \
	X(complaints_came)	/* office and SOP: complaints */ \
	X(complaints_answered) \
	X(complaints_in_time)	/* of these */ \
	X(complaints_open)	/* at its end */ \
	X(complaints_late)	/* of these, past their day */ \
	/* -1 in months that were closed before these were counted: */ \
	X(outside_work)		/* sums of closed visits of the office, */ \
	X(applicant_work)	/* in working time */ \
	X(promise_late)		/* running cases past their service time */ \
	X(contested)		/* acts that their holder says are none of \
				   theirs, by when that was said */ \
	X(alone)		/* the office: rights and SOP versions that \
				   one administrator put in force alone */

/* The counts a month is judged by. */
struct month_tally {
	int64_t	on_time, done, late_open;
};

struct month_part {
	enum month_scope scope;
	enum month_group group;
	int		tier;		/* 0 the lowest: those ranked whose 95%
					   intervals meet share one; each of a
					   higher one is above one of the tier
					   before beyond chance */
	char		key[128];	/* performer, SOP, "slug/1/4", unit */
	char		name[160];	/* as printed; of a row: its SOP's */
	char		no[8];		/* row: its printed number */
	char		decree[128];	/* of the target, or "" */
	int64_t		version_id;	/* row, and the latest of an SOP */
	int64_t		pos;		/* row */
#define MONTH_MEMBER(name) int64_t name;
	MONTH_COUNTS(MONTH_MEMBER)
#undef MONTH_MEMBER
	/* SOPs and rows: the twelve months of month_figures.series. */
	struct month_tally series[MONTH_SERIES];
};

struct month_point {
	int	year, month;
	int64_t	on_time, done, late_open;	/* of the office, or the SOP */
};

struct month_mark {
	enum month_sign	sign;
	int64_t		task_id, case_id;
	char		number[24];	/* of the case */
	char		sop[96];	/* short name */
	char		no[8];		/* row as printed */
	char		performer[160];	/* as printed */
	int64_t		closed_at;
};

/*
 * A period as people write it in an address: "2026-10", "2026-T3" (triwulan),
 * "2026-S2" (semester), "2026"; or days, the last included:
 * "2026-01-05..2026-02-10".  0, or -1 when it is none.  And back, of months;
 * returns buf.
 */
#define PERIOD_SIZE 24
struct period {
	int	year, month, months;	/* the last month, and how many; of */
	char	first[11], last[11];	/* days 0, and these */
};
int		 month_period_read(const char *text, struct period *);
char		*month_period_write(int year, int month, int months,
		    char buf[PERIOD_SIZE]);

struct month_figures {
	char		 period[PERIOD_SIZE];	/* for month_period_read() */
	int		 year, month;	/* the last one of a longer period */
	int		 months;	/* 1; quarter 3, semester 6, year 12;
					   0: month_range() */
	int64_t		 from, to;	/* [from, to); to: the end, or `at` */
	int64_t		 at;		/* instant of the data */
	int		 running;	/* the month was not over at `at` */
	int		 frozen;	/* closed: read as it was then */
	int		 corrected;	/* closed, but judged again by the
					   calendar in force: month_correct() */
	int64_t		 calendar_id;	/* the calendar it was computed with */
	int64_t		 known_calendar_id;	/* corrected: when it was */
	struct month_part known;	/* closed, of the office or the SOP */
	char		 sop[64];	/* slug, "" for all */
	char		 sop_name[96];
	struct month_part office;	/* of the SOP when one was asked for */
	struct month_part *role, *sops, *row, *unit;
	size_t		 nrole, nsops, nrow, nunit;
	struct month_point series[MONTH_SERIES];
	struct month_mark *mark;	/* by sign, then by time */
	size_t		 nmark;
};

/* Numerator and denominator of the share on time; the month before's too. */
int64_t	 month_on_time(const struct month_part *);
int64_t	 month_counted(const struct month_part *);
int64_t	 month_prev_counted(const struct month_part *);
/* Visits that their performers finished, with a verdict or without. */
int64_t	 month_finished(const struct month_part *);
int64_t	 month_last_counted(const struct month_part *);	/* a year before */
/* The denominator of the promise: cases decided, and those that run past their
 * service time (where that was counted). */
int64_t	 month_promised(const struct month_part *);

/*
 * Figures of a month, of one SOP or (sop NULL or "") of all, as the data stand
 * at data_now; of a closed month as they were when it was closed.  Given: free
 * with month_free().  CASE_OK; CASE_NOT_FOUND (no such SOP); CASE_INVALID (not
 * a month, or it begins after data_now); CASE_STATE (no calendar); CASE_DB.
 */
enum case_err	 month_compute(struct office *, int year, int month,
		    const char *sop, int64_t data_now,
		    struct month_figures **out);
/*
 * The same of a closed month, every visit judged again by the calendar in
 * force: the figures it would have, had the calendar been known then.  The
 * frozen figures stay as they are, and so do the months before.  CASE_STATE
 * when it is not closed.
 */
enum case_err	 month_correct(struct office *, int year, int month,
		    const char *sop, int64_t data_now,
		    struct month_figures **out);
void		 month_free(struct month_figures *);

/*
 * The same of `months` months (1, 3, 6, 12) that end with this one: counts are
 * added, frozen ones as they were frozen; what is open is that of the end, or
 * of the last month so far; medians are of all visits.  It is compared with
 * the same months of the period before and of a year before, as many of them as
 * it has begun; with nothing (-1) where the office's history is too short.
 * Series and year are of the last month.
 */
enum case_err	 month_period(struct office *, int year, int month, int months,
		    const char *sop, int64_t data_now,
		    struct month_figures **out);

/* How many months of a period had begun: all of one that is over. */
int		 month_begun(const struct month_figures *);

/*
 * Figures of the visits that closed in a range of days, the last included, as
 * the visits stand, frozen or not.  There is nothing to compare with: prev_,
 * last_ and year_ are -1, the series are empty.  CASE_INVALID, and
 * office_field() "first" or "last": no day of the calendar, a day after that
 * of `now`, the end before the beginning.
 */
enum case_err	 month_range(struct office *, const struct period *,
		    const char *sop, int64_t now, int64_t data_now,
		    struct month_figures **out);
enum case_err	 month_range_check(struct office *, const struct period *,
		    int64_t now);

/* When the first case was opened, and the instant of the data: the last time
 * a case or a visit opened or closed, or the public said something.  Both 0 in
 * an empty office. */
enum case_err	 month_extent(struct office *, int64_t *first, int64_t *last);

/* -- inside lib/month ------------------------------------------------------ */

struct grid;

/* An empty sheet for a month (NULL: no memory); given, month_free(). */
struct month_figures	*month_new(struct office *, int year, int month,
		    const char *sop);

/* The id of the SOP a sheet is asked for (0: all), and its name into the
 * sheet.  CASE_NOT_FOUND, CASE_DB. */
enum case_err	 month_sop(struct office *, struct month_figures *,
		    int64_t *id);

/* Give the sheet out when err is CASE_OK, else free it; returns err. */
enum case_err	 month_give(enum case_err, struct month_figures *,
		    struct month_figures **out);

/* The list of the parts of a scope, of any but MONTH_OFFICE. */
struct month_list {
	struct month_part	**part;
	size_t			 *n;
};
struct month_list	 month_list(struct month_figures *, enum month_scope);

/* The part of that scope and key, NULL when there is none; MONTH_OFFICE has
 * one, whatever the key. */
struct month_part	*month_find(struct month_figures *, enum month_scope,
			    const char *key);

/* Call fn for the office and for every part of the lists. */
void		 month_each(struct month_figures *,
		    void (*fn)(struct month_part *, void *arg), void *arg);

/* Fill an empty sheet with the figures as the data stand, closed or not; alone:
 * without the months before. */
enum case_err	 month_live(struct office *, struct month_figures *,
		    int64_t data_now, int alone);

/* As month_compute(), of a month that is known to have begun; alone: of an open
 * month without the months before. */
enum case_err	 month_one(struct office *, int year, int month,
		    const char *sop, int64_t data_now, int alone,
		    struct month_figures **out);

/* Count a month before into the light of all parts of a grid: what stands
 * frozen of it, else its visits.  0, or -1 when it failed. */
int		 month_count_before(struct grid *, int year, int month,
		    const char *sop);

/* Set the medians of all visits that closed in [f->from, f->to). */
enum case_err	 month_medians(struct office *, struct month_figures *);
