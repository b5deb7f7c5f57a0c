/*
 * calendar.h - what the commands of `sopap calendar` share.
 */
#ifndef TOOL_CALENDAR_H
#define TOOL_CALENDAR_H

#include <stddef.h>
#include <stdint.h>

#include "clock/calendar.h"

struct change;
struct office;

/* One call: the calendar asked for, and the words after the verb. */
struct tool_calendar_call {
	const struct calendar	*cal;
	const char		*text;	/* as it is written */
	struct office		*o;	/* whose it is, or NULL: a file's */
	int64_t			 now;
	const char		*label;	/* of the calendar, in messages */
	int			 argc;
	char			**argv;
	/* Options of import: */
	int			 yes;
	const char		*only, *decree;
	const char		*as;	/* login of who changes the office's */
};

/* Whose change of the office's calendar it is: an administrator's.  0, or the
 * exit code after saying why not. */
int	 tool_calendar_by(struct office *, const char *login, struct change *);

/* clock.c: questions to the clock; each returns the exit code. */
int	 tool_calendar_due(const struct tool_calendar_call *);
int	 tool_calendar_elapsed(const struct tool_calendar_call *);
int	 tool_calendar_explain(const struct tool_calendar_call *);

/* import.c: days off from a file, and to one. */
int	 tool_calendar_import(const struct tool_calendar_call *);
int	 tool_calendar_export(const struct tool_calendar_call *);

/* clock_text.c: the hours of a list as "07:30-12:00 13:00-16:00", "-" for
 * none; `n` is how many there are, of which at most CLOCK_HOURS are in it. */
#define CLOCK_HOURS	16
#define CLOCK_TEXT	512
const char	*tool_calendar_hours(const struct cal_hours *, size_t n,
		    char buf[CLOCK_TEXT]);

/* "-7:30:00" */
const char	*tool_calendar_duration(int64_t seconds, char buf[CLOCK_TEXT]);

#endif
