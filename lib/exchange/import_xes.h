/*
 * import_xes.h - an event as the file writes it.  Private to lib/case/log*.c.
 */
#ifndef EXCHANGE_IMPORT_XES_H
#define EXCHANGE_IMPORT_XES_H

#include "exchange/import_log.h"

/* Words of one event; NULL or "" where there is none. */
struct log_raw {
	const char	*word[LOG__MAX];
	size_t		 line;
};

/* A log being read. */
struct log_reader {
	const struct log_source	*src;
	struct log		*log;
};

/* Check the words of an event and keep it, or its fault. */
void	 log_add(struct log_reader *, const struct log_raw *);

/* 0, or -1 with the reason in why. */
int	 log_read_xes(struct log_reader *, char *why, size_t whysize);

#endif
