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
#define LETTERS_MAX	8		/* cases with one letter number */
#define KEY_SIZE	65
#define LOST_TRIES	10		/* of an address, in a while */
#define NUMBER_TRIES	2		/* messages to one number */
#define CODES_MAX	5		/* in one message, the latest */
#define CODES_DAYS	90		/* after its end a code is not sent */
#define DAY		86400
#define DIGITS_TYPED	32		/* bytes of digits that are read */

enum stmt { STMT_OF_WORD, STMT_OF_PHONE, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_OF_WORD] =
		"SELECT case_id FROM search_words WHERE word = $1"
		" ORDER BY case_id DESC LIMIT $2",
	[STMT_OF_PHONE] =
		"SELECT id, number FROM cases WHERE phone = $1"
		"   AND applicant_id IS NULL"
		"   AND (state = 'open' OR ended_at > $2)"
		" ORDER BY opened_at DESC, id LIMIT $3",
};

/* The same answer to a guess and to a slip. */
static enum case_err
fail(struct office *o, struct throttle_set *f, const char *code,
    const char *why)
{
	char hash[65];

	return office_code_hash(o, code, hash) == 0 ?
	    throttle_fail(o, f, CASE_NOT_FOUND, "kode", why) :
	    throttle_slip(o, f, CASE_NOT_FOUND, "kode", why);
}

enum case_err
tracking_find(struct office *o, const struct tracking_try *try,
    struct case_row *c)
{
	char address[THROTTLE_ADDRESS_SIZE];
	struct throttle_set f = { { { "lacak", throttle_address(try->address,
		address), ADDRESS_TRIES }, { "lacak-semua", "", ALL_TRIES } },
		2, try->now };
	enum case_err err;

	if ((err = throttle_check_all(o, &f)) != CASE_OK ||
	    (err = case_by_code(o, try->code, c)) != CASE_NOT_FOUND)
		return err;
	return fail(o, &f, try->code, "Kode tidak ditemukan. Periksa kembali "
	    "12 huruf dan angka pada bukti permohonan.");
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

enum case_err
tracking_digits(struct office *o, const struct case_row *c,
    const struct tracking_try *try)
{
	char code[CASE_CODE_LEN + 1];
	struct guess g;
	enum case_err err;

	if (!has_digits(c))
		return CASE_OK;
	office_code(o, c->id, code);
	if ((err = begin_guess(o, try, code, &g)) != CASE_OK ||
	    tracking_fit(c->phone, try->code))
		return err;
	return throttle_fail(o, &g.f, CASE_INVALID, "angka", "Isi empat "
	    "angka terakhir nomor WhatsApp pada permohonan");
}

enum case_err
tracking_letter(struct office *o, const struct tracking_try *try,
    const char *digits, struct case_row *c)
{
	struct guess g;
	enum case_err err = begin_guess(o, try, try->code, &g);

	if (err != CASE_OK)
		return err;
	err = case_by_code(o, try->code, c);
	if (err == CASE_OK && has_digits(c) &&
	    !tracking_fit(c->phone, digits))
		err = CASE_NOT_FOUND;
	if (err != CASE_NOT_FOUND)
		return err;
	return fail(o, &g.f, try->code, "Kode pelacakan dan empat "
	    "angka itu tidak cocok. Periksa keduanya: 12 huruf dan angka pada "
	    "bukti permohonan, dan akhir nomor WhatsApp pada permohonan itu");
}

/* By the number of its letter: numbers are no secret, so it is the digits
 * that count. */
static enum case_err
find_letter(struct office *o, const char *word, const char *digits,
    struct case_row *c)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_OF_WORD], "ti",
	    word, (int64_t)LETTERS_MAX);
	int64_t id[LETTERS_MAX];
	int n = 0;

	while (n < LETTERS_MAX && db_step(st))
		id[n++] = db_int(st, 0);
	db_done(st);
	for (int i = 0; i < n && word[0] != '\0'; i++)
		if (case_get(o, id[i], c) == CASE_OK &&
		    tracking_fit(c->phone, digits))
			return CASE_OK;
	return CASE_NOT_FOUND;
}

/* By the whole number, or by its beginning up to a blank, by which those of
 * letters are found. */
static enum case_err
find_letters(struct office *o, const struct guess *g, const char *typed,
    const char *digits, struct case_row *c)
{
	char plain[SEARCH_WORD_SIZE], word[SEARCH_WORD_SIZE];
	enum case_err err = find_letter(o, g->key, digits, c);

	if (err != CASE_NOT_FOUND)
		return err;
	unicode_typed(typed, plain, sizeof(plain));
	return find_letter(o, search_fold(plain, strcspn(plain, " "), word,
	    sizeof(word)), digits, c);
}

enum case_err
tracking_earlier(struct office *o, const struct tracking_try *try,
    const char *digits, struct case_row *c)
{
	struct guess g;
	enum case_err err = begin_guess(o, try, try->code, &g);

	if (err != CASE_OK)
		return err;
	err = case_by_code(o, try->code, c);
	if (err == CASE_OK && !tracking_fit(c->phone, digits))
		err = CASE_NOT_FOUND;
	else if (err == CASE_NOT_FOUND)
		err = find_letters(o, &g, try->code, digits, c);
	if (err != CASE_NOT_FOUND)
		return err;
	return throttle_fail(o, &g.f, err, "angka", "Kode atau nomor surat dan "
	    "empat angka itu tidak cocok. Kosongkan empat angka untuk mengisi "
	    "sendiri");
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
