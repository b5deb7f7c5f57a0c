/*
 * absence.h - people who are away (tidak masuk): who, from when to when, who
 * stands in, and what becomes of the tasks that they have taken.
 *
 * A person enters his own absence, which is a proposal until his superior or
 * whoever has kelola confirms it; these may enter it themselves.  The one who
 * confirms is neither away nor the one who stands in.  The stand-in gets the
 * roles that the person holds, and nothing else, from the beginning or now on:
 * of a position as Plh., by the superior's press or with the number of a surat
 * perintah; of any other role as its substitute (people/holder.h).  A role with
 * the right kelola waits for a second administrator (proposal.h).  All of that
 * ends by the clock.
 *
 *	struct absence a = { .person_id = ayu, .from_at = monday,
 *	    .to_at = saturday, .stand_in_id = budi, .tasks = ABSENCE_MOVED,
 *	    .reason = "tidak masuk" };
 *
 *	err = absence_confirm(office, &change, &a, "kakanwil", &id);
 *	err = absence_move(office, id, ...);		case/absence_move.h
 *
 * Who is made inactive (person_change()) leaves tasks, too: an absence without
 * end, by which nobody gets a role.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"
#include "people/holder.h"

struct person;

/* The tasks are moved to the stand-in, without one back to the role; kept; or
 * those that are chosen are moved. */
enum absence_tasks { ABSENCE_MOVED, ABSENCE_KEPT, ABSENCE_CHOSEN,
	ABSENCE_TASKS__MAX };
enum absence_state { ABSENCE_PROPOSED, ABSENCE_CONFIRMED, ABSENCE_DECLINED,
	ABSENCE_STATE__MAX };

#define ABSENCE_REASON_MAX 200		/* characters */
/* Longer than this it is asked about, never refused. */
#define ABSENCE_LONG (92 * INT64_C(86400))

struct absence {
	int64_t		 id, person_id;
	int64_t		 from_at, to_at;	/* to_at 0: gone for good */
	int64_t		 stand_in_id;		/* 0: nobody */
	char		 letter_no[64];		/* of the surat perintah */
	int		 tasks;			/* enum absence_tasks */
	char		 reason[4 * ABSENCE_REASON_MAX + 1];

	/* read along */
	int		 state;			/* enum absence_state */
	int64_t		 made_at, made_by;
	int64_t		 decided_at, decided_by;	/* 0: not yet */
	int64_t		 moved_at, ended_at;
	char		 person[160], stand_in[160];	/* names */

	/* written, not read: the tasks of ABSENCE_CHOSEN */
	const int64_t	*chosen;
	size_t		 nchosen;
};

/* The word of what becomes of the tasks, "moved"; the number of a word, -1. */
const char	*absence_tasks_word(enum absence_tasks);
int		 absence_tasks_from(const char *word);

/* May somebody confirm absences of a person at `now`?  As his superior, with
 * the right kelola alone; or not: 0, also of himself. */
enum absence_right { ABSENCE_NONE, ABSENCE_MANAGER, ABSENCE_SUPERIOR };
enum absence_right absence_right(struct office *, int64_t by,
		    int64_t person_id, int64_t now);

/* One by its id: CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 absence_get(struct office *, int64_t id, struct absence *);
/* Those of a person, else of a stand-in, else all that are not over nor
 * declined; in a state (-1: any), that end after an instant (to_at; 0: any);
 * the latest first, at most 100; given, free() *list.  CASE_OK, CASE_DB. */
enum case_err	 absence_list(struct office *, const struct absence *of,
		    struct absence **list, size_t *count);

/* The roles that the stand-in would get by it at `now`, as what he would hold
 * them; given, free() *list.  CASE_OK, CASE_DB. */
enum case_err	 absence_roles(struct office *, const struct absence *,
		    int64_t now, struct holder_row **list, size_t *count);

/*
 * Propose one's own; *id (or NULL) gets the new row's.  CASE_INVALID:
 * office_field() is the member's name: an end before the beginning or over, no
 * reason, a stand-in who is the person himself, inactive, an outsider or away
 * in that time, two at a time.  CASE_DENIED: for somebody else.
 */
enum case_err	 absence_propose(struct office *, const struct change *,
		    const struct absence *, int64_t *id);
/*
 * Confirm it: one that was proposed (its id; the rest as it is to be), or a new
 * one (id 0).  `head` is the role that hears of kelola given by one alone.  As
 * above; also CASE_INVALID "letter_no", a position without the superior's press
 * or a number, and "stand_in_id", whoever confirms; CASE_STATE: decided before;
 * CASE_DENIED.
 */
enum case_err	 absence_confirm(struct office *, const struct change *,
		    const struct absence *, const char *head, int64_t *id);
/* Decline what was proposed, or withdraw one's own proposal.  CASE_STATE,
 * CASE_DENIED. */
enum case_err	 absence_decline(struct office *, const struct change *,
		    int64_t id);
/* The person is back, or will not be away: the person himself says so, or who
 * may confirm it.  CASE_STATE when it is over, CASE_DENIED. */
enum case_err	 absence_end(struct office *, const struct change *,
		    int64_t id);

/* Make a person inactive, and say what becomes of the tasks: to whom, which,
 * and why.  As person_change(); CASE_INVALID as above. */
enum case_err	 absence_leave(struct office *, const struct change *,
		    const struct person *, const struct absence *,
		    int64_t *id);

/* -- for case/absence_move.c ----------------------------------------------- */

/* Ids of confirmed absences that have begun and whose tasks were not seen to;
 * that are over and whose end was not seen to; given, free() *id. */
enum case_err	 absence_begun(struct office *, int64_t now, int64_t **id,
		    size_t *count);
enum case_err	 absence_over(struct office *, int64_t now, int64_t **id,
		    size_t *count);
/* That was seen to: those who are concerned hear of it, and how many tasks were
 * moved to the stand-in.  CASE_OK, also when it was before; CASE_BUSY,
 * CASE_DB. */
enum case_err	 absence_is_moved(struct office *, int64_t id, int64_t now,
		    int64_t count);
enum case_err	 absence_is_over(struct office *, int64_t id, int64_t now);
