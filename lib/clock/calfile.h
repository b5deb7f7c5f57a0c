/*
 * calfile.h - the calendar file as read and checked, before the table of days
 * is made of it, and written again (sopap-calendar(5)).  For lib/clock and
 * calendar/calendar_edit.c.
 */
#pragma once

#include "clock/zone.h"

#define CAL_FIRST_DAY	12784	/* day number of 2005-01-01 */
#define CAL_DAYS	16801	/* to 2050-12-31 */

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
	char			**notes;	/* about changes; they mean
						   nothing to the clock */
	size_t			 nnotes;
};

/* Read and check; 0, or -1 with the fault.  Free in both cases. */
int	 calfile_read(struct calfile *, const char *yaml, size_t len,
	    char *why, size_t whysize);
void	 calfile_free(struct calfile *);

/* The text that is read as this, the same for the same; free() it.  Comments
 * and the form of the text that was read are not in it.  NULL: no memory. */
char	*calfile_write(const struct calfile *);
