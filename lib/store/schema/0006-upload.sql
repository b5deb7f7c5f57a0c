-- 0006-upload.sql - what was found out about files that came in.

-- The electronic signatures of a PDF, as they were found when it came in.
CREATE TABLE signatures (
	sha256		TEXT NOT NULL,		-- of the file
	pos		@INT@ NOT NULL,		-- 1, 2, ... within it
	signer		TEXT NOT NULL,		-- as its certificate says, '' when it does not
	signed_at	@INT@,			-- as the signer's clock said; NULL: not told
	state		TEXT NOT NULL
			CHECK (state IN ('unchanged', 'extended', 'changed', 'unknown')),
	PRIMARY KEY (sha256, pos)
) @STRICT@;

-- Files that nobody gets: the virus scanner did not answer when they came in,
-- or has found something since.  What is found harmless leaves this table.
CREATE TABLE quarantine (
	id		@ID@,
	sha256		TEXT NOT NULL UNIQUE,
	name		TEXT NOT NULL,		-- as uploaded first, for display
	since		@INT@ NOT NULL,
	finding		TEXT NOT NULL		-- what the scanner found; '': not yet scanned
) @STRICT@;
