/* finding_heat.c - where in the SOPs time is lost, as a sentence. */
#include <ctype.h>
#include <stdio.h>

#include "page/format.h"
#include "reports/chart/finding_raw.h"

/* "langkah 3, SIGAP"; of one SOP alone "langkah 3". */
static char *
row_name(const struct chart_heat *c, const struct chart_heat_row *row,
    char *buf, size_t size)
{
	snprintf(buf, size, "%s%s%s", row->name, c->scope == NULL ? ", " : "",
	    c->scope == NULL ? row->sop : "");
	buf[0] = (char)tolower((unsigned char)buf[0]);
	return buf;
}

/* ", di bawah target pada sembilan dari 12 bulan": of the months that have a
 * share. */
static void
append_months(const struct chart_heat *c, const struct chart_heat_row *row,
    char *buf, size_t size)
{
	char part[FORMAT_SIZE], whole[FORMAT_SIZE];
	int i, months = 0, below = 0;

	for (i = 0; i < c->n; i++) {
		months += chart_heat_has(row->month[i]);
		below += chart_heat_has(row->month[i]) &&
		    share_is_below(row->month[i], c->target);
	}
	if (below == months && months > 1)
		finding_append(buf, size, ", di bawah target sepanjang %s "
		    "bulan", share_count_words(whole, sizeof(whole), months));
	else if (below > 0 && months > 1)
		finding_append(buf, size, ", di bawah target pada %s dari %s "
		    "bulan", share_count_words(part, sizeof(part), below),
		    share_count_words(whole, sizeof(whole), months));
}

/* No row that may be named: how many are below the target now, or how much was
 * late in all. */
static char *
together(const struct chart_heat *c, char *buf, size_t size)
{
	char part[FORMAT_SIZE], whole[FORMAT_SIZE], target[FORMAT_SIZE];
	int64_t late = 0;
	int i;

	for (i = 0; i < c->nrows; i++)
		late += chart_heat_late(&c->rows[i]);
	if (late == 0)
		snprintf(buf, size, "Tidak ada keterlambatan dalam %s bulan",
		    share_count_words(part, sizeof(part), c->n));
	else if (c->target != SHARE_NONE && c->judged > 0)
		snprintf(buf, size, "%s dari %s langkah di bawah target %s "
		    "pada %s %d", share_count_words(part, sizeof(part),
		    c->below), share_count_words(whole, sizeof(whole),
		    c->judged), share_target(target, sizeof(target),
		    c->target), format_month(c->month), c->year);
	else
		snprintf(buf, size, "Keterlambatan tersebar pada %s langkah",
		    share_count_words(part, sizeof(part), c->all));
	return finding_capital(buf);
}

char *
finding_heat(const struct chart_heat *c, char *buf, size_t size)
{
	char name[FINDING_SIZE];

	if (c->nrows == 0) {
		snprintf(buf, size, "Belum ada langkah dengan lima penilaian "
		    "dalam sebulan");
		return buf;
	}
	if (c->most == NULL)
		return together(c, buf, size);
	snprintf(buf, size, "Keterlambatan terbanyak pada %s",
	    row_name(c, c->most, name, sizeof(name)));
	if (c->target != SHARE_NONE)
		append_months(c, c->most, buf, size);
	return buf;
}

/* Rows below the target in the last month, with their values. */
static void
append_below(const struct chart_heat *c, char *buf, size_t size)
{
	char name[FINDING_SIZE], words[FORMAT_SIZE];
	struct share s;
	int i, told = 0;

	for (i = 0; i < c->nrows && told < TOLD_MOST; i++) {
		s = c->rows[i].month[c->n - 1];
		if (!chart_heat_has(s) || !share_is_below(s, c->target))
			continue;
		if (told == 0)
			finding_append(buf, size, " Di bawah target pada %s "
			    "%d:", format_month(c->month), c->year);
		finding_append(buf, size, "%s%s %s%%",
		    finding_joint(told++, c->below),
		    row_name(c, &c->rows[i], name, sizeof(name)),
		    chart_heat_words(words, sizeof(words), s, c->target));
	}
	if (told == 0)
		return;
	if (c->below > told)
		finding_append(buf, size, " dan %s langkah lain",
		    share_count_words(words, sizeof(words), c->below - told));
	finding_append(buf, size, ".");
}

char *
finding_heat_alt(const struct chart_heat *c, char *buf, size_t size)
{
	char finding[FINDING_SIZE], words[FORMAT_SIZE];

	snprintf(buf, size, "Peta warna langkah menurut bulan, %s bulan sampai "
	    "%s %d", share_count_words(words, sizeof(words), c->n),
	    format_month(c->month), c->year);
	finding_begin_alt(buf, size, finding_heat(c, finding,
	    sizeof(finding)));
	append_below(c, buf, size);
	finding_end_alt(buf, size);
	return buf;
}
