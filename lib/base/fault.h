/*
 * fault.h - the faults of a file, line by line, so that its author can mend all
 * of them at once.
 */
#pragma once

#include <stddef.h>

#define FAULTS_MAX 20		/* written of one file */

struct faults {
	const char	*file;	/* as it is named in the faults */
	int		 line;	/* that is being read */
	char		*why;	/* "file:line: reason", one a line */
	size_t		 size;
	int		 n;
};

/* Add a fault of the line being read to `why`; from FAULTS_MAX on it is only
 * counted.  Always -1. */
__attribute__((format(printf, 2, 3)))
int	 fault_add(struct faults *, const char *fmt, ...);
