/*
 * doctor_outside.c - other programs, the network and the machine's clock, each
 * waited for a few seconds.
 *
 * What needs the network is asked by sopap-messenger, which knows the channels
 * and alone opens connections.
 */
#include <sys/timex.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/built.h"
#include "base/conf.h"
#include "doctor/doctor_inner.h"
#include "upload/child.h"
#include "upload/scan.h"

#define PATIENCE	8	/* seconds for a program of ours */
#define MOST		65536

/* Run a program of ours with one word, and keep what it prints: its exit code,
 * CHILD_FAILED when it could not run or took too long.  *words NULL: no
 * memory; given, free() it. */
static int
ask(const char *program, const char *word, struct child_words **words)
{
	const char *const argv[] = { program, word, NULL };
	struct child child = { .argv = argv, .input = -1, .errors = 1,
		.ours = 1, .patience = PATIENCE, .most = MOST };

	return child_words(&child, words);
}

/* The first line of it, without its end. */
static const char *
first_line(struct child_words *words)
{
	if (words == NULL || words->len == 0)
		return "tanpa keterangan";
	words->text[strcspn(words->text, "\n")] = '\0';
	return words->text;
}

void
doctor_letter_fonts(struct doctor *d)
{
	struct child_words *words;
	int code;

	if (!built_letter) {
		doctor_ok(d, "penyusun surat (PDF) tidak dipasang");
		return;
	}
	if (d->conf == NULL || access(d->conf->letter, X_OK) == -1)
		return;
	code = ask(d->conf->letter, "fonts", &words);
	if (code == 0)
		doctor_ok(d, "Liberation terpasang");
	else if (code == 1)
		doctor_say(d, DOCTOR_WARNING, "Pasang paket "
		    "fonts-liberation.", "%s", first_line(words));
	else
		doctor_say(d, DOCTOR_FAULT, "Jalankan program itu dengan "
		    "tangan: ia menyebut sebabnya.", "%s tidak berjalan",
		    d->conf->letter);
	free(words);
}

void
doctor_scanner(struct doctor *d)
{
	if (d->conf == NULL || d->conf->clamd[0] == '\0')
		return;
	if (scan_answers(d->conf->clamd))
		doctor_ok(d, "clamd menjawab di %s", d->conf->clamd);
	else
		doctor_say(d, DOCTOR_FAULT, "Jalankan clamd "
		    "(\"systemctl start clamav-daemon\"); dokumen yang "
		    "tertahan lalu diperiksa dengan sendirinya.", "clamd "
		    "tidak menjawab di %s: dokumen yang masuk tertahan",
		    d->conf->clamd);
}

void
doctor_synchronised(struct doctor *d)
{
	struct timex t = { .modes = 0 };

	if (adjtimex(&t) == TIME_ERROR || (t.status & STA_UNSYNC) != 0)
		doctor_say(d, DOCTOR_WARNING, "Nyalakan penyelarasan: "
		    "\"timedatectl set-ntp true\".", "jam mesin tidak "
		    "diselaraskan dengan server waktu");
	else
		doctor_ok(d, "jam mesin diselaraskan");
}

/* The channels that are set up, as `sopap-messenger --check` finds them. */
void
doctor_answers(struct doctor *d)
{
	struct child_words *words;
	int code;

	if (!built_messenger || d->conf == NULL || d->messenger == NULL ||
	    (d->conf->mail_server[0] == '\0' && d->conf->whatsapp[0] == '\0'))
		return;
	code = ask(d->messenger, "--check", &words);
	if (code == 0)
		doctor_ok(d, "penyedia dan server surel menjawab");
	else
		doctor_say(d, DOCTOR_FAULT, "Jalankan "
		    "\"sopap-messenger --check\", yang menyebut sebabnya.",
		    "%s", code == CHILD_FAILED ? "penyedia atau server surel "
		    "tidak menjawab" : first_line(words));
	free(words);
}

void
doctor_site(struct doctor *d)
{
	struct child_words *words;
	int code;

	if (!built_messenger || d->conf == NULL || d->messenger == NULL)
		return;
	code = ask(d->messenger, "--site", &words);
	if (code == 0)
		doctor_ok(d, "%s menjawab", d->conf->site);
	else
		doctor_say(d, DOCTOR_FAULT, "Periksa server web, sertifikat "
		    "dan kunci site di sopap.conf.", "%s", code ==
		    CHILD_FAILED ? "server web tidak menjawab" :
		    first_line(words));
	free(words);
}
