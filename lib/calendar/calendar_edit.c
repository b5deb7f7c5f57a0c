/*
 * calendar_edit.c - holidays and outages put into, changed in and taken out of
 * the text of a calendar, which is read and written anew.
 */
#include <stdlib.h>
#include <string.h>

#include "calendar/calendar_edit.h"
#include "clock/calfile.h"
#include "clock/caltext.h"
#include "clock/civil.h"

/* Write the calendar when it is right so far (rc 0), and free it.  It is read
 * again, which finds what is wrong in it and sorts what is new. */
static char *
finish(struct calyaml *r, struct calfile *file, int rc)
{
	struct calfile again = { 0 };
	char *text = rc == 0 ? calfile_write(file) : NULL, *sorted = NULL;

	if (rc == 0 && (text == NULL || (calfile_read(&again, text,
	    strlen(text), r->why, r->whysize) == 0 &&
	    (sorted = calfile_write(&again)) == NULL)))
		calyaml_refuse(r, 0, "memori habis");
	calfile_free(&again);
	calfile_free(file);
	free(text);
	return sorted;
}

/* Copy a new text: one line, or NULL. */
static int
copy_text(struct calyaml *r, char **to, const char *from)
{
	const char *s = from;

	if (from == NULL)
		return 0;
	while (*s != '\0' && caltext_unfit(s) == 0)
		s++;
	if (*s != '\0')
		return calyaml_refuse(r, 0, "tulis dalam satu baris: ada huruf "
		    "yang tidak boleh dipakai");
	*to = strdup(from);
	return *to != NULL ? 0 : calyaml_refuse(r, 0, "memori habis");
}

/* Make a list longer by `n` empty entries, which are not counted yet. */
static void *
longer(struct calyaml *r, void *list, size_t count, size_t n, size_t size)
{
	char *more = realloc(list, (count + n) * size);

	if (more == NULL)
		calyaml_refuse(r, 0, "memori habis");
	else
		memset(more + count * size, 0, n * size);
	return more;
}

/* -- holidays ------------------------------------------------------------ */

static int
add_holidays(struct calyaml *r, struct dated_list *days,
    const struct cal_holiday *h, size_t n)
{
	struct dated *d = longer(r, days->list, days->count, n + 1,
	    sizeof(*d));

	if (d == NULL)
		return -1;
	days->list = d;
	for (; n > 0; n--, h++) {
		d = &days->list[days->count++];
		d->day = (int32_t)civil_day(h->year, h->month, h->day);
		d->joint = h->joint;
		if (copy_text(r, &d->name, h->name) != 0 ||
		    copy_text(r, &d->decree, h->decree) != 0)
			return -1;
	}
	return 0;
}

char *
calendar_add_holidays(const char *yaml, const struct cal_holiday *list,
    size_t n, char *why, size_t whysize)
{
	struct calyaml r = { .why = why, .whysize = whysize };
	struct calfile file;
	int rc = calfile_read(&file, yaml, strlen(yaml), why, whysize);

	if (rc == 0)
		rc = add_holidays(&r, &file.holidays, list, n);
	return finish(&r, &file, rc);
}

static int
remove_holiday(struct calyaml *r, struct dated_list *days, int64_t day)
{
	struct dated *d = days->list, *end = d + days->count;

	while (d < end && d->day != day)
		d++;
	if (d == end)
		return calyaml_refuse(r, 0, "tanggal ini bukan hari libur");
	free(d->name);
	free(d->decree);
	days->count--;
	memmove(d, d + 1, (size_t)(end - d - 1) * sizeof(*d));
	return 0;
}

char *
calendar_remove_holiday(const char *yaml, const struct cal_date *date,
    char *why, size_t whysize)
{
	struct calyaml r = { .why = why, .whysize = whysize };
	struct calfile file;
	int rc = calfile_read(&file, yaml, strlen(yaml), why, whysize);

	if (rc == 0)
		rc = remove_holiday(&r, &file.holidays, civil_day(date->year,
		    date->month, date->day));
	return finish(&r, &file, rc);
}

/* -- weekly patterns ----------------------------------------------------- */

/* The pattern that begins on a day, or a new one; NULL: no memory. */
static struct week *
week_from(struct calyaml *r, struct calfile *file, int32_t from)
{
	struct week *w = file->weeks;

	for (size_t i = 0; i < file->nweeks; i++)
		if (w[i].from == from)
			return &w[i];
	if ((w = longer(r, w, file->nweeks, 1, sizeof(*w))) == NULL)
		return NULL;
	file->weeks = w;
	return &w[file->nweeks++];
}

static int
put_pattern(struct calyaml *r, struct calfile *file,
    const struct cal_pattern *p)
{
	const int32_t from = p->from.year == 0 ? INT32_MIN :
	    (int32_t)civil_day(p->from.year, p->from.month, p->from.day);
	struct week *w = week_from(r, file, from);

	if (w == NULL)
		return -1;
	free(w->name);
	free(w->decree);
	w->name = w->decree = NULL;
	w->from = from;
	w->until = p->until.year == 0 ? INT32_MAX : (int32_t)civil_day(
	    p->until.year, p->until.month, p->until.day);
	memcpy(w->day, p->day, sizeof(w->day));
	if (copy_text(r, &w->name, p->name) != 0)
		return -1;
	return copy_text(r, &w->decree, p->decree);
}

char *
calendar_put_pattern(const char *yaml, const struct cal_pattern *p, char *why,
    size_t whysize)
{
	struct calyaml r = { .why = why, .whysize = whysize };
	struct calfile file;
	int rc = calfile_read(&file, yaml, strlen(yaml), why, whysize);

	if (rc == 0)
		rc = put_pattern(&r, &file, p);
	return finish(&r, &file, rc);
}

/* -- outages ------------------------------------------------------------- */

static int
same_text(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* Those of one unit never begin at the same time. */
static int
remove_outage(struct calyaml *r, struct calfile *file,
    const struct cal_outage *old)
{
	struct outage *o = file->outages, *end = o + file->noutages;

	while (o < end && (zone_instant(&file->zone, o->from) != old->from ||
	    !same_text(o->unit, old->unit)))
		o++;
	if (o == end)
		return calyaml_refuse(r, 0, "gangguan ini tidak tercatat");
	free(o->name);
	free(o->decree);
	free(o->unit);
	file->noutages--;
	memmove(o, o + 1, (size_t)(end - o - 1) * sizeof(*o));
	return 0;
}

static int
add_outage(struct calyaml *r, struct calfile *file,
    const struct cal_outage *new)
{
	struct outage *o = longer(r, file->outages, file->noutages, 1,
	    sizeof(*o));

	if (o == NULL)
		return -1;
	file->outages = o;
	o += file->noutages++;
	o->from = new->from + zone_offset(&file->zone, new->from);
	o->to = new->to + zone_offset(&file->zone, new->to);
	if (copy_text(r, &o->name, new->name) != 0 ||
	    copy_text(r, &o->decree, new->evidence) != 0)
		return -1;
	return copy_text(r, &o->unit, new->unit);
}

static int
add_note(struct calyaml *r, struct calfile *file, const char *note)
{
	char **list = longer(r, file->notes, file->nnotes, 1, sizeof(*list));

	if (list == NULL)
		return -1;
	file->notes = list;
	return copy_text(r, &list[file->nnotes++], note);
}

char *
calendar_change_outage(const char *yaml, const struct cal_outage *old,
    const struct cal_outage *new, const char *note, char *why,
    size_t whysize)
{
	struct calyaml r = { .why = why, .whysize = whysize };
	struct calfile file;
	int rc = calfile_read(&file, yaml, strlen(yaml), why, whysize);

	if (rc == 0 && old != NULL)
		rc = remove_outage(&r, &file, old);
	if (rc == 0 && new != NULL)
		rc = add_outage(&r, &file, new);
	if (rc == 0 && note != NULL)
		rc = add_note(&r, &file, note);
	return finish(&r, &file, rc);
}

/* -- no change ----------------------------------------------------------- */

int
calendar_edit_same(const char *was, const char *text)
{
	char why[1], *written;
	int same = strcmp(was, text) == 0;

	if (same)
		return 1;
	written = calendar_add_holidays(was, NULL, 0, why, sizeof(why));
	same = written != NULL && strcmp(written, text) == 0;
	free(written);
	return same;
}
