/*
 * tracking.c - a case found by its public code.
 */
#include "case/tracking.h"

#include <stdio.h>
#include <string.h>

#include "base/phone.h"
#include "base/unicode.h"
#include "case/search.h"
#include "message/message.h"
#include "office/throttle.h"

#define ADDRESS_TRIES	20		/* a campus shares one address */
#define DIGIT_TRIES	5		/* of ten thousand */
#define ALL_TRIES	2000		/* failures of all in the same time */
#define QUARTER		(15 * 60)	/* a sent code is good so long */
#define KEY_SIZE	65
#define LOST_TRIES	10		/* of an address, in a while */
#define NUMBER_TRIES	2		/* messages to one number */
#define CODES_MAX	5		/* in one message, the latest */
#define CODES_DAYS	90		/* after its end a code is not sent */
#define DAY		86400
#define DIGITS_TYPED	32		/* bytes of digits that are read */

enum stmt { STMT_OF_PHONE, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_OF_PHONE] =
		"SELECT id, number FROM cases WHERE phone = $1"
		"   AND applicant_id IS NULL"
		"   AND (state = 'open' OR ended_at > $2)"
		" ORDER BY opened_at DESC, id LIMIT $3",
};

/* A code has 59 bits: whoever guesses at it gets nowhere, and needs no brake
 * that would keep others out. */
enum case_err
tracking_find(struct office *o, const struct tracking_try *try,
    struct case_row *c)
{
	enum case_err err = case_by_code(o, try->code, c);

	return err != CASE_NOT_FOUND ? err : office_fail(o, err, "kode",
	    "Kode tidak ditemukan. Periksa kembali 12 huruf dan angka pada "
	    "bukti permohonan.");
}

/* -- the second factor ----------------------------------------------------- */

int
tracking_fit(const char *phone, const char *digits)
{
	size_t len = strlen(phone);
	char plain[DIGITS_TYPED];
	const char *last, *typed = unicode_typed(digits, plain,
	    sizeof(plain));
	int n = 0;

	if (len < 4)
		return 0;
	last = phone + len - 4;

	for (; *typed != '\0'; typed++) {
		if (strchr(" .-", *typed) != NULL)
			continue;
		if (n == 4 || *typed != last[n])
			return 0;
		n++;
	}
	return n == 4;
}

/*
 * The name under which the brake counts guesses at the digits of one case: a
 * code or the number of a letter is the same however it is spelt and wherever
 * it is tried, so that no spelling and no page has five tries of its own.
 */
static const char *
digits_key(const struct office *o, const char *typed, char key[KEY_SIZE])
{
	if (office_code_hash(o, typed, key) == 0)
		return key;
	return search_number(typed, key);
}

/* A guess at digits, and the brake on it; points into itself. */
struct guess {
	struct throttle_set	f;
	char			key[KEY_SIZE], address[THROTTLE_ADDRESS_SIZE];
};

/* May one guess at the digits that go with a code?  CASE_OK, CASE_STATE. */
static enum case_err
begin_guess(struct office *o, const struct tracking_try *try,
    const char *code, struct guess *g)
{
	g->f = (struct throttle_set){ { { "angka-alamat", throttle_address(
		try->address, g->address), ADDRESS_TRIES }, { "angka",
		digits_key(o, code, g->key), DIGIT_TRIES },
		{ "angka-semua", "", ALL_TRIES } }, 3, try->now };
	return throttle_check_all(o, &g->f);
}

/* Applicants who left no number are not asked for digits. */
static int
has_digits(const struct case_row *c)
{
	return strlen(c->phone) >= 4;
}

/* -- more than digits ------------------------------------------------------ */

/* Is it the code that was sent to the applicant, in this quarter of an hour or
 * in the one before? */
static int
is_sent_code(struct office *o, const struct case_row *c, const char *typed,
    int64_t now)
{
	char code[CASE_CODE_LEN + 1], hash[KEY_SIZE], sent[KEY_SIZE];

	if (office_code_hash(o, typed, hash) != 0)
		return 0;
	for (int64_t at = now / QUARTER - 1; at <= now / QUARTER; at++) {
		office_proof_code(o, c->id, at, code);
		if (office_code_hash(o, code, sent) == 0 &&
		    strcmp(hash, sent) == 0)
			return 1;
	}
	return 0;
}

struct proof {
	struct office		*o;
	const struct case_row	*c;
	int64_t			 now;
};

/* Once in a quarter of an hour, however often it is asked for. */
static int
queue_proof(struct db *db, void *arg)
{
	const struct proof *p = arg;
	char code[CASE_CODE_LEN + 1], body[256], fact[64];
	struct message_new m = { .kind = "code", .phone = p->c->phone,
		.email = "", .subject = "", .body = body, .fact = fact,
		.now = p->now };

	office_proof_code(p->o, p->c->id, p->now / QUARTER, code);
	snprintf(fact, sizeof(fact), "proof:%lld:%lld", (long long)p->c->id,
	    (long long)(p->now / QUARTER));
	snprintf(body, sizeof(body), "Kode sekali pakai untuk permohonan %s: "
	    "%.4s-%.4s-%.4s. Berlaku 15 menit. Abaikan pesan ini bila Anda "
	    "tidak memintanya.", p->c->number, code, code + 4, code + 8);
	message_queue(db, &m);
	return 0;
}

/* Too many have guessed at the digits: whoever has the telephone gets on by a
 * code that is sent there, instead of waiting.  One answer, also where there is
 * no such case (NULL). */
static enum case_err
ask_more(struct office *o, const struct case_row *c, int64_t now,
    enum case_err as, const char *field)
{
	struct proof p = { o, c, now };
	enum case_err err = c == NULL ? CASE_OK : office_err_tx(o,
	    db_tx(office_db(o), queue_proof, &p));

	return err != CASE_OK ? err : office_fail(o, as, field, "Sudah terlalu "
	    "banyak percobaan. Kami kirim kode ke nomor WhatsApp pada "
	    "permohonan itu: isi kode itu sebagai ganti empat angka");
}

enum case_err
tracking_digits(struct office *o, const struct case_row *c,
    const struct tracking_try *try)
{
	char code[CASE_CODE_LEN + 1];
	struct guess g;
	enum case_err err;

	if (!has_digits(c) || is_sent_code(o, c, try->code, try->now))
		return CASE_OK;
	office_code(o, c->id, code);
	err = begin_guess(o, try, code, &g);
	if (err == CASE_STATE)
		return ask_more(o, c, try->now, CASE_INVALID, "angka");
	if (err != CASE_OK || tracking_fit(c->phone, try->code))
		return err;
	return throttle_fail(o, &g.f, CASE_INVALID, "angka", "Isi empat "
	    "angka terakhir nomor WhatsApp pada permohonan");
}

enum case_err
tracking_letter(struct office *o, const struct tracking_try *try,
    const char *digits, struct case_row *c)
{
	struct guess g;
	enum case_err braked = begin_guess(o, try, try->code, &g), err;

	if (braked != CASE_OK && braked != CASE_STATE)
		return braked;
	err = case_by_code(o, try->code, c);
	if (err == CASE_OK && has_digits(c) &&
	    !is_sent_code(o, c, digits, try->now) && (braked == CASE_STATE ||
	    !tracking_fit(c->phone, digits)))
		err = braked == CASE_STATE ? CASE_STATE : CASE_NOT_FOUND;
	if (err == CASE_STATE || (err == CASE_NOT_FOUND &&
	    braked == CASE_STATE))
		return ask_more(o, err == CASE_STATE ? c : NULL, try->now,
		    CASE_STATE, "kode");
	if (err != CASE_NOT_FOUND)
		return err;
	return throttle_fail(o, &g.f, CASE_NOT_FOUND, "kode", "Kode pelacakan "
	    "dan empat angka itu tidak cocok. Periksa keduanya: 12 huruf dan "
	    "angka pada bukti permohonan, dan akhir nomor WhatsApp pada "
	    "permohonan itu");
}

/* -- a code that was lost is sent again ------------------------------------ */

struct lost {
	struct office			*o;
	const struct tracking_try	*try;
	char				 phone[24];
};

/* Codes of a number in words; "" when it has none. */
static void
codes_text(struct db *db, const struct lost *l, char *buf, size_t size)
{
	struct db_stmt *st = db_query(db, sql[STMT_OF_PHONE], "tii", l->phone,
	    l->try->now - CODES_DAYS * (int64_t)DAY, (int64_t)CODES_MAX);
	char code[CASE_CODE_LEN + 1];
	size_t n = 0;

	buf[0] = '\0';
	while (db_step(st) && n < size) {
		office_code(l->o, db_int(st, 0), code);
		n += (size_t)snprintf(buf + n, size - n, "%s%s: "
		    "%.4s-%.4s-%.4s", n == 0 ? "Kode pelacakan permohonan "
		    "Anda. " : "; ", db_text(st, 1), code, code + 4, code + 8);
	}
	if (n > 0 && n < size)
		snprintf(buf + n, size - n, ". Abaikan pesan ini bila Anda "
		    "tidak memintanya.");
	db_done(st);
}

/* Both brakes count whether or not the number is known. */
static int
send_codes(struct db *db, void *arg)
{
	const struct lost *l = arg;
	char address[THROTTLE_ADDRESS_SIZE], body[512];
	struct throttle from = { "lupa", throttle_address(l->try->address,
		address), LOST_TRIES };
	struct throttle to = { "lupa-nomor", l->phone, NUMBER_TRIES };
	struct message_new m = { .kind = "code", .phone = l->phone,
		.email = "", .subject = "", .body = body,
		.now = l->try->now };
	enum case_err err;

	if ((err = throttle_check(l->o, &from, m.now)) != CASE_OK ||
	    (err = throttle_check(l->o, &to, m.now)) != CASE_OK)
		return err;
	throttle_note(db, &from, m.now);
	throttle_note(db, &to, m.now);
	codes_text(db, l, body, sizeof(body));
	if (body[0] != '\0')
		message_queue(db, &m);
	return CASE_OK;
}

enum case_err
tracking_lost(struct office *o, const struct tracking_try *try)
{
	struct lost l = { .o = o, .try = try };

	if (phone_read(try->code, l.phone, sizeof(l.phone)) < 0)
		return office_fail(o, CASE_INVALID, "telepon", "Isi nomor "
		    "WhatsApp " PHONE_HINT);
	return office_err_tx(o, db_tx(office_db(o), send_codes, &l));
}
