-- 0004-delivery.sql - how far messages got, and the links that some carry.

-- The sending of a message.  One without a row was not tried yet; one that was
-- sent before its row could say so stays 'begun' until it is looked at again.
CREATE TABLE deliveries (
	message_id	@ID@ REFERENCES messages (id),
	route		TEXT NOT NULL CHECK (route IN ('', 'whatsapp', 'mail', 'mailbox')),
	address		TEXT NOT NULL,		-- where it goes by this route
	state		TEXT NOT NULL CHECK (state IN ('waiting', 'begun',
			'accepted', 'delivered', 'read', 'failed')),
	tries		@INT@ NOT NULL,		-- by this route
	begun_at	@INT@,			-- the last of them
	next_at		@INT@ NOT NULL,		-- not tried before
	repeated	@INT@ NOT NULL CHECK (repeated IN (0, 1)), -- may have gone out twice
	provider_id	TEXT NOT NULL,		-- the provider's name for it, or ''
	alias		TEXT NOT NULL,		-- another name it goes by there, or ''
	reason		TEXT NOT NULL,		-- of the last failure, or ''
	changed_at	@INT@ NOT NULL
) @STRICT@;
CREATE INDEX deliveries_provider ON deliveries (provider_id) WHERE provider_id <> '';
CREATE INDEX deliveries_alias ON deliveries (alias) WHERE alias <> '';
CREATE INDEX deliveries_route ON deliveries (route, begun_at);
CREATE INDEX deliveries_failed ON deliveries (message_id) WHERE state = 'failed';

-- A way out that has stopped because the provider does not take our key, and
-- when it was last asked whether it is well.
CREATE TABLE channels (
	route		TEXT PRIMARY KEY CHECK (route IN ('whatsapp', 'mail', 'mailbox')),
	denied_at	@INT@,			-- stopped since; NULL: it has not
	mark		TEXT NOT NULL,		-- keyed hash of the configuration then
	reason		TEXT NOT NULL,		-- the provider's
	checked_at	@INT@,
	well		@INT@ NOT NULL CHECK (well IN (0, 1))
) @STRICT@;

-- The one file that goes with a mail; its bytes lie under their hash
-- (lib/store/files.h), until the mail has gone.
CREATE TABLE message_files (
	message_id	@ID@ REFERENCES messages (id),
	name		TEXT NOT NULL,		-- "laporan-2026-10.zip"
	type		TEXT NOT NULL,		-- MIME
	size		@INT@ NOT NULL,
	sha256		TEXT NOT NULL
) @STRICT@;
CREATE INDEX message_files_sha256 ON message_files (sha256);

-- Links to the answer of a case.  The token stands in the message alone.
CREATE TABLE links (
	hash		TEXT PRIMARY KEY,	-- of the token
	case_id		@INT@ NOT NULL REFERENCES cases (id),
	expires_at	@INT@ NOT NULL
) @STRICT@;
