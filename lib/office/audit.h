/*
 * audit.h - the record of what matters for trust: who came in and who did not,
 * what was refused, which passwords, roles and rights changed, who took out or
 * read whose data.
 *
 *	audit(o, &(struct audit_entry){ .kind = AUDIT_EXPORT, .at = now,
 *	    .person_id = person, .about = "/berkas" });
 *
 * Each entry is a row, with the client's address as the brakes know it, the
 * program and the request, and one JSON line of the log, which is written
 * first.  Of a change (change.h) the entry follows from its event, by the table
 * in audit.c.  The record is part of no chain and has an end of its own
 * (audit_sweep()).
 *
 * An entry never makes an act fail: one that cannot be stored is in the log,
 * with the reason.  What somebody repeats is kept once an hour where the table
 * says so, and of visitors who are not logged in an address has room for
 * AUDIT_STRANGERS entries in a quarter of an hour; one more says that others
 * were left out, so that nobody fills the disk by being refused.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

#define AUDIT_STRANGERS 60

enum audit_kind {
	AUDIT_LOGIN,
	AUDIT_PIN,			/* taking over at a counter */
	AUDIT_FACTOR,			/* the second code */
	AUDIT_LOGOUT,
	AUDIT_SESSION_ENDED,		/* unused for too long, or too old */
	AUDIT_REFUSED,			/* 401, 403 */
	AUDIT_FORGED,			/* a form without its token */
	AUDIT_LINK,			/* to choose a password: asked for */
	AUDIT_PASSWORD_SET,
	AUDIT_PIN_SET,
	AUDIT_FACTOR_SET,
	AUDIT_FACTOR_ENDED,
	AUDIT_SESSIONS_ENDED,		/* all of a person's, by a person */
	AUDIT_PERSON_ADDED,
	AUDIT_PERSON_CHANGED,
	AUDIT_ADMIN,			/* somebody became administrator */
	AUDIT_OPERATOR,			/* an institution's, approved */
	AUDIT_ROLE_ADDED,
	AUDIT_ROLE_CHANGED,
	AUDIT_ROLE_ENDED,
	AUDIT_HOLDER_NAMED,
	AUDIT_HOLDER_RELIEVED,
	AUDIT_CLERK_NAMED,
	AUDIT_CLERK_RELIEVED,
	AUDIT_RIGHT_GIVEN,
	AUDIT_RIGHT_ENDED,
	AUDIT_EXPORT,
	AUDIT_EXPORT_ALL,		/* of everything there is */
	AUDIT_LIST,			/* personal data, read as a list */
	AUDIT_CASE,			/* a case, its page or a step of it */
	AUDIT_FILE,			/* a file of somebody else, opened */
	AUDIT_SUBJECT_ASKED,		/* a person, about its own data */
	AUDIT_SUBJECT_ANSWERED,
	AUDIT_DISPOSAL_APPROVED,	/* archives that go */
	AUDIT_DISPOSAL_DONE,
	AUDIT_LEFT_OUT,			/* AUDIT_STRANGERS was reached */
	AUDIT__MAX
};

enum audit_outcome {
	AUDIT_GOOD,
	AUDIT_BAD,			/* a wrong password or code */
	AUDIT_BRAKED,			/* after too many of them */
	AUDIT_DENIED,
	AUDIT_OUTCOME__MAX
};

struct audit_entry {
	enum audit_kind		 kind;
	enum audit_outcome	 outcome;
	int64_t			 person_id;	/* who did it; 0: not known */
	int64_t			 about_id;	/* a person, a role, a case; or
						   0 */
	const char		*about;		/* a path; or NULL */
	int64_t			 at;
};

/* The client of the entries that follow, and its address; NULL: a command of
 * this machine, whose entries are rows alone. */
void		 audit_from(const char *address);

/* That address; "" of a command.  Borrowed until the next. */
const char	*audit_client(void);

/* Write an entry down.  Not inside a transaction. */
void		 audit(struct office *, const struct audit_entry *);

/*
 * The same of a change that is under way: kept in mind, and written down once
 * it is done (audit_settle() with `done`) or forgotten.  The second takes an
 * event's kind and passes over one that the table does not know.
 */
void		 audit_note(const struct audit_entry *);
void		 audit_note_event(const char *event, int64_t person_id,
		    int64_t stream, int64_t at);
void		 audit_settle(struct office *, int done);

/* The word of a kind in the record, and what a reader calls it; the kind of a
 * word, or -1.  What a reader calls an outcome of that word. */
const char	*audit_word(enum audit_kind);
const char	*audit_says(enum audit_kind);
int		 audit_kind_from(const char *word);
const char	*audit_outcome_says(const char *word);

/* -- reading it ----------------------------------------------------------- */

struct audit_row {
	int64_t	id, at, person_id, about_id;
	char	kind[32], outcome[12];
	char	address[64], program[32], request[40], about[256];
};

struct audit_query {
	int64_t		 id;		/* of who did it, or what it is about;
					   0: any */
	const char	*kind;		/* "": any */
	int64_t		 from, to;	/* [from, to); 0, 0: any time */
	int64_t		 offset, limit;
};

/* One page of those that match, the latest first; given, free() *list.  *total
 * counts all that match.  CASE_OK, CASE_DB. */
enum case_err	 audit_list(struct office *, const struct audit_query *,
		    struct audit_row **list, size_t *count, int64_t *total);

/* Failed tries to come in since an instant: log-in, PIN, second code. */
int64_t		 audit_failures(struct office *, int64_t since);

/* The entries since an instant of which the administrators hear, the oldest
 * first; given, free() *list.  CASE_OK, CASE_DB. */
enum case_err	 audit_alarms(struct office *, int64_t since,
		    struct audit_row **list, size_t *count);

/* Remove what is older: CASE_OK with the number in *removed, CASE_BUSY,
 * CASE_DB. */
enum case_err	 audit_sweep(struct office *, int64_t before, int *removed);
