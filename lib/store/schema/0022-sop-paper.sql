-- 0022-sop-paper.sql - the signed paper of a version of an SOP, as a scan or
-- signed electronically (lib/office/sop_paper.h).  The newest counts.
CREATE TABLE sop_papers (
	id		@ID@,
	version_id	@INT@ NOT NULL REFERENCES sop_versions (id),
	sha256		TEXT NOT NULL,
	name		TEXT NOT NULL,		-- as it was handed in
	type		TEXT NOT NULL,
	size		@INT@ NOT NULL,
	added_at	@INT@ NOT NULL,
	added_by	@INT@ NOT NULL REFERENCES people (id)
) @STRICT@;
CREATE INDEX sop_papers_version ON sop_papers (version_id, id);
CREATE INDEX sop_papers_file ON sop_papers (sha256);
