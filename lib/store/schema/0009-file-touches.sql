-- 0009-file-touches.sql - when a stored file was sent or taken up last.

-- Only of the last day: until then a file may wait for the form that names it
-- (lib/store/files.h).
CREATE TABLE file_touches (
	sha256		TEXT PRIMARY KEY,
	at		@INT@ NOT NULL		-- by the database's clock
) @KEYED@;
CREATE INDEX file_touches_at ON file_touches (at);
