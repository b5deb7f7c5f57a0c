/*
 * login_session.c - sessions: opened, found by their token, closed.
 */
#include "people/login_session.h"

#include <sodium.h>
#include <string.h>

#include "base/conf.h"
#include "office/audit.h"
#include "office/row.h"
#include "store/id.h"

#define SEEN		(5 * 60)	/* seconds between notes of use */

enum stmt {
	STMT_OPEN,
	STMT_UNUSED,
	STMT_SWEEP,
	STMT_FIND,
	STMT_LIST,
	STMT_SEEN,
	STMT_PROVE,
	STMT_CLOSE,
	STMT_END_ALL,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_OPEN] =
		"INSERT INTO sessions (id, token_hash, person_id, csrf,"
		" created_at, seen_at, by_pin, address)"
		" VALUES ($1, $2, $3, $4, $5, $5, $6, $7)",
	[STMT_UNUSED] =
		"SELECT person_id FROM sessions"
		" WHERE seen_at <= $1 OR created_at <= $2",
	[STMT_SWEEP] =
		"DELETE FROM sessions WHERE seen_at <= $1 OR created_at <= $2",
	/* A session by PIN that was used by a clock far ahead is over: at a
	 * counter nobody waits until that time has come. */
	[STMT_FIND] =
		"SELECT s.id, s.person_id, s.csrf, s.created_at, s.seen_at,"
		" s.by_pin, s.address, s.proved_at"
		"  FROM sessions s JOIN people p ON p.id = s.person_id"
		" WHERE s.token_hash = $1 AND s.seen_at > $2"
		"   AND (s.by_pin = 0 OR (s.seen_at > $4 AND s.seen_at < $5))"
		"   AND s.created_at > $3 AND p.active = 1"
		"   AND NOT EXISTS (SELECT 1 FROM institutions i"
		"     WHERE i.id = p.institution_id AND i.state = 'closed')",
	[STMT_LIST] =
		"SELECT s.id, s.person_id, s.csrf, s.created_at, s.seen_at,"
		" s.by_pin, s.address, s.proved_at"
		"  FROM sessions s JOIN people p ON p.id = s.person_id"
		" WHERE s.person_id = $1 AND s.seen_at > $2"
		"   AND (s.by_pin = 0 OR s.seen_at > $4)"
		"   AND s.created_at > $3 AND p.active = 1"
		" ORDER BY s.seen_at DESC, s.id",
	[STMT_SEEN] =
		"UPDATE sessions SET seen_at = $2 WHERE id = $1",
	[STMT_PROVE] =
		"UPDATE sessions SET proved_at = $2 WHERE id = $1",
	[STMT_CLOSE] =
		"DELETE FROM sessions WHERE id = $1",
	[STMT_END_ALL] =
		"DELETE FROM sessions WHERE person_id = $1",
};

struct login_session_ends
login_session_ends(const struct conf *conf)
{
	if (conf == NULL)
		return (struct login_session_ends){ .idle = 10 * 3600,
		    .pin = 30 * 60, .life = 7 * 86400 };
	return (struct login_session_ends){ .idle = conf->session_hours * 3600,
	    .pin = conf->pin_minutes * 60, .life = conf->session_days * 86400 };
}

void
login_session_random(char hex[LOGIN_TOKEN_SIZE])
{
	unsigned char bytes[32];

	randombytes_buf(bytes, sizeof(bytes));
	sodium_bin2hex(hex, LOGIN_TOKEN_SIZE, bytes, sizeof(bytes));
}

struct opening {
	struct office *office;
	int64_t	person_id, now, by_pin;
	const struct login_session_ends *ends;
	char	token[LOGIN_TOKEN_SIZE];
};

/* Delete sessions that nobody used, and write down whose they were. */
static void
end_unused(struct db *db, const struct opening *in)
{
	const int64_t seen = in->now - in->ends->idle,
	    created = in->now - in->ends->life;
	struct db_stmt *st = db_query(db, sql[STMT_UNUSED], "ii", seen,
	    created);

	while (db_step(st))
		audit_note(&(struct audit_entry){ .kind = AUDIT_SESSION_ENDED,
		    .person_id = db_int(st, 0), .at = in->now });
	db_done(st);
	db_run(db, sql[STMT_SWEEP], "ii", seen, created);
}

static int
sweep_sessions(struct db *db, void *arg)
{
	const struct opening *in = arg;

	audit_settle(in->office, 0);	/* of a try before */
	end_unused(db, in);
	return 0;
}

enum case_err
login_session_sweep(struct office *o, int64_t now,
    const struct login_session_ends *ends)
{
	struct opening in = { .office = o, .now = now, .ends = ends };
	enum case_err err = office_err_tx(o, db_tx(office_db(o),
	    sweep_sessions, &in));

	audit_settle(o, err == CASE_OK);
	return err;
}

static int
open_session(struct db *db, void *arg)
{
	struct opening *in = arg;
	char hash[LOGIN_TOKEN_SIZE], csrf[LOGIN_TOKEN_SIZE];

	office_sha256(in->token, strlen(in->token), hash);
	login_session_random(csrf);
	audit_settle(in->office, 0);	/* of a try before */
	end_unused(db, in);
	db_run(db, sql[STMT_OPEN], "ititiit", id_new(in->now), hash,
	    in->person_id, csrf, in->now, in->by_pin, audit_client());
	return 0;
}

static enum case_err
open_with(struct office *o, struct opening *in, char token[LOGIN_TOKEN_SIZE])
{
	enum case_err err;

	login_session_random(in->token);
	err = office_err_tx(o, db_tx(office_db(o), open_session, in));
	audit_settle(o, err == CASE_OK);
	if (err == CASE_OK)
		memcpy(token, in->token, LOGIN_TOKEN_SIZE);
	return err;
}

enum case_err
login_session_open(struct office *o, int64_t person_id, int64_t now,
    const struct login_session_ends *ends, char token[LOGIN_TOKEN_SIZE])
{
	struct opening in = { .office = o, .person_id = person_id, .now = now,
		.ends = ends };

	return open_with(o, &in, token);
}

enum case_err
login_session_open_pin(struct office *o, int64_t person_id, int64_t now,
    const struct login_session_ends *ends, char token[LOGIN_TOKEN_SIZE])
{
	struct opening in = { .office = o, .person_id = person_id, .now = now,
		.ends = ends, .by_pin = 1 };

	return open_with(o, &in, token);
}

#define MEMBER(m) ROW_MEMBER(struct login_session, m)
static const struct row_kind sessions = ROW_KIND(struct login_session,
    "Masuk lagi.", MEMBER(id), MEMBER(person_id), MEMBER(csrf),
    MEMBER(created_at), MEMBER(seen_at), MEMBER(by_pin), MEMBER(address),
    MEMBER(proved_at));

enum case_err
login_session_peek(struct office *o, const char *token, int64_t now,
    const struct login_session_ends *ends, struct login_session *s)
{
	char hash[LOGIN_TOKEN_SIZE];

	office_sha256(token, strlen(token), hash);
	return row_one(o, db_query(office_db(o), sql[STMT_FIND], "tiiii", hash,
	    now - ends->idle, now - ends->life, now - ends->pin,
	    now + ends->pin), &sessions, s);
}

/* Not being able to note the use is no reason to refuse the request.  The use
 * by a clock that was ahead is no use of that time. */
enum case_err
login_session_find(struct office *o, const char *token, int64_t now,
    const struct login_session_ends *ends, struct login_session *s)
{
	struct db *db = office_db(o);
	enum case_err err = login_session_peek(o, token, now, ends, s);

	if (err == CASE_OK && (now - s->seen_at >= SEEN || s->seen_at > now) &&
	    db_run(db, sql[STMT_SEEN], "ii", s->id, now) == 1)
		s->seen_at = now;
	return err;
}

enum case_err
login_session_prove(struct office *o, int64_t session_id, int64_t now)
{
	int rc = db_run(office_db(o), sql[STMT_PROVE], "ii", session_id, now);

	return rc < 0 ? office_err_tx(o, rc) : CASE_OK;
}

enum case_err
login_session_close(struct office *o, int64_t session_id)
{
	int rc = db_run(office_db(o), sql[STMT_CLOSE], "i", session_id);

	return rc < 0 ? office_err_tx(o, rc) : CASE_OK;
}

enum case_err
login_session_list(struct office *o, int64_t person_id, int64_t now,
    const struct login_session_ends *ends, struct login_session **list,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "iiii",
	    person_id, now - ends->idle, now - ends->life, now - ends->pin),
	    &sessions, list, count);
}

static enum case_err
end_all(struct change_work *w, const void *in)
{
	const int64_t *person_id = in;
	struct change_event e = { .stream = *person_id,
		.kind = "sessions-ended", .effect = change_json("{}") };

	db_run(w->db, sql[STMT_END_ALL], "i", *person_id);
	return change_record(w, &e);
}

enum case_err
login_session_end_all(struct office *o, const struct change *ch,
    int64_t person_id)
{
	return change_run(o, ch, end_all, &person_id, NULL);
}
