/*
 * people.c - reading persons.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/people.h"

enum stmt { STMT_PERSON, STMT_LIST, STMT_HOLDING, STMT__MAX };

#define PERSON_COLUMNS \
	"p.id, p.name, p.nip, p.phone, p.email," \
	" coalesce(p.institution_id, 0), p.admin, p.active"

static const char *const sql[STMT__MAX] = {
	[STMT_PERSON] =
		"SELECT " PERSON_COLUMNS " FROM people p WHERE p.id = $1",
	[STMT_LIST] =
		"SELECT " PERSON_COLUMNS " FROM people p"
		" WHERE p.active = 1 AND p.institution_id IS NULL"
		" ORDER BY p.name, p.id",
	[STMT_HOLDING] =
		"SELECT " PERSON_COLUMNS " FROM people p"
		" WHERE p.active = 1 AND EXISTS"
		"  (SELECT 1 FROM performers f"
		"    JOIN holders h ON h.role_id = f.role_id"
		"   WHERE f.expr = $1 AND h.person_id = p.id"
		"     AND h.from_at <= $2"
		"     AND (h.to_at IS NULL OR h.to_at > $2))"
		" ORDER BY p.name, p.id",
};

static void
read_person(struct db_stmt *st, struct person *p)
{
	p->id = db_int(st, 0);
	db_copy(st, 1, p->name, sizeof(p->name));
	db_copy(st, 2, p->nip, sizeof(p->nip));
	db_copy(st, 3, p->phone, sizeof(p->phone));
	db_copy(st, 4, p->email, sizeof(p->email));
	p->institution_id = db_int(st, 5);
	p->admin = db_int(st, 6);
	p->active = db_int(st, 7);
}

enum case_err
person_get(struct office *o, int64_t id, struct person *p)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_PERSON], "i",
	    id);
	int found = db_step(st);

	if (found)
		read_person(st, p);
	if (db_done(st) != 0)
		return case_err_tx(o, DB_ERROR);
	return found ? CASE_OK : office_fail(o, CASE_NOT_FOUND, "",
	    "Orang ini tidak ditemukan.");
}

char *
person_name(struct office *o, int64_t id, char *buf, size_t size)
{
	struct person p;

	snprintf(buf, size, "%s",
	    id != 0 && person_get(o, id, &p) == CASE_OK ? p.name : "");
	return buf;
}

/* All rows of a statement, in a grown array. */
static enum case_err
read_all(struct office *o, struct db_stmt *st, struct person **list,
    size_t *count)
{
	struct person *all = NULL, *more;
	size_t n = 0, room = 0;
	int lost = 0;

	while (!lost && db_step(st)) {
		if (n == room) {
			room = room == 0 ? 16 : room * 2;
			more = realloc(all, room * sizeof(*all));
			lost = more == NULL;
			all = more != NULL ? more : all;
		}
		if (!lost)
			read_person(st, &all[n++]);
	}
	if (db_done(st) != 0 || lost) {
		free(all);
		return case_err_tx(o, DB_ERROR);
	}
	*list = all;
	*count = n;
	return CASE_OK;
}

enum case_err
people_list(struct office *o, struct person **list, size_t *count)
{
	return read_all(o, db_query(office_db(o), sql[STMT_LIST], ""), list,
	    count);
}

enum case_err
people_holding(struct office *o, const char *performer, int64_t now,
    struct person **list, size_t *count)
{
	return read_all(o, db_query(office_db(o), sql[STMT_HOLDING], "ti",
	    performer, now), list, count);
}
