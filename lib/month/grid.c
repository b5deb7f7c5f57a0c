/*
 * grid.c - the parts figures are kept for: their names, and which of
 * them a visit counts for.
 */
#include "month/grid.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/soplist.h"
#include "people/performer.h"

enum stmt {
	STMT_SOP,
	STMT_ROW,
	STMT_VERSIONS,
	STMT_ROLES,
	STMT_TARGETS,
	STMT__MAX
};

#define IN_FORCE \
	"t.valid_from < $1 AND (t.valid_to IS NULL OR t.valid_to >= $1)"

static const char *const sql[STMT__MAX] = {
	[STMT_SOP] =
		"SELECT s.slug, v.version, v.name, v.id, u.slug, u.name"
		"  FROM sop_versions w JOIN sops s ON s.id = w.sop_id"
		"  JOIN units u ON u.id = s.unit_id"
		"  JOIN sop_versions v ON v.sop_id = s.id"
		"   AND (v.id = w.id OR (v.effective_from < $2 AND "
		SOPLIST_SQL_BEGINS("v") "))"
		" WHERE w.id = $1 ORDER BY v.version DESC",
	[STMT_ROW] =
		"SELECT s.slug, v.version, v.name, r.no FROM sop_versions v"
		"  JOIN sops s ON s.id = v.sop_id"
		"  JOIN steps r ON r.version_id = v.id AND r.pos = $2"
		" WHERE v.id = $1",
	[STMT_VERSIONS] =
		"SELECT id FROM sop_versions WHERE ($1 <> 0 AND sop_id = $1"
		"   AND version > 0) OR ($1 = 0 AND version < 1) ORDER BY id",
	/* A performer of several roles is external or the system when all of
	 * them are, and has one holder only when it is one role. */
	[STMT_ROLES] =
		"SELECT p.expr, min(r.external), min(r.system),"
		" CASE WHEN count(*) = 1 THEN max(r.single) ELSE 0 END"
		"  FROM performers p JOIN roles r ON r.id = p.role_id"
		" GROUP BY p.expr"
		" UNION ALL "
		"SELECT r.slug, r.external, r.system, r.single"
		"  FROM roles r WHERE NOT EXISTS"
		" (SELECT 1 FROM performers p WHERE p.expr = r.slug)"
		" ORDER BY 1",
	/* '' is the target of all; the latest decree of a performer wins. */
	[STMT_TARGETS] =
		"SELECT '', t.percent, t.decree, t.valid_from, t.id"
		"  FROM targets t WHERE t.role_id IS NULL AND " IN_FORCE
		" UNION ALL "
		"SELECT p.expr, t.percent, t.decree, t.valid_from, t.id"
		"  FROM targets t JOIN performers p ON p.role_id = t.role_id"
		" WHERE " IN_FORCE
		" UNION ALL "
		"SELECT r.slug, t.percent, t.decree, t.valid_from, t.id"
		"  FROM targets t JOIN roles r ON r.id = t.role_id"
		" WHERE NOT EXISTS"
		" (SELECT 1 FROM performers p WHERE p.expr = r.slug)"
		"   AND " IN_FORCE
		" ORDER BY 1, 4 DESC, 2 DESC, 5",
};

struct grid_role {
	char	expr[96];
	int	external, system, single;
};

struct grid_target {
	char	expr[96];
	int64_t	percent;
	char	decree[128];
};

void *
grid_more(struct grid *g, void *list, size_t n, size_t size)
{
	if ((n & (n - 1)) == 0 &&
	    (list = realloc(list, (n == 0 ? 1 : 2 * n) * size)) == NULL)
		g->failed = 1;
	return list;
}

/* -- performers and their targets --------------------------------------- */

static int
read_roles(struct grid *g)
{
	struct db_stmt *st = db_query(g->db, sql[STMT_ROLES], "");
	struct grid_role *list, *r;

	while (db_step(st)) {
		list = grid_more(g, g->role, g->nrole, sizeof(*r));
		if (list == NULL)
			break;
		g->role = list;
		r = &list[g->nrole++];
		db_copy(st, 0, r->expr, sizeof(r->expr));
		r->external = db_int(st, 1) != 0;
		r->system = db_int(st, 2) != 0;
		r->single = db_int(st, 3) != 0;
	}
	return db_done(st) != 0 || g->failed ? -1 : 0;
}

static int
read_targets(struct grid *g)
{
	struct db_stmt *st = db_query(g->db, sql[STMT_TARGETS], "i", g->end);
	struct grid_target *list, *t;

	while (db_step(st)) {
		if (g->ntarget > 0 && strcmp(db_text(st, 0),
		    g->target[g->ntarget - 1].expr) == 0)
			continue;
		list = grid_more(g, g->target, g->ntarget, sizeof(*t));
		if (list == NULL)
			break;
		g->target = list;
		t = &list[g->ntarget++];
		db_copy(st, 0, t->expr, sizeof(t->expr));
		t->percent = db_int(st, 1);
		db_copy(st, 2, t->decree, sizeof(t->decree));
	}
	return db_done(st) != 0 || g->failed ? -1 : 0;
}

/* Copy what is known of a performer into its part. */
static void
set_role(const struct grid *g, struct month_part *p, const char *expr)
{
	size_t i;

	for (i = 0; i < g->nrole; i++) {
		if (strcmp(g->role[i].expr, expr) != 0)
			continue;
		p->external = g->role[i].external;
		p->system = g->role[i].system;
		p->single = g->role[i].single;
	}
}

/* Set a part's target: the performer's, else that of all ("" alone), none
 * outside the office. */
static void
set_target(struct grid *g, struct month_part *p, const char *expr)
{
	size_t i;

	p->target = -1;
	p->decree[0] = '\0';
	if (p->external || p->system)
		return;
	for (i = 0; i < g->ntarget; i++) {
		if (g->target[i].expr[0] != '\0' &&
		    strcmp(g->target[i].expr, expr) != 0)
			continue;
		p->target = g->target[i].percent;
		memcpy(p->decree, g->target[i].decree, sizeof(p->decree));
	}
}

/* -- a grid -------------------------------------------------------------- */

static int
read_versions(struct grid *g)
{
	struct db_stmt *st = db_query(g->db, sql[STMT_VERSIONS], "i",
	    g->sop_id);
	int64_t *list;

	while (db_step(st)) {
		list = grid_more(g, g->version, g->nversion, sizeof(*list));
		if (list == NULL)
			break;
		g->version = list;
		list[g->nversion++] = db_int(st, 0);
	}
	return db_done(st) != 0 || g->failed ? -1 : 0;
}

int
grid_wants(const struct grid *g, int64_t version_id)
{
	size_t i;

	for (i = 0; i < g->nversion; i++)
		if (g->version[i] == version_id)
			return g->sop_id != 0;
	return g->sop_id == 0;
}

int
grid_open(struct grid *g, struct office *o, int64_t sop_id, int64_t end)
{
	struct grid_part *office;

	memset(g, 0, sizeof(*g));
	g->office = o;
	g->db = office_db(o);
	g->cal = office_calendar(o);
	g->sop_id = sop_id;
	g->end = end;
	if (read_roles(g) == -1 || read_targets(g) == -1 ||
	    read_versions(g) == -1)
		return -1;
	office = grid_part(g, MONTH_OFFICE, "");
	return office == NULL ? -1 : 0;
}

void
grid_close(struct grid *g)
{
	free(g->version);
	free(g->known);
	free(g->role);
	free(g->target);
	free(g->part);
	free(g->cell);
	free(g->time);
	free(g->share);
	free(g->mark);
	free(g->again);
}

/* -- parts --------------------------------------------------------------- */

struct grid_part *
grid_find(struct grid *g, enum month_scope scope, const char *key)
{
	size_t i;

	for (i = 0; i < g->npart; i++)
		if (g->part[i].p.scope == scope &&
		    strcmp(g->part[i].p.key, key) == 0)
			return &g->part[i];
	return NULL;
}

struct grid_part *
grid_part(struct grid *g, enum month_scope scope, const char *key)
{
	struct grid_part *list, *part = grid_find(g, scope, key);

	if (part != NULL)
		return part;
	if ((list = grid_more(g, g->part, g->npart, sizeof(*list))) == NULL)
		return NULL;
	g->part = list;
	part = &list[g->npart++];
	memset(part, 0, sizeof(*part));
	part->p.scope = scope;
	part->p.own_median = part->p.own_p90 = -1;
	part->p.turn_median = part->p.turn_p90 = -1;
	snprintf(part->p.key, sizeof(part->p.key), "%s", key);
	set_target(g, &part->p, "");
	return part;
}

/* Index of a part that is there, or GRID_NONE. */
static size_t
index_of(const struct grid *g, const struct grid_part *part)
{
	return part == NULL ? GRID_NONE : (size_t)(part - g->part);
}

/* Look up a version's SOP and unit, and make their parts. */
static void
find_sop(struct grid *g, struct grid_version *v)
{
	struct db_stmt *st = db_query(g->db, sql[STMT_SOP], "ii",
	    v->version_id, g->end);
	struct grid_part *part;

	v->sop = v->unit = GRID_NONE;
	if (db_step(st)) {
		part = grid_part(g, MONTH_SOP, db_text(st, 0));
		v->sop = index_of(g, part);
		if (part != NULL) {
			db_copy(st, 2, part->p.name, sizeof(part->p.name));
			part->p.version_id = db_int(st, 3);
		}
		part = grid_part(g, MONTH_UNIT, db_text(st, 4));
		v->unit = index_of(g, part);
		if (part != NULL)
			db_copy(st, 5, part->p.name, sizeof(part->p.name));
	}
	if (db_done(st) != 0)
		v->sop = GRID_NONE;
}

size_t
grid_sop(struct grid *g, int64_t version_id)
{
	struct grid_version *list, *v;
	size_t i;

	for (i = 0; i < g->nknown; i++) {
		v = &g->known[i];
		if (v->version_id != version_id)
			continue;
		g->unit = v->unit;
		return v->sop;
	}
	if ((list = grid_more(g, g->known, g->nknown, sizeof(*list))) == NULL)
		return GRID_NONE;
	g->known = list;
	v = &list[g->nknown];
	v->version_id = version_id;
	find_sop(g, v);
	if (v->sop == GRID_NONE || v->unit == GRID_NONE)
		return GRID_NONE;
	g->nknown++;
	g->unit = v->unit;
	return v->sop;
}

int
grid_count(struct grid *g, const char *text, int64_t from,
    void (*add)(struct month_part *, struct db_stmt *))
{
	struct db_stmt *st = db_query(g->db, text, "iii", from, g->to,
	    g->sop_id);
	size_t sop;

	while (db_step(st)) {
		add(&g->part[0].p, st);
		if (db_int(st, 0) == 0)
			continue;
		if ((sop = grid_sop(g, db_int(st, 0))) == GRID_NONE) {
			g->failed = 1;
			break;
		}
		add(&g->part[sop].p, st);
		add(&g->part[g->unit].p, st);
		if (g->trace != NULL)	/* a row a case, its id behind */
			grid_traced(g, 0, db_int(st, 3));
	}
	return db_done(st) != 0 || g->failed ? -1 : 0;
}

/* The sum of the columns under watch; 0 before there is such a part. */
static int64_t
traced_sum(struct grid *g)
{
	struct grid_trace *t = g->trace;
	int64_t sum = 0;

	if (t->part == GRID_NONE)
		t->part = index_of(g, grid_find(g, t->scope, t->key));
	for (size_t i = 0; t->part != GRID_NONE && i < t->ncolumn; i++)
		sum += *(int64_t *)((char *)&g->part[t->part].p +
		    t->column[i]);
	return sum;
}

void
grid_traced(struct grid *g, int64_t task_id, int64_t case_id)
{
	struct grid_trace *t = g->trace;
	struct month_work_item *list;
	const int64_t sum = t != NULL ? traced_sum(g) : 0;

	if (t == NULL || sum == t->sum)
		return;
	t->sum = sum;
	if ((list = grid_more(g, t->item, t->nitem, sizeof(*list))) == NULL)
		return;
	t->item = list;
	list[t->nitem++] = (struct month_work_item){ task_id, case_id };
}

size_t
grid_role(struct grid *g, const char *performer, int external)
{
	struct grid_part *part = grid_part(g, MONTH_ROLE, performer);

	if (part == NULL)
		return GRID_NONE;
	performer_name(g->office, performer, part->p.name,
	    sizeof(part->p.name));
	part->p.external = external;
	set_role(g, &part->p, performer);
	set_target(g, &part->p, performer);
	return index_of(g, part);
}

/* The part of a cell's row, named as its SOP; GRID_NONE when that failed. */
static size_t
row_part(struct grid *g, const struct grid_cell *c)
{
	struct db_stmt *st = db_query(g->db, sql[STMT_ROW], "ii",
	    c->version_id, c->pos);
	struct grid_part *part = NULL;
	const struct month_part *role;
	char key[128];

	if (db_step(st)) {
		snprintf(key, sizeof(key), "%s/%03lld/%03lld", db_text(st, 0),
		    (long long)db_int(st, 1), (long long)c->pos);
		part = grid_part(g, MONTH_ROW, key);
	}
	if (part != NULL) {
		role = &g->part[c->part[MONTH_ROLE]].p;
		db_copy(st, 2, part->p.name, sizeof(part->p.name));
		db_copy(st, 3, part->p.no, sizeof(part->p.no));
		part->p.version_id = c->version_id;
		part->p.pos = c->pos;
		part->p.external = role->external;
		part->p.system = role->system;
		part->p.single = role->single;
		part->p.target = role->target;
		memcpy(part->p.decree, role->decree, sizeof(part->p.decree));
	}
	return db_done(st) == 0 ? index_of(g, part) : GRID_NONE;
}

/* Fill the parts of a new cell: 0, or -1. */
static int
set_parts(struct grid *g, struct grid_cell *c, int external)
{
	const struct month_part *role;

	c->part[MONTH_ROLE] = grid_role(g, c->performer, external);
	if (c->part[MONTH_ROLE] == GRID_NONE)
		return -1;
	role = &g->part[c->part[MONTH_ROLE]].p;
	c->apart = role->external || role->system;
	c->part[MONTH_ROW] = row_part(g, c);
	c->part[MONTH_SOP] = grid_sop(g, c->version_id);
	if (c->part[MONTH_ROW] == GRID_NONE || c->part[MONTH_SOP] == GRID_NONE)
		return -1;
	c->part[MONTH_UNIT] = g->unit;
	if (c->apart)
		c->part[MONTH_SOP] = c->part[MONTH_UNIT] = GRID_NONE;
	c->part[MONTH_OFFICE] = c->apart ? GRID_NONE : 0;
	return 0;
}

/* -- cells --------------------------------------------------------------- */

/* The chain that holds the cells of a row. */
static size_t *
chain_of(struct grid *g, int64_t version_id, int64_t pos)
{
	return &g->chain[((uint64_t)version_id * 31 + (uint64_t)pos) *
	    UINT64_C(0x9e3779b97f4a7c15) >> (64 - GRID_CHAIN_BITS)];
}

size_t
grid_cell(struct grid *g, const char *performer, int external,
    int64_t version_id, int64_t pos)
{
	struct grid_cell *list, *c;
	size_t *chain = chain_of(g, version_id, pos), i;

	/* Numbers count from 1 in the chains. */
	for (i = *chain; i != 0; i = c->next) {
		c = &g->cell[i - 1];
		if (c->version_id == version_id && c->pos == pos &&
		    strcmp(c->performer, performer) == 0)
			return i - 1;
	}
	if ((list = grid_more(g, g->cell, g->ncell, sizeof(*c))) == NULL)
		return GRID_NONE;
	g->cell = list;
	c = &list[g->ncell];
	memset(c, 0, sizeof(*c));
	snprintf(c->performer, sizeof(c->performer), "%s", performer);
	c->version_id = version_id;
	c->pos = pos;
	if (set_parts(g, c, external) == -1) {
		g->failed = 1;
		return GRID_NONE;
	}
	c->next = *chain;
	*chain = ++g->ncell;
	return g->ncell - 1;
}
