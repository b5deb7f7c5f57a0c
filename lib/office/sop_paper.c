/* sop_paper.c - handing in and finding the signed paper of an SOP. */
#include "office/sop_paper.h"

#include <string.h>

#include <jansson.h>

#include "office/row.h"
#include "store/id.h"

enum stmt {
	STMT_VERSION,
	STMT_ADD,
	STMT_FIND,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_VERSION] = "SELECT sop_id, version FROM sop_versions"
		" WHERE id = $1",
	[STMT_ADD] =
		"INSERT INTO sop_papers (id, version_id, sha256, name, type,"
		" size, added_at, added_by)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
	[STMT_FIND] =
		"SELECT id, version_id, sha256, name, type, size, added_at,"
		" added_by FROM sop_papers WHERE version_id = $1"
		" ORDER BY id DESC LIMIT 1",
};

#define MEMBER(m) ROW_MEMBER(struct sop_paper, m)
static const struct row_kind papers = ROW_KIND(struct sop_paper,
    "Naskah yang ditandatangani belum ada.", MEMBER(id), MEMBER(version_id),
    MEMBER(sha256), MEMBER(name), MEMBER(type), MEMBER(size),
    MEMBER(added_at), MEMBER(added_by));

enum case_err
sop_paper_find(struct office *o, int64_t version_id, struct sop_paper *p)
{
	return row_one(o, db_query(office_db(o), sql[STMT_FIND], "i",
	    version_id), &papers, p);
}

static enum case_err
add(struct change_work *w, const void *in)
{
	const struct sop_paper *p = in;
	struct change_event e = { .kind = "sop-paper" };
	struct sop_paper was = { .sha256 = "" };
	int64_t version = 0;
	struct db_stmt *st = db_query(w->db, sql[STMT_VERSION], "i",
	    p->version_id);

	if (db_step(st)) {
		e.stream = db_int(st, 0);
		version = db_int(st, 1);
	}
	db_done(st);
	if (e.stream == 0)
		return office_fail(w->o, CASE_NOT_FOUND, "",
		    "Versi SOP ini tidak ada.");
	if (sop_paper_find(w->o, p->version_id, &was) == CASE_OK &&
	    strcmp(was.sha256, p->sha256) == 0)
		return office_fail(w->o, CASE_INVALID, "naskah",
		    "Naskah ini sudah tersimpan pada versi itu");
	w->id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_ADD], "iitttiii", w->id, p->version_id,
	    p->sha256, p->name, p->type, p->size, w->ch->now, w->ch->by);
	e.effect = change_json("{sI ss}", "version", (json_int_t)version,
	    "sha256", p->sha256);
	if (was.sha256[0] != '\0')
		e.was = change_json("{sI ss}", "version", (json_int_t)version,
		    "sha256", was.sha256);
	return change_record(w, &e);
}

enum case_err
sop_paper_add(struct office *o, const struct change *ch,
    const struct sop_paper *p)
{
	return change_run(o, ch, add, p, NULL);
}
