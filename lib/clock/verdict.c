/* verdict.c - a finished visit against its standard. */
#include "clock/caltext.h"
#include "clock/standard.h"
#include "clock/verdict.h"

static const char *const verdicts[VERDICT__MAX] = {
	[VERDICT_NONE] = "none",
	[VERDICT_BELOW] = "below",
	[VERDICT_WITHIN] = "within",
	[VERDICT_OVER] = "over",
};

const char *
verdict_slug(enum verdict verdict)
{
	return verdicts[verdict];
}

int
verdict_from(const char *slug)
{
	return caltext_find(verdicts, VERDICT__MAX, slug);
}

enum verdict
verdict_of(const struct calendar *cal, const struct standard *std,
    int64_t start, int64_t moved, int64_t finish)
{
	int64_t min_at, max_at;

	standard_due(cal, std, start, moved, &min_at, &max_at);
	if (finish > max_at)
		return VERDICT_OVER;
	if (std->min < std->max && finish < min_at)
		return VERDICT_BELOW;
	return VERDICT_WITHIN;
}

enum verdict
verdict_of_work(const struct standard *std, int64_t own, int64_t queued,
    int64_t queue_max, int64_t day)
{
	if (own > standard_seconds(std, std->max, day) || queued > queue_max)
		return VERDICT_OVER;
	if (std->min < std->max && own < standard_seconds(std, std->min, day))
		return VERDICT_BELOW;
	return VERDICT_WITHIN;
}
