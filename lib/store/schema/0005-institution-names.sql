-- 0005-institution-names.sql - the institution of a request as it was typed,
-- and the spellings that an administrator has merged.

-- "" where the form names none, or before this column was there.
ALTER TABLE cases ADD COLUMN institution TEXT NOT NULL DEFAULT '';

-- Cases keep what was typed and count under stands_for, which is no spelling
-- of another itself.
CREATE TABLE spellings (
	id		@ID@,
	spelling	TEXT NOT NULL UNIQUE,
	stands_for	TEXT NOT NULL,
	CHECK (spelling <> stands_for)
) @STRICT@;
