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

static void
read_events(const struct request *req, struct dossier *d)
{
	struct event_reader *r;
	struct event e;
	size_t room = (size_t)d->c->seq + 1;

	d->event = arena_alloc(req->arena, room * sizeof(*d->event));
	r = event_read(office_db(req->office), d->c->id);
	while (d->nevent < room && event_next(r, &e))
		read_event(req->arena, d, &e, &d->event[d->nevent++]);
	event_done(r);
}

enum case_err
dossier_read(const struct request *req, const struct case_row *c,
    struct dossier *d)
{
	enum case_err err;

	memset(d, 0, sizeof(*d));
	d->c = c;
	d->sop = office_sop(req->office, c->version_id);
	if (d->sop == NULL)
		return CASE_NOT_FOUND;
	err = case_tasks(req->office, c->id, &d->task, &d->ntask);
	if (err != CASE_OK)
		return err;
	arena_adopt(req->arena, d->task);
	err = case_documents(req->office, c->id, &d->document, &d->ndocument);
	if (err != CASE_OK)
		return err;
	arena_adopt(req->arena, d->document);
	read_events(req, d);
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
