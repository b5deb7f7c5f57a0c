/*
 * scan.h - clamd, the virus scanner, asked about a file: its INSTREAM command
 * over a socket (clamd(8)).
 */
#pragma once

#include <stddef.h>

enum scan {
	SCAN_CLEAN,
	SCAN_FOUND,		/* `finding` has the name of it */
	SCAN_UNABLE,		/* it says that it cannot look at this one */
	SCAN_NONE		/* it did not answer, or not so that we know */
};

#define SCAN_FINDING_SIZE 100

/* Does it answer within a few seconds?  1 or 0. */
int		 scan_answers(const char *where);

/* Have the file behind a descriptor scanned, from its beginning.  `where` is
 * the path of clamd's socket, or host:port. */
enum scan	 scan_file(const char *where, int fd,
		    char finding[SCAN_FINDING_SIZE]);
