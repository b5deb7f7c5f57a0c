/*
 * mailing.c - a mail to everybody who holds a role, or to the administrators.
 */
#include "message/mailing.h"

#include <stdio.h>
#include <stdlib.h>

#include "office/manager.h"
#include "office/row.h"
#include "store/id.h"

enum stmt {
	STMT_ROLE,
	STMT_HOLDERS,
	STMT_ADMINS,
	STMT_INSERT,
	STMT_FILE,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_ROLE] =
		"SELECT id FROM roles WHERE slug = $1",
	[STMT_HOLDERS] =
		"SELECT DISTINCT p.id, 'mail', p.email FROM holders h"
		"  JOIN people p ON p.id = h.person_id"
		" WHERE h.role_id = $1 AND h.from_at <= $2"
		"   AND (h.to_at IS NULL OR h.to_at > $2)"
		"   AND p.active = 1 AND p.email <> '' ORDER BY p.id",
	[STMT_ADMINS] =
		"SELECT p.id, CASE WHEN p.email <> '' THEN 'mail'"
		" ELSE 'whatsapp' END, CASE WHEN p.email <> '' THEN p.email"
		" ELSE p.phone END FROM people p WHERE p.active = 1"
		"   AND (" MANAGER_SQL("p", "$1") " OR ($2 = 1 AND "
		MANAGER_SQL_BY_ROLE("'data-pribadi'", "p.id", "$1") "))"
		"   AND (p.email <> '' OR p.phone <> '') ORDER BY p.id",
	[STMT_INSERT] =
		"INSERT INTO messages (id, person_id, kind, channel, address,"
		" subject, body, fact, state, queued_at) VALUES ($1, $2,"
		" 'announcement', $3, $4, $5, $6, $7, 'queued', $8)"
		" ON CONFLICT (fact) DO NOTHING",
	[STMT_FILE] = (
		"INSERT INTO message_files (message_id, name, type, size,"
		" sha256) VALUES ($1, $2, $3, $4, $5)"),
};

struct reader {
	int64_t	id;
	char	channel[12], address[128];
};

struct work {
	struct office			*o;
	const struct mailing		*a;
	struct reader			*reader;
	size_t				 nreader;
	int64_t				 now;
	int				 count;
};

#define MEMBER(m) ROW_MEMBER(struct reader, m)
static const struct row_kind readers = ROW_KIND(struct reader, "", MEMBER(id),
    MEMBER(channel), MEMBER(address));

/* Queue the mail to one person, once for the fact: 1, or 0 when it was
 * queued before. */
static int
queue_one(struct db *db, const struct work *w, const struct reader *r)
{
	const struct mailing *a = w->a;
	int64_t id = id_new(w->now);
	char fact[256];

	snprintf(fact, sizeof(fact), "%s:%lld", a->fact, (long long)r->id);
	if (db_run(db, sql[STMT_INSERT], "iittttti", id, r->id, r->channel,
	    r->address, a->subject, a->body, fact, w->now) <= 0)
		return 0;
	if (a->file_name != NULL)
		db_run(db, sql[STMT_FILE], "ittit", id, a->file_name,
		    a->file_type, a->size, a->sha256);
	return 1;
}

/* The readers of a mailing: CASE_OK, CASE_NOT_FOUND, CASE_DB. */
static enum case_err
find_readers(struct work *w)
{
	struct db *db = office_db(w->o);
	int64_t role;

	if (w->a->role == NULL)
		return row_all(w->o, db_query(db, sql[STMT_ADMINS], "ii",
		    w->now, (int64_t)w->a->personal), &readers, &w->reader,
		    &w->nreader);
	role = row_int(db_query(db, sql[STMT_ROLE], "t", w->a->role));
	if (role == 0)
		return office_fail(w->o, CASE_NOT_FOUND, "",
		    "Peran tidak ditemukan.");
	return row_all(w->o, db_query(db, sql[STMT_HOLDERS], "ii", role,
	    w->now), &readers, &w->reader, &w->nreader);
}

static int
queue(struct db *db, void *arg)
{
	struct work *w = arg;
	enum case_err err = find_readers(w);

	w->count = 0;
	if (err != CASE_OK)
		return err;
	for (size_t i = 0; i < w->nreader; i++)
		w->count += queue_one(db, w, &w->reader[i]);
	free(w->reader);
	return CASE_OK;
}

enum case_err
mailing_add(struct change_work *cw, const struct mailing *a)
{
	struct work w = { .o = cw->o, .a = a, .now = cw->ch->now };

	return (enum case_err)queue(cw->db, &w);
}

enum case_err
mailing_queue(struct office *o, const struct mailing *a, int64_t now,
    int *count)
{
	struct work w = { .o = o, .a = a, .now = now };
	enum case_err err = office_err_tx(o, db_tx(office_db(o), queue, &w));

	*count = w.count;
	return err;
}
