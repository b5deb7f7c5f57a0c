/* letter_version.c - versions of the texts of letters. */
#include "letter/letter_version.h"

#include <stdlib.h>
#include <string.h>

#include "case/act_frame.h"
#include "office/row.h"
#include "store/id.h"

enum stmt {
	STMT_LIST,
	STMT_LATEST,
	STMT_BODY,
	STMT_OWN,
	STMT_SAME,
	STMT_INSERT,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_LIST] =
		"SELECT t.id, t.version, t.made_at, coalesce(t.made_by, 0),"
		" t.shipped, t.sha256, (SELECT count(*) FROM letter_orders o"
		"   WHERE o.text_id = t.id OR o.head_id = t.id)"
		" FROM letter_texts t WHERE t.unit_id = $1 AND t.name = $2"
		" ORDER BY t.version DESC",
	[STMT_LATEST] =
		"SELECT version, sha256, shipped FROM letter_texts"
		" WHERE unit_id = $1 AND name = $2"
		" ORDER BY version DESC LIMIT 1",
	[STMT_BODY] = "SELECT body FROM letter_texts WHERE id = $1",
	[STMT_OWN] =
		"SELECT body FROM letter_texts WHERE unit_id = $1"
		"   AND name = $2 AND shipped = 0 AND version = (SELECT"
		"   max(version) FROM letter_texts"
		"   WHERE unit_id = $1 AND name = $2)",
	[STMT_SAME] =
		"SELECT id FROM letter_texts WHERE unit_id = $1"
		"   AND name = $2 AND sha256 = $3"
		" ORDER BY version DESC LIMIT 1",
	[STMT_INSERT] =
		"INSERT INTO letter_texts (id, unit_id, name, version, body,"
		" sha256, shipped, made_at, made_by)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, nullif($9, 0))",
};

#define MEMBER(m) ROW_MEMBER(struct letter_version, m)
static const struct row_kind versions = ROW_KIND(struct letter_version, "",
    MEMBER(id), MEMBER(version), MEMBER(made_at), MEMBER(made_by),
    MEMBER(shipped), MEMBER(sha256), MEMBER(letters));

enum case_err
letter_version_list(struct office *o, const char *name,
    struct letter_version **rows, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "it",
	    office_unit(o), name), &versions, rows, count);
}

/* The text of the statement's row, which it ends; given, NULL without one. */
static char *
body(struct db_stmt *st)
{
	char *text = db_step(st) ? strdup(db_text(st, 0)) : NULL;

	db_done(st);
	return text;
}

char *
letter_version_body(struct office *o, int64_t id)
{
	return body(db_query(office_db(o), sql[STMT_BODY], "i", id));
}

char *
letter_version_own(struct office *o, const char *name)
{
	return body(db_query(office_db(o), sql[STMT_OWN], "it",
	    office_unit(o), name));
}

/* The latest version of a text, with its hash and whether it is the shipped
 * file; 0, shipped and "" when there is none. */
static int64_t
latest(struct db *db, int64_t unit, const char *name, char sha[65],
    int *shipped)
{
	struct db_stmt *st = db_query(db, sql[STMT_LATEST], "it", unit, name);
	int64_t version = 0;

	sha[0] = '\0';
	*shipped = 1;
	if (db_step(st)) {
		version = db_int(st, 0);
		db_copy(st, 1, sha, 65);
		*shipped = (int)db_int(st, 2);
	}
	db_done(st);
	return version;
}

static enum case_err
publish(struct change_work *w, const void *in)
{
	const struct letter_version_new *n = in;
	const int64_t unit = office_unit(w->o);
	struct change_event e = { .stream = unit, .kind = "letter-text" };
	char sha[65], was[65];
	int shipped;
	int64_t version = latest(w->db, unit, n->name, was, &shipped);

	office_sha256(n->body, strlen(n->body), sha);
	if (n->shipped ? shipped : !shipped && strcmp(was, sha) == 0)
		return office_fail(w->o, CASE_INVALID, "teks",
		    "Naskah ini sudah berlaku");
	w->id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_INSERT], "iitittiii", w->id, unit, n->name,
	    version + 1, n->body, sha, (int64_t)n->shipped, w->ch->now,
	    w->ch->by);
	e.effect = change_json("{ss sI sb ss}", "name", n->name, "version",
	    (json_int_t)(version + 1), "shipped", n->shipped, "sha256", sha);
	e.was = change_json("{sI sb}", "version", (json_int_t)version,
	    "shipped", shipped);
	return change_record(w, &e);
}

enum case_err
letter_version_publish(struct office *o, const struct change *ch,
    const struct letter_version_new *n)
{
	return change_run(o, ch, publish, n, NULL);
}

int64_t
letter_version_used(struct act_work *w, const char *name, const char *text)
{
	char sha[65], was[65];
	int shipped;
	int64_t id, version;

	office_sha256(text, strlen(text), sha);
	id = row_int(db_query(w->db, sql[STMT_SAME], "itt", office_unit(w->o),
	    name, sha));
	if (id != 0)
		return id;
	version = latest(w->db, office_unit(w->o), name, was, &shipped);
	if (!shipped)
		return 0;
	id = id_new(w->a->now);
	db_run(w->db, sql[STMT_INSERT], "iitittiii", id, office_unit(w->o),
	    name, version + 1, text, sha, (int64_t)1, w->a->now, (int64_t)0);
	return id;
}
