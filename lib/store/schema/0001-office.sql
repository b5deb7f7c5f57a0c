-- 0001-office.sql - the office: procedures, people, cases, tasks, history, and
-- all that comes of them.
--
-- Tokens in @ signs are expanded per engine.  Ids are made by the program
-- (lib/store/id.h) and are no order.  Instants are seconds since 1970, UTC.
-- Texts are UTF-8.  Slugs are stable names; printed names are data.

-- The installation itself, by name (lib/store/installation.h).
CREATE TABLE installation (
	name		TEXT PRIMARY KEY,
	value		TEXT NOT NULL
) @STRICT@;

-- Units of the office, nested: division, section, subsection.
CREATE TABLE units (
	id		@ID@,
	slug		TEXT NOT NULL UNIQUE,
	name		TEXT NOT NULL,		-- as printed on the form
	parent_id	@INT@ REFERENCES units (id)
) @STRICT@;

-- Roles are positions, not persons.  A role that ends names its successor.
CREATE TABLE roles (
	id		@ID@,
	slug		TEXT NOT NULL UNIQUE,
	name		TEXT NOT NULL,		-- the column heading as printed
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	external	@INT@ NOT NULL CHECK (external IN (0, 1)),
	system		@INT@ NOT NULL CHECK (system IN (0, 1)),
	single		@INT@ NOT NULL CHECK (single IN (0, 1)), -- one holder: never ranked
	valid_from	@INT@ NOT NULL,
	valid_to	@INT@,			-- NULL: in force
	successor_id	@INT@ REFERENCES roles (id)
) @STRICT@;

-- Performers as SOP rows name them ("jfu|jft"), and the roles behind each.
CREATE TABLE performers (
	expr		TEXT NOT NULL,
	role_id		@INT@ NOT NULL REFERENCES roles (id),
	name		TEXT NOT NULL,		-- as printed: "JFU/JFT"
	PRIMARY KEY (expr, role_id)
) @STRICT@;

-- Universities and schools whose operators have accounts.
CREATE TABLE institutions (
	id		@ID@,
	name		TEXT NOT NULL,
	kind		TEXT NOT NULL CHECK (kind IN ('kampus', 'sekolah', 'lain')),
	state		TEXT NOT NULL CHECK (state IN ('pending', 'active', 'closed'))
) @STRICT@;

-- The people who log in: those of the office, and operators of institutions.
CREATE TABLE people (
	id		@ID@,
	login		TEXT NOT NULL UNIQUE,	-- NIP, or a name for outsiders
	name		TEXT NOT NULL,
	nip		TEXT NOT NULL,		-- '' for outsiders
	password	TEXT NOT NULL,		-- argon2id string; '' cannot log in
	pin		TEXT NOT NULL DEFAULT '', -- likewise, for a change at a counter
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	institution_id	@INT@ REFERENCES institutions (id),	-- outsiders
	superior_role_id @INT@ REFERENCES roles (id),	-- position of the direct superior
	phone		TEXT NOT NULL,		-- E.164 or ''
	email		TEXT NOT NULL,
	admin		@INT@ NOT NULL CHECK (admin IN (0, 1)),
	active		@INT@ NOT NULL CHECK (active IN (0, 1))
) @STRICT@;

-- The holders of a role, from when to when, and in what capacity.
CREATE TABLE holders (
	id		@ID@,
	role_id		@INT@ NOT NULL REFERENCES roles (id),
	person_id	@INT@ NOT NULL REFERENCES people (id),
	capacity	TEXT NOT NULL CHECK (capacity IN ('definitif', 'plt', 'plh')),
	letter_no	TEXT NOT NULL,		-- surat perintah of a Plt. or Plh.
	from_at		@INT@ NOT NULL,
	to_at		@INT@			-- NULL: until further notice
) @STRICT@;
CREATE INDEX holders_person ON holders (person_id, role_id);
CREATE INDEX holders_role ON holders (role_id, person_id);

-- The clerks of a role: persons who may write down the acts of its holders, and
-- that an applicant is present, without holding it.  An administrator names
-- them; every act on behalf of another needs evidence.
CREATE TABLE clerks (
	id		@ID@,
	role_id		@INT@ NOT NULL REFERENCES roles (id),
	person_id	@INT@ NOT NULL REFERENCES people (id),
	letter_no	TEXT NOT NULL,		-- surat tugas, or ''
	from_at		@INT@ NOT NULL,
	to_at		@INT@			-- NULL: until further notice
) @STRICT@;
CREATE INDEX clerks_person ON clerks (person_id, role_id);

-- Log-ins that last: a browser holds the token, the row its hash.
CREATE TABLE sessions (
	id		@ID@,
	token_hash	TEXT NOT NULL UNIQUE,	-- SHA-256; the token is in the cookie alone
	person_id	@INT@ NOT NULL REFERENCES people (id),
	csrf		TEXT NOT NULL,
	by_pin		@INT@ NOT NULL CHECK (by_pin IN (0, 1)), -- begun at a counter
	created_at	@INT@ NOT NULL,
	seen_at		@INT@ NOT NULL
) @STRICT@;
CREATE INDEX sessions_seen ON sessions (seen_at);

-- Failed tries by kind and key (an address, a login): slows guessing down.
CREATE TABLE throttles (
	kind		TEXT NOT NULL,
	key		TEXT NOT NULL,
	tries		@INT@ NOT NULL,
	until		@INT@ NOT NULL,		-- counts afresh after this instant
	PRIMARY KEY (kind, key)
) @STRICT@;

-- The procedures of the office, each a list of versions.
CREATE TABLE sops (
	id		@ID@,
	slug		TEXT NOT NULL UNIQUE,
	unit_id		@INT@ NOT NULL REFERENCES units (id)
) @STRICT@;

-- A version is immutable; a case stays on the version it began with.
CREATE TABLE sop_versions (
	id		@ID@,
	sop_id		@INT@ NOT NULL REFERENCES sops (id),
	version		@INT@ NOT NULL,
	name		TEXT NOT NULL,		-- short name, for lists
	title		TEXT NOT NULL,		-- as printed
	number		TEXT NOT NULL,		-- may be '' and identifies nothing
	yaml		TEXT NOT NULL,		-- the file itself
	sha256		TEXT NOT NULL,
	effective_from	@INT@ NOT NULL,
	effective_to	@INT@,			-- NULL: in force
	published_by	@INT@ REFERENCES people (id),
	UNIQUE (sop_id, version)
) @STRICT@;

-- The rows of a version, cell by cell, for queries and for comparison.
CREATE TABLE steps (
	version_id	@INT@ NOT NULL REFERENCES sop_versions (id),
	pos		@INT@ NOT NULL,		-- 1 .. n in the order of the table
	no		TEXT NOT NULL,		-- as printed; may skip
	activity	TEXT NOT NULL,
	kind		TEXT NOT NULL CHECK (kind IN ('submit', 'review', 'assign',
			'draft', 'approve', 'deliver', 'download', 'notify',
			'record', 'archive', 'evaluate')),
	performer	TEXT NOT NULL,
	performer_basis	TEXT NOT NULL CHECK (performer_basis IN ('text', 'mark', 'inferred')),
	return_to	TEXT NOT NULL,		-- printed numbers, "6,5"
	return_basis	TEXT NOT NULL CHECK (return_basis IN ('', 'text', 'mark', 'inferred')),
	refuse		TEXT NOT NULL,		-- '', "next" or "13,end"
	starts		TEXT NOT NULL CHECK (starts IN ('', 'present')),
	participants	TEXT NOT NULL,
	clock		TEXT NOT NULL CHECK (clock IN ('work', 'turnaround', 'elapsed')),
	requirements	TEXT NOT NULL,
	waktu		TEXT NOT NULL,
	min		@INT@ NOT NULL,
	max		@INT@ NOT NULL,
	unit		TEXT NOT NULL CHECK (unit IN ('detik', 'menit', 'jam', 'hari')),
	output		TEXT NOT NULL,
	source_note	TEXT NOT NULL,
	reading_note	TEXT NOT NULL,
	PRIMARY KEY (version_id, pos)
) @STRICT@;

-- Office time of a unit.  A version is the whole text (sopap-calendar(5)).
CREATE TABLE calendar_versions (
	id		@ID@,
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	version		@INT@ NOT NULL,
	yaml		TEXT NOT NULL,
	sha256		TEXT NOT NULL,
	made_at		@INT@ NOT NULL,
	made_by		@INT@ REFERENCES people (id),
	UNIQUE (unit_id, version)
) @STRICT@;

-- A change of the calendar that is being prepared; counts for nothing yet.
CREATE TABLE calendar_drafts (
	unit_id		@INT@ PRIMARY KEY REFERENCES units (id),
	base		@INT@ NOT NULL,		-- version in force when it was begun
	yaml		TEXT NOT NULL,
	begun_at	@INT@ NOT NULL,
	begun_by	@INT@ REFERENCES people (id),
	saved_at	@INT@ NOT NULL,
	saved_by	@INT@ REFERENCES people (id)
) @STRICT@;

-- One running of an SOP.  Derived from events (lib/case/rebuild.h).
CREATE TABLE cases (
	id		@ID@,
	number		TEXT NOT NULL UNIQUE,	-- K-2026-0412
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	version_id	@INT@ NOT NULL REFERENCES sop_versions (id),
	evaluation	@INT@ NOT NULL CHECK (evaluation IN (0, 1)), -- of a month; outside case counts
	period		TEXT NOT NULL,		-- month evaluated, "2026-10", else ''
	subject		TEXT NOT NULL,
	applicant_id	@INT@ REFERENCES people (id),
	applicant	TEXT NOT NULL,		-- name
	phone		TEXT NOT NULL,		-- E.164 or ''
	email		TEXT NOT NULL,
	institution_id	@INT@ REFERENCES institutions (id),
	officer_id	@INT@ REFERENCES people (id), -- the employee an SKP is about
	code_hash	TEXT NOT NULL UNIQUE,	-- of the public tracking code
	state		TEXT NOT NULL CHECK (state IN ('open', 'ended')),
	result		TEXT NOT NULL CHECK (result IN ('', 'done', 'refused',
			'withdrawn', 'cancelled', 'unfetched')),
	refused		@INT@ NOT NULL CHECK (refused IN (0, 1)),
	end_pos		@INT@ NOT NULL,		-- ends after this row; 0: after the last
	seq		@INT@ NOT NULL,		-- number of the last event
	opened_at	@INT@ NOT NULL,
	ended_at	@INT@,
	promise_from	@INT@,			-- first act of the service time
	promise_to	@INT@,			-- its second act
	own		@INT@ NOT NULL,		-- accounts of the ended case, seconds
	queue		@INT@ NOT NULL,
	outside		@INT@ NOT NULL,
	waiting		@INT@ NOT NULL,		-- applicant
	closed		@INT@ NOT NULL
) @STRICT@;
CREATE INDEX cases_opened ON cases (opened_at);
CREATE INDEX cases_ended ON cases (ended_at);
CREATE INDEX cases_open ON cases (version_id) WHERE state = 'open';
CREATE INDEX cases_applicant ON cases (applicant_id);
CREATE INDEX cases_phone ON cases (phone, opened_at);
CREATE INDEX cases_institution ON cases (institution_id);
CREATE UNIQUE INDEX cases_evaluation ON cases (version_id, period) WHERE evaluation = 1;

-- One visit of a row by a performer.  Derived from events.
CREATE TABLE tasks (
	id		@ID@,
	case_id		@INT@ NOT NULL REFERENCES cases (id),
	version_id	@INT@ NOT NULL REFERENCES sop_versions (id),
	pos		@INT@ NOT NULL,		-- row of the SOP version
	visit		@INT@ NOT NULL,		-- 1, then rework
	kind		TEXT NOT NULL,		-- of the row
	side		@INT@ NOT NULL CHECK (side IN (0, 1)), -- blocks nothing
	performer	TEXT NOT NULL,		-- performers.expr: whom it counts for
	external	@INT@ NOT NULL CHECK (external IN (0, 1)),
	assignee_id	@INT@ REFERENCES people (id),	-- this person alone
	institution_id	@INT@ REFERENCES institutions (id), -- its operators alone
	open		@INT@ NOT NULL CHECK (open IN (0, 1)),
	phase		TEXT NOT NULL CHECK (phase IN ('queue', 'own', 'outside',
			'applicant', 'system')),
	awaited		@INT@ NOT NULL CHECK (awaited IN (0, 1)), -- until the applicant is present
	version		@INT@ NOT NULL,		-- counts changes; pages carry it
	opened_at	@INT@ NOT NULL,
	received_at	@INT@,			-- receipt; NULL while presence is awaited
	claimed_at	@INT@,			-- of the present claim
	claimed_by	@INT@ REFERENCES people (id),
	closed_at	@INT@,			-- when it occurred
	recorded_at	@INT@,			-- when it was written down
	closed_by	@INT@ REFERENCES people (id),
	outcome		TEXT NOT NULL CHECK (outcome IN ('', 'forward', 'return',
			'refuse', 'end', 'download', 'superseded', 'withdrawn',
			'cancelled', 'void', 'expired')),
	return_pos	@INT@ NOT NULL,		-- row a return went to, else 0
	verdict		TEXT NOT NULL CHECK (verdict IN ('none', 'below', 'within', 'over')),
	min		@INT@ NOT NULL,		-- the standard, as the row gives it
	max		@INT@ NOT NULL,
	unit		TEXT NOT NULL,
	measure		TEXT NOT NULL,
	min_at		@INT@,			-- its two instants, where they can be told
	due_at		@INT@,
	queue_max	@INT@ NOT NULL,		-- working seconds it may lie unclaimed
	moved		@INT@ NOT NULL,		-- working seconds outside: move both instants
	calendar_id	@INT@ NOT NULL REFERENCES calendar_versions (id),
	late_reason	TEXT NOT NULL CHECK (late_reason IN ('', 'rapat', 'dinas-luar',
			'sistem-luar', 'gangguan', 'beban', 'berkas')),
	late_entry	@INT@ NOT NULL CHECK (late_entry IN (0, 1)), -- dicatat belakangan
	own_approval	@INT@ NOT NULL CHECK (own_approval IN (0, 1)),
	own		@INT@ NOT NULL,		-- accounts of the closed visit, seconds
	queue		@INT@ NOT NULL,
	outside		@INT@ NOT NULL,
	waiting		@INT@ NOT NULL,
	closed		@INT@ NOT NULL,
	-- one press at a counter finished it with its neighbours, sharing the time
	joint		@INT@ NOT NULL DEFAULT 0 CHECK (joint IN (0, 1))
) @STRICT@;
CREATE INDEX tasks_case ON tasks (case_id, pos, visit);
CREATE INDEX tasks_inbox ON tasks (performer, due_at) WHERE open = 1;
CREATE INDEX tasks_claimed ON tasks (claimed_by) WHERE open = 1;
CREATE INDEX tasks_assigned ON tasks (assignee_id) WHERE open = 1;
CREATE INDEX tasks_downloads ON tasks (opened_at)
	WHERE open = 1 AND kind = 'download';
CREATE INDEX tasks_due ON tasks (due_at) WHERE open = 1;
CREATE INDEX tasks_applicant ON tasks (opened_at)
	WHERE open = 1 AND phase = 'applicant';
-- Behind closed_at, what the figures count of earlier months.
CREATE INDEX tasks_closed ON tasks (closed_at, performer, version_id, pos,
	external, outcome, verdict) WHERE closed_at IS NOT NULL;
CREATE INDEX tasks_returned ON tasks (case_id, return_pos, recorded_at)
	WHERE outcome = 'return';
CREATE INDEX tasks_closed_by ON tasks (closed_by, closed_at);

-- The phases of a task, each from when on; until its next span or its close.
CREATE TABLE spans (
	task_id		@INT@ NOT NULL REFERENCES tasks (id),
	n		@INT@ NOT NULL,		-- 1, 2 ... in the order written down
	phase		TEXT NOT NULL,
	from_at		@INT@ NOT NULL,
	PRIMARY KEY (task_id, n)
) @KEYED@;

-- The history.  A stream is a case or an administered thing; seq counts from
-- 1 without gaps; each event carries the hash of its predecessor.
CREATE TABLE events (
	stream		@INT@ NOT NULL,
	seq		@INT@ NOT NULL,
	kind		TEXT NOT NULL,
	task_id		@INT@,
	actor_id	@INT@,			-- NULL: the system, or an applicant by code
	actor_kind	TEXT NOT NULL CHECK (actor_kind IN ('person', 'applicant', 'system')),
	behalf_id	@INT@,			-- the holder a clerk recorded it for
	capacity	TEXT NOT NULL CHECK (capacity IN ('', 'definitif', 'plt', 'plh')),
	recorded_at	@INT@ NOT NULL,
	occurred_at	@INT@ NOT NULL,		-- may be earlier
	effect		TEXT NOT NULL,		-- changed columns, JSON; nothing personal
	digest		TEXT NOT NULL,		-- SHA-256 of salt and payload
	prev		TEXT NOT NULL,		-- hash of the event before, '' for the first
	hash		TEXT NOT NULL,
	idem		TEXT UNIQUE,		-- idempotency key of the form
	PRIMARY KEY (stream, seq)
) @STRICT@;
CREATE INDEX events_actor ON events (actor_id, occurred_at);
CREATE INDEX events_recorded ON events (recorded_at);

@EVENTS_KEPT@

-- The texts of an event that people typed; a recorded act may destroy them.
CREATE TABLE event_data (
	stream		@INT@ NOT NULL,
	seq		@INT@ NOT NULL,
	salt		TEXT NOT NULL,
	payload		TEXT NOT NULL,		-- JSON
	PRIMARY KEY (stream, seq),
	FOREIGN KEY (stream, seq) REFERENCES events (stream, seq)
) @STRICT@;

-- Files of a case; the bytes lie under their hash (lib/store/files.h).
CREATE TABLE documents (
	id		@ID@,
	case_id		@INT@ NOT NULL REFERENCES cases (id),
	task_id		@INT@ NOT NULL REFERENCES tasks (id),
	field		TEXT NOT NULL,		-- of the row's form
	name		TEXT NOT NULL,		-- as uploaded, for display
	type		TEXT NOT NULL,		-- decided by content
	size		@INT@ NOT NULL,
	sha256		TEXT NOT NULL,
	added_at	@INT@ NOT NULL,
	added_by	@INT@ REFERENCES people (id)
) @STRICT@;
CREATE INDEX documents_case ON documents (case_id, added_at);
CREATE INDEX documents_sha256 ON documents (sha256);

-- Messages to be sent, in the same transaction as the act that causes them.
-- Those to an applicant belong to a case; one to people of the office may be
-- about many, and then belongs to none.
CREATE TABLE messages (
	id		@ID@,
	case_id		@INT@ REFERENCES cases (id),	-- NULL: of no single case
	task_id		@INT@ REFERENCES tasks (id),
	person_id	@INT@ REFERENCES people (id),	-- of the office; NULL: applicant
	kind		TEXT NOT NULL,
	channel		TEXT NOT NULL CHECK (channel IN ('', 'whatsapp', 'mail')),
	address		TEXT NOT NULL,		-- phone or e-mail; '' when there is none
	subject		TEXT NOT NULL,		-- of a mail; never in WhatsApp
	body		TEXT NOT NULL,
	fact		TEXT UNIQUE,		-- what is told once only; NULL: any time
	state		TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'failed',
			'expired')),
	queued_at	@INT@ NOT NULL,
	expires_at	@INT@,			-- not sent from then on (the office
						-- closes); NULL: day and night
	sent_at		@INT@
) @STRICT@;
CREATE INDEX messages_queued ON messages (queued_at) WHERE state = 'queued';
CREATE INDEX messages_case ON messages (case_id);

-- Words of a case for searching, folded by the program.
CREATE TABLE search_words (
	word		TEXT NOT NULL,
	case_id		@INT@ NOT NULL REFERENCES cases (id),
	PRIMARY KEY (word, case_id)
) @KEYED@;

-- Running numbers ("K-2026"), raised in the transaction that takes one.
CREATE TABLE counters (
	name		TEXT PRIMARY KEY,
	value		@INT@ NOT NULL
) @STRICT@;

-- Share of tasks to be on time, per role or for all (role_id NULL).
CREATE TABLE targets (
	id		@ID@,
	role_id		@INT@ REFERENCES roles (id),
	percent		@INT@ NOT NULL CHECK (percent BETWEEN 0 AND 100),
	decree		TEXT NOT NULL,
	valid_from	@INT@ NOT NULL,
	valid_to	@INT@
) @STRICT@;

-- Closed months: their figures stand in month_figures and change no more.
CREATE TABLE months (
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	month		TEXT NOT NULL,		-- "2026-10"
	closed_at	@INT@ NOT NULL,
	closed_by	@INT@ REFERENCES people (id),
	calendar_id	@INT@ NOT NULL REFERENCES calendar_versions (id),
	n		@INT@ NOT NULL,		-- of the closing, 1 ..: roots follow one another
	root		TEXT NOT NULL,		-- of month_heads and prev (lib/month/root.h)
	prev		TEXT NOT NULL,		-- root of closing n - 1, '' of the first
	role_name	TEXT NOT NULL,		-- as printed then; '' by command
	held_on		TEXT NOT NULL,		-- the meeting: "2026-11-03" or ''
	place		TEXT NOT NULL,
	attended	TEXT NOT NULL,
	findings	TEXT NOT NULL,
	decisions	TEXT NOT NULL,
	PRIMARY KEY (unit_id, month),
	UNIQUE (unit_id, n)
) @STRICT@;

-- The process that does the work of only one at a time, and until when.
CREATE TABLE leases (
	name		TEXT PRIMARY KEY,
	holder		TEXT NOT NULL,
	until		@INT@ NOT NULL
) @STRICT@;

-- The last run of each work that is done without anybody asking.
CREATE TABLE runs (
	job		TEXT PRIMARY KEY CHECK (job IN ('tick', 'messenger', 'backup')),
	ended_at	@INT@ NOT NULL,
	well_at		@INT@ NOT NULL,		-- the last that succeeded; 0: none
	fault		TEXT NOT NULL		-- why the last failed, '' when it did not
) @STRICT@;

-- Sights of personal data: one row per person, case and hour.
CREATE TABLE reads (
	person_id	@INT@ NOT NULL REFERENCES people (id),
	case_id		@INT@ NOT NULL REFERENCES cases (id),
	hour		@INT@ NOT NULL,		-- seconds UTC of the hour's start
	PRIMARY KEY (person_id, case_id, hour)
) @STRICT@;

-- == the figures of closed months ===========================================

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

-- == digests and notices to people of the office ============================

-- The preference of a person: the way of messages about new work and of the
-- digest of a morning ('': none), and when each went out last.  A person who
-- never chose has no row: a digest by mail, and nothing of new work.
CREATE TABLE tellings (
	person_id	@ID@ REFERENCES people (id),
	work_by		TEXT NOT NULL CHECK (work_by IN ('', 'whatsapp', 'mail')),
	digest_by	TEXT NOT NULL CHECK (digest_by IN ('', 'whatsapp', 'mail')),
	work_at		@INT@ NOT NULL,		-- last bundle of new work, 0: none
	digest_at	@INT@ NOT NULL		-- last morning looked at, 0: none
) @STRICT@;

-- A fact about a task that a person had a message of: it is sent only once.
CREATE TABLE told (
	person_id	@INT@ NOT NULL REFERENCES people (id),
	task_id		@INT@ NOT NULL REFERENCES tasks (id),
	fact		TEXT NOT NULL CHECK (fact IN ('new',	-- waits for the role
			'handed',	-- waits for this person
			'returned',	-- the same, after a return
			'soon',		-- nearly late
			'late',
			'far')),	-- so late that the superior hears
	PRIMARY KEY (person_id, task_id, fact)
) @STRICT@;

-- == how far messages got, and the links that some carry ====================

-- The sending of a message.  One without a row was not tried yet; one that was
-- sent before its row could say so stays 'begun' until it is looked at again.
CREATE TABLE deliveries (
	message_id	@ID@ REFERENCES messages (id),
	route		TEXT NOT NULL CHECK (route IN ('', 'whatsapp', 'mail', 'mailbox')),
	address		TEXT NOT NULL,		-- where it goes by this route
	state		TEXT NOT NULL CHECK (state IN ('waiting', 'begun',
			'accepted', 'delivered', 'read', 'failed')),
	tries		@INT@ NOT NULL,		-- by this route
	begun_at	@INT@,			-- the last of them
	next_at		@INT@ NOT NULL,		-- not tried before
	repeated	@INT@ NOT NULL CHECK (repeated IN (0, 1)), -- may have gone out twice
	provider_id	TEXT NOT NULL,		-- the provider's name for it, or ''
	alias		TEXT NOT NULL,		-- another name it goes by there, or ''
	reason		TEXT NOT NULL,		-- of the last failure, or ''
	changed_at	@INT@ NOT NULL
) @STRICT@;
CREATE INDEX deliveries_provider ON deliveries (provider_id) WHERE provider_id <> '';
CREATE INDEX deliveries_alias ON deliveries (alias) WHERE alias <> '';
CREATE INDEX deliveries_route ON deliveries (route, begun_at);
CREATE INDEX deliveries_failed ON deliveries (message_id) WHERE state = 'failed';

-- A way out that has stopped because the provider does not take our key, and
-- when it was last asked whether it is well.
CREATE TABLE channels (
	route		TEXT PRIMARY KEY CHECK (route IN ('whatsapp', 'mail', 'mailbox')),
	denied_at	@INT@,			-- stopped since; NULL: it has not
	mark		TEXT NOT NULL,		-- keyed hash of the configuration then
	reason		TEXT NOT NULL,		-- the provider's
	checked_at	@INT@,
	well		@INT@ NOT NULL CHECK (well IN (0, 1))
) @STRICT@;

-- The one file that goes with a mail; its bytes lie under their hash
-- (lib/store/files.h), until the mail has gone.
CREATE TABLE message_files (
	message_id	@ID@ REFERENCES messages (id),
	name		TEXT NOT NULL,		-- "laporan-2026-10.zip"
	type		TEXT NOT NULL,		-- MIME
	size		@INT@ NOT NULL,
	sha256		TEXT NOT NULL
) @STRICT@;
CREATE INDEX message_files_sha256 ON message_files (sha256);

-- Links to the answer of a case.  The token stands in the message alone.
CREATE TABLE links (
	hash		TEXT PRIMARY KEY,	-- of the token
	case_id		@INT@ NOT NULL REFERENCES cases (id),
	expires_at	@INT@ NOT NULL
) @STRICT@;

-- == people outside the office: accounts of institutions'
-- operators, their reports, and the words of the public afterwards ==========

-- Somebody asks for the account of an institution's operator.
CREATE TABLE registrations (
	id		@ID@,
	institution	TEXT NOT NULL,		-- as typed
	kind		TEXT NOT NULL CHECK (kind IN ('kampus', 'sekolah', 'lain')),
	name		TEXT NOT NULL,		-- of the operator
	phone		TEXT NOT NULL,		-- E.164
	email		TEXT NOT NULL,		-- or ''
	state		TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'refused')),
	asked_at	@INT@ NOT NULL,
	decided_at	@INT@,
	decided_by	@INT@ REFERENCES people (id),
	reason		TEXT NOT NULL,		-- of a refusal, else ''
	person_id	@INT@ REFERENCES people (id)	-- the account it led to
) @STRICT@;
CREATE INDEX registrations_state ON registrations (state, asked_at);

-- One-time links by which a person chooses a password.
CREATE TABLE tokens (
	hash		TEXT PRIMARY KEY,	-- SHA-256; the token is in the message alone
	person_id	@INT@ NOT NULL REFERENCES people (id),
	expires_at	@INT@ NOT NULL,
	used_at		@INT@			-- NULL: not yet
) @STRICT@;
CREATE INDEX tokens_expires ON tokens (expires_at);

-- Activity reports of institutions; the bytes lie under their hash.
CREATE TABLE activities (
	id		@ID@,
	institution_id	@INT@ NOT NULL REFERENCES institutions (id),
	case_id		@INT@ REFERENCES cases (id),	-- the request it is about
	title		TEXT NOT NULL,
	name		TEXT NOT NULL,		-- of the file, for display
	type		TEXT NOT NULL,		-- decided by content
	size		@INT@ NOT NULL,
	sha256		TEXT NOT NULL,
	added_at	@INT@ NOT NULL,
	added_by	@INT@ NOT NULL REFERENCES people (id),
	seen_at		@INT@,			-- first opened by the office
	seen_by		@INT@ REFERENCES people (id)
) @STRICT@;
CREATE INDEX activities_institution ON activities (institution_id, added_at);
CREATE INDEX activities_sha256 ON activities (sha256);

-- The answers of the applicant of an ended case about the service, once: nine
-- elements by key (PermenPAN-RB 14/2017), each 1 to 4.
CREATE TABLE surveys (
	case_id		@ID@ REFERENCES cases (id),
	answered_at	@INT@ NOT NULL,
	requirements	@INT@ NOT NULL CHECK (requirements BETWEEN 1 AND 4),
	procedure	@INT@ NOT NULL CHECK (procedure BETWEEN 1 AND 4),
	time		@INT@ NOT NULL CHECK (time BETWEEN 1 AND 4),
	fee		@INT@ NOT NULL CHECK (fee BETWEEN 1 AND 4),
	product		@INT@ NOT NULL CHECK (product BETWEEN 1 AND 4),
	competence	@INT@ NOT NULL CHECK (competence BETWEEN 1 AND 4),
	conduct		@INT@ NOT NULL CHECK (conduct BETWEEN 1 AND 4),
	facilities	@INT@ NOT NULL CHECK (facilities BETWEEN 1 AND 4),
	complaints	@INT@ NOT NULL CHECK (complaints BETWEEN 1 AND 4),
	note		TEXT NOT NULL		-- a suggestion, or ''
) @STRICT@;
CREATE INDEX surveys_answered ON surveys (answered_at);

-- Complaints of the public, each answered by the office within a time.
CREATE TABLE complaints (
	id		@ID@,
	number		TEXT NOT NULL UNIQUE,	-- P-2026-0001
	code_hash	TEXT NOT NULL UNIQUE,	-- of the complainant's code
	case_id		@INT@ REFERENCES cases (id),	-- when it is about one
	name		TEXT NOT NULL,		-- '' when not told
	phone		TEXT NOT NULL,		-- E.164 or ''
	email		TEXT NOT NULL,
	body		TEXT NOT NULL,
	came_at		@INT@ NOT NULL,
	due_at		@INT@ NOT NULL,		-- to be answered by then
	answer		TEXT NOT NULL,		-- '' until then
	answered_at	@INT@,
	answered_by	@INT@ REFERENCES people (id)
) @STRICT@;
CREATE INDEX complaints_came ON complaints (came_at);
CREATE INDEX complaints_answered ON complaints (answered_at);
CREATE INDEX complaints_open ON complaints (due_at) WHERE answered_at IS NULL;

-- == findings about files that came in ======================================

-- The electronic signatures of a PDF, as they were found when it came in.
CREATE TABLE signatures (
	sha256		TEXT NOT NULL,		-- of the file
	pos		@INT@ NOT NULL,		-- 1, 2, ... within it
	signer		TEXT NOT NULL,		-- as its certificate says, '' when it does not
	signed_at	@INT@,			-- as the signer's clock said; NULL: not told
	state		TEXT NOT NULL
			CHECK (state IN ('unchanged', 'extended', 'changed', 'unknown')),
	PRIMARY KEY (sha256, pos)
) @STRICT@;

-- Files that nobody gets: the virus scanner did not answer when they came in, qpdf
-- was not there, or one of them has found something since.  Files that are found
-- harmless leave this table.
CREATE TABLE quarantine (
	id		@ID@,
	sha256		TEXT NOT NULL UNIQUE,
	name		TEXT NOT NULL,		-- as uploaded first, for display
	since		@INT@ NOT NULL,
	judge		@INT@ NOT NULL		-- who has yet to look at it, or found something:
			CHECK (judge BETWEEN 1 AND 3),	-- 1 the scanner, 2 qpdf, 3 both
	finding		TEXT NOT NULL		-- what was found; '': nothing yet
) @STRICT@;

-- Stored files that were missing or altered when somebody wanted them.  A file
-- that is whole again leaves this table.
CREATE TABLE damages (
	sha256		TEXT PRIMARY KEY,
	state		TEXT NOT NULL CHECK (state IN ('missing', 'altered')),
	since		@INT@ NOT NULL
) @STRICT@;

-- == letters the office issued, and their numbers ===========================

-- One letter of one person: a certificate for thirty is thirty rows with one
-- document.  A number is reserved before the paper that bears it is composed,
-- and belongs to that letter for good; one that is given up before is dropped.
CREATE TABLE letters (
	id		@ID@,			-- the verification code follows from it
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	case_id		@INT@ NOT NULL REFERENCES cases (id),
	kind		TEXT NOT NULL CHECK (kind IN ('balasan', 'keterangan', 'sertifikat')),
	person		@INT@ NOT NULL,		-- which participant, 0 the first
	holder		TEXT NOT NULL,		-- name; shown masked
	number		TEXT NOT NULL,
	year		@INT@ NOT NULL,		-- numbers begin anew with it
	dated		TEXT NOT NULL,		-- "2025-12-15", as on the letter
	subject		TEXT NOT NULL,
	code_hash	TEXT NOT NULL UNIQUE,	-- of the verification code
	state		TEXT NOT NULL CHECK (state IN ('reserved', 'dropped',
			'valid', 'superseded', 'withdrawn')),
	document_id	@INT@ REFERENCES documents (id), -- the paper; NULL: reserved
	made_at		@INT@ NOT NULL,
	made_by		@INT@ REFERENCES people (id),
	changed_at	@INT@,			-- superseded, withdrawn, dropped
	reason		TEXT NOT NULL,		-- of a withdrawal
	addressee	TEXT NOT NULL,		-- '': the holder
	serial		@INT@ NOT NULL		-- running number of the year; 0:
						-- the number came from elsewhere
) @STRICT@;
CREATE INDEX letters_case ON letters (case_id, kind, person);
CREATE INDEX letters_number ON letters (unit_id, year, number);
-- The last line of defence: two valid letters never bear one number.
CREATE UNIQUE INDEX letters_valid ON letters (unit_id, year, number)
	WHERE state = 'valid';

-- Texts of letters and letterheads (sopap-letter(5)), from when on which was
-- used.  The newest of its name is in force; where that is a shipped one, the
-- file that came with the programs is, and another file becomes another
-- version with the first letter it is used for.
CREATE TABLE letter_texts (
	id		@ID@,
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	name		TEXT NOT NULL CHECK (name IN ('balasan', 'balasan-tolak',
			'keterangan', 'sertifikat', 'kop')),
	version		@INT@ NOT NULL,		-- from 1, of its unit and name
	body		TEXT NOT NULL,
	sha256		TEXT NOT NULL,
	shipped		@INT@ NOT NULL CHECK (shipped IN (0, 1)),
	made_at		@INT@ NOT NULL,
	made_by		@INT@ REFERENCES people (id), -- NULL: the system
	UNIQUE (unit_id, name, version)
) @STRICT@;

-- The order a letter was composed of: the same gives the same bytes again.
CREATE TABLE letter_orders (
	document_id	@INT@ PRIMARY KEY REFERENCES documents (id),
	text_id		@INT@ NOT NULL REFERENCES letter_texts (id),
	head_id		@INT@ NOT NULL REFERENCES letter_texts (id),
	body		TEXT NOT NULL		-- sopap-letter(1) reads it
) @STRICT@;

-- == follow-ups that monthly evaluations ask for ============================

-- A finding of an evaluation, and the action against it.  Derived from the event
-- that finished the evaluation.
CREATE TABLE followups (
	id		@ID@,
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	sop_id		@INT@ NOT NULL REFERENCES sops (id),
	case_id		@INT@ NOT NULL REFERENCES cases (id),	-- the evaluation
	n		@INT@ NOT NULL,		-- of the form, 1 ..
	finding		TEXT NOT NULL,
	action		TEXT NOT NULL,
	who		TEXT NOT NULL,
	until		TEXT NOT NULL,		-- "2026-11-30"
	UNIQUE (case_id, n)
) @STRICT@;
CREATE INDEX followups_sop ON followups (sop_id);

-- The state of a follow-up when a later evaluation looked at it.  Open until
-- done.
CREATE TABLE followup_checks (
	followup_id	@INT@ NOT NULL REFERENCES followups (id),
	case_id		@INT@ NOT NULL REFERENCES cases (id),	-- that evaluation
	done		@INT@ NOT NULL CHECK (done IN (0, 1)),
	note		TEXT NOT NULL,
	PRIMARY KEY (followup_id, case_id)
) @STRICT@;
CREATE INDEX followup_checks_case ON followup_checks (case_id);

-- == requests that are still being written, and consents ====================

-- A request on its way: an applicant with its link goes on writing.  The link's
-- token follows from the id and the server key; only its hash is kept, to find
-- it.  Or the form of a task that an official has begun: theirs alone, without a
-- link.
CREATE TABLE drafts (
	id		@ID@,
	token_hash	TEXT NOT NULL UNIQUE,	-- SHA-256
	version_id	@INT@ NOT NULL REFERENCES sop_versions (id),
	person_id	@INT@ REFERENCES people (id), -- of an account: nobody else's
	begun_at	@INT@ NOT NULL,
	expires_at	@INT@ NOT NULL,		-- put off by every change
	case_id		@INT@ REFERENCES cases (id), -- what it became; its text is gone then
	task_id		@INT@ REFERENCES tasks (id) -- an official's; NULL: a request
) @STRICT@;
CREATE INDEX drafts_expires ON drafts (expires_at);
CREATE UNIQUE INDEX drafts_task ON drafts (task_id, person_id)
	WHERE task_id IS NOT NULL;
CREATE INDEX drafts_person ON drafts (person_id) WHERE person_id IS NOT NULL;

-- The values of a draft as typed, right or wrong.
CREATE TABLE draft_values (
	draft_id	@INT@ NOT NULL REFERENCES drafts (id),
	name		TEXT NOT NULL,		-- of a form's field, or a part of a date
	value		TEXT NOT NULL,
	PRIMARY KEY (draft_id, name)
) @STRICT@;

-- The files of a draft; the bytes lie under their hash.
CREATE TABLE draft_files (
	draft_id	@INT@ NOT NULL REFERENCES drafts (id),
	field		TEXT NOT NULL,
	name		TEXT NOT NULL,		-- as uploaded, for display
	type		TEXT NOT NULL,		-- decided by content
	size		@INT@ NOT NULL,
	sha256		TEXT NOT NULL,
	PRIMARY KEY (draft_id, field)
) @STRICT@;
CREATE INDEX draft_files_sha256 ON draft_files (sha256);

-- Consents of an applicant, by the version of the text in the SOP's form.
CREATE TABLE consents (
	id		@ID@,
	case_id		@INT@ NOT NULL REFERENCES cases (id),
	field		TEXT NOT NULL,		-- of the first row's form
	version		TEXT NOT NULL,
	text		TEXT NOT NULL,		-- as it was shown
	agreed_at	@INT@ NOT NULL
) @STRICT@;
CREATE INDEX consents_case ON consents (case_id);

-- == the half-yearly monitoring of the SOPs =================================

-- One filling in of the regulation's table (PermenPAN-RB 35/2012).  A later
-- version corrects it and says why; the earlier ones stay.
CREATE TABLE monitorings (
	id		@ID@,
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	period		TEXT NOT NULL,		-- "2026-S1"
	version		@INT@ NOT NULL,		-- 1 ..
	made_at		@INT@ NOT NULL,
	made_by		@INT@ NOT NULL REFERENCES people (id),
	role_name	TEXT NOT NULL,		-- of the assessor, as printed then
	reason		TEXT NOT NULL,		-- why it was corrected, '' of the first
	UNIQUE (unit_id, period, version)
) @STRICT@;

-- The lines of a monitoring, one for each SOP.
CREATE TABLE monitoring_rows (
	monitoring_id	@INT@ NOT NULL REFERENCES monitorings (id),
	place		@INT@ NOT NULL,		-- 1 ..
	sop		TEXT NOT NULL,		-- slug
	name		TEXT NOT NULL,		-- as printed then
	well		@INT@ NOT NULL CHECK (well IN (0, 1)),	-- the assessor's word
	suggested	TEXT NOT NULL CHECK (suggested IN ('baik', 'tidak', '')), -- by rule; '': in doubt
	figures		TEXT NOT NULL,		-- of the half-year, as they stood
	note		TEXT NOT NULL,
	action		TEXT NOT NULL,		-- to be taken
	PRIMARY KEY (monitoring_id, place)
) @STRICT@;
