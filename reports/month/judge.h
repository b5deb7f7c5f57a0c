/*
 * judge.h - does an SOP run well, by its figures?  A suggestion to the person
 * who monitors it, and a reason to doubt it.
 */
#pragma once

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
 * Does the standard of a row fit its visits?  It is too tight when a tenth of
 * them or more were late, too loose when nine of ten used less than half of
 * their limits: p90 in thousandths, -1 without a standard.  Fewer than 30 done,
 * and rows of outsiders or of the software, advise nothing.
 */
enum standard_fit {
	STANDARD_FITS,
	STANDARD_TIGHT,
	STANDARD_LOOSE
};
#define JUDGE_LEAST 30
enum standard_fit	 judge_standard(const struct month_part *,
			    int64_t p90);

/* "12 berkas masuk; langkah tepat waktu 91,6%; ...", part NULL: "Tidak ada
 * berkas."  Returns buf. */
char		*judge_figures(const struct month_part *, char *buf,
		    size_t size);
