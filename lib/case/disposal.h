/*
 * disposal.h - archives that go: cases whose term of retention is over.
 *
 * A case is due from the first day of the year in which its term, counted in
 * whole years after the year of its end, is over.  Terms are those of the
 * office's schedule (JRA): a number of years for all SOPs, others by name, and
 * "permanen" for those that never go.  The list of a year is approved with the
 * number and date of a letter; then each case of it is destroyed by an act of
 * its own, so that a run that is cut off goes on where it stood:
 *
 *	disposal_due(o, &rules, now, &list, &n);	the list
 *	disposal_approve(o, &change, &rules, &d, &id);
 *	disposal_tick(o, now, &done);			by the tick
 *
 * What is destroyed: all that was typed, the documents, the words by which it
 * was found, its personal columns, what its letters and messages say.  What
 * stays: number, SOP, course and times, so that figures and roots of months do
 * not change; and the chain of its events, whose last says by which list the
 * others lost their texts (store/event.h).  An evaluation of a month has no
 * person in it and is never due.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"

struct conf;

struct disposal_rules {
	int64_t		 years;
	const char	*others;	/* "renstra=permanen skp=10"; or "" */
};

/* As the office has set them. */
struct disposal_rules	 disposal_rules(const struct conf *);

/* A case of a list. */
struct disposal_case {
	int64_t	case_id;
	char	number[24];
	char	slug[64], sop[96];	/* of its SOP; its name */
	int64_t	ended_at, documents;
	int64_t	years;			/* its term */
};

/* Those that are due and on no list, by SOP and number; given, free() *list.
 * CASE_OK, CASE_DB. */
enum case_err	 disposal_due(struct office *, const struct disposal_rules *,
		    int64_t now, struct disposal_case **list, size_t *count);

/* A hash of a list: it stands on the page that is approved. */
void		 disposal_hash(const struct disposal_case *, size_t count,
		    char hash[65]);

/* A list that was approved. */
struct disposal {
	int64_t	id, number;
	char	letter_no[128], letter_on[16];	/* on: "2031-02-03" */
	char	official[160];
	char	list[65];			/* disposal_hash() */
	int64_t	approved_at, approved_by, done_at;
	int64_t	cases, left;
};

/* Approve the list that is due now: of `in` the letter and who signed it.
 * CASE_STATE: nothing is due; CASE_INVALID with the member's name. */
enum case_err	 disposal_approve(struct office *, const struct change *,
		    const struct disposal_rules *, const struct disposal *in,
		    int64_t *id);

/* One of them: CASE_OK, CASE_NOT_FOUND, CASE_DB.  All, the latest first, and
 * the cases of one; given, free() *list.  CASE_OK, CASE_DB. */
enum case_err	 disposal_get(struct office *, int64_t id, struct disposal *);
enum case_err	 disposal_list(struct office *, struct disposal **list,
		    size_t *count);
enum case_err	 disposal_cases(struct office *, int64_t id,
		    struct disposal_case **list, size_t *count);

/* Carry out what is approved, some hundred cases at a time; *done grows by
 * their number.  One that fails leaves the others be; the first failure is
 * returned. */
enum case_err	 disposal_tick(struct office *, int64_t now, int *done);
