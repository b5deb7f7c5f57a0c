/* session.c - the visitor of a request, by his cookies. */
#include <string.h>

#include <sodium.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/urlcode.h"
#include "office/audit.h"
#include "people/counter_desk.h"
#include "people/login.h"
#include "people/login_session.h"
#include "people/person.h"
#include "people/rights.h"
#include "web/cookie.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define NOTICE_MAX 3000		/* browsers keep cookies of 4096 bytes */
#define MAC_LEN 64
#define DEVICE_LEN 32		/* request_token() */
#define DEVICE_DAYS 180
#define PROOF_LIFE (15 * 60)	/* seconds a second code is good for */

/* The signature of a text for one purpose. */
static char *
sign(const struct request *req, const char *purpose, const char *text)
{
	char *mac = arena_alloc(req->arena, MAC_LEN + 1);

	office_sign(req->office, arena_printf(req->arena, "%s:%s", purpose,
	    text), mac);
	return mac;
}

/*
 * The name a cookie goes by.  Over https it is one that browsers take from
 * this host alone: a neighbour under the same domain cannot plant a session.
 * Below a prefix they take no such name, but one that came over https.
 */
const char *
session_cookie_name(const struct request *req, const char *name)
{
	if (strcmp(req->conf->secure, "yes") != 0)
		return name;
	return arena_printf(req->arena, "%s%s",
	    *conf_prefix(req->conf) == '\0' ? "__Host-" : "__Secure-", name);
}

int
session_cookie(const struct request *req, const char *name, char *buf,
    size_t size)
{
	return cookie_get(req->cookies, session_cookie_name(req, name), buf,
	    size);
}

/* The session of a token, when it is in force. */
static enum case_err
load_person(struct request *req, const char *token)
{
	struct login_session_ends ends = login_session_ends(req->conf);
	struct login_session found;
	struct person person;
	enum case_err err;
	unsigned doors;

	err = (req->renewal ? login_session_peek : login_session_find)(
	    req->office, token, req->now, &ends, &found);
	if (err == CASE_OK)
		err = person_get(req->office, found.person_id, &person);
	if (err != CASE_OK)
		return err;
	doors = found.by_pin || person.institution_id != 0 ? 0 :
	    rights_doors(req->office, person.id, req->now);
	req->session = (struct session){
		.id = found.id,
		.person_id = found.person_id,
		.institution_id = person.institution_id,
		.name = arena_strdup(req->arena, person.name),
		.csrf = arena_strdup(req->arena, found.csrf),
		.login = arena_strdup(req->arena, person.login),
		.admin = (doors & 1u << RIGHTS_MANAGE) != 0,
		.personal = (doors & 1u << RIGHTS_PERSONAL) != 0,
		.pin = found.by_pin != 0,
		.proved = found.proved_at > req->now - PROOF_LIFE,
		.desk = arena_alloc(req->arena, sizeof(int)),
	};
	*req->session.desk = -1;
	return CASE_OK;
}

int
session_has_desk(const struct request *req)
{
	int *desk = req->session.desk;

	if (*desk == -1)
		*desk = counter_desk_has(req->office, req->session.person_id,
		    req->now);
	return *desk;
}

static void
load_visit(struct request *req)
{
	char visit[33];
	int len = session_cookie(req, VISIT_COOKIE, visit, sizeof(visit));

	if (len != (int)sizeof(visit) - 1) {
		req->visit = request_token(req->arena);
		req->session.csrf = sign(req, "visit", req->visit);
	} else
		req->session.csrf = sign(req, "visit", visit);
	req->session.name = "";
}

/* Signed for the visitor with this token. */
static const char *
sign_for(const struct request *req, const char *csrf, const char *purpose,
    const char *text)
{
	return sign(req, purpose, arena_printf(req->arena, "%s:%s", csrf,
	    text));
}

const char *
session_sign(const struct request *req, const char *purpose, const char *text)
{
	return sign_for(req, req->session.csrf, purpose, text);
}

const char *
session_sign_again(const struct request *req, const char *purpose,
    const char *text)
{
	return sign_for(req, form_value(req, "csrf"), purpose, text);
}

int
session_signed(const struct request *req, const char *purpose,
    const char *text, const char *hex)
{
	return strlen(hex) == MAC_LEN && sodium_memcmp(hex,
	    session_sign(req, purpose, text), MAC_LEN) == 0;
}

int
session_signed_before(const struct request *req, const char *purpose,
    const char *text, const char *hex)
{
	const char *csrf = req->stale ? form_get(req, "csrf") : NULL;

	return csrf != NULL && strlen(hex) == MAC_LEN && sodium_memcmp(hex,
	    sign_for(req, csrf, purpose, text), MAC_LEN) == 0;
}

/* A notice is "MAC.TEXT", the text percent-encoded: nobody can plant a line in
 * another's page. */
static void
load_notice(struct request *req)
{
	char value[NOTICE_MAX + MAC_LEN + 2], *text;
	int len = session_cookie(req, NOTICE_COOKIE, value, sizeof(value));
	size_t n;

	if (len < MAC_LEN + 1 || value[MAC_LEN] != '.')
		return;
	text = arena_strdup(req->arena, value + MAC_LEN + 1);
	n = urlcode_decode(text, strlen(text), 0);
	text[n] = '\0';
	value[MAC_LEN] = '\0';
	if (session_signed(req, "notice", text, value))
		req->notice = text;
}

void
session_notice(struct reply *reply, const struct request *req, const char *text)
{
	const char *code = urlcode_encode(req->arena, text);

	if (strlen(code) <= NOTICE_MAX)
		reply_cookie(reply, req, NOTICE_COOKIE, arena_printf(
		    req->arena, "%s.%s", session_sign(req, "notice", text),
		    code));
}

enum case_err
session_load(struct request *req)
{
	char token[LOGIN_TOKEN_SIZE];
	enum case_err err = CASE_NOT_FOUND;

	if (session_cookie(req, SESSION_COOKIE, token, sizeof(token)) ==
	    LOGIN_TOKEN_SIZE - 1)
		err = load_person(req, token);
	if (err != CASE_OK && err != CASE_NOT_FOUND)
		return err;
	if (err == CASE_NOT_FOUND)
		load_visit(req);
	load_notice(req);
	return CASE_OK;
}

int
session_csrf_ok(const struct request *req)
{
	const char *token = form_get(req, "csrf");
	size_t len = strlen(req->session.csrf);

	/* A visit that begins with this request can have shown no form. */
	return token != NULL && req->visit == NULL && strlen(token) == len &&
	    sodium_memcmp(token, req->session.csrf, len) == 0;
}

/* The name is "MAC.NAME": nobody can give himself one. */
static char *
device_mac(const struct request *req, const char *login, const char *name)
{
	char folded[64];

	person_fold_login(login, folded, sizeof(folded));
	return sign(req, "peramban", arena_printf(req->arena, "%s\n%s", folded,
	    name));
}

const char *
session_device(const struct request *req, const char *login)
{
	char value[MAC_LEN + 1 + DEVICE_LEN + 1];
	int len = session_cookie(req, DEVICE_COOKIE, value, sizeof(value));
	const char *name = value + MAC_LEN + 1;

	if (len != (int)sizeof(value) - 1 || sodium_memcmp(value,
	    device_mac(req, login, name), MAC_LEN) != 0)
		return NULL;
	return arena_strdup(req->arena, name);
}

void
session_name_device(const struct request *req, struct reply *reply,
    const char *login)
{
	const char *name = request_token(req->arena);

	reply_cookie_days(reply, req, DEVICE_COOKIE, arena_printf(req->arena,
	    "%s.%s", device_mac(req, login, name), name), DEVICE_DAYS);
}

void
session_audit(const struct request *req, enum audit_kind kind,
    enum audit_outcome outcome)
{
	/* Below an address that is a secret its rest is none of the record's
	 * business; what is refused is told by its page alone. */
	const int whole = req->route != NULL &&
	    req->route->who != WHO_ANYONE && kind != AUDIT_REFUSED;

	audit(req->office, &(struct audit_entry){ .kind = kind,
	    .outcome = outcome, .person_id = req->session.person_id,
	    .about = whole ? req->path : req->route != NULL ?
	    req->route->path : NULL, .at = req->now });
}

static enum case_err
close_session(const struct request *req)
{
	enum case_err err = login_session_close(req->office, req->session.id);

	if (err == CASE_OK)
		session_audit(req, AUDIT_LOGOUT, AUDIT_GOOD);
	return err;
}

enum case_err
session_confirm(const struct request *req, const char *password)
{
	const struct login_try try = { .login = req->session.login,
		.password = password, .address = req->remote, .now = req->now,
		.device = session_device(req, req->session.login) };
	int64_t person;
	enum case_err err = login_check(req->office, &try, &person);

	return err == CASE_DENIED ? office_fail(req->office, err, "",
	    "Kata sandi tidak cocok") : err;
}

enum case_err
session_prove(const struct request *req)
{
	return login_session_prove(req->office, req->session.id, req->now);
}

int
session_lacks_proof(const struct request *req)
{
	return !req->session.proved &&
	    strcmp(req->conf->second_factor, "no") != 0;
}

typedef enum case_err open_fn(struct office *, int64_t, int64_t,
    const struct login_session_ends *, char *);

static enum case_err
begin(const struct request *req, struct reply *reply, int64_t person_id,
    open_fn *open)
{
	struct login_session_ends ends = login_session_ends(req->conf);
	char token[LOGIN_TOKEN_SIZE];
	enum case_err err = CASE_OK;

	/* The person logged in here before has gone. */
	if (req->session.id != 0)
		err = close_session(req);
	if (err == CASE_OK)
		err = open(req->office, person_id, req->now, &ends, token);
	if (err == CASE_OK)
		reply_cookie(reply, req, SESSION_COOKIE, token);
	return err;
}

enum case_err
session_begin(const struct request *req, struct reply *reply,
    int64_t person_id)
{
	return begin(req, reply, person_id, login_session_open);
}

enum case_err
session_begin_pin(const struct request *req, struct reply *reply,
    int64_t person_id)
{
	return begin(req, reply, person_id, login_session_open_pin);
}

enum case_err
session_end(const struct request *req, struct reply *reply)
{
	reply_cookie(reply, req, SESSION_COOKIE, NULL);
	return close_session(req);
}
