/*
 * followup.c - findings of evaluations, kept and judged.
 */
#include "case/followup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/field_form.h"
#include "office/row.h"
#include "store/id.h"

enum stmt {
	STMT_DUE,
	STMT_JUDGED,
	STMT_OF,
	STMT_INSERT,
	STMT_CHECK,
	STMT__MAX
};

#define COLUMNS \
	"SELECT f.id, f.case_id, c.period, f.finding, f.action, f.who, f.until"

static const char *const sql[STMT__MAX] = {
	[STMT_DUE] =
		COLUMNS ", 0, 0, '' FROM followups f"
		"  JOIN cases c ON c.id = f.case_id"
		"  JOIN sop_versions v ON v.sop_id = f.sop_id"
		" WHERE v.id = $1 AND f.case_id <> $2 AND c.period < $3"
		"   AND NOT EXISTS (SELECT 1 FROM followup_checks k"
		"     WHERE k.followup_id = f.id AND k.done = 1)"
		" ORDER BY c.period, f.n, f.id",
	[STMT_JUDGED] =
		COLUMNS ", 1, k.done, k.note FROM followup_checks k"
		"  JOIN followups f ON f.id = k.followup_id"
		"  JOIN cases c ON c.id = f.case_id"
		" WHERE k.case_id = $1 ORDER BY c.period, f.n, f.id",
	[STMT_OF] =
		COLUMNS ", 0, 0, '' FROM followups f"
		"  JOIN cases c ON c.id = f.case_id"
		" WHERE f.case_id = $1 ORDER BY f.n",
	[STMT_INSERT] =
		"INSERT INTO followups (id, unit_id, sop_id, case_id, n,"
		" finding, action, who, until) SELECT $1, $2, v.sop_id, $3, $4,"
		" $5, $6, $7, $8 FROM sop_versions v WHERE v.id = $9",
	[STMT_CHECK] = (
		"INSERT INTO followup_checks (followup_id, case_id, done, note)"
		" VALUES ($1, $2, $3, $4)"),
};

#define MEMBER(m) ROW_MEMBER(struct followup, m)
static const struct row_kind followups = ROW_KIND(struct followup, "",
    MEMBER(id), MEMBER(case_id), MEMBER(period), MEMBER(finding),
    MEMBER(action), MEMBER(who), MEMBER(until), MEMBER(judged), MEMBER(done),
    MEMBER(note));

enum case_err
followup_due(struct office *o, const struct case_row *c,
    struct followup **list, size_t *count)
{
	if (strcmp(c->state, "ended") == 0)
		return row_all(o, db_query(office_db(o), sql[STMT_JUDGED], "i",
		    c->id), &followups, list, count);
	return row_all(o, db_query(office_db(o), sql[STMT_DUE], "iit",
	    c->version_id, c->id, c->period), &followups, list, count);
}

enum case_err
followup_of(struct office *o, int64_t case_id, struct followup **list,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_OF], "i", case_id),
	    &followups, list, count);
}

/* Name of a finding's field, "temuan_2": 0 finding, 1 action, 2 who, 3 until;
 * returns buf. */
static char *
field_name(int part, int n, char buf[32])
{
	static const char *const names[] = { "temuan", "tindak_lanjut",
		"penanggung_jawab", "sampai" };

	snprintf(buf, 32, "%s_%d", names[part], n);
	return buf;
}

/* -- kept ------------------------------------------------------------------ */

static const char *
value_of(const struct act_value *value, size_t count, int part, int n)
{
	char name[32];
	size_t i;

	field_name(part, n, name);
	for (i = 0; i < count; i++)
		if (strcmp(value[i].name, name) == 0)
			return value[i].value;
	return "";
}

const char *
followup_missing(const struct act_value *value, size_t count, int n, int part,
    char name[32])
{
	static const char *const asked[FOLLOWUP_PARTS] = { "Tulis temuannya",
		"Tulis tindak lanjut temuan ini",
		"Tulis penanggung jawab temuan ini",
		"Isi sampai kapan temuan ini diselesaikan" };
	int i, some = 0;

	field_name(part, n, name);
	for (i = 0; i < FOLLOWUP_PARTS; i++)
		some |= value_of(value, count, i, n)[0] != '\0';
	return some && value_of(value, count, part, n)[0] == '\0' ?
	    asked[part] : NULL;
}

/* One finding of the form: whole, or not there at all. */
static int
keep(struct act_work *w, int n)
{
	const struct act_value *value = w->form->value;
	const size_t count = w->form->nvalue;
	const char *said[FOLLOWUP_PARTS], *asked;
	char name[32];
	int part;

	for (part = 0; part < FOLLOWUP_PARTS; part++) {
		said[part] = value_of(value, count, part, n);
		asked = followup_missing(value, count, n, part, name);
		if (asked != NULL)
			return office_fail(w->o, CASE_INVALID, name, "%s",
			    asked);
	}
	if (said[0][0] == '\0')
		return CASE_OK;
	db_run(w->db, sql[STMT_INSERT], "iiiitttti", id_new(w->a->now),
	    w->c.unit_id, w->c.id, (int64_t)n, said[0], said[1], said[2],
	    said[3], w->c.version_id);
	return CASE_OK;
}

/* Every earlier one that is open is judged, and no other. */
static int
judge(struct act_work *w)
{
	const struct act *a = w->a;
	const struct followup_check *k;
	struct followup *list = NULL;
	json_t *said = json_array();
	size_t n = 0, i, j;
	int err = followup_due(w->o, &w->c, &list, &n);

	for (i = 0; err == CASE_OK && i < n; i++) {
		for (j = 0; j < a->nfollowup &&
		    a->followup[j].id != list[i].id; j++)
			continue;
		if (j == a->nfollowup) {
			err = office_fail(w->o, CASE_INVALID, "tindak-lanjut",
			    "Pilih keadaan setiap tindak lanjut yang lalu");
			break;
		}
		k = &a->followup[j];
		db_run(w->db, sql[STMT_CHECK], "iiit", k->id, w->c.id,
		    (int64_t)(k->done != 0), k->note != NULL ? k->note : "");
		json_array_append_new(said, json_pack("{s:I, s:b, s:s}", "id",
		    (json_int_t)k->id, "done", k->done, "note",
		    k->note != NULL ? k->note : ""));
	}
	if (err == CASE_OK && n > 0)
		json_object_set(w->payload, "followups", said);
	json_decref(said);
	free(list);
	return err;
}

int
followup_write(struct act_work *w)
{
	int err = CASE_OK, n;

	for (n = 1; n <= FOLLOWUPS_MAX && err == CASE_OK; n++)
		err = keep(w, n);
	return err == CASE_OK ? judge(w) : err;
}
