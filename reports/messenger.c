/*
 * messenger.c - sends the messages that wait: by WhatsApp, by mail, or into
 * the mailbox folder.
 *
 * Each attempt is on record before it leaves and its result after.  In
 * between a crash may come: the message then goes out again, under the same
 * name where the provider can tell by it, else marked as perhaps sent twice.
 * A provider that does not answer is left alone until the next run.
 */
#include <curl/curl.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <sys/stat.h>

#include "case/delivery.h"
#include "case/link.h"
#include "case/wording.h"
#include "conf/adapter.h"
#include "conf/conf.h"
#include "conf/log.h"
#include "reports/post.h"

#define RUN_SECONDS 50		/* a run takes no new message after so long */
#define LEASE_SECONDS 180	/* longer than any one attempt */
#define TEXT_SIZE 8192

struct messenger {
	struct conf		*conf;
	struct office		*office;
	struct adapter		*adapter;	/* NULL: no WhatsApp */
	char			 folder[4096];	/* the mailbox */
	int			 mail;		/* there is a mail server */
	struct delivery_query	 q;
	int			 sent;
};

/* A message on its way. */
struct leaving {
	struct delivery	 d;
	char		 id[24];
	char		 text[TEXT_SIZE];
};

/* -- what goes out ------------------------------------------------------ */

/* The letter goes out as a link, once the case has given it. */
static enum case_err
letter_link(struct messenger *m, const struct delivery *d, int64_t now,
    char *link, size_t size)
{
	char token[LINK_TOKEN_SIZE];
	struct document doc;
	struct case_row c;
	enum case_err err;

	link[0] = '\0';
	if (d->person_id != 0 || d->case_id == 0 ||
	    strcmp(d->kind, "notified") != 0)
		return CASE_OK;
	if ((err = case_get(m->office, d->case_id, &c)) == CASE_OK)
		err = link_answer(m->office, &c, &doc);
	if (err != CASE_OK)
		return err == CASE_NOT_FOUND ? CASE_OK : err;
	err = link_make(m->office, d->id, d->case_id,
	    now + m->conf->link_days * 86400, token);
	if (err == CASE_OK)
		snprintf(link, size, "%s/tautan/%s", m->conf->site, token);
	return err;
}

static enum case_err
write_text(struct messenger *m, struct leaving *l, int64_t now)
{
	char link[512];
	struct wording how = { m->conf->office, m->conf->site, link,
	    m->conf->link_days };
	enum case_err err = letter_link(m, &l->d, now, link, sizeof(link));

	snprintf(l->id, sizeof(l->id), "%" PRId64, l->d.id);
	wording_whole(&l->d, &how, l->text, sizeof(l->text));
	return err;
}

static struct adapter_message
as_message(const struct leaving *l)
{
	return (struct adapter_message){ l->id, l->d.address, l->text,
	    l->d.subject, l->d.kind, l->d.number, l->d.language };
}

static struct mail
as_mail(const struct messenger *m, const struct leaving *l, int64_t now)
{
	return (struct mail){ m->conf->office, *m->conf->mail_from != '\0' ?
	    m->conf->mail_from : "sopap@localhost", l->d.address,
	    l->d.subject, l->text, l->id, now };
}

/* -- sending ------------------------------------------------------------ */

/* The way it goes: what has no channel goes into the mailbox. */
static void
choose_route(const struct messenger *m, struct delivery *d)
{
	if ((d->route == CHANNEL_WHATSAPP && m->adapter == NULL) ||
	    (d->route == CHANNEL_MAIL && !m->mail))
		d->route = CHANNEL_MAILBOX;
}

static int
over_rate(const struct messenger *m, enum channel route, int64_t now)
{
	int64_t messages, seconds;

	if (route != CHANNEL_WHATSAPP)
		return 0;
	adapter_rate(m->adapter, &messages, &seconds);
	return delivery_count(m->office, route, now - seconds) >= messages;
}

static enum case_err
begin(struct messenger *m, struct delivery *d, int64_t now)
{
	int wa = d->route == CHANNEL_WHATSAPP;
	int known = d->route == CHANNEL_MAILBOX || (wa &&
	    adapter_knows_repeats(m->adapter));

	if (d->cut && !known)
		log_line(LOG_WARN, "message %" PRId64 " may go out twice",
		    d->id);
	return delivery_begin(m->office, d, d->cut && !known,
	    wa ? adapter_settle(m->adapter) : 0, now);
}

static void
leave(struct messenger *m, struct leaving *l, int64_t now, struct posted *p)
{
	struct adapter_message message = as_message(l);
	struct mail mail = as_mail(m, l, now);

	switch (l->d.route) {
	case CHANNEL_WHATSAPP:
		post_http(m->adapter, &message, p);
		break;
	case CHANNEL_MAIL:
		post_mail(m->conf, &mail, p);
		break;
	case CHANNEL_MAILBOX:
		post_mailbox(m->folder, &mail, p);
		break;
	default:
		memset(p, 0, sizeof(*p));
		p->result = ADAPTER_REFUSED;
		snprintf(p->reason, sizeof(p->reason), "no address");
	}
}

/* Again after a pause, unless it was tried often enough. */
static enum case_err
again(struct messenger *m, const struct delivery *d, const struct posted *p,
    int64_t now)
{
	int64_t pause = adapter_pause(d->route == CHANNEL_WHATSAPP ?
	    m->adapter : NULL, d->tries + 1);

	m->q.stopped[d->route] = 1;
	if (pause == -1)
		return delivery_failed(m->office, d->id, p->reason, m->mail,
		    now);
	if (pause < p->pause)
		pause = p->pause;
	return delivery_later(m->office, d, now + pause, p->reason, now);
}

static enum case_err
record(struct messenger *m, const struct delivery *d, const struct posted *p)
{
	int64_t now = time(NULL);

	if (p->result != ADAPTER_SENT)
		log_line(LOG_WARN, "message %" PRId64 ", %s: %s", d->id,
		    channel_slug(d->route), p->reason);
	switch (p->result) {
	case ADAPTER_SENT:
		m->sent++;
		return delivery_sent(m->office, d, p->id, now);
	case ADAPTER_LATER:
		return again(m, d, p, now);
	default:
		return delivery_failed(m->office, d->id, p->reason, m->mail,
		    now);
	}
}

/* One message: CASE_NOT_FOUND when none is due. */
static enum case_err
send_next(struct messenger *m)
{
	struct leaving l;
	struct posted p;
	enum case_err err;

	m->q.now = time(NULL);
	if ((err = delivery_next(m->office, &m->q, &l.d)) != CASE_OK)
		return err;
	choose_route(m, &l.d);
	if (over_rate(m, l.d.route, m->q.now)) {
		m->q.stopped[l.d.route] = 1;
		return CASE_OK;
	}
	if ((err = write_text(m, &l, m->q.now)) != CASE_OK ||
	    (err = begin(m, &l.d, m->q.now)) != CASE_OK)
		return err;
	leave(m, &l, m->q.now, &p);
	return record(m, &l.d, &p);
}

/* The mailbox that cannot be written to stops everything. */
static int
run(struct messenger *m)
{
	int64_t began = time(NULL), now = began;
	enum case_err err;
	char holder[32];

	snprintf(holder, sizeof(holder), "%ld", (long)getpid());
	err = delivery_lease(m->office, holder, now, now + LEASE_SECONDS);
	if (err == CASE_REPEATED)
		return 0;
	if (err == CASE_OK)
		err = delivery_tidy(m->office, now);
	while (err == CASE_OK && !m->q.stopped[CHANNEL_MAILBOX] &&
	    now - began < RUN_SECONDS) {
		now = time(NULL);
		if ((err = delivery_lease(m->office, holder, now,
		    now + LEASE_SECONDS)) == CASE_OK)
			err = send_next(m);
	}
	delivery_lease(m->office, holder, now, now);
	if (m->sent > 0)
		log_line(LOG_INFO, "%d sent", m->sent);
	if (err == CASE_OK || err == CASE_NOT_FOUND || err == CASE_REPEATED)
		return 0;
	log_line(LOG_ERROR, "%s", office_why(m->office));
	return 1;
}

/* -- looking only ------------------------------------------------------- */

static void
show_request(const struct messenger *m, const struct leaving *l)
{
	struct adapter_message message = as_message(l);
	struct adapter_request r;
	char why[POST_REASON];
	size_t i;

	if (adapter_request(m->adapter, &message, 1, &r, why, sizeof(why)) ==
	    -1) {
		printf("%s\n", why);
		return;
	}
	printf("%s %s\n", r.method, r.url);
	for (i = 0; i < r.nheader; i++)
		printf("%s\n", r.header[i]);
	printf("\n%s\n", r.body != NULL ? r.body : "");
	adapter_request_free(&r);
}

static void
show(const struct messenger *m, const struct leaving *l, int64_t now)
{
	struct mail mail = as_mail(m, l, now);
	char *text;

	printf("-- %s, %s\n", l->id, channel_slug(l->d.route));
	if (l->d.route == CHANNEL_WHATSAPP) {
		show_request(m, l);
		return;
	}
	text = mail_compose(&mail, 0);
	printf("%s\n", text != NULL ? text : "");
	free(text);
}

/* What would be sent now, secrets hidden; nothing changes. */
static int
dry_run(struct messenger *m)
{
	struct wording how = { m->conf->office, m->conf->site, "",
	    m->conf->link_days };
	struct leaving l;
	enum case_err err;

	m->q.now = time(NULL);
	while ((err = delivery_next(m->office, &m->q, &l.d)) == CASE_OK) {
		m->q.skip++;
		choose_route(m, &l.d);
		snprintf(l.id, sizeof(l.id), "%" PRId64, l.d.id);
		wording_whole(&l.d, &how, l.text, sizeof(l.text));
		show(m, &l, m->q.now);
	}
	return err == CASE_NOT_FOUND ? 0 : 1;
}

/* Do the channels work? */
static int
check(struct messenger *m)
{
	char reason[POST_REASON] = "";
	int well = m->adapter != NULL ? post_health(m->adapter, reason) : -1;
	int mail = m->mail ? post_mail_check(m->conf, reason) : -1;

	if (m->adapter == NULL)
		printf("whatsapp: tidak diatur, ditulis ke %s\n", m->folder);
	else
		printf("whatsapp (%s): %s\n", adapter_name(m->adapter),
		    well == 1 ? "siap" : well == -1 ?
		    "tidak dapat diperiksa" : reason);
	if (!m->mail)
		printf("surel: tidak diatur, ditulis ke %s\n", m->folder);
	else
		printf("surel (%s): %s\n", m->conf->mail_server,
		    mail == 1 ? "siap" : reason);
	return well == 0 || mail == 0;
}

/* -- starting ----------------------------------------------------------- */

static int
open_messenger(struct messenger *m, int only_look)
{
	char why[512];

	if ((m->conf = conf_read(why, sizeof(why))) == NULL) {
		log_line(LOG_ERROR, "%s", why);
		return -1;
	}
	m->mail = *m->conf->mail_server != '\0';
	snprintf(m->folder, sizeof(m->folder), "%s/mailbox", m->conf->data);
	if (*m->conf->whatsapp != '\0' && (m->adapter = adapter_read(
	    m->conf->whatsapp, PKGDATADIR "/adapter", why, sizeof(why))) ==
	    NULL) {
		log_line(LOG_ERROR, "%s", why);
		return -1;
	}
	m->office = office_open(m->conf->data, only_look ? DB_READ : DB_WRITE,
	    why, sizeof(why));
	if (m->office == NULL)
		log_line(LOG_ERROR, "%s: %s", m->conf->data, why);
	return m->office != NULL ? 0 : -1;
}

static void
close_messenger(struct messenger *m)
{
	office_close(m->office);
	adapter_free(m->adapter);
	conf_free(m->conf);
}

int
main(int argc, char **argv)
{
	static const struct option names[] = {
		{ "dry-run", no_argument, NULL, 'd' },
		{ "check", no_argument, NULL, 'c' },
		{ NULL, 0, NULL, 0 }
	};
	struct messenger m = { .sent = 0 };
	int what = 0, c, rc = 1;

	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1)
		what = c;
	if (what == '?' || optind < argc) {
		fprintf(stderr,
		    "Pemakaian: sopap-messenger [--dry-run | --check]\n");
		return 2;
	}
	umask(027);
	log_open("messenger");
	curl_global_init(CURL_GLOBAL_DEFAULT);
	if (open_messenger(&m, what != 0) == 0)
		rc = what == 'd' ? dry_run(&m) : what == 'c' ? check(&m) :
		    run(&m);
	close_messenger(&m);
	curl_global_cleanup();
	return rc;
}
