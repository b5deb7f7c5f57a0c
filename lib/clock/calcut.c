/* calcut.c - take a holiday out of a calendar's text. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/calfile.h"
#include "clock/civil.h"

static const char *
next_line(const char *s)
{
	s += strcspn(s, "\n");
	return *s == '\n' ? s + 1 : s;
}

static const char *
line_at(const char *s, size_t line)
{
	while (line-- > 1 && *s != '\0')
		s = next_line(s);
	return s;
}

/* Does an entry begin on this line, "- ..."? */
static int
begins_entry(const char *line)
{
	line += strspn(line, " ");
	return line[0] == '-' && line[1] == ' ';
}

/* Behind the entry that begins on this line: what is indented deeper than its
 * dash belongs to it. */
static const char *
entry_end(const char *line)
{
	size_t dash = strspn(line, " "), n;

	do {
		line = next_line(line);
		n = strspn(line, " ");
	} while (n > dash && strchr("\r\n", line[n]) == NULL);
	return line;
}

static int
same_text(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* Do two texts say the same but for a holiday on `day`, which one has more? */
static int
differ_by(const struct calfile *more, const struct calfile *less, int32_t day)
{
	const struct dated *m = more->holidays.list, *l = less->holidays.list;
	size_t i, k = 0;

	if (more->holidays.count != less->holidays.count + 1 ||
	    more->nweeks != less->nweeks ||
	    more->makeups.count != less->makeups.count ||
	    more->overrides.count != less->overrides.count ||
	    more->noutages != less->noutages)
		return 0;
	for (i = 0; i < more->holidays.count; i++) {
		if (m[i].day == day)
			continue;
		if (k == less->holidays.count || m[i].day != l[k].day ||
		    m[i].joint != l[k].joint ||
		    !same_text(m[i].name, l[k].name) ||
		    !same_text(m[i].decree, l[k].decree))
			return 0;
		k++;
	}
	return k == less->holidays.count;
}

static const struct dated *
holiday_on(const struct calfile *file, int32_t day)
{
	for (size_t i = 0; i < file->holidays.count; i++)
		if (file->holidays.list[i].day == day)
			return &file->holidays.list[i];
	return NULL;
}

/* The text without the lines of the holiday; NULL when it says anything but
 * that: the entry was not written as lines of its own. */
static char *
without(const char *yaml, const struct calfile *file, const struct dated *h)
{
	const char *from = line_at(yaml, h->line), *to = entry_end(from);
	size_t head = (size_t)(from - yaml), tail = strlen(to);
	char *text, why[256];
	struct calfile less;
	int good;

	if (!begins_entry(from) || (text = malloc(head + tail + 1)) == NULL)
		return NULL;
	memcpy(text, yaml, head);
	memcpy(text + head, to, tail + 1);
	good = calfile_read(&less, text, head + tail, why, sizeof(why)) == 0 &&
	    differ_by(file, &less, h->day);
	calfile_free(&less);
	if (good)
		return text;
	free(text);
	return NULL;
}

char *
calendar_remove_holiday(const char *yaml, const struct cal_date *date,
    char *why, size_t whysize)
{
	struct calfile file;
	const struct dated *h;
	char *text = NULL;

	if (calfile_read(&file, yaml, strlen(yaml), why, whysize) == 0) {
		h = holiday_on(&file, (int32_t)civil_day(date->year,
		    date->month, date->day));
		if (h == NULL)
			snprintf(why, whysize, "tanggal ini bukan hari libur");
		else if ((text = without(yaml, &file, h)) == NULL)
			snprintf(why, whysize, "baris %zu, libur: tulis satu "
			    "entri di bawah yang lain agar dapat dihapus",
			    h->line);
	}
	calfile_free(&file);
	return text;
}
