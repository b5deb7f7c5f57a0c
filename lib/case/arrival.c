/*
 * arrival.c - news of a message that left: it arrived, or it never will.
 */
#include "case/arrival.h"


#include "base/slug.h"
#include "case/act_close.h"
#include "message/delivery.h"
#include "message/secret.h"
#include "office/row.h"

#define UNDER_WAY 120		/* seconds, longer than an attempt takes */

enum stmt {
	STMT_EXPIRE,
	STMT_GIVEN_UP,
	STMT_MESSAGE_SENT,
	STMT_FIND,
	STMT_UNDER_WAY,
	STMT_MAIL,
	STMT_QUEUE_AGAIN,
	STMT_FAILED,
	STMT_NEWS,
	STMT_MESSAGE_FAILED,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_EXPIRE] =
		"UPDATE messages SET state = 'expired'"
		" WHERE state = 'queued' AND expires_at <= $1",
	[STMT_GIVEN_UP] = (
		"SELECT m.id FROM deliveries d"
		"  JOIN messages m ON m.id = d.message_id"
		" WHERE d.state = 'failed' AND m.state IN ('queued', 'sent')"
		" ORDER BY m.id LIMIT 1"),
	[STMT_MESSAGE_SENT] =
		"UPDATE messages SET state = 'sent', sent_at = $2"
		" WHERE id = $1 AND state = 'queued'",
	[STMT_FIND] = (
		"SELECT d.message_id, coalesce(m.case_id, 0),"
		" coalesce(m.person_id, 0), d.route, d.state,"
		" CASE WHEN m.person_id IS NULL THEN coalesce("
		"   nullif(c.email, ''), p.email, '')"
		"   ELSE coalesce(p.email, '') END"
		"  FROM deliveries d JOIN messages m ON m.id = d.message_id"
		"  LEFT JOIN cases c ON c.id = m.case_id"
		"  LEFT JOIN people p"
		"    ON p.id = coalesce(m.person_id, c.applicant_id)"
		" WHERE d.message_id IN (SELECT $1"
		"   UNION SELECT n.message_id FROM deliveries n"
		"    WHERE n.provider_id <> '' AND n.provider_id = $2"
		"   UNION SELECT a.message_id FROM deliveries a"
		"    WHERE a.alias <> '' AND a.alias = $3)"
		" ORDER BY d.message_id LIMIT 1"),
	[STMT_UNDER_WAY] =
		"SELECT count(*) FROM deliveries WHERE route = 'whatsapp'"
		" AND begun_at > $1 AND state = 'begun'",
	[STMT_MAIL] = (
		"UPDATE deliveries SET route = 'mail', address = $2, tries = 0,"
		" state = 'waiting', next_at = $4, reason = $3,"
		" provider_id = '', alias = '', changed_at = $4"
		" WHERE message_id = $1"),
	[STMT_QUEUE_AGAIN] =
		"UPDATE messages SET state = 'queued', sent_at = NULL"
		" WHERE id = $1 AND state = 'sent'",
	[STMT_FAILED] =
		"UPDATE deliveries SET state = 'failed', reason = $2,"
		" changed_at = $3 WHERE message_id = $1",
	[STMT_NEWS] =
		"UPDATE deliveries SET state = $2, changed_at = $3,"
		" alias = CASE WHEN $4 = '' THEN alias ELSE $4 END"
		" WHERE message_id = $1",
	[STMT_MESSAGE_FAILED] =
		"UPDATE messages SET state = 'failed' WHERE id = $1",
};

/* In the order of how much is known. */
static const char *const arrivals[ARRIVAL__MAX] = {
	[ARRIVAL_UNKNOWN] = "accepted",
	[ARRIVAL_DELIVERED] = "delivered",
	[ARRIVAL_READ] = "read",
	[ARRIVAL_FAILED] = "failed",
};

int
arrival_from(const char *slug)
{
	return slug_index(arrivals, ARRIVAL__MAX, slug);
}

static enum case_err
ran(struct office *o, int rows)
{
	return rows < 0 ? office_err_tx(o, rows) : CASE_OK;
}

struct outcome_of {
	struct arrival_news	 news;
	int			 mail;		/* a mail may follow */
	int64_t			 now;

	/* the message */
	int64_t			 id, case_id, person_id;
	enum channel		 route;
	char			 state[12], email[128];
	int			 given_up;
};

static enum case_err
find(struct db *db, struct outcome_of *f)
{
	struct db_stmt *st = db_query(db, sql[STMT_FIND], "itt",
	    f->news.message_id, f->news.provider_id ? f->news.provider_id : "",
	    f->news.alias ? f->news.alias : "");
	int found = db_step(st);

	if (found) {
		f->id = db_int(st, 0);
		f->case_id = db_int(st, 1);
		f->person_id = db_int(st, 2);
		f->route = channel_from(db_text(st, 3));
		db_copy(st, 4, f->state, sizeof(f->state));
		db_copy(st, 5, f->email, sizeof(f->email));
	}
	db_done(st);
	return found ? CASE_OK : CASE_NOT_FOUND;
}

/* Send by mail instead, or give up. */
static void
fail_now(struct db *db, struct outcome_of *f)
{
	const char *reason = f->news.reason != NULL ? f->news.reason : "";

	f->given_up = f->route != CHANNEL_WHATSAPP || !f->mail ||
	    f->email[0] == '\0';
	if (f->given_up) {
		db_run(db, sql[STMT_FAILED], "iti", f->id, reason, f->now);
		return;
	}
	db_run(db, sql[STMT_MAIL], "itti", f->id, f->email, reason, f->now);
	db_run(db, sql[STMT_QUEUE_AGAIN], "i", f->id);
}

static int
note_news(struct db *db, void *arg)
{
	struct outcome_of *f = arg;
	int was;

	f->given_up = 0;
	if (find(db, f) != CASE_OK)
		return CASE_NOT_FOUND;
	was = arrival_from(f->state);
	/* A message that arrived cannot fail any more. */
	if (f->news.arrival == ARRIVAL_FAILED) {
		if (was == -1 || was == ARRIVAL_UNKNOWN)
			fail_now(db, f);
		return 0;
	}
	if (was == ARRIVAL_FAILED ? f->news.arrival != ARRIVAL_UNKNOWN :
	    was < (int)f->news.arrival)
		was = f->news.arrival;
	db_run(db, sql[STMT_NEWS], "itit", f->id, arrivals[was], f->now,
	    f->news.alias ? f->news.alias : "");
	db_run(db, sql[STMT_MESSAGE_SENT], "ii", f->id, f->now);
	if (was == ARRIVAL_DELIVERED || was == ARRIVAL_READ)
		secret_forget(db, f->id);
	return 0;
}

/* A message to an applicant that is given up is the office's task; one to the
 * office's own people is seen in their inbox anyway. */
static enum case_err
give_up(struct office *o, const struct outcome_of *f)
{
	enum case_err err;

	if (f->case_id == 0 || f->person_id != 0)
		return ran(o, db_run(office_db(o), sql[STMT_MESSAGE_FAILED],
		    "i", f->id));
	err = act_undeliverable(o, f->id, f->now);
	return err == CASE_REPEATED ? CASE_OK : err;
}

static enum case_err
take_news(struct office *o, struct outcome_of *f)
{
	int rc = db_tx(office_db(o), note_news, f);
	int64_t under_way = 0;
	enum case_err err;

	/* The provider's name of a message that is being sent is not written
	 * down yet. */
	if (rc == CASE_NOT_FOUND && (err = row_number(o, db_query(office_db(o),
	    sql[STMT_UNDER_WAY], "i", f->now - UNDER_WAY), &under_way)) !=
	    CASE_OK)
		return err;
	if (under_way > 0)
		return office_fail(o, CASE_BUSY, "",
		    "Pengiriman sedang berlangsung. Coba lagi.");
	if (rc == CASE_NOT_FOUND)
		return office_fail(o, CASE_NOT_FOUND, "",
		    "Pesan tidak ditemukan.");
	if (rc != 0)
		return office_err_tx(o, rc);
	return f->given_up ? give_up(o, f) : CASE_OK;
}

enum case_err
arrival_failed(struct office *o, int64_t message_id, const char *reason,
    int mail, int64_t now)
{
	struct outcome_of f = { .mail = mail, .now = now };

	f.news.message_id = message_id;
	f.news.arrival = ARRIVAL_FAILED;
	f.news.reason = reason;
	return take_news(o, &f);
}

enum case_err
arrival_news(struct office *o, const struct arrival_news *news, int mail,
    int64_t now)
{
	struct outcome_of f = { .news = *news, .mail = mail, .now = now };

	return take_news(o, &f);
}

enum case_err
arrival_tidy(struct office *o, int64_t now)
{
	struct outcome_of f = { .now = now };
	enum case_err err = ran(o, db_run(office_db(o), sql[STMT_EXPIRE], "i",
	    now));

	while (err == CASE_OK && (err = row_number(o, db_query(office_db(o),
	    sql[STMT_GIVEN_UP], ""), &f.news.message_id)) == CASE_OK &&
	    f.news.message_id != 0)
		if ((err = find(office_db(o), &f)) == CASE_OK)
			err = give_up(o, &f);
	return err;
}
