/*
 * officeraw.h - what an office keeps for one process.  For office.c and its
 * parts only, of which calendar*.c are some.
 */
#ifndef OFFICE_OFFICERAW_H
#define OFFICE_OFFICERAW_H

#include "office/office.h"

struct calendar_version {
	int64_t		 id;
	int64_t		 unit;		/* 0: the office's, else of a unit */
	struct calendar	*cal;
};

struct sop_version {
	int64_t		 id;
	struct sop	*sop;
};

struct office {
	struct db	*db;
	char		*files;
	unsigned char	 key[CASE_KEY_SIZE];
	struct calendar_version	*cal;	/* read so far; kept for their strings */
	size_t		 ncal;
	int64_t		 cal_id;	/* in force; 0: none */
	struct sop_version *version;	/* read so far */
	size_t		 nversion;
	char		 why[2048];
	char		 field[64];
};

/* Free the calendars. */
void	 office_calendars_free(struct office *);

/* A text as if it were a version of this id, until it is forgotten: no
 * version has a negative one.  0, or -1. */
#define CALENDAR_AS_IF (-1)
int	 office_calendar_try(struct office *, const char *yaml);
void	 office_calendar_forget(struct office *);

/* Is the text a calendar?  CASE_OK, CASE_INVALID with the reason. */
enum case_err	 office_check_calendar(struct office *, const char *yaml);
/* Inside a change: the text `in` becomes the version in force. */
struct change_work;
enum case_err	 office_put_calendar(struct change_work *, const void *in);

#endif
