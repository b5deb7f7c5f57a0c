/*
 * message.c - the messages of a case.
 */
#include "case/message.h"

#include "case/rows.h"
#include "store/id.h"

enum stmt {
	STMT_OF_CASE,
	STMT_QUEUE,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_OF_CASE] =
		"SELECT id, case_id, coalesce(task_id, 0), kind, address,"
		" state, queued_at, coalesce(sent_at, 0) FROM messages"
		" WHERE case_id = $1 ORDER BY queued_at, id",
	[STMT_QUEUE] =
		"INSERT INTO messages (id, kind, channel, address, subject,"
		" body, state, queued_at) VALUES ($1, $2, $3, $4, $5, $6,"
		" 'queued', $7)",
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
	db_copy(st, 5, m->state, sizeof(m->state));
	m->queued_at = db_int(st, 6);
	m->sent_at = db_int(st, 7);
}

static const struct row_kind rows = { sizeof(struct message), read_message,
	"" };

enum case_err
case_messages(struct office *o, int64_t case_id, struct message **list,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_OF_CASE], "i",
	    case_id), &rows, list, count);
}

void
message_queue(struct db *db, const struct message_new *m)
{
	int phone = m->phone[0] != '\0';

	db_run(db, sql[STMT_QUEUE], "ittttti", id_new(m->now), m->kind,
	    phone ? "whatsapp" : m->email[0] != '\0' ? "mail" : "",
	    phone ? m->phone : m->email, m->subject, m->body, m->now);
}
