/*
 * month_order.c - the parts of a month as they are shown: which of them, in
 * what group and order.
 */
#include "month/month_order.h"

#include <stdlib.h>
#include <string.h>

#include "base/noise.h"
#include "month/grid.h"

/* Somebody outside is not judged: what his visits took stands in the times, and
 * they count as visits without a verdict, in a month closed long ago, too. */
static void
spare(struct month_part *p)
{
	p->apart_none += p->done;
	p->done = p->below = p->within = p->over = p->late_open = 0;
	p->late_oldest_days = 0;
	p->prev_done = p->prev_on_time = p->prev_late_open = 0;
	p->year_done = p->year_on_time = 0;
	memset(p->series, 0, sizeof(p->series));
}

static enum month_group
group_of(const struct month_part *p)
{
	if (p->external)
		return MONTH_EXTERNAL;
	if (p->system)
		return MONTH_SYSTEM;
	if (month_counted(p) < MONTH_FEW)
		return MONTH_SMALL;
	return p->single ? MONTH_SINGLE : MONTH_RANKED;
}

static struct noise_range
range_of(const struct month_part *p)
{
	return noise_share(month_on_time(p), month_counted(p));
}

/* Lowest tier first where ranked, by name elsewhere and within a tier. */
static int
by_tier(const void *a, const void *b)
{
	const struct month_part *x = a, *y = b;
	int order;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	if (x->tier != y->tier)
		return x->tier < y->tier ? -1 : 1;
	order = strcmp(x->name, y->name);
	return order != 0 ? order : strcmp(x->key, y->key);
}

/* Is a part above one of this tier, or a higher one, beyond chance? */
static int
is_above(const struct month_part *p, const struct month_part *list, size_t n,
    int tier)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (list[i].group == MONTH_RANKED && list[i].tier >= tier &&
		    noise_apart(range_of(&list[i]), range_of(p)) < 0)
			return 1;
	return 0;
}

/* Each of a tier is above one of the tier before beyond chance, and above none
 * of its own. */
static void
find_tiers(struct month_part *list, size_t n)
{
	size_t i, moved = 1;
	int tier;

	for (i = 0; i < n; i++)
		list[i].tier = 0;
	for (tier = 0; moved > 0; tier++)
		for (moved = i = 0; i < n; i++)
			if (list[i].group == MONTH_RANKED &&
			    list[i].tier == tier &&
			    is_above(&list[i], list, n, tier)) {
				list[i].tier++;
				moved++;
			}
}

static int
by_key(const void *a, const void *b)
{
	const struct month_part *x = a, *y = b;

	return strcmp(x->key, y->key);
}

/* Has a part anything to show?  Rows of this month only, others of the
 * twelve. */
static int
is_shown(const struct month_part *p)
{
	if (p->done + p->apart_none + p->open_after + p->came +
	    p->open_before > 0)
		return 1;
	if (p->cases_came + p->cases_open_before + p->promised > 0 ||
	    p->surveys + p->complaints_came + p->complaints_answered +
	    p->complaints_open > 0)
		return 1;
	return p->scope != MONTH_ROW && p->year_done > 0;
}

/* Copy the parts of a scope that are shown: 0, or -1 without memory. */
static int
take(const struct grid *g, enum month_scope scope, struct month_part **list,
    size_t *n)
{
	size_t i;

	*n = 0;
	if ((*list = calloc(g->npart, sizeof(**list))) == NULL)
		return -1;
	for (i = 0; i < g->npart; i++)
		if (g->part[i].p.scope == scope && is_shown(&g->part[i].p))
			(*list)[(*n)++] = g->part[i].p;
	return 0;
}

static void
set_groups(struct month_part *list, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (list[i].external)
			spare(&list[i]);
		list[i].group = group_of(&list[i]);
	}
}

static void
arrange(struct month_part *list, size_t n,
    int (*order)(const void *, const void *))
{
	set_groups(list, n);
	find_tiers(list, n);
	if (n > 0)
		qsort(list, n, sizeof(*list), order);
}

void
month_arrange(struct month_figures *f)
{
	f->office.group = group_of(&f->office);
	arrange(f->role, f->nrole, by_tier);
	arrange(f->sops, f->nsops, by_tier);
	arrange(f->unit, f->nunit, by_tier);
	arrange(f->row, f->nrow, by_key);
}

int
month_order_take(const struct grid *g, struct month_figures *f)
{
	f->office = g->part[0].p;
	if (take(g, MONTH_ROLE, &f->role, &f->nrole) == -1 ||
	    take(g, MONTH_SOP, &f->sops, &f->nsops) == -1 ||
	    take(g, MONTH_ROW, &f->row, &f->nrow) == -1 ||
	    take(g, MONTH_UNIT, &f->unit, &f->nunit) == -1)
		return -1;
	month_arrange(f);
	return 0;
}
