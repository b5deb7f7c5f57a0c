/*
 * calendar_draft.c - a change of the calendar while it is prepared.
 *
 * There is one draft of the office, so that two who prepare a change see each
 * other's.  Each saving is an event, so that the person who puts the draft in
 * force can see who wrote it.
 */
#include <stdlib.h>
#include <string.h>

#include "calendar/calendar_draft.h"
#include "calendar/calendar_edit.h"
#include "office/change.h"
#include "office/office_calendar.h"
#include "office/row.h"

enum stmt {
	STMT_GET,
	STMT_SAVE,
	STMT_DROP,
	STMT_IN_FORCE,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_GET] =
		"SELECT base, begun_at, coalesce(begun_by, 0), saved_at,"
		" coalesce(saved_by, 0), yaml FROM calendar_drafts"
		" WHERE unit_id = $1",
	[STMT_SAVE] =
		"INSERT INTO calendar_drafts (unit_id, base, yaml, begun_at,"
		" begun_by, saved_at, saved_by)"
		" VALUES ($1, $2, $3, $4, nullif($5, 0), $4, nullif($5, 0))"
		" ON CONFLICT (unit_id) DO UPDATE SET yaml = excluded.yaml,"
		" saved_at = excluded.saved_at, saved_by = excluded.saved_by",
	[STMT_DROP] = "DELETE FROM calendar_drafts WHERE unit_id = $1",
	[STMT_IN_FORCE] = (
		"SELECT coalesce(max(version), 0) FROM calendar_versions"
		" WHERE unit_id = $1"),
};

static void
read_draft(struct db_stmt *st, void *row)
{
	struct calendar_draft *d = row;

	d->base = db_int(st, 0);
	d->begun_at = db_int(st, 1);
	d->begun_by = db_int(st, 2);
	d->saved_at = db_int(st, 3);
	d->saved_by = db_int(st, 4);
	d->text = strdup(db_text(st, 5));
}

enum case_err
calendar_draft_get(struct office *o, struct calendar_draft *out)
{
	static const struct row_kind drafts = ROW_READ(*out, read_draft,
	    "Tidak ada rancangan kalender.");
	enum case_err err = row_one(o, db_query(office_db(o), sql[STMT_GET],
	    "i", office_unit(o)), &drafts, out);

	if (err == CASE_OK && out->text == NULL)
		err = office_fail(o, CASE_DB, "", "out of memory");
	return err;
}

/* Record what became of the draft of this text. */
static enum case_err
record(struct change_work *w, const char *kind, const char *yaml)
{
	struct change_event e = { .stream = office_unit(w->o), .kind = kind };
	char sha[65];

	office_sha256(yaml, strlen(yaml), sha);
	e.effect = change_json("{ss}", "sha256", sha);
	return change_record(w, &e);
}

static enum case_err
save(struct change_work *w, const void *in)
{
	const char *yaml = in;
	int64_t unit = office_unit(w->o);

	db_run(w->db, sql[STMT_SAVE], "iitii", unit,
	    row_int(db_query(w->db, sql[STMT_IN_FORCE], "i", unit)), yaml,
	    w->ch->now, w->ch->by);
	return record(w, "calendar-draft", yaml);
}

/* The draft is one no more: it comes in force, or is dropped. */
static enum case_err
take(struct change_work *w, const void *in)
{
	const int *in_force = in;
	struct calendar_draft d;
	enum case_err err = calendar_draft_get(w->o, &d);

	if (err != CASE_OK)
		return err;
	db_run(w->db, sql[STMT_DROP], "i", office_unit(w->o));
	if (!*in_force)
		err = record(w, "calendar-draft-dropped", d.text);
	else if ((err = office_check_calendar(w->o, d.text)) == CASE_OK)
		err = office_put_calendar(w, d.text);
	free(d.text);
	return err;
}

enum case_err
calendar_draft_drop(struct office *o, const struct change *ch)
{
	return change_run(o, ch, take, &(int){ 0 }, NULL);
}

enum case_err
calendar_draft_save(struct office *o, const struct change *ch,
    const char *yaml)
{
	enum case_err err = office_check_calendar(o, yaml);
	struct calendar_draft d = { 0 };
	char *now;
	int same;

	if (err != CASE_OK)
		return err;
	office_fresh(o);
	now = office_calendar_text(o);
	same = now != NULL && calendar_edit_same(now, yaml);
	free(now);
	if (!same)
		return change_run(o, ch, save, yaml, NULL);
	if (calendar_draft_get(o, &d) != CASE_OK)
		return office_fail(o, CASE_INVALID, "yaml", "Rancangan ini "
		    "sama dengan kalender yang berlaku");
	free(d.text);
	return calendar_draft_drop(o, ch);
}

enum case_err
calendar_draft_publish(struct office *o, const struct change *ch)
{
	enum case_err err = ch->by != 0 ?
	    change_run(o, ch, take, &(int){ 1 }, NULL) : office_fail(o,
	    CASE_DENIED, "", "Kalender diberlakukan oleh seseorang.");

	if (err == CASE_OK)
		office_fresh(o);
	return err;
}
