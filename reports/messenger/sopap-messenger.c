/*
 * sopap-messenger.c - sends the messages that wait: by WhatsApp, by mail, or
 * into the mailbox folder.
 *
 * Each attempt is recorded before the message leaves, and its result after.  A
 * crash may come in between: the message then goes out again, under the same
 * name where the provider recognises it, else marked as perhaps sent twice.
 * A provider that does not answer is left alone until the next run, one that
 * refuses our key until somebody has mended that.
 */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <sys/stat.h>

#include "base/conf.h"
#include "base/log.h"
#include "case/arrival.h"
#include "message/adapter.h"
#include "message/alarm.h"
#include "message/channel.h"
#include "office/lease.h"
#include "office/silence.h"
#include "page/terminal.h"
#include "reports/messenger/mail_server.h"
#include "reports/messenger/messenger.h"
#include "reports/messenger/post.h"
#include "reports/messenger/site.h"

#define RUN_SECONDS 50		/* a run takes no new message after so long */
#define LEASE		"messenger"
#define LEASE_SECONDS 180	/* longer than any one attempt */

/* Mark the configuration of each channel: another mark is another
 * configuration. */
static void
mark(struct messenger *m)
{
	char *wa = m->adapter != NULL ? post_settings(m->adapter) : NULL;
	char *mail = m->mail ? mail_server_settings(m->conf) : NULL;

	channel_mark(m->office, wa != NULL ? wa : "",
	    m->mark[CHANNEL_WHATSAPP]);
	channel_mark(m->office, mail != NULL ? mail : "",
	    m->mark[CHANNEL_MAIL]);
	free(wa);
	free(mail);
}

/* A channel that was stopped stays so until its configuration is another. */
static void
stop_denied(struct messenger *m)
{
	enum channel route;

	for (route = CHANNEL_WHATSAPP; route <= CHANNEL_MAIL; route++)
		m->q.stopped[route] = channel_stopped(m->office, route,
		    m->mark[route]);
}

/* Send until nothing is due or the time is up: CASE_OK, CASE_REPEATED when
 * another process does, or the failure.  A mailbox that cannot be written to
 * ends the run. */
static enum case_err
send_due(struct messenger *m)
{
	int64_t began = time(NULL), now = began;
	enum case_err err;
	char holder[LEASE_HOLDER];

	lease_holder(holder);
	err = lease_take(m->office, LEASE, holder, now, now + LEASE_SECONDS);
	if (err == CASE_REPEATED)
		return err;
	if (err == CASE_OK)
		err = arrival_tidy(m->office, now);
	stop_denied(m);
	while (err == CASE_OK && !m->q.stopped[CHANNEL_MAILBOX] &&
	    now - began < RUN_SECONDS) {
		now = time(NULL);
		if ((err = lease_take(m->office, LEASE, holder, now,
		    now + LEASE_SECONDS)) == CASE_OK)
			err = messenger_send_next(m);
	}
	lease_take(m->office, LEASE, holder, now, now);
	if (m->sent > 0)
		log_line(LOG_INFO, "%d sent", m->sent);
	return err == CASE_NOT_FOUND || err == CASE_REPEATED ? CASE_OK : err;
}

static void
say(const char *line)
{
	log_line(LOG_ERROR, "%s", line);
}

/* A run: look after the tick and the backup, send, and write down how it ended.
 * 0, or 1 after a failure.  Nothing is sent by a clock that is far ahead. */
static int
run(struct messenger *m)
{
	char page[1024], fault[256] = "";
	enum case_err err = silence_check(m->office, time(NULL));

	snprintf(page, sizeof(page), "%s/admin/sistem", m->conf->site);
	if (err == CASE_OK)
		err = alarm_watch(m->office, LAST_RUN_MESSENGER, page,
		    time(NULL), say);
	if (err == CASE_OK)
		err = send_due(m);
	if (err == CASE_REPEATED)
		return 0;
	if (err != CASE_OK) {
		snprintf(fault, sizeof(fault), "%s", office_why(m->office));
		log_line(LOG_ERROR, "%s", fault);
	}
	if (last_run_note(m->office, LAST_RUN_MESSENGER, fault, time(NULL)) !=
	    CASE_OK)
		log_line(LOG_ERROR, "%s", office_why(m->office));
	return err != CASE_OK;
}

/* -- starting ----------------------------------------------------------- */

static int
open_messenger(struct messenger *m, enum db_mode mode)
{
	char why[512];

	if ((m->conf = conf_read(why, sizeof(why))) == NULL) {
		log_line(LOG_ERROR, "%s", why);
		return -1;
	}
	log_limit(m->conf->log);
	m->mail = *m->conf->mail_server != '\0';
	snprintf(m->folder, sizeof(m->folder), "%s/mailbox", m->conf->data);
	if (*m->conf->whatsapp != '\0' && (m->adapter = adapter_read(
	    m->conf->whatsapp, PKGDATADIR "/adapter", why, sizeof(why))) ==
	    NULL) {
		log_line(LOG_ERROR, "%s", why);
		return -1;
	}
	m->office = office_open_at(m->conf->data, m->conf->database,
	    m->conf->files, mode, why, sizeof(why));
	if (m->office == NULL) {
		log_line(LOG_ERROR, "%s: %s", m->conf->data, why);
		return -1;
	}
	mark(m);
	return 0;
}

static void
close_messenger(struct messenger *m)
{
	office_close(m->office);
	adapter_free(m->adapter);
	conf_free(m->conf);
}

/* Does the site answer?  For `sopap doctor`; returns the exit code. */
static int
ask_site(void)
{
	char why[512] = "";
	struct conf *conf = conf_read(why, sizeof(why));
	int well = conf != NULL && site_answers(conf, why, sizeof(why));

	if (conf != NULL)
		terminal_say(stdout, "%s: %s\n", conf->site,
		    well ? "siap" : why);
	else
		log_line(LOG_ERROR, "%s", why);
	conf_free(conf);
	return !well;
}

static void
usage(FILE *out)
{
	terminal_say(out, "pemakaian: sopap-messenger [--dry-run | --check | "
    "--site]\n"
    "  --dry-run  tampilkan yang akan dikirim\n"
    "  --check    periksa penyedia dan server surel\n"
    "  --site     tanyakan apakah situs kantor menjawab\n"
    "  --help, --version\n");
}

int
main(int argc, char **argv)
{
	static const struct option names[] = {
		{ "dry-run", no_argument, NULL, 'd' },
		{ "check", no_argument, NULL, 'c' },
		{ "site", no_argument, NULL, 's' },
		{ NULL, 0, NULL, 0 }
	};
	struct messenger m = { .sent = 0 };
	int what = 0, c, rc = 1;

	if (terminal_asked(argc, argv, "sopap-messenger", usage))
		return 0;
	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1)
		what = c;
	if (what == '?' || optind < argc) {
		usage(stderr);
		return 2;
	}
	umask(027);
	log_open("messenger");
	if (what == 's')
		rc = ask_site();
	else if (open_messenger(&m, what == 'd' ? DB_READ : DB_WRITE) == 0)
		rc = what == 'd' ? messenger_dry_run(&m) :
		    what == 'c' ? messenger_check(&m) : run(&m);
	close_messenger(&m);
	return rc;
}
