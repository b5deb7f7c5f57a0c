/* finding.c - what a chart shows, as a sentence made by rule. */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "page/format.h"
#include "reports/finding.h"

/* Names and values told in an alternative text before "dan N lainnya". */
#define TOLD_MOST 8

/* Append to a string of `size` bytes; what does not fit is cut. */
__attribute__((format(printf, 3, 4))) static void
append(char *buf, size_t size, const char *fmt, ...)
{
	size_t n = strlen(buf);
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(buf + n, size - n, fmt, ap);
	va_end(ap);
}

/* A share for a sentence: "91,6%" or, when few, "tiga dari empat". */
static char *
told(char *buf, size_t size, struct share s, int target)
{
	char part[FORMAT_SIZE], whole[FORMAT_SIZE];

	if (!share_is_few(s))
		return share_words(buf, size, s, target);
	snprintf(buf, size, "%s dari %s",
	    share_count_words(part, sizeof(part), s.on_time),
	    share_count_words(whole, sizeof(whole), s.counted));
	return buf;
}

/* A sentence begins with a capital. */
static char *
capital(char *buf)
{
	buf[0] = (char)toupper((unsigned char)buf[0]);
	return buf;
}

/* Roles with enough tasks to be judged, those below the target, and one of
 * the latter that may be named. */
struct tally {
	int				 judged, below;
	const struct chart_role_row	*named;
};

static struct tally
tally(const struct chart_role *c)
{
	const struct chart_role_row *row;
	struct tally t = { 0 };

	for (row = c->rows; row < c->rows + c->n; row++) {
		if (share_is_few(row->now))
			continue;
		t.judged++;
		if (!share_is_below(row->now, c->target))
			continue;
		t.below++;
		if (!row->single)
			t.named = row;
	}
	return t;
}

/* Without a target, or without roles to judge: the office as a whole. */
static char *
office(const struct chart_role *c, char *buf, size_t size)
{
	char words[2 * FORMAT_SIZE];

	if (c->office.counted == 0)
		snprintf(buf, size, "Tidak ada langkah yang dinilai pada %s",
		    c->period);
	else
		snprintf(buf, size, "%s langkah selesai tepat waktu pada %s",
		    told(words, sizeof(words), c->office, c->target),
		    c->period);
	return capital(buf);
}

char *
finding_role(const struct chart_role *c, char *buf, size_t size)
{
	char below[FORMAT_SIZE], judged[FORMAT_SIZE], target[FORMAT_SIZE];
	const struct tally t = tally(c);

	if (c->target == SHARE_NONE || t.judged == 0)
		return office(c, buf, size);
	share_target(target, sizeof(target), c->target);
	share_count_words(below, sizeof(below), t.below);
	share_count_words(judged, sizeof(judged), t.judged);
	if (t.below == 0 && t.judged < c->n)
		snprintf(buf, size, "Semua peran yang dinilai mencapai target "
		    "%s tepat waktu", target);
	else if (t.below == 0)
		snprintf(buf, size, "Semua peran mencapai target %s tepat "
		    "waktu", target);
	else if (t.below == t.judged)
		snprintf(buf, size, "Belum ada peran yang mencapai target %s "
		    "tepat waktu", target);
	else if (t.below == 1 && t.named != NULL)
		snprintf(buf, size, "Hanya %s yang belum mencapai target %s "
		    "tepat waktu", t.named->name, target);
	else
		snprintf(buf, size, "%s dari %s peran belum mencapai target "
		    "%s tepat waktu", below, judged, target);
	return capital(buf);
}

/* The sentence that ends every alternative text. */
static void
point_to_table(char *buf, size_t size)
{
	append(buf, size, " Semua angka ada pada tabel di bawah diagram.");
}

/* "Diagram ...: empat dari ..." - a finding goes on after a colon. */
static void
begin_alt(char *buf, size_t size, char *finding)
{
	finding[0] = (char)tolower((unsigned char)finding[0]);
	append(buf, size, ": %s.", finding);
}

/* Before the i-th of n told things: a comma, or "dan" before the last. */
static const char *
joint(int i, int n)
{
	if (i == 0)
		return " ";
	return i == n - 1 ? " dan " : ", ";
}

char *
finding_role_alt(const struct chart_role *c, char *buf, size_t size)
{
	const struct tally t = tally(c);
	const int most = t.below > TOLD_MOST ? TOLD_MOST : t.below;
	char finding[FINDING_SIZE], words[FORMAT_SIZE];
	const struct chart_role_row *row;
	int i = 0;

	snprintf(buf, size, "Diagram batang per peran, %s", c->period);
	begin_alt(buf, size, finding_role(c, finding, sizeof(finding)));
	if (t.below > 0)
		append(buf, size, " Di bawah target:");
	for (row = c->rows; row < c->rows + c->n && i < most; row++) {
		if (share_is_few(row->now) ||
		    !share_is_below(row->now, c->target))
			continue;
		append(buf, size, "%s%s %s", joint(i, t.below), row->name,
		    share_words(words, sizeof(words), row->now, c->target));
		i++;
	}
	if (t.below > most)
		append(buf, size, " dan %s peran lain",
		    share_count_words(words, sizeof(words), t.below - most));
	if (t.below > 0)
		append(buf, size, ".");
	point_to_table(buf, size);
	return buf;
}

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
		append(buf, size, ", %s bulan %s",
		    share_count_words(words, sizeof(words), n),
		    strcmp(side, "tepat pada target") == 0 ?
		    "mencapai target" : side);
	else
		append(buf, size, ", %s%s", c->n > 1 ? "kini " : "", side);
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
	append(buf, size, ", %s dalam %s bulan",
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
		    told(words, sizeof(words), m->share, target),
		    format_month(m->month), m->year);
	else
		snprintf(buf, size, "Ketepatan waktu %s %d adalah %s",
		    format_month(m->month), m->year,
		    share_words(words, sizeof(words), m->share, target));
	return capital(buf);
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

	append(buf, size, "%s", format_month(m->month));
	if (m->year != c->month[c->n - 1].year)
		append(buf, size, " %d", m->year);
	append(buf, size, " %s",
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
	begin_alt(buf, size, finding_trend(c, finding, sizeof(finding)));
	for (i = 0; i < c->n; i++)
		below += has_share(&c->month[i]) &&
		    share_is_below(c->month[i].share, c->target);
	if (below > 0)
		append(buf, size, " Di bawah target:");
	for (i = 0; i < c->n; i++) {
		if (!has_share(&c->month[i]) ||
		    !share_is_below(c->month[i].share, c->target))
			continue;
		append(buf, size, "%s", joint(named++, below));
		append_month(c, i, buf, size);
	}
	if (below > 0)
		append(buf, size, ".");
	point_to_table(buf, size);
	return buf;
}
