/*
 * participant.c - the persons a request is for, read from its history.
 */
#include "case/participant.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "case/case.h"
#include "case/field_form.h"
#include "case/roster.h"
#include "sop/sop.h"
#include "store/event.h"

/* The last list, refusals and reason, gathered from the history; `whole`: the
 * request as such was refused after that. */
struct found {
	const struct sop	*sop;
	char			*people, *refused, *reason;
	int			 decided, whole;
};

/* An event that hands over what its row's form holds. */
static int
hands_over(const char *kind)
{
	return strcmp(kind, "start") == 0 || strcmp(kind, "forward") == 0 ||
	    strcmp(kind, "refuse") == 0;
}

static void
replace(char **text, const char *value)
{
	free(*text);
	*text = strdup(value != NULL ? value : "");
}

static const char *
text_of(json_t *fields, const char *name)
{
	return json_string_value(json_object_get(fields, name));
}

char *
case_value(struct office *o, int64_t case_id, const char *field)
{
	struct event_reader *r = event_read(office_db(o), case_id);
	struct event e;
	char *last = NULL;

	while (event_next(r, &e)) {
		json_t *payload = hands_over(e.kind) ?
		    json_loads(e.payload, 0, NULL) : NULL;
		const char *value = text_of(json_object_get(payload,
		    "fields"), field);

		if (value != NULL)
			replace(&last, value);
		json_decref(payload);
	}
	event_done(r);
	return last;
}

/* The values of a finished row: a new list undoes the decision on the old. */
static void
take(struct found *f, json_t *fields, const struct sop_row *row)
{
	for (size_t i = 0; i < row->nfield; i++) {
		const struct sop_field *field = &row->field[i];
		const char *value = text_of(fields, field->name);

		if (field->type == FIELD_PEOPLE && value != NULL) {
			replace(&f->people, value);
			replace(&f->refused, "");
			f->decided = f->whole = 0;
		} else if (field->type == FIELD_REFUSED) {
			replace(&f->refused, value);
			f->decided = 1;
			f->whole = 0;
		} else if (field->when_field != NULL) {
			const struct sop_field *on = sop_field_of(row,
			    field->when_field);

			if (on != NULL && on->type == FIELD_REFUSED)
				replace(&f->reason, value);
		}
	}
}

/* A refusal of the request is one of everybody in it, for its reason. */
static void
take_refusal(struct found *f, json_t *payload)
{
	f->whole = 1;
	replace(&f->reason, text_of(payload, "note"));
}

static void
gather(struct office *o, int64_t case_id, struct found *f)
{
	struct event_reader *r = event_read(office_db(o), case_id);
	struct event e;

	while (event_next(r, &e)) {
		const struct sop_row *row;
		struct task_row t;
		json_t *payload;

		if (!hands_over(e.kind) || e.task_id == 0 ||
		    task_get(o, e.task_id, &t) != CASE_OK || t.side ||
		    (row = sop_row_at(f->sop, (int)t.pos)) == NULL)
			continue;
		payload = json_loads(e.payload, 0, NULL);
		take(f, json_object_get(payload, "fields"), row);
		if (strcmp(e.kind, "refuse") == 0)
			take_refusal(f, payload);
		json_decref(payload);
	}
	event_done(r);
}

/* The decision on the person of a line. */
static enum participant_state
state_of(const struct found *f, const char *line, size_t len)
{
	if (f->whole)
		return PARTICIPANT_REFUSED;
	if (!f->decided)
		return PARTICIPANT_OPEN;
	return field_form_has_line(f->refused, line, len) ?
	    PARTICIPANT_REFUSED : PARTICIPANT_ACCEPTED;
}

/* The reason and the parts of the lines lie in list->memory. */
static enum case_err
fill(struct office *o, const struct found *f, struct participants *list)
{
	size_t n = roster_lines(f->people) + 1, len;
	size_t room = strlen(f->people) + n * ROSTER_PARTS;
	char *at;

	list->memory = at = malloc(room + strlen(f->reason) + 1);
	list->person = calloc(n, sizeof(*list->person));
	if (list->memory == NULL || list->person == NULL)
		return office_fail(o, CASE_DB, "", "Memori habis");
	list->reason = strcpy(list->memory + room, f->reason);
	for (const char *s = f->people; *s != '\0'; s += len + (s[len] ==
	    '\n')) {
		struct participant *p = &list->person[list->count];
		struct roster_person parts;

		if ((len = strcspn(s, "\n")) == 0)
			continue;
		roster_split(s, len, at, &parts);
		at += len + ROSTER_PARTS;
		p->state = state_of(f, s, len);
		p->name = parts.part[ROSTER_NAME];
		p->id = parts.part[ROSTER_NUMBER];
		p->programme = parts.part[ROSTER_PROGRAMME];
		list->count++;
	}
	return CASE_OK;
}

enum case_err
participants_read(struct office *o, int64_t case_id,
    struct participants *list)
{
	struct found f = { .sop = NULL };
	struct participants made = { NULL, 0, NULL, NULL };
	struct case_row c;
	enum case_err err = case_get(o, case_id, &c);

	if (err != CASE_OK)
		return err;
	if ((f.sop = office_sop(o, c.version_id)) == NULL)
		return CASE_NOT_FOUND;
	replace(&f.people, "");
	replace(&f.refused, "");
	replace(&f.reason, "");
	gather(o, case_id, &f);
	/* Sent back since, it is decided anew. */
	f.whole = f.whole && c.refused;
	if (f.people == NULL || f.refused == NULL || f.reason == NULL)
		err = office_fail(o, CASE_DB, "", "Memori habis");
	else
		err = fill(o, &f, &made);
	free(f.people);
	free(f.refused);
	free(f.reason);
	if (err == CASE_OK)
		*list = made;
	else
		participants_free(&made);
	return err;
}

void
participants_free(struct participants *list)
{
	free(list->person);
	free(list->memory);
	memset(list, 0, sizeof(*list));
}
