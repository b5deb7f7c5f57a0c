-- 0007-month-waits.sql - what a closed month knows of waits outside, in working
-- time, and of running cases past their service time.  Months closed before
-- have -1: that was not counted then.

ALTER TABLE month_figures ADD COLUMN saved @INT@ NOT NULL DEFAULT -1;
ALTER TABLE month_figures ADD COLUMN late_waits @INT@ NOT NULL DEFAULT -1;
ALTER TABLE month_figures ADD COLUMN outside_work @INT@ NOT NULL DEFAULT -1;
ALTER TABLE month_figures ADD COLUMN applicant_work @INT@ NOT NULL DEFAULT -1;
ALTER TABLE month_figures ADD COLUMN promise_late @INT@ NOT NULL DEFAULT -1;

-- The same marks, of three signs more.
CREATE TABLE month_marks_more (
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	month		TEXT NOT NULL,
	sop		TEXT NOT NULL,
	place		@INT@ NOT NULL,
	sign		TEXT NOT NULL CHECK (sign IN ('tight-return', 'unchanged',
			'fast', 'late-entry', 'own-approval', 'joint',
			'unproved', 'saved', 'late-wait')),
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
INSERT INTO month_marks_more SELECT unit_id, month, sop, place, sign, task_id,
	case_id, number, sop_name, no, performer, closed_at FROM month_marks;
DROP TABLE month_marks;
ALTER TABLE month_marks_more RENAME TO month_marks;
