/*
 * case_account.h - where the time of a task and of a case went.
 *
 * The parts are those of clock/account.h: own work, queue, outside parties,
 * the applicant, and closed hours.
 */
#pragma once

#include <stdint.h>

#include "clock/account.h"
#include "office/office.h"

struct case_row;
struct task_row;

/* Accounts of a task from its opening to its close or, while it is open, to
 * `at`, by the calendar it is counted by.  CASE_OK, CASE_DB. */
enum case_err	 case_account_task(struct office *, const struct task_row *,
		    int64_t at, struct accounts *);

/* Accounts of a case from its opening to its end or, while it is open, to
 * `at`, by the office's calendar: of moments with several tasks each counts
 * once.  CASE_OK, CASE_DB. */
enum case_err	 case_accounts(struct office *, const struct case_row *,
		    int64_t at, struct accounts *);
