/*
 * throttle.c - the brake on guessing.
 */
#include "office/throttle.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

#include "base/metrics.h"
#include "base/slug.h"
#include "office/row.h"

#define BRAKE	(15 * 60)	/* seconds after the first try */

enum stmt {
	STMT_UNTIL,
	STMT_KNOWN,
	STMT_NOTE,
	STMT_PRUNE,
	STMT_CLEAR,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* A brake that ends later than one that begins now was noted by a
	 * clock that was ahead. */
	[STMT_UNTIL] =
		"SELECT until FROM throttles WHERE kind = $1 AND key = $2"
		" AND tries >= $3 AND until > $4 AND until <= $5",
	[STMT_KNOWN] =
		"SELECT 1 FROM throttles WHERE key = $1 AND until > $2",
	[STMT_NOTE] =
		"INSERT INTO throttles (kind, key, tries, until)"
		" VALUES ($1, $2, $4, $3)"
		" ON CONFLICT (kind, key) DO UPDATE"
		" SET tries = throttles.tries + $4",
	[STMT_PRUNE] =
		"DELETE FROM throttles WHERE until <= $1 OR until > $2",
	[STMT_CLEAR] =
		"DELETE FROM throttles WHERE kind = $1 AND key = $2",
};

const char *const throttle_kinds[THROTTLE_KINDS] = {
	"lain", "akun", "alamat", "angka", "angka-alamat", "angka-semua",
	"daftar", "draf", "kode-kedua", "lupa", "lupa-akun", "lupa-nomor",
	"lupa-sandi", "pengaduan", "pin", "unggah" };

/* Count a try that was refused; of a kind that is not in the list as another
 * one. */
static void
count(const char *kind)
{
	int i = slug_index(throttle_kinds, THROTTLE_KINDS, kind);

	metrics_add(1, THROTTLE_COUNTER, throttle_kinds[i == -1 ? 0 : i]);
}

char *
throttle_address(const char *address, char buf[THROTTLE_ADDRESS_SIZE])
{
	static const unsigned char mapped[12] = { [10] = 0xff, [11] = 0xff };
	unsigned char bytes[16];

	snprintf(buf, THROTTLE_ADDRESS_SIZE, "%s", address);
	if (inet_pton(AF_INET6, address, bytes) != 1)
		return buf;
	/* ::ffff:192.0.2.1 is an address of IPv4. */
	if (memcmp(bytes, mapped, sizeof(mapped)) != 0)
		memset(bytes + 8, 0, 8);
	inet_ntop(AF_INET6, bytes, buf, THROTTLE_ADDRESS_SIZE);
	return buf;
}

/* The end of the brake on a key that was tried so often; 0 when it was not. */
static int64_t
brake_end(struct office *o, const struct throttle *t, int64_t tries,
    int64_t now)
{
	char hash[65];

	office_sha256(t->key, strlen(t->key), hash);
	return row_int(db_query(office_db(o), sql[STMT_UNTIL], "ttiii",
	    t->kind, hash, tries, now, now + BRAKE));
}

enum case_err
throttle_check(struct office *o, const struct throttle *t, int64_t now)
{
	int64_t until = brake_end(o, t, t->tries, now);

	if (until == 0)
		return CASE_OK;
	count(t->kind);
	return office_fail(o, CASE_STATE, "",
	    "Terlalu banyak percobaan. Coba lagi dalam %d menit.",
	    (int)((until - now + 59) / 60));
}

int
throttle_this_machine(struct office *o, int64_t now)
{
	static const char *const own[] = { "127.0.0.1", "::1" };
	char address[THROTTLE_ADDRESS_SIZE], hash[65];

	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
		throttle_address(own[i], address);
		office_sha256(address, strlen(address), hash);
		if (row_int(db_query(office_db(o), sql[STMT_KNOWN], "ti",
		    hash, now)) == 1)
			return 1;
	}
	return 0;
}

static void
note(struct db *db, const struct throttle *t, int64_t more, int64_t now)
{
	char hash[65];

	office_sha256(t->key, strlen(t->key), hash);
	db_run(db, sql[STMT_PRUNE], "ii", now, now + BRAKE);
	db_run(db, sql[STMT_NOTE], "ttii", t->kind, hash, now + BRAKE, more);
}

struct taking {
	struct office		*office;
	const struct throttle	*throttle;
	int64_t			 more, now;
};

static int
take(struct db *db, void *arg)
{
	const struct taking *t = arg;
	enum case_err err = throttle_check(t->office, t->throttle, t->now);

	if (err == CASE_OK)
		throttle_note(db, t->throttle, t->now);
	return err;
}

enum case_err
throttle_take(struct office *o, const struct throttle *t, int64_t now)
{
	struct taking taking = { o, t, 1, now };

	return office_err_tx(o, db_tx(office_db(o), take, &taking));
}

static int
add(struct db *db, void *arg)
{
	const struct taking *t = arg;

	note(db, t->throttle, t->more, t->now);
	return 0;
}

enum case_err
throttle_add(struct office *o, const struct throttle *t, int64_t more,
    int64_t now)
{
	struct taking taking = { o, t, more, now };

	return office_err_tx(o, db_tx(office_db(o), add, &taking));
}

enum case_err
throttle_check_all(struct office *o, const struct throttle_set *s)
{
	enum case_err err = CASE_OK;

	for (size_t i = 0; i < s->n && err == CASE_OK; i++)
		err = throttle_check(o, &s->by[i], s->now);
	return err;
}

static int
note_all(struct db *db, void *arg)
{
	struct throttle_set *s = arg;

	for (size_t i = 0; i < s->n; i++)
		throttle_note(db, &s->by[i], s->now);
	return 0;
}

enum case_err
throttle_fail(struct office *o, struct throttle_set *s, enum case_err err,
    const char *field, const char *why)
{
	enum case_err noted = office_err_tx(o, db_tx(office_db(o), note_all,
	    s));

	return noted != CASE_OK ? noted : office_fail(o, err, field, "%s",
	    why);
}

void
throttle_note(struct db *db, const struct throttle *t, int64_t now)
{
	note(db, t, 1, now);
}

void
throttle_clear(struct db *db, const struct throttle *t)
{
	char hash[65];

	office_sha256(t->key, strlen(t->key), hash);
	db_run(db, sql[STMT_CLEAR], "tt", t->kind, hash);
}
