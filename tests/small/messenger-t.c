/*
 * messenger-t.c - messages of a build without libcurl: into the folder as long
 * as no channel is configured; else they wait for a build that can send them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "message/adapter.h"
#include "message/message.h"
#include "reports/messenger/mail_server.h"
#include "reports/messenger/messenger.h"
#include "reports/messenger/post.h"
#include "tests/case/fixture.h"
#include "tests/store/folder.h"
#include "tests/tap.h"

static struct messenger m;
static struct conf conf = { .office = (char *)"Kantor", .service =
    (char *)"", .hours = (char *)"", .contact = (char *)"", .site =
    (char *)"http://localhost", .mail_from = (char *)"", .mail_server =
    (char *)"smtp://192.0.2.1", .link_days = 30 };

static int
put(struct db *db, void *arg)
{
	message_queue(db, arg);
	return 0;
}

static void
queue(const char *phone, const char *mail)
{
	struct message_new new = { .kind = "reminder", .phone = phone,
	    .email = mail, .subject = "Perihal", .body = "Isi",
	    .now = FIXTURE_START };

	if (db_tx(office_db(m.office), put, &new) != 0)
		bail("cannot queue");
}

static int64_t
count(const char *state)
{
	return fixture_int(m.office, strcmp(state, "queued") == 0 ?
	    "SELECT count(*) FROM messages WHERE state = 'queued' AND id > $1" :
	    "SELECT count(*) FROM messages WHERE state = 'sent' AND id > $1",
	    0);
}

static void
writes_into_the_folder(void)
{
	queue("+6281234567890", "");
	queue("", "ani@example.org");
	is_int(CASE_OK, messenger_send_next(&m), "no channel is configured");
	is_int(CASE_OK, messenger_send_next(&m), "...for either kind");
	is_int(CASE_NOT_FOUND, messenger_send_next(&m), "...no third");
	is_int(2, count("sent"), "both are in the folder");
}

/* A channel that is configured is not passed over. */
static void
waits_for_another_build(void)
{
	struct channel_row row[CHANNEL__MAX - 1];
	char mark[CHANNEL_MARK_SIZE], *whole = mail_server_settings(&conf);

	channel_mark(m.office, whole, m.mark[CHANNEL_MAIL]);
	free(whole);
	m.mail = 1;
	queue("", "budi@example.org");
	is_int(CASE_OK, messenger_send_next(&m), "a mail server is configured");
	is_int(1, count("queued"), "...the mail waits");
	is_int(CASE_NOT_FOUND, messenger_send_next(&m), "...and is left alone");
	channel_list(m.office, FIXTURE_START, row);
	ok(row[CHANNEL_MAIL - 1].denied_at != 0, "...its channel stands still");
	is_string(POST_LEFT_OUT, row[CHANNEL_MAIL - 1].reason, "...and why");
	is_int(1, channel_stopped(m.office, CHANNEL_MAIL,
	    m.mark[CHANNEL_MAIL]), "...until it is configured otherwise");
	channel_mark(m.office, "", mark);
	is_int(0, channel_stopped(m.office, CHANNEL_MAIL, mark),
	    "without a server it goes on");
	m.mail = 0;
	m.q.stopped[CHANNEL_MAIL] = 0;
	is_int(CASE_OK, messenger_send_next(&m), "...and the mail");
	is_int(3, count("sent"), "...is in the folder");
}

static void
is_not_well(void)
{
	char why[POST_REASON] = "";
	struct posted p;

	is_int(0, mail_server_check(&conf, why), "the mail server is not well");
	is_string(POST_LEFT_OUT, why, "...and why");
	why[0] = '\0';
	is_int(0, post_health(NULL, why), "nor is the provider");
	is_string(POST_LEFT_OUT, why, "...and why");
	post_http(NULL, NULL, &p);
	is_int(ADAPTER_DENIED, p.result, "which gets no message");
	is_string(POST_LEFT_OUT, p.reason, "...and why");
}

int
main(void)
{
	folder_make();
	m.office = fixture_open(NULL);
	m.conf = &conf;
	snprintf(m.folder, sizeof(m.folder), "%s", folder_path("mailbox"));
	writes_into_the_folder();
	waits_for_another_build();
	is_not_well();
	office_close(m.office);
	return tap_done();
}
