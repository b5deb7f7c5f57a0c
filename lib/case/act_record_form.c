/*
 * act_record_form.c - recording an act: what was typed and handed in with it, and
 * the words by which its case is found.
 */
#include <string.h>

#include "case/act_frame.h"
#include "case/field.h"
#include "case/search.h"
#include "store/id.h"

enum stmt {
	STMT_DOCUMENT,
	STMT_CONSENT,
	STMT_WORD,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_DOCUMENT] =
		"INSERT INTO documents (id, case_id, task_id, field, name,"
		" type, size, sha256, added_at, added_by) VALUES ($1, $2, $3,"
		" $4, $5, $6, $7, $8, $9, nullif($10, 0))",
	[STMT_CONSENT] =
		"INSERT INTO consents (id, case_id, field, version, text,"
		" agreed_at) VALUES ($1, $2, $3, $4, $5, $6)",
	[STMT_WORD] = (
		"INSERT INTO search_words (word, case_id) VALUES ($1, $2)"
		" ON CONFLICT (word, case_id) DO NOTHING"),
};

/* What the applicant agreed to, in the words that were shown. */
static void
save_consents(struct act_work *w)
{
	const struct sop_row *row = w->form_task == 0 ? NULL :
	    sop_row_at(w->sop, (int)w->t->pos);
	size_t i;

	for (i = 0; row != NULL && i < w->form->nvalue; i++) {
		const struct act_value *v = &w->form->value[i];
		const struct sop_field *f = sop_field_of(row, v->name);

		if (f->type == FIELD_CONSENT)
			db_run(w->db, sql[STMT_CONSENT], "iittti",
			    id_new(w->a->now), w->c.id, f->name, v->value,
			    f->choice[0].label, w->a->now);
	}
}

/* Files of the form, now that their task is in the database. */
static void
save_files(struct act_work *w)
{
	const struct act_file *f;
	size_t i;

	for (i = 0; w->form_task != 0 && i < w->form->nfile; i++) {
		f = &w->form->file[i];
		db_run(w->db, sql[STMT_DOCUMENT], "iiitttitii",
		    id_new(w->a->now), w->c.id, w->form_task, f->field,
		    f->name, f->type, f->size, f->hash, w->a->now,
		    w->a->actor.person_id);
	}
	w->form_task = 0;
}

void
act_record_form(struct act_work *w)
{
	save_consents(w);
	save_files(w);
}

/* -- words for the search ---------------------------------------------- */

static void
put_word(struct act_work *w, const char *from, size_t n)
{
	char word[SEARCH_WORD_SIZE];

	db_run(w->db, sql[STMT_WORD], "ti", search_fold(from, n, word,
	    sizeof(word)), w->c.id);
}

static void
put_words(struct act_work *w, const char *was, const char *now)
{
	size_t n;

	if (strcmp(was, now) == 0)
		return;
	while (*(now = search_word(now, &n)) != '\0') {
		put_word(w, now, n);
		now += n;
	}
}

/* A number can be found as a whole, and by its last figures; a letter's, too. */
void
act_record_words(struct act_work *w)
{
	if (strcmp(w->c_was.number, w->c.number) != 0)
		put_word(w, w->c.number, strlen(w->c.number));
	put_words(w, w->c_was.number, w->c.number);
	put_words(w, w->c_was.subject, w->c.subject);
	put_words(w, w->c_was.applicant, w->c.applicant);
	for (size_t i = 0; w->form != NULL && i < w->form->nvalue; i++) {
		const struct act_value *v = &w->form->value[i];

		if (strcmp(v->name, "nomor_surat") != 0)
			continue;
		put_word(w, v->value, strcspn(v->value, " "));
		put_words(w, "", v->value);
	}
}
