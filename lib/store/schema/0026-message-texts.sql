-- 0026-message-texts.sql - texts of messages that the office has put in place
-- of the shipped ones (lib/message/message_text.h).  The newest version counts.
CREATE TABLE message_texts (
	id		@ID@,
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	name		TEXT NOT NULL,
	version		@INT@ NOT NULL,
	shipped		@INT@ NOT NULL CHECK (shipped IN (0, 1)), -- as shipped again
	body		TEXT NOT NULL,		-- in Indonesian
	body_en		TEXT NOT NULL,
	made_at		@INT@ NOT NULL,
	made_by		@INT@ REFERENCES people (id),	-- NULL: the system
	UNIQUE (unit_id, name, version)
) @STRICT@;
