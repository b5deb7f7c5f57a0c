-- 0007-letter.sql - letters the office issued, and their numbers.

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

-- What a paper was composed of: the same order gives the same bytes again.
CREATE TABLE letter_orders (
	document_id	@INT@ PRIMARY KEY REFERENCES documents (id),
	text_id		@INT@ NOT NULL REFERENCES letter_texts (id),
	head_id		@INT@ NOT NULL REFERENCES letter_texts (id),
	body		TEXT NOT NULL		-- sopap-letter(1) reads it
) @STRICT@;
