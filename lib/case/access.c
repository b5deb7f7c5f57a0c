/*
 * access.c - who may see a case, read its files, and do its tasks.
 */
#include "case/access.h"

#include "base/text.h"
#include "case/answer.h"
#include "case/case.h"
#include "case/document.h"
#include "case/task.h"
#include "office/audit.h"
#include "office/row.h"
#include "people/holder.h"
#include "people/institution.h"
#include "people/person.h"

enum stmt {
	STMT_SEEN,
	STMT_SEEN_BEFORE,
	STMT_TOOK_PART,
	STMT_SEES,
	STMT_ROLES,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_SEEN] =
		"INSERT INTO reads (person_id, case_id, hour)"
		" VALUES ($1, $2, $3)"
		" ON CONFLICT (person_id, case_id, hour) DO NOTHING",
	[STMT_SEEN_BEFORE] = (
		"SELECT 1 FROM reads WHERE person_id = $1 AND case_id = $2"
		"   AND hour = $3"),
	[STMT_TOOK_PART] = (
		"SELECT 1 FROM took_part WHERE person_id = $1"
		"   AND version_id = $2 AND opened_at = $3 AND case_id = $4"),
	[STMT_SEES] = (
		ACCESS_SQL_WITH("$1", "$2") "SELECT 1 FROM cases c"
		" WHERE c.id = $3 AND " ACCESS_SQL_SEES("c", "$1")),
	[STMT_ROLES] =
		"SELECT r.name FROM version_roles v"
		"  JOIN roles r ON r.id = v.role_id WHERE v.version_id = $1"
		" ORDER BY r.name, r.id",
};

/* The question that is asked most, and costs least, comes first. */
static int
official_sees(struct office *o, const struct actor *a,
    const struct case_row *c, int64_t now)
{
	struct db *db = office_db(o);

	return row_int(db_query(db, sql[STMT_TOOK_PART], "iiii", a->person_id,
	    c->version_id, c->opened_at, c->id)) != 0 ||
	    row_int(db_query(db, sql[STMT_SEES], "iii", a->person_id, now,
	    c->id)) != 0;
}

int
case_may_see(struct office *o, const struct actor *a, const struct case_row *c,
    int64_t now)
{
	int64_t institution;

	if (a->person_id == 0)
		return a->case_id == c->id;
	institution = institution_of(o, a->person_id);
	if (institution == 0)
		return official_sees(o, a, c, now);
	if (institution == -1)
		return 0;
	return c->applicant_id == a->person_id ||
	    c->institution_id == institution;
}

int
case_may_see_id(struct office *o, int64_t person_id, int64_t case_id,
    int64_t now)
{
	const struct actor a = { .person_id = person_id };
	struct case_row c;

	return case_get(o, case_id, &c) == CASE_OK &&
	    case_may_see(o, &a, &c, now);
}

/* An outsider who sees the case has a file that came with an outsider's task,
 * and the answer once it is given out. */
static enum case_err
check_outsider(struct office *o, const struct case_row *c,
    const struct document *d)
{
	struct document answer;
	struct task_row t;
	enum case_err err;

	if ((err = task_get(o, d->task_id, &t)) != CASE_OK)
		return err == CASE_NOT_FOUND ? CASE_DENIED : err;
	if (t.external)
		return CASE_OK;
	if ((err = case_answer(o, c, &answer)) == CASE_OK)
		return answer.id == d->id ? CASE_OK : CASE_DENIED;
	return err == CASE_NOT_FOUND ? CASE_DENIED : err;
}

enum case_err
case_may_see_document(struct office *o, const struct actor *a,
    const struct document *d, int64_t now)
{
	struct case_row c;
	struct person p = { .institution_id = 0 };
	enum case_err err;

	if ((err = case_get(o, d->case_id, &c)) != CASE_OK)
		return err;
	if (!case_may_see(o, a, &c, now))
		return office_fail(o, CASE_NOT_FOUND, "",
		    "Dokumen tidak ditemukan.");
	if (a->person_id != 0 &&
	    (err = person_get(o, a->person_id, &p)) != CASE_OK)
		return err;
	if (a->person_id != 0 && p.institution_id == 0)
		return CASE_OK;
	return check_outsider(o, &c, d);
}

int
case_may_do(struct office *o, const struct actor *a, const struct task_row *t,
    int64_t now, const char **capacity)
{
	int64_t who = a->behalf_id ? a->behalf_id : a->person_id;
	int64_t institution;
	enum capacity as;
	int holds;

	*capacity = "";
	if (a->person_id == 0)
		return t->external && a->case_id == t->case_id;
	/* A request without account is its applicant's alone. */
	institution = institution_of(o, who);
	if (institution == -1 || (t->external && (t->institution_id == 0 ||
	    t->institution_id != institution)))
		return 0;
	holds = holder_acts_in(o, who, t->performer, t->unit_id, now, &as);
	if (holds && as == CAPACITY_SUBSTITUTE)
		as = CAPACITY_PLH;
	if (holds)
		*capacity = holder_capacity_slug(as);
	/* A seat is its holder's, and of who sits in for him. */
	return t->assignee_id == 0 ? holds : t->assignee_id == who ||
	    (holds && t->unit_id != 0 && as == CAPACITY_PLH);
}

char *
case_seeing_roles(struct office *o, int64_t version_id, char *buf, size_t size)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_ROLES], "i",
	    version_id);

	buf[0] = '\0';
	while (db_step(st))
		text_add(buf, size, "%s%s", buf[0] != '\0' ? ", " : "",
		    db_text(st, 0));
	db_done(st);
	return buf;
}

enum case_err
case_seen(struct office *o, int64_t person_id, int64_t case_id, int64_t now)
{
	int64_t hour = now - now % 3600;
	int rc;

	/* Mostly it is noted already; a page need not wait for a writer. */
	if (row_int(db_query(office_db(o), sql[STMT_SEEN_BEFORE], "iii",
	    person_id, case_id, hour)) != 0)
		return CASE_OK;
	rc = db_run(office_db(o), sql[STMT_SEEN], "iii", person_id, case_id,
	    hour);
	if (rc < 0)
		return office_err_tx(o, rc);
	if (rc > 0)
		audit(o, &(struct audit_entry){ .kind = AUDIT_CASE,
		    .person_id = person_id, .about_id = case_id, .at = now });
	return CASE_OK;
}
