/*
 * walk.c - cases that are somewhere on their way.
 */
#include "tests/case/walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/act_start.h"
#include "sop/sop.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"

static void
must(struct office *o, enum case_err err, const char *what)
{
	if (err != CASE_OK) {
		printf("# %s: %d: %s\n", what, err, office_why(o));
		bail(what);
	}
}

int64_t
walk_start(struct office *o, const char *slug, int64_t person,
    const struct act_value *value, size_t nvalue, int64_t now)
{
	struct act_start st = { .version_id = office_sop_version(o, slug,
	    now) };
	struct act a = { .actor.person_id = person, .now = now };
	const struct sop *sop = office_sop(o, st.version_id);
	struct act_value own[8] = { { "perihal", sop->name } };
	struct fixture_form form;

	/* A case is called by its SOP, unless the test gives it a name. */
	for (size_t i = 0; i < nvalue && i < 7; i++)
		own[i + 1] = value[i];
	fixture_form(o, sop_row_at(sop, 1), now, own, 8, &form);
	a.value = form.value;
	a.nvalue = form.nvalue;
	a.file = form.file;
	a.nfile = form.nfile;
	must(o, act_start(o, &a, &st), slug);
	return a.case_id;
}

int
walk_current(struct office *o, int64_t case_id, struct task_row *t)
{
	struct task_row *all;
	size_t n, i;
	int found = 0;

	must(o, case_family_tasks(o, case_id, &all, &n), "tasks");
	for (i = 0; i < n && !found; i++)
		if (all[i].open && !all[i].side) {
			*t = all[i];
			found = 1;
		}
	free(all);
	return found;
}

int64_t
walk_doer(struct office *o, const struct task_row *t)
{
	struct db_stmt *st;
	int64_t id = 0;

	if (t->assignee_id != 0)
		return t->assignee_id;
	st = db_query(office_db(o), "SELECT h.person_id FROM performers p"
	    " JOIN holders h ON h.role_id = p.role_id"
	    " JOIN people w ON w.id = h.person_id WHERE p.expr = $1"
	    " AND ($2 = 0 OR w.institution_id = $2) ORDER BY w.login", "ti",
	    t->performer, t->institution_id);
	if (db_step(st))
		id = db_int(st, 0);
	db_done(st);
	return id;
}

/* The row's first field for a file; NULL when it has none. */
static const char *
first_file(struct office *o, const struct task_row *t)
{
	const struct sop_row *row = sop_row_at(office_sop(o, t->version_id),
	    (int)t->pos);

	for (size_t i = 0; i < row->nfield; i++)
		if (row->field[i].type == FIELD_FILE)
			return row->field[i].name;
	return NULL;
}

int64_t
walk_step(struct office *o, int64_t case_id, enum outcome outcome,
    const struct act_file *file, int64_t now)
{
	struct task_row t;
	struct act a = { .note = "Surat belum lengkap.", .now = now,
		.late_reason = "beban", .exception = 1 };
	struct fixture_form form;

	if (!walk_current(o, case_id, &t))
		bail("the case has no open task");
	fixture_fill(o, sop_row_at(office_sop(o, t.version_id), (int)t.pos),
	    &form, &a);
	if (file != NULL && first_file(o, &t) != NULL) {
		form.file[0] = *file;
		form.file[0].field = first_file(o, &t);
		a.nfile = 1;
	}
	a.task_id = t.id;
	a.version = t.version;
	a.actor.person_id = walk_doer(o, &t);
	a.actor.case_id = case_id;
	if (t.awaited) {
		must(o, act_present(o, &a), "present");
		a.version++;
	}
	if (!t.external && t.claimed_by == 0) {
		must(o, act_claim(o, &a), "claim");
		a.version++;
	}
	must(o, act_finish(o, &a, outcome), "finish");
	walk_back(o, case_id, now);
	return a.actor.person_id;
}

void
walk_back(struct office *o, int64_t case_id, int64_t now)
{
	struct task_row t;
	struct act a = { .now = now };

	if (!walk_current(o, case_id, &t) || t.claimed_by != 0 ||
	    strcmp(t.phase, "outside") != 0)
		return;
	a.task_id = t.id;
	a.version = t.version;
	a.actor.person_id = walk_doer(o, &t);
	must(o, act_outside_back(o, &a), "back");
}

void
walk_to(struct office *o, int64_t case_id, int pos, int64_t now)
{
	struct task_row t;
	int guard;

	for (guard = 0; guard < 40 && walk_current(o, case_id, &t) &&
	    t.pos != pos; guard++)
		walk_step(o, case_id, step_kind_from(t.kind) == STEP_DOWNLOAD ?
		    OUTCOME_DOWNLOAD : OUTCOME_FORWARD, NULL, now);
}

int64_t
walk_document(struct office *o, int64_t case_id, int pos)
{
	struct db_stmt *st = db_query(office_db(o), "SELECT d.id FROM"
	    " documents d JOIN tasks t ON t.id = d.task_id"
	    " WHERE d.case_id = $1 AND t.pos = $2", "ii", case_id,
	    (int64_t)pos);
	int64_t id = db_step(st) ? db_int(st, 0) : 0;

	db_done(st);
	return id;
}
