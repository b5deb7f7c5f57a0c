/*
 * tracking_lost.c - who lost a code, and who has an older one.
 */
#include <stdio.h>
#include <string.h>

#include "case/field.h"
#include "case/message.h"
#include "case/rows.h"
#include "case/search.h"
#include "case/throttle.h"
#include "case/tracking.h"

#define LOST_TRIES	10		/* of an address, in a while */
#define NUMBER_TRIES	2		/* messages to one number */
#define EARLIER_TRIES	20
#define ALL_TRIES	2000		/* failures of all */
#define LETTER_TRIES	5		/* of ten thousand */
#define CODES_MAX	5		/* in one message, the latest */
#define CODES_DAYS	90		/* after its end a code is not sent */
#define LETTERS_MAX	8		/* cases with one letter number */
#define DAY		86400

enum stmt { STMT_OF_PHONE, STMT_OF_WORD, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_OF_PHONE] =
		"SELECT id, number FROM cases WHERE phone = $1"
		"   AND applicant_id IS NULL"
		"   AND (state = 'open' OR ended_at > $2)"
		" ORDER BY opened_at DESC, id LIMIT $3",
	[STMT_OF_WORD] =
		"SELECT case_id FROM search_words WHERE word = $1"
		" ORDER BY case_id DESC LIMIT $2",
};

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

	if (field_phone(try->code, l.phone, sizeof(l.phone)) < 0)
		return office_fail(o, CASE_INVALID, "telepon", "Isi nomor "
		    "WhatsApp dengan angka, diawali 08 atau +62");
	return case_err_tx(o, db_tx(office_db(o), send_codes, &l));
}

/* -- an earlier case -------------------------------------------------------- */

/* By the number of its letter: numbers are no secret, so it is the digits
 * that count. */
static enum case_err
find_letter(struct office *o, const char *number, const char *digits,
    struct case_row *c)
{
	char word[SEARCH_WORD_SIZE];
	int64_t id[LETTERS_MAX];
	struct db_stmt *st;
	int n = 0;

	number += strspn(number, " ");
	search_fold(number, strcspn(number, " "), word, sizeof(word));
	st = db_query(office_db(o), sql[STMT_OF_WORD], "ti", word,
	    (int64_t)LETTERS_MAX);
	while (n < LETTERS_MAX && db_step(st))
		id[n++] = db_int(st, 0);
	db_done(st);
	for (int i = 0; i < n && word[0] != '\0'; i++)
		if (case_get(o, id[i], c) == CASE_OK &&
		    tracking_fit(c->phone, digits))
			return CASE_OK;
	return CASE_NOT_FOUND;
}

struct failures {
	struct throttle	from, of, all;
	int64_t		now;
};

static int
note(struct db *db, void *arg)
{
	const struct failures *f = arg;

	throttle_note(db, &f->from, f->now);
	throttle_note(db, &f->of, f->now);
	throttle_note(db, &f->all, f->now);
	return 0;
}

enum case_err
tracking_earlier(struct office *o, const struct tracking_try *try,
    const char *digits, struct case_row *c)
{
	char address[THROTTLE_ADDRESS_SIZE], key[SEARCH_WORD_SIZE];
	struct failures f = { { "izin", throttle_address(try->address,
		address), EARLIER_TRIES }, { "izin-nomor", key,
		LETTER_TRIES }, { "izin-semua", "", ALL_TRIES },
		try->now };
	enum case_err err, noted;

	search_fold(try->code, strlen(try->code), key, sizeof(key));
	if ((err = throttle_check(o, &f.from, try->now)) != CASE_OK ||
	    (err = throttle_check(o, &f.of, try->now)) != CASE_OK ||
	    (err = throttle_check(o, &f.all, try->now)) != CASE_OK)
		return err;
	err = case_by_code(o, try->code, c);
	if (err == CASE_OK && !tracking_fit(c->phone, digits))
		err = CASE_NOT_FOUND;
	else if (err == CASE_NOT_FOUND)
		err = find_letter(o, try->code, digits, c);
	if (err != CASE_NOT_FOUND)
		return err;
	noted = case_err_tx(o, db_tx(office_db(o), note, &f));
	return noted != CASE_OK ? noted : office_fail(o, err, "angka", "Kode "
	    "atau nomor surat dan empat angka itu tidak cocok. Kosongkan "
	    "empat angka untuk mengisi sendiri");
}
