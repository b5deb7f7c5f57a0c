/*
 * account_message.h - a person hears of every change of what opens the account:
 * password, PIN, second factor; by the channel on record.
 */
#pragma once

#include <stdint.h>

#include "office/change.h"

/* Queue "WHAT untuk akun LOGIN ..." to the person, inside the change; nobody
 * without telephone number and mail address is told. */
void		 account_message(struct change_work *, int64_t person_id,
		    const char *what);
