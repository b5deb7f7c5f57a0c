/*
 * delivery.c - the sending of messages: which is due, and what came of it.
 */
#include "message/delivery.h"

#include <stdio.h>
#include <string.h>

#include "message/secret.h"
#include "office/row.h"
#include "sop/sop.h"

enum stmt {
	STMT_PAST,
	STMT_NEXT,
	STMT_HELD,
	STMT_HELD_OF,
	STMT_COUNT,
	STMT_BACKLOG,
	STMT_BEGIN,
	STMT_SENT,
	STMT_MESSAGE_SENT,
	STMT__MAX
};

/* Messages to visitors whose address had $1 of them in the day before $2. */
#define HELD(of) \
	"SELECT count(*) FROM messages m JOIN cases c ON c.id = m.case_id" \
	" WHERE " of "m.state = 'queued' AND m.person_id IS NULL" \
	"   AND c.applicant_id IS NULL AND m.address <> ''" \
	"   AND (SELECT count(*) FROM deliveries x" \
	"     WHERE x.address = m.address AND x.begun_at > $2 - 86400" \
	"       AND x.message_id <> m.id) >= $1"

static const char *const sql[STMT__MAX] = {
	[STMT_PAST] =
		"UPDATE messages SET state = 'sent', sent_at = queued_at"
		" WHERE state = 'queued' AND queued_at < $1",
	/* An applicant without an address in the case may have one in an
	 * account.  What was queued or tried at an instant to come, by a clock
	 * that was ahead, is due. */
	[STMT_NEXT] = (
		"SELECT id, case_id, person_id, version_id, kind, route,"
		" address, subject, body, name, number, queued_at, tries,"
		" begun_at, cut, repeated, account, file_name, file_type,"
		" sha256, size, language FROM ("
		"SELECT m.id, coalesce(m.case_id, 0) AS case_id,"
		"   coalesce(m.person_id, 0) AS person_id,"
		"   coalesce(c.version_id, 0) AS version_id, m.kind,"
		"   coalesce(d.route, CASE WHEN m.address <> '' THEN m.channel"
		"     WHEN p.phone <> '' THEN 'whatsapp'"
		"     WHEN p.email <> '' THEN 'mail' ELSE '' END) AS route,"
		"   coalesce(d.address, nullif(m.address, ''),"
		"     nullif(p.phone, ''), p.email, '') AS address,"
		"   m.subject, m.body, CASE WHEN m.person_id IS NULL"
		"     THEN c.applicant ELSE p.name END AS name,"
		"   coalesce(c.number, '') AS number,"
		"   coalesce(c.language, '') AS language, m.queued_at,"
		"   coalesce(d.tries, 0) AS tries,"
		"   coalesce(d.begun_at, 0) AS begun_at,"
		"   CASE WHEN d.state = 'begun' THEN 1 ELSE 0 END AS cut,"
		"   coalesce(d.repeated, 0) AS repeated,"
		"   CASE WHEN c.applicant_id IS NULL THEN 0 ELSE 1 END"
		"     AS account, coalesce(f.name, '') AS file_name,"
		"   coalesce(f.type, '') AS file_type,"
		"   coalesce(f.sha256, '') AS sha256,"
		"   coalesce(f.size, 0) AS size"
		"  FROM messages m"
		"  LEFT JOIN deliveries d ON d.message_id = m.id"
		"  LEFT JOIN message_files f ON f.message_id = m.id"
		"  LEFT JOIN cases c ON c.id = m.case_id"
		"  LEFT JOIN people p"
		"    ON p.id = coalesce(m.person_id, c.applicant_id)"
		" WHERE m.state = 'queued'"
		"   AND (m.expires_at IS NULL OR m.expires_at > $1)"
		"   AND (coalesce(d.next_at, 0) <= $1 OR d.begun_at > $1))"
		"   AS due"
		" WHERE (route <> 'whatsapp' OR $2 = 0)"
		"   AND (route <> 'mail' OR $3 = 0)"
		"   AND ($5 = 0 OR account = 1 OR person_id <> 0"
		"     OR address = '' OR (SELECT count(*) FROM deliveries x"
		"       WHERE x.address = due.address"
		"         AND x.begun_at > $1 - 86400"
		"         AND x.message_id <> due.id) < $5)"
		" ORDER BY queued_at, id LIMIT 1 OFFSET $4"),
	[STMT_HELD] = (HELD("")),
	/* One case has few messages, and all queued ones may be many. */
	[STMT_HELD_OF] = (HELD("m.case_id = $3 AND ")),
	[STMT_COUNT] =
		"SELECT count(*) FROM deliveries"
		" WHERE route = $1 AND begun_at > $2",
	[STMT_BACKLOG] =
		"SELECT count(*), coalesce(min(queued_at), 0) FROM messages"
		" WHERE state = 'queued'"
		"   AND (expires_at IS NULL OR expires_at > $1)",
	[STMT_BEGIN] = (
		"INSERT INTO deliveries (message_id, route, address, state,"
		" tries, begun_at, next_at, repeated, provider_id, alias,"
		" reason, changed_at)"
		" VALUES ($1, $2, $3, 'begun', 1, $4, $5, 0, '', '', '', $4)"
		" ON CONFLICT (message_id) DO UPDATE SET route = $2,"
		" address = $3, state = 'begun', tries = deliveries.tries + 1,"
		" begun_at = $4, next_at = $5,"
		" repeated = CASE WHEN $6 = 1 THEN 1"
		"   ELSE deliveries.repeated END, changed_at = $4"),
	/* Its news may have been faster than the answer. */
	[STMT_SENT] = (
		"UPDATE deliveries SET state = CASE WHEN state = 'begun'"
		" THEN 'accepted' ELSE state END, provider_id = $2,"
		" reason = '', changed_at = $3 WHERE message_id = $1"),
	[STMT_MESSAGE_SENT] =
		"UPDATE messages SET state = 'sent', sent_at = $2"
		" WHERE id = $1 AND state = 'queued'",
};

/* -- what is due -------------------------------------------------------- */

static enum case_err
ran(struct office *o, int rows)
{
	return rows < 0 ? office_err_tx(o, rows) : CASE_OK;
}

enum case_err
delivery_past(struct office *o, int64_t before)
{
	return ran(o, db_run(office_db(o), sql[STMT_PAST], "i", before));
}

enum case_err
delivery_backlog(struct office *o, int64_t now, int64_t *count,
    int64_t *oldest_at)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_BACKLOG], "i",
	    now);

	if (db_step(st)) {
		*count = db_int(st, 0);
		*oldest_at = db_int(st, 1);
	}
	return ran(o, db_done(st));
}

static void
read_delivery(struct db_stmt *st, void *row)
{
	struct delivery *d = row;

	d->id = db_int(st, 0);
	d->case_id = db_int(st, 1);
	d->person_id = db_int(st, 2);
	/* 3: the SOP version, for the language */
	db_copy(st, 4, d->kind, sizeof(d->kind));
	d->route = channel_from(db_text(st, 5));
	db_copy(st, 6, d->address, sizeof(d->address));
	db_copy(st, 7, d->subject, sizeof(d->subject));
	db_copy(st, 8, d->body, sizeof(d->body));
	db_copy(st, 9, d->name, sizeof(d->name));
	db_copy(st, 10, d->number, sizeof(d->number));
	d->queued_at = db_int(st, 11);
	d->tries = db_int(st, 12);
	d->begun_at = db_int(st, 13);
	d->cut = db_int(st, 14) != 0;
	d->repeated = db_int(st, 15) != 0;
	d->account = db_int(st, 16) != 0;
	db_copy(st, 17, d->file_name, sizeof(d->file_name));
	db_copy(st, 18, d->file_type, sizeof(d->file_type));
	db_copy(st, 19, d->file_hash, sizeof(d->file_hash));
	d->file_size = db_int(st, 20);
	db_copy(st, 21, d->language, sizeof(d->language));
}

enum case_err
delivery_next(struct office *o, const struct delivery_query *q,
    struct delivery *d)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_NEXT], "iiiii",
	    q->now, (int64_t)q->stopped[CHANNEL_WHATSAPP],
	    (int64_t)q->stopped[CHANNEL_MAIL], q->skip, q->per_day);
	int64_t version = 0;
	const struct sop *sop;
	int found, rc;

	memset(d, 0, sizeof(*d));
	if ((found = db_step(st)) != 0) {
		read_delivery(st, d);
		version = db_int(st, 3);
	}
	if ((rc = db_done(st)) != 0)
		return office_err_tx(o, rc);
	if (!found)
		return office_fail(o, CASE_NOT_FOUND, "",
		    "Tidak ada pesan yang menunggu.");
	sop = version != 0 && d->person_id == 0 ? office_sop(o, version) : NULL;
	if (sop == NULL || d->language[0] == '\0')
		snprintf(d->language, sizeof(d->language), "%s",
		    sop != NULL ? sop->language : "id");
	return CASE_OK;
}

int64_t
delivery_held(struct office *o, int64_t case_id, int64_t per_day, int64_t now)
{
	struct db *db = office_db(o);

	return row_int(case_id != 0 ? db_query(db, sql[STMT_HELD_OF], "iii",
	    per_day, now, case_id) : db_query(db, sql[STMT_HELD], "ii",
	    per_day, now));
}

int64_t
delivery_count(struct office *o, enum channel route, int64_t since)
{
	return row_int(db_query(office_db(o), sql[STMT_COUNT], "ti",
	    channel_slug(route), since));
}

/* -- what came of it ---------------------------------------------------- */

enum case_err
delivery_begin(struct office *o, struct delivery *d, int again,
    int64_t settle, int64_t now)
{
	return ran(o, db_run(office_db(o), sql[STMT_BEGIN], "ittiii", d->id,
	    channel_slug(d->route), d->address, now, now + settle,
	    (int64_t)(again != 0)));
}

struct sent {
	const struct delivery	*d;
	const char		*provider_id;
	int64_t			 now;
};

static int
note_sent(struct db *db, void *arg)
{
	const struct sent *s = arg;

	db_run(db, sql[STMT_SENT], "iti", s->d->id, s->provider_id, s->now);
	db_run(db, sql[STMT_MESSAGE_SENT], "ii", s->d->id, s->now);
	/* Of WhatsApp it is not known yet whether it arrives. */
	if (s->d->route != CHANNEL_WHATSAPP)
		secret_forget(db, s->d->id);
	return 0;
}

enum case_err
delivery_sent(struct office *o, const struct delivery *d,
    const char *provider_id, int64_t now)
{
	struct sent s = { d, provider_id, now };

	return office_err_tx(o, db_tx(office_db(o), note_sent, &s));
}
