/*
 * active.h - what a PDF does besides showing its pages: it runs a script, opens
 * a program, sends what is typed into it, or holds other files.  qpdf(1) finds
 * it, as a limited child; it is kept by the hash of the file, and officials
 * read of it before they open the file.
 */
#pragma once

#include "office/office.h"

enum {
	ACTIVE_SCRIPT = 1,
	ACTIVE_PROGRAM = 2,
	ACTIVE_SENDING = 4,
	ACTIVE_FILES = 8,
	ACTIVE_UNKNOWN = 16		/* could not be found out */
};

/* Look at the PDF behind a descriptor, which stays open: any of these, or 0. */
int		 active_read(int fd);

/* Keep what was found in a file, in the place of what was found before. */
enum case_err	 active_put(struct office *, const char *sha256, int found);
/* That of a file: 0 also when it was never looked at. */
int		 active_get(struct office *, const char *sha256);
/* Forget that of files that are gone. */
enum case_err	 active_sweep(struct office *);
