/*
 * report_send.c - a written report sent to the holders of a role by mail.
 *
 * The ZIP file is stored under its hash before the messages name it; the
 * messenger sends it, and it goes once the last mail has gone (tick/sweep.h).
 */
#include "reports/month/report_send.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/conf.h"
#include "message/mailing.h"
#include "page/terminal.h"
#include "reports/messenger/mail.h"
#include "reports/month/report.h"
#include "reports/month/zip.h"
#include "store/files.h"

#define TEXT_ROOM 8192		/* bytes of a mail without its file */

static int
fail(const char *what, const char *why)
{
	terminal_say(stderr, "sopap-report: %s: %s\n", what, why);
	return -1;
}

/* Copy an open file into the stored ones. */
static int
store(struct office *o, FILE *f, struct mailing *a,
    char hash[FILES_HASH_SIZE])
{
	struct files_writer *w = files_begin(office_files(o));
	char buf[65536];
	size_t n;

	if (w == NULL)
		return -1;
	while ((n = fread(buf, 1, sizeof(buf), f)) > 0)
		if (files_write(w, buf, n) == -1)
			break;
	if (n > 0 || ferror(f)) {
		files_abort(w);
		return -1;
	}
	a->sha256 = hash;
	return files_finish(w, hash, &a->size);
}

/* Pack the folder into one stored file: 0, or -1 after saying why not.  The ZIP
 * file itself is removed. */
static int
enclose(struct office *o, const char *folder, struct mailing *a,
    char hash[FILES_HASH_SIZE])
{
	char path[4096];
	FILE *f;
	int failed, fd;

	snprintf(path, sizeof(path), "%s.XXXXXX", folder);
	if ((fd = mkstemp(path)) == -1)
		return fail(path, strerror(errno));
	close(fd);
	if (zip_folder(folder, path) == -1 ||
	    (f = fopen(path, "rb")) == NULL) {
		unlink(path);
		return fail(path, strerror(errno));
	}
	failed = store(o, f, a, hash);
	fclose(f);
	unlink(path);
	return failed ? fail(office_files(o)->dir, strerror(errno)) : 0;
}

/* Heading and finding; that the report is attached, or else its address. */
static void
write_body(const struct report *r, const struct conf *conf, int enclosed,
    char *body, size_t size)
{
	const struct month_figures *f = r->f;
	char heading[REPORT_WORDS], lead[2 * REPORT_WORDS];

	snprintf(body, size, "%s\n\n%s\n\n%s%s/laporan/%s/%s%s\n",
	    report_heading(r, heading, sizeof(heading)),
	    report_lead(r, lead, sizeof(lead)), enclosed ?
	    "Laporan terlampir: buka file ZIP itu, lalu index.html.\n\n" :
	    "Laporan terlalu besar untuk dilampirkan; bacalah di sini:\n",
	    conf->site, f->period, f->sop, f->sop[0] != '\0' ? "/" : "");
}

int
report_send(const struct report *r, const struct conf *conf,
    const char *folder, const char *role)
{
	char heading[REPORT_WORDS], body[4 * REPORT_WORDS];
	char fact[REPORT_WORDS], name[160];
	char hash[FILES_HASH_SIZE];
	const struct month_figures *f = r->f;
	struct mailing a = { .role = role, .fact = fact,
	    .subject = report_heading(r, heading, sizeof(heading)),
	    .body = body, .file_name = name, .file_type = "application/zip" };
	int count;

	snprintf(name, sizeof(name), "laporan-%s%s%s.zip", f->period,
	    f->sop[0] != '\0' ? "-" : "", f->sop);
	snprintf(fact, sizeof(fact), "report:%s:%s:%lld", f->period, f->sop,
	    (long long)f->at);
	if (enclose(r->office, folder, &a, hash) == -1)
		return -1;
	if (mail_room(a.size) + TEXT_ROOM > conf->mail_max) {
		terminal_say(stdout,
		    "laporan tidak dilampirkan: lebih dari mail_max\n");
		a.file_name = NULL;
	}
	write_body(r, conf, a.file_name != NULL, body, sizeof(body));
	if (mailing_queue(r->office, &a, (int64_t)time(NULL), &count) !=
	    CASE_OK)
		return fail(role, office_why(r->office));
	terminal_say(stdout, "%d surel menunggu dikirim\n", count);
	return 0;
}
