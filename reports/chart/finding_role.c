/* finding_role.c - what the bullet rows show, as a sentence. */
#include <stdio.h>

#include "page/format.h"
#include "reports/chart/finding_raw.h"

/* Roles with enough tasks to be judged, those below the target, and one of
 * the latter that may be named. */
struct role_tally {
	int				 judged, below;
	const struct chart_role_row	*named;
};

static struct role_tally
role_tally(const struct chart_role *c)
{
	const struct chart_role_row *row;
	struct role_tally t = { 0 };

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
		    finding_share(words, sizeof(words), c->office, c->target),
		    c->period);
	return finding_capital(buf);
}

static const char *
noun(const struct chart_role *c)
{
	return c->kind == ROWS_OF_SOPS ? "SOP" : "peran";
}

char *
finding_role(const struct chart_role *c, char *buf, size_t size)
{
	char below[FORMAT_SIZE], judged[FORMAT_SIZE], target[FORMAT_SIZE];
	const char *what = noun(c);
	const struct role_tally t = role_tally(c);

	if (c->target == SHARE_NONE || t.judged == 0)
		return office(c, buf, size);
	share_target(target, sizeof(target), c->target);
	share_count_words(below, sizeof(below), t.below);
	share_count_words(judged, sizeof(judged), t.judged);
	if (t.below == 0 && t.judged < c->n)
		snprintf(buf, size, "Semua %s yang dinilai mencapai target "
		    "%s tepat waktu", what, target);
	else if (t.below == 0)
		snprintf(buf, size, "Semua %s mencapai target %s tepat "
		    "waktu", what, target);
	else if (t.below == t.judged)
		snprintf(buf, size, "Belum ada %s yang mencapai target %s "
		    "tepat waktu", what, target);
	else if (t.below == 1 && t.named != NULL)
		snprintf(buf, size, "Hanya %s yang belum mencapai target %s "
		    "tepat waktu", t.named->name, target);
	else
		snprintf(buf, size, "%s dari %s %s belum mencapai target "
		    "%s tepat waktu", below, judged, what, target);
	return finding_capital(buf);
}

char *
finding_role_alt(const struct chart_role *c, char *buf, size_t size)
{
	const struct role_tally t = role_tally(c);
	const int most = t.below > TOLD_MOST ? TOLD_MOST : t.below;
	char finding[FINDING_SIZE], words[FORMAT_SIZE];
	const struct chart_role_row *row;
	int i = 0;

	snprintf(buf, size, "Diagram %s per %s, %s",
	    c->kind == ROWS_OF_SOPS ? "garis" : "batang", noun(c), c->period);
	finding_begin_alt(buf, size, finding_role(c, finding, sizeof(finding)));
	if (t.below > 0)
		finding_append(buf, size, " Di bawah target:");
	for (row = c->rows; row < c->rows + c->n && i < most; row++) {
		if (share_is_few(row->now) ||
		    !share_is_below(row->now, c->target))
			continue;
		finding_append(buf, size, "%s%s %s", finding_joint(i, t.below),
		    row->name, share_words(words, sizeof(words), row->now,
		    c->target));
		i++;
	}
	if (t.below > most)
		finding_append(buf, size, " dan %s %s lain",
		    share_count_words(words, sizeof(words), t.below - most),
		    noun(c));
	if (t.below > 0)
		finding_append(buf, size, ".");
	finding_end_alt(buf, size);
	return buf;
}
