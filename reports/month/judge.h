/*
 * judge.h - whether an SOP runs well, by its figures: a suggestion to whoever
 * monitors it, and why it may be wrong.
 */
#ifndef REPORTS_MONTH_JUDGE_H
#define REPORTS_MONTH_JUDGE_H

#include <stddef.h>
#include <stdint.h>

struct month_part;

enum judgement {
	JUDGE_DOUBT,		/* the figures do not say */
	JUDGE_WELL,
	JUDGE_BADLY
};

/* "", "baik", "tidak". */
const char	*judge_slug(enum judgement);

/*
 * By the share of steps on time against the target, nine of ten without one.
 * In doubt when fewer than ten steps count, when the share is within two
 * points of the target, or when the promise to the public says otherwise.
 * `why` gets the doubt as a sentence without its full stop; part NULL: the SOP
 * had no case.
 */
enum judgement	 judge_sop(const struct month_part *, char *why, size_t size);

/*
 * Whether the standard of a row is in line with what is measured: out of line
 * when nine of ten take longer than its limit, or less than half of it.  Fewer
 * than 30 done, and rows of outsiders or the software, advise nothing.  Both
 * in seconds, p90 -1 without one.
 */
enum standard_fit {
	STANDARD_FITS,
	STANDARD_TIGHT,
	STANDARD_LOOSE
};
#define JUDGE_LEAST 30
enum standard_fit	 judge_standard(const struct month_part *,
			    int64_t limit, int64_t p90);

/* "12 perkara masuk; langkah tepat waktu 91,6%; ..." */
char		*judge_figures(const struct month_part *, char *buf,
		    size_t size);

#endif
