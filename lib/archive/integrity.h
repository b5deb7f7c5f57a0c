/*
 * integrity.h - is the office as it was written?
 *
 * The first file of the room archive, which keeps an office whole over the
 * years: it checks one (here), copies all that belongs to it
 * (archive_backup.h) and puts such a copy in its place (archive_restore.h).
 * The room prints nothing: the caller is told line by line.
 *
 *	struct integrity in = { .fault = print, .note = print };
 *
 *	integrity_database(o, &in);
 *	integrity_end(o, &in);
 *	integrity_files(o, &in);
 *	printf("%lld kejadian, %d kesalahan", in.events, in.faults);
 *
 * Nothing is mended, and nothing is written.  What cannot be read is a fault
 * too, and the rest is looked at all the same.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

struct integrity {
	/* A finding, in one line of Indonesian: a fault, or something that is
	 * told and none.  Files done, of so many; NULL: nobody asks. */
	void	(*fault)(void *arg, const char *line);
	void	(*note)(void *arg, const char *line);
	void	(*progress)(void *arg, size_t done, size_t all);
	void	*arg;

	int64_t	 events, months, files;	/* looked at */
	int	 pages;			/* faults of the pages among them */
	int	 faults;
};

/*
 * The pages of the database, the server key, the chains of the events, and the
 * roots of the closed months.  The office may be open in any mode; of one with
 * an older schema, a part that this program cannot read is told and is no
 * fault.
 */
void	 integrity_database(struct office *, struct integrity *);

/* The end of the history against its mark (store/mark.h); after the events were
 * counted by integrity_database(). */
void	 integrity_end(struct office *, struct integrity *);

/* Count a fault and tell it, as of printf(3): one line of Indonesian. */
__attribute__((format(printf, 2, 3)))
void	 integrity_fault(struct integrity *, const char *fmt, ...);

/* Every stored file that is named, against its hash. */
void	 integrity_files(struct office *, struct integrity *);
