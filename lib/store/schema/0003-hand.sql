-- 0003-hand.sql - one task in hand, and a clock that went back.

-- The seconds by which the machine's clock was behind the last that is known
-- of the task, when it was closed: they make nobody late.
ALTER TABLE tasks ADD COLUMN lent @INT@ NOT NULL DEFAULT 0;

-- What a person has in hand, found at every act of work.
CREATE INDEX tasks_hand ON tasks (claimed_by) WHERE open = 1 AND phase = 'own';
