/*
 * material.c - what earlier rows handed over.
 */
#include <string.h>

#include "casepage/material.h"

#include "base/arena.h"
#include "case/document.h"
#include "casepage/words.h"
#include "page/page.h"
#include "web/request.h"
#include "web/route.h"

/* The last finished visit of row `pos` by each performer in turn: call with
 * *i == 0 first; NULL at the end.  A visit that sent the case back handed
 * nothing over; one that was voided neither. */
static const struct happening *
next_visit(const struct dossier *d, int64_t pos, size_t *i)
{
	while (*i < d->ntask) {
		const struct task_row *t = &d->task[(*i)++];
		const struct happening *h;
		int last = 1;

		if (t->pos != pos || t->side)
			continue;
		h = dossier_finish(d, t);
		if (h == NULL || strcmp(h->kind, "return") == 0)
			continue;
		for (size_t k = 0; k < d->ntask; k++) {
			const struct happening *other;

			if (d->task[k].pos != pos || d->task[k].side ||
			    d->task[k].visit <= t->visit ||
			    strcmp(d->task[k].performer, t->performer) != 0)
				continue;
			other = dossier_finish(d, &d->task[k]);
			if (other != NULL &&
			    strcmp(other->kind, "return") != 0)
				last = 0;
		}
		if (last)
			return h;
	}
	return NULL;
}

/* Files of a visit's field: those added by its last act. */
static int
is_of(const struct document *doc, const struct happening *h)
{
	return doc->task_id == h->task->id && doc->added_at == h->recorded_at;
}

static void
show_files(const struct request *req, struct page *row,
    const struct dossier *d, const struct happening *h, const char *field)
{
	for (size_t i = 0; i < d->ndocument; i++) {
		const struct document *doc = &d->document[i];
		const char *quarantine;

		if (!is_of(doc, h) || strcmp(doc->field, field) != 0)
			continue;
		page_link(row, "FILES", arena_printf(req->arena, PATH_DOKUMEN
		    "/%lld", (long long)doc->id), words_file(req, doc->name,
		    doc->type, doc->size));
		quarantine = words_quarantine(req, doc->sha256);
		if (quarantine != NULL)
			page_set(page_add(row, "VALUES"), "TEXT", quarantine);
	}
}

static int
has_file(const struct dossier *d, const struct happening *h,
    const char *field)
{
	for (size_t i = 0; i < d->ndocument; i++)
		if (is_of(&d->document[i], h) &&
		    strcmp(d->document[i].field, field) == 0)
			return 1;
	return 0;
}

static const char *
value_of(const struct happening *h, const char *name)
{
	for (size_t i = 0; i < h->nvalue; i++)
		if (strcmp(h->value[i].name, name) == 0)
			return h->value[i].value;
	return NULL;
}

/* Show what one visit handed over, with its performer where a row has several
 * signers: the number of lines. */
static int
show_visit(const struct request *req, struct page *page,
    const struct dossier *d, const struct sop_row *row,
    const struct happening *h)
{
	int several = strchr(row->performer, '+') != NULL, n = 0;
	const char *who = words_performer(req, d->sop, h->task->performer);
	struct page *p;

	for (size_t i = 0; i < row->nfield; i++) {
		const struct sop_field *f = &row->field[i];
		const char *value = value_of(h, f->name);
		int file = f->type == FIELD_FILE && has_file(d, h, f->name);

		if (value == NULL && !file)
			continue;
		p = page_add(page, "MATERIALS");
		page_set(p, "KEY", several ? arena_printf(req->arena,
		    "%s (%s)", f->label, who) : f->label);
		if (file)
			show_files(req, p, d, h, f->name);
		else
			page_set(page_add(p, "VALUES"), "TEXT",
			    words_field(req, f, value));
		n++;
	}
	if (row->kind == STEP_ASSIGN && h->note[0] != '\0') {
		p = page_add(page, "MATERIALS");
		page_set(p, "KEY", arena_printf(req->arena, "Disposisi %s",
		    who));
		page_set(page_add(p, "VALUES"), "TEXT", h->note);
		n++;
	}
	return n;
}

void
material_show(const struct request *req, struct page *page,
    const struct dossier *d, int64_t pos)
{
	int n = 0;

	for (int64_t at = 1; at <= d->sop->nrows; at++) {
		const struct happening *h;
		size_t i = 0;

		if (at == pos)
			continue;
		while ((h = next_visit(d, at, &i)) != NULL)
			n += show_visit(req, page, d,
			    sop_row_at(d->sop, (int)at), h);
	}
	if (n == 0)
		page_show(page, "NO_MATERIALS");
}

void
material_typed(const struct request *req, const struct dossier *d,
    int64_t pos, const char *performer, struct fields_state *t)
{
	const struct happening *h, *found = NULL;
	struct act_file *file;
	size_t i = 0;

	while ((h = next_visit(d, pos, &i)) != NULL)
		if (performer == NULL ||
		    strcmp(h->task->performer, performer) == 0)
			found = h;
	if (found == NULL)
		return;
	file = arena_alloc(req->arena, (d->ndocument + 1) * sizeof(*file));
	for (i = 0; i < d->ndocument; i++) {
		const struct document *doc = &d->document[i];

		if (is_of(doc, found))
			file[t->nfile++] = (struct act_file){ doc->field,
			    doc->name, doc->sha256, doc->type, doc->size };
	}
	t->file = file;
	t->value = found->value;
	t->nvalue = found->nvalue;
}

const char *
material_value(const struct dossier *d, const char *name)
{
	for (int64_t at = d->sop->nrows; at > 0; at--) {
		const struct happening *h;
		size_t i = 0;

		while ((h = next_visit(d, at, &i)) != NULL)
			if (value_of(h, name) != NULL)
				return value_of(h, name);
	}
	return NULL;
}
