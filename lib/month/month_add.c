/*
 * month_add.c - months of a longer period added up: what is added, what is
 * that of its beginning or its end.
 */
#include <stdlib.h>
#include <string.h>

#include "month/grid.h"

/* Columns that are not added: as the period began, as it ended, or of others
 * than its own months. */
enum column_kind { KIND_ADD, KIND_BEGIN, KIND_END, KIND_APART };

static enum column_kind
kind_of(size_t offset)
{
#define AT(name) offsetof(struct month_part, name)
	static const size_t end[] = { AT(external), AT(system), AT(single),
		AT(target), AT(late_open), AT(open_after), AT(age_day),
		AT(age_week), AT(age_fortnight), AT(age_older),
		AT(oldest_days), AT(oldest_at), AT(late_oldest_days),
		AT(year_done), AT(year_on_time), AT(cases_open_after),
		AT(complaints_open), AT(complaints_late) };
	static const size_t apart[] = { AT(own_median), AT(own_p90),
		AT(turn_median), AT(turn_p90), AT(prev_done),
		AT(prev_on_time), AT(prev_late_open), AT(prev_decided),
		AT(prev_returned), AT(last_done), AT(last_on_time),
		AT(last_late_open) };
	size_t i;

	if (offset == AT(open_before) || offset == AT(cases_open_before))
		return KIND_BEGIN;
#undef AT
	for (i = 0; i < sizeof(end) / sizeof(end[0]); i++)
		if (end[i] == offset)
			return KIND_END;
	for (i = 0; i < sizeof(apart) / sizeof(apart[0]); i++)
		if (apart[i] == offset)
			return KIND_APART;
	return KIND_ADD;
}

#define OFFSET(name) offsetof(struct month_part, name),
static const size_t columns[] = { MONTH_COUNTS(OFFSET) };
#define NCOLUMNS (sizeof(columns) / sizeof(columns[0]))

static int64_t *
column(struct month_part *p, size_t i)
{
	return (int64_t *)((char *)p + columns[i]);
}

/* Add a month to a part; NULL: it has nothing there. */
static void
add_part(struct month_part *p, struct month_part *m, int first)
{
	size_t i;

	for (i = 0; i < NCOLUMNS; i++) {
		switch (kind_of(columns[i])) {
		case KIND_ADD:
			*column(p, i) += m != NULL ? *column(m, i) : 0;
			break;
		case KIND_BEGIN:
			if (first && m != NULL)
				*column(p, i) = *column(m, i);
			break;
		case KIND_END:
			if (m != NULL)
				*column(p, i) = *column(m, i);
			else if (columns[i] >= offsetof(struct month_part,
			    open_before))
				*column(p, i) = 0;
			break;
		case KIND_APART:
			break;
		}
	}
}

struct month_part *
grid_listed(const struct grid_list *in, const char *key)
{
	size_t i;

	for (i = 0; i < *in->n; i++)
		if (strcmp((*in->list)[i].key, key) == 0)
			return &(*in->list)[i];
	return NULL;
}

/* Make a part for each of a month's that is new, empty. */
static int
make_parts(const struct grid_list *to, const struct grid_list *from)
{
	struct month_part *list, *p;
	size_t i, c;

	list = realloc(*to->list, (*to->n + *from->n + 1) * sizeof(*list));
	if (list == NULL)
		return -1;
	*to->list = list;
	for (i = 0; i < *from->n; i++) {
		if (grid_listed(to, (*from->list)[i].key) != NULL)
			continue;
		p = &list[(*to->n)++];
		*p = (*from->list)[i];
		for (c = 0; c < NCOLUMNS; c++)
			*column(p, c) = 0;
		p->own_median = p->own_p90 = -1;
		p->turn_median = p->turn_p90 = -1;
		memset(p->series, 0, sizeof(p->series));
	}
	return 0;
}

void
grid_lists(struct month_figures *f, struct grid_list out[4])
{
	out[0] = (struct grid_list){ &f->role, &f->nrole };
	out[1] = (struct grid_list){ &f->sops, &f->nsops };
	out[2] = (struct grid_list){ &f->row, &f->nrow };
	out[3] = (struct grid_list){ &f->unit, &f->nunit };
}

static int
add_marks(struct month_figures *f, const struct month_figures *m)
{
	struct month_mark *list;

	if (m->nmark == 0)
		return 0;
	list = realloc(f->mark, (f->nmark + m->nmark) * sizeof(*list));
	if (list == NULL)
		return -1;
	f->mark = list;
	memcpy(list + f->nmark, m->mark, m->nmark * sizeof(*list));
	f->nmark += m->nmark;
	return 0;
}

/* One month more at the end of a part's twelve. */
static void
add_tally(struct month_part *p, const struct month_part *m)
{
	memmove(p->series, p->series + 1, (MONTH_SERIES - 1) *
	    sizeof(p->series[0]));
	p->series[MONTH_SERIES - 1] = m == NULL ? (struct month_tally) { 0 } :
	    (struct month_tally) { month_on_time(m), m->done, m->late_open };
}

int
grid_add_month(struct month_figures *f, struct month_figures *m, int first)
{
	struct grid_list to[4], from[4];
	struct month_part *p, *month;
	size_t i, k;

	grid_lists(f, to);
	grid_lists(m, from);
	add_part(&f->office, &m->office, first);
	memcpy(f->office.decree, m->office.decree, sizeof(f->office.decree));
	for (k = 0; k < 4; k++) {
		if (make_parts(&to[k], &from[k]) == -1)
			return -1;
		for (i = 0; i < *to[k].n; i++) {
			p = &(*to[k].list)[i];
			month = grid_listed(&from[k], p->key);
			add_part(p, month, first);
			add_tally(p, month);
			if (month != NULL)
				memcpy(p->decree, month->decree,
				    sizeof(p->decree));
		}
	}
	memcpy(f->sop_name, m->sop_name, sizeof(f->sop_name));
	f->calendar_id = m->calendar_id;
	f->to = m->to;
	f->running |= m->running;
	f->frozen &= m->frozen;
	if (m->at > f->at)
		f->at = m->at;
	memcpy(f->series, m->series, sizeof(f->series));
	return add_marks(f, m);
}
