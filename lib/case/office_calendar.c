/*
 * office_calendar.c - the calendar versions of an office, each read once per
 * process.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "case/change.h"
#include "case/officeraw.h"
#include "case/rows.h"
#include "clock/calendar.h"
#include "store/id.h"

enum stmt {
	STMT_IN_FORCE,
	STMT_TEXT,
	STMT_NEXT,
	STMT_INSERT,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_IN_FORCE] = (
		"SELECT id FROM calendar_versions"
		" WHERE unit_id = $1 ORDER BY version DESC LIMIT 1"),
	[STMT_TEXT] = "SELECT yaml FROM calendar_versions WHERE id = $1",
	[STMT_NEXT] = (
		"SELECT coalesce(max(version), 0) + 1 FROM calendar_versions"
		" WHERE unit_id = $1"),
	[STMT_INSERT] =
		"INSERT INTO calendar_versions (id, unit_id, version, yaml,"
		" sha256, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6,"
		" nullif($7, 0))",
};

void
office_calendars_free(struct office *o)
{
	size_t i;

	for (i = 0; i < o->ncal; i++)
		calendar_free(o->cal[i].cal);
	free(o->cal);
}

/* Parse a version's text; NULL when there is none. */
static struct calendar *
version_read(struct office *o, int64_t id)
{
	struct db_stmt *st = db_query(o->db, sql[STMT_TEXT], "i", id);
	struct calendar *cal = NULL;
	const char *text;
	char why[256];

	if (db_step(st)) {
		text = db_text(st, 0);
		cal = calendar_parse(text, strlen(text), why, sizeof(why));
	}
	db_done(st);
	return cal;
}

const struct calendar *
office_calendar_of(struct office *o, int64_t id)
{
	struct calendar_version *more;
	struct calendar *cal;
	size_t i;

	for (i = 0; i < o->ncal; i++)
		if (o->cal[i].id == id)
			return o->cal[i].cal;
	if (id == 0 || (cal = version_read(o, id)) == NULL)
		return NULL;
	more = realloc(o->cal, (o->ncal + 1) * sizeof(*more));
	if (more == NULL) {
		calendar_free(cal);
		return NULL;
	}
	o->cal = more;
	o->cal[o->ncal++] = (struct calendar_version){ id, cal };
	return cal;
}

void
office_fresh(struct office *o)
{
	int64_t id = row_int(db_query(o->db, sql[STMT_IN_FORCE], "i",
	    office_unit(o)));

	if (id != o->cal_id && office_calendar_of(o, id) != NULL)
		o->cal_id = id;
}

const struct calendar *
office_calendar(struct office *o)
{
	if (o->cal_id == 0)
		office_fresh(o);
	return office_calendar_of(o, o->cal_id);
}

int64_t
office_calendar_id(struct office *o)
{
	office_calendar(o);
	return o->cal_id;
}

char *
office_calendar_text(struct office *o)
{
	struct db_stmt *st;
	char *text = NULL;

	st = db_query(o->db, sql[STMT_TEXT], "i", office_calendar_id(o));
	if (db_step(st))
		text = strdup(db_text(st, 0));
	db_done(st);
	return text;
}

/* -- a new version ------------------------------------------------------ */

enum case_err
office_put_calendar(struct change_work *w, const void *in)
{
	const char *yaml = in;
	struct change_event e = { .stream = office_unit(w->o),
		.kind = "calendar-set" };
	int64_t version = row_int(db_query(w->db, sql[STMT_NEXT], "i",
	    e.stream));
	char sha[65];

	office_sha256(yaml, strlen(yaml), sha);
	db_run(w->db, sql[STMT_INSERT], "iiittii", id_new(w->ch->now),
	    e.stream, version, yaml, sha, w->ch->now, w->ch->by);
	e.effect = json_text("{sI ss}", "version", (json_int_t)version,
	    "sha256", sha);
	return change_record(w, &e);
}

enum case_err
office_check_calendar(struct office *o, const char *yaml)
{
	char why[512];
	struct calendar *cal = calendar_parse(yaml, strlen(yaml), why,
	    sizeof(why));

	calendar_free(cal);
	return cal != NULL ? CASE_OK :
	    office_fail(o, CASE_INVALID, "yaml", "%s", why);
}

enum case_err
office_set_calendar(struct office *o, const struct change *ch,
    const char *yaml)
{
	enum case_err err = office_check_calendar(o, yaml);

	if (err != CASE_OK)
		return err;
	err = change_run(o, ch, office_put_calendar, yaml, NULL);
	if (err == CASE_OK)
		office_fresh(o);
	return err;
}
