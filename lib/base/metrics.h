/*
 * metrics.h - counters that all processes of an office share: one file that
 * each of them maps, FOLDER/metrics.
 *
 * A counter has a name, any short text.  It is a slot of the file, found by the
 * hash of its name and taken by whoever counts first; adding is one atomic
 * operation, so a process may be killed anywhere.  Counters never go back: they
 * outlive programs and restarts, and begin anew with another layout of the
 * file.  They are figures about this host and nothing more: nothing is synced,
 * no act waits for them, and no program fails for them.
 *
 *	metrics_open("/var/lib/sopap");
 *	metrics_add(1, "act/%s", "ok");
 *	n = metrics_get("act/%s", "ok");
 */
#pragma once

#include <stdint.h>

/*
 * Count in this folder from now on.  A file that is missing is made; one that
 * is too short, is none of ours or has another layout is replaced, and whoever
 * still has it mapped counts in vain.  When that is not possible one line of
 * the log says so, and nothing is counted.
 */
void	 metrics_open(const char *folder);
void	 metrics_close(void);

/* Add to the counter with the name that printf(3) makes, of 95 bytes at most.
 * Nothing happens when none is open. */
__attribute__((format(printf, 2, 3)))
void	 metrics_add(uint64_t n, const char *fmt, ...);

/* Its value; 0 when nobody has counted. */
__attribute__((format(printf, 1, 2)))
uint64_t metrics_get(const char *fmt, ...);
