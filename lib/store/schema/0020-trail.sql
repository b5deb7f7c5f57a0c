-- 0020-trail.sql - the events of administered things (lib/office/trail.h).

-- They are few among those of cases, and are looked for by day and by person.
CREATE TABLE changes (
	stream		@INT@ NOT NULL,
	seq		@INT@ NOT NULL,
	at		@INT@ NOT NULL,		-- when it was recorded
	person_id	@INT@ NOT NULL,		-- by whom; 0: the machine
	PRIMARY KEY (stream, seq),
	FOREIGN KEY (stream, seq) REFERENCES events (stream, seq)
) @KEYED@;
CREATE INDEX changes_at ON changes (at);
INSERT INTO changes (stream, seq, at, person_id)
	SELECT e.stream, e.seq, e.recorded_at, coalesce(e.actor_id, 0)
	FROM events e
	WHERE NOT EXISTS (SELECT 1 FROM cases c WHERE c.id = e.stream);
