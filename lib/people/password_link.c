/*
 * password_link.c - one-time links by which a person chooses a password.
 */
#include "people/password_link.h"

#include <stdio.h>
#include <string.h>

#include "message/message.h"
#include "office/audit.h"
#include "office/row.h"
#include "office/throttle.h"
#include "people/login_session.h"
#include "people/password.h"
#include "people/person.h"

#define FORGOTTEN_LIFE	(15 * 60)
#define ADDRESS_TRIES	10
#define ACCOUNT_LINKS	2

enum stmt {
	STMT_CLEAR,
	STMT_PRUNE,
	STMT_MAKE,
	STMT_FIND,
	STMT_USE,
	STMT_OTHERS,
	STMT_ANYBODY,
	STMT_UNMAKE,
	STMT_UNSEND,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_CLEAR] =
		"DELETE FROM tokens WHERE person_id = $1 OR expires_at <= $2",
	[STMT_PRUNE] =
		"DELETE FROM tokens WHERE expires_at <= $1",
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
	[STMT_OTHERS] =
		"DELETE FROM tokens WHERE person_id = $1 AND hash <> $2",
	[STMT_ANYBODY] =
		"SELECT min(id) FROM people",
	/* Without effect ($2 = 1) for a name that may have its link. */
	[STMT_UNMAKE] =
		"DELETE FROM tokens WHERE hash = $1 AND $2 = 0",
	[STMT_UNSEND] =
		"DELETE FROM messages WHERE id = $1 AND $2 = 0",
};

/* A new token, good until an instant, and its hash. */
static void
add_token(struct db *db, int64_t person_id, int64_t until,
    char token[LOGIN_TOKEN_SIZE], char hash[LOGIN_TOKEN_SIZE])
{
	login_session_random(token);
	office_sha256(token, strlen(token), hash);
	db_run(db, sql[STMT_MAKE], "tii", hash, person_id, until);
}

enum case_err
password_link_make(struct office *o, int64_t person_id, int64_t now,
    char token[LOGIN_TOKEN_SIZE])
{
	struct db *db = office_db(o);
	char hash[LOGIN_TOKEN_SIZE];

	db_run(db, sql[STMT_CLEAR], "ii", person_id, now);
	add_token(db, person_id, now + (int64_t)PASSWORD_LINK_DAYS * 86400,
	    token, hash);
	return db_failed(db) ? CASE_DB : CASE_OK;
}

/* -- sending --------------------------------------------------------------- */

/* Queue the message with the link, and how long it is good: its id. */
static int64_t
queue(struct db *db, const struct person *p, const char *link,
    const char *life, int64_t now)
{
	char body[1024];
	struct message_new m = { .kind = "account", .phone = p->phone,
		.email = p->email, .subject = "Tautan kata sandi",
		.body = body, .now = now };

	snprintf(body, sizeof(body), "Buat kata sandi untuk akun %s dalam %s "
	    "di %s Abaikan pesan ini bila Anda tidak memintanya.", p->login,
	    life, link);
	return message_queue(db, &m);
}

static void
make_address(const char *site, const char *token,
    char link[PASSWORD_LINK_SIZE])
{
	snprintf(link, PASSWORD_LINK_SIZE, "%.400s/sandi?kunci=%s", site,
	    token);
}

static int
has_channel(const struct person *p)
{
	return p->phone[0] != '\0' || p->email[0] != '\0';
}

struct sending {
	int64_t		 person_id;
	const char	*site;
	char		*shown;
};

static enum case_err
send(struct change_work *w, const void *in)
{
	const struct sending *s = in;
	struct change_event e = { .stream = s->person_id,
		.kind = "password-link" };
	char token[LOGIN_TOKEN_SIZE], link[PASSWORD_LINK_SIZE], life[16];
	struct person p;
	enum case_err err = person_get(w->o, s->person_id, &p);

	if (err == CASE_OK)
		err = password_link_make(w->o, p.id, w->ch->now, token);
	if (err != CASE_OK)
		return err;
	e.effect = change_json("{}");
	make_address(s->site, token, link);
	snprintf(life, sizeof(life), "%d hari", PASSWORD_LINK_DAYS);
	snprintf(s->shown, PASSWORD_LINK_SIZE, "%s", has_channel(&p) ? "" :
	    link);
	if (has_channel(&p))
		queue(w->db, &p, link, life, w->ch->now);
	return change_record(w, &e);
}

enum case_err
password_link_send(struct office *o, const struct change *ch,
    int64_t person_id, const char *site, char shown[PASSWORD_LINK_SIZE])
{
	struct sending s = { person_id, site, shown };

	shown[0] = '\0';
	return change_run(o, ch, send, &s, NULL);
}

/* -- forgotten ------------------------------------------------------------- */

struct asking {
	struct office				*o;
	const struct password_forgotten		*in;
	int64_t					 person_id;
};

/* Make a link and send it to the person: or, unless `may`, do the same work for
 * nobody, and take it back.  Who asks for the links of others learns nothing
 * from how long that takes. */
static void
answer(struct db *db, const struct password_forgotten *in,
    const struct person *p, int may)
{
	char token[LOGIN_TOKEN_SIZE], hash[LOGIN_TOKEN_SIZE],
	    link[PASSWORD_LINK_SIZE];
	int64_t anybody = row_int(db_query(db, sql[STMT_ANYBODY], "")),
	    message;

	if (anybody == 0)
		return;
	db_run(db, sql[STMT_PRUNE], "i", in->now);
	add_token(db, may ? p->id : anybody, in->now + FORGOTTEN_LIFE, token,
	    hash);
	make_address(in->site, token, link);
	message = queue(db, p, link, "15 menit", in->now);
	db_run(db, sql[STMT_UNMAKE], "ti", hash, (int64_t)may);
	db_run(db, sql[STMT_UNSEND], "ii", message, (int64_t)may);
}

/* Both counts, and the same way, whether there is such a person or not.  Links
 * that were given before stay good: strangers ask, too. */
static int
ask(struct db *db, void *arg)
{
	struct asking *a = arg;
	const struct password_forgotten *in = a->in;
	char address[THROTTLE_ADDRESS_SIZE];
	struct person p = { .id = 0 };
	struct throttle from = { "lupa-sandi", throttle_address(in->address,
		address), ADDRESS_TRIES }, to = { "lupa-akun", p.login,
		ACCOUNT_LINKS };
	enum case_err err;
	int may;

	a->person_id = 0;
	if ((err = throttle_check(a->o, &from, in->now)) != CASE_OK)
		return err;
	throttle_note(db, &from, in->now);
	err = person_by_login(a->o, in->login, &p);
	if (err == CASE_OK)
		a->person_id = p.id;
	else
		person_fold_login(in->login, p.login, sizeof(p.login));
	may = throttle_check(a->o, &to, in->now) == CASE_OK;
	throttle_note(db, &to, in->now);
	answer(db, in, &p, may && err == CASE_OK && p.active &&
	    has_channel(&p));
	return CASE_OK;
}

enum case_err
password_link_forgotten(struct office *o, const struct password_forgotten *in)
{
	struct asking a = { .o = o, .in = in };
	enum case_err err = office_err_tx(o, db_tx(office_db(o), ask, &a));

	if (err == CASE_OK || err == CASE_STATE)
		audit(o, &(struct audit_entry){ .kind = AUDIT_LINK,
		    .outcome = err == CASE_OK ? AUDIT_GOOD : AUDIT_BRAKED,
		    .about_id = a.person_id, .at = in->now });
	return err;
}

/* -- using it -------------------------------------------------------------- */

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
	/* Other links of the person are worth nothing now. */
	db_run(w->db, sql[STMT_OTHERS], "it", u->person_id, u->hash);
	return password_store(w, u->person_id, u->password, 0);
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
