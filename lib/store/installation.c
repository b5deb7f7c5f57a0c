/* installation.c - what the database knows of its own installation. */
#include "store/installation.h"

#include <sodium.h>
#include <string.h>

#include "store/engine.h"

enum stmt {
	STMT_GET,
	STMT_PUT,
	STMT_CLAIM,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_GET] =
		"SELECT value FROM installation WHERE name = $1",
	[STMT_PUT] =
		"INSERT INTO installation (name, value) VALUES ($1, $2)"
		" ON CONFLICT (name) DO UPDATE SET value = excluded.value",
	[STMT_CLAIM] =
		"INSERT INTO installation (name, value) VALUES ($1, $2)"
		" ON CONFLICT (name) DO NOTHING",
};

int
installation_get(struct db *db, const char *name, char *buf, size_t size)
{
	struct db_stmt *st;
	int found;

	if (!db_has_table(db, "installation"))
		return 0;
	st = db_query(db, sql[STMT_GET], "t", name);
	if ((found = db_step(st)))
		db_copy(st, 0, buf, size);
	return db_done(st) == 0 ? found : -1;
}

int
installation_put(struct db *db, const char *name, const char *value)
{
	int rc = db_run(db, sql[STMT_PUT], "tt", name, value);

	return rc < 0 ? rc : 0;
}

int
installation_claim(struct db *db, const char *name, const char *value,
    char *buf, size_t size)
{
	int rc = db_run(db, sql[STMT_CLAIM], "tt", name, value);

	return rc < 0 ? rc : installation_get(db, name, buf, size);
}

int
installation_fingerprint(struct db *db, char hex[INSTALLATION_FINGERPRINT])
{
	unsigned char sum[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state sha;
	struct db_stmt *st;
	const char *text;

	if (db->engine->schema == NULL)
		return installation_get(db, "schema", hex,
		    INSTALLATION_FINGERPRINT) == 1 ? 0 : DB_ERROR;
	st = db_query(db, db->engine->schema, "");
	crypto_hash_sha256_init(&sha);
	while (db_step(st)) {
		text = db_text(st, 0);
		/* With its end, so that no two lists hash the same bytes. */
		crypto_hash_sha256_update(&sha, (const unsigned char *)text,
		    strlen(text) + 1);
	}
	crypto_hash_sha256_final(&sha, sum);
	sodium_bin2hex(hex, INSTALLATION_FINGERPRINT, sum, sizeof(sum));
	return db_done(st);
}
