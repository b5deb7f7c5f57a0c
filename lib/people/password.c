/*
 * password.c - passwords and PINs: checked, hashed with argon2id, stored.
 */
#include "people/password.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "people/account_message.h"
#include "people/password_weak.h"
#include "people/person.h"

/* The cost of a hash: OWASP's least for argon2id, 19 MiB and two passes; 20
 * ms. */
#define OPSLIMIT	2
#define MEMLIMIT	(19 * 1024 * 1024)

#define PASSWORD_MAX	128		/* bytes */
#define PIN_LEN		6
#define PIN_DIFFERENT	4

enum stmt {
	STMT_PASSWORD,
	STMT_PASSWORD_NEW,
	STMT_PIN,
	STMT_SESSIONS_END,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_PASSWORD] =
		"UPDATE people SET password = $2 WHERE id = $1",
	[STMT_PASSWORD_NEW] =
		"UPDATE people SET password = $2, pin = '' WHERE id = $1",
	[STMT_PIN] =
		"UPDATE people SET pin = $2 WHERE id = $1",
	[STMT_SESSIONS_END] =
		"DELETE FROM sessions WHERE person_id = $1 AND id <> $2",
};

_Static_assert(PASSWORD_HASH_SIZE == crypto_pwhash_STRBYTES,
    "a hash as libsodium makes it");

/* The hash of a password that nobody has: an unknown login takes as long as a
 * wrong password. */
static const char nobody[PASSWORD_HASH_SIZE] =
	"$argon2id$v=19$m=19456,t=2,p=1$OEyQI7lmGwrHExbAxeWY0A"
	"$ao8EFFdRyQGobIlXLWUm1VXC3885jcmTU/8HvY19frY";

static enum case_err
check_password(struct office *o, const struct person *p, const char *password)
{
	const char *weak;

	if (utf8_count(password) < PASSWORD_MIN)
		return office_fail(o, CASE_INVALID, "password",
		    "Kata sandi paling sedikit %d huruf atau angka",
		    PASSWORD_MIN);
	if (strlen(password) > PASSWORD_MAX)
		return office_fail(o, CASE_INVALID, "password",
		    "Kata sandi paling banyak %d huruf atau angka",
		    PASSWORD_MAX);
	if (strcasestr(password, p->login) != NULL)
		return office_fail(o, CASE_INVALID, "password",
		    "Kata sandi tidak boleh memuat NIP atau nama pengguna");
	if ((weak = password_weak(o, p, password)) != NULL)
		return change_invalid(o, "password", weak);
	return CASE_OK;
}

static enum case_err
make_hash(struct office *o, const char *password,
    char hash[PASSWORD_HASH_SIZE])
{
	if (crypto_pwhash_str(hash, password, strlen(password), OPSLIMIT,
	    MEMLIMIT) != 0)
		return office_fail(o, CASE_DB, "", "argon2id: out of memory");
	return CASE_OK;
}

/* A keyboard may compose a letter or send it in pieces: hashed is the composed
 * password (NIST SP 800-63B, 5.1.1.2). */
enum case_err
password_make(struct office *o, int64_t person_id, const char *password,
    char hash[PASSWORD_HASH_SIZE])
{
	struct person p;
	char *composed = unicode_composed(password);
	enum case_err err = composed == NULL ? office_fail(o, CASE_DB, "",
	    "out of memory") : person_get(o, person_id, &p);

	if (err == CASE_OK &&
	    (err = check_password(o, &p, composed)) == CASE_OK)
		err = make_hash(o, composed, hash);
	free(composed);
	return err;
}

enum case_err
password_store(struct change_work *w, int64_t person_id, const char *hash,
    int64_t session_id)
{
	struct change_event e = { .stream = person_id,
		.kind = "password-set", .effect = change_json("{}") };

	db_run(w->db, sql[STMT_PASSWORD_NEW], "it", person_id, hash);
	db_run(w->db, sql[STMT_SESSIONS_END], "ii", person_id, session_id);
	account_message(w, person_id, "Kata sandi diganti");
	return change_record(w, &e);
}

struct new_password {
	int64_t	person_id, session_id;
	char	hash[PASSWORD_HASH_SIZE];
};

static enum case_err
set(struct change_work *w, const void *in)
{
	const struct new_password *new = in;

	return password_store(w, new->person_id, new->hash, new->session_id);
}

enum case_err
password_change(struct office *o, const struct change *ch, int64_t person_id,
    const char *password, int64_t session_id)
{
	struct new_password new = { .person_id = person_id,
		.session_id = session_id };
	enum case_err err = password_make(o, person_id, password, new.hash);

	return err != CASE_OK ? err : change_run(o, ch, set, &new, NULL);
}

enum case_err
password_set(struct office *o, const struct change *ch, int64_t person_id,
    const char *password)
{
	return password_change(o, ch, person_id, password, 0);
}

/* A day, as DDMMYY or YYMMDD: birthdays are tried first, and an official's
 * stands in his NIP. */
static int
is_day(const char *pin)
{
	int part[3];

	for (int i = 0; i < 3; i++)
		part[i] = 10 * (pin[2 * i] - '0') + pin[2 * i + 1] - '0';
	return part[1] >= 1 && part[1] <= 12 &&
	    ((part[0] >= 1 && part[0] <= 31) ||
	    (part[2] >= 1 && part[2] <= 31));
}

/* Six digits, and not those that are tried first. */
static int
good_pin(const char *pin)
{
	int up = 1, down = 1, different = 0;

	if (strlen(pin) != PIN_LEN || strspn(pin, "0123456789") != PIN_LEN)
		return 0;
	for (int i = 0; i < PIN_LEN; i++) {
		different += strchr(pin, pin[i]) == pin + i;
		up &= i == 0 || pin[i] == pin[i - 1] + 1;
		down &= i == 0 || pin[i] == pin[i - 1] - 1;
	}
	return different >= PIN_DIFFERENT && !up && !down && !is_day(pin);
}

static enum case_err
set_pin(struct change_work *w, const void *in)
{
	const struct new_password *new = in;
	struct change_event e = { .stream = new->person_id,
		.kind = "pin-set", .effect = change_json("{}") };

	db_run(w->db, sql[STMT_PIN], "it", new->person_id, new->hash);
	account_message(w, new->person_id, "PIN loket diganti");
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
		    "enam angka, paling sedikit empat di antaranya berbeda, "
		    "tidak berurutan dan bukan tanggal");
	if ((err = make_hash(o, pin, new.hash)) != CASE_OK)
		return err;
	return change_run(o, ch, set_pin, &new, NULL);
}

/* -- at the log-in ------------------------------------------------------ */

/* Does this very spelling fit?  Of nobody's password none does. */
static int
is_spelled(const char *password, const char *hash)
{
	size_t len = strlen(password);
	int known = hash[0] != '\0';

	if (len > PASSWORD_MAX)
		len = 0;
	return crypto_pwhash_str_verify(known ? hash : nobody, password,
	    len) == 0 && known;
}

/* Hashes made before passwords were composed keep the letters as the keyboard
 * sent them: as now, or in pieces.  One that fits so is made anew. */
static int
is_spelled_otherwise(const char *typed, const char *composed,
    const char *hash)
{
	char *pieces = unicode_decomposed(composed);
	int fits = strcmp(typed, composed) != 0 && is_spelled(typed, hash);

	if (!fits && pieces != NULL && strcmp(pieces, composed) != 0 &&
	    strcmp(pieces, typed) != 0)
		fits = is_spelled(pieces, hash);
	free(pieces);
	return fits;
}

int
password_fits(struct office *o, const char *password,
    char hash[PASSWORD_HASH_SIZE], int *renew)
{
	char *composed = unicode_composed(password);
	int fits, old = 0;

	if (composed == NULL)
		return 0;
	fits = is_spelled(composed, hash);
	if (!fits)
		fits = old = is_spelled_otherwise(password, composed, hash);
	if (fits)
		*renew = (old || crypto_pwhash_str_needs_rehash(hash, OPSLIMIT,
		    MEMLIMIT) != 0) &&
		    make_hash(o, composed, hash) == CASE_OK;
	free(composed);
	return fits;
}

void
password_renew(struct db *db, int64_t person_id, int pin, const char *hash)
{
	db_run(db, sql[pin ? STMT_PIN : STMT_PASSWORD], "it", person_id,
	    hash);
}
