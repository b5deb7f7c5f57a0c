/*
 * dossier.h - all that is known of one case, read once for a page: its tasks,
 * what happened (the events, with what was typed), its files.  Everything
 * lives as long as the request.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/act.h"
#include "case/case.h"
#include "case/document.h"
#include "sop/sop.h"
#include "store/event.h"

struct request;

struct happening {
	const char		*kind;		/* of the event: "forward" */
	const struct task_row	*task;		/* or NULL */
	enum actor_kind		 actor_kind;
	int64_t			 actor_id, behalf_id;
	const char		*capacity;
	int64_t			 deputy_of;	/* a Plh. or Plt.: whose place;
						   0: nobody's, or not known */
	const char		*order;		/* surat perintah, or "" */
	int			 substitute;	/* ... of what is no position */
	int64_t			 recorded_at, occurred_at;
	int64_t			 clock;		/* of the machine, where it had
						   gone back; else 0 */
	const char		*note;		/* "" when nothing was said */
	const char		*party;		/* outside party, or "" */
	const char		*register_no;	/* there, or "", */
	const char		*register_on;	/* and its date, or "" */
	const char		*to;		/* printed number of the row a
						   return went to, or "" */
	const char		*missing;	/* of the signed file, a line
						   each, */
	const char		*unproved;	/* and why it was sent all the
						   same; or "" */
	const char		*mend;		/* names of the fields a return
						   wants mended, or "": any */
	int64_t			 to_person;	/* handed over to; 0: none */
	const struct act_value	*value;		/* of the row's form */
	size_t			 nvalue;
};

struct dossier {
	const struct case_row	*c;
	const struct sop	*sop;
	struct task_row		*task;
	size_t			 ntask;
	struct happening	*event;		/* oldest first */
	size_t			 nevent;
	struct document		*document;	/* oldest first */
	size_t			 ndocument;
};

/* A child case (case/case_child.h) has the past of its parent before its own.
 * CASE_OK, CASE_NOT_FOUND (no such SOP version), CASE_DB. */
enum case_err	 dossier_read(const struct request *,
		    const struct case_row *, struct dossier *);

const struct task_row	*dossier_task(const struct dossier *, int64_t id);

/* The open task the case is at, the first of several; NULL: it is ended. */
const struct task_row	*dossier_open(const struct dossier *);

/* The event that last finished visit `task` (start, forward, refuse, download
 * or return); NULL while it is open. */
const struct happening	*dossier_finish(const struct dossier *,
			    const struct task_row *task);

/* The last time the first row was filled in, or NULL. */
const struct happening	*dossier_sent(const struct dossier *);

/* A value of the form with which the answer was signed last (the row that
 * approves, by going on or by a refusal); "" when there is none. */
const char		*dossier_signed(const struct dossier *,
			    const char *name);

/* The last return that led to the present visit of row `pos`, or NULL. */
const struct happening	*dossier_return(const struct dossier *, int64_t pos);

/* Does a newer file of the same field stand in its place? */
int			 dossier_replaced(const struct dossier *,
			    const struct document *);
