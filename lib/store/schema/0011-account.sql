-- 0011-account.sql - the second factor, and what a person sees of the sessions.

-- Codes that a telephone makes (lib/people/factor.h): the secret follows from
-- the server key and the salt.
CREATE TABLE factors (
	person_id	@ID@ REFERENCES people (id),
	salt		TEXT NOT NULL,		-- '' before the first is set
	since		@INT@ NOT NULL,		-- 0: does not count yet
	step		@INT@ NOT NULL,		-- of the last code taken
	next_salt	TEXT NOT NULL,		-- to be confirmed; or ''
	begun_at	@INT@ NOT NULL		-- when that was made; or 0
) @STRICT@;
-- Codes for the day when the telephone is lost; one that was used is gone.
CREATE TABLE recovery_codes (
	hash		TEXT PRIMARY KEY,	-- SHA-256
	person_id	@INT@ NOT NULL REFERENCES people (id)
) @STRICT@;
CREATE INDEX recovery_codes_person ON recovery_codes (person_id);

-- Where it began, as brakes know an address; and when its person last showed a
-- second factor.
ALTER TABLE sessions ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN proved_at @INT@ NOT NULL DEFAULT 0;
