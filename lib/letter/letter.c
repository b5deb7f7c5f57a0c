/* letter.c - the life of a letter: drafted, prepared, withdrawn; and its row.
 * What the acts of its case do to it: case/act_letter.c. */
#include "letter/letter.h"

#include <string.h>

#include "case/act_frame.h"
#include "case/act_record.h"
#include "letter/letter_version.h"
#include "office/row.h"

enum stmt {
	STMT_GET,
	STMT_LIST,
	STMT_SUPERSEDE,
	STMT_GIVE_UP,
	STMT_PREPARE,
	STMT_WITHDRAW,
	STMT_ORDER,
	STMT_MADE_OF,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_GET] = (
		"SELECT " LETTER_COLUMNS " FROM letters l WHERE l.id = $1"),
	[STMT_LIST] = (
		"SELECT " LETTER_COLUMNS " FROM letters l"
		" WHERE l.case_id = $1 AND l.document_id IS NOT NULL"
		" ORDER BY l.made_at, l.kind, l.person, l.id"),
	/* The papers prepared before: of the same kind the new one stands in
	 * their place. */
	[STMT_SUPERSEDE] = (
		"UPDATE letters SET state = 'superseded', changed_at = $3"
		" WHERE case_id = $1 AND kind = $2 AND state = 'reserved'"
		"   AND document_id IS NOT NULL"),
	[STMT_GIVE_UP] = (
		"UPDATE letters SET state = 'dropped', changed_at = $3"
		" WHERE case_id = $1 AND kind <> $2 AND state = 'reserved'"),
	[STMT_PREPARE] = (
		"UPDATE letters SET document_id = $2, made_at = $3"
		" WHERE id = $1 AND state = 'reserved'"
		"   AND document_id IS NULL"),
	[STMT_WITHDRAW] = (
		"UPDATE letters SET state = 'withdrawn', changed_at = $3,"
		" reason = $4 WHERE id = $1 AND case_id = $2"
		" AND state = 'valid'"),
	[STMT_ORDER] = (
		"INSERT INTO letter_orders (document_id, text_id, head_id,"
		" body) VALUES ($1, $2, $3, $4)"),
	[STMT_MADE_OF] = (
		"SELECT t.name FROM letter_orders o JOIN letter_texts t"
		"   ON t.id = o.text_id WHERE o.document_id = $1"),
};

/* An act on a letter.  The act comes first: the frame's pointer to it leads
 * here. */
struct letter_act {
	struct act			 act;
	const struct letter_row		*reserved;	/* preparing */
	const struct letter_made	*made;
	const struct act_file		*file;		/* drafting */
	int64_t				 letter_id;	/* withdrawing */
};

/* -- the row ------------------------------------------------------------ */

#define MEMBER(m) ROW_MEMBER(struct letter_row, m)
const struct row_kind letter_rows = ROW_KIND(struct letter_row,
    "Surat tidak ditemukan.", MEMBER(id), MEMBER(unit_id), MEMBER(case_id),
    MEMBER(kind), MEMBER(person), MEMBER(holder), MEMBER(number), MEMBER(year),
    MEMBER(dated), MEMBER(subject), MEMBER(state), MEMBER(document_id),
    MEMBER(made_at), MEMBER(changed_at), MEMBER(reason), MEMBER(addressee),
    MEMBER(serial));

enum case_err
letter_get(struct office *o, int64_t id, struct letter_row *l)
{
	return row_one(o, db_query(office_db(o), sql[STMT_GET], "i", id),
	    &letter_rows, l);
}

enum case_err
letter_list(struct office *o, int64_t case_id, struct letter_row **rows,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "i",
	    case_id), &letter_rows, rows, count);
}

void
letter_made_of(struct office *o, int64_t document_id,
    char name[LETTER_NAME_SIZE])
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_MADE_OF], "i",
	    document_id);

	name[0] = '\0';
	if (db_step(st))
		db_copy(st, 0, name, LETTER_NAME_SIZE);
	db_done(st);
}

/* -- drafting and preparing --------------------------------------------- */

int
letter_check_writer(struct act_work *w)
{
	int err = act_may_now(w), kind;

	if (err != CASE_OK)
		return err;
	kind = step_kind_from(w->t->kind);
	if ((kind != STEP_DRAFT && kind != STEP_APPROVE) || w->t->side ||
	    w->t->claimed_by == 0 || w->t->claimed_by != w->who)
		return office_fail(w->o, CASE_STATE, "",
		    "Surat disusun oleh yang sedang mengerjakan langkahnya.");
	return CASE_OK;
}

static int
prepare(struct act_work *w)
{
	struct letter_act *la = (struct letter_act *)w->a;
	const struct letter_row *l = la->reserved;
	const struct letter_made *m = la->made;
	int err = letter_check_writer(w);
	int64_t document, text, head;

	if (err != CASE_OK)
		return err;
	document = act_record_document(w, w->t->id, m->file);
	text = letter_version_used(w, m->name, m->text);
	head = letter_version_used(w, "kop", m->head);
	if (text == 0 || head == 0)
		return office_fail(w->o, CASE_STATE, "", "Naskah surat baru "
		    "saja diganti. Susun surat ini lagi.");
	db_run(w->db, sql[STMT_ORDER], "iiit", document, text, head,
	    m->order);
	db_run(w->db, sql[STMT_SUPERSEDE], "iti", w->c.id, l->kind,
	    w->a->now);
	db_run(w->db, sql[STMT_GIVE_UP], "iti", w->c.id, l->kind, w->a->now);
	for (size_t i = 0; i < m->n; i++)
		if (db_run(w->db, sql[STMT_PREPARE], "iii", l[i].id, document,
		    w->a->now) != 1)
			return office_fail(w->o, CASE_STATE, "",
			    "Surat ini sudah disiapkan.");
	act_say(w, "letter", l->number);
	act_say(w, "sha256", m->file->hash);
	return act_record(w, w->act->kind, w->t->id, w->actor_kind);
}

enum case_err
letter_prepare(struct office *o, struct act *a, const struct letter_row *row,
    const struct letter_made *made)
{
	static const struct act_kind act = { "letter", prepare, 1 };
	struct letter_act la = { .act = *a, .reserved = row, .made = made };
	enum case_err err = act_run(o, &la.act, &act, NULL);

	*a = la.act;
	return err;
}

static int
draft(struct act_work *w)
{
	struct letter_act *la = (struct letter_act *)w->a;
	int err = letter_check_writer(w);

	if (err != CASE_OK)
		return err;
	act_record_document(w, w->t->id, la->file);
	act_say(w, "sha256", la->file->hash);
	return act_record(w, w->act->kind, w->t->id, w->actor_kind);
}

enum case_err
letter_draft(struct office *o, struct act *a, const struct act_file *file)
{
	static const struct act_kind act = { "letter-draft", draft, 1 };
	struct letter_act la = { .act = *a, .file = file };
	enum case_err err = act_run(o, &la.act, &act, NULL);

	*a = la.act;
	return err;
}

/* -- withdrawing -------------------------------------------------------- */

static int
withdraw(struct act_work *w)
{
	const struct letter_act *la = (const struct letter_act *)w->a;
	struct letter_row l;
	int err;

	if (!act_is_admin(w, w->a->actor.person_id))
		return office_fail(w->o, CASE_DENIED, "",
		    "Hanya administrator yang membatalkan surat.");
	if (w->a->note == NULL || *w->a->note == '\0')
		return office_fail(w->o, CASE_INVALID, "note",
		    "Tulis alasan surat ini dibatalkan.");
	if ((err = letter_get(w->o, la->letter_id, &l)) != CASE_OK)
		return err;
	if (db_run(w->db, sql[STMT_WITHDRAW], "iiit", la->letter_id, w->c.id,
	    w->a->now, w->a->note) != 1)
		return office_fail(w->o, CASE_STATE, "",
		    "Surat ini sudah tidak berlaku.");
	act_say(w, "letter", l.number);
	return act_record(w, w->act->kind, 0, w->actor_kind);
}

enum case_err
letter_withdraw(struct office *o, struct act *a, int64_t letter_id)
{
	static const struct act_kind act = { "letter-withdrawn", withdraw, 1 };
	struct letter_act la = { .act = *a, .letter_id = letter_id };
	enum case_err err = act_run(o, &la.act, &act, NULL);

	*a = la.act;
	return err;
}
