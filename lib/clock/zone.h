/*
 * zone.h - a time zone as a table of offsets, so that nothing depends on the
 * time zone of the process.  Inside lib/clock and calendar/calendar_edit.c;
 * others ask calendar_local() and calendar_instant().
 */
#pragma once

#include "clock/calyaml.h"

/* From `at` on, the zone is `offset` seconds east of UTC. */
struct zone_change {
	int64_t	at;
	int32_t	offset;
};

struct zone {
	char			*name;
	int32_t			 offset;	/* before the first change */
	struct zone_change	*change;	/* in order of time */
	size_t			 count;
};

/* Reads a struct zone, by its name or by its table. */
int	 zone_read(struct calyaml *, const yaml_node_t *, void *into);

/* Offset in force at an instant, and the instant of a local time (seconds as
 * if UTC).  A time the clocks skip is the instant they skip; one they repeat
 * is the first. */
int32_t	 zone_offset(const struct zone *, int64_t t);
int64_t	 zone_instant(const struct zone *, int64_t local);
