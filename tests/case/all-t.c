/*
 * all-t.c - every one of the eleven SOPs, and a twelfth, runs from its first
 * row to its last, with one return at every row that has one and one refusal
 * at every row that has one; afterwards the chain verifies and a rebuild finds
 * no difference.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act.h"
#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/act_start.h"
#include "case/case.h"
#include "clock/calendar.h"
#include "office/change.h"
#include "sop/sop.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/case/whole.h"
#include "tests/slurp.h"
#include "tests/tap.h"
#include "tick/tick.h"

static int64_t now;

/* One minute of office time later. */
static int64_t
later(struct office *o)
{
	return now = calendar_add(office_calendar(o), now, 60);
}

static void
must(struct office *o, enum case_err err, const char *what)
{
	if (err != CASE_OK) {
		printf("# %s: %d: %s\n", what, err, office_why(o));
		bail(what);
	}
}

/* Do the task with an outcome, as whoever may: presence, claim, finish. */
static void
do_task(struct office *o, struct task_row *t, enum outcome outcome)
{
	struct act a = { .task_id = t->id, .note = "Surat belum lengkap.",
	    .late_reason = "beban", .exception = 1, .now = now };
	struct fixture_form form;

	fixture_fill(o, sop_row_at(office_sop(o, t->version_id),
	    (int)t->pos), &form, &a);
	a.actor.person_id = walk_doer(o, t);
	a.actor.case_id = t->case_id;
	a.version = t->version;
	a.now = later(o);
	if (t->awaited) {
		must(o, act_present(o, &a), "present");
		a.version++;
		a.now = later(o);
	}
	if (strcmp(t->phase, "outside") == 0) {
		must(o, act_outside_back(o, &a), "back");
		a.version++;
		a.now = later(o);
	}
	if (!t->external && t->claimed_by == 0) {
		must(o, act_claim(o, &a), "claim");
		a.version++;
		a.now = later(o);
	}
	must(o, act_finish(o, &a, outcome), "finish");
}

/* Open a case of an SOP by its first row. */
static int64_t
start(struct office *o, int64_t version)
{
	const struct sop *s = office_sop(o, version);
	struct task_row first = { 0 };
	struct act a = { .now = later(o) };
	struct act_start st = { .version_id = version };
	struct fixture_form form;

	snprintf(first.performer, sizeof(first.performer), "%s",
	    sop_row_at(s, 1)->performer);
	fixture_fill(o, sop_row_at(s, 1), &form, &a);
	a.actor.person_id = s->public_request ? 0 : walk_doer(o, &first);
	must(o, act_start(o, &a, &st), s->slug);
	return a.case_id;
}

/* Walk a case to its end; at row `pos` return or refuse once. */
static void
walk(struct office *o, int64_t version, int pos, enum outcome once,
    struct case_row *c)
{
	const struct sop *s = office_sop(o, version);
	int64_t id = start(o, version);
	struct task_row t;
	int guard;

	for (guard = 0; guard < 80 && walk_current(o, id, &t); guard++) {
		if (t.pos == pos && once != OUTCOME_OPEN) {
			do_task(o, &t, once);
			once = OUTCOME_OPEN;
		} else {
			do_task(o, &t, sop_row_at(s, (int)t.pos)->kind ==
			    STEP_DOWNLOAD ? OUTCOME_DOWNLOAD : OUTCOME_FORWARD);
		}
	}
	must(o, case_get(o, id, c), "case");
}

/* A twelfth SOP takes a file and no C. */
static void
publish_twelfth(struct office *o)
{
	const char *path = "tests/data/sop-ruang.yaml";
	size_t len;
	char *yaml = slurp(path, &len);
	struct change ch = { .now = FIXTURE_START };
	int64_t id;

	must(o, office_publish(o, &ch, path, yaml, len, &id), path);
	free(yaml);
}

static int64_t
visits(struct office *o, int64_t case_id, int pos)
{
	struct db_stmt *st = db_query(office_db(o), "SELECT max(visit)"
	    " FROM tasks WHERE pos = $2 AND case_id IN (SELECT $1 UNION"
	    "   SELECT id FROM cases WHERE parent_id = $1)", "ii", case_id,
	    (int64_t)pos);
	int64_t v = db_step(st) ? db_int(st, 0) : 0;

	db_done(st);
	return v;
}

static void
runs_whole(struct office *o, const char *slug)
{
	int64_t version = fixture_sop(o, slug);
	const struct sop *s = office_sop(o, version);
	const struct sop_row *r;
	struct case_row c;
	int i;

	walk(o, version, 0, OUTCOME_OPEN, &c);
	is_string("done", c.result, "%s: from the first row to the last", slug);
	is_int(c.ended_at - c.opened_at, c.own + c.queue + c.outside +
	    c.waiting + c.closed, "... its accounts add up");
	for (i = 1; i <= s->nrows; i++) {
		r = sop_row_at(s, i);
		if (r->nreturns > 0) {
			walk(o, version, i, OUTCOME_RETURN, &c);
			is_string("done", c.result, "%s row %s: returned once,"
			    " then done", slug, r->no);
			is_int(2, visits(o, c.id, r->returns[0]),
			    "... row %s was done twice",
			    sop_row_at(s, r->returns[0])->no);
			is_int(2, visits(o, c.id, i), "... and so was this");
		}
		if (r->refuse != REFUSE_NO) {
			walk(o, version, i, OUTCOME_REFUSE, &c);
			is_string("refused", c.result, "%s row %s: refused",
			    slug, r->no);
		}
	}
}

static void
evaluates(struct office *o)
{
	struct task_row t;
	struct case_row c;
	int64_t id[3];
	int done, i, n = 0;
	struct db_stmt *st;

	now = calendar_instant(office_calendar(o), 2026, 11, 30, 6, 0, 0);
	must(o, tick(o, "a", NULL, now, &done), "tick");
	is_int(30, done, "ten months without a tick are made up for");
	now = calendar_instant(office_calendar(o), 2026, 12, 1, 6, 0, 0);
	must(o, tick(o, "a", NULL, now, &done), "tick");
	is_int(0, done, "before the first working day opens nothing opens");
	now = calendar_instant(office_calendar(o), 2026, 12, 1, 7, 30, 0);
	must(o, tick(o, "a", NULL, now, &done), "tick");
	is_int(3, done, "three services have an evaluation row");
	must(o, tick(o, "a", NULL, now + 60, &done), "tick");
	is_int(0, done, "... opened once");
	is_int(CASE_REPEATED, tick(o, "b", NULL, now + 61, &done),
	    "... another process leaves it to the holder of the lease");
	st = db_query(office_db(o), "SELECT id FROM cases WHERE evaluation = 1"
	    " AND state = 'open'", "");
	while (n < 3 && db_step(st))
		id[n++] = db_int(st, 0);
	db_done(st);
	is_int(3, n, "... each as a case of its own");
	for (i = 0; i < n; i++) {
		if (!walk_current(o, id[i], &t))
			bail("evaluation without a task");
		do_task(o, &t, OUTCOME_FORWARD);
		must(o, case_get(o, id[i], &c), "case");
		is_string("done", c.result, "the evaluation of %s ends",
		    c.period);
	}
}

static void
history_holds(struct office *o)
{
	struct whole w;

	is_int(0, whole_faults(o, &w), "every chain verifies, a rebuild finds "
	    "no difference, and all accounts add up");
	ok(w.events > 1000, "... over %lld events", (long long)w.events);
	ok(w.cases > 50, "... over %lld cases", (long long)w.cases);
}

int
main(void)
{
	static const char *const slugs[] = { "sigap-magang-penelitian",
	    "pagu-anggaran", "monev", "data-capaian-kinerja",
	    "perjanjian-kinerja", "renstra", "rkt", "skp", "keimigrasian-wna",
	    "izin-magang-penelitian", "keterangan-selesai-sertifikat",
	    "pinjam-ruang" };
	struct office *o = fixture_open(NULL);
	size_t i;

	now = FIXTURE_START;
	publish_twelfth(o);
	for (i = 0; i < sizeof(slugs) / sizeof(slugs[0]); i++)
		runs_whole(o, slugs[i]);
	evaluates(o);
	history_holds(o);
	office_close(o);
	return tap_done();
}
