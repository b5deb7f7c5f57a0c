-- 0008-evaluate.sql - what monthly evaluations ask to be mended.

-- What an evaluation found, and what is to be done about it.  Derived from the
-- event that finished the evaluation.
CREATE TABLE followups (
	id		@ID@,
	unit_id		@INT@ NOT NULL REFERENCES units (id),
	sop_id		@INT@ NOT NULL REFERENCES sops (id),
	case_id		@INT@ NOT NULL REFERENCES cases (id),	-- the evaluation
	n		@INT@ NOT NULL,		-- of the form, 1 ..
	finding		TEXT NOT NULL,
	action		TEXT NOT NULL,
	who		TEXT NOT NULL,
	until		TEXT NOT NULL,		-- "2026-11-30"
	UNIQUE (case_id, n)
) @STRICT@;
CREATE INDEX followups_sop ON followups (sop_id);

-- How it stood when a later evaluation looked at it.  Open until done.
CREATE TABLE followup_checks (
	followup_id	@INT@ NOT NULL REFERENCES followups (id),
	case_id		@INT@ NOT NULL REFERENCES cases (id),	-- that evaluation
	done		@INT@ NOT NULL CHECK (done IN (0, 1)),
	note		TEXT NOT NULL,
	PRIMARY KEY (followup_id, case_id)
) @STRICT@;
CREATE INDEX followup_checks_case ON followup_checks (case_id);
