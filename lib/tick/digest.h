/*
 * digest.h - what the people of the office are sent about their tasks.
 *
 * By preference (people/preference.h): new work, in bundles of a quarter of an
 * hour, and a digest on the first tick of a working day that names what became
 * late, nearly late or was returned, and the very late work of the people
 * below.  Each fact is named to a person once.  Messages go to the outbox
 * (message/message.h) and expire when the office closes.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

struct tick_rules;

/* Queue what is due to each active person; nothing while the office is
 * closed.  *done grows by the messages.  One person's failure leaves the
 * others be; the first is returned: CASE_OK, CASE_BUSY, CASE_DB. */
enum case_err	 digest_tick(struct office *, const struct tick_rules *,
		    int64_t now, int *done);
