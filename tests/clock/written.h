/* written.h - is a calendar the same when it is written and read again? */
#pragma once

#include <stdlib.h>
#include <string.h>

#include "clock/calfile.h"
#include "tests/tap.h"

static inline int
written_texts(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static inline int
written_hours(const struct cal_hours_list *a, const struct cal_hours_list *b)
{
	int same = a->count == b->count;

	for (int i = 0; same && i < a->count; i++)
		same = a->list[i].from == b->list[i].from &&
		    a->list[i].to == b->list[i].to;
	return same;
}

static inline int
written_zones(const struct zone *a, const struct zone *b)
{
	int same = a->offset == b->offset && a->count == b->count &&
	    written_texts(a->name, b->name);

	for (size_t i = 0; same && i < a->count; i++)
		same = a->change[i].at == b->change[i].at &&
		    a->change[i].offset == b->change[i].offset;
	return same;
}

static inline int
written_weeks(const struct calfile *a, const struct calfile *b)
{
	int same = a->nweeks == b->nweeks;

	for (size_t i = 0; same && i < a->nweeks; i++) {
		const struct week *x = &a->weeks[i], *y = &b->weeks[i];

		same = x->from == y->from && x->until == y->until &&
		    x->longest == y->longest &&
		    written_texts(x->name, y->name) &&
		    written_texts(x->decree, y->decree);
		for (int d = 0; d < 7; d++)
			same = same && written_hours(&x->day[d], &y->day[d]);
	}
	return same;
}

static inline int
written_dates(const struct dated_list *a, const struct dated_list *b)
{
	int same = a->count == b->count;

	for (size_t i = 0; same && i < a->count; i++) {
		const struct dated *x = &a->list[i], *y = &b->list[i];

		same = x->day == y->day && x->joint == y->joint &&
		    x->like == y->like && written_hours(&x->hours, &y->hours) &&
		    written_texts(x->name, y->name) &&
		    written_texts(x->decree, y->decree);
	}
	return same;
}

static inline int
written_outages(const struct calfile *a, const struct calfile *b)
{
	int same = a->noutages == b->noutages;

	for (size_t i = 0; same && i < a->noutages; i++) {
		const struct outage *x = &a->outages[i], *y = &b->outages[i];

		same = x->from == y->from && x->to == y->to &&
		    x->counts == y->counts && written_texts(x->name, y->name) &&
		    written_texts(x->decree, y->decree) &&
		    written_texts(x->unit, y->unit);
	}
	return same;
}

static inline int
written_notes(const struct calfile *a, const struct calfile *b)
{
	int same = a->nnotes == b->nnotes;

	for (size_t i = 0; same && i < a->nnotes; i++)
		same = written_texts(a->notes[i], b->notes[i]);
	return same;
}

/* Do two files say the same, but for the lines where they say it? */
static inline int
written_same(const struct calfile *a, const struct calfile *b)
{
	return written_zones(&a->zone, &b->zone) && written_weeks(a, b) &&
	    written_dates(&a->holidays, &b->holidays) &&
	    written_dates(&a->makeups, &b->makeups) &&
	    written_dates(&a->overrides, &b->overrides) &&
	    written_outages(a, b) && written_notes(a, b);
}

/* Is a calendar the same in every field when it is written and read again, and
 * then written in the same bytes?  *text gets what is written; free() it. */
static inline int
written_again(const char *yaml, size_t len, char **text)
{
	struct calfile was = { 0 }, is = { 0 };
	char why[256], *twice = NULL;
	int same = 0;

	if (calfile_read(&was, yaml, len, why, sizeof(why)) != 0)
		bail(why);
	*text = calfile_write(&was);
	if (calfile_read(&is, *text, strlen(*text), why, sizeof(why)) == 0)
		twice = calfile_write(&is);
	else
		printf("# %s\n", why);
	same = twice != NULL && strcmp(*text, twice) == 0 &&
	    written_same(&was, &is);
	free(twice);
	calfile_free(&was);
	calfile_free(&is);
	return same;
}

/* The same as a test. */
static inline void
is_written(const char *yaml, const char *what)
{
	char *text;

	ok(written_again(yaml, strlen(yaml), &text), "%s: written and read "
	    "again", what);
	free(text);
}
