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

#define MEMBER(m) ROW_MEMBER(struct message, m)
static const struct row_kind rows = ROW_KIND(struct message,
    "Tidak ada pesan.", MEMBER(id), MEMBER(case_id), MEMBER(task_id),
    MEMBER(kind), MEMBER(address), MEMBER(body), MEMBER(state),
    MEMBER(queued_at), MEMBER(sent_at), MEMBER(route), MEMBER(arrival),
    MEMBER(reason), MEMBER(tries), MEMBER(changed_at), MEMBER(repeated));

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

int64_t
message_queue(struct db *db, const struct message_new *m)
{
	int phone = m->phone[0] != '\0';
	int64_t id = id_new(m->now);

	db_run(db, sql[STMT_QUEUE], "itttttti", id, m->kind,
	    phone ? "whatsapp" : m->email[0] != '\0' ? "mail" : "",
	    phone ? m->phone : m->email, m->subject, m->body,
	    m->fact != NULL ? m->fact : "", m->now);
	return id;
}
