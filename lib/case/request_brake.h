/*
 * request_brake.h - the brake on requests that name one telephone number.
 *
 * Whoever has no account is confirmed to the number he types.  So that nobody
 * sends many messages to a number that is not his, a number is taken for so
 * many requests in a day.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

/*
 * May one more request from without an account name this number now, when
 * `max` a day are allowed?  CASE_OK; CASE_STATE, with a sentence for its
 * sender; CASE_DB.
 */
enum case_err	 request_brake(struct office *, const char *phone, int64_t max,
		    int64_t now);
