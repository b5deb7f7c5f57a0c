/*
 * retry.h - retries: how often a message is tried again, and after how long.
 *
 * A pause begins at a minute and doubles up to an hour; after eight tries the
 * message is given up, over four hours in all.  An adapter may say otherwise
 * (its key `retry`), and a provider may ask for a longer pause (Retry-After).
 * Given up means arrival_failed() (case/arrival.h): another way is tried, or
 * the case gets a side task.
 *
 * An attempt that was cut, by a crash between delivery_begin() and its result,
 * is not counted against the message but comes up again: after
 * adapter_settle() seconds, in which a callback may say that the provider has
 * it, and marked as perhaps sent twice unless adapter_knows_repeats().  A
 * provider that refuses our key is not tried again at all: that stops the
 * channel (channel.h).
 *
 *	pause = retry_pause(adapter, d->tries + 1, asked);
 *	if (pause == -1)
 *		give it up
 *	else
 *		retry_later(office, d, now + pause, reason, now);
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

struct adapter;
struct delivery;

/* Seconds until the next try after `tries` of them, or -1: give it up.  The
 * adapter NULL has the usual numbers; `asked` are the seconds the provider
 * asks for at least, 0: none. */
int64_t		 retry_pause(const struct adapter *, int64_t tries,
		    int64_t asked);

/* The attempt begun was not taken, for `reason`: the message waits until
 * next_at.  CASE_OK, CASE_BUSY, CASE_DB. */
enum case_err	 retry_later(struct office *, const struct delivery *,
		    int64_t next_at, const char *reason, int64_t now);
