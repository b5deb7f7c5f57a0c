-- 0021-took-part.sql - who took part in a case, by the version of its SOP.

-- In place of case_people: a list of the cases of one SOP goes by this key, and
-- passes over no case of another SOP.  The people who took part in a case, or
-- whom it is about or was given to; derived from events, tasks and cases
-- (lib/case/reader.h).
CREATE TABLE took_part (
	person_id	@INT@ NOT NULL REFERENCES people (id),
	version_id	@INT@ NOT NULL REFERENCES sop_versions (id),
	opened_at	@INT@ NOT NULL,		-- of the case
	case_id		@INT@ NOT NULL REFERENCES cases (id),
	PRIMARY KEY (person_id, version_id, opened_at, case_id)
) @KEYED@;
INSERT INTO took_part (person_id, version_id, opened_at, case_id)
	SELECT p.person_id, c.version_id, c.opened_at, c.id
	FROM case_people p JOIN cases c ON c.id = p.case_id;
DROP TABLE case_people;
