/*
 * share.h - how a share on time is judged and printed: the same in a chart,
 * a table, a headline and a file.
 *
 * Shares and targets are tenths of a percent (900 is 90%), so that what is
 * printed can be subtracted and compared by the reader.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#define SHARE_NONE (-1)		/* no target, nothing to compare with */
#define SHARE_LEAST 10		/* below it counts are printed, no share */

/* The tasks on time, of all tasks that count. */
struct share {
	int64_t	on_time;
	int64_t	counted;
};

/* 1 when there are too few for a percentage or a rank, else 0. */
int	share_is_few(struct share);

/* 1 when the exact share misses the target, else 0; 0 without a target. */
int	share_is_below(struct share, int target);
/* ... and there are enough to say so. */
int	share_is_low(struct share, int target);

/*
 * The share in tenths, rounded, but never across the target and never to
 * 100% or 0% unless it is: 89,96% of a target of 90% is shown as 89,9%.
 * SHARE_NONE when nothing was counted.
 */
int	share_tenths(struct share, int target);

/* The same in whole percents: 89,96% of a target of 90% is shown as 89. */
int	share_whole(struct share, int target);

/* "91,6%", "4 dari 5" when few, en dash when nothing was counted. */
char	*share_words(char *buf, size_t, struct share, int target);

/* "242 dari 326", whatever their number. */
char	*share_counts(char *buf, size_t, struct share);

/* "91,6%"; a target without its needless decimal: "90%". */
char	*share_percent(char *buf, size_t, int tenths);
char	*share_target(char *buf, size_t, int target);

/* "nol" .. "sembilan", then figures: "10", "1.234". */
char	*share_count_words(char *buf, size_t, int64_t n);
