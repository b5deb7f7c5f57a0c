-- 0001-office.sql - the office: procedures, people, cases, tasks, history.
--
-- Tokens in @ signs are expanded per engine.  Ids are made by the program
-- (lib/store/id.h) and are no order.  Instants are seconds since 1970, UTC.
-- Texts are UTF-8.  Slugs are stable names; printed names are data.

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

-- Who holds a role, from when to when, and in what capacity.
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

-- Who may write down what the holders of a role did, and that an applicant is
-- present, without holding it: named by an administrator, with evidence for
-- every act on behalf of another.
CREATE TABLE clerks (
	id		@ID@,
	role_id		@INT@ NOT NULL REFERENCES roles (id),
	person_id	@INT@ NOT NULL REFERENCES people (id),
	letter_no	TEXT NOT NULL,		-- surat tugas, or ''
	from_at		@INT@ NOT NULL,
	to_at		@INT@			-- NULL: until further notice
) @STRICT@;
CREATE INDEX clerks_person ON clerks (person_id, role_id);
CREATE INDEX holders_role ON holders (role_id, person_id);

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

-- In what phase a task was, from when; until its next span or its close.
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

CREATE TRIGGER events_no_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

-- What was said and typed; may be destroyed by a recorded act.
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
-- Those to an applicant belong to a case; those to people of the office may
-- tell of many and then belong to none.
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

-- Who may do the work that only one process should do now, and until when.
CREATE TABLE leases (
	name		TEXT PRIMARY KEY,
	holder		TEXT NOT NULL,
	until		@INT@ NOT NULL
) @STRICT@;

-- Who saw personal data: one row per person, case and hour.
CREATE TABLE reads (
	person_id	@INT@ NOT NULL REFERENCES people (id),
	case_id		@INT@ NOT NULL REFERENCES cases (id),
	hour		@INT@ NOT NULL,		-- seconds UTC of the hour's start
	PRIMARY KEY (person_id, case_id, hour)
) @STRICT@;
