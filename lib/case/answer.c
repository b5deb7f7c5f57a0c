/*
 * answer.c - the file of a case that the applicant gets.
 */
#include "case/answer.h"

#include <stdlib.h>
#include <string.h>

#include "sop/sop.h"

/* Does the answer lie there to be fetched, or did it, until it was fetched or
 * its time was over?  One that was withdrawn before that is nobody's: its
 * letter is cancelled (case/act_letter.h). */
static int
is_offered(const struct task_row *t)
{
	static const char *const outcomes[] = { "", "download", "expired" };

	for (size_t i = 0; i < sizeof(outcomes) / sizeof(outcomes[0]); i++)
		if (strcmp(t->outcome, outcomes[i]) == 0)
			return step_kind_from(t->kind) == STEP_DOWNLOAD;
	return 0;
}

int
answer_is_given(const struct answer_files *p)
{
	for (size_t i = 0; i < p->ntask; i++)
		if (is_offered(&p->task[i]))
			return 1;
	return strcmp(p->c->result, "done") == 0 ||
	    strcmp(p->c->result, "refused") == 0;
}

/* Did this visit of an approve or deliver row hand over what it should?  A
 * refusal is signed, too. */
static int
makes_answer(const struct task_row *t)
{
	int kind = step_kind_from(t->kind);

	return (kind == STEP_APPROVE || kind == STEP_DELIVER) && !t->open &&
	    !t->side && (strcmp(t->outcome, "forward") == 0 ||
	    strcmp(t->outcome, "end") == 0 ||
	    strcmp(t->outcome, "refuse") == 0);
}

const struct document *
answer_find(const struct answer_files *p)
{
	const struct document *answer = NULL;
	int64_t pos = 0;

	/* Documents come oldest first: the last one of a row counts.  What
	 * was only composed is not signed. */
	for (size_t i = 0; i < p->ndocument; i++)
		for (size_t k = 0; k < p->ntask; k++)
			if (p->task[k].id == p->document[i].task_id &&
			    !p->document[i].composed &&
			    p->task[k].pos >= pos &&
			    makes_answer(&p->task[k])) {
				pos = p->task[k].pos;
				answer = &p->document[i];
			}
	return answer;
}

/* The files and tasks of f->c; free() both.  CASE_OK, or CASE_DB without
 * any. */
static enum case_err
read_files(struct office *o, struct answer_files *f, struct task_row **task,
    struct document **document)
{
	enum case_err err;

	if ((err = case_tasks(o, f->c->id, task, &f->ntask)) != CASE_OK)
		return err;
	err = case_documents(o, f->c->id, document, &f->ndocument);
	if (err != CASE_OK)
		free(*task);
	f->task = *task;
	f->document = *document;
	return err;
}

enum case_err
case_answer(struct office *o, const struct case_row *c, struct document *d)
{
	const struct document *answer = NULL;
	struct answer_files f = { .c = c };
	struct task_row *task;
	struct document *document = NULL;
	enum case_err err;

	if ((err = read_files(o, &f, &task, &document)) != CASE_OK)
		return err;
	if (answer_is_given(&f) && (answer = answer_find(&f)) != NULL)
		*d = *answer;
	free(task);
	free(document);
	if (answer != NULL)
		return CASE_OK;
	return office_fail(o, CASE_NOT_FOUND, "", "Surat belum tersedia.");
}
