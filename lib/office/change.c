/*
 * change.c - the frame around every administered change.
 */
#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "office/audit.h"
#include "office/change.h"
#include "office/trail.h"
#include "store/event.h"

#define TRIED CASE__MAX		/* a dry run came to its end */

enum stmt { STMT_IDEM, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_IDEM] = "SELECT seq FROM events WHERE idem = $1",
};

struct run {
	struct change_work	 work;
	change_fn		*fn;
	const void		*in;
};

int
change_repeated(struct office *o, const char *idem)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_IDEM], "t", idem);
	int repeated = db_step(st);

	return db_done(st) == 0 && repeated;
}

/* Do the other work of a change that was done just now. */
static enum case_err
go_along(const struct change_work *w)
{
	const struct change ch = { .by = w->ch->by, .now = w->ch->now };
	struct change_work also = { .o = w->o, .db = w->db, .ch = &ch };

	return w->ch->also(&also, w->ch->also_in);
}

static int
run_tx(struct db *db, void *arg)
{
	struct run *run = arg;
	const struct change *ch = run->work.ch;
	enum case_err err;

	audit_settle(run->work.o, 0);	/* of a try before */
	if (ch->idem != NULL && change_repeated(run->work.o, ch->idem))
		return office_fail(run->work.o, CASE_REPEATED, "",
		    "Perubahan ini sudah disimpan.");
	run->work.id = 0;
	office_fresh(run->work.o);
	err = run->fn(&run->work, run->in);
	if (err == CASE_OK && ch->also != NULL)
		err = go_along(&run->work);
	return err == CASE_OK && ch->dry && !db_failed(db) ? TRIED : err;
}

enum case_err
change_run(struct office *o, const struct change *ch, change_fn *fn,
    const void *in, int64_t *id)
{
	struct run run = { .work = { .o = o, .db = office_db(o), .ch = ch },
		.fn = fn, .in = in };
	enum case_err err;
	int tx = db_tx_alone(run.work.db, run_tx, &run);

	audit_settle(o, tx == 0);
	if (tx == TRIED)
		return CASE_OK;
	err = office_err_tx(o, tx);
	if (err == CASE_OK && id != NULL)
		*id = run.work.id;
	return err;
}

enum case_err
change_part(struct change_work *w, change_fn *fn, const void *in, int64_t *id)
{
	struct change ch = *w->ch;
	struct change_work sub = { .o = w->o, .db = w->db, .ch = &ch };
	enum case_err err;

	ch.idem = NULL;
	if ((err = fn(&sub, in)) == CASE_OK)
		*id = sub.id;
	return err;
}

static char machine[64];	/* its user; "" where no command is */

void
change_by_machine(const char *user)
{
	snprintf(machine, sizeof(machine), "%s", user);
}

/* The payload of an event, with the user of the machine that made it: given.
 * NULL: nothing to be kept. */
static char *
with_machine(const struct change_work *w, const char *payload)
{
	json_t *j;
	char *text;

	if (w->ch->by != 0 || machine[0] == '\0')
		return NULL;
	if ((j = json_loads(payload, 0, NULL)) == NULL)
		return NULL;
	json_object_set_new(j, "mesin", json_string(machine));
	text = json_dumps(j, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(j);
	return text;
}

/* The old values of those members of a JSON object that differ from it, as its
 * member "was"; none differs: as it is.  *text is replaced, `was` freed. */
static void
add_was(char **text, char *was)
{
	json_t *new = json_loads(*text != NULL ? *text : "", 0, NULL);
	json_t *old = json_loads(was != NULL ? was : "", 0, NULL);
	json_t *differ = json_object(), *value, *before;
	const char *key;

	json_object_foreach(new, key, value)
		if ((before = json_object_get(old, key)) != NULL &&
		    !json_equal(before, value))
			json_object_set(differ, key, before);
	if (json_object_size(differ) > 0) {
		json_object_set(new, "was", differ);
		free(*text);
		*text = json_dumps(new, JSON_COMPACT | JSON_SORT_KEYS);
	}
	json_decref(new);
	json_decref(old);
	json_decref(differ);
	free(was);
}

enum case_err
change_record(struct change_work *w, const struct change_event *in)
{
	char *effect = in->effect, *payload = in->payload, *told;
	struct event e = { .stream = in->stream, .kind = in->kind,
		.actor_kind = w->ch->by ? ACTOR_PERSON : ACTOR_SYSTEM,
		.actor_id = w->ch->by, .capacity = "",
		.recorded_at = w->ch->now, .occurred_at = w->ch->now,
		.idem = w->ch->idem };
	int rc = -1;

	add_was(&effect, in->was);
	add_was(&payload, in->payload_was);
	told = with_machine(w, payload != NULL ? payload : "{}");
	e.effect = effect;
	e.payload = told != NULL ? told : payload != NULL ? payload : "{}";
	if (effect != NULL)
		rc = event_append(w->db, &e);
	if (rc == 0) {
		trail_add(w->db, &e);
		audit_note_event(in->kind, w->ch->by, in->stream, w->ch->now);
	}
	free(effect);
	free(payload);
	free(told);
	return rc == 0 ? CASE_OK : CASE_DB;
}

char *
change_json(const char *fmt, ...)
{
	json_t *object;
	char *text;
	va_list ap;

	va_start(ap, fmt);
	object = json_vpack_ex(NULL, 0, fmt, ap);
	va_end(ap);
	text = json_dumps(object, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(object);
	return text;
}

enum case_err
change_invalid(struct office *o, const char *field, const char *why)
{
	return office_fail(o, CASE_INVALID, field, "%s", why);
}

enum case_err
change_filled(struct office *o, const char *field, const char *label,
    const char *value)
{
	if (value[0] != '\0')
		return CASE_OK;
	return office_fail(o, CASE_INVALID, field, "Isi %s", label);
}
