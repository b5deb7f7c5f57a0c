/*
 * mailbox.h - messages into a folder, one file each: the channel of an office
 * that has no other.
 */
#pragma once

#include "reports/messenger/mail.h"
#include "reports/messenger/post.h"

/*
 * Write ID.eml for a mail address, ID.json for a telephone number, whole and
 * synced; the folder is made when it is not there.  The same message written
 * again is the same file.  `posted` says ADAPTER_SENT, or ADAPTER_LATER with
 * the reason.
 */
void		 mailbox_write(const char *folder, const struct mail *,
		    struct posted *);
