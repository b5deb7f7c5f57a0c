/*
 * month_correct.h - inside lib/month: visits judged again by the calendar in
 * force (g->again), or as they were.
 */
#pragma once

#include <stdint.h>

struct calendar;
struct grid;
struct grid_visit;

/* Judge every visit of the grid again from now on: 0, or -1 without memory. */
int	 month_correct_begin(struct grid *);

/* Put verdict, due time and accounts of a closed visit as they are by the
 * calendar in force; sets g->failed when that cannot be done. */
void	 month_correct_visit(struct grid *, struct grid_visit *);

/* The calendar by which the limits of an open visit are reckoned: the one in
 * force when judging again, else that of calendar_id. */
const struct calendar *month_correct_calendar(struct grid *,
	    int64_t calendar_id, const char *performer);

/* Working seconds an open visit received at an instant may lie in the queue:
 * `known`, or as the calendar has it when judging again. */
int64_t	 month_correct_queue(const struct grid *, const struct calendar *,
	    int64_t version_id, int64_t pos, int64_t received_at,
	    int64_t known);
