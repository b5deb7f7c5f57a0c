/*
 * message.c - messages: queued, and read of a case or a fact.
 */
#include "message/message.h"

#include "office/row.h"
#include "store/id.h"

enum stmt {
	STMT_OF_CASE,
	STMT_OF_FACT,
	STMT_QUEUE,
	STMT__MAX
};

#define COLUMNS \
	"SELECT m.id, coalesce(m.case_id, 0), coalesce(m.task_id, 0)," \
	" m.kind, coalesce(d.address, m.address), m.body, m.state," \
	" m.queued_at, coalesce(m.sent_at, 0), coalesce(d.route, '')," \
	" coalesce(d.state, ''), coalesce(d.reason, '')," \
	" coalesce(d.tries, 0), coalesce(d.changed_at, 0)," \
	" coalesce(d.repeated, 0)" \
	"  FROM messages m" \
	"  LEFT JOIN deliveries d ON d.message_id = m.id"

static const char *const sql[STMT__MAX] = {
	[STMT_OF_CASE] =
		COLUMNS " WHERE m.case_id = $1 AND m.person_id IS NULL"
		" ORDER BY m.queued_at, m.id",
	[STMT_OF_FACT] =
		COLUMNS " WHERE m.fact = $1",
	[STMT_QUEUE] =
		"INSERT INTO messages (id, kind, channel, address, subject,"
		" body, fact, state, queued_at) VALUES ($1, $2, $3, $4, $5,"
		" $6, nullif($7, ''), 'queued', $8)"
		" ON CONFLICT (fact) DO NOTHING",
};

static void
read_message(struct db_stmt *st, void *row)
{
	struct message *m = row;

	m->id = db_int(st, 0);
	m->case_id = db_int(st, 1);
	m->task_id = db_int(st, 2);
	db_copy(st, 3, m->kind, sizeof(m->kind));
	db_copy(st, 4, m->address, sizeof(m->address));
	db_copy(st, 5, m->body, sizeof(m->body));
	db_copy(st, 6, m->state, sizeof(m->state));
	m->queued_at = db_int(st, 7);
	m->sent_at = db_int(st, 8);
	db_copy(st, 9, m->route, sizeof(m->route));
	db_copy(st, 10, m->arrival, sizeof(m->arrival));
	db_copy(st, 11, m->reason, sizeof(m->reason));
	m->tries = db_int(st, 12);
	m->changed_at = db_int(st, 13);
	m->repeated = db_int(st, 14);
}

static const struct row_kind rows = { sizeof(struct message), read_message,
	"Tidak ada pesan." };

enum case_err
message_of_fact(struct office *o, const char *fact, struct message *m)
{
	return row_one(o, db_query(office_db(o), sql[STMT_OF_FACT], "t",
	    fact), &rows, m);
}

enum case_err
message_list(struct office *o, int64_t case_id, struct message **list,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_OF_CASE], "i",
	    case_id), &rows, list, count);
}

void
message_queue(struct db *db, const struct message_new *m)
{
	int phone = m->phone[0] != '\0';

	db_run(db, sql[STMT_QUEUE], "itttttti", id_new(m->now), m->kind,
	    phone ? "whatsapp" : m->email[0] != '\0' ? "mail" : "",
	    phone ? m->phone : m->email, m->subject, m->body,
	    m->fact != NULL ? m->fact : "", m->now);
}
