-- 0012-active-files.sql - files that do more than show themselves.

-- A PDF with a script, another file or the like in it, as it was found when it
-- came in.
CREATE TABLE active_files (
	sha256		TEXT PRIMARY KEY,
	found		@INT@ NOT NULL CHECK (found > 0)	-- bits of lib/upload/active.h
) @KEYED@;
