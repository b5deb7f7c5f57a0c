/*
 * fault.h - what is wrong with a file, line by line: whoever writes it mends
 * all of it at once.
 */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

#include <stddef.h>

#define FAULTS_MAX 20		/* told of one file */

struct faults {
	const char	*file;	/* as it is named in the faults */
	int		 line;	/* that is being read */
	char		*why;	/* "file:line: reason", one a line */
	size_t		 size;
	int		 n;
};

/* One more, of the line being read; always -1. */
__attribute__((format(printf, 2, 3)))
int	 fault_add(struct faults *, const char *fmt, ...);

#endif
