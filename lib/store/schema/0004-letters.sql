-- 0004-letters.sql - a letter is in force once it was sent signed.

-- A signed file that lacked number, code or signature was sent all the same; the
-- event says why.
ALTER TABLE tasks ADD COLUMN unproved @INT@ NOT NULL DEFAULT 0
	CHECK (unproved IN (0, 1));

-- That is one of the month's signs (0007-month-waits.sql lets them be marked).
ALTER TABLE month_figures ADD COLUMN unproved @INT@ NOT NULL DEFAULT 0;

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
