/*
 * participant.c - the persons a request is for, read from its history.
 */
#include "case/participant.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "case/case.h"
#include "sop/sop.h"
#include "store/event.h"

/* The last list, refusals and reason, gathered from the history. */
struct found {
	const struct sop	*sop;
	char			*people, *refused, *reason;
	int			 decided;
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
			f->decided = 0;
		} else if (field->type == FIELD_REFUSED) {
			replace(&f->refused, value);
			f->decided = 1;
		} else if (field->when_field != NULL) {
			const struct sop_field *on = sop_field_of(row,
			    field->when_field);

			if (on != NULL && on->type == FIELD_REFUSED)
				replace(&f->reason, value);
		}
	}
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
		json_decref(payload);
	}
	event_done(r);
}

/* The next "; " part of a line, ended; "" when there is none. */
static const char *
part(char **rest)
{
	char *s = *rest, *end = strstr(s, "; ");

	if (end == NULL) {
		*rest = s + strlen(s);
		return s;
	}
	*end = '\0';
	*rest = end + 2;
	return s;
}

static int
is_line_of(const char *lines, const char *line)
{
	size_t n = strlen(line);

	for (const char *s = lines; (s = strstr(s, line)) != NULL; s++)
		if ((s == lines || s[-1] == '\n') &&
		    (s[n] == '\0' || s[n] == '\n'))
			return 1;
	return 0;
}

/* people and reason lie one behind the other in list->memory. */
static enum case_err
fill(struct office *o, const struct found *f, struct participants *list)
{
	size_t n = 1, len = strlen(f->people) + 1;
	char *line, *next;

	for (const char *s = f->people; *s != '\0'; s++)
		n += *s == '\n';
	list->memory = malloc(len + strlen(f->reason) + 1);
	list->person = calloc(n, sizeof(*list->person));
	if (list->memory == NULL || list->person == NULL)
		return office_fail(o, CASE_DB, "", "Memori habis");
	memcpy(list->memory, f->people, len);
	list->reason = strcpy(list->memory + len, f->reason);
	for (next = list->memory; (line = strsep(&next, "\n")) != NULL; ) {
		struct participant *p = &list->person[list->count];

		if (*line == '\0')
			continue;
		p->state = !f->decided ? PARTICIPANT_OPEN :
		    is_line_of(f->refused, line) ? PARTICIPANT_REFUSED :
		    PARTICIPANT_ACCEPTED;
		p->name = part(&line);
		p->id = part(&line);
		p->programme = line;
		list->count++;
	}
	return CASE_OK;
}

enum case_err
participants_read(struct office *o, int64_t case_id,
    struct participants *list)
{
	struct found f = { NULL, NULL, NULL, NULL, 0 };
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
