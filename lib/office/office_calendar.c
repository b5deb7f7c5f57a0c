/*
 * office_calendar.c - the calendar versions of an office, each read once per
 * process.
 */
#include "office/office_calendar.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "clock/calendar.h"
#include "office/change.h"
#include "office/office_inner.h"
#include "office/row.h"
#include "store/id.h"

enum stmt {
	STMT_IN_FORCE,
	STMT_TEXT,
	STMT_NEXT,
	STMT_INSERT,
	STMT_UNIT,
	STMT_SLUG,
	STMT_BY_SLUG,
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
	/* Several roles of different units belong to none of them. */
	[STMT_UNIT] = (
		"SELECT CASE WHEN min(r.unit_id) = max(r.unit_id)"
		" THEN min(r.unit_id) ELSE 0 END"
		"  FROM performers p JOIN roles r ON r.id = p.role_id"
		" WHERE p.expr = $1"),
	[STMT_SLUG] =
		"SELECT slug, coalesce(parent_id, 0) FROM units WHERE id = $1",
	[STMT_BY_SLUG] = "SELECT id FROM units WHERE slug = $1",
};

#define UNITS_DEEP 16	/* units one inside the other */

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

static const struct calendar *
known(const struct office *o, int64_t id, int64_t unit)
{
	size_t i;

	for (i = 0; i < o->ncal; i++)
		if (o->cal[i].id == id && o->cal[i].unit == unit)
			return o->cal[i].cal;
	return NULL;
}

/* Keep a calendar, which may be NULL; freed when it cannot be kept. */
static const struct calendar *
keep(struct office *o, int64_t id, int64_t unit, struct calendar *cal)
{
	struct calendar_version *more = NULL;

	if (cal != NULL)
		more = realloc(o->cal, (o->ncal + 1) * sizeof(*more));
	if (more == NULL) {
		calendar_free(cal);
		return NULL;
	}
	o->cal = more;
	o->cal[o->ncal++] = (struct calendar_version){ id, unit, cal };
	return cal;
}

const struct calendar *
office_calendar_of(struct office *o, int64_t id)
{
	const struct calendar *cal = known(o, id, 0);

	return cal != NULL || id <= 0 ? cal : keep(o, id, 0,
	    version_read(o, id));
}

/* -- of a unit ---------------------------------------------------------- */

/* The slug of a unit and of those it belongs to, NULL-ended, in `slug`. */
static void
read_units(struct office *o, int64_t unit, char slug[][64],
    const char **units)
{
	struct db_stmt *st;
	size_t n = 0;

	while (unit != 0 && n < UNITS_DEEP) {
		st = db_query(o->db, sql[STMT_SLUG], "i", unit);
		unit = 0;
		if (db_step(st)) {
			db_copy(st, 0, slug[n], 64);
			unit = db_int(st, 1);
			units[n] = slug[n];
			n++;
		}
		db_done(st);
	}
	units[n] = NULL;
}

const struct calendar *
office_calendar_for(struct office *o, int64_t id, const char *performer)
{
	const struct calendar *base = office_calendar_of(o, id), *cal;
	const char *units[UNITS_DEEP + 1];
	char slug[UNITS_DEEP][64];
	int64_t unit;

	if (base == NULL || !calendar_has_unit(base, NULL))
		return base;
	unit = row_int(db_query(o->db, sql[STMT_UNIT], "t", performer));
	if (unit == 0)
		return base;
	if ((cal = known(o, id, unit)) != NULL)
		return cal;
	read_units(o, unit, slug, units);
	if (!calendar_has_unit(base, units))
		return base;
	cal = keep(o, id, unit, calendar_of_unit(base, units));
	return cal != NULL ? cal : base;
}

/* -- a text that is none of them ---------------------------------------- */

int
office_calendar_try(struct office *o, const char *yaml)
{
	char why[256];

	return keep(o, CALENDAR_AS_IF, 0, calendar_parse(yaml, strlen(yaml),
	    why, sizeof(why))) != NULL ? 0 : -1;
}

void
office_calendar_forget(struct office *o)
{
	size_t i, n = 0;

	for (i = 0; i < o->ncal; i++)
		if (o->cal[i].id == CALENDAR_AS_IF)
			calendar_free(o->cal[i].cal);
		else
			o->cal[n++] = o->cal[i];
	o->ncal = n;
}

/* -- in force ----------------------------------------------------------- */

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
	e.effect = change_json("{sI ss}", "version", (json_int_t)version,
	    "sha256", sha);
	if (version > 1)
		e.was = change_json("{sI}", "version",
		    (json_int_t)(version - 1));
	return change_record(w, &e);
}

/* Is there every unit that has an outage? */
static enum case_err
check_units(struct office *o, const struct calendar *cal)
{
	size_t n = calendar_outages(cal, INT64_MIN, INT64_MAX, NULL, 0), i;
	struct cal_outage *list = calloc(n + 1, sizeof(*list));
	enum case_err err = CASE_OK;

	if (list == NULL)
		return office_fail(o, CASE_DB, "", "out of memory");
	calendar_outages(cal, INT64_MIN, INT64_MAX, list, n);
	for (i = 0; i < n && err == CASE_OK; i++)
		if (list[i].unit != NULL && row_int(db_query(o->db,
		    sql[STMT_BY_SLUG], "t", list[i].unit)) == 0)
			err = office_fail(o, CASE_INVALID, "yaml",
			    "gangguan \"%s\": tidak ada unit berkode \"%s\"",
			    list[i].name, list[i].unit);
	free(list);
	return err;
}

enum case_err
office_check_calendar(struct office *o, const char *yaml)
{
	char why[512];
	struct calendar *cal = calendar_parse(yaml, strlen(yaml), why,
	    sizeof(why));
	enum case_err err = cal != NULL ? check_units(o, cal) :
	    office_fail(o, CASE_INVALID, "yaml", "%s", why);

	calendar_free(cal);
	return err;
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
