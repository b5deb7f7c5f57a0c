/*
 * monitor.c - the half-yearly monitoring of the SOPs, kept in versions.
 */
#include "month/monitor.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/calendar.h"
#include "month/month.h"
#include "office/row.h"
#include "people/holder.h"
#include "store/id.h"

enum stmt {
	STMT_LATEST,
	STMT_GET,
	STMT_VERSIONS,
	STMT_ROWS,
	STMT_INSERT,
	STMT_ROW_INSERT,
	STMT__MAX
};

#define COLUMNS \
	"SELECT id, version, made_at, made_by, role_name, reason" \
	"  FROM monitorings WHERE unit_id = $1 AND period = $2"

static const char *const sql[STMT__MAX] = {
	[STMT_LATEST] =
		"SELECT coalesce(max(version), 0) FROM monitorings"
		" WHERE unit_id = $1 AND period = $2",
	[STMT_GET] =
		COLUMNS " AND ($3 = 0 OR version = $3)"
		" ORDER BY version DESC LIMIT 1",
	[STMT_VERSIONS] =
		COLUMNS " ORDER BY version DESC",
	[STMT_ROWS] =
		"SELECT sop, name, well, suggested, figures, note, action"
		"  FROM monitoring_rows WHERE monitoring_id = $1"
		" ORDER BY place",
	[STMT_INSERT] =
		"INSERT INTO monitorings (id, unit_id, period, version,"
		" made_at, made_by, role_name, reason)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
	[STMT_ROW_INSERT] =
		"INSERT INTO monitoring_rows (monitoring_id, place, sop, name,"
		" well, suggested, figures, note, action)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
};

#define HALF_YEAR 6		/* months */

int
monitor_may(struct office *o, int64_t person_id, const char *role,
    int64_t now)
{
	enum capacity capacity;

	return holder_acts_for(o, person_id, role, now, &capacity);
}

/* -- keeping -------------------------------------------------------------- */

struct keeping {
	const struct monitoring	*m;
	const char		*role;
	char			 period[PERIOD_SIZE];
};

static enum case_err
check(struct change_work *w, const struct keeping *k)
{
	const struct monitoring *m = k->m;
	int64_t latest = row_int(db_query(w->db, sql[STMT_LATEST], "it",
	    office_unit(w->o), k->period));
	size_t i;

	if (m->version != latest + 1)
		return office_fail(w->o, CASE_CONFLICT, "", "Pemantauan ini "
		    "sudah disimpan orang lain sejak halaman ini dibuka.");
	if (m->nrow == 0)
		return office_fail(w->o, CASE_INVALID, "",
		    "Tidak ada SOP yang dipantau.");
	if (m->version > 1 && m->reason[0] == '\0')
		return office_fail(w->o, CASE_INVALID, "reason",
		    "Tulis alasan perubahan");
	for (i = 0; i < m->nrow; i++)
		if (!m->row[i].well && m->row[i].action[0] == '\0')
			return office_fail(w->o, CASE_INVALID, "action",
			    "Tulis tindakan untuk SOP %s", m->row[i].name);
	return CASE_OK;
}

/* The rows into the table; as JSON for the event, a new reference. */
static json_t *
keep_rows(struct change_work *w, const struct monitoring *m)
{
	json_t *list = json_array();
	const struct monitor_row *r;
	size_t i;

	for (i = 0; i < m->nrow; i++) {
		r = &m->row[i];
		db_run(w->db, sql[STMT_ROW_INSERT], "iittitttt", w->id,
		    (int64_t)i + 1, r->sop, r->name, (int64_t)(r->well != 0),
		    r->suggested, r->figures, r->note, r->action);
		json_array_append_new(list, json_pack(
		    "{s:s, s:b, s:s, s:s, s:s, s:s}", "sop", r->sop, "well",
		    r->well, "suggested", r->suggested, "figures", r->figures,
		    "note", r->note, "action", r->action));
	}
	return list;
}

static enum case_err
keep(struct change_work *w, const void *in)
{
	const struct keeping *k = in;
	struct change_event e = { .stream = office_unit(w->o),
		.kind = "sops-monitored" };
	char role[192];
	enum case_err err;

	if (!holder_acts_as(w->o, w->ch->by, k->role, w->ch->now, role,
	    sizeof(role)))
		return office_fail(w->o, CASE_DENIED, "",
		    "Anda tidak memegang peran yang memantau SOP.");
	if ((err = check(w, k)) != CASE_OK)
		return err;
	w->id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_INSERT], "iitiiitt", w->id, office_unit(w->o),
	    k->period, k->m->version, w->ch->now, w->ch->by, role,
	    k->m->reason);
	e.effect = change_json("{s:s, s:I}", "period", k->period, "version",
	    (json_int_t)k->m->version);
	e.payload = change_json("{s:s, s:s, s:o}", "role", role, "reason",
	    k->m->reason, "rows", keep_rows(w, k->m));
	return change_record(w, &e);
}

enum case_err
monitor_keep(struct office *o, const struct change *ch, const char *role,
    int year, int month, const struct monitoring *m)
{
	struct keeping k = { .m = m, .role = role };
	const struct calendar *cal;

	office_fresh(o);
	if ((cal = office_calendar(o)) == NULL)
		return office_fail(o, CASE_STATE, "",
		    "Kalender kantor belum ditetapkan.");
	if (month % HALF_YEAR != 0 || calendar_month(cal, year, month + 1) >
	    ch->now)
		return office_fail(o, CASE_STATE, "",
		    "Semester ini belum berakhir.");
	month_period_write(year, month, HALF_YEAR, k.period);
	return change_run(o, ch, keep, &k, NULL);
}

/* -- reading -------------------------------------------------------------- */

static const struct row_kind monitorings = ROW_KIND(struct monitoring,
    "Semester ini belum dipantau.", ROW_MEMBER(struct monitoring, id),
    ROW_MEMBER(struct monitoring, version),
    ROW_MEMBER(struct monitoring, made_at),
    ROW_MEMBER(struct monitoring, made_by),
    ROW_MEMBER(struct monitoring, role_name),
    ROW_MEMBER(struct monitoring, reason));

static const struct row_kind rows = ROW_KIND(struct monitor_row, "",
    ROW_MEMBER(struct monitor_row, sop), ROW_MEMBER(struct monitor_row, name),
    ROW_MEMBER(struct monitor_row, well),
    ROW_MEMBER(struct monitor_row, suggested),
    ROW_MEMBER(struct monitor_row, figures),
    ROW_MEMBER(struct monitor_row, note),
    ROW_MEMBER(struct monitor_row, action));

enum case_err
monitor_get(struct office *o, int year, int month, int64_t version,
    struct monitoring *m)
{
	char period[PERIOD_SIZE];
	enum case_err err;

	month_period_write(year, month, HALF_YEAR, period);
	err = row_one(o, db_query(office_db(o), sql[STMT_GET], "iti",
	    office_unit(o), period, version), &monitorings, m);
	if (err != CASE_OK)
		return err;
	return row_all(o, db_query(office_db(o), sql[STMT_ROWS], "i", m->id),
	    &rows, &m->row, &m->nrow);
}

void
monitor_free(struct monitoring *m)
{
	free(m->row);
	m->row = NULL;
	m->nrow = 0;
}

enum case_err
monitor_versions(struct office *o, int year, int month,
    struct monitoring **list, size_t *count)
{
	char period[PERIOD_SIZE];

	month_period_write(year, month, HALF_YEAR, period);
	return row_all(o, db_query(office_db(o), sql[STMT_VERSIONS], "it",
	    office_unit(o), period), &monitorings, list, count);
}
