/*
 * password_link.c - one-time links by which a person chooses a password.
 */
#include "people/password_link.h"

#include <string.h>

#include "office/row.h"
#include "people/login_session.h"
#include "people/password.h"

enum stmt {
	STMT_CLEAR,
	STMT_MAKE,
	STMT_FIND,
	STMT_USE,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_CLEAR] =
		"DELETE FROM tokens WHERE person_id = $1 OR expires_at <= $2",
	[STMT_MAKE] =
		"INSERT INTO tokens (hash, person_id, expires_at)"
		" VALUES ($1, $2, $3)",
	[STMT_FIND] =
		"SELECT t.person_id FROM tokens t"
		"  JOIN people p ON p.id = t.person_id"
		" WHERE t.hash = $1 AND t.used_at IS NULL AND t.expires_at > $2"
		"   AND p.active = 1",
	[STMT_USE] =
		"UPDATE tokens SET used_at = $2"
		" WHERE hash = $1 AND used_at IS NULL AND expires_at > $2",
};

enum case_err
password_link_make(struct office *o, int64_t person_id, int64_t now,
    char token[LOGIN_TOKEN_SIZE])
{
	char hash[LOGIN_TOKEN_SIZE];
	struct db *db = office_db(o);

	login_session_random(token);
	office_sha256(token, strlen(token), hash);
	db_run(db, sql[STMT_CLEAR], "ii", person_id, now);
	db_run(db, sql[STMT_MAKE], "tii", hash, person_id,
	    now + (int64_t)PASSWORD_LINK_DAYS * 86400);
	return db_failed(db) ? CASE_DB : CASE_OK;
}

static enum case_err
gone(struct office *o)
{
	return office_fail(o, CASE_NOT_FOUND, "", "Tautan ini sudah dipakai "
	    "atau sudah lewat waktunya. Minta tautan baru kepada kantor.");
}

enum case_err
password_link_find(struct office *o, const char *token, int64_t now,
    int64_t *person_id)
{
	char hash[LOGIN_TOKEN_SIZE];

	office_sha256(token, strlen(token), hash);
	*person_id = row_int(db_query(office_db(o), sql[STMT_FIND], "ti", hash,
	    now));
	return *person_id != 0 ? CASE_OK : gone(o);
}

struct use {
	char	hash[LOGIN_TOKEN_SIZE];
	char	password[PASSWORD_HASH_SIZE];
	int64_t	person_id;
};

static enum case_err
use(struct change_work *w, const void *in)
{
	const struct use *u = in;

	if (db_run(w->db, sql[STMT_USE], "ti", u->hash, w->ch->now) != 1)
		return gone(w->o);
	return password_store(w, u->person_id, u->password);
}

enum case_err
password_link_use(struct office *o, const char *token, int64_t now,
    const char *password)
{
	struct change ch = { .now = now };
	struct use u;
	enum case_err err = password_link_find(o, token, now, &u.person_id);

	if (err != CASE_OK ||
	    (err = password_make(o, u.person_id, password, u.password)) !=
	    CASE_OK)
		return err;
	office_sha256(token, strlen(token), u.hash);
	ch.by = u.person_id;
	return change_run(o, &ch, use, &u, NULL);
}
