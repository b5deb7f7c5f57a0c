-- 0014-readers.sql - who may see a case (lib/case/access.h).

-- The roles of a version whose holders see its cases.  Not those of rows that
-- name a person: same-as, superior-of, setiap, ditunjuk.
CREATE TABLE version_roles (
	role_id		@INT@ NOT NULL REFERENCES roles (id),
	version_id	@INT@ NOT NULL REFERENCES sop_versions (id),
	PRIMARY KEY (role_id, version_id)
) @KEYED@;
-- Of versions that are there already: of those that leave a row to a named
-- person, the rows that somebody was named for are known by their tasks.
INSERT INTO version_roles (role_id, version_id)
	SELECT DISTINCT r.id, s.version_id FROM steps s
	JOIN sop_versions v ON v.id = s.version_id
	JOIN roles r ON r.external = 0 AND r.system = 0
		AND '+' || replace(s.performer, '|', '+') || '+'
			LIKE '%+' || r.slug || '+%'
	WHERE v.yaml NOT LIKE '% ditunjuk:%' OR NOT EXISTS (SELECT 1
		FROM tasks t WHERE t.version_id = s.version_id
		AND t.pos = s.pos AND t.assignee_id IS NOT NULL);

-- The people who took part in a case, or whom it is about or was given to.
-- Derived from events, tasks and cases (lib/case/reader.h).
CREATE TABLE case_people (
	person_id	@INT@ NOT NULL REFERENCES people (id),
	opened_at	@INT@ NOT NULL,		-- of the case
	case_id		@INT@ NOT NULL REFERENCES cases (id),
	PRIMARY KEY (person_id, opened_at, case_id)
) @KEYED@;
INSERT INTO case_people (person_id, opened_at, case_id)
	SELECT x.person_id, c.opened_at, c.id FROM (
		SELECT stream AS case_id, actor_id AS person_id FROM events
			WHERE capacity <> '' AND actor_id IS NOT NULL
		UNION SELECT stream, behalf_id FROM events
			WHERE capacity <> '' AND behalf_id IS NOT NULL
		UNION SELECT case_id, assignee_id FROM tasks
			WHERE assignee_id IS NOT NULL
		UNION SELECT case_id, closed_by FROM tasks
			WHERE closed_by IS NOT NULL
		UNION SELECT id, officer_id FROM cases
			WHERE officer_id IS NOT NULL) x
	JOIN cases c ON c.id = x.case_id;

-- The cases of a version, the latest first.
CREATE INDEX cases_version ON cases (version_id, opened_at);
-- Who stands below a position.
CREATE INDEX people_superior ON people (superior_role_id)
	WHERE superior_role_id IS NOT NULL;
