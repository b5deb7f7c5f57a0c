/*
 * answer_link.c - links to the answer of a case.
 */
#include "case/answer_link.h"

#include <stdio.h>
#include <string.h>

enum stmt { STMT_MAKE, STMT_FIND, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_MAKE] =
		"INSERT INTO links (hash, case_id, expires_at)"
		" VALUES ($1, $2, $3) ON CONFLICT (hash) DO NOTHING",
	[STMT_FIND] =
		"SELECT case_id, expires_at FROM links WHERE hash = $1",
};

enum case_err
answer_link_make(struct office *o, int64_t message_id, int64_t case_id,
    int64_t expires_at, char token[ANSWER_LINK_SIZE])
{
	char purpose[48], mac[65], hash[65];
	int rc;

	snprintf(purpose, sizeof(purpose), "link %lld",
	    (long long)message_id);
	office_sign_of(o, message_id, purpose, mac);
	snprintf(token, ANSWER_LINK_SIZE, "%.*s", ANSWER_LINK_SIZE - 1, mac);
	office_sha256(token, strlen(token), hash);
	rc = db_run(office_db(o), sql[STMT_MAKE], "tii", hash, case_id,
	    expires_at);
	return rc < 0 ? office_err_tx(o, rc) : CASE_OK;
}

enum case_err
answer_link_find(struct office *o, const char *token, int64_t now,
    struct case_row *c)
{
	char hash[65];
	struct db_stmt *st;
	int64_t id = 0, expires_at = 0;
	int rc;

	office_sha256(token, strlen(token), hash);
	st = db_query(office_db(o), sql[STMT_FIND], "t", hash);
	if (db_step(st)) {
		id = db_int(st, 0);
		expires_at = db_int(st, 1);
	}
	if ((rc = db_done(st)) != 0)
		return office_err_tx(o, rc);
	if (id == 0)
		return office_fail(o, CASE_NOT_FOUND, "",
		    "Tautan ini tidak dikenal. Periksa kembali tautan pada "
		    "pesan kami.");
	if (expires_at <= now)
		return office_fail(o, CASE_STATE, "",
		    "Tautan ini sudah tidak berlaku. Surat masih dapat "
		    "diunduh dengan kode pelacakan.");
	return case_get(o, id, c);
}
