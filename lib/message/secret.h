/*
 * secret.h - codes and links leave a message once it was sent: a copy of the
 * database opens nothing with them.
 *
 * A tracking code is made of the case again where it is needed (office_code());
 * a link for a password is made anew.  So stars stand in the text for them, as
 * soon as it need not be sent once more: by WhatsApp when the provider says
 * that it arrived, or has said nothing for days; else when it is sent.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

/* Seconds in which a provider may still say that a message did not arrive. */
#define SECRET_SETTLE (3 * 86400)

/* Put stars in the place of codes ("K7QM-3WXA-9HTP") and of what stands behind
 * "kunci=" and "/tautan/". */
void		 secret_hide(char *text);

/* Hide what a message's text holds, inside the caller's transaction. */
void		 secret_forget(struct db *, int64_t message_id);

/* The same of all messages that were sent and are settled by now.  CASE_OK,
 * CASE_BUSY, CASE_DB. */
enum case_err	 secret_sweep(struct office *, int64_t now);
