/* finding_age.c - what the bars of open work show, as a sentence. */
#include <stdio.h>

#include "page/format.h"
#include "reports/chart/finding_raw.h"

/* Open steps, those of the oldest class, and the role that has most of these
 * and may be named. */
struct age_tally {
	int64_t				 open, older;
	const struct chart_age_row	*named;
};

static struct age_tally
age_tally(const struct chart_age *c)
{
	const struct chart_age_row *row, *most = NULL;
	struct age_tally t = { 0 };
	int tie = 0;

	for (row = c->rows; row < c->rows + c->n; row++) {
		t.open += chart_age_total(row);
		t.older += row->n[AGE_OLDER];
		if (most == NULL || row->n[AGE_OLDER] > most->n[AGE_OLDER]) {
			most = row;
			tie = 0;
		} else
			tie |= row->n[AGE_OLDER] == most->n[AGE_OLDER];
	}
	if (t.older > 0 && !tie && !most->single)
		t.named = most;
	return t;
}

char *
finding_age(const struct chart_age *c, char *buf, size_t size)
{
	const struct age_tally t = age_tally(c);
	char older[FORMAT_SIZE], all[FORMAT_SIZE];

	share_count_words(older, sizeof(older), t.older);
	share_count_words(all, sizeof(all), t.open);
	if (t.open == 0)
		snprintf(buf, size, "Tidak ada langkah yang menunggu pada %s",
		    c->when);
	else if (t.older == 0)
		snprintf(buf, size, "Tidak ada langkah yang menunggu lebih "
		    "dari 10 hari kerja");
	else if (t.older == t.open)
		snprintf(buf, size, "Semua langkah yang menunggu sudah lebih "
		    "dari 10 hari kerja");
	else
		snprintf(buf, size, "%s dari %s langkah yang terbuka sudah "
		    "menunggu lebih dari 10 hari kerja", older, all);
	if (t.named != NULL && c->n > 1)
		finding_append(buf, size, ", terbanyak pada %s",
		    t.named->name);
	return finding_capital(buf);
}

char *
finding_age_alt(const struct chart_age *c, char *buf, size_t size)
{
	char finding[FINDING_SIZE], words[FORMAT_SIZE];
	const struct chart_age_row *row;
	int i = 0, roles = 0, most;

	snprintf(buf, size, "Diagram batang bertumpuk per peran, %s", c->when);
	finding_begin_alt(buf, size, finding_age(c, finding,
	    sizeof(finding)));
	for (row = c->rows; row < c->rows + c->n; row++)
		roles += row->n[AGE_OLDER] > 0;
	most = roles > TOLD_MOST ? TOLD_MOST : roles;
	if (roles > 0)
		finding_append(buf, size, " Lebih dari 10 hari kerja:");
	for (row = c->rows; row < c->rows + c->n && i < most; row++) {
		if (row->n[AGE_OLDER] == 0)
			continue;
		finding_append(buf, size, "%s%s %s", finding_joint(i, roles),
		    row->name, format_int(words, sizeof(words),
		    row->n[AGE_OLDER]));
		i++;
	}
	if (roles > most)
		finding_append(buf, size, " dan %s peran lain",
		    share_count_words(words, sizeof(words), roles - most));
	if (roles > 0)
		finding_append(buf, size, ".");
	finding_end_alt(buf, size);
	return buf;
}
