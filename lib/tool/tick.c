/* tick.c - sopap tick: do what is due by now. */
#include <pwd.h>
#include <stdio.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/metrics.h"
#include "message/alarm.h"
#include "office/change.h"
#include "office/lease.h"
#include "office/silence.h"
#include "tick/sweep.h"
#include "tick/tick.h"
#include "tool/tool.h"
#include "upload/quarantine.h"

/* Without a configuration no message is queued: it would have no address to
 * point to. */
static enum case_err
run_tick(const struct tool *t, int *done)
{
	char holder[LEASE_HOLDER], inbox[1024];
	struct tick_rules rules = { .inbox = inbox };

	lease_holder(holder);
	if (t->conf == NULL)
		return tick(t->o, holder, NULL, t->now, done);
	snprintf(inbox, sizeof(inbox), "%s/kotak-masuk", t->conf->site);
	rules.soon_percent = (int)t->conf->soon_percent;
	rules.remind_days = (int)t->conf->remind_days;
	return tick(t->o, holder, &rules, t->now, done);
}

/* Everything that is due: CASE_OK, CASE_REPEATED, or the first failure. */
static enum case_err
do_due(const struct tool *t)
{
	struct office *o = t->o;
	enum case_err err;
	int done, removed = 0;

	err = run_tick(t, &done);
	if (err == CASE_OK && done > 0)
		tool_say("%d tindakan\n", done);
	if (err == CASE_OK && t->conf != NULL) {
		err = quarantine_tick(o, t->conf->clamd, &done);
		if (err == CASE_OK && done > 0)
			tool_say("%d dokumen tertahan diperiksa\n", done);
	}
	if (err != CASE_OK)
		return err;
	err = sweep(o, t->conf, t->now, &removed);
	if (err == CASE_OK && removed > 0)
		tool_say("%d dokumen tanpa pemilik dihapus\n", removed);
	return err == CASE_REPEATED ? CASE_OK : err;
}

/* Say that the clock is right, in the name of the user of the machine. */
static enum case_err
confirm_clock(const struct tool *t)
{
	const struct change ch = { .now = t->now };
	const struct passwd *pw = getpwuid(getuid());

	return silence_confirm(t->o, &ch, pw != NULL ? pw->pw_name : "?");
}

static void
say(const char *line)
{
	tool_fail("tick: %s", line);
}

/* Look after the messenger and the backup; tell of our own failure, with its
 * reason; and write down how this run ended. */
static void
tell(const struct tool *t, const char *fault)
{
	char page[1024], audit[1024], subjects[1024];
	enum case_err err;

	snprintf(page, sizeof(page), "%s/admin/sistem", t->conf != NULL ?
	    t->conf->site : "");
	err = alarm_watch(t->o, LAST_RUN_TICK, page, t->now, say);
	snprintf(audit, sizeof(audit), "%s/admin/keamanan", t->conf != NULL ?
	    t->conf->site : "");
	if (err == CASE_OK)
		err = alarm_audit(t->o, audit, t->now);
	snprintf(subjects, sizeof(subjects), "%s/admin/data-pribadi",
	    t->conf != NULL ? t->conf->site : "");
	if (err == CASE_OK)
		err = alarm_subjects(t->o, subjects, t->now);
	if (err == CASE_OK && fault[0] != '\0')
		err = alarm_tell(t->o, "tick", fault, page, t->now);
	if (err == CASE_OK)
		err = last_run_note(t->o, LAST_RUN_TICK, fault, t->now);
	if (err != CASE_OK)
		tool_why(t->o, "tick");
}

int
tool_tick(const struct tool *t, int argc, char **argv)
{
	int yes = tool_option(&argc, argv, "--yes", 0) != NULL;
	char fault[256] = "";
	enum case_err err;

	if (argc != 1)
		return tool_usage("tick [--yes]");
	metrics_open(t->data);
	err = yes ? confirm_clock(t) : CASE_OK;
	if (err == CASE_OK || err == CASE_REPEATED)
		err = silence_check(t->o, t->now);
	if (err == CASE_OK)
		err = do_due(t);
	metrics_close();
	if (err == CASE_REPEATED)
		return 0;
	if (err != CASE_OK) {
		snprintf(fault, sizeof(fault), "%s", office_why(t->o));
		tool_fail("tick: %s", fault);
	}
	tell(t, fault);
	return err != CASE_OK;
}
