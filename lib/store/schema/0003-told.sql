-- 0003-told.sql - what the people of the office are told of their work.

-- How a person wants to be told ('': not at all), and when that was done last.
-- Whoever never chose has no row: a digest by mail, and nothing of new work.
CREATE TABLE tellings (
	person_id	@ID@ REFERENCES people (id),
	work_by		TEXT NOT NULL CHECK (work_by IN ('', 'whatsapp', 'mail')),
	digest_by	TEXT NOT NULL CHECK (digest_by IN ('', 'whatsapp', 'mail')),
	work_at		@INT@ NOT NULL,		-- last bundle of new work, 0: none
	digest_at	@INT@ NOT NULL		-- last morning looked at, 0: none
) @STRICT@;

-- A fact that a person was told of a task: no row, no second time.
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
