/* judge.c - does an SOP run well, by its figures? */
#include "reports/month/judge.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "clock/pace.h"
#include "page/format.h"
#include "reports/chart/share.h"
#include "reports/month/report.h"
#include "reports/month/report_share.h"

#define USUAL_TARGET 900	/* tenths of a percent, without a target */
#define NEAR 20			/* so near to it a share says little */

const char *
judge_slug(enum judgement j)
{
	return j == JUDGE_WELL ? "baik" : j == JUDGE_BADLY ? "tidak" : "";
}

static int
target_of(const struct month_part *p)
{
	return p->target < 0 ? USUAL_TARGET : report_target(p);
}

/* The judgement by the promise; in doubt when too few were promised. */
static enum judgement
by_promise(const struct month_part *p)
{
	const struct share kept = report_kept(p);

	if (share_is_few(kept))
		return JUDGE_DOUBT;
	return share_is_below(kept, target_of(p)) ? JUDGE_BADLY : JUDGE_WELL;
}

enum judgement
judge_sop(const struct month_part *p, char *why, size_t size)
{
	const struct share steps = p != NULL ? report_share(p) :
	    (struct share){ 0, 0 };
	char n[FORMAT_SIZE];
	enum judgement j, promise;

	why[0] = '\0';
	if (share_is_few(steps)) {
		if (steps.counted == 0)
			snprintf(why, size, "tidak ada langkah yang dihitung "
			    "pada semester ini");
		else
			snprintf(why, size, "baru %s langkah yang dihitung",
			    format_int(n, sizeof(n), steps.counted));
		return JUDGE_DOUBT;
	}
	if (abs(share_tenths(steps, target_of(p)) - target_of(p)) < NEAR) {
		snprintf(why, size, "angkanya kurang dari 2 poin persen dari "
		    "batas %s", share_target(n, sizeof(n), target_of(p)));
		return JUDGE_DOUBT;
	}
	j = share_is_below(steps, target_of(p)) ? JUDGE_BADLY : JUDGE_WELL;
	promise = by_promise(p);
	if (promise == JUDGE_DOUBT || promise == j)
		return j;
	snprintf(why, size, j == JUDGE_WELL ? "langkahnya tepat waktu, tetapi "
	    "waktu layanan kepada masyarakat sering terlampaui" :
	    "langkahnya sering terlambat, tetapi waktu layanan kepada "
	    "masyarakat terjaga");
	return JUDGE_DOUBT;
}

enum standard_fit
judge_standard(const struct month_part *p, int64_t p90)
{
	const struct share s = report_share(p);

	if (p->external || p->system || p->done < JUDGE_LEAST || p90 < 0)
		return STANDARD_FITS;
	if (10 * (s.counted - s.on_time) >= s.counted)
		return STANDARD_TIGHT;
	return 2 * p90 < PACE_LIMIT ? STANDARD_LOOSE : STANDARD_FITS;
}

char *
judge_figures(const struct month_part *p, char *buf, size_t size)
{
	char steps[2 * FORMAT_SIZE], promise[2 * FORMAT_SIZE];
	char came[FORMAT_SIZE], back[FORMAT_SIZE];
	const struct share kept = report_kept(p);

	if (p == NULL) {
		snprintf(buf, size, "Tidak ada berkas.");
		return buf;
	}
	format_int(came, sizeof(came), p->cases_came);
	format_int(back, sizeof(back), p->returned);
	snprintf(buf, size, "%s berkas masuk; langkah tepat waktu %s",
	    came, report_share(p).counted == 0 ? "belum ada" :
	    share_words(steps, sizeof(steps), report_share(p), target_of(p)));
	if (kept.counted > 0)
		text_add(buf, size, "; dalam waktu layanan %s",
		    share_words(promise, sizeof(promise), kept, SHARE_NONE));
	text_add(buf, size, "; %s kali dikembalikan.", back);
	return buf;
}
