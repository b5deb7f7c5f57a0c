-- 0023-absence.sql - people who are away, who stands in for them, and what
-- becomes of the tasks that they have taken (lib/people/absence.h).

CREATE TABLE absences (
	id		@ID@,
	person_id	@INT@ NOT NULL REFERENCES people (id),
	from_at		@INT@ NOT NULL,
	to_at		@INT@,			-- NULL: gone for good
	stand_in_id	@INT@ REFERENCES people (id),	-- NULL: nobody
	letter_no	TEXT NOT NULL,		-- surat perintah of a Plh., or ''
	tasks		TEXT NOT NULL CHECK (tasks IN ('moved', 'kept', 'chosen')),
	reason		TEXT NOT NULL,		-- goes into the history of what is moved
	state		TEXT NOT NULL CHECK (state IN ('proposed', 'confirmed',
			'declined')),
	made_at		@INT@ NOT NULL,
	made_by		@INT@ NOT NULL REFERENCES people (id),
	decided_at	@INT@,
	decided_by	@INT@ REFERENCES people (id),
	moved_at	@INT@,			-- the tasks were seen to
	ended_at	@INT@			-- its end was seen to
) @STRICT@;
CREATE INDEX absences_person ON absences (person_id, from_at);
CREATE INDEX absences_stand_in ON absences (stand_in_id);
CREATE INDEX absences_open ON absences (from_at, to_at)
	WHERE state <> 'declined' AND ended_at IS NULL;

-- The tasks of an absence: those that were chosen, and where each went.
CREATE TABLE absence_tasks (
	absence_id	@INT@ NOT NULL REFERENCES absences (id),
	task_id		@INT@ NOT NULL REFERENCES tasks (id),
	moved_at	@INT@,			-- NULL: not yet, or not possible
	to_id		@INT@ REFERENCES people (id),	-- NULL: back to its role
	PRIMARY KEY (absence_id, task_id)
) @KEYED@;

-- Who stands in holds the roles of who is away by this absence.
ALTER TABLE holders ADD COLUMN absence_id @INT@ REFERENCES absences (id);
CREATE INDEX holders_absence ON holders (absence_id)
	WHERE absence_id IS NOT NULL;
