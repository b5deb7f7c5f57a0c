/*
 * month_thaw.c - reading the figures of closed months as they were frozen.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "month/grid.h"
#include "office/closed.h"

enum stmt {
	STMT_PART,
	STMT_POINT,
	STMT_TALLY,
	STMT_MARK,
	STMT_LIGHT,
	STMT__MAX
};

#define READ(name)	p->name = db_int(st, col++);

static const char *const sql[STMT__MAX] = {
	[STMT_PART] =
		"SELECT " MONTH_COLUMNS " FROM month_figures"
		" WHERE unit_id = $1 AND month = $2 AND sop = $3"
		" ORDER BY scope, place",
	[STMT_POINT] =
		"SELECT month_of, on_time, done, late_open FROM month_points"
		" WHERE unit_id = $1 AND month = $2 AND sop = $3"
		"   AND scope = 'office' ORDER BY month_of",
	[STMT_TALLY] =
		"SELECT month_of, on_time, done, late_open, scope, key"
		"  FROM month_points"
		" WHERE unit_id = $1 AND month = $2 AND sop = $3"
		"   AND scope <> 'office' ORDER BY scope, key, month_of",
	[STMT_MARK] =
		"SELECT sign, task_id, case_id, number, sop_name, no, performer,"
		" closed_at FROM month_marks"
		" WHERE unit_id = $1 AND month = $2 AND sop = $3"
		" ORDER BY place",
	[STMT_LIGHT] =
		"SELECT scope, key, name, version_id, external, done,"
		" below + within, late_open, decided, returned"
		"  FROM month_figures"
		" WHERE unit_id = $1 AND month = $2 AND sop = $3"
		" ORDER BY scope, place",
};

/* In the order of enum month_scope and enum month_sign. */
static const char *const scopes[MONTH_SCOPE__MAX] = {
	"office", "role", "sop", "row", "unit"
};
static const char *const signs[SIGN__MAX] = {
	"tight-return", "unchanged", "fast", "late-entry", "own-approval",
	"joint"
};

static int
slug_from(const char *const *names, int n, const char *slug)
{
	int i;

	for (i = 0; i < n; i++)
		if (strcmp(names[i], slug) == 0)
			return i;
	return -1;
}

const char *
month_scope_slug(enum month_scope scope)
{
	return scopes[scope];
}

const char *
month_sign_slug(enum month_sign sign)
{
	return signs[sign];
}

char *
month_text(int year, int month, char buf[16])
{
	snprintf(buf, 16, "%04d-%02d", year, month);
	return buf;
}

static void
read_part(struct db_stmt *st, struct month_part *p)
{
	int col = 8;

	p->scope = (enum month_scope)slug_from(scopes, MONTH_SCOPE__MAX,
	    db_text(st, 0));
	db_copy(st, 1, p->key, sizeof(p->key));
	p->group = (enum month_group)db_int(st, 2);
	db_copy(st, 3, p->name, sizeof(p->name));
	db_copy(st, 4, p->no, sizeof(p->no));
	db_copy(st, 5, p->decree, sizeof(p->decree));
	p->version_id = db_int(st, 6);
	p->pos = db_int(st, 7);
	MONTH_COUNTS(READ)
}

/* Room for one more at the end of a list whose size doubles. */
static void *
more(void *list, size_t n, size_t size)
{
	if ((n & (n - 1)) != 0)
		return list;
	return realloc(list, (n == 0 ? 1 : 2 * n) * size);
}

static int
thaw_parts(struct month_figures *f, struct db_stmt *st)
{
	struct month_part p = { 0 }, **list[] = { NULL, &f->role, &f->sops, &f->row,
	    &f->unit };
	struct month_part *longer;
	size_t *n[] = { NULL, &f->nrole, &f->nsops, &f->nrow, &f->nunit };

	while (db_step(st)) {
		read_part(st, &p);
		if (p.scope == MONTH_OFFICE) {
			f->office = p;
			continue;
		}
		longer = more(*list[p.scope], *n[p.scope], sizeof(p));
		if (longer == NULL)
			break;
		*list[p.scope] = longer;
		longer[(*n[p.scope])++] = p;
	}
	return db_done(st);
}

static int
thaw_series(struct month_figures *f, struct db_stmt *st)
{
	struct month_point *p;
	int i;

	for (i = 0; i < MONTH_SERIES && db_step(st); i++) {
		p = &f->series[i];
		sscanf(db_text(st, 0), "%d-%d", &p->year, &p->month);
		p->on_time = db_int(st, 1);
		p->done = db_int(st, 2);
		p->late_open = db_int(st, 3);
	}
	return db_done(st);
}

static struct month_part *
find_part(struct month_part *list, size_t n, const char *key)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(list[i].key, key) == 0)
			return &list[i];
	return NULL;
}

/* The months of SOPs and rows, into the parts that were read before. */
static int
thaw_tallies(struct month_figures *f, struct db_stmt *st)
{
	struct month_part *p;
	int year, month, i;

	while (db_step(st)) {
		p = slug_from(scopes, MONTH_SCOPE__MAX, db_text(st, 4)) ==
		    MONTH_SOP ? find_part(f->sops, f->nsops, db_text(st, 5)) :
		    find_part(f->row, f->nrow, db_text(st, 5));
		if (p == NULL || sscanf(db_text(st, 0), "%d-%d", &year,
		    &month) != 2)
			continue;
		i = MONTH_SERIES - 1 - (12 * (f->year - year) + f->month -
		    month);
		p->series[i] = (struct month_tally) { db_int(st, 1),
		    db_int(st, 2), db_int(st, 3) };
	}
	return db_done(st);
}

static int
thaw_marks(struct month_figures *f, struct db_stmt *st)
{
	struct month_mark *list, *m;

	while (db_step(st)) {
		if ((list = more(f->mark, f->nmark, sizeof(*m))) == NULL)
			break;
		f->mark = list;
		m = &list[f->nmark++];
		m->sign = (enum month_sign)slug_from(signs, SIGN__MAX,
		    db_text(st, 0));
		m->task_id = db_int(st, 1);
		m->case_id = db_int(st, 2);
		db_copy(st, 3, m->number, sizeof(m->number));
		db_copy(st, 4, m->sop, sizeof(m->sop));
		db_copy(st, 5, m->no, sizeof(m->no));
		db_copy(st, 6, m->performer, sizeof(m->performer));
		m->closed_at = db_int(st, 7);
	}
	return db_done(st);
}

int
month_thaw(struct month_figures *f, struct office *o)
{
	struct db *db = office_db(o);
	int64_t unit = office_unit(o);
	char month[16];

	month_text(f->year, f->month, month);
	f->frozen = 1;
	f->office.target = -1;
	if (thaw_parts(f, db_query(db, sql[STMT_PART], "itt", unit, month,
	    f->sop)) != 0)
		return -1;
	if (thaw_series(f, db_query(db, sql[STMT_POINT], "itt", unit, month,
	    f->sop)) != 0)
		return -1;
	if (thaw_tallies(f, db_query(db, sql[STMT_TALLY], "itt", unit, month,
	    f->sop)) != 0)
		return -1;
	return thaw_marks(f, db_query(db, sql[STMT_MARK], "itt", unit, month,
	    f->sop));
}

static size_t
unit_part(struct grid *g, const char *key, const char *name)
{
	struct grid_part *part = grid_part(g, MONTH_UNIT, key);

	if (part == NULL)
		return GRID_NONE;
	snprintf(part->p.name, sizeof(part->p.name), "%s", name);
	return (size_t)(part - g->part);
}

/* The part a frozen row belongs to: rows only when this month has them. */
static struct grid_part *
light_part(struct grid *g, struct db_stmt *st)
{
	const enum month_scope scope = (enum month_scope)slug_from(scopes,
	    MONTH_SCOPE__MAX, db_text(st, 0));
	size_t i;

	if (scope == MONTH_ROLE)
		i = grid_role(g, db_text(st, 1), db_int(st, 4) != 0);
	else if (scope == MONTH_SOP)
		i = grid_sop(g, db_int(st, 3));
	else if (scope == MONTH_UNIT)
		i = unit_part(g, db_text(st, 1), db_text(st, 2));
	else
		return grid_find(g, scope, db_text(st, 1));
	if (i == GRID_NONE)
		g->failed = 1;
	return i == GRID_NONE ? NULL : &g->part[i];
}

int
month_thaw_light(struct grid *g, int year, int month, const char *sop)
{
	struct db_stmt *st;
	struct grid_part *part;
	int64_t at, calendar;
	char text[16];
	int closed;

	closed = office_month_closing(g->office, year, month, &at, &calendar);
	if (closed != 1)
		return closed;
	st = db_query(g->db, sql[STMT_LIGHT], "itt", office_unit(g->office),
	    month_text(year, month, text), sop);
	while (!g->failed && db_step(st)) {
		if ((part = light_part(g, st)) == NULL)
			continue;
		part->light.done = db_int(st, 5);
		part->light.on_time = db_int(st, 6);
		part->light.late_open = db_int(st, 7);
		part->light.decided = db_int(st, 8);
		part->light.returned = db_int(st, 9);
	}
	return db_done(st) != 0 || g->failed ? -1 : 1;
}
