/*
 * play.h - acts at given times by people with logins, for the tests of the
 * engine.  The office and the clock are the program's own; times are WIB.
 */
#pragma once

#include <stdint.h>

#include "case/act.h"
#include "case/case.h"
#include "sop/sop.h"
#include "tests/tap.h"

extern struct office	*play_office;
extern int64_t		 play_now;

/* Open the office in memory with the twelfth SOP too (tests/data); the clock
 * stands at its beginning, Monday 5 January 2026, 08.00. */
void		 play_open(void);
/* Publish an SOP file of the source tree; its version. */
int64_t		 play_publish(const char *path);
/* "2026-01-05T08:00", seconds optional; and set the clock to it. */
int64_t		 play_at(const char *text);
void		 play_clock(const char *text);

/* Id of a person; 0 for NULL. */
int64_t		 play_person(const char *login);
/* A second holder of a role's slug, as "plh" or "definitif"; until further
 * notice. */
void		 play_hold(const char *login, const char *role,
		    const char *capacity);

/* Open a case as a login (NULL: without account), forward it to row `no`. */
int64_t		 play_case(const char *slug, const char *login, const char *no);
/* The open task of a case, of a performer unless NULL; bails out if none. */
struct task_row	 play_task(int64_t case_id, const char *performer);
/* A task as it is now. */
struct task_row	 play_again(int64_t task_id);
struct case_row	 play_row(int64_t case_id);
/* The child of a case that is about a login, the latest; bails out if none. */
int64_t		 play_child(int64_t case_id, const char *login);
/* Number of open tasks of a case that are no side tasks. */
int		 play_open_tasks(int64_t case_id);

/* An act on a task as it is, now, by a login (NULL: by the case's code). */
struct act	 play_act(const char *login, const struct task_row *t);

/* Acts on the open task of a case that the login may do; they have to
 * succeed.  They return the task. */
struct task_row	 play_claim(const char *login, int64_t case_id);
struct task_row	 play_finish(const char *login, int64_t case_id,
		    enum outcome);
/* Try to finish a task: form filled, reasons given. */
enum case_err	 play_try(const char *login, const struct task_row *t,
		    enum outcome);
/* Bail out unless the act was done. */
void		 play_must(enum case_err, const char *what);

/* Number of events of a kind in a case; NULL: of all. */
int64_t		 play_events(int64_t case_id, const char *kind);
/* Remember everything a case consists of; and is it so still? */
void		 play_keep(int64_t case_id);
int		 play_unchanged(void);
/* How many faults chains, rebuild and accounts have. */
int64_t		 play_faults(void);

/* The act was refused in this way and has changed nothing.  Here, as each
 * program counts its checks in one file. */
static inline void
play_refused(enum case_err want, enum case_err got, const char *what)
{
	is_int(want, got, "%s", what);
	ok(play_unchanged(), "... and nothing has changed");
}

static inline void
play_whole(void)
{
	is_int(0, play_faults(), "in the end chains verify, a rebuild finds no "
	    "difference, and all accounts add up");
}
