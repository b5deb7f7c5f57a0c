/* tick.c - sopap tick: do what is due by now. */
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/conf.h"
#include "tick/sweep.h"
#include "tick/tick.h"
#include "tool/tool.h"
#include "upload/quarantine.h"

#define FORM_LIFE 86400	/* seconds an accepted file waits for its form */

/* Without a configuration no message is queued: it would have no address to
 * point to. */
static enum case_err
run_tick(const struct tool *t, int *done)
{
	char holder[64], inbox[1024];
	struct tick_rules rules = { .inbox = inbox };

	snprintf(holder, sizeof(holder), "%ld", (long)getpid());
	if (t->conf == NULL)
		return tick(t->o, holder, NULL, t->now, done);
	snprintf(inbox, sizeof(inbox), "%s/kotak-masuk", t->conf->site);
	rules.soon_percent = (int)t->conf->soon_percent;
	rules.remind_days = (int)t->conf->remind_days;
	return tick(t->o, holder, &rules, t->now, done);
}

int
tool_tick(const struct tool *t, int argc, char **argv)
{
	struct office *o = t->o;
	enum case_err err;
	int done, removed = 0;

	if (argc != 1)
		return tool_usage("tick");
	err = run_tick(t, &done);
	if (err == CASE_OK && done > 0)
		printf("%d tindakan\n", done);
	if (err == CASE_OK && t->conf != NULL && t->conf->clamd[0] != '\0') {
		err = quarantine_tick(o, t->conf->clamd, &done);
		if (err == CASE_OK && done > 0)
			printf("%d berkas tertahan diperiksa antivirus\n",
			    done);
	}
	if (err == CASE_OK)
		err = sweep_files(o, t->now, time(NULL) - FORM_LIFE, &removed);
	if (err == CASE_OK && removed > 0)
		printf("%d berkas tanpa pemilik dihapus\n", removed);
	if (err != CASE_OK && err != CASE_REPEATED)
		return tool_why(o, "tick");
	return 0;
}
