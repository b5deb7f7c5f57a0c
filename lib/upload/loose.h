/*
 * loose.h - files of strangers that belong to no case: how many bytes may lie
 * there, from one address and from all (base/price.h).
 *
 * Such a file counts until a case has it, or until it was swept away
 * (tick/sweep.h); the draft of somebody without account makes it nobody's
 * yet.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

/* Would so many bytes more leave the disk nearly full?  1 or 0. */
int		 loose_is_full(struct office *, int64_t bytes);
/* May an address (throttle_address()), or another name of who sends, bring so
 * many bytes more?  CASE_OK; CASE_STATE, saying why not. */
enum case_err	 loose_check(struct office *, const char *address,
		    int64_t bytes);
/* A file was stored that belongs to no case. */
void		 loose_note(struct office *, const char *address,
		    const char *sha256, int64_t size);
/* Forget those that belong to a case by now, and those that are gone.  CASE_OK,
 * CASE_DB. */
enum case_err	 loose_sweep(struct office *);
