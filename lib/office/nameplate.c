/*
 * nameplate.c - what the office tells the public of itself, by date.
 */
#include "office/nameplate.h"

#include <jansson.h>
#include <string.h>

#include "base/conf.h"
#include "base/utf8.h"
#include "office/closed.h"
#include "office/row.h"
#include "store/id.h"

enum stmt {
	STMT_AT,
	STMT_LIST,
	STMT_GET,
	STMT_SET,
	STMT_DROP,
	STMT__MAX
};

#define COLUMNS \
	"id, from_at, made_at, coalesce(made_by, 0), office, service, hours," \
	" hours_en, contact, notice, notice_en, ground"

static const char *const sql[STMT__MAX] = {
	[STMT_AT] =
		"SELECT " COLUMNS " FROM nameplates"
		" WHERE unit_id = $1 AND from_at <= $2"
		" ORDER BY from_at DESC LIMIT 1",
	[STMT_LIST] =
		"SELECT " COLUMNS " FROM nameplates WHERE unit_id = $1"
		" ORDER BY from_at DESC",
	[STMT_GET] =
		"SELECT " COLUMNS " FROM nameplates WHERE id = $1",
	[STMT_SET] =
		"INSERT INTO nameplates (id, unit_id, from_at, made_at,"
		" made_by, office, service, hours, hours_en, contact, notice,"
		" notice_en, ground) VALUES ($1, $2, $3, $4, nullif($5, 0),"
		" $6, $7, $8, $9, $10, $11, $12, $13)"
		" ON CONFLICT (unit_id, from_at) DO UPDATE SET"
		" made_at = excluded.made_at, made_by = excluded.made_by,"
		" office = excluded.office, service = excluded.service,"
		" hours = excluded.hours, hours_en = excluded.hours_en,"
		" contact = excluded.contact, notice = excluded.notice,"
		" notice_en = excluded.notice_en, ground = excluded.ground",
	[STMT_DROP] = "DELETE FROM nameplates WHERE id = $1",
};

#define MEMBER(m) ROW_MEMBER(struct nameplate, m)
static const struct row_kind plates = ROW_KIND(struct nameplate,
    "Keterangan kantor ini tidak ditemukan.", MEMBER(id), MEMBER(from_at),
    MEMBER(made_at), MEMBER(made_by), MEMBER(office), MEMBER(service),
    MEMBER(hours), MEMBER(hours_en), MEMBER(contact), MEMBER(notice),
    MEMBER(notice_en), MEMBER(ground));

/* -- reading --------------------------------------------------------------- */

static void
of_conf(const struct conf *conf, struct nameplate *p)
{
	memset(p, 0, sizeof(*p));
	utf8_copy(p->office, sizeof(p->office), conf->office);
	utf8_copy(p->service, sizeof(p->service), conf->service);
	utf8_copy(p->hours, sizeof(p->hours), conf->hours);
	utf8_copy(p->contact, sizeof(p->contact), conf->contact);
}

void
nameplate_at(struct office *o, const struct conf *conf, int64_t at,
    struct nameplate *p)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_AT], "ii",
	    office_unit(o), at);
	int found = db_step(st);

	/* None is no failure: why something was refused is still to be said. */
	if (found)
		row_read(st, &plates, p);
	if (db_done(st) != 0 || !found)
		of_conf(conf, p);
}

const char *
nameplate_hours(const struct nameplate *p, const char *language)
{
	return strcmp(language, "en") == 0 && p->hours_en[0] != '\0' ?
	    p->hours_en : p->hours;
}

const char *
nameplate_notice(const struct nameplate *p, const char *language)
{
	return strcmp(language, "en") == 0 && p->notice_en[0] != '\0' ?
	    p->notice_en : p->notice;
}

enum case_err
nameplate_list(struct office *o, struct nameplate **rows, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "i",
	    office_unit(o)), &plates, rows, count);
}

/* -- changes --------------------------------------------------------------- */

static char *
plate_json(const struct nameplate *p)
{
	return change_json("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:I}",
	    "office", p->office, "service", p->service, "hours", p->hours,
	    "hours_en", p->hours_en, "contact", p->contact, "notice",
	    p->notice, "notice_en", p->notice_en, "ground", p->ground,
	    "from_at", (json_int_t)p->from_at);
}

struct setting {
	const struct conf	*conf;
	const struct nameplate	*plate;
};

/* Say the two sets the same, but for their beginnings and grounds? */
static int
is_same(const struct nameplate *a, const struct nameplate *b)
{
	return strcmp(a->office, b->office) == 0 &&
	    strcmp(a->service, b->service) == 0 &&
	    strcmp(a->hours, b->hours) == 0 &&
	    strcmp(a->hours_en, b->hours_en) == 0 &&
	    strcmp(a->contact, b->contact) == 0 &&
	    strcmp(a->notice, b->notice) == 0 &&
	    strcmp(a->notice_en, b->notice_en) == 0;
}

static enum case_err
check_set(struct office *o, const struct nameplate *p,
    const struct nameplate *was)
{
	enum case_err err;

	if ((err = change_filled(o, "office", "nama kantor", p->office)) !=
	    CASE_OK || (err = change_filled(o, "service", "nama layanan",
	    p->service)) != CASE_OK || (err = change_filled(o, "hours",
	    "jam layanan", p->hours)) != CASE_OK)
		return err;
	if (office_month_is_closed(o, p->from_at))
		return change_invalid(o, "from_at", "Bulan ini sudah disahkan. "
		    "Isi tanggal sesudahnya");
	if (is_same(p, was))
		return change_invalid(o, "office", "Belum ada yang diubah");
	return CASE_OK;
}

static enum case_err
set(struct change_work *w, const void *in)
{
	const struct setting *s = in;
	const struct nameplate *p = s->plate;
	struct change_event e = { .stream = office_unit(w->o),
		.kind = "nameplate-set" };
	struct nameplate was;
	enum case_err err;

	nameplate_at(w->o, s->conf, p->from_at, &was);
	if ((err = check_set(w->o, p, &was)) != CASE_OK)
		return err;
	w->id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_SET], "iiiiitttttttt", w->id, e.stream,
	    p->from_at, w->ch->now, w->ch->by, p->office, p->service,
	    p->hours, p->hours_en, p->contact, p->notice, p->notice_en,
	    p->ground);
	e.effect = plate_json(p);
	e.was = plate_json(&was);
	return change_record(w, &e);
}

enum case_err
nameplate_set(struct office *o, const struct conf *conf,
    const struct change *ch, const struct nameplate *p)
{
	const struct setting s = { conf, p };

	return change_run(o, ch, set, &s, NULL);
}

static enum case_err
drop(struct change_work *w, const void *in)
{
	struct change_event e = { .stream = office_unit(w->o),
		.kind = "nameplate-dropped" };
	struct nameplate p;
	enum case_err err = row_one(w->o, db_query(w->db, sql[STMT_GET], "i",
	    *(const int64_t *)in), &plates, &p);

	if (err != CASE_OK)
		return err;
	if (p.from_at <= w->ch->now)
		return office_fail(w->o, CASE_STATE, "",
		    "Keterangan ini sudah berlaku. Ubah dengan yang baru.");
	db_run(w->db, sql[STMT_DROP], "i", p.id);
	e.effect = change_json("{s:s, s:I}", "office", p.office, "from_at",
	    (json_int_t)p.from_at);
	return change_record(w, &e);
}

enum case_err
nameplate_drop(struct office *o, const struct change *ch, int64_t id)
{
	return change_run(o, ch, drop, &id, NULL);
}
