/*
 * import_xes.h - an event as the file writes it.  Private to lib/case/log*.c.
 */
#ifndef EXCHANGE_IMPORT_XES_H
#define EXCHANGE_IMPORT_XES_H

#include "exchange/import_log.h"

/* Words of one event; NULL or "" where there is none. */
struct import_raw {
	const char	*word[IMPORT__MAX];
	size_t		 line;
};

/* A log being read. */
struct import_reader {
	const struct import_source	*src;
	struct import_log		*log;
};

/* Check the words of an event and keep it, or its fault. */
void	 import_log_add(struct import_reader *, const struct import_raw *);

/* 0, or -1 with the reason in why. */
int	 import_xes_read(struct import_reader *, char *why, size_t whysize);

#endif
