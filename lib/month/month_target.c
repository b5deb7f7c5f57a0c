/*
 * month_target.c - what is known of the performers of a grid: outsiders, the
 * system, single holders; and their targets.
 */
#include <string.h>

#include "month/grid.h"

enum stmt {
	STMT_ROLES,
	STMT_TARGETS,
	STMT__MAX
};

#define IN_FORCE \
	"t.valid_from < $1 AND (t.valid_to IS NULL OR t.valid_to >= $1)"

static const char *const sql[STMT__MAX] = {
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

static int
read_roles(struct grid *g)
{
	struct db_stmt *st = db_query(g->db, sql[STMT_ROLES], "");
	struct grid_role *list, *r;

	while (db_step(st)) {
		if ((list = grid_more(g, g->role, g->nrole, sizeof(*r))) == NULL)
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
		if ((list = grid_more(g, g->target, g->ntarget, sizeof(*t))) == NULL)
			break;
		g->target = list;
		t = &list[g->ntarget++];
		db_copy(st, 0, t->expr, sizeof(t->expr));
		t->percent = db_int(st, 1);
		db_copy(st, 2, t->decree, sizeof(t->decree));
	}
	return db_done(st) != 0 || g->failed ? -1 : 0;
}

int
grid_read_roles(struct grid *g)
{
	return read_roles(g) == -1 ? -1 : read_targets(g);
}

void
grid_set_role(const struct grid *g, struct month_part *p, const char *expr)
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

void
grid_set_target(struct grid *g, struct month_part *p, const char *expr)
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
