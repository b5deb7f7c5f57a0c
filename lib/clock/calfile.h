/*
 * calfile.h - the calendar file as read and checked, before the table of days
 * is made of it (sopap-calendar(5)).  Private to lib/clock.
 */
#ifndef CLOCK_CALFILE_H
#define CLOCK_CALFILE_H

#include "clock/calyaml.h"

#define CAL_FIRST_DAY	12784	/* day number of 2005-01-01 */
#define CAL_DAYS	16801	/* to 2050-12-31 */

/* From `at` on, the zone is `offset` seconds east of UTC. */
struct zone_change {
	int64_t	at;
	int32_t	offset;
};

struct zone {
	char			*name;
	int32_t			 offset;	/* before the first change */
	struct zone_change	*change;	/* in order of time */
	size_t			 count;
};

/* A weekly pattern; from and until are day numbers, both included. */
struct week {
	char		*name, *decree;		/* decree may be NULL */
	int32_t		 from, until;
	size_t		 line;
	struct cal_hours_list	 day[7];		/* Monday first */
	int64_t		 longest;		/* seconds of its longest day */
};

/* A date that differs from its week. */
struct dated {
	int32_t		 day;
	size_t		 line;
	char		*name, *decree;		/* decree may be NULL */
	int		 joint;			/* holidays: joint leave? */
	int		 like;			/* make-up: works like this */
	struct cal_hours_list hours;	/* overrides: its hours */
};

/* A stretch in which the office could not work, in local seconds. */
struct outage {
	int64_t	 from, to;
	size_t	 line;
	char	*name, *decree;			/* decree may be NULL */
	char	*unit;				/* whose; NULL: the office's */
	int	 counts;			/* in this calendar? */
};

struct dated_list {
	struct dated	*list;			/* by day, each day once */
	size_t		 count;
};

struct calfile {
	struct zone		 zone;
	struct week		*weeks;		/* by from; the first always */
	size_t			 nweeks;
	struct dated_list	 holidays, makeups, overrides;
	struct outage		*outages;	/* by from; none of the same
						   unit overlap */
	size_t			 noutages;
};

/* Read and check; 0, or -1 with the fault.  Free in both cases. */
int	 calfile_read(struct calfile *, const char *yaml, size_t len,
	    char *why, size_t whysize);
void	 calfile_free(struct calfile *);

/* Reads the outages of a struct calfile. */
read_fn	 read_outages;

/* Reads a struct zone, by its name or by its table. */
read_fn	 zone_read;

/* Offset in force at an instant, and the instant of a local time (seconds as
 * if UTC).  A time the clocks skip is the instant they skip; one they repeat
 * is the first. */
int32_t	 zone_offset(const struct zone *, int64_t t);
int64_t	 zone_instant(const struct zone *, int64_t local);

#endif
