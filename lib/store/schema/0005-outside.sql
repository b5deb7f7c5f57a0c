-- 0005-outside.sql - people outside the office: accounts of institutions'
-- operators, their reports, and what the public says afterwards.

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

-- What the applicant of an ended case thinks of the service, once: nine
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
