-- 0025-nameplate.sql - the office as the public sees it, by date
-- (lib/office/nameplate.h).  A set counts until the next begins; before the
-- first the configuration does.
CREATE TABLE nameplates (
	id		@ID@,
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	from_at		@INT@ NOT NULL,
	office		TEXT NOT NULL,		-- its name
	service		TEXT NOT NULL,		-- in head and title of every page
	hours		TEXT NOT NULL,
	hours_en	TEXT NOT NULL,		-- '': as in Indonesian
	contact		TEXT NOT NULL,
	notice		TEXT NOT NULL,		-- maklumat pelayanan, or ''
	notice_en	TEXT NOT NULL,
	ground		TEXT NOT NULL,		-- of the change: a regulation, or ''
	made_at		@INT@ NOT NULL,
	made_by		@INT@ REFERENCES people (id),	-- NULL: the system
	UNIQUE (unit_id, from_at)
) @STRICT@;
