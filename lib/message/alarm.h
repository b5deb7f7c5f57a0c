/*
 * alarm.h - alarms: the administrators hear of work that fails or has stopped.
 *
 * Tick and messenger look after each other by their last runs
 * (office/last_run.h): one that has stopped cannot tell it itself.  Both look
 * at the backup.  systemd tells of a run that did not come to its end
 * (`sopap notify`).  A messenger that has stopped sends nothing: its alarm
 * waits in the queue, and until then stands in the log and on the page of the
 * system's state.
 *
 * There is one message for each work and day, whoever tells.
 *
 * They hear by the same way what the audit has to tell: alarm_audit().
 */
#pragma once

#include <stdint.h>

#include "office/last_run.h"
#include "office/office.h"

/* Queue the message: the work ("tick", or a unit of systemd) failed, with the
 * reason in Indonesian; `page` is the address of a page that says more.
 * CASE_OK, also when the administrators were told today; CASE_BUSY, CASE_DB. */
enum case_err	 alarm_tell(struct office *, const char *work,
		    const char *reason, const char *page, int64_t now);

/*
 * Look after the others, at the beginning of a run of `self`: tell of each that
 * failed, and of each that has stopped while `self` ran on; `say` is called
 * with a line for the log.  One that never ran is not missed.  CASE_OK,
 * CASE_BUSY, CASE_DB.
 */
enum case_err	 alarm_watch(struct office *, enum last_run_job self,
		    const char *page, int64_t now, void (*say)(const char *));

/*
 * Look at what the audit (office/audit.h) has of the last day: tell of every
 * new administrator and every export of everything, once each; and, once a day,
 * that ALARM_FAILURES tries to come in failed within a quarter of an hour.
 * CASE_OK, CASE_BUSY, CASE_DB.
 */
#define ALARM_FAILURES 50
enum case_err	 alarm_audit(struct office *, const char *page, int64_t now);

/* Tell once a day of requests of persons about their data (office/subject.h)
 * that are late, or whose time is over within a day; who has the right
 * data-pribadi hears of them, too.  CASE_OK, CASE_BUSY,
 * CASE_DB. */
enum case_err	 alarm_subjects(struct office *, const char *page,
		    int64_t now);
