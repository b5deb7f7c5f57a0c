/*
 * login.c - passwords and PINs, and the brake on guessing.
 */
#include "people/login.h"

#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "office/throttle.h"
#include "people/changeraw.h"
#include "people/person.h"

/* OWASP's least for argon2id: 19 MiB, two passes; 20 ms. */
#define OPSLIMIT	2
#define MEMLIMIT	(19 * 1024 * 1024)

#define PASSWORD_MIN	10		/* characters */
#define PASSWORD_MAX	128		/* bytes */
#define PIN_LEN		6
#define PIN_TRIES	5
#define ACCOUNT_TRIES	10
#define ADDRESS_TRIES	50		/* an office shares one address */

enum stmt {
	STMT_PASSWORD,
	STMT_PIN,
	STMT_PASSWORD_SET,
	STMT_PASSWORD_NEW,
	STMT_PIN_SET,
	STMT_SESSIONS_END,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_PASSWORD] =
		"SELECT id, password FROM people"
		" WHERE login = $1 AND active = 1 AND password <> ''",
	[STMT_PIN] =
		"SELECT id, pin FROM people"
		" WHERE login = $1 AND active = 1 AND pin <> ''",
	[STMT_PASSWORD_SET] =
		"UPDATE people SET password = $2 WHERE id = $1",
	[STMT_PASSWORD_NEW] =
		"UPDATE people SET password = $2, pin = '' WHERE id = $1",
	[STMT_PIN_SET] =
		"UPDATE people SET pin = $2 WHERE id = $1",
	[STMT_SESSIONS_END] =
		"DELETE FROM sessions WHERE person_id = $1",
};

/* What nobody's password hashes to: an unknown login takes as long as a wrong
 * password. */
static const char nobody[crypto_pwhash_STRBYTES] =
	"$argon2id$v=19$m=19456,t=2,p=1$OEyQI7lmGwrHExbAxeWY0A"
	"$ao8EFFdRyQGobIlXLWUm1VXC3885jcmTU/8HvY19frY";

/* -- passwords --------------------------------------------------------- */

static enum case_err
check_password(struct office *o, const char *login, const char *password)
{
	if (utf8_count(password) < PASSWORD_MIN)
		return office_fail(o, CASE_INVALID, "password",
		    "Kata sandi paling sedikit %d huruf atau angka",
		    PASSWORD_MIN);
	if (strlen(password) > PASSWORD_MAX)
		return office_fail(o, CASE_INVALID, "password",
		    "Kata sandi paling banyak %d huruf atau angka",
		    PASSWORD_MAX);
	if (strcasestr(password, login) != NULL)
		return office_fail(o, CASE_INVALID, "password",
		    "Kata sandi tidak boleh memuat NIP atau nama pengguna");
	return CASE_OK;
}

static enum case_err
make_hash(struct office *o, const char *password,
    char hash[crypto_pwhash_STRBYTES])
{
	if (crypto_pwhash_str(hash, password, strlen(password), OPSLIMIT,
	    MEMLIMIT) != 0)
		return office_fail(o, CASE_DB, "", "argon2id: out of memory");
	return CASE_OK;
}

enum case_err
password_make(struct office *o, int64_t person_id, const char *password,
    char *hash)
{
	struct person p;
	enum case_err err;

	if ((err = person_get(o, person_id, &p)) != CASE_OK ||
	    (err = check_password(o, p.login, password)) != CASE_OK)
		return err;
	return make_hash(o, password, hash);
}

enum case_err
password_store(struct change_work *w, int64_t person_id, const char *hash)
{
	struct change_event e = { .stream = person_id,
		.kind = "password-set", .effect = change_json("{}") };

	db_run(w->db, sql[STMT_PASSWORD_NEW], "it", person_id, hash);
	db_run(w->db, sql[STMT_SESSIONS_END], "i", person_id);
	return change_record(w, &e);
}

struct new_password {
	int64_t	person_id;
	char	hash[crypto_pwhash_STRBYTES];
};

static enum case_err
set(struct change_work *w, const void *in)
{
	const struct new_password *new = in;

	return password_store(w, new->person_id, new->hash);
}

enum case_err
password_set(struct office *o, const struct change *ch, int64_t person_id,
    const char *password)
{
	struct new_password new = { .person_id = person_id };
	enum case_err err = password_make(o, person_id, password, new.hash);

	return err != CASE_OK ? err : change_run(o, ch, set, &new, NULL);
}

/* Six digits, and not those that are tried first. */
static int
good_pin(const char *pin)
{
	int same = 1, up = 1, down = 1;
	size_t i;

	if (strlen(pin) != PIN_LEN || strspn(pin, "0123456789") != PIN_LEN)
		return 0;
	for (i = 1; i < PIN_LEN; i++) {
		same &= pin[i] == pin[i - 1];
		up &= pin[i] == pin[i - 1] + 1;
		down &= pin[i] == pin[i - 1] - 1;
	}
	return !same && !up && !down;
}

static enum case_err
set_pin(struct change_work *w, const void *in)
{
	const struct new_password *new = in;
	struct change_event e = { .stream = new->person_id,
		.kind = "pin-set", .effect = change_json("{}") };

	db_run(w->db, sql[STMT_PIN_SET], "it", new->person_id, new->hash);
	return change_record(w, &e);
}

enum case_err
password_set_pin(struct office *o, const struct change *ch, int64_t person_id,
    const char *pin)
{
	struct new_password new = { .person_id = person_id };
	enum case_err err;

	if (!good_pin(pin))
		return office_fail(o, CASE_INVALID, "pin", "PIN terdiri atas "
		    "enam angka, bukan angka yang sama atau berurutan");
	if ((err = make_hash(o, pin, new.hash)) != CASE_OK)
		return err;
	return change_run(o, ch, set_pin, &new, NULL);
}

/* -- the log-in -------------------------------------------------------- */

struct attempt {
	const struct login_try	*try;
	struct throttle	account, address;
	char	account_key[512];
	char	address_key[THROTTLE_ADDRESS_SIZE];
	char	hash[crypto_pwhash_STRBYTES];
	int64_t	person_id;		/* 0: nobody of that login */
	int	rehash;			/* hash is a new one, to be kept */
};

static int
note_failure(struct db *db, void *arg)
{
	struct attempt *a = arg;

	throttle_note(db, &a->account, a->try->now);
	if (a->try->device == NULL)
		throttle_note(db, &a->address, a->try->now);
	return 0;
}

static int
note_success(struct db *db, void *arg)
{
	struct attempt *a = arg;

	throttle_clear(db, &a->account);
	if (a->rehash)
		db_run(db, sql[a->try->pin ? STMT_PIN_SET : STMT_PASSWORD_SET],
		    "it", a->person_id, a->hash);
	return 0;
}

/* The person and hash of the login, or nobody's. */
static enum case_err
find_person(struct office *o, const char *login, struct attempt *a)
{
	struct db_stmt *st = db_query(office_db(o), sql[a->try->pin ?
	    STMT_PIN : STMT_PASSWORD], "t", login);
	int rc;

	memcpy(a->hash, nobody, sizeof(a->hash));
	if (db_step(st)) {
		a->person_id = db_int(st, 0);
		memset(a->hash, 0, sizeof(a->hash));
		db_copy(st, 1, a->hash, sizeof(a->hash));
	}
	rc = db_done(st);
	return rc == 0 ? CASE_OK : office_err_tx(o, rc);
}

/* Does the password fit?  A hash below today's cost is made anew. */
static int
fits(struct office *o, struct attempt *a)
{
	const char *password = a->try->password;
	size_t len = strlen(password);

	if (len > PASSWORD_MAX)
		len = 0;
	if (crypto_pwhash_str_verify(a->hash, password, len) != 0 ||
	    a->person_id == 0)
		return 0;
	a->rehash = crypto_pwhash_str_needs_rehash(a->hash, OPSLIMIT,
	    MEMLIMIT) != 0 && make_hash(o, password, a->hash) == CASE_OK;
	return 1;
}

/* May it be tried at all? */
static enum case_err
check_brake(struct office *o, struct attempt *a, const char *login)
{
	const struct login_try *try = a->try;
	enum case_err err;

	snprintf(a->account_key, sizeof(a->account_key), "%s%s%s", login,
	    try->device != NULL ? "\n" : "",
	    try->device != NULL ? try->device : "");
	a->account = (struct throttle){ try->pin ? "pin" : "akun",
	    a->account_key, try->pin ? PIN_TRIES : ACCOUNT_TRIES };
	a->address = (struct throttle){ "alamat", throttle_address(
	    try->address, a->address_key), ADDRESS_TRIES };
	err = throttle_check(o, &a->account, try->now);
	if (err == CASE_OK && try->device == NULL)
		err = throttle_check(o, &a->address, try->now);
	return err;
}

enum case_err
login_check(struct office *o, const struct login_try *try, int64_t *person_id)
{
	struct attempt a = { .try = try };
	struct person p;
	enum case_err err;

	person_fold_login(try->login, p.login, sizeof(p.login));
	if ((err = check_brake(o, &a, p.login)) != CASE_OK ||
	    (err = find_person(o, p.login, &a)) != CASE_OK)
		return err;
	if (!fits(o, &a)) {
		err = office_err_tx(o, db_tx(office_db(o), note_failure, &a));
		return err != CASE_OK ? err : office_fail(o, CASE_DENIED,
		    "login", try->pin ? "PIN tidak cocok." :
		    "NIP atau kata sandi tidak cocok.");
	}
	err = office_err_tx(o, db_tx(office_db(o), note_success, &a));
	if (err == CASE_OK)
		*person_id = a.person_id;
	return err;
}
