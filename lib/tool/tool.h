/*
 * tool.h - the commands of `sopap`, the office's own command.
 *
 * There is one file per command, named as the command, and one entry in the
 * table of sopap.c.  A command gets its own words (argv[0] is its name) and the
 * open office, makes one or two calls of the library, prints what came of them
 * and returns the exit code.  The rules are the library's: no command decides
 * what may be done.  Messages are written in Indonesian and said in
 * the language of who reads them (page/terminal.h).
 *
 *	int
 *	tool_backup(const struct tool *t, int argc, char **argv)
 *	{
 *		... db_backup(office_db(t->o), argv[1]) ...
 *	}
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "clock/calendar.h"
#include "office/office.h"

struct change;
struct conf;

struct tool {
	const char	*data;		/* folder of the office, or NULL: */
	const char	*database;	/* on a server; "": in the folder */
	const char	*files;		/* where its documents are then */
	const char	*trouble;	/* why it is not known */
	const struct conf *conf;	/* or NULL: there is none that reads */
	const char	*share;		/* shipped SOPs and calendar */
	int64_t		 now;		/* read once, at the start */
	struct office	*o;		/* NULL: the command opens it */
};

/* -- the commands -------------------------------------------------------- */

/* Run a command with its words: the exit code.  It is 2 of a wrong call, after
 * the usage on standard error, and 1 of what the office refuses. */
int	 tool_backup(const struct tool *, int argc, char **argv);
int	 tool_calendar(const struct tool *, int argc, char **argv);
int	 tool_copy(const struct tool *, int argc, char **argv);
int	 tool_key(const struct tool *, int argc, char **argv);
int	 tool_doctor(const struct tool *, int argc, char **argv);
int	 tool_import(const struct tool *, int argc, char **argv);
int	 tool_init(const struct tool *, int argc, char **argv);
int	 tool_month(const struct tool *, int argc, char **argv);
int	 tool_notify(const struct tool *, int argc, char **argv);
int	 tool_person(const struct tool *, int argc, char **argv);
int	 tool_rebuild(const struct tool *, int argc, char **argv);
int	 tool_restore(const struct tool *, int argc, char **argv);
int	 tool_role(const struct tool *, int argc, char **argv);
int	 tool_simulate(const struct tool *, int argc, char **argv);
int	 tool_sop(const struct tool *, int argc, char **argv);
int	 tool_target(const struct tool *, int argc, char **argv);
int	 tool_tick(const struct tool *, int argc, char **argv);
int	 tool_upgrade(const struct tool *, int argc, char **argv);
int	 tool_user(const struct tool *, int argc, char **argv);
int	 tool_verify(const struct tool *, int argc, char **argv);

/* -- what they share ----------------------------------------------------- */

/* Open the office of t->data; given, office_close().  NULL after saying why
 * not on standard error. */
struct office	*tool_office(const struct tool *, enum db_mode);

/* Take an option and its value, if `value`, out of a command's words: the
 * value, or the option itself; NULL when it is not there. */
const char	*tool_option(int *argc, char **argv, const char *name,
		    int value);

/* May this user make the office of t->data, or put another in its place?  Root
 * may not, where the folder is somebody else's: the programs could not read it.
 * 0, or 1 after saying whose it is. */
int		 tool_owner(const struct tool *);

/* Give a new office the shipped units, roles and calendar, in force since an
 * instant (seconds UTC): 0, or 1 after saying why not. */
int		 tool_setup(const struct tool *, struct office *,
		    int64_t since);

/* Print what came of a command, in the reader's language, as of printf(3); data
 * for other programs are printed by printf(3) itself. */
__attribute__((format(printf, 1, 2)))
void		 tool_say(const char *fmt, ...);
/* Print what went wrong, as of printf(3), on standard error; returns the exit
 * code 1. */
__attribute__((format(printf, 1, 2)))
int		 tool_fail(const char *fmt, ...);
/* Print how a command is called; returns the exit code 2. */
int		 tool_usage(const char *words);
/* Print "what: reason" with the reason of the office's last refusal; returns
 * the exit code 1. */
int		 tool_why(struct office *, const char *what);

/* A whole file, NUL-ended, *len without the NUL; NULL after saying why not.
 * Given, free() it. */
char		*tool_read(const char *path, size_t *len);

/* Call fn for the path of each file in `dir` that ends in `suffix`, in the
 * order of their names.  Stops at the first answer that is not 0 and returns
 * it; 1 after saying why when the folder cannot be read. */
int		 tool_each(const char *dir, const char *suffix,
		    int (*fn)(const char *path, void *arg), void *arg);

/* A backup of the office into the folder `dir`, to be made by
 * archive_backup(): it prints what it finds. */
struct archive_backup;
void		 tool_backup_of(const struct tool *, const char *dir,
		    struct archive_backup *);

/* Print a finding (archive/integrity.h) as a line. */
void		 tool_line(void *, const char *line);
/* Say on standard error how many files are done, of so many: a line for each
 * thousand, one that is written over on a terminal. */
void		 tool_progress(void *, size_t done, size_t all);

/* -- the verbs of `sopap calendar` --------------------------------------- */

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

/* Answer a verb; each returns the exit code.  calendar_due.c: questions to the
 * clock, from the words or line by line from standard input. */
int	 tool_calendar_due(const struct tool_calendar_call *);
int	 tool_calendar_elapsed(const struct tool_calendar_call *);
int	 tool_calendar_explain(const struct tool_calendar_call *);
/* calendar_import.c, calendar_export.c: days off from a file, and to one. */
int	 tool_calendar_import(const struct tool_calendar_call *);
int	 tool_calendar_export(const struct tool_calendar_call *);

/* Only an administrator changes the office's calendar, not whoever may use
 * the machine: ch->by becomes the person of the login.  0, or 1 after saying
 * why not. */
int	 tool_calendar_by(struct office *, const char *login, struct change *);

/* Read a year that a calendar can have: 0, or 1 after saying why not. */
int		 tool_calendar_year(const char *word, int *year);

/* The hours of a list as "07:30-12:00 13:00-16:00", "-" for none; `n` is how
 * many there are, of which at most TOOL_HOURS are in the list.  Returns buf. */
#define TOOL_HOURS	16
#define TOOL_TEXT	512
const char	*tool_calendar_hours(const struct cal_hours *, size_t n,
		    char buf[TOOL_TEXT]);

/* Seconds as "-7:30:00"; returns buf. */
const char	*tool_calendar_duration(int64_t seconds, char buf[TOOL_TEXT]);
