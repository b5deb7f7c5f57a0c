/*
 * attachment.h - the stored file that goes with a mail.
 */
#pragma once

#include "message/delivery.h"
#include "reports/messenger/mail.h"

struct files;

/* Read it from the stored files: 0, or -1 when it is not there any
 * more or not what was stored.  Its data is given, its names are borrowed. */
int	 attachment_read(const struct files *, const struct delivery *,
	    struct mail_file *);
/* Also after a failure, of a file whose data is NULL. */
void	 attachment_free(struct mail_file *);
