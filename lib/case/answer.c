/*
 * answer.c - which papers of a case are whose.
 */
#include "case/answer.h"

#include <stdlib.h>
#include <string.h>

#include "case/document.h"
#include "sop/sop.h"

int
answer_is_given(const struct answer_papers *p)
{
	for (size_t i = 0; i < p->ntask; i++)
		if (step_kind_from(p->task[i].kind) == STEP_DOWNLOAD &&
		    strcmp(p->task[i].outcome, "void") != 0)
			return 1;
	return strcmp(p->c->result, "done") == 0 ||
	    strcmp(p->c->result, "refused") == 0;
}

/* Was this visit of an approve or deliver row finished as it should? */
static int
makes_answer(const struct task_row *t)
{
	int kind = step_kind_from(t->kind);

	return (kind == STEP_APPROVE || kind == STEP_DELIVER) && !t->open &&
	    !t->side && (strcmp(t->outcome, "forward") == 0 ||
	    strcmp(t->outcome, "end") == 0);
}

const struct document *
answer_find(const struct answer_papers *p)
{
	const struct document *answer = NULL;
	int64_t pos = 0;

	/* Documents come oldest first: the last one of a row counts. */
	for (size_t i = 0; i < p->ndocument; i++)
		for (size_t k = 0; k < p->ntask; k++)
			if (p->task[k].id == p->document[i].task_id &&
			    p->task[k].pos >= pos &&
			    makes_answer(&p->task[k])) {
				pos = p->task[k].pos;
				answer = &p->document[i];
			}
	return answer;
}

/* Those of a case, which stays borrowed; free_papers() if CASE_OK, else
 * CASE_DB. */
static enum case_err
read_papers(struct office *o, const struct case_row *c, struct answer_papers *p)
{
	struct task_row *task;
	struct document *document;
	enum case_err err;

	*p = (struct answer_papers){ .c = c };
	if ((err = case_tasks(o, c->id, &task, &p->ntask)) != CASE_OK)
		return err;
	p->task = task;
	err = case_documents(o, c->id, &document, &p->ndocument);
	if (err != CASE_OK)
		free(task);
	else
		p->document = document;
	return err;
}

static void
free_papers(struct answer_papers *p)
{
	free((void *)(uintptr_t)p->task);
	free((void *)(uintptr_t)p->document);
}

enum case_err
case_answer(struct office *o, const struct case_row *c, struct document *d)
{
	const struct document *answer = NULL;
	struct answer_papers p;
	enum case_err err = read_papers(o, c, &p);

	if (err != CASE_OK)
		return err;
	if (answer_is_given(&p) && (answer = answer_find(&p)) != NULL)
		*d = *answer;
	free_papers(&p);
	if (answer != NULL)
		return CASE_OK;
	return office_fail(o, CASE_NOT_FOUND, "", "Surat belum tersedia.");
}
