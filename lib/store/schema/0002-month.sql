-- 0002-month.sql - the figures of closed months.

-- A visit or case that closed at t after being open for at most n seconds was
-- open at any instant of [t - n, t): by classes of length (a day, 8 days, 64
-- days, longer) those open at the end of an old month are found without a look
-- at all that closed since (lib/month/grid.h has the same expression).
CREATE INDEX tasks_length ON tasks (
	(CASE WHEN closed_at - opened_at < 86400 THEN 0
	WHEN closed_at - opened_at < 691200 THEN 1
	WHEN closed_at - opened_at < 5529600 THEN 2
	ELSE 3 END), closed_at, opened_at) WHERE closed_at IS NOT NULL;
CREATE INDEX cases_length ON cases (
	(CASE WHEN ended_at - opened_at < 86400 THEN 0
	WHEN ended_at - opened_at < 691200 THEN 1
	WHEN ended_at - opened_at < 5529600 THEN 2
	ELSE 3 END), ended_at, opened_at) WHERE ended_at IS NOT NULL;
CREATE INDEX cases_promise ON cases (promise_to) WHERE promise_to IS NOT NULL;

-- One row per part of the office that figures are kept for.  The columns from
-- external on are those of MONTH_COUNTS (lib/month/month.h), in its order.
CREATE TABLE month_figures (
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	month		TEXT NOT NULL,		-- "2026-10"
	sop		TEXT NOT NULL,		-- slug when of one SOP alone, '' of all
	place		@INT@ NOT NULL,		-- in the list of its scope
	scope		TEXT NOT NULL CHECK (scope IN ('office', 'role', 'sop', 'row',
			'unit')),
	key		TEXT NOT NULL,		-- performer, SOP slug, slug/version/pos, unit
	grp		@INT@ NOT NULL,		-- enum month_group
	name		TEXT NOT NULL,		-- as printed then
	no		TEXT NOT NULL,		-- of a row, as printed
	decree		TEXT NOT NULL,		-- of the target
	version_id	@INT@ NOT NULL,		-- of a row; the latest of an SOP; 0
	pos		@INT@ NOT NULL,
	external	@INT@ NOT NULL,		-- a role outside the office
	system		@INT@ NOT NULL,		-- the software
	single		@INT@ NOT NULL,		-- a role with one holder
	target		@INT@ NOT NULL,		-- percent, -1 without one in force
	open_before	@INT@ NOT NULL,		-- visits open when it began
	came		@INT@ NOT NULL,		-- opened in it
	done		@INT@ NOT NULL,
	below		@INT@ NOT NULL,		-- done, by verdict
	within		@INT@ NOT NULL,
	over		@INT@ NOT NULL,
	apart_returns	@INT@ NOT NULL,		-- closed and not done: returns
	apart_void	@INT@ NOT NULL,		-- taken back or superseded
	apart_none	@INT@ NOT NULL,		-- without a verdict
	apart_stopped	@INT@ NOT NULL,		-- withdrawn, cancelled, not fetched
	late_open	@INT@ NOT NULL,
	open_after	@INT@ NOT NULL,		-- open at its end
	age_day		@INT@ NOT NULL,		-- of these: at most 1 working day
	age_week	@INT@ NOT NULL,		-- at most 5
	age_fortnight	@INT@ NOT NULL,		-- at most 10
	age_older	@INT@ NOT NULL,
	oldest_days	@INT@ NOT NULL,		-- of the oldest open visit
	oldest_at	@INT@ NOT NULL,		-- when it opened, 0 without one
	late_oldest_days @INT@ NOT NULL,		-- of the oldest late_open
	decided		@INT@ NOT NULL,		-- forward, end, refusal, download, return
	returned	@INT@ NOT NULL,		-- of these: sent back
	refused		@INT@ NOT NULL,
	withdrawn	@INT@ NOT NULL,		-- ended by a withdrawal
	rework		@INT@ NOT NULL,		-- done, second and later visits
	own_median	@INT@ NOT NULL,
	own_p90		@INT@ NOT NULL,
	turn_median	@INT@ NOT NULL,
	turn_p90	@INT@ NOT NULL,
	own_time	@INT@ NOT NULL,		-- sums over all visits that closed
	queue_time	@INT@ NOT NULL,
	outside_time	@INT@ NOT NULL,
	applicant_time	@INT@ NOT NULL,
	closed_time	@INT@ NOT NULL,
	rework_time	@INT@ NOT NULL,		-- all accounts of later visits
	why_rapat	@INT@ NOT NULL,		-- done late, by the reason given
	why_dinas_luar	@INT@ NOT NULL,
	why_sistem_luar	@INT@ NOT NULL,
	why_gangguan	@INT@ NOT NULL,
	why_beban	@INT@ NOT NULL,
	why_berkas	@INT@ NOT NULL,
	why_none	@INT@ NOT NULL,
	tight_returns	@INT@ NOT NULL,		-- signs, see enum month_sign
	unchanged	@INT@ NOT NULL,
	fast		@INT@ NOT NULL,
	late_entries	@INT@ NOT NULL,
	own_approvals	@INT@ NOT NULL,
	joint		@INT@ NOT NULL,
	prev_done	@INT@ NOT NULL,		-- the month before
	prev_on_time	@INT@ NOT NULL,
	prev_late_open	@INT@ NOT NULL,
	prev_decided	@INT@ NOT NULL,
	prev_returned	@INT@ NOT NULL,
	last_done	@INT@ NOT NULL,		-- the same month a year before
	last_on_time	@INT@ NOT NULL,
	last_late_open	@INT@ NOT NULL,
	year_done	@INT@ NOT NULL,		-- twelve months, this one included;
	year_on_time	@INT@ NOT NULL,		-- late_open is this month's
	cases_open_before @INT@ NOT NULL,		-- office and SOP: cases
	cases_came	@INT@ NOT NULL,
	cases_done	@INT@ NOT NULL,		-- ended, by result
	cases_refused	@INT@ NOT NULL,
	cases_withdrawn	@INT@ NOT NULL,
	cases_cancelled	@INT@ NOT NULL,
	cases_unfetched	@INT@ NOT NULL,
	cases_open_after @INT@ NOT NULL,
	promised	@INT@ NOT NULL,		-- decided, with a service time
	kept		@INT@ NOT NULL,		-- in time, all time counted
	kept_own	@INT@ NOT NULL,		-- without applicant and outside time
	surveys		@INT@ NOT NULL,		-- answers in it
	survey_requirements @INT@ NOT NULL,		-- sums of their scores, 1 to 4
	survey_procedure @INT@ NOT NULL,
	survey_time	@INT@ NOT NULL,
	survey_fee	@INT@ NOT NULL,
	survey_product	@INT@ NOT NULL,
	survey_competence @INT@ NOT NULL,
	survey_conduct	@INT@ NOT NULL,
	survey_facilities @INT@ NOT NULL,
	survey_complaints @INT@ NOT NULL,
	complaints_came	@INT@ NOT NULL,		-- office and SOP: complaints
	complaints_answered @INT@ NOT NULL,
	complaints_in_time @INT@ NOT NULL,		-- of these
	complaints_open	@INT@ NOT NULL,		-- at its end
	complaints_late	@INT@ NOT NULL,		-- of these, past their day
	PRIMARY KEY (unit_id, month, sop, scope, key),
	FOREIGN KEY (unit_id, month) REFERENCES months (unit_id, month)
) @STRICT@;

-- The twelve months that ended with a closed one, as they stood then: all of
-- the office's, and of SOPs and rows those that have something to count.
CREATE TABLE month_points (
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	month		TEXT NOT NULL,
	sop		TEXT NOT NULL,
	scope		TEXT NOT NULL CHECK (scope IN ('office', 'sop', 'row')),
	key		TEXT NOT NULL,		-- as in month_figures
	month_of	TEXT NOT NULL,		-- the point's own month
	on_time		@INT@ NOT NULL,
	done		@INT@ NOT NULL,
	late_open	@INT@ NOT NULL,
	PRIMARY KEY (unit_id, month, sop, scope, key, month_of),
	FOREIGN KEY (unit_id, month) REFERENCES months (unit_id, month)
) @STRICT@;

-- Visits listed because they could have helped the figures along.
CREATE TABLE month_marks (
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	month		TEXT NOT NULL,
	sop		TEXT NOT NULL,
	place		@INT@ NOT NULL,
	sign		TEXT NOT NULL CHECK (sign IN ('tight-return', 'unchanged',
			'fast', 'late-entry', 'own-approval', 'joint')),
	task_id		@INT@ NOT NULL,
	case_id		@INT@ NOT NULL,
	number		TEXT NOT NULL,		-- of the case
	sop_name	TEXT NOT NULL,
	no		TEXT NOT NULL,		-- row as printed
	performer	TEXT NOT NULL,		-- as printed
	closed_at	@INT@ NOT NULL,
	PRIMARY KEY (unit_id, month, sop, place),
	FOREIGN KEY (unit_id, month) REFERENCES months (unit_id, month)
) @STRICT@;

-- The streams touched in a closed month and the last event of each then: the
-- leaves of its root (lib/month/root.h).
CREATE TABLE month_heads (
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	month		TEXT NOT NULL,
	stream		@INT@ NOT NULL,
	seq		@INT@ NOT NULL,
	hash		TEXT NOT NULL,		-- of that event
	PRIMARY KEY (unit_id, month, stream),
	FOREIGN KEY (unit_id, month) REFERENCES months (unit_id, month)
		DEFERRABLE INITIALLY DEFERRED
) @STRICT@;
