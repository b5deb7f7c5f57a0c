-- 0010-monitor.sql - the half-yearly monitoring of the SOPs.

-- One filling in of the regulation's table (PermenPAN-RB 35/2012).  A later
-- version corrects it and says why; the earlier ones stay.
CREATE TABLE monitorings (
	id		@ID@,
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	period		TEXT NOT NULL,		-- "2026-S1"
	version		@INT@ NOT NULL,		-- 1 ..
	made_at		@INT@ NOT NULL,
	made_by		@INT@ NOT NULL REFERENCES people (id),
	role_name	TEXT NOT NULL,		-- of the assessor, as printed then
	reason		TEXT NOT NULL,		-- why it was corrected, '' of the first
	UNIQUE (unit_id, period, version)
) @STRICT@;

CREATE TABLE monitoring_rows (
	monitoring_id	@INT@ NOT NULL REFERENCES monitorings (id),
	place		@INT@ NOT NULL,		-- 1 ..
	sop		TEXT NOT NULL,		-- slug
	name		TEXT NOT NULL,		-- as printed then
	well		@INT@ NOT NULL CHECK (well IN (0, 1)),	-- the assessor's word
	suggested	TEXT NOT NULL CHECK (suggested IN ('baik', 'tidak', '')), -- by rule; '': in doubt
	figures		TEXT NOT NULL,		-- of the half-year, as they stood
	note		TEXT NOT NULL,
	action		TEXT NOT NULL,		-- to be taken
	PRIMARY KEY (monitoring_id, place)
) @STRICT@;
