/* request_brake.c - requests that name one telephone number, in a day. */
#include "case/request_brake.h"

#include "office/row.h"

#define DAY	86400
#define DRAFT	(8 * DAY)	/* a request is opened at most so much earlier
				   than it is sent */

/* A request counts when it was confirmed, whatever its own beginning is. */
static const char requests[] =
    "SELECT count(*) FROM cases c JOIN messages m ON m.case_id = c.id"
    "   AND m.kind = 'confirmed'"
    " WHERE c.phone = $1 AND c.opened_at > $3 AND c.applicant_id IS NULL"
    "   AND m.queued_at > $2";

enum case_err
request_brake(struct office *o, const char *phone, int64_t max, int64_t now)
{
	int64_t n;

	if (phone == NULL || phone[0] == '\0')
		return CASE_OK;
	n = row_int(db_query(office_db(o), requests, "tii", phone, now - DAY,
	    now - DRAFT));
	if (n < max)
		return CASE_OK;
	return office_fail(o, CASE_STATE, "", "Nomor WhatsApp ini sudah "
	    "dipakai untuk %lld permohonan dalam sehari. Isian Anda tetap "
	    "tersimpan: kirim lagi besok, atau tulis nomor lain",
	    (long long)max);
}
