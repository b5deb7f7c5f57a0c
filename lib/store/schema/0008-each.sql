-- 0008-each.sql - every holder of a role in a unit, and a child case for each.

-- A holder holds a role in a unit; NULL: in the unit of the role.
ALTER TABLE holders ADD COLUMN unit_id @INT@ REFERENCES units (id);
-- Only who holds the performer in this unit does the task; NULL: anybody.
ALTER TABLE tasks ADD COLUMN unit_id @INT@ REFERENCES units (id);
CREATE INDEX tasks_seats ON tasks (performer, unit_id)
	WHERE open = 1 AND unit_id IS NOT NULL;
-- The case that parted into this one and others (lib/case/case_child.h).
ALTER TABLE cases ADD COLUMN parent_id @INT@ REFERENCES cases (id);
CREATE INDEX cases_parent ON cases (parent_id) WHERE parent_id IS NOT NULL;
