-- 0002-party.sql - the parties outside through whom work passes, by name.

-- Parties of the office's list (lib/office/party.h); the first four are those
-- that the SOPs of the ministry's offices know.
CREATE TABLE parties (
	id		@ID@,
	slug		TEXT NOT NULL UNIQUE,
	name		TEXT NOT NULL,
	active		@INT@ NOT NULL CHECK (active IN (0, 1))	-- is offered
) @STRICT@;
INSERT INTO parties (id, slug, name, active) VALUES
	(1, 'sisumaker', 'SISUMAKER', 1),
	(2, 'srikandi', 'SRIKANDI', 1),
	(3, 'e-office', 'e-office', 1),
	(4, 'direktorat-jenderal', 'Direktorat Jenderal', 1);

-- The party that had a task: a slug, 'lainnya', or '' when nobody said.
ALTER TABLE spans ADD COLUMN party TEXT NOT NULL DEFAULT '';
-- Outside, and the limit does not move with it (lib/clock/account.h).
ALTER TABLE spans ADD COLUMN still @INT@ NOT NULL DEFAULT 0
	CHECK (still IN (0, 1));
