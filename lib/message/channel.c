/*
 * channel.c - channels: their state, their stop and their checks.
 */
#include "message/channel.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/slug.h"
#include "message/delivery.h"
#include "office/manager.h"
#include "office/row.h"
#include "store/id.h"

#define GIVEN_UP_DAYS 30

enum stmt {
	STMT_STOPPED,
	STMT_GO_ON,
	STMT_STOP,
	STMT_UNTRY,
	STMT_ADMINS,
	STMT_WARN,
	STMT_CHECKED,
	STMT_STATE,
	STMT_WAITING,
	STMT_SENT,
	STMT_FAILURE,
	STMT_FAILED,
	STMT__MAX
};

/* The way a message goes: as delivery_next() has it. */
#define ROUTE \
	"coalesce(d.route, CASE WHEN m.address <> '' THEN m.channel" \
	"  WHEN p.phone <> '' THEN 'whatsapp'" \
	"  WHEN p.email <> '' THEN 'mail' ELSE '' END)"

static const char *const sql[STMT__MAX] = {
	[STMT_STOPPED] =
		"SELECT mark FROM channels"
		" WHERE route = $1 AND denied_at IS NOT NULL",
	[STMT_GO_ON] =
		"UPDATE channels SET denied_at = NULL WHERE route = $1",
	[STMT_STOP] = (
		"INSERT INTO channels (route, denied_at, mark, reason, well)"
		" VALUES ($1, $2, $3, $4, 0) ON CONFLICT (route) DO UPDATE"
		" SET denied_at = excluded.denied_at, mark = excluded.mark,"
		" reason = excluded.reason, well = 0"
		" WHERE channels.denied_at IS NULL"),
	[STMT_UNTRY] = (
		"UPDATE deliveries SET state = 'waiting', tries = tries - 1,"
		" next_at = $2, reason = $3, changed_at = $2"
		" WHERE message_id = $1 AND state = 'begun'"),
	[STMT_ADMINS] =
		"SELECT p.id, p.phone, p.email FROM people p"
		" WHERE p.active = 1 AND " MANAGER_SQL("p", "$1")
		" ORDER BY p.id",
	[STMT_WARN] = (
		"INSERT INTO messages (id, person_id, kind, channel, address,"
		" subject, body, state, queued_at)"
		" VALUES ($1, $2, 'channel', $3, $4, $5, $6, 'queued', $7)"),
	[STMT_CHECKED] = (
		"INSERT INTO channels (route, mark, reason, checked_at, well)"
		" VALUES ($1, '', '', $2, $3) ON CONFLICT (route) DO UPDATE"
		" SET checked_at = $2, well = $3, denied_at = CASE $3"
		"   WHEN 1 THEN NULL ELSE channels.denied_at END"),
	[STMT_STATE] =
		"SELECT coalesce(denied_at, 0), reason,"
		" coalesce(checked_at, 0), well FROM channels"
		" WHERE route = $1",
	[STMT_WAITING] = (
		"SELECT count(*), coalesce(min(queued_at), 0),"
		" coalesce(min(next_at), 0) FROM ("
		"SELECT " ROUTE " AS route, m.queued_at, CASE"
		"   WHEN coalesce(d.next_at, 0) > m.queued_at THEN d.next_at"
		"   ELSE m.queued_at END AS next_at"
		"  FROM messages m"
		"  LEFT JOIN deliveries d ON d.message_id = m.id"
		"  LEFT JOIN cases c ON c.id = m.case_id"
		"  LEFT JOIN people p"
		"    ON p.id = coalesce(m.person_id, c.applicant_id)"
		" WHERE m.state = 'queued'"
		"   AND (m.expires_at IS NULL OR m.expires_at > $2)) AS w"
		" WHERE route = $1"),
	[STMT_SENT] =
		"SELECT begun_at FROM deliveries WHERE route = $1"
		"   AND state IN ('accepted', 'delivered', 'read')"
		" ORDER BY begun_at DESC NULLS LAST LIMIT 1",
	[STMT_FAILURE] =
		"SELECT changed_at, reason FROM deliveries"
		" WHERE route = $1 AND reason <> ''"
		" ORDER BY begun_at DESC NULLS LAST LIMIT 1",
	[STMT_FAILED] =
		"SELECT count(*) FROM deliveries"
		" WHERE route = $1 AND begun_at > $2 AND state = 'failed'",
};

static const char *const channels[CHANNEL__MAX] = {
	[CHANNEL_NONE] = "",
	[CHANNEL_WHATSAPP] = "whatsapp",
	[CHANNEL_MAIL] = "mail",
	[CHANNEL_MAILBOX] = "mailbox",
};

const char *
channel_slug(enum channel r)
{
	return channels[r];
}

enum channel
channel_from(const char *slug)
{
	int i = slug_index(channels, CHANNEL__MAX, slug);

	return i == -1 ? CHANNEL_NONE : (enum channel)i;
}

void
channel_mark(const struct office *o, const char *whole,
    char mark[CHANNEL_MARK_SIZE])
{
	office_sign(o, whole, mark);
}

int
channel_stopped(struct office *o, enum channel route, const char *mark)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_STOPPED], "t",
	    channel_slug(route));
	int stopped = db_step(st), same = 0;

	if (stopped)
		same = strcmp(db_text(st, 0), mark) == 0;
	db_done(st);
	if (stopped && !same)
		db_run(office_db(o), sql[STMT_GO_ON], "t",
		    channel_slug(route));
	return same;
}

/* -- refused ------------------------------------------------------------- */

struct denying {
	struct office			*o;
	const struct delivery		*d;
	const char			*mark;
	const struct channel_denial	*x;
	int64_t				 now;
	int				 news;
};

struct admin {
	int64_t	id;
	char	phone[24], email[128];
};

#define MEMBER(m) ROW_MEMBER(struct admin, m)
static const struct row_kind admins = ROW_KIND(struct admin, "", MEMBER(id),
    MEMBER(phone), MEMBER(email));

/* Queue a message to an administrator by the other way; one who has only the
 * way that stopped sees it on the page. */
static void
warn_admin(struct db *db, const struct denying *x, const struct admin *a)
{
	int mail = x->d->route == CHANNEL_WHATSAPP;
	const char *address = mail ? a->email : a->phone;
	char subject[128], body[1024];

	if (*address == '\0')
		return;
	snprintf(subject, sizeof(subject), "Pengiriman %s berhenti",
	    mail ? "WhatsApp" : "surel");
	snprintf(body, sizeof(body), "Pengiriman pesan lewat %s berhenti: "
	    "kunci atau kata sandi kantor ditolak (%s).\n\nPesan tetap "
	    "mengantre dan dikirim sesudah pengaturannya diperbaiki. "
	    "Lihat %s", mail ? "WhatsApp" : "surel", x->x->reason,
	    x->x->address);
	db_run(db, sql[STMT_WARN], "iitttti", id_new(x->now), a->id,
	    mail ? "mail" : "whatsapp", address, subject, body, x->now);
}

static int
deny(struct db *db, void *arg)
{
	struct denying *x = arg;
	struct admin *list;
	size_t i, n;
	enum case_err err;

	db_run(db, sql[STMT_UNTRY], "iit", x->d->id, x->now, x->x->reason);
	x->news = db_run(db, sql[STMT_STOP], "titt",
	    channel_slug(x->d->route), x->now, x->mark, x->x->reason) == 1;
	if (!x->news)
		return CASE_OK;
	err = row_all(x->o, db_query(db, sql[STMT_ADMINS], "i", x->now),
	    &admins, &list, &n);
	if (err != CASE_OK)
		return err;
	for (i = 0; i < n; i++)
		warn_admin(db, x, &list[i]);
	free(list);
	return CASE_OK;
}

enum case_err
channel_deny(struct office *o, const struct delivery *d, const char *mark,
    const struct channel_denial *denial, int64_t now, int *news)
{
	struct denying x = { o, d, mark, denial, now, 0 };
	enum case_err err = office_err_tx(o, db_tx(office_db(o), deny, &x));

	if (err == CASE_OK)
		*news = x.news;
	return err;
}

enum case_err
channel_checked(struct office *o, enum channel route, int well, int64_t now)
{
	int rows = db_run(office_db(o), sql[STMT_CHECKED], "tii",
	    channel_slug(route), now, (int64_t)(well != 0));

	return rows < 0 ? office_err_tx(o, rows) : CASE_OK;
}

/* -- looking ------------------------------------------------------------- */

static int
read_state(struct db *db, struct channel_row *c)
{
	struct db_stmt *st = db_query(db, sql[STMT_STATE], "t",
	    channel_slug(c->route));

	if (db_step(st)) {
		c->denied_at = db_int(st, 0);
		db_copy(st, 1, c->reason, sizeof(c->reason));
		c->checked_at = db_int(st, 2);
		c->well = db_int(st, 3);
	}
	return db_done(st);
}

static int
read_waiting(struct db *db, struct channel_row *c, int64_t now)
{
	struct db_stmt *st = db_query(db, sql[STMT_WAITING], "ti",
	    channel_slug(c->route), now);

	if (db_step(st)) {
		c->queued = db_int(st, 0);
		c->oldest_at = db_int(st, 1);
		c->next_at = c->denied_at != 0 ? 0 : db_int(st, 2);
	}
	return db_done(st);
}

static int
read_failure(struct db *db, struct channel_row *c)
{
	struct db_stmt *st = db_query(db, sql[STMT_FAILURE], "t",
	    channel_slug(c->route));

	if (db_step(st)) {
		c->failed_at = db_int(st, 0);
		db_copy(st, 1, c->failure, sizeof(c->failure));
	}
	return db_done(st);
}

enum case_err
channel_list(struct office *o, int64_t now,
    struct channel_row rows[CHANNEL__MAX - 1])
{
	struct db *db = office_db(o);
	int i, rc;

	for (i = 0; i < CHANNEL__MAX - 1; i++) {
		struct channel_row *c = &rows[i];

		memset(c, 0, sizeof(*c));
		c->route = (enum channel)(i + 1);
		if ((rc = read_state(db, c)) != 0 ||
		    (rc = read_waiting(db, c, now)) != 0 ||
		    (rc = read_failure(db, c)) != 0)
			return office_err_tx(o, rc);
		c->sent_at = row_int(db_query(db, sql[STMT_SENT], "t",
		    channel_slug(c->route)));
		c->given_up = row_int(db_query(db, sql[STMT_FAILED], "ti",
		    channel_slug(c->route), now - GIVEN_UP_DAYS * 86400));
	}
	return CASE_OK;
}
