/* alarm.c - finds work that failed or stopped, and queues the messages. */
#include "message/alarm.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "message/mailing.h"
#include "office/audit.h"
#include "office/subject.h"

#define DAY 86400

/* The work as its reader knows it, and the seconds after which it has stopped:
 * tick and messenger run every minute, the backup every night. */
static const struct {
	const char	*name;
	int64_t		 patience;
} works[LAST_RUN__MAX] = {
	[LAST_RUN_TICK] = { "Pekerjaan berkala", 900 },
	[LAST_RUN_MESSENGER] = { "Pengiriman pesan", 900 },
	[LAST_RUN_BACKUP] = { "Pencadangan", 2 * DAY },
};

enum case_err
alarm_tell(struct office *o, const char *work, const char *reason,
    const char *page, int64_t now)
{
	int job = last_run_from(work), count;
	const char *name = job != -1 ? works[job].name : work;
	char fact[128], subject[128], body[1024];
	struct mailing m = { .fact = fact, .subject = subject, .body = body };

	snprintf(fact, sizeof(fact), "alarm:%.64s:%lld", work,
	    (long long)(now / DAY));
	snprintf(subject, sizeof(subject), "%.64s tidak berjalan", name);
	snprintf(body, sizeof(body), "%.64s (%.64s) pada mesin kantor tidak "
	    "berjalan: %.300s\n\nCatatan mesin: journalctl -u sopap-%.64s\n"
	    "Keadaan sekarang: %.200s\n\nPesan ini dikirim paling banyak "
	    "sekali sehari.\n", name, work, reason, work, page);
	return mailing_queue(o, &m, now, &count);
}

/* Has the work a fault, or has it stopped while `self` ran on?  A machine that
 * was off has stopped both.  1 with the reason, or 0. */
static int
is_ill(const struct last_run *run, const struct last_run *self,
    int64_t patience, int64_t now, char reason[256])
{
	time_t at = (time_t)run->ended_at;
	char when[32];
	struct tm tm;

	if (run->ended_at == 0)
		return 0;
	if (run->fault[0] != '\0') {
		snprintf(reason, 256, "%s", run->fault);
		return 1;
	}
	if (self->ended_at > now || self->ended_at - run->ended_at <= patience)
		return 0;
	gmtime_r(&at, &tm);
	strftime(when, sizeof(when), "%Y-%m-%d %H.%M UTC", &tm);
	snprintf(reason, 256, "terakhir selesai %s", when);
	return 1;
}

enum case_err
alarm_watch(struct office *o, enum last_run_job self, const char *page,
    int64_t now, void (*say)(const char *))
{
	struct last_run list[LAST_RUN__MAX];
	char reason[256], line[320];
	enum case_err err = last_run_list(o, list);
	int i;

	for (i = 0; i < LAST_RUN__MAX && err == CASE_OK; i++) {
		if (i == (int)self || !is_ill(&list[i], &list[self],
		    works[i].patience, now, reason))
			continue;
		snprintf(line, sizeof(line), "%s: %s",
		    last_run_slug((enum last_run_job)i), reason);
		say(line);
		err = alarm_tell(o, last_run_slug((enum last_run_job)i),
		    reason, page, now);
	}
	return err;
}

/* -- what the audit has to tell ------------------------------------------- */

static enum case_err
send(struct office *o, const char *fact, const char *subject,
    const char *text, const char *page, int64_t now)
{
	char body[1024];
	struct mailing m = { .fact = fact, .subject = subject, .body = body };
	int count;

	snprintf(body, sizeof(body), "%.400s\n\nCatatan keamanan: %.400s\n",
	    text, page);
	return mailing_queue(o, &m, now, &count);
}

static enum case_err
tell_entry(struct office *o, const struct audit_row *a, const char *page,
    int64_t now)
{
	const int admin = strcmp(a->kind, audit_word(AUDIT_ADMIN)) == 0;
	char fact[64], text[256];

	snprintf(fact, sizeof(fact), "audit:%lld", (long long)a->id);
	snprintf(text, sizeof(text), admin ? "Seseorang menjadi administrator "
	    "baru. Bila Anda tidak mengetahuinya, periksa siapa yang "
	    "mengubahnya." : "Daftar seluruh berkas diunduh sebagai tabel. "
	    "Bila Anda tidak mengetahuinya, tanyakan kepada yang "
	    "mengunduhnya.");
	return send(o, fact, admin ? "Administrator baru" :
	    "Seluruh data diunduh", text, page, now);
}

static enum case_err
tell_failures(struct office *o, int64_t failures, const char *page,
    int64_t now)
{
	char fact[64], text[256];

	snprintf(fact, sizeof(fact), "audit-gagal:%lld",
	    (long long)(now / DAY));
	snprintf(text, sizeof(text), "Dalam seperempat jam terakhir %lld "
	    "percobaan masuk gagal. Mungkin ada yang menebak kata sandi. "
	    "Pesan ini dikirim paling banyak sekali sehari.",
	    (long long)failures);
	return send(o, fact, "Banyak percobaan masuk yang gagal", text, page,
	    now);
}

enum case_err
alarm_audit(struct office *o, const char *page, int64_t now)
{
	int64_t failures = audit_failures(o, now - 15 * 60);
	struct audit_row *list = NULL;
	size_t n = 0;
	enum case_err err = audit_alarms(o, now - DAY, &list, &n);

	for (size_t i = 0; i < n && err == CASE_OK; i++)
		err = tell_entry(o, &list[i], page, now);
	free(list);
	if (err == CASE_OK && failures >= ALARM_FAILURES)
		err = tell_failures(o, failures, page, now);
	return err;
}

enum case_err
alarm_subjects(struct office *o, const char *page, int64_t now)
{
	const int64_t soon = subject_open(o, now + SUBJECT_SOON),
	    late = subject_open(o, now);
	char fact[64], body[1024];
	struct mailing m = { .fact = fact, .body = body, .personal = 1,
		.subject = "Permintaan data pribadi menunggu jawaban" };
	int count;

	if (soon == 0)
		return CASE_OK;
	snprintf(fact, sizeof(fact), "data-pribadi:%lld",
	    (long long)(now / DAY));
	snprintf(body, sizeof(body), "%lld permintaan data pribadi harus "
	    "dijawab dalam 24 jam, %lld di antaranya sudah terlambat (batas "
	    "3 x 24 jam, UU 27/2022): %.400s\n", (long long)soon,
	    (long long)late, page);
	return mailing_queue(o, &m, now, &count);
}
