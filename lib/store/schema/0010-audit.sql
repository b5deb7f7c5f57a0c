-- 0010-audit.sql - the record of log-ins, refusals, changes of rights, exports
-- and readings (lib/office/audit.h).

-- Of no chain, and removed after its time: it names people and roles by their
-- ids and refers to nothing.
CREATE TABLE audit (
	id		@ID@,
	at		@INT@ NOT NULL,
	kind		TEXT NOT NULL,		-- a word of the table in audit.c
	outcome		TEXT NOT NULL CHECK (outcome IN ('good', 'bad',
			'braked', 'refused')),
	person_id	@INT@ NOT NULL,		-- who did it; 0: not known
	about_id	@INT@ NOT NULL,		-- person or role; 0: none
	about		TEXT NOT NULL,		-- a path, or ''
	address		TEXT NOT NULL,		-- as brakes know it; '' a command
	program		TEXT NOT NULL,
	request		TEXT NOT NULL		-- id in the log, or ''
) @STRICT@;
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_person ON audit (person_id, at);
CREATE INDEX audit_about ON audit (about_id, at) WHERE about_id <> 0;
CREATE INDEX audit_address ON audit (address, at) WHERE person_id = 0;
