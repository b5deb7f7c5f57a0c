/*
 * tool.h - the commands of `sopap`, the office's own command.
 *
 * One file per command, one entry in the table of sopap.c.  A command gets
 * its own arguments (argv[0] is its name) and returns the exit code.
 */
#ifndef TOOL_TOOL_H
#define TOOL_TOOL_H

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

struct conf;

struct tool {
	const char	*data;		/* folder of the office, or NULL: */
	const char	*trouble;	/* why it is not known */
	const struct conf *conf;	/* or NULL: there is none that reads */
	const char	*share;		/* shipped SOPs and calendar */
	int64_t		 now;		/* read once, at the start */
};

int	 tool_init(const struct tool *, int argc, char **argv);
int	 tool_sop(const struct tool *, int argc, char **argv);
int	 tool_user(const struct tool *, int argc, char **argv);
int	 tool_calendar(const struct tool *, int argc, char **argv);
int	 tool_tick(const struct tool *, int argc, char **argv);
int	 tool_month(const struct tool *, int argc, char **argv);
int	 tool_target(const struct tool *, int argc, char **argv);
int	 tool_verify(const struct tool *, int argc, char **argv);
int	 tool_rebuild(const struct tool *, int argc, char **argv);
int	 tool_backup(const struct tool *, int argc, char **argv);
int	 tool_import(const struct tool *, int argc, char **argv);
int	 tool_simulate(const struct tool *, int argc, char **argv);

/* The office, or NULL after saying why not on standard error. */
struct office	*tool_office(const struct tool *, enum db_mode);

/* Units, roles and calendar of a new office, in force since an instant. */
int		 tool_setup(const struct tool *, struct office *,
		    int64_t since);

/* Say what went wrong on standard error; returns the exit code 1. */
__attribute__((format(printf, 1, 2)))
int		 tool_fail(const char *fmt, ...);
/* The same with the office's reason. */
int		 tool_why(struct office *, const char *what);

/* A whole file, NUL-ended; NULL after saying why not.  Given, free() it. */
char		*tool_read(const char *path, size_t *len);

/* Walks the files of DIR that end in SUFFIX in the order of the names, calling fn for each path;
 * stops at the first that is not 0 and returns it. */
int		 tool_each(const char *dir, const char *suffix,
		    int (*fn)(const char *path, void *arg), void *arg);

#endif
