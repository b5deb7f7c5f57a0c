-- 0009-apply.sql - requests that are still being written, and what applicants
-- agreed to.

-- A request on its way: who has its link goes on writing.  The link's token
-- follows from the id and the server key; only its hash is kept, to find it.
-- Or what an official typed at a task: his alone, without a link.
CREATE TABLE drafts (
	id		@ID@,
	token_hash	TEXT NOT NULL UNIQUE,	-- SHA-256
	version_id	@INT@ NOT NULL REFERENCES sop_versions (id),
	person_id	@INT@ REFERENCES people (id), -- of an account: nobody else's
	begun_at	@INT@ NOT NULL,
	expires_at	@INT@ NOT NULL,		-- put off by every change
	case_id		@INT@ REFERENCES cases (id), -- what it became; its text is gone then
	task_id		@INT@ REFERENCES tasks (id) -- an official's; NULL: a request
) @STRICT@;
CREATE INDEX drafts_expires ON drafts (expires_at);
CREATE UNIQUE INDEX drafts_task ON drafts (task_id, person_id)
	WHERE task_id IS NOT NULL;
CREATE INDEX drafts_person ON drafts (person_id) WHERE person_id IS NOT NULL;

-- As typed, right or wrong.
CREATE TABLE draft_values (
	draft_id	@INT@ NOT NULL REFERENCES drafts (id),
	name		TEXT NOT NULL,		-- of a form's field, or a part of a date
	value		TEXT NOT NULL,
	PRIMARY KEY (draft_id, name)
) @STRICT@;

CREATE TABLE draft_files (
	draft_id	@INT@ NOT NULL REFERENCES drafts (id),
	field		TEXT NOT NULL,
	name		TEXT NOT NULL,		-- as uploaded, for display
	type		TEXT NOT NULL,		-- decided by content
	size		@INT@ NOT NULL,
	sha256		TEXT NOT NULL,
	PRIMARY KEY (draft_id, field)
) @STRICT@;
CREATE INDEX draft_files_sha256 ON draft_files (sha256);

-- What an applicant agreed to, by the version of the text in the SOP's form.
CREATE TABLE consents (
	id		@ID@,
	case_id		@INT@ NOT NULL REFERENCES cases (id),
	field		TEXT NOT NULL,		-- of the first row's form
	version		TEXT NOT NULL,
	text		TEXT NOT NULL,		-- as it was shown
	agreed_at	@INT@ NOT NULL
) @STRICT@;
CREATE INDEX consents_case ON consents (case_id);
