/*
 * activity_report.c - activity reports that institutions hand in.
 */
#include "case/activity_report.h"

#include <string.h>

#include "case/access.h"
#include "case/case.h"
#include "office/row.h"
#include "people/operator.h"
#include "people/person.h"
#include "store/id.h"

enum stmt {
	STMT_ADD,
	STMT_GET,
	STMT_LIST,
	STMT_SEEN,
	STMT_UNSEEN,
	STMT__MAX
};

#define COLUMNS \
	"a.id, a.institution_id, coalesce(a.case_id, 0), a.title, a.name," \
	" a.type, a.sha256, a.size, a.added_at, a.added_by," \
	" coalesce(a.seen_at, 0), coalesce(a.seen_by, 0), i.name," \
	" coalesce(c.number, '')"
#define TABLES \
	" FROM activities a JOIN institutions i ON i.id = a.institution_id" \
	"  LEFT JOIN cases c ON c.id = a.case_id"

static const char *const sql[STMT__MAX] = {
	[STMT_ADD] = (
		"INSERT INTO activities (id, institution_id, case_id, title,"
		" name, type, size, sha256, added_at, added_by)"
		" VALUES ($1, $2, nullif($3, 0), $4, $5, $6, $7, $8, $9, $10)"),
	[STMT_GET] =
		"SELECT " COLUMNS TABLES " WHERE a.id = $1",
	[STMT_LIST] = (
		"SELECT " COLUMNS TABLES
		" WHERE $1 = 0 OR a.institution_id = $1"
		" ORDER BY a.added_at DESC, a.id LIMIT 200"),
	[STMT_SEEN] =
		"UPDATE activities SET seen_at = $2, seen_by = $3"
		" WHERE id = $1 AND seen_at IS NULL",
	[STMT_UNSEEN] =
		"SELECT count(*) FROM activities WHERE seen_at IS NULL",
};

/* -- handing in -------------------------------------------------------- */

static enum case_err
check(struct change_work *w, const struct activity_report *a)
{
	struct actor actor = { .person_id = w->ch->by };
	struct person p;
	struct case_row c;
	enum case_err err;

	if ((err = person_get(w->o, w->ch->by, &p)) != CASE_OK)
		return err;
	if (p.institution_id == 0 || p.institution_id != a->institution_id)
		return office_fail(w->o, CASE_DENIED, "",
		    "Laporan kegiatan diunggah oleh operator lembaganya.");
	if ((err = change_filled(w->o, "title", "judul laporan", a->title)) !=
	    CASE_OK)
		return err;
	if (a->sha256[0] == '\0')
		return office_fail(w->o, CASE_INVALID, "file",
		    "Pilih dokumen laporan");
	if (a->case_id != 0 && (case_get(w->o, a->case_id, &c) != CASE_OK ||
	    !case_may_see(w->o, &actor, &c, w->ch->now)))
		return office_fail(w->o, CASE_INVALID, "case_id",
		    "Pilih permohonan dari daftar");
	return CASE_OK;
}

static enum case_err
add(struct change_work *w, const void *in)
{
	const struct activity_report *a = in;
	struct change_event e = { .stream = a->institution_id,
		.kind = "activity-added" };
	enum case_err err = check(w, a);

	if (err != CASE_OK)
		return err;
	w->id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_ADD], "iiitttitii", w->id, a->institution_id,
	    a->case_id, a->title, a->name, a->type, a->size, a->sha256,
	    w->ch->now, w->ch->by);
	e.effect = change_json("{s:I, s:I, s:s}", "id", (long long)w->id,
	    "case_id", (long long)a->case_id, "sha256", a->sha256);
	e.payload = change_json("{s:s, s:s}", "title", a->title, "name",
	    a->name);
	return change_record(w, &e);
}

enum case_err
activity_report_add(struct office *o, const struct change *ch,
    const struct activity_report *a, int64_t *id)
{
	return change_run(o, ch, add, a, id);
}

/* -- reading ----------------------------------------------------------- */

#define MEMBER(m) ROW_MEMBER(struct activity_report, m)
static const struct row_kind activities = ROW_KIND(struct activity_report,
    "Laporan tidak ditemukan.", MEMBER(id), MEMBER(institution_id),
    MEMBER(case_id), MEMBER(title), MEMBER(name), MEMBER(type), MEMBER(sha256),
    MEMBER(size), MEMBER(added_at), MEMBER(added_by), MEMBER(seen_at),
    MEMBER(seen_by), MEMBER(institution), MEMBER(number));

enum case_err
activity_report_list(struct office *o, int64_t institution_id,
    struct activity_report **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "i",
	    institution_id), &activities, list, count);
}

enum case_err
activity_report_open(struct office *o, int64_t id, int64_t person_id,
    int64_t now, struct activity_report *a)
{
	struct person p;
	enum case_err err;

	err = row_one(o, db_query(office_db(o), sql[STMT_GET], "i", id),
	    &activities, a);
	if (err != CASE_OK ||
	    (err = person_get(o, person_id, &p)) != CASE_OK)
		return err;
	if (p.institution_id == a->institution_id)
		return CASE_OK;
	if (!operator_may_decide(o, person_id, now))
		return office_fail(o, CASE_DENIED, "",
		    "Laporan ini hanya untuk lembaganya dan Admin Kanwil.");
	db_run(office_db(o), sql[STMT_SEEN], "iii", id, now, person_id);
	return CASE_OK;
}

int64_t
activity_report_unseen(struct office *o)
{
	return row_int(db_query(office_db(o), sql[STMT_UNSEEN], ""));
}
