/*
 * month_voice.h - the voice of the public in a month: surveys and complaints.
 *
 * The index of a number of answers (IKM, 25 to 100) is the sum of the means
 * of all elements, each weighed alike, times 25.  The weight is exactly 1/9;
 * practice often rounds it to 0.11, so that nine of them are 0.99 and a
 * perfect survey gives 99: an option, always named.
 */
#pragma once

#include <stdint.h>

#include "month/month.h"
#include "voice/survey.h"

struct grid;

/* Sum of the scores of an element, 0 .. SURVEY_ELEMENTS - 1, in a part. */
int64_t	 month_voice_sum(const struct month_part *, int element);

/* The index in hundredths, 2500 to 10000, rounded half up; -1 without any
 * answer. */
int64_t	 month_voice_index(const struct month_part *, enum survey_weight);

/* Inside lib/month: count surveys and complaints into the parts of a grid.  0,
 * or -1 when it failed. */
int	 month_voice_count(struct grid *);
