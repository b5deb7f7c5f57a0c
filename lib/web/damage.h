/*
 * damage.h - a stored file that a visitor asked for is missing, altered or
 * cannot be read: the office is told.
 */
#pragma once

#include "store/files.h"

struct request;

/*
 * Write a line of the log.  A file that is missing or altered is noted
 * (office/stored_file.h), which shows it to every administrator on the page of
 * files and above the inbox; and they have a mail of it, once for each file.
 * errno says why a file cannot be read.
 */
void	 damage_tell(const struct request *, const char *hash,
	    enum files_state);
