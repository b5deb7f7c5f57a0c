/*
 * messenger_look.c - what waits, and whether it can go.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "clock/calendar.h"
#include "message/wording.h"
#include "reports/messenger/messenger.h"
#include "reports/messenger/post.h"

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
	struct wording how = { m->conf->office, m->conf->site, "",
	    m->conf->link_days };
	struct outgoing l;
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

/* -- does it work? ------------------------------------------------------ */

/* "2026-11-24 11.02" in office time, "belum pernah" of 0. */
static const char *
moment(const struct messenger *m, int64_t at, char buf[32])
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
		printf("    berhenti sejak %s: %s\n", moment(m,
		    c->denied_at, at), c->reason);
	printf("    berhasil terakhir: %s\n", moment(m, c->sent_at, at));
	if (c->failure[0] != '\0')
		printf("    gagal terakhir: %s, %s\n", moment(m,
		    c->failed_at, at), c->failure);
	printf("    menyerah dalam 30 hari: %" PRId64 "\n", c->given_up);
	printf("    antrean: %" PRId64 "%s", c->queued,
	    c->queued > 0 ? ", sejak " : "\n");
	if (c->queued == 0)
		return;
	printf("%s\n", moment(m, c->oldest_at, at));
	printf("    percobaan berikut: %s\n", c->denied_at != 0 ?
	    "sesudah pengaturan diperbaiki" : moment(m, c->next_at, at));
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
		printf("%s: tidak diatur, ditulis ke %s\n", wa ? "whatsapp" :
		    "surel", m->folder);
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
	printf("kotak surat (%s):\n", m->folder);
	show_channel(m, &list[CHANNEL_MAILBOX - 1]);
	return !well;
}
