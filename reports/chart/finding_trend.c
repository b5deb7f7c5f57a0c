/* finding_trend.c - what the twelve months show, as a sentence. */
#include <stdio.h>
#include <string.h>

#include "page/format.h"
#include "reports/chart/finding_raw.h"

/* Whether a month has a share of its own. */
static int
has_share(const struct chart_trend_month *m)
{
	return !share_is_few(m->share);
}

int
chart_trend_lowest(const struct chart_trend *c)
{
	int i, now, low = 0, high = 0, lowest = -1;

	for (i = 0; i < c->n; i++) {
		if (!has_share(&c->month[i]))
			continue;
		now = share_tenths(c->month[i].share, c->target);
		if (lowest == -1 || now < low) {
			lowest = i;
			low = now;
		}
		if (now > high)
			high = now;
	}
	return low < high ? lowest : -1;
}

/* Months in a row, up to the last, on its side of the target. */
static int
run(const struct chart_trend *c)
{
	const int below = share_is_below(c->month[c->n - 1].share, c->target);
	int n = 0;

	while (n < c->n && has_share(&c->month[c->n - 1 - n]) &&
	    share_is_below(c->month[c->n - 1 - n].share, c->target) == below)
		n++;
	return n;
}

/* ", dua bulan di atas target" */
static void
append_run(const struct chart_trend *c, char *buf, size_t size)
{
	const struct share last = c->month[c->n - 1].share;
	const int n = run(c);
	char words[FORMAT_SIZE];
	const char *side = "di bawah target";

	if (!share_is_below(last, c->target))
		side = last.on_time * 1000 == c->target * last.counted ?
		    "tepat pada target" : "di atas target";
	if (n > 1)
		finding_append(buf, size, ", %s bulan %s",
		    share_count_words(words, sizeof(words), n),
		    strcmp(side, "tepat pada target") == 0 ?
		    "mencapai target" : side);
	else
		finding_append(buf, size, ", %s%s", c->n > 1 ? "kini " : "",
		    side);
}

/* ", tertinggi dalam 12 bulan", when no other month equals it. */
static void
append_extreme(const struct chart_trend *c, char *buf, size_t size)
{
	const int last = share_tenths(c->month[c->n - 1].share, c->target);
	int i, tenths, under = 0, over = 0, others = 0;
	char words[FORMAT_SIZE];

	for (i = 0; i < c->n - 1; i++) {
		if (!has_share(&c->month[i]))
			continue;
		tenths = share_tenths(c->month[i].share, c->target);
		others++;
		under += tenths < last;
		over += tenths > last;
	}
	if (others < 2 || (under < others && over < others))
		return;
	finding_append(buf, size, ", %s dalam %s bulan",
	    under == others ? "tertinggi" : "terendah",
	    share_count_words(words, sizeof(words), c->n));
}

/* The last month by itself: nothing before it to compare with. */
static char *
alone(const struct chart_trend_month *m, int target, char *buf, size_t size)
{
	char words[2 * FORMAT_SIZE];

	if (m->share.counted == 0)
		snprintf(buf, size, "Tidak ada langkah yang dinilai pada %s %d",
		    format_month(m->month), m->year);
	else if (!has_share(m))
		snprintf(buf, size, "%s langkah tepat waktu pada %s %d",
		    finding_share(words, sizeof(words), m->share, target),
		    format_month(m->month), m->year);
	else
		snprintf(buf, size, "Ketepatan waktu %s %d adalah %s",
		    format_month(m->month), m->year,
		    share_words(words, sizeof(words), m->share, target));
	return finding_capital(buf);
}

char *
finding_trend(const struct chart_trend *c, char *buf, size_t size)
{
	const struct chart_trend_month *last = &c->month[c->n - 1];
	char words[FORMAT_SIZE];
	int now, before;

	if (c->n > 1 && has_share(last) && has_share(last - 1)) {
		now = share_tenths(last->share, c->target);
		before = share_tenths(last[-1].share, c->target);
		snprintf(buf, size, "Ketepatan waktu %s %s", now > before ?
		    "naik menjadi" : now < before ? "turun menjadi" : "tetap",
		    share_percent(words, sizeof(words), now));
	} else
		alone(last, c->target, buf, size);
	if (!has_share(last))
		return buf;
	if (c->target != SHARE_NONE)
		append_run(c, buf, size);
	else
		append_extreme(c, buf, size);
	return buf;
}

/* "November 2025 90,1%"; the year only where it differs from the last's. */
static void
append_month(const struct chart_trend *c, int i, char *buf, size_t size)
{
	const struct chart_trend_month *m = &c->month[i];
	char words[FORMAT_SIZE];

	finding_append(buf, size, "%s", format_month(m->month));
	if (m->year != c->month[c->n - 1].year)
		finding_append(buf, size, " %d", m->year);
	finding_append(buf, size, " %s",
	    share_words(words, sizeof(words), m->share, c->target));
}

char *
finding_trend_alt(const struct chart_trend *c, char *buf, size_t size)
{
	char finding[FINDING_SIZE], words[FORMAT_SIZE];
	int i, below = 0, named = 0;

	snprintf(buf, size, "Diagram garis %s bulan sampai %s %d",
	    share_count_words(words, sizeof(words), c->n),
	    format_month(c->month[c->n - 1].month), c->month[c->n - 1].year);
	finding_begin_alt(buf, size, finding_trend(c, finding,
	    sizeof(finding)));
	for (i = 0; i < c->n; i++)
		below += has_share(&c->month[i]) &&
		    share_is_below(c->month[i].share, c->target);
	if (below > 0)
		finding_append(buf, size, " Di bawah target:");
	for (i = 0; i < c->n; i++) {
		if (!has_share(&c->month[i]) ||
		    !share_is_below(c->month[i].share, c->target))
			continue;
		finding_append(buf, size, "%s", finding_joint(named++, below));
		append_month(c, i, buf, size);
	}
	if (below > 0)
		finding_append(buf, size, ".");
	finding_end_alt(buf, size);
	return buf;
}
