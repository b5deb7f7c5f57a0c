/*
 * login.c - the log-in, and the brake on guessing.
 */
#include "people/login.h"

#include <stdio.h>

#include "office/audit.h"
#include "office/throttle.h"
#include "people/password.h"
#include "people/person.h"

#define PIN_TRIES	5
#define ACCOUNT_TRIES	10
#define ADDRESS_TRIES	50		/* an office shares one address */

enum stmt { STMT_PASSWORD, STMT_PIN, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_PASSWORD] =
		"SELECT id, password FROM people"
		" WHERE login = $1 AND active = 1 AND password <> ''"
		" AND NOT EXISTS (SELECT 1 FROM institutions i"
		"   WHERE i.id = people.institution_id"
		"     AND i.state = 'closed')",
	[STMT_PIN] =
		"SELECT id, pin FROM people"
		" WHERE login = $1 AND active = 1 AND pin <> ''",
};

/* One try, with its two counts. */
struct attempt {
	const struct login_try	*try;
	struct throttle	account, address;
	char	account_key[512];
	char	address_key[THROTTLE_ADDRESS_SIZE];
	char	hash[PASSWORD_HASH_SIZE];	/* "": nobody has that login */
	int64_t	person_id;
	int	renew;			/* hash is a new one, to be kept */
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
	if (a->renew)
		password_renew(db, a->person_id, a->try->pin, a->hash);
	return 0;
}

/* Read the person and the hash of the login, where there is one. */
static enum case_err
find_person(struct office *o, const char *login, struct attempt *a)
{
	struct db_stmt *st = db_query(office_db(o), sql[a->try->pin ?
	    STMT_PIN : STMT_PASSWORD], "t", login);
	int rc;

	if (db_step(st)) {
		a->person_id = db_int(st, 0);
		db_copy(st, 1, a->hash, sizeof(a->hash));
	}
	rc = db_done(st);
	return rc == 0 ? CASE_OK : office_err_tx(o, rc);
}

/* Make the keys of the brake, and ask it: CASE_OK, CASE_STATE. */
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

/* Write down how the try ended: the account it was for is known by its person
 * alone, and what was typed is not kept. */
static void
note_outcome(struct office *o, const struct attempt *a, enum case_err err)
{
	struct audit_entry e = { .kind = a->try->pin ? AUDIT_PIN : AUDIT_LOGIN,
		.outcome = err == CASE_OK ? AUDIT_GOOD : err == CASE_DENIED ?
		    AUDIT_BAD : AUDIT_BRAKED, .about_id = a->person_id,
		.at = a->try->now };

	if (err == CASE_OK)
		e.person_id = a->person_id;
	if (err == CASE_OK || err == CASE_DENIED || err == CASE_STATE)
		audit(o, &e);
}

static enum case_err
check(struct office *o, struct attempt *a, int64_t *person_id)
{
	const struct login_try *try = a->try;
	struct person p;
	enum case_err err;

	person_fold_login(try->login, p.login, sizeof(p.login));
	if ((err = find_person(o, p.login, a)) != CASE_OK ||
	    (err = check_brake(o, a, p.login)) != CASE_OK)
		return err;
	if (!password_fits(o, try->password, a->hash, &a->renew)) {
		err = office_err_tx(o, db_tx(office_db(o), note_failure, a));
		return err != CASE_OK ? err : office_fail(o, CASE_DENIED,
		    "login", try->pin ? "PIN tidak cocok." :
		    "NIP atau kata sandi tidak cocok.");
	}
	err = office_err_tx(o, db_tx(office_db(o), note_success, a));
	if (err == CASE_OK)
		*person_id = a->person_id;
	return err;
}

enum case_err
login_check(struct office *o, const struct login_try *try, int64_t *person_id)
{
	struct attempt a = { .try = try };
	enum case_err err = check(o, &a, person_id);

	note_outcome(o, &a, err);
	return err;
}
