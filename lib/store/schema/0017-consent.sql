-- 0017-consent.sql - what was done in somebody's name, or by one administrator
-- alone.

-- Holders who said that an act written down for them was none of theirs
-- (lib/case/behalf.h), by month.
CREATE INDEX events_contested ON events (recorded_at) WHERE kind = 'contest';
CREATE INDEX events_alone ON events (recorded_at) WHERE kind = 'alone';

-- Both are counted among the signs of a month; -1: not in a month that was
-- closed before.
ALTER TABLE month_figures ADD COLUMN contested @INT@ NOT NULL DEFAULT -1;
ALTER TABLE month_figures ADD COLUMN alone @INT@ NOT NULL DEFAULT -1;

-- A right or an SOP version that waits for another administrator
-- (lib/people/proposal.h).
CREATE TABLE proposals (
	id		@ID@,
	kind		TEXT NOT NULL CHECK (kind IN ('right', 'version')),
	about		TEXT NOT NULL,		-- as a reader knows it
	body		TEXT NOT NULL,		-- the right as JSON, the SOP file
	made_at		@INT@ NOT NULL,
	made_by		@INT@ NOT NULL REFERENCES people (id),
	decided_at	@INT@,			-- NULL: it waits
	decided_by	@INT@ REFERENCES people (id),
	agreed		@INT@ NOT NULL CHECK (agreed IN (0, 1))
) @STRICT@;
CREATE INDEX proposals_waiting ON proposals (made_at) WHERE decided_at IS NULL;
