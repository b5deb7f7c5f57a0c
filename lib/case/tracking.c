/*
 * tracking.c - a case found by its public code.
 */
#include "case/tracking.h"

#include <stdio.h>
#include <string.h>

#include "case/throttle.h"

#define ADDRESS_TRIES	20		/* a campus shares one address */
#define DIGIT_TRIES	5		/* of ten thousand */
#define ALL_TRIES	2000		/* failures of all in the same time */

/* What counts a failure: by address, by case, of all together. */
struct failure {
	struct throttle	by[3];
	size_t		n;
	int64_t		now;
};

static int
note_failure(struct db *db, void *arg)
{
	struct failure *f = arg;

	for (size_t i = 0; i < f->n; i++)
		throttle_note(db, &f->by[i], f->now);
	return 0;
}

/* Are there too many already? */
static enum case_err
check_failures(struct office *o, const struct failure *f)
{
	enum case_err err = CASE_OK;

	for (size_t i = 0; i < f->n && err == CASE_OK; i++)
		err = throttle_check(o, &f->by[i], f->now);
	return err;
}

enum case_err
tracking_find(struct office *o, const struct tracking_try *try,
    struct case_row *c)
{
	char address[THROTTLE_ADDRESS_SIZE];
	struct failure f = { { { "lacak", throttle_address(try->address,
		address), ADDRESS_TRIES }, { "lacak-semua", "", ALL_TRIES } },
		2, try->now };
	enum case_err err, noted;

	if ((err = check_failures(o, &f)) != CASE_OK ||
	    (err = case_by_code(o, try->code, c)) != CASE_NOT_FOUND)
		return err;
	noted = case_err_tx(o, db_tx(office_db(o), note_failure, &f));
	if (noted != CASE_OK)
		return noted;
	return office_fail(o, CASE_NOT_FOUND, "kode", "Kode tidak ditemukan. "
	    "Periksa kembali 12 huruf dan angka pada bukti permohonan.");
}

int
tracking_fit(const char *phone, const char *typed)
{
	size_t len = strlen(phone);
	const char *last;
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

enum case_err
tracking_digits(struct office *o, const struct case_row *c,
    const struct tracking_try *try)
{
	char id[24], address[THROTTLE_ADDRESS_SIZE];
	struct failure f = { { { "angka-alamat", throttle_address(
		try->address, address), ADDRESS_TRIES }, { "angka", id,
		DIGIT_TRIES }, { "angka-semua", "", ALL_TRIES } }, 3,
		try->now };
	enum case_err err;

	if (strlen(c->phone) < 4)
		return CASE_OK;
	snprintf(id, sizeof(id), "%lld", (long long)c->id);
	if ((err = check_failures(o, &f)) != CASE_OK ||
	    tracking_fit(c->phone, try->code))
		return err;
	err = case_err_tx(o, db_tx(office_db(o), note_failure, &f));
	return err != CASE_OK ? err : office_fail(o, CASE_INVALID, "angka",
	    "Isi empat angka terakhir nomor WhatsApp pada permohonan");
}
