/* act_letter.c - letters put in force, cancelled and taken back by acts. */
#include "case/act_letter.h"

#include <jansson.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/field_form.h"
#include "case/participant.h"
#include "office/row.h"

#define NUMBER_SIZE 96		/* of a letter, as in letter/letter.h */

/* Papers of the visit $2. */
#define OF_VISIT "document_id IN (SELECT id FROM documents" \
	" WHERE case_id = $1 AND task_id = $2)"

/*
 * Letters in force of rows from $2 on, but those of the visit $3, that nobody
 * outside has: no later row has told the applicant or given them out.  Rows
 * that deliver pass a letter on within the office (SIGAP 6 and 7).
 */
#define KEPT "state = 'valid' AND EXISTS (SELECT 1 FROM documents p" \
	" JOIN tasks a ON a.id = p.task_id" \
	" WHERE p.id = letters.document_id AND a.pos >= $2 AND a.id <> $3" \
	"   AND NOT EXISTS (SELECT 1 FROM tasks g" \
	"     WHERE g.case_id = a.case_id AND g.pos > a.pos AND g.side = 0" \
	"       AND g.kind IN ('notify', 'download')" \
	"       AND g.outcome IN ('forward', 'end', 'download')" \
	"       AND g.opened_at >= a.closed_at))"

enum stmt {
	STMT_PREPARED,
	STMT_NUMBERS,
	STMT_REPLACE,
	STMT_SEND,
	STMT_CANCEL,
	STMT_WITHDRAW,
	STMT_RECALL,
	STMT_RESTORE,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* One visit has one paper (letter/letter.c): its letters differ in
	 * number alone. */
	[STMT_PREPARED] = (
		"SELECT l.number, l.dated, coalesce((SELECT t.name"
		"   FROM letter_orders o JOIN letter_texts t"
		"   ON t.id = o.text_id"
		"   WHERE o.document_id = l.document_id), '')"
		"  FROM letters l WHERE l.case_id = $1"
		"   AND l.state = 'reserved' AND l." OF_VISIT
		"   ORDER BY l.person, l.id"),
	[STMT_NUMBERS] = (
		"SELECT number FROM letters WHERE case_id = $1"
		"   AND (state = 'reserved' OR (" KEPT "))"
		" ORDER BY person, id"),
	[STMT_REPLACE] = (
		"UPDATE letters SET state = 'superseded', changed_at = $3"
		" WHERE case_id = $1 AND state = 'valid' AND kind IN (SELECT"
		"   kind FROM letters WHERE case_id = $1"
		"   AND state = 'reserved' AND " OF_VISIT ")"),
	[STMT_SEND] = (
		"UPDATE letters SET state = 'valid' WHERE case_id = $1"
		"   AND state = 'reserved' AND " OF_VISIT),
	[STMT_CANCEL] = (
		"UPDATE letters SET state = 'dropped', changed_at = $2"
		" WHERE case_id = $1 AND state = 'reserved'"),
	[STMT_WITHDRAW] = (
		"UPDATE letters SET state = 'withdrawn', changed_at = $4,"
		" reason = $5 WHERE case_id = $1 AND " KEPT),
	[STMT_RECALL] = (
		"UPDATE letters SET state = 'reserved' WHERE case_id = $1"
		"   AND state = 'valid' AND " OF_VISIT),
	/* Those that the sending, recorded at $3, had replaced. */
	[STMT_RESTORE] = (
		"UPDATE letters SET state = 'valid', changed_at = NULL"
		" WHERE case_id = $1 AND state = 'superseded'"
		"   AND changed_at = $3 AND NOT " OF_VISIT),
};

/* -- what is prepared ----------------------------------------------------- */

/* The letters prepared at a visit. */
struct prepared {
	json_t	*number;		/* all of them */
	char	 first[NUMBER_SIZE], dated[11];
	int	 refuses;		/* its text refuses the request */
};

static void
read_prepared(struct act_work *w, struct prepared *p)
{
	struct db_stmt *st;

	memset(p, 0, sizeof(*p));
	p->number = json_array();
	if (strcmp(w->t->kind, "approve") != 0)
		return;
	st = db_query(w->db, sql[STMT_PREPARED], "ii", w->c.id, w->t->id);
	while (db_step(st)) {
		if (json_array_size(p->number) == 0)
			db_copy(st, 0, p->first, sizeof(p->first));
		db_copy(st, 1, p->dated, sizeof(p->dated));
		p->refuses = strcmp(db_text(st, 2), "balasan-tolak") == 0;
		json_array_append_new(p->number, json_string(db_text(st, 0)));
	}
	db_done(st);
}

static int
has_number(const struct prepared *p, const char *number)
{
	const json_t *one;
	size_t i;

	json_array_foreach(p->number, i, one)
		if (strcmp(json_string_value(one), number) == 0)
			return 1;
	return 0;
}

/* -- may it be sent ------------------------------------------------------- */

/* Is nobody of the request accepted, though it was not refused as a whole? */
static int
all_refused(struct act_work *w)
{
	struct participants list;
	size_t refused = 0;
	int all;

	if (participants_read(w->o, w->c.id, &list) != CASE_OK)
		return 0;
	for (size_t i = 0; i < list.count; i++)
		refused += list.person[i].state == PARTICIPANT_REFUSED;
	all = list.count > 0 && refused == list.count;
	participants_free(&list);
	return all;
}

static int
check_outcome(struct act_work *w, const struct prepared *p, int refuses)
{
	if (p->refuses == (refuses || w->c.refused || all_refused(w)))
		return CASE_OK;
	return office_fail(w->o, CASE_INVALID, "keputusan", p->refuses ?
	    "Surat %s yang disiapkan menolak permohonan, keputusan ini "
	    "menerimanya. Siapkan surat yang menerima, atau pilih Tolak." :
	    "Surat %s yang disiapkan menerima permohonan, padahal permohonan "
	    "ditolak. Siapkan surat yang menolak.", p->first);
}

static const char *
typed(const struct act_work *w, const char *name)
{
	for (size_t i = 0; i < w->form->nvalue; i++)
		if (strcmp(w->form->value[i].name, name) == 0)
			return w->form->value[i].value;
	return NULL;
}

/* The case says of its letter what the letter says of itself. */
static int
check_values(struct act_work *w, const struct prepared *p)
{
	const char *number = typed(w, "nomor_surat");
	const char *dated = typed(w, "tanggal_surat");

	if (number != NULL && !has_number(p, number))
		return office_fail(w->o, CASE_INVALID, "nomor_surat",
		    "Surat yang disiapkan bernomor %s. Isi nomor itu, atau "
		    "siapkan surat lagi dengan nomor ini.", p->first);
	if (dated != NULL && strcmp(dated, p->dated) != 0)
		return office_fail(w->o, CASE_INVALID, "tanggal_surat",
		    "Tanggal ini bukan tanggal surat yang disiapkan. Isi "
		    "tanggal surat itu, atau siapkan surat lagi dengan tanggal "
		    "ini.");
	return CASE_OK;
}

/* The field of the row that takes the signed file, while nothing is in it;
 * else NULL. */
static const char *
missing_file(const struct act_work *w)
{
	const struct sop_row *row = sop_row_at(w->sop, (int)w->t->pos);

	for (size_t i = 0; w->form->nfile == 0 && i < row->nfield; i++)
		if (row->field[i].type == FIELD_FILE)
			return row->field[i].name;
	return NULL;
}

static int
check_file(struct act_work *w, const struct prepared *p)
{
	const char *field = missing_file(w);

	if (field == NULL)
		return CASE_OK;
	return office_fail(w->o, CASE_INVALID, field, "Unggah surat %s yang "
	    "sudah ditandatangani.", p->first);
}

int
act_letter_check(struct act_work *w, int refuses)
{
	/* A refusal without a file sends no letter. */
	const int sends = !refuses || w->form->nfile > 0;
	struct prepared p;
	int err = CASE_OK;

	read_prepared(w, &p);
	if (json_array_size(p.number) > 0 && sends &&
	    (err = check_outcome(w, &p, refuses)) == CASE_OK &&
	    (err = check_file(w, &p)) == CASE_OK)
		err = check_values(w, &p);
	json_decref(p.number);
	return err;
}

/* -- what becomes of them ------------------------------------------------- */

/* The event names the letters of a new state; `numbers` is taken over. */
static void
say(struct act_work *w, const char *state, json_t *numbers)
{
	json_t *letters = json_object_get(w->payload, "letters");

	if (json_array_size(numbers) == 0) {
		json_decref(numbers);
		return;
	}
	if (letters == NULL) {
		letters = json_object();
		json_object_set_new(w->payload, "letters", letters);
	}
	json_object_set_new(letters, state, numbers);
}

void
act_letter_send(struct act_work *w)
{
	struct prepared p;

	if (missing_file(w) != NULL)
		return;
	read_prepared(w, &p);
	if (json_array_size(p.number) > 0) {
		db_run(w->db, sql[STMT_REPLACE], "iii", w->c.id, w->t->id,
		    w->a->now);
		db_run(w->db, sql[STMT_SEND], "ii", w->c.id, w->t->id);
	}
	say(w, "berlaku", p.number);
}

void
act_letter_cancel(struct act_work *w, int from, const char *why)
{
	const int64_t pos = from != 0 ? from : INT64_MAX;
	const int64_t but = w->t != NULL ? w->t->id : 0;
	struct db_stmt *st = db_query(w->db, sql[STMT_NUMBERS], "iii", w->c.id,
	    pos, but);
	json_t *numbers = json_array();

	while (db_step(st))
		json_array_append_new(numbers, json_string(db_text(st, 0)));
	db_done(st);
	if (json_array_size(numbers) > 0) {
		db_run(w->db, sql[STMT_CANCEL], "ii", w->c.id, w->a->now);
		db_run(w->db, sql[STMT_WITHDRAW], "iiiit", w->c.id, pos, but,
		    w->a->now, why);
	}
	say(w, "dibatalkan", numbers);
}

void
act_letter_recall(struct act_work *w)
{
	struct prepared p;

	db_run(w->db, sql[STMT_RECALL], "ii", w->c.id, w->t->id);
	db_run(w->db, sql[STMT_RESTORE], "iii", w->c.id, w->t->id,
	    w->t->recorded_at);
	read_prepared(w, &p);
	say(w, "disiapkan", p.number);
}
