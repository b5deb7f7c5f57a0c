/*
 * root.h - the root of a closed month: one number that stands for all that was
 * written down until then.
 *
 * It is the root of a Merkle tree (RFC 6962, 2.1: SHA-256, a leaf behind a
 * byte 0, a node behind a byte 1).  The first leaf is the month and the root
 * of the closing before, the others are the streams touched in the month (an
 * event that occurred or was recorded in it), by number, with their last event
 * at the closing:
 *
 *	2026-10 PREVIOUS-ROOT		("2026-10 " at the first closing)
 *	STREAM SEQ HASH			one a stream
 *
 * As an event's hash covers all before it, anybody who kept a root can prove
 * that the history up to it was written anew.  A root cannot prevent it.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "office/office.h"

#define ROOT_SIZE 65		/* hex SHA-256 and NUL */

struct root_row {
	int	year, month;
	int64_t	n;			/* number of the closing */
	int64_t	closed_at;
	char	root[ROOT_SIZE];
};

/* Roots of the closed months, the latest closing first; given, free(). */
enum case_err	 root_list(struct office *, struct root_row **, size_t *count);
/* The closing of a root as people copy it (capitals, spaces); CASE_NOT_FOUND
 * when no month has it. */
enum case_err	 root_find(struct office *, const char *typed,
		    struct root_row *);

#define ROOT_ADDRESS 1024

/* The address at which a root is compared, at the office's site; returns
 * buf. */
char		*root_address(const char *site, const char *root,
		    char buf[ROOT_ADDRESS]);

/* Write the leaves of a closed month as lines, to be recomputed elsewhere: 0,
 * or -1 when the database or the file failed. */
int		 root_leaves(struct office *, int year, int month, FILE *);

/* One thing wrong with a closed month ("2026-10"); stream 0: its root. */
typedef void root_fault(void *arg, const char *month, int64_t stream,
		    const char *what);

/*
 * Compute the roots again from the events that stand now, up to the closing
 * `last` (0: all).  Returns the number of faults, -1 on failure; *checked gets
 * the number of months.
 */
int		 root_verify(struct office *, int64_t last, root_fault *,
		    void *arg, int64_t *checked);

/*
 * The root of a closed month is sent to an address outside the office, so that
 * a history written anew can be proved by somebody else.
 */
struct root_post {
	const char	*address;	/* "": nobody */
	const char	*site;		/* where roots are compared */
};

/* A closing as the mail names it. */
struct root_news {
	int		 year, month;
	int64_t		 n;		/* of the closing */
	const char	*root, *prev;	/* prev "": the first */
	const char	*role;		/* who closed it, "" by command */
};
struct message;
/* The mail of a month, with its state; CASE_NOT_FOUND: none was queued. */
enum case_err	 root_mailed(struct office *, int year, int month,
		    struct message *);

/* Inside month_close(): queue the mail, once a month. */
void		 root_mail(struct db *, const struct root_post *,
		    const struct root_news *, int64_t now);

/* Inside month_close(): write down the heads of a month [from, to), give its
 * root.  0, or -1 when the database failed. */
int		 root_make(struct office *, const char *month, int64_t from,
		    int64_t to, const char *prev, char root[ROOT_SIZE]);
