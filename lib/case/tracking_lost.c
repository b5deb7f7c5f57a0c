/*
 * tracking_lost.c - a code that was lost is sent again.
 */
#include <stdio.h>
#include <string.h>

#include "case/field.h"
#include "case/tracking.h"
#include "message/message.h"
#include "office/row.h"
#include "office/throttle.h"

#define LOST_TRIES	10		/* of an address, in a while */
#define NUMBER_TRIES	2		/* messages to one number */
#define CODES_MAX	5		/* in one message, the latest */
#define CODES_DAYS	90		/* after its end a code is not sent */
#define DAY		86400

enum stmt { STMT_OF_PHONE, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_OF_PHONE] =
		"SELECT id, number FROM cases WHERE phone = $1"
		"   AND applicant_id IS NULL"
		"   AND (state = 'open' OR ended_at > $2)"
		" ORDER BY opened_at DESC, id LIMIT $3",
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
	return office_err_tx(o, db_tx(office_db(o), send_codes, &l));
}
