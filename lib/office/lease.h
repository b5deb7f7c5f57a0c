/*
 * lease.h - work that one process of all hosts does at a time: the tick, the
 * sending of messages, the sweep.
 *
 *	char holder[LEASE_HOLDER];
 *
 *	lease_holder(holder);
 *	err = lease_take(o, "messenger", holder, now, now + 180);
 *	if (err == CASE_REPEATED)
 *		return;		another process is at it
 *	...
 *	lease_take(o, "messenger", holder, now, now);	given back
 */
#pragma once

#include <stdint.h>
#include <sys/types.h>

#include "office/office.h"

#define LEASE_HOLDER	144

/*
 * Name this process as a holder: its host, that host's start, its number, and
 * chance.  The number alone is no name: the first process of each container is
 * 1.  Returns buf, another name each time.
 */
char		*lease_holder(char buf[LEASE_HOLDER]);
/* The same of a host and its start that are given. */
char		*lease_holder_of(const char *host, const char *start, pid_t,
		    char buf[LEASE_HOLDER]);

/*
 * Take the lease of a work, or keep it, until an instant; at `now` itself it is
 * given back.  Both are of this machine's clock and are kept by the database's
 * (store/db_clock.h).  CASE_OK; CASE_REPEATED while another has it.  Its holder
 * may take it again, but for "", who is nobody.  A lease that is to last longer
 * than this one would is void: no clock that was ahead keeps work from being
 * done.  CASE_BUSY, CASE_DB.
 */
enum case_err	 lease_take(struct office *, const char *name,
		    const char *holder, int64_t now, int64_t until);
