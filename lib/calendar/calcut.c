/* calcut.c - take an entry out of a calendar's text, or mend it there. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendar/calwrite.h"
#include "clock/caltable.h"
#include "clock/civil.h"

static const char *
after_newline(const char *s)
{
	s += strcspn(s, "\n");
	return *s == '\n' ? s + 1 : s;
}

static const char *
line_at(const char *s, size_t line)
{
	while (line-- > 1 && *s != '\0')
		s = after_newline(s);
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
		line = after_newline(line);
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

/* The text with `put` in place of the entry that begins on a line; NULL when
 * none begins there, or without memory. */
static char *
replaced(const char *yaml, size_t line, const char *put)
{
	const char *from = line_at(yaml, line), *to = entry_end(from);
	char *text = NULL;

	if (!begins_entry(from) || asprintf(&text, "%.*s%s%s",
	    (int)(from - yaml), yaml, put, to) == -1)
		return NULL;
	return text;
}

/* The text without the lines of the holiday; NULL when it says anything but
 * that: the entry was not written as lines of its own. */
static char *
without(const char *yaml, const struct calfile *file, const struct dated *h)
{
	char *text = replaced(yaml, h->line, ""), why[256];
	struct calfile less;
	int good;

	if (text == NULL)
		return NULL;
	good = calfile_read(&less, text, strlen(text), why, sizeof(why)) == 0 &&
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

/* -- outages ------------------------------------------------------------- */

static int
same_outage(const struct outage *a, const struct outage *b)
{
	return a->from == b->from && a->to == b->to &&
	    same_text(a->name, b->name) && same_text(a->decree, b->decree) &&
	    same_text(a->unit, b->unit);
}

/* Those of one unit never begin at the same time. */
static const struct outage *
outage_of(const struct calfile *file, const struct cal_outage *o)
{
	for (size_t i = 0; i < file->noutages; i++)
		if (zone_instant(&file->zone, file->outages[i].from) ==
		    o->from && same_text(file->outages[i].unit, o->unit))
			return &file->outages[i];
	return NULL;
}

/* Does `now` still say all of `was` but for one outage, and `more` others? */
static int
keeps_the_rest(const struct calfile *was, const struct calfile *now,
    const struct outage *but, size_t more)
{
	size_t i, k, kept = 0;

	if (now->holidays.count != was->holidays.count ||
	    now->nweeks != was->nweeks ||
	    now->makeups.count != was->makeups.count ||
	    now->overrides.count != was->overrides.count ||
	    now->noutages != was->noutages - 1 + more)
		return 0;
	for (i = 0; i < was->noutages; i++)
		for (k = 0; &was->outages[i] != but && k < now->noutages; k++)
			kept += (size_t)same_outage(&was->outages[i],
			    &now->outages[k]);
	return kept == was->noutages - 1;
}

/* A comment that says why, and the entry as it is to be, if it is. */
static char *
outage_lines(const struct calendar *cal, const char *line,
    const struct cal_outage *new, const char *reason)
{
	struct local_outage o = { .what = new };
	int indent = (int)strspn(line, " ");
	char *text = NULL;
	size_t len;
	FILE *f = open_memstream(&text, &len);
	int bad;

	if (f == NULL)
		return NULL;
	fprintf(f, "%*s# %s\n", indent, "", reason);
	if (new != NULL) {
		calendar_local(cal, new->from, &o.from);
		calendar_local(cal, new->to, &o.to);
		write_outage(f, indent, &o);
	}
	bad = ferror(f);
	if (fclose(f) == 0 && !bad)
		return text;
	free(text);
	return NULL;
}

/* The text that says so; NULL with the reason. */
static char *
with_outage(const char *yaml, const struct calendar *cal,
    const struct outage *old, const struct cal_outage *new,
    const char *reason, char *why, size_t whysize)
{
	char *put = outage_lines(cal, line_at(yaml, old->line), new, reason);
	char *text = put != NULL ? replaced(yaml, old->line, put) : NULL;
	struct calfile now;
	int good;

	free(put);
	snprintf(why, whysize, "baris %zu, gangguan: tulis satu entri di "
	    "bawah yang lain agar dapat diubah", old->line);
	if (text == NULL)
		return NULL;
	good = calfile_read(&now, text, strlen(text), why, whysize) == 0 &&
	    keeps_the_rest(&cal->file, &now, old, new != NULL);
	calfile_free(&now);
	if (good)
		return text;
	free(text);
	return NULL;
}

/* Would YAML take all of it as one comment? */
static int
is_one_line(const char *text)
{
	for (const char *s = text; *s != '\0'; s++)
		if ((unsigned char)*s < ' ' || *s == '\x7f' ||
		    strncmp(s, "\xc2\x85", 2) == 0 ||
		    strncmp(s, "\xe2\x80\xa8", 3) == 0 ||
		    strncmp(s, "\xe2\x80\xa9", 3) == 0)
			return 0;
	return 1;
}

char *
calendar_change_outage(const char *yaml, const struct cal_outage *old,
    const struct cal_outage *new, const char *reason, char *why,
    size_t whysize)
{
	struct calendar *cal = calendar_parse(yaml, strlen(yaml), why,
	    whysize);
	const struct outage *o;
	char *text = NULL;

	if (cal == NULL)
		return NULL;
	if ((o = outage_of(&cal->file, old)) == NULL)
		snprintf(why, whysize, "gangguan ini tidak tercatat");
	else if (!is_one_line(reason))
		snprintf(why, whysize, "tulis alasan dalam satu baris");
	else
		text = with_outage(yaml, cal, o, new, reason, why, whysize);
	calendar_free(cal);
	return text;
}
