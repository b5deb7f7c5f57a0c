/*
 * import_log.h - the finished cases of an older system: an event log.
 *
 * This is the noun of the room exchange, which knows what goes between this
 * system and another: finished cases that come in (this, import_history.h),
 * running ones (takeover.h), closed visits that go out (export_visits.h).  It
 * does not know pages, nor how figures are shown.
 *
 * A log is a table of events, each a finished activity of a case.  It comes as
 * CSV with a line of column names, or as XES (IEEE 1849).  Reading collects
 * every fault with its line and goes on, so that all of them can be mended at
 * once; an event with a fault is left out.
 *
 *	struct import_source src = { .text = text, .len = len, .cal = cal };
 *	if (import_log_read(&src, &log, why, sizeof(why)) == 0 &&
 *	    log.nfault == 0)
 *		for (i = 0; i < log.count; i++)
 *			... log.event[i] ...
 *	import_log_free(&log);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct arena;
struct calendar;

/* The columns of an event, and the usual name of each in a CSV's first line:
 * berkas, kegiatan, peran, mulai, selesai, petugas, hasil.  The first five
 * but mulai are needed in a CSV. */
enum import_column {
	IMPORT_TRACE,		/* the case it belongs to */
	IMPORT_ACTIVITY,
	IMPORT_ROLE,		/* that performs it */
	IMPORT_BEGUN,		/* when the work began; may be missing */
	IMPORT_AT,		/* when it was finished */
	IMPORT_PERSON,		/* who it was; kept as personal data */
	IMPORT_OUTCOME,		/* selesai, kembali or tolak; "" is selesai */
	IMPORT__MAX
};

enum import_outcome { IMPORT_FORWARD, IMPORT_RETURN, IMPORT_REFUSE };

struct import_event {
	const char		*trace, *activity, *role, *person;
	int64_t			 begun;		/* seconds UTC; 0: not told */
	int64_t			 at;
	enum import_outcome	 outcome;
	size_t			 line;		/* of the file */
};

struct import_fault {
	size_t	line;
	char	why[160];
};

struct import_log {
	struct import_event	*event;	/* by case, then by time */
	size_t			 count;
	struct import_fault	*fault;	/* by line */
	size_t			 nfault;
	struct arena		*words;	/* of the events */
	size_t			 event_room, fault_room;
	int			 broken;	/* out of memory */
};

struct import_source {
	const char		*text;		/* UTF-8 */
	size_t			 len;
	const struct calendar	*cal;		/* zone of times without one */
	/* Names of columns or XES keys that differ from the usual; NULL: the
	 * usual.  In XES org:role is usual for the role, else org:group. */
	const char		*name[IMPORT__MAX];
};

/* The column of a slug ("berkas"); -1 when unknown. */
int		 import_log_column_from(const char *slug);

/*
 * Read a log; XES when the text begins like XML.  0, or -1 with the reason in
 * why when the file as a whole cannot be read (a column is missing, it is no
 * XML, a line is cut off).  import_log_free() it in either case.
 */
int	 import_log_read(const struct import_source *, struct import_log *,
	    char *why, size_t whysize);
void	 import_log_free(struct import_log *);

/* Read "2026-01-31T08:00", also with a space, with parts of a second, or
 * written 31/01/2026; seconds UTC to *out.  0, or -1. */
int	 import_log_instant(const struct calendar *, const char *word,
	    int64_t *out);

/* Note a fault that was found later, of the event on a line. */
__attribute__((format(printf, 3, 4)))
void	 import_log_wrong(struct import_log *, size_t line, const char *fmt,
	    ...);

/* How many events belong to the case that begins with the event `first`. */
size_t	 import_log_case(const struct import_log *, size_t first);

/* Put the faults in order of their lines. */
void	 import_log_sort_faults(struct import_log *);

/* -- inside lib/exchange: a log being read --------------------------------- */

/* Words of one event; NULL or "" where there is none. */
struct import_raw {
	const char	*word[IMPORT__MAX];
	size_t		 line;
};

struct import_reader {
	const struct import_source	*src;
	struct import_log		*log;
};

/* Check the words of an event and keep it, or its fault. */
void	 import_log_add(struct import_reader *, const struct import_raw *);
