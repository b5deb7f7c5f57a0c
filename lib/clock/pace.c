/* pace.c - a visit against its own limit. */
#include "clock/calendar.h"
#include "clock/pace.h"

struct pace
pace_of(const struct calendar *cal, enum time_measure measure, int64_t start,
    int64_t moved, int64_t due, int64_t at)
{
	if (measure == MEASURE_ELAPSED)
		return (struct pace){ at - start, due - start };
	return (struct pace){ calendar_elapsed(cal, start, at) - moved,
	    calendar_elapsed(cal, start, due) - moved };
}

struct pace
pace_of_work(const struct standard *std, int64_t own, int64_t queued,
    int64_t queue_max, int64_t day)
{
	const struct pace work = { own, standard_seconds(std, std->max, day) };
	const struct pace queue = { queued, queue_max };

	if (queue.limit <= 0)
		return queue.used > 0 ? queue : work;
	return queue.used * work.limit > work.used * queue.limit ? queue :
	    work;
}

struct pace
pace_of_visit(const struct calendar *cal, const struct pace_visit *v,
    int64_t at)
{
	int64_t min_at, due;

	if (v->standard.measure == MEASURE_WORK)
		return pace_of_work(&v->standard, v->own, v->queue,
		    v->queue_max, calendar_day_length(cal, at));
	/* As the verdict reckons it. */
	standard_due(cal, &v->standard, v->start, v->moved, &min_at, &due);
	return pace_of(cal, v->standard.measure, v->start, v->moved, due, at);
}

int64_t
pace_thousandths(struct pace p, int late)
{
	int64_t part = p.used <= 0 ? 0 : PACE_MOST;

	if (p.used > 0 && p.limit > 0 && p.used < PACE_MOST / PACE_LIMIT *
	    p.limit)
		part = (2 * PACE_LIMIT * p.used + p.limit) / (2 * p.limit);
	if (late)
		return part > PACE_LIMIT ? part : PACE_LIMIT + 1;
	return part < PACE_LIMIT ? part : PACE_LIMIT;
}
