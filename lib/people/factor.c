/*
 * factor.c - the second factor: a code of the moment, or a recovery code.
 */
#include "people/factor.h"

#include <liboath/oath.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "office/audit.h"
#include "office/row.h"
#include "office/throttle.h"
#include "people/account_message.h"
#include "store/id.h"

#define SECRET_LEN	20	/* bytes, as RFC 4226 recommends */
#define STEP		30	/* seconds; RFC 6238 */
#define DIGITS		6
#define TRIES		5	/* of a million, in a quarter of an hour */
#define TYPED		64

enum stmt {
	STMT_GET,
	STMT_BEGIN,
	STMT_SET,
	STMT_USED,
	STMT_END,
	STMT_CODE_ADD,
	STMT_CODE_USE,
	STMT_CODES_END,
	STMT_CODES_LEFT,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_GET] =
		"SELECT salt, since, step, next_salt, begun_at FROM factors"
		" WHERE person_id = $1",
	[STMT_BEGIN] =
		"INSERT INTO factors (person_id, salt, since, step, next_salt,"
		" begun_at) VALUES ($1, '', 0, 0, $2, $3)"
		" ON CONFLICT (person_id) DO UPDATE"
		" SET next_salt = $2, begun_at = $3",
	[STMT_SET] =
		"UPDATE factors SET salt = next_salt, since = $2, step = $3,"
		" next_salt = '', begun_at = 0 WHERE person_id = $1"
		"   AND next_salt = $4",
	/* Of two that come with one code, one has it. */
	[STMT_USED] =
		"UPDATE factors SET step = $2 WHERE person_id = $1"
		"   AND step < $2",
	[STMT_END] =
		"DELETE FROM factors WHERE person_id = $1",
	[STMT_CODE_ADD] =
		"INSERT INTO recovery_codes (hash, person_id) VALUES ($1, $2)",
	[STMT_CODE_USE] =
		"DELETE FROM recovery_codes WHERE hash = $1 AND person_id = $2",
	[STMT_CODES_END] =
		"DELETE FROM recovery_codes WHERE person_id = $1",
	[STMT_CODES_LEFT] =
		"SELECT count(*) FROM recovery_codes WHERE person_id = $1",
};

struct factor {
	char	salt[33];
	int64_t	since, step;
	char	next_salt[33];		/* to be confirmed; or "" */
	int64_t	begun_at;
};

#define MEMBER(m) ROW_MEMBER(struct factor, m)
static const struct row_kind factors = ROW_KIND(struct factor,
    "Kode kedua belum dipasang.", MEMBER(salt), MEMBER(since), MEMBER(step),
    MEMBER(next_salt), MEMBER(begun_at));

static enum case_err
get(struct office *o, int64_t person_id, struct factor *f)
{
	return row_one(o, db_query(office_db(o), sql[STMT_GET], "i",
	    person_id), &factors, f);
}

/* The secret of a salt.  It begins with an id, by which the secret stays when
 * the server key is turned. */
static void
make_secret(struct office *o, int64_t person_id, const char *salt,
    unsigned char secret[SECRET_LEN])
{
	char text[128], hex[65];
	size_t len;

	snprintf(text, sizeof(text), "kode-kedua:%lld:%s",
	    (long long)person_id, salt);
	office_sign_of(o, strtoll(salt, NULL, 10), text, hex);
	sodium_hex2bin(secret, SECRET_LEN, hex, 2 * SECRET_LEN, NULL, &len,
	    NULL);
}

/* The step of time whose code was typed, one before and one behind the present
 * for clocks that differ; 0: none of them. */
static int64_t
step_of(const unsigned char *secret, const char *typed, int64_t now)
{
	char otp[DIGITS + 1];
	int64_t found = 0;

	if (strlen(typed) != DIGITS)
		return 0;
	for (int64_t step = now / STEP - 1; step <= now / STEP + 1; step++)
		if (oath_totp_generate((const char *)secret, SECRET_LEN,
		    (time_t)(step * STEP), STEP, 0, DIGITS, otp) == OATH_OK &&
		    sodium_memcmp(otp, typed, DIGITS) == 0)
			found = step;
	return found;
}

/* Take the blanks that telephones show out of a typed code. */
static void
read_typed(const char *typed, char buf[TYPED])
{
	char plain[TYPED];
	size_t n = 0;

	for (const char *s = unicode_typed(typed, plain, sizeof(plain));
	    *s != '\0' && n < TYPED - 1; s++)
		if (*s != ' ')
			buf[n++] = *s;
	buf[n] = '\0';
}

int64_t
factor_since(struct office *o, int64_t person_id)
{
	struct factor f;

	return get(o, person_id, &f) == CASE_OK ? f.since : 0;
}

int64_t
factor_codes_left(struct office *o, int64_t person_id)
{
	return row_int(db_query(office_db(o), sql[STMT_CODES_LEFT], "i",
	    person_id));
}

/* -- setting it up --------------------------------------------------------- */

enum case_err
factor_begin(struct office *o, const struct change *ch, int64_t person_id)
{
	char salt[33];
	int rc;

	snprintf(salt, sizeof(salt), "%lld.%08lx", (long long)id_new(ch->now),
	    (unsigned long)randombytes_random());
	rc = db_run(office_db(o), sql[STMT_BEGIN], "iti", person_id, salt,
	    ch->now);
	return rc < 0 ? office_err_tx(o, rc) : CASE_OK;
}

static enum case_err
get_begun(struct office *o, int64_t person_id, int64_t now, struct factor *f)
{
	enum case_err err = get(o, person_id, f);

	if (err == CASE_OK && (f->next_salt[0] == '\0' ||
	    f->begun_at <= now - FACTOR_SETTING_UP))
		return office_fail(o, CASE_NOT_FOUND, "",
		    "Waktu memasang kode kedua sudah habis. Mulai lagi.");
	return err;
}

enum case_err
factor_secret(struct office *o, int64_t person_id, int64_t now,
    char base32[FACTOR_SECRET_SIZE])
{
	unsigned char secret[SECRET_LEN];
	char *text = NULL;
	struct factor f;
	enum case_err err = get_begun(o, person_id, now, &f);

	if (err != CASE_OK)
		return err;
	make_secret(o, person_id, f.next_salt, secret);
	if (oath_base32_encode((const char *)secret, SECRET_LEN, &text,
	    NULL) != OATH_OK)
		return office_fail(o, CASE_DB, "", "out of memory");
	snprintf(base32, FACTOR_SECRET_SIZE, "%s", text);
	free(text);
	return CASE_OK;
}

struct setting {
	int64_t	person_id, step;
	char	salt[33];
	char	(*code)[CASE_CODE_LEN + 1];
};

/* The hash of a recovery code as it may be typed: 0; -1 when it cannot be one.
 * It has 59 bits, so nothing needs to be mixed in. */
static int
code_hash(const char *typed, char hash[65])
{
	char plain[TYPED], code[TYPED];
	size_t n = 0;

	for (const char *s = unicode_typed(typed, plain, sizeof(plain));
	    *s != '\0'; s++)
		if (*s != ' ' && *s != '-')
			code[n++] = *s >= 'a' && *s <= 'z' ?
			    (char)(*s - 'a' + 'A') : *s;
	office_sha256(code, n, hash);
	return n == CASE_CODE_LEN ? 0 : -1;
}

static void
add_codes(struct change_work *w, const struct setting *s)
{
	char hash[65];

	db_run(w->db, sql[STMT_CODES_END], "i", s->person_id);
	for (int i = 0; i < FACTOR_CODES; i++) {
		office_code_random(s->code[i]);
		code_hash(s->code[i], hash);
		db_run(w->db, sql[STMT_CODE_ADD], "ti", hash, s->person_id);
	}
}

static enum case_err
set(struct change_work *w, const void *in)
{
	const struct setting *s = in;
	struct change_event e = { .stream = s->person_id,
		.kind = "factor-set", .effect = change_json("{}") };

	if (db_run(w->db, sql[STMT_SET], "iiit", s->person_id, w->ch->now,
	    s->step, s->salt) == 1)
		add_codes(w, s);
	account_message(w, s->person_id, "Kode kedua (verifikasi dua langkah) "
	    "dipasang");
	return change_record(w, &e);
}

/* The brake on guesses at the digits of a person. */
static struct throttle
brake_of(int64_t person_id, char key[24])
{
	snprintf(key, 24, "%lld", (long long)person_id);
	return (struct throttle){ "kode-kedua", key, TRIES };
}

static int
note_failure(struct db *db, void *arg)
{
	const struct throttle_set *s = arg;

	throttle_note(db, &s->by[0], s->now);
	return 0;
}

enum case_err
factor_confirm(struct office *o, const struct change *ch, int64_t person_id,
    const char *typed, char code[FACTOR_CODES][CASE_CODE_LEN + 1])
{
	struct setting s = { .person_id = person_id, .code = code };
	unsigned char secret[SECRET_LEN];
	char plain[TYPED], key[24];
	struct throttle_set brake = { { brake_of(person_id, key) }, 1,
		ch->now };
	struct factor f;
	enum case_err err = get_begun(o, person_id, ch->now, &f);

	if (err != CASE_OK ||
	    (err = throttle_check_all(o, &brake)) != CASE_OK)
		return err;
	make_secret(o, person_id, f.next_salt, secret);
	memcpy(s.salt, f.next_salt, sizeof(s.salt));
	read_typed(typed, plain);
	if ((s.step = step_of(secret, plain, ch->now)) == 0)
		return throttle_fail(o, &brake, CASE_INVALID, "code",
		    "Kode tidak cocok. Periksa jam ponsel, lalu isi kode yang "
		    "sedang ditampilkannya");
	return change_run(o, ch, set, &s, NULL);
}

static enum case_err
end(struct change_work *w, const void *in)
{
	const int64_t *person_id = in;
	struct change_event e = { .stream = *person_id,
		.kind = "factor-ended", .effect = change_json("{}") };

	db_run(w->db, sql[STMT_END], "i", *person_id);
	db_run(w->db, sql[STMT_CODES_END], "i", *person_id);
	account_message(w, *person_id, "Kode kedua (verifikasi dua langkah) "
	    "dilepas");
	return change_record(w, &e);
}

enum case_err
factor_end(struct office *o, const struct change *ch, int64_t person_id)
{
	return change_run(o, ch, end, &person_id, NULL);
}

/* -- asking for it --------------------------------------------------------- */

/* A recovery code that is used is gone: 1, or 0. */
static int
use_code(struct office *o, int64_t person_id, const char *typed)
{
	char hash[65];

	return code_hash(typed, hash) == 0 && db_run(office_db(o),
	    sql[STMT_CODE_USE], "ti", hash, person_id) == 1;
}

static enum case_err
check_digits(struct office *o, int64_t person_id, const char *typed,
    int64_t now)
{
	unsigned char secret[SECRET_LEN];
	char plain[TYPED], key[24];
	struct throttle_set brake = { { brake_of(person_id, key) }, 1, now };
	struct factor f;
	int64_t step = 0;
	enum case_err err = get(o, person_id, &f);

	if (err != CASE_OK ||
	    (err = throttle_check_all(o, &brake)) != CASE_OK)
		return err;
	if (f.since != 0) {
		make_secret(o, person_id, f.salt, secret);
		read_typed(typed, plain);
		step = step_of(secret, plain, now);
	}
	if (step != 0 && db_run(office_db(o), sql[STMT_USED], "ii", person_id,
	    step) == 1)
		return CASE_OK;
	err = office_err_tx(o, db_tx(office_db(o), note_failure, &brake));
	return err != CASE_OK ? err : office_fail(o, CASE_DENIED, "code",
	    "Kode tidak cocok, atau sudah dipakai. Tunggu kode berikutnya");
}

enum case_err
factor_check(struct office *o, int64_t person_id, const char *typed,
    int64_t now)
{
	struct audit_entry e = { .kind = AUDIT_FACTOR, .person_id = person_id,
		.at = now };
	enum case_err err = use_code(o, person_id, typed) ? CASE_OK :
	    check_digits(o, person_id, typed, now);

	e.outcome = err == CASE_OK ? AUDIT_GOOD : err == CASE_STATE ?
	    AUDIT_BRAKED : AUDIT_BAD;
	if (err == CASE_OK || err == CASE_DENIED || err == CASE_STATE)
		audit(o, &e);
	return err;
}
