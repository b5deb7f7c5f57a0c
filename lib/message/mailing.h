/*
 * mailing.h - a mail to everybody who holds a role, or to the administrators,
 * queued for the messenger.  An administrator without an address has it by
 * WhatsApp.
 */
#pragma once

#include <stdint.h>

#include "office/change.h"

struct mailing {
	const char	*role;		/* slug; NULL: the administrators */
	int		 personal;	/* ... and who has data-pribadi */
	const char	*fact;		/* it is about: once to each person */
	const char	*subject, *body;
	const char	*file_name;	/* a stored file with it; or NULL */
	const char	*file_type;	/* MIME */
	const char	*sha256;
	int64_t		 size;
};

/* Queue the mail for those who hold the role at `now`; *count is the number of
 * messages queued now: holders without an address, and those who had the mail
 * of this fact before, get none.  CASE_OK, CASE_NOT_FOUND (no such role),
 * CASE_BUSY, CASE_DB. */
enum case_err	 mailing_queue(struct office *, const struct mailing *,
		    int64_t now, int *count);
/* The same as a part of a change, in its transaction. */
enum case_err	 mailing_add(struct change_work *, const struct mailing *);
