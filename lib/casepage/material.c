/*
 * material.c - what earlier rows handed over.
 */
#include <string.h>

#include "casepage/material.h"

#include "base/arena.h"
#include "case/document.h"
#include "case/field_date.h"
#include "case/roster.h"
#include "casepage/fields_people.h"
#include "casepage/file_link.h"
#include "casepage/words.h"
#include "page/page.h"
#include "web/request.h"

/* Are two tasks of a row one performer's?  Every holder of a role has a task of
 * his own (`setiap`). */
static int
is_same(const struct dossier *d, const struct task_row *a,
    const struct task_row *b)
{
	const struct sop_row *row = sop_row_at(d->sop, (int)a->pos);

	return strcmp(a->performer, b->performer) == 0 &&
	    (sop_every(row->performer) == NULL ||
	    a->assignee_id == b->assignee_id);
}

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
			    !is_same(d, &d->task[k], t))
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

/* A link to each file of a visit's field, in the section `links`. */
static void
show_files(const struct request *req, struct page *row, const char *links,
    const struct dossier *d, const struct happening *h, const char *field)
{
	for (size_t i = 0; i < d->ndocument; i++) {
		const struct document *doc = &d->document[i];
		const char *quarantine, *active;

		if (!is_of(doc, h) || strcmp(doc->field, field) != 0)
			continue;
		file_link(req, row, links, doc);
		quarantine = words_quarantine(req, doc->sha256);
		if (quarantine != NULL)
			page_set(page_add(row, "VALUES"), "TEXT", quarantine);
		active = words_active(req, doc->sha256);
		if (active != NULL)
			page_set(page_add(row, "VALUES"), "TEXT", active);
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

/* -- a visit --------------------------------------------------------------- */

/* The lines of one visit, below a heading that says which row it was, whose
 * and when; the heading comes with the first of them. */
struct group {
	const struct request	*req;
	struct page		*page, *lines;
	const struct dossier	*d;
	const struct sop_row	*row;
	const struct happening	*h;
};

static struct page *
add_line(struct group *g, const char *key)
{
	const struct task_row *t = g->h->task;
	const char *who = sop_every(g->row->performer) != NULL ?
	    words_person(g->req, t->assignee_id) :
	    words_performer(g->req, g->d->sop, t->performer);
	const char *name = g->req->session.person_id == 0 ||
	    g->req->session.institution_id != 0 || t->external ? "" :
	    words_person(g->req, g->h->actor_id);
	struct page *line;

	if (g->lines == NULL) {
		g->lines = page_add(g->page, "HANDED");
		page_set(g->lines, "STEP", arena_printf(g->req->arena,
		    "Langkah %s: %s", g->row->no, words_asked(g->row, 0)));
		page_set(g->lines, "BY", arena_printf(g->req->arena,
		    "%s%s%s, %s", who, *name != '\0' &&
		    strcmp(name, who) != 0 ? ", " : "",
		    strcmp(name, who) != 0 ? name : "",
		    words_time(g->req, g->h->occurred_at)));
	}
	line = page_add(g->lines, "MATERIALS");
	page_set(line, "KEY", key);
	return line;
}

/* -- mended ---------------------------------------------------------------- */

/* The visit of the same row by the same performer before this one, as it was
 * last finished; NULL: there was none. */
static const struct happening *
visit_before(const struct dossier *d, const struct happening *h)
{
	const struct happening *found = NULL;

	for (size_t i = 0; i < d->ntask; i++) {
		const struct task_row *t = &d->task[i];
		const struct happening *one;

		if (t->pos != h->task->pos || t->side ||
		    t->visit >= h->task->visit || !is_same(d, t, h->task))
			continue;
		one = dossier_finish(d, t);
		if (one != NULL && strcmp(one->kind, "return") != 0)
			found = one;
	}
	return found;
}

/* Is this file one of a visit's field? */
static int
has_hash(const struct dossier *d, const struct happening *h,
    const struct document *doc)
{
	for (size_t i = 0; i < d->ndocument; i++)
		if (is_of(&d->document[i], h) &&
		    strcmp(d->document[i].field, doc->field) == 0 &&
		    strcmp(d->document[i].sha256, doc->sha256) == 0)
			return 1;
	return 0;
}

/* Are the files of a field others than they were?  None at all stand for those
 * handed in before. */
static int
is_other_file(const struct dossier *d, const struct happening *was,
    const struct happening *h, const char *field)
{
	int other = 0;

	for (size_t i = 0; i < d->ndocument; i++) {
		const struct document *doc = &d->document[i];

		if (strcmp(doc->field, field) != 0)
			continue;
		other |= is_of(doc, h) && !has_hash(d, was, doc);
		other |= is_of(doc, was) && !has_hash(d, h, doc);
	}
	return other && has_file(d, h, field);
}

static int
is_other(const struct dossier *d, const struct happening *was,
    const struct happening *h, const struct sop_field *f)
{
	const char *old = value_of(was, f->name), *new = value_of(h, f->name);

	if (f->type == FIELD_FILE)
		return is_other_file(d, was, h, f->name);
	return strcmp(old != NULL ? old : "", new != NULL ? new : "") != 0;
}

/* The value or the files that stood there before. */
static void
show_old(const struct request *req, struct page *row,
    const struct dossier *d, const struct happening *was,
    const struct sop_field *f)
{
	const char *old = value_of(was, f->name);

	if (f->type == FIELD_FILE)
		show_files(req, row, "OLD_FILES", d, was, f->name);
	else
		page_text(row, "OLD", old != NULL ? words_field(req, f, old) :
		    "tidak diisi");
}

/* The reason the row was sent back for, and what its performer changed. */
static void
show_mended(struct group *g, const struct happening *was)
{
	const struct request *req = g->req;
	const struct dossier *d = g->d;
	const struct sop_row *row = g->row;
	const struct happening *h = g->h, *back = NULL;
	const char *changed = "";
	struct page *p;

	for (size_t i = 0; i < d->nevent; i++)
		if (strcmp(d->event[i].kind, "return") == 0 &&
		    strcmp(d->event[i].to, row->no) == 0 &&
		    d->event[i].recorded_at <= h->recorded_at)
			back = &d->event[i];
	for (size_t i = 0; i < row->nfield; i++)
		if (is_other(d, was, h, &row->field[i]))
			arena_append(req->arena, &changed, "%s%s",
			    *changed != '\0' ? "; " : "", row->field[i].label);
	p = add_line(g, "Diperbaiki");
	if (back != NULL)
		page_set(page_add(p, "VALUES"), "TEXT", arena_printf(
		    req->arena, "Dikembalikan %s, %s: “%s”",
		    words_performer(req, d->sop, back->task->performer),
		    words_time(req, back->occurred_at), back->note));
	page_set(page_add(p, "VALUES"), "TEXT", *changed == '\0' ?
	    "Dikirim lagi tanpa perubahan." : arena_printf(req->arena,
	    "Diubah: %s", changed));
}

/* -- each visit ------------------------------------------------------------ */

/* The mark beside a date that was asked about: its sender ticked that it is
 * so. */
static void
show_asked(const struct request *req, struct page *row,
    const struct dossier *d, const struct happening *h,
    const struct sop_field *f, const char *value)
{
	struct field_days days;
	char before[11];

	field_date_days(req->office, d->c->opened_at, h->recorded_at, &days);
	if (field_date_asks(f, value, h->value, h->nvalue, &days, before))
		page_set(page_add(row, "VALUES"), "TEXT", arena_printf(
		    req->arena, "Perhatikan: sebelum %s. Pengirim menegaskan "
		    "tanggal ini.", words_date(req, before)));
}

/* The decisions of later rows on the persons of a field. */
static struct fields_people_decided
decided(const struct dossier *d, const struct sop_field *people)
{
	struct fields_people_decided of = { .all = d->c->refused != 0 };

	for (int pos = 1; pos <= d->sop->nrows; pos++) {
		const struct sop_row *row = sop_row_at(d->sop, pos);
		const struct happening *h;
		size_t i = 0;

		for (size_t k = 0; k < row->nfield; k++) {
			const struct sop_field *f = &row->field[k];

			if (f->type != FIELD_REFUSED ||
			    strcmp(f->list, people->name) != 0 ||
			    (h = next_visit(d, pos, &i)) == NULL)
				continue;
			of.refused = value_of(h, f->name);
			if (of.refused == NULL)
				of.refused = "";
		}
	}
	return of;
}

/* The value of a field: a list of persons is a table with what was decided of
 * each. */
static void
show_value(const struct request *req, struct page *row,
    const struct dossier *d, const struct sop_field *f, const char *value,
    int closed)
{
	struct fields_people_decided of;

	if (f->type != FIELD_PEOPLE || value == NULL) {
		page_text(row, "VALUES", value != NULL ?
		    words_field(req, f, value) : "dikosongkan");
		return;
	}
	of = decided(d, f);
	of.closed = closed;
	fields_people_decided(req, row, f->label, value, &of);
}

/* Show what one visit handed over. */
static void
show_visit(struct group *g, int closed)
{
	const struct happening *was = visit_before(g->d, g->h), *h = g->h;
	struct page *p;

	if (was != NULL && g->row->nfield > 0)
		show_mended(g, was);
	for (size_t i = 0; i < g->row->nfield; i++) {
		const struct sop_field *f = &g->row->field[i];
		const char *value = value_of(h, f->name);
		int file = f->type == FIELD_FILE &&
		    has_file(g->d, h, f->name);
		int other = was != NULL && is_other(g->d, was, h, f);

		if (value == NULL && !file && !other)
			continue;
		p = add_line(g, f->label);
		if (other)
			show_old(g->req, p, g->d, was, f);
		if (file)
			show_files(g->req, p, "FILES", g->d, h, f->name);
		else
			show_value(g->req, p, g->d, f, value, closed);
		if (value != NULL && f->nbound > 0)
			show_asked(g->req, p, g->d, h, f, value);
	}
	if (g->row->kind == STEP_ASSIGN && h->note[0] != '\0')
		page_set(page_add(add_line(g, "Disposisi"), "VALUES"), "TEXT",
		    h->note);
}

void
material_show(const struct request *req, struct page *page,
    const struct dossier *d, int64_t pos)
{
	int shown = 0;

	for (int64_t at = 1; at <= d->sop->nrows; at++) {
		struct group g = { .req = req, .page = page, .d = d,
		    .row = sop_row_at(d->sop, (int)at) };
		size_t i = 0;

		if (at == pos)
			continue;
		for (; (g.h = next_visit(d, at, &i)) != NULL; g.lines = NULL) {
			show_visit(&g, pos != 0);
			shown |= g.lines != NULL;
		}
	}
	if (!shown)
		page_show(page, "NO_MATERIALS");
}

/* -- at a glance ----------------------------------------------------------- */

size_t
material_files(const struct dossier *d, int64_t pos,
    const struct document **list, size_t max)
{
	const struct happening *h;
	size_t n = 0;

	for (int64_t at = d->sop->nrows; at > 0; at--)
		for (size_t i = 0; at != pos &&
		    (h = next_visit(d, at, &i)) != NULL;)
			for (size_t k = 0; k < d->ndocument && n < max; k++)
				if (is_of(&d->document[k], h))
					list[n++] = &d->document[k];
	return n;
}

/* The value of a field in a few words; NULL when it takes more. */
static const char *
in_short(const struct request *req, const struct sop_field *f,
    const char *value)
{
	if (value == NULL || value[0] == '\0' || f->type == FIELD_PARAGRAPH ||
	    f->type == FIELD_CONSENT || f->type == FIELD_REFUSED ||
	    f->type == FIELD_OFFICERS || f->type == FIELD_FILE)
		return NULL;
	if (f->type == FIELD_PEOPLE)
		return arena_printf(req->arena, "%zu orang",
		    roster_lines(value));
	return words_field(req, f, value);
}

void
material_facts(const struct request *req, struct page *page,
    const struct dossier *d, int64_t pos, int most)
{
	const struct happening *h;
	const char *text;

	for (int64_t at = 1; at <= d->sop->nrows; at++) {
		const struct sop_row *row = sop_row_at(d->sop, (int)at);

		for (size_t i = 0; at != pos &&
		    (h = next_visit(d, at, &i)) != NULL;)
			for (size_t k = 0; k < row->nfield && most > 0; k++) {
				text = in_short(req, &row->field[k], value_of(h,
				    row->field[k].name));
				if (text == NULL)
					continue;
				page_pair(page, "FACTS", "KEY",
				    row->field[k].label, "TEXT", text);
				most--;
			}
	}
}

void
material_typed(const struct request *req, const struct dossier *d,
    const struct task_row *of, struct fields_state *t)
{
	const struct happening *h, *found = NULL;
	struct act_file *file;
	size_t i = 0;

	while ((h = next_visit(d, of->pos, &i)) != NULL)
		if (is_same(d, h->task, of))
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
