/*
 * preference.c - how people of the office want to hear of their work.
 */
#include "people/preference.h"

#include <stdio.h>
#include <string.h>

#include "office/row.h"
#include "people/person.h"

enum stmt {
	STMT_GET,
	STMT_SET,
	STMT_CONTACT,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_GET] = (
		"SELECT p.id, coalesce(s.work_by, ''),"
		" coalesce(s.digest_by, CASE p.email WHEN '' THEN ''"
		"  ELSE 'mail' END), p.phone, p.email"
		"  FROM people p LEFT JOIN tellings s ON s.person_id = p.id"
		" WHERE p.id = $1"),
	[STMT_SET] = (
		"INSERT INTO tellings (person_id, work_by, digest_by, work_at,"
		" digest_at) VALUES ($1, $2, $3, 0, 0)"
		" ON CONFLICT (person_id) DO UPDATE SET"
		" work_by = excluded.work_by, digest_by = excluded.digest_by"),
	[STMT_CONTACT] =
		"UPDATE people SET phone = $2, email = $3 WHERE id = $1",
};

#define MEMBER(m) ROW_MEMBER(struct preference, m)
static const struct row_kind preferences = ROW_KIND(struct preference,
    "Orang ini tidak ditemukan.", MEMBER(person_id), MEMBER(work_by),
    MEMBER(digest_by), MEMBER(phone), MEMBER(email));

enum case_err
preference_get(struct office *o, int64_t person_id, struct preference *t)
{
	return row_one(o, db_query(office_db(o), sql[STMT_GET], "i",
	    person_id), &preferences, t);
}

/* CASE_OK when the preference has the address that this way needs. */
static enum case_err
check_way(struct office *o, const char *field, const char *way,
    const struct preference *t)
{
	if (strcmp(way, PREFERENCE_WHATSAPP) == 0)
		return t->phone[0] != '\0' ? CASE_OK : office_fail(o,
		    CASE_INVALID, "phone", "Isi nomor WhatsApp Anda");
	if (strcmp(way, PREFERENCE_MAIL) == 0)
		return t->email[0] != '\0' ? CASE_OK : office_fail(o,
		    CASE_INVALID, "email", "Isi alamat surel Anda");
	return way[0] == '\0' ? CASE_OK : office_fail(o, CASE_INVALID, field,
	    "Pilih salah satu");
}

static enum case_err
set(struct change_work *w, const void *in)
{
	const struct preference *t = in;
	struct change_event e = { .stream = t->person_id,
		.kind = "person-told-by" };
	struct person p;
	enum case_err err;

	if ((err = person_get(w->o, t->person_id, &p)) != CASE_OK)
		return err;
	if (w->ch->by != p.id || p.institution_id != 0)
		return office_fail(w->o, CASE_DENIED, "",
		    "Setiap pegawai mengatur pemberitahuannya sendiri.");
	if ((err = person_addresses(w->o, t->phone, t->email)) != CASE_OK ||
	    (err = check_way(w->o, "work_by", t->work_by, t)) != CASE_OK ||
	    (err = check_way(w->o, "digest_by", t->digest_by, t)) != CASE_OK)
		return err;
	db_run(w->db, sql[STMT_CONTACT], "itt", p.id, t->phone, t->email);
	db_run(w->db, sql[STMT_SET], "itt", p.id, t->work_by, t->digest_by);
	e.effect = change_json("{s:s, s:s}", "work_by", t->work_by, "digest_by",
	    t->digest_by);
	e.payload = change_json("{s:s, s:s}", "phone", t->phone, "email",
	    t->email);
	return change_record(w, &e);
}

enum case_err
preference_set(struct office *o, const struct change *ch,
    const struct preference *t)
{
	return change_run(o, ch, set, t, NULL);
}
