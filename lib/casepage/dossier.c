/*
 * dossier.c - reading one case whole.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "casepage/dossier.h"

#include "base/arena.h"
#include "case/document.h"
#include "office/office.h"
#include "web/request.h"

const struct task_row *
dossier_task(const struct dossier *d, int64_t id)
{
	for (size_t i = 0; i < d->ntask; i++)
		if (d->task[i].id == id)
			return &d->task[i];
	return NULL;
}

const struct task_row *
dossier_open(const struct dossier *d)
{
	for (size_t i = 0; i < d->ntask; i++)
		if (d->task[i].open && !d->task[i].side)
			return &d->task[i];
	return NULL;
}

static const char *
text_of(struct arena *arena, const json_t *payload, const char *key)
{
	const char *s = json_string_value(json_object_get(payload, key));

	return s != NULL ? arena_strdup(arena, s) : "";
}

static void
read_values(struct arena *arena, json_t *fields, struct happening *h)
{
	struct act_value *value;
	const char *name;
	json_t *v;

	if (!json_is_object(fields))
		return;
	value = arena_alloc(arena,
	    (json_object_size(fields) + 1) * sizeof(*value));
	json_object_foreach(fields, name, v) {
		if (!json_is_string(v))
			continue;
		value[h->nvalue].name = arena_strdup(arena, name);
		value[h->nvalue++].value =
		    arena_strdup(arena, json_string_value(v));
	}
	h->value = value;
}

/* Read one event.  Its payload may have been destroyed: then all of its texts
 * are empty. */
static void
read_event(struct arena *arena, const struct dossier *d,
    const struct event *e, struct happening *h)
{
	json_t *payload = json_loads(e->payload, 0, NULL);

	h->kind = arena_strdup(arena, e->kind);
	h->task = dossier_task(d, e->task_id);
	h->actor_kind = e->actor_kind;
	h->actor_id = e->actor_id;
	h->behalf_id = e->behalf_id;
	h->capacity = arena_strdup(arena, e->capacity);
	h->deputy_of = json_integer_value(json_object_get(json_object_get(
	    payload, "deputy"), "of"));
	h->order = text_of(arena, json_object_get(payload, "deputy"), "order");
	h->substitute = json_is_true(json_object_get(json_object_get(payload,
	    "deputy"), "substitute"));
	h->recorded_at = e->recorded_at;
	h->occurred_at = e->occurred_at;
	h->note = text_of(arena, payload, "note");
	h->party = text_of(arena, payload, "party");
	h->register_no = text_of(arena, payload, "register_no");
	h->register_on = text_of(arena, payload, "register_on");
	h->to = text_of(arena, payload, "to");
	h->mend = text_of(arena, payload, "mend");
	h->missing = text_of(arena, payload, "missing");
	h->unproved = text_of(arena, payload, "unproved");
	h->to_person = json_integer_value(json_object_get(payload, "to"));
	h->clock = json_integer_value(json_object_get(payload, "clock"));
	read_values(arena, json_object_get(payload, "fields"), h);
	json_decref(payload);
}

/* Two lists as one; the first is the only one when there is no other. */
static void *
join(struct arena *arena, void *a, size_t na, void *b, size_t nb, size_t size)
{
	char *all;

	if (na == 0)
		return b;
	all = arena_alloc(arena, (na + nb) * size);
	memcpy(all, a, na * size);
	if (nb > 0)
		memcpy(all + na * size, b, nb * size);
	return all;
}

static void
read_stream(const struct request *req, struct dossier *d, int64_t id,
    size_t room)
{
	struct event_reader *r = event_read(office_db(req->office), id);
	struct event e;

	while (d->nevent < room && event_next(r, &e))
		read_event(req->arena, d, &e, &d->event[d->nevent++]);
	event_done(r);
}

/* The events of the parent up to where the case parted, then its own. */
static void
read_events(const struct request *req, struct dossier *d,
    const struct case_row *parent)
{
	size_t room = (size_t)d->c->seq + 1, before = (size_t)parent->seq;

	d->event = arena_alloc(req->arena,
	    (before + room) * sizeof(*d->event));
	if (before > 0)
		read_stream(req, d, parent->id, before);
	while (d->nevent > 0 && d->event[d->nevent - 1].recorded_at >
	    d->c->opened_at)
		d->nevent--;
	read_stream(req, d, d->c->id, d->nevent + room);
}

/* The tasks and files of one case more. */
static enum case_err
read_case(const struct request *req, struct dossier *d, int64_t id)
{
	struct task_row *t;
	struct document *doc;
	size_t n, ndoc;
	enum case_err err;

	if ((err = case_tasks(req->office, id, &t, &n)) != CASE_OK)
		return err;
	arena_adopt(req->arena, t);
	err = case_documents(req->office, id, &doc, &ndoc);
	if (err != CASE_OK)
		return err;
	arena_adopt(req->arena, doc);
	d->task = join(req->arena, d->task, d->ntask, t, n, sizeof(*t));
	d->document = join(req->arena, d->document, d->ndocument, doc, ndoc,
	    sizeof(*doc));
	d->ntask += n;
	d->ndocument += ndoc;
	return CASE_OK;
}

enum case_err
dossier_read(const struct request *req, const struct case_row *c,
    struct dossier *d)
{
	struct case_row parent = { .id = 0 };
	enum case_err err;

	memset(d, 0, sizeof(*d));
	d->c = c;
	d->sop = office_sop(req->office, c->version_id);
	if (d->sop == NULL)
		return CASE_NOT_FOUND;
	if (c->parent_id != 0 && ((err = case_get(req->office, c->parent_id,
	    &parent)) != CASE_OK || (err = read_case(req, d, parent.id)) !=
	    CASE_OK))
		return err;
	if ((err = read_case(req, d, c->id)) != CASE_OK)
		return err;
	read_events(req, d, &parent);
	return CASE_OK;
}

static int
finishes(const char *kind)
{
	static const char *const kinds[] = { "start", "forward", "return",
		"refuse", "download" };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i], kind) == 0)
			return 1;
	return 0;
}

const struct happening *
dossier_finish(const struct dossier *d, const struct task_row *task)
{
	if (task->open)
		return NULL;
	for (size_t i = d->nevent; i > 0; i--)
		if (d->event[i - 1].task == task &&
		    finishes(d->event[i - 1].kind))
			return &d->event[i - 1];
	return NULL;
}

const struct happening *
dossier_sent(const struct dossier *d)
{
	for (size_t i = d->nevent; i > 0; i--) {
		const struct happening *h = &d->event[i - 1];

		if (h->task != NULL && h->task->pos == 1 &&
		    (strcmp(h->kind, "start") == 0 ||
		    strcmp(h->kind, "forward") == 0))
			return h;
	}
	return NULL;
}

const char *
dossier_signed(const struct dossier *d, const char *name)
{
	for (size_t i = d->nevent; i > 0; i--) {
		const struct happening *h = &d->event[i - 1];

		if (h->task == NULL || strcmp(h->task->kind, "approve") != 0 ||
		    (strcmp(h->kind, "forward") != 0 &&
		    strcmp(h->kind, "refuse") != 0))
			continue;
		for (size_t k = 0; k < h->nvalue; k++)
			if (strcmp(h->value[k].name, name) == 0)
				return h->value[k].value;
	}
	return "";
}

const struct happening *
dossier_return(const struct dossier *d, int64_t pos)
{
	const struct sop_row *row = sop_row_at(d->sop, (int)pos);

	for (size_t i = d->nevent; i > 0 && row != NULL; i--) {
		const struct happening *h = &d->event[i - 1];

		if (h->task == NULL || !finishes(h->kind))
			continue;
		/* Done again since: what was sent back is mended. */
		if (h->task->pos == pos && strcmp(h->kind, "return") != 0)
			return NULL;
		if (strcmp(h->kind, "return") == 0 &&
		    strcmp(h->to, row->no) == 0)
			return h;
	}
	return NULL;
}

int
dossier_replaced(const struct dossier *d, const struct document *doc)
{
	const struct task_row *t = dossier_task(d, doc->task_id);

	for (size_t i = 0; i < d->ndocument; i++) {
		const struct document *other = &d->document[i];
		const struct task_row *u = dossier_task(d, other->task_id);

		if (other->added_at > doc->added_at && t != NULL &&
		    u != NULL && u->pos == t->pos &&
		    strcmp(u->performer, t->performer) == 0 &&
		    strcmp(other->field, doc->field) == 0)
			return 1;
	}
	return 0;
}
