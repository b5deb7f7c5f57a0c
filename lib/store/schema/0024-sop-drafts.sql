-- 0024-sop-drafts.sql - versions of SOPs while they are prepared, one for each
-- SOP (lib/office/sop_draft.h).  They count for nothing until they are published.
CREATE TABLE sop_drafts (
	id		@ID@,				-- stream of its events
	slug		TEXT NOT NULL UNIQUE,		-- of the SOP, which may not be yet
	base		@INT@ NOT NULL,			-- version it was begun from; 0: none
	yaml		TEXT NOT NULL,			-- may have faults
	seq		@INT@ NOT NULL,			-- how often it was saved
	begun_at	@INT@ NOT NULL,
	begun_by	@INT@ NOT NULL REFERENCES people (id),
	saved_at	@INT@ NOT NULL,
	saved_by	@INT@ NOT NULL REFERENCES people (id)
) @STRICT@;
