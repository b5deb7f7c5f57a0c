-- 0004-letters.sql - a letter is in force once it was sent signed.

-- A signed file that lacked number, code or signature was sent all the same; the
-- event says why.
ALTER TABLE tasks ADD COLUMN unproved @INT@ NOT NULL DEFAULT 0
	CHECK (unproved IN (0, 1));

-- That is one of the month's signs.
ALTER TABLE month_figures ADD COLUMN unproved @INT@ NOT NULL DEFAULT 0;
CREATE TABLE month_marks_0004 (
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	month		TEXT NOT NULL,
	sop		TEXT NOT NULL,
	place		@INT@ NOT NULL,
	sign		TEXT NOT NULL CHECK (sign IN ('tight-return', 'unchanged',
			'fast', 'late-entry', 'own-approval', 'joint',
			'unproved')),
	task_id		@INT@ NOT NULL,
	case_id		@INT@ NOT NULL,
	number		TEXT NOT NULL,		-- of the case
	sop_name	TEXT NOT NULL,
	no		TEXT NOT NULL,		-- row as printed
	performer	TEXT NOT NULL,		-- as printed
	closed_at	@INT@ NOT NULL,
	PRIMARY KEY (unit_id, month, sop, place),
	FOREIGN KEY (unit_id, month) REFERENCES months (unit_id, month)
) @STRICT@;
INSERT INTO month_marks_0004 (unit_id, month, sop, place, sign, task_id,
	case_id, number, sop_name, no, performer, closed_at)
	SELECT unit_id, month, sop, place, sign, task_id, case_id, number,
	sop_name, no, performer, closed_at FROM month_marks;
DROP TABLE month_marks;
ALTER TABLE month_marks_0004 RENAME TO month_marks;

-- Letters bore "valid" as soon as they were composed.  Where the visit is open
-- still they are only prepared (reserved, with a paper); where it ended without
-- anything signed, they never were in force.
UPDATE letters SET state = 'reserved' WHERE state = 'valid'
	AND document_id IN (SELECT d.id FROM documents d
		JOIN tasks t ON t.id = d.task_id WHERE t.open = 1);
UPDATE letters SET state = 'dropped', changed_at = (SELECT t.recorded_at
		FROM documents d JOIN tasks t ON t.id = d.task_id
		WHERE d.id = letters.document_id)
	WHERE state = 'valid' AND document_id IN (SELECT d.id FROM documents d
		JOIN tasks t ON t.id = d.task_id WHERE t.open = 0
		AND t.outcome NOT IN ('forward', 'end')
		AND NOT EXISTS (SELECT 1 FROM documents f WHERE f.task_id = t.id
			AND f.id NOT IN (SELECT document_id
				FROM letter_orders)));
