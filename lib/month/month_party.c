/* month_party.c - the waits of a period, party by party. */
#include "month/month_party.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/account.h"
#include "clock/calendar.h"
#include "month/grid.h"
#include "office/party.h"

enum stmt { STMT_SPANS, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	/* Of the visits that closed in the period ($2 its beginning), or were
	 * open at its end ($1). */
	[STMT_SPANS] =
		"SELECT t.case_id, t.id, t.performer, t.calendar_id,"
		" coalesce(t.closed_at, $1), s.phase, s.party, s.from_at"
		"  FROM tasks t JOIN sop_versions v ON v.id = t.version_id"
		"  JOIN spans s ON s.task_id = t.id"
		" WHERE t.id IN ("
		"SELECT c.id FROM tasks c WHERE c.closed_at >= $2"
		"   AND c.closed_at < $1 AND c.outside > 0"
		" UNION ALL SELECT o.id FROM tasks o"
		"   WHERE o.open = 1 AND o.opened_at < $1"
		OPEN_THEN("tasks", "closed_at")
		") AND t.outcome <> 'void' AND v.version > 0"
		"   AND ($3 = 0 OR v.sop_id = $3)"
		" ORDER BY t.case_id, t.id, s.from_at, s.n",
};

/* A span of a visit, until the next one or the end of the visit. */
struct stretch {
	int64_t	case_id, task_id, calendar_id;
	int64_t	from, to;
	int	outside;
	char	performer[96], party[64];
};

struct tally {
	struct month_party	p;
	int64_t			counted, there;	/* the case counted last */
};

struct tallies {
	struct office			*o;
	const struct month_figures	*f;
	struct tally			*list;
	size_t				 n;
	int				 failed;
};

static struct tally *
find(struct tallies *all, const char *slug)
{
	struct party_row p;
	struct tally *more, *t;

	for (t = all->list; t < all->list + all->n; t++)
		if (strcmp(t->p.slug, slug) == 0)
			return t;
	more = realloc(all->list, (all->n + 1) * sizeof(*more));
	if (more == NULL) {
		all->failed = 1;
		return NULL;
	}
	all->list = more;
	t = &more[all->n++];
	memset(t, 0, sizeof(*t));
	snprintf(t->p.slug, sizeof(t->p.slug), "%s", slug);
	snprintf(t->p.name, sizeof(t->p.name), "%s", *slug == '\0' ?
	    "Tidak disebut" : strcmp(slug, PARTY_OTHER) == 0 ?
	    "Pihak lain" : party_by_slug(all->o, slug, &p) == CASE_OK ?
	    p.name : slug);
	return t;
}

/* Count what lies within the period of a wait. */
static void
add(struct tallies *all, const struct stretch *s)
{
	const struct month_figures *f = all->f;
	const int64_t from = s->from > f->from ? s->from : f->from;
	const int64_t to = s->to < f->to ? s->to : f->to;
	const struct calendar *cal;
	struct tally *t;

	if (!s->outside || from >= to || (t = find(all, s->party)) == NULL)
		return;
	cal = office_calendar_for(all->o, f->corrected ?
	    office_calendar_id(all->o) : s->calendar_id, s->performer);
	if (cal == NULL)
		cal = office_calendar(all->o);
	t->p.waits++;
	t->p.work += calendar_elapsed(cal, from, to);
	t->p.real += to - from;
	t->p.cases += t->counted != s->case_id;
	t->counted = s->case_id;
	if (s->to < f->to)
		return;
	t->p.now += t->there != s->case_id;
	t->there = s->case_id;
}

/* A span begins: the one before ends, with it or with its visit. */
static void
take(struct tallies *all, struct stretch *s, struct db_stmt *st)
{
	if (s->task_id == db_int(st, 1) && db_int(st, 7) < s->to)
		s->to = db_int(st, 7);
	add(all, s);
	s->case_id = db_int(st, 0);
	s->task_id = db_int(st, 1);
	db_copy(st, 2, s->performer, sizeof(s->performer));
	s->calendar_id = db_int(st, 3);
	s->to = db_int(st, 4);
	s->outside = account_phase_from(db_text(st, 5)) == PHASE_OUTSIDE;
	db_copy(st, 6, s->party, sizeof(s->party));
	s->from = db_int(st, 7);
}

static int
by_time(const void *a, const void *b)
{
	const struct month_party *x = a, *y = b;

	if (x->real != y->real)
		return x->real > y->real ? -1 : 1;
	return strcmp(x->slug, y->slug);
}

/* The sums without what only counting needed. */
static struct month_party *
give(const struct tallies *all)
{
	struct month_party *list = calloc(all->n + 1, sizeof(*list));

	for (size_t i = 0; list != NULL && i < all->n; i++)
		list[i] = all->list[i].p;
	if (list != NULL && all->n > 1)
		qsort(list, all->n, sizeof(*list), by_time);
	return list;
}

enum case_err
month_party_list(struct office *o, const struct month_figures *f,
    struct month_party **list, size_t *count)
{
	struct tallies all = { .o = o, .f = f };
	struct month_figures as = *f;
	struct stretch s = { .task_id = 0 };
	struct db_stmt *st;
	int64_t sop_id;
	enum case_err err;

	*list = NULL;
	if ((err = month_sop(o, &as, &sop_id)) != CASE_OK)
		return err;
	st = db_query(office_db(o), sql[STMT_SPANS], "iii", f->to, f->from,
	    sop_id);
	while (!all.failed && db_step(st))
		take(&all, &s, st);
	add(&all, &s);
	if (db_done(st) == 0 && !all.failed)
		*list = give(&all);
	*count = *list == NULL ? 0 : all.n;
	free(all.list);
	return *list != NULL ? CASE_OK : office_err_tx(o, DB_ERROR);
}
