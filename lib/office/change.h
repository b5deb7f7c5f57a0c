/*
 * change.h - changes of administered things: units, roles, holders, people.
 *
 * Each is one transaction with one event in the stream of the thing changed.
 * The event's effect holds what is not personal, its payload the rest.
 */
#ifndef OFFICE_CHANGE_H
#define OFFICE_CHANGE_H

#include <stdint.h>

#include "office/office.h"

/* Who changes, when, and the key of the form it came by. */
struct change {
	int64_t		 by;		/* person; 0: the system, at set-up */
	int64_t		 now;		/* seconds UTC */
	const char	*idem;		/* idempotency key, or NULL */
	int		 dry;		/* only try: nothing is written */
};

/* Was the key of this form used before?  Then all is done. */
int		 change_repeated(struct office *, const char *idem);

/* -- for the modules of lib/case ---------------------------------------- */

struct change_work {
	struct office		*o;
	struct db		*db;
	const struct change	*ch;
	int64_t			 id;	/* of what was added */
};

/* What a change does inside the transaction, with its own input. */
typedef enum case_err change_fn(struct change_work *, const void *in);

/*
 * Run fn as one change.  CASE_REPEATED when its key was used before.  *id
 * (may be NULL) gets the work's id on CASE_OK.  A dry run gives the same answer
 * and is rolled back.
 */
enum case_err	 change_run(struct office *, const struct change *,
		    change_fn *, const void *in, int64_t *id);

/* An event: effect and payload are JSON texts, made by change_json(). */
struct change_event {
	int64_t		 stream;
	const char	*kind;
	char		*effect;	/* taken, and freed */
	char		*payload;	/* taken, and freed; NULL: nothing */
};
enum case_err	 change_record(struct change_work *,
		    const struct change_event *);

/* A JSON object as text, in the form of json_pack(); given. */
char		*change_json(const char *fmt, ...);

/* CASE_INVALID, and why. */
enum case_err	 change_invalid(struct office *, const char *field,
		    const char *why);
/* CASE_OK, or CASE_INVALID with "Isi LABEL" when the value is empty. */
enum case_err	 change_filled(struct office *, const char *field,
		    const char *label, const char *value);

#endif
