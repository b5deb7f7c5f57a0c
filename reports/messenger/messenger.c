/*
 * messenger.c - one message: its words, its way, and the result; and, without
 * sending any, the messages that wait and the channels they wait for.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/conf.h"
#include "base/log.h"
#include "case/answer.h"
#include "case/answer_link.h"
#include "case/arrival.h"
#include "case/document.h"
#include "clock/calendar.h"
#include "message/adapter.h"
#include "message/adapter_answer.h"
#include "message/adapter_request.h"
#include "message/retry.h"
#include "message/wording.h"
#include "office/nameplate.h"
#include "page/terminal.h"
#include "reports/messenger/attachment.h"
#include "reports/messenger/mail.h"
#include "reports/messenger/mail_server.h"
#include "reports/messenger/mailbox.h"
#include "reports/messenger/messenger.h"
#include "reports/messenger/post.h"

#define TEXT_SIZE 8192		/* bytes of a message */

/* A message on its way. */
struct outgoing {
	struct delivery	 d;
	char		 id[24];
	char		 text[TEXT_SIZE];
	struct nameplate office;
};

/* -- what goes out ------------------------------------------------------ */

/* The letter goes out as a link, once the case has given it. */
static enum case_err
letter_link(struct messenger *m, const struct delivery *d, int64_t now,
    char *link, size_t size)
{
	char token[ANSWER_LINK_SIZE];
	struct document doc;
	struct case_row c;
	enum case_err err;

	link[0] = '\0';
	if (d->person_id != 0 || d->case_id == 0 ||
	    strcmp(d->kind, "notified") != 0)
		return CASE_OK;
	if ((err = case_get(m->office, d->case_id, &c)) == CASE_OK)
		err = case_answer(m->office, &c, &doc);
	if (err != CASE_OK)
		return err == CASE_NOT_FOUND ? CASE_OK : err;
	err = answer_link_make(m->office, d->id, d->case_id,
	    now + m->conf->link_days * 86400, token);
	if (err == CASE_OK)
		snprintf(link, size, "%s/tautan/%s", m->conf->site, token);
	return err;
}

/* The words of a message with this link, as long as its channel takes. */
static void
word(const struct messenger *m, struct outgoing *l, const char *link,
    int64_t now)
{
	struct wording how = { l->office.office, m->conf->site, link,
	    m->conf->link_days, 0, UNICODE_UTF16, { .o = m->office } };

	nameplate_at(m->office, m->conf, now, &l->office);
	if (l->d.route == CHANNEL_WHATSAPP)
		how.max = adapter_text_max(m->adapter, l->d.kind, &how.unit);
	snprintf(l->id, sizeof(l->id), "%" PRId64, l->d.id);
	wording_whole(&l->d, &how, l->text, sizeof(l->text));
}

static enum case_err
write_text(struct messenger *m, struct outgoing *l, int64_t now)
{
	char link[512];
	enum case_err err = letter_link(m, &l->d, now, link, sizeof(link));

	word(m, l, link, now);
	return err;
}

static struct adapter_message
as_message(const struct outgoing *l)
{
	return (struct adapter_message){ l->id, l->d.address, l->text,
	    l->d.subject, l->d.kind, l->d.number, l->d.language };
}

static struct mail
as_mail(const struct messenger *m, const struct outgoing *l, int64_t now)
{
	return (struct mail){ l->office.office, *m->conf->mail_from != '\0' ?
	    m->conf->mail_from : "sopap@localhost", l->d.address,
	    l->d.subject, l->text, l->id, now, NULL };
}

/* -- sending ------------------------------------------------------------ */

/* A message that has no channel goes into the mailbox. */
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

/* By mail or as one into the mailbox, with the file that goes with it. */
static void
leave_as_mail(struct messenger *m, struct outgoing *l, int64_t now,
    struct posted *p)
{
	struct mail mail = as_mail(m, l, now);
	struct mail_file file = { .data = NULL };

	if (l->d.file_name[0] != '\0') {
		if (attachment_read(office_files(m->office), &l->d, &file) ==
		    -1) {
			memset(p, 0, sizeof(*p));
			p->result = ADAPTER_REFUSED;
			snprintf(p->reason, sizeof(p->reason),
			    "its attachment is gone");
			return;
		}
		mail.file = &file;
	}
	if (l->d.route == CHANNEL_MAIL)
		mail_server_send(m->conf, &mail, p);
	else
		mailbox_write(m->folder, &mail, p);
	attachment_free(&file);
}

static void
leave(struct messenger *m, struct outgoing *l, int64_t now, struct posted *p)
{
	struct adapter_message message = as_message(l);

	switch (l->d.route) {
	case CHANNEL_WHATSAPP:
		post_http(m->adapter, &message, p);
		break;
	case CHANNEL_MAIL:
	case CHANNEL_MAILBOX:
		leave_as_mail(m, l, now, p);
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
	int64_t pause = retry_pause(d->route == CHANNEL_WHATSAPP ?
	    m->adapter : NULL, d->tries + 1, p->pause);

	m->q.stopped[d->route] = 1;
	if (pause == -1)
		return arrival_failed(m->office, d->id, p->reason, m->mail,
		    now);
	return retry_later(m->office, d, now + pause, p->reason, now);
}

/* The provider does not take our key.  Somebody has to mend that; until then
 * the message, and those behind it, wait. */
static enum case_err
denied(struct messenger *m, const struct delivery *d, const struct posted *p,
    int64_t now)
{
	char address[512];
	struct channel_denial denial = { p->reason, address };
	int news = 0;
	enum case_err err;

	m->q.stopped[d->route] = 1;
	snprintf(address, sizeof(address), "%s/admin/pengiriman",
	    m->conf->site);
	err = channel_deny(m->office, d, m->mark[d->route], &denial, now,
	    &news);
	if (news)
		log_line(LOG_ERROR, "%s stops: %s", channel_slug(d->route),
		    p->reason);
	return err;
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
	case ADAPTER_DENIED:
		return denied(m, d, p, now);
	default:
		return arrival_failed(m->office, d->id, p->reason, m->mail,
		    now);
	}
}

enum case_err
messenger_send_next(struct messenger *m)
{
	struct outgoing l;
	struct posted p;
	enum case_err err;

	m->q.now = time(NULL);
	m->q.per_day = m->conf->messages_per_day;
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

/* -- what would be sent ------------------------------------------------- */

static void
show_request(const struct messenger *m, const struct outgoing *l)
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
show(const struct messenger *m, const struct outgoing *l, int64_t now)
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
	if (l->d.file_name[0] != '\0')
		printf("[%s, %" PRId64 " bytes]\n", l->d.file_name,
		    l->d.file_size);
}

int
messenger_dry_run(struct messenger *m)
{
	struct outgoing l;
	enum case_err err;

	m->q.now = time(NULL);
	m->q.per_day = m->conf->messages_per_day;
	while ((err = delivery_next(m->office, &m->q, &l.d)) == CASE_OK) {
		m->q.skip++;
		choose_route(m, &l.d);
		word(m, &l, "", m->q.now);
		show(m, &l, m->q.now);
	}
	return err == CASE_NOT_FOUND ? 0 : 1;
}

/* -- do the channels work? ----------------------------------------------- */

/* "2026-11-24 11.02" in office time, "belum pernah" of 0. */
static const char *
timestamp(const struct messenger *m, int64_t at, char buf[32])
{
	const struct calendar *cal = office_calendar(m->office);
	struct cal_local l;

	if (at == 0 || cal == NULL)
		return "belum pernah";
	calendar_local(cal, at, &l);
	snprintf(buf, 32, "%04d-%02d-%02d %02d.%02d", l.year, l.month, l.day,
	    l.hour, l.minute);
	return buf;
}

static void
show_channel(const struct messenger *m, const struct channel_row *c)
{
	char at[32];

	if (c->denied_at != 0)
		terminal_say(stdout, "    berhenti sejak %s: %s\n", timestamp(m,
		    c->denied_at, at), c->reason);
	terminal_say(stdout, "    berhasil terakhir: %s\n",
	    timestamp(m, c->sent_at, at));
	if (c->failure[0] != '\0')
		terminal_say(stdout, "    gagal terakhir: %s, %s\n",
		    timestamp(m, c->failed_at, at), c->failure);
	terminal_say(stdout, "    menyerah dalam 30 hari: %" PRId64 "\n",
	    c->given_up);
	terminal_say(stdout, "    antrean: %" PRId64 "%s", c->queued,
	    c->queued > 0 ? ", sejak " : "\n");
	if (c->queued == 0)
		return;
	printf("%s\n", timestamp(m, c->oldest_at, at));
	terminal_say(stdout, "    percobaan berikut: %s\n", c->denied_at != 0 ?
	    "sesudah pengaturan diperbaiki" : timestamp(m, c->next_at, at));
}

/* Ask one of them, and write down what it says: 0 when it is not well. */
static int
ask(struct messenger *m, enum channel route)
{
	char reason[POST_REASON] = "";
	int wa = route == CHANNEL_WHATSAPP;
	int there = wa ? m->adapter != NULL : m->mail;
	int well = !there ? -1 : wa ? post_health(m->adapter, reason) :
	    mail_server_check(m->conf, reason);

	if (!there)
		terminal_say(stdout, "%s: tidak diatur, ditulis ke %s\n",
		    wa ? "whatsapp" : "surel", m->folder);
	else
		printf("%s (%s): %s\n", wa ? "whatsapp" : "surel",
		    wa ? adapter_name(m->adapter) : m->conf->mail_server,
		    well == 1 ? "siap" : well == -1 ?
		    "tidak dapat diperiksa" : reason);
	if (well != -1)
		channel_checked(m->office, route, well, time(NULL));
	return well != 0;
}

int
messenger_check(struct messenger *m)
{
	static const enum channel asked[] = { CHANNEL_WHATSAPP,
		CHANNEL_MAIL };
	struct channel_row list[CHANNEL__MAX - 1];
	int well = 1;

	for (size_t i = 0; i < 2; i++) {
		well &= ask(m, asked[i]);
		if (channel_list(m->office, time(NULL), list) != CASE_OK)
			return 1;
		show_channel(m, &list[asked[i] - 1]);
	}
	terminal_say(stdout, "kotak surat (%s):\n", m->folder);
	show_channel(m, &list[CHANNEL_MAILBOX - 1]);
	return !well;
}
