/* sop_draft.c - drafts of SOPs: begun, saved, dropped. */
#include <stdio.h>
#include <string.h>

#include "office/row.h"
#include "office/sop_draft.h"
#include "store/id.h"

enum stmt {
	STMT_GET,
	STMT_LIST,
	STMT_FIND,
	STMT_ADD,
	STMT_SAVE,
	STMT_DROP,
	STMT__MAX
};

#define COLUMNS \
	"SELECT id, slug, base, seq, begun_at, begun_by, saved_at, saved_by"

static const char *const sql[STMT__MAX] = {
	[STMT_GET] = COLUMNS ", yaml FROM sop_drafts WHERE slug = $1",
	[STMT_LIST] = COLUMNS " FROM sop_drafts ORDER BY slug",
	[STMT_FIND] = "SELECT count(*) FROM sop_drafts WHERE slug = $1",
	[STMT_ADD] =
		"INSERT INTO sop_drafts (id, slug, base, yaml, seq, begun_at,"
		" begun_by, saved_at, saved_by)"
		" VALUES ($1, $2, $3, $4, 1, $5, $6, $5, $6)",
	[STMT_SAVE] =
		"UPDATE sop_drafts SET yaml = $3, seq = seq + 1,"
		" saved_at = $4, saved_by = $5 WHERE id = $1 AND seq = $2",
	[STMT_DROP] = "DELETE FROM sop_drafts WHERE id = $1 AND seq = $2",
};

#define MEMBER(m) ROW_MEMBER(struct sop_draft, m)
static const struct row_kind rows = ROW_KIND(struct sop_draft, "", MEMBER(id),
    MEMBER(slug), MEMBER(base), MEMBER(seq), MEMBER(begun_at),
    MEMBER(begun_by), MEMBER(saved_at), MEMBER(saved_by));

static void
read_draft(struct db_stmt *st, void *row)
{
	struct sop_draft *d = row;

	row_read(st, &rows, d);
	d->text = strdup(db_text(st, 8));
}

enum case_err
sop_draft_get(struct office *o, const char *slug, struct sop_draft *d)
{
	static const struct row_kind one = ROW_READ(*d, read_draft,
	    "Tidak ada rancangan SOP ini.");
	enum case_err err = row_one(o, db_query(office_db(o), sql[STMT_GET],
	    "t", slug), &one, d);

	if (err == CASE_OK && d->text == NULL)
		err = office_fail(o, CASE_DB, "", "out of memory");
	return err;
}

enum case_err
sop_draft_list(struct office *o, struct sop_draft **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], ""), &rows,
	    list, count);
}

/* A draft and the text that it gets. */
struct writing {
	const struct sop_draft	*draft;
	const char		*text;
};

static enum case_err
record(struct change_work *w, const char *kind, const struct writing *in,
    int64_t id)
{
	struct change_event e = { .stream = id, .kind = kind };
	char sha[65];

	office_sha256(in->text, strlen(in->text), sha);
	e.effect = change_json("{ss ss}", "slug", in->draft->slug, "sha256",
	    sha);
	return change_record(w, &e);
}

static enum case_err
begin(struct change_work *w, const void *arg)
{
	const struct writing *in = arg;
	const struct sop_draft *d = in->draft;

	if (row_int(db_query(w->db, sql[STMT_FIND], "t", d->slug)) > 0)
		return change_invalid(w->o, "slug", "Rancangan SOP dengan kode "
		    "ini sudah ada");
	w->id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_ADD], "ititii", w->id, d->slug, d->base,
	    in->text, w->ch->now, w->ch->by);
	return record(w, "sop-draft", in, w->id);
}

static enum case_err
conflict(struct change_work *w)
{
	return office_fail(w->o, CASE_CONFLICT, "", "Rancangan ini sudah "
	    "diubah orang lain sejak halaman dibuka.");
}

static enum case_err
save(struct change_work *w, const void *arg)
{
	const struct writing *in = arg;
	const struct sop_draft *d = in->draft;

	if (db_run(w->db, sql[STMT_SAVE], "iitii", d->id, d->seq, in->text,
	    w->ch->now, w->ch->by) != 1)
		return conflict(w);
	return record(w, "sop-draft", in, d->id);
}

static enum case_err
drop(struct change_work *w, const void *arg)
{
	const struct writing *in = arg;

	if (db_run(w->db, sql[STMT_DROP], "ii", in->draft->id,
	    in->draft->seq) != 1)
		return conflict(w);
	return record(w, "sop-draft-dropped", in, in->draft->id);
}

enum case_err
sop_draft_begin(struct office *o, const struct change *ch, const char *slug,
    int64_t base, const char *text)
{
	struct sop_draft d = { .base = base };

	snprintf(d.slug, sizeof(d.slug), "%s", slug);
	return change_run(o, ch, begin, &(struct writing){ &d, text }, NULL);
}

enum case_err
sop_draft_save(struct office *o, const struct change *ch,
    const struct sop_draft *d, const char *text)
{
	return change_run(o, ch, save, &(struct writing){ d, text }, NULL);
}

enum case_err
sop_draft_drop(struct office *o, const struct change *ch,
    const struct sop_draft *d)
{
	return change_run(o, ch, drop, &(struct writing){ d, d->text }, NULL);
}
