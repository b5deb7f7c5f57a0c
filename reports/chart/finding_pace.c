/* finding_pace.c - what the two-dot rows show, as a sentence. */
#include <stdio.h>
#include <string.h>

#include "page/format.h"
#include "reports/chart/finding_raw.h"

/* Steps done often enough to be judged, those over their standard, and one of
 * the latter that may be named. */
struct pace_tally {
	int				 judged, over;
	const struct chart_pace_row	*named;
};

static struct pace_tally
pace_tally(const struct chart_pace *c)
{
	const struct chart_pace_row *row;
	struct pace_tally t = { 0 };

	for (row = c->rows; row < c->rows + c->n; row++) {
		t.judged += chart_pace_group(row) != PACE_FEW;
		if (!chart_pace_is_over(row))
			continue;
		t.over++;
		if (!row->single)
			t.named = row;
	}
	return t;
}

#define LONGER "sepersepuluh pekerjaan atau lebih melebihi waktu standar"

char *
finding_pace(const struct chart_pace *c, char *buf, size_t size)
{
	const struct pace_tally t = pace_tally(c);
	char over[FORMAT_SIZE], judged[FORMAT_SIZE];

	share_count_words(over, sizeof(over), t.over);
	share_count_words(judged, sizeof(judged), t.judged);
	if (t.judged == 0)
		snprintf(buf, size, "Belum ada langkah yang selesai sepuluh "
		    "kali pada %s", c->period);
	else if (t.over == 0)
		snprintf(buf, size, "Pada semua langkah yang dinilai, "
		    "sembilan dari sepuluh pekerjaan selesai dalam waktu "
		    "standarnya");
	else if (t.over == t.judged && t.over > 1)
		snprintf(buf, size, "Pada semua langkah yang dinilai, "
		    LONGER);
	else if (t.over == 1 && t.named != NULL)
		snprintf(buf, size, "Hanya pada %s " LONGER, t.named->name);
	else
		snprintf(buf, size, "Pada %s dari %s langkah, " LONGER, over,
		    judged);
	return buf;
}

/* " RKT, langkah 4 (standar 10 menit, 9 dari 10 dalam 25 menit)" */
static void
append_row(const struct chart_pace_row *row, char *buf, size_t size)
{
	char words[PACE_WORDS];

	finding_append(buf, size, "%s (standar %s, 9 dari 10 dalam %s)",
	    row->name, row->standard, chart_pace_words(words, row->p90,
	    row->limit, row->day));
}

char *
finding_pace_alt(const struct chart_pace *c, char *buf, size_t size)
{
	const struct pace_tally t = pace_tally(c);
	const int most = t.over > TOLD_MOST / 2 ? TOLD_MOST / 2 : t.over;
	char finding[FINDING_SIZE], words[FORMAT_SIZE];
	const struct chart_pace_row *row;
	int i = 0;

	snprintf(buf, size, "Diagram titik per langkah, %s", c->period);
	finding_begin_alt(buf, size, finding_pace(c, finding,
	    sizeof(finding)));
	if (t.over > 0)
		finding_append(buf, size, " Melebihi waktu standar: ");
	for (row = c->rows; row < c->rows + c->n && i < most; row++) {
		if (!chart_pace_is_over(row))
			continue;
		if (i > 0)
			finding_append(buf, size, "%s",
			    i == t.over - 1 ? " dan " : "; ");
		append_row(row, buf, size);
		i++;
	}
	if (t.over > most)
		finding_append(buf, size, " dan %s langkah lain",
		    share_count_words(words, sizeof(words), t.over - most));
	if (t.over > 0)
		finding_append(buf, size, ".");
	finding_end_alt(buf, size);
	return buf;
}
