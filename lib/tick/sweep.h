/*
 * sweep.h - what is no archive expires by itself: drafts, files that came in
 * and belong to nothing, codes and texts of messages that were sent, the
 * mailbox folder, sessions, links, refused registrations, the record of
 * security and that of readings.
 *
 * One table says what lies where, how long, and which key of sopap.conf(5) sets
 * it; the sweep, the page of an administrator and its test all read it.
 * Archives are no part of it: they go by an approved list alone
 * (case/disposal.h).
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

struct conf;

/* One kind, for people: the words are constants, in Indonesian. */
struct sweep_term {
	const char	*what, *where;
	int64_t		 seconds;	/* until it is removed */
	const char	*from;		/* counted from this: "dikirim" */
	const char	*key;		/* of the configuration; "": fixed */
};

#define SWEEP_TERMS 12

/* All kinds as the office has set them; the number of them. */
size_t		 sweep_terms(const struct conf *,
		    struct sweep_term list[SWEEP_TERMS]);

/*
 * Remove everything whose time is over; without a configuration only what has a
 * fixed time.  Does so once an hour, however often it is asked.  CASE_OK with
 * the number of files that no document names and that were removed in
 * *removed; CASE_REPEATED when it was done in the last hour; else the first
 * failure, after all else was done.
 */
enum case_err	 sweep(struct office *, const struct conf *, int64_t now,
		    int *removed);
