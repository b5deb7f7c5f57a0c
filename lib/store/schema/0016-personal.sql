-- 0016-personal.sql - requests of persons about their data (UU 27/2022), and
-- archives that go by an approved list.

-- Who wants to see, correct or have erased what is kept, or objects to it
-- (lib/office/subject.h).
CREATE TABLE subject_requests (
	id		@ID@,
	number		TEXT NOT NULL UNIQUE,	-- D-2026-0001
	kind		TEXT NOT NULL CHECK (kind IN ('see', 'correct', 'erase',
			'object')),
	name		TEXT NOT NULL,
	contact		TEXT NOT NULL,		-- where the answer goes
	proof		TEXT NOT NULL,		-- how it was seen who it is
	body		TEXT NOT NULL,		-- what is asked for
	came_at		@INT@ NOT NULL,
	due_at		@INT@ NOT NULL,		-- 3 x 24 hours later
	noted_by	@INT@ REFERENCES people (id),
	decision	TEXT NOT NULL CHECK (decision IN ('', 'granted',
			'partly', 'refused')),
	ground		TEXT NOT NULL,		-- of the decision
	answer		TEXT NOT NULL,		-- what was told, and how
	decided_at	@INT@,
	decided_by	@INT@ REFERENCES people (id)
) @STRICT@;
CREATE INDEX subject_requests_open ON subject_requests (due_at)
	WHERE decided_at IS NULL;

-- A list of cases whose time is over, approved (lib/case/disposal.h).
CREATE TABLE disposals (
	id		@ID@,
	number		@INT@ NOT NULL UNIQUE,	-- 1 ..: of its berita acara
	letter_no	TEXT NOT NULL,		-- the approval,
	letter_on	TEXT NOT NULL,		-- "2031-02-03"
	official	TEXT NOT NULL,		-- who approved it
	list		TEXT NOT NULL,		-- SHA-256 of the list
	approved_at	@INT@ NOT NULL,
	approved_by	@INT@ REFERENCES people (id),
	done_at		@INT@			-- NULL: being carried out
) @STRICT@;
CREATE TABLE disposal_cases (
	case_id		@ID@ REFERENCES cases (id),
	disposal_id	@INT@ NOT NULL REFERENCES disposals (id),
	sop		TEXT NOT NULL,		-- its name, as printed then
	years		@INT@ NOT NULL,		-- its term
	documents	@INT@ NOT NULL,		-- how many there were
	done		@INT@ NOT NULL CHECK (done IN (0, 1))
) @STRICT@;
CREATE INDEX disposal_cases_of ON disposal_cases (disposal_id);
CREATE INDEX disposal_cases_open ON disposal_cases (case_id) WHERE done = 0;
