-- 0015-file-parts.sql - stored files of an office on a server.

-- Under the hash of their content (lib/store/files.h), in parts of 256 KiB, the
-- last shorter.  An office in a file keeps its files in a folder.
CREATE TABLE file_parts (
	sha256		TEXT NOT NULL,
	part		@INT@ NOT NULL,		-- from 0
	bytes		@BLOB@ NOT NULL,
	PRIMARY KEY (sha256, part)
) @STRICT@;
