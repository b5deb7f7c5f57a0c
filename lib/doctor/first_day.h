/*
 * first_day.h - what an office still lacks before its first day of work, in the
 * order in which it is best seen to: holidays, people, SOPs, holders, a
 * channel, a backup.  It follows from the state of the office and is kept
 * nowhere.
 *
 *	struct first_day_lack list[FIRST_DAY_LACKS];
 *	size_t n = first_day(office, conf, now, list);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct conf;
struct office;

#define FIRST_DAY_LACKS 6

struct first_day_lack {
	const char	*part;		/* of the administrator's pages */
	const char	*name;		/* "Pemegang peran" */
	char		 text[200];	/* "Belum ada: Kadivmin, JFU/JFT." */
};

/* Those that are missing still, in their order; how many. */
size_t		 first_day(struct office *, const struct conf *, int64_t now,
		    struct first_day_lack list[FIRST_DAY_LACKS]);

/* Is no channel set, at a site that others reach? */
int		 first_day_no_channel(const struct conf *);
