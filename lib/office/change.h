/*
 * change.h - changes of administered things: units, roles, holders, people.
 *
 * Each is one transaction with one event in the stream of the thing changed.
 * The event's effect has what is not personal, its payload the rest.
 *
 *	static enum case_err
 *	rename(struct change_work *w, const void *in) ... change_record(w, &e)
 *
 *	err = change_run(office, &change, rename, &input, NULL);
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

struct change_work;

/* The work of a change inside the transaction, with its own input: CASE_OK, or
 * why not, which rolls it back. */
typedef enum case_err change_fn(struct change_work *, const void *in);

/* The author and the time of a change, and the key of the form it came by. */
struct change {
	int64_t		 by;		/* person; 0: the system, at set-up */
	int64_t		 now;		/* seconds UTC */
	const char	*idem;		/* idempotency key, or NULL */
	int		 dry;		/* only try: nothing is written */
	/* It goes along, after the work and in its transaction: both are done,
	 * or neither; or NULL.  Its events have no key. */
	change_fn	*also;
	const void	*also_in;
};

/* From now on changes by nobody (by 0) are this machine's, on the word of the
 * system user of this name, which their events keep. */
void		 change_by_machine(const char *user);

/* Was the key of this form used before?  1: all is done; 0. */
int		 change_repeated(struct office *, const char *idem);

/* -- for the modules that make changes ----------------------------------- */

struct change_work {
	struct office		*o;
	struct db		*db;
	const struct change	*ch;
	int64_t			 id;	/* of what was added */
};

/*
 * Run fn as one change.  CASE_REPEATED when its key was used before.  *id
 * (may be NULL) gets the work's id on CASE_OK.  A dry run gives the same answer
 * and is rolled back.
 */
enum case_err	 change_run(struct office *, const struct change *,
		    change_fn *, const void *in, int64_t *id);

/* Do fn as a part of this change; *id gets the id of what it added.  Only the
 * change's own event carries the form's key. */
enum case_err	 change_part(struct change_work *, change_fn *, const void *in,
		    int64_t *id);

/*
 * An event: effect and payload are JSON texts, made by change_json().  What a
 * thing was before is made by the same function from the row before: of the
 * values that differ, the old ones are kept in the member "was".
 */
struct change_event {
	int64_t		 stream;
	const char	*kind;
	char		*effect;	/* taken, and freed */
	char		*payload;	/* taken, and freed; NULL: nothing */
	char		*was;		/* the effect of things as they were;
					   taken, and freed; NULL: none */
	char		*payload_was;	/* the same of the payload */
};
/* Append the event of the change, and its line of the Jejak (office/trail.h):
 * CASE_OK, or CASE_DB. */
enum case_err	 change_record(struct change_work *,
		    const struct change_event *);

/* A JSON object as text, in the form of json_pack(); given. */
char		*change_json(const char *fmt, ...);

/* Note a fault of a field, and why: CASE_INVALID. */
enum case_err	 change_invalid(struct office *, const char *field,
		    const char *why);
/* CASE_OK, or CASE_INVALID with "Isi LABEL" when the value is empty. */
enum case_err	 change_filled(struct office *, const char *field,
		    const char *label, const char *value);
